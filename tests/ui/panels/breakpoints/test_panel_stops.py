"""The stops, and the panel as a whole: order of keys, room, hundreds of breakpoints."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    RunBack,
    Seek,
)
from bpviz.training.infos import BreakpointInfo, HitInfo
from bpviz.training.step.phases import Phase
from bpviz.ui.core.formatting import count
from bpviz.ui.core.theme import DARK
from bpviz.ui.panels.breakpoints.model import Column
from bpviz.ui.panels.breakpoints.panel import BreakpointsPanel
from bpviz.ui.window.layout_barrier import LayoutBarrier
from tests.ui.frames import make_frame
from tests.ui.panels.breakpoints.hands import ABOVE, HITS, IMAGES, cell, child, click, notes, offer
from tests.ui.shown_panels import Sent
from tests.ui.themes import use_theme


def test_that_stops_are_listed_newest_first_and_a_click_goes_there(
    panel: BreakpointsPanel, sent: Sent
) -> None:
    offer(panel, hits=HITS, step=2**40, hit=(1,))
    model = panel.hits.hits
    assert [model.index(r, 1).data() for r in range(3)] == [count(2**40), "70", "3"]
    assert model.index(1, 0).data() == "not finite"
    marked = [model.index(r, 0).data(Qt.ItemDataRole.DecorationRole) for r in range(3)]
    assert [mark is not None for mark in marked] == [True, False, False]
    spot = panel.hits.visualRect(model.index(1, 0)).center()
    QTest.mouseClick(panel.hits.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert sent == [Seek(70)]
    QTest.keyClick(panel.hits, Qt.Key.Key_Up)
    QTest.keyClick(panel.hits, Qt.Key.Key_Return)
    assert sent == [Seek(70), Seek(2**40)]


def test_that_run_back_is_asked_for_by_its_button(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel, step=5, breakpoints=notes(ABOVE))
    click(panel, "breakpoints_run_back")
    assert sent == [RunBack()]


def test_that_run_back_is_possible_inside_the_first_step(panel: BreakpointsPanel) -> None:
    armed = notes(ABOVE)
    offer(panel, step=0, breakpoints=armed)
    assert not child(panel, "breakpoints_run_back").isEnabled()
    offer(panel, step=0, phase=Phase.H, breakpoints=armed)
    assert child(panel, "breakpoints_run_back").isEnabled()


def test_that_nothing_is_run_back_to_without_a_breakpoint_that_can_be_hit(
    panel: BreakpointsPanel,
) -> None:
    for breakpoints in ((), notes(ABOVE, enabled=False), notes(ABOVE, problem="no classes")):
        offer(panel, step=5, hits=HITS, breakpoints=breakpoints)
        assert not child(panel, "breakpoints_run_back").isEnabled()


def test_that_cleared_stops_come_back_only_when_the_run_stops_there_again(
    panel: BreakpointsPanel,
) -> None:
    offer(panel, hits=HITS, step=70, hit=(2,))
    click(panel, "breakpoints_clear_hits")
    offer(panel, hits=HITS, step=70, hit=(2,))
    assert panel.hits.hits.rowCount() == 0
    later = HitInfo(90, 1, "loss > 0.5")
    offer(panel, hits=(*HITS, later), step=90, hit=(1,))
    assert panel.hits.hits.rows == (later,)
    offer(panel, hits=(*HITS, later), step=70, hit=(2,))
    assert panel.hits.hits.rows == (later, HITS[1])


def test_that_tab_reaches_everything_in_order(panel: BreakpointsPanel) -> None:
    offer(panel, breakpoints=notes(ABOVE, hits=1), hits=HITS, step=70)
    panel.list.selectRow(0)
    panel.adder.condition_edit.setFocus()
    reached = []
    for _ in range(10):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
        assert focused.accessibleName(), focused.objectName()
        assert focused.toolTip(), focused.objectName()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [
        "breakpoints_condition_edit",
        "breakpoints_value_edit",
        "breakpoints_add",
        "breakpoints_run_back",
        "breakpoints_list",
        "breakpoints_reset_hits",
        "breakpoints_remove",
        "breakpoints_remove_all",
        "breakpoints_hits",
        "breakpoints_clear_hits",
    ]


def test_that_the_empty_list_says_what_breakpoints_are_for(panel: BreakpointsPanel) -> None:
    offer(panel)
    assert "F9" in panel.list.accessibleDescription()
    before = panel.list.viewport().grab().toImage()
    panel.list.set_empty_text("")
    panel.list.viewport().update()
    assert panel.list.viewport().grab().toImage() != before


def test_that_a_low_panel_shows_one_list_at_a_time(qtbot: Any, sent: Sent) -> None:
    panel = BreakpointsPanel(sent)
    holder = LayoutBarrier(panel)
    qtbot.addWidget(holder)
    holder.resize(300, 250)
    holder.show()
    offer(panel, breakpoints=notes(ABOVE), hits=HITS, step=70)
    assert panel.list.isVisible()
    assert not panel.hits.isVisible()
    click(panel, "breakpoints_view_hits")
    assert panel.hits.isVisible()
    assert not panel.list.isVisible()
    assert panel.adder.isHidden()
    holder.resize(300, 700)
    assert panel.list.isVisible()
    assert panel.hits.isVisible()
    assert not panel.view_edit.isVisible()


@pytest.mark.parametrize(("width", "height"), [(300, 250), (300, 700), (500, 300), (500, 700)])
@pytest.mark.parametrize("points", [0, 24])
def test_that_nothing_sticks_out_of_the_panel(
    qtbot: Any, sent: Sent, width: int, height: int, points: int
) -> None:
    panel = BreakpointsPanel(sent)
    holder = LayoutBarrier(panel)
    qtbot.addWidget(holder)
    use_theme(DARK)
    if points:
        font = holder.font()
        font.setPointSize(points)
        holder.setFont(font)
    holder.resize(width, height)
    holder.show()
    offer(panel, breakpoints=notes(*[ABOVE] * 30), hits=HITS, step=70)
    shown = [
        each
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for each in panel.findChildren(kind)
        if each.isVisible()
    ]
    assert len(shown) >= 5
    for widget in shown:
        left = widget.mapTo(panel, QPoint(0, 0)).x()
        assert left >= 0, widget.objectName()
        assert left + widget.width() <= width, widget.objectName()
    assert panel.list.viewport().height() >= panel.list.row_height()


def test_that_two_hundred_breakpoints_stay_quick(panel: BreakpointsPanel) -> None:
    many = tuple(BreakpointInfo(i, Breakpoint.sample(i % 12)) for i in range(1, 201))
    offer(panel, breakpoints=many)
    frames = [
        make_frame(
            IMAGES,
            breakpoints=tuple(BreakpointInfo(n.number, n.breakpoint, hits=k) for n in many),
            step=k,
        )
        for k in range(1, 21)
    ]
    told: list[tuple[int, int]] = []
    panel.list.stops.dataChanged.connect(lambda a, b: told.append((a.row(), b.row())))
    for frame in frames:
        panel.show_frame(frame)
    assert sum(last - first + 1 for first, last in told) == 200 * len(frames)
    assert cell(panel, 199, Column.HITS) == "20"
    told.clear()
    panel.show_frame(frames[-1])
    assert told == []
