"""What a person asks of the run at the sample's panel, and what the panel points at."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    AddBreakpoint,
    ChangeBreakpoint,
    HoldSample,
    RemoveBreakpoint,
    SelectSample,
    SkipSample,
    TrainNext,
)
from bpviz.training.infos import BreakpointInfo
from bpviz.training.step.phases import Phase
from bpviz.ui.core.selection import Highlight
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.sample.panel import SamplePanel
from tests.ui.frames import make_frame, make_images, make_table
from tests.ui.shown_panels import Sent, shown
from tests.ui.themes import use_theme


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent) -> SamplePanel:
    return shown(qtbot, SamplePanel(sent), 520, 330)


def button(panel: SamplePanel, name: str) -> QToolButton:
    found = panel.findChild(QToolButton, f"sample_{name}")
    assert isinstance(found, QToolButton), name
    return found


def click(panel: SamplePanel, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)


def note(number: int, index: int, **overrides: Any) -> BreakpointInfo:
    return BreakpointInfo(number, Breakpoint.sample(index), **overrides)


@pytest.mark.parametrize("selected", [None, 4])
def test_that_the_run_can_train_on_the_shown_pair_next(
    panel: SamplePanel, sent: Sent, qtbot: QtBot, selected: int | None
) -> None:
    panel.show_frame(make_frame(sample=7, selected=selected))
    click(panel, "train_next", qtbot)
    assert sent == [TrainNext(7 if selected is None else selected)]


def test_that_the_run_can_keep_to_a_pair_and_let_go_of_it(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(sample=7))
    hold = button(panel, "hold")
    click(panel, "hold", qtbot)
    assert sent == [HoldSample(7)]
    panel.show_frame(make_frame(sample=7, acknowledged=0))  # from before the click
    assert hold.isChecked()
    panel.show_frame(make_frame(sample=7, acknowledged=1, held=7, chosen=True))
    assert hold.isChecked()
    click(panel, "hold", qtbot)
    assert sent[-1] == HoldSample(None)
    panel.show_frame(make_frame(sample=7, acknowledged=2))
    assert not hold.isChecked()


def test_that_keeping_to_one_pair_does_not_show_at_another(panel: SamplePanel) -> None:
    panel.show_frame(make_frame(sample=7, held=7, selected=3))
    assert not button(panel, "hold").isChecked()


def test_that_only_the_pair_of_the_step_can_be_skipped(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(sample=7, selected=3))
    assert not button(panel, "skip").isEnabled()
    for selected in (7, None):
        panel.show_frame(make_frame(sample=7, selected=selected))
        assert button(panel, "skip").isEnabled()
    click(panel, "skip", qtbot)
    assert sent == [SkipSample()]


def test_that_a_breakpoint_is_set_and_removed_by_its_number(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    others = (note(1, 3), BreakpointInfo(2, Breakpoint.label(7)))
    panel.show_frame(make_frame(sample=7, breakpoints=others))
    breaks = button(panel, "break")
    assert not breaks.isChecked()
    click(panel, "break", qtbot)
    assert sent == [AddBreakpoint(Breakpoint.sample(7))]
    panel.show_frame(make_frame(sample=7, breakpoints=others, acknowledged=0))
    assert breaks.isChecked()
    panel.show_frame(make_frame(sample=7, breakpoints=(*others, note(5, 7)), acknowledged=1))
    assert breaks.isChecked()
    click(panel, "break", qtbot)
    assert sent[1:] == [RemoveBreakpoint(5)]
    panel.show_frame(make_frame(sample=7, breakpoints=others, acknowledged=2))
    assert not breaks.isChecked()


def test_that_a_breakpoint_that_is_switched_off_is_switched_on(
    panel: SamplePanel, sent: Sent
) -> None:
    panel.show_frame(make_frame(sample=7, breakpoints=(note(4, 7, enabled=False),)))
    assert not button(panel, "break").isChecked()
    panel.toggle_breakpoint()
    assert sent == [ChangeBreakpoint(4, enabled=True)]


def test_that_a_breakpoint_is_not_lost_by_clicking_faster_than_the_run_answers(
    panel: SamplePanel, sent: Sent
) -> None:
    panel.show_frame(make_frame(sample=7))
    panel.toggle_breakpoint()
    panel.toggle_breakpoint()
    assert sent == [AddBreakpoint(Breakpoint.sample(7))]
    assert button(panel, "break").isChecked()


def test_that_the_shown_pair_has_a_name_for_the_window(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    assert panel.index() is None
    panel.toggle_breakpoint()
    assert sent == []
    panel.show_frame(make_frame(sample=7))
    assert panel.index() == 7
    click(panel, "next", qtbot)
    assert panel.index() == 8  # what stands there, before the run has answered
    panel.toggle_breakpoint()
    assert sent == [SelectSample(8), AddBreakpoint(Breakpoint.sample(8))]


def test_that_going_on_to_another_pair_shows_how_things_stand_there(
    panel: SamplePanel, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(sample=7, held=8, breakpoints=(note(1, 8),)))
    click(panel, "next", qtbot)
    assert button(panel, "break").isChecked()
    assert button(panel, "hold").isChecked()
    assert not button(panel, "skip").isEnabled()


def test_that_it_says_that_a_pair_was_chosen(panel: SamplePanel) -> None:
    words = panel.pins.chosen
    panel.show_frame(make_frame(sample=7))
    assert not words.isVisible()
    panel.show_frame(make_frame(sample=7, chosen=True))
    assert words.isVisible()
    assert "for this step" in words.text()
    panel.show_frame(make_frame(sample=7, chosen=True, held=7))
    assert "every step" in words.text()
    panel.show_frame(make_frame(sample=7, chosen=True, selected=3))
    assert not words.isVisible()


def test_that_inside_a_step_only_what_is_computed_is_shown(panel: SamplePanel) -> None:
    panel.show_frame(make_frame(sample=7, phase=Phase.Z2))
    assert panel.bars.shown.f is None
    assert panel.facts.loss.value.text() == "–"
    panel.show_frame(make_frame(sample=7, phase=Phase.LOSS))
    assert panel.bars.shown.f is not None
    assert panel.facts.loss.value.text() == "–"
    panel.show_frame(make_frame(sample=7, phase=Phase.GRAD_W1, row=3))
    assert panel.facts.loss.value.text() != "–"
    assert panel.facts.norm2.value.text() != "–"
    assert panel.facts.norm1.value.text() == "–"
    panel.grab()


def test_that_a_narrow_panel_has_a_menu_with_the_same_actions(
    panel: SamplePanel, sent: Sent
) -> None:
    panel.show_frame(make_frame(sample=7))
    menu_button = panel.pins.menu_button
    assert not menu_button.isVisible()
    panel.resize(300, 250)
    QGuiApplication.processEvents()
    assert menu_button.isVisible()
    assert not button(panel, "hold").isVisible()
    texts = {action.text(): action for action in menu_button.menu().actions()}
    texts["Keep training on this"].trigger()
    assert sent == [HoldSample(7)]
    panel.resize(700, 330)
    QGuiApplication.processEvents()
    assert button(panel, "hold").isVisible()
    assert button(panel, "hold").isChecked()
    assert not menu_button.isVisible()


def test_that_showing_frames_asks_for_nothing(panel: SamplePanel, sent: Sent) -> None:
    for held in (7, None, 3):
        panel.show_frame(make_frame(sample=7, held=held, breakpoints=(note(1, 7),)))
        panel.show_frame(make_frame(sample=3, selected=7, breakpoints=(note(1, 3),)))
    assert sent == []


# Pointing -------------------------------------------------------------------------------------


def grab(panel: SamplePanel) -> tuple[QImage, QImage, QImage]:
    QGuiApplication.processEvents()
    return (
        panel.picture.grab().toImage(),
        panel.table.viewport().grab().toImage(),
        panel.bars.grab().toImage(),
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("index", [0, 400, 783, -1])
def test_that_a_pixel_that_is_pointed_at_is_boxed(
    panel: SamplePanel, theme: Any, index: int
) -> None:
    use_theme(theme)
    panel.show_frame(make_frame(make_images()))
    plain = grab(panel)
    panel.highlight(Highlight(input=index))
    boxed = grab(panel)
    assert boxed[0] != plain[0]
    assert boxed[2] == plain[2]
    panel.highlight(None)
    assert grab(panel) == plain


def test_that_the_box_stands_at_its_pixel(panel: SamplePanel) -> None:
    panel.show_frame(make_frame(make_images()))
    rect = panel.picture.picture_rect()
    plain = grab(panel)[0]
    panel.highlight(Highlight(input=5 * 28 + 20))
    boxed = grab(panel)[0]
    changed = [
        (x, y)
        for x in range(boxed.width())
        for y in range(boxed.height())
        if QColor(boxed.pixel(x, y)) != QColor(plain.pixel(x, y))
    ]
    scale = rect.width() / 28
    for x, y in changed:
        assert abs((x - rect.left()) / scale - 20.5) <= 2
        assert abs((y - rect.top()) / scale - 5.5) <= 2


@pytest.mark.parametrize("index", [2, 60, -1])
def test_that_an_input_in_the_table_is_tinted_and_brought_into_sight(
    panel: SamplePanel, index: int
) -> None:
    panel.show_frame(make_frame(make_table(n=80)))
    plain = grab(panel)
    panel.highlight(Highlight(input=index))
    assert grab(panel)[1] != plain[1]
    if index >= 0:
        place = panel.table.visualRect(panel.table.model().index(index, 0))
        assert panel.table.viewport().rect().contains(place)
    panel.highlight(None)
    panel.table.scrollToTop()
    assert grab(panel) == plain


@pytest.mark.parametrize("output", [0, 9, -1])
def test_that_an_output_that_is_pointed_at_is_boxed(panel: SamplePanel, output: int) -> None:
    panel.show_frame(make_frame())
    plain = grab(panel)
    panel.highlight(Highlight(output=output))
    boxed = grab(panel)
    assert boxed[2] != plain[2]
    assert boxed[0] == plain[0]
    panel.highlight(None)
    assert grab(panel) == plain


def test_that_pointing_at_what_does_not_exist_marks_nothing(panel: SamplePanel) -> None:
    for data in (make_images(), make_table()):
        panel.highlight(None)
        panel.show_frame(make_frame(data))
        plain = grab(panel)
        panel.highlight(Highlight(input=99_999, output=99_999, W1=(0, 0), hidden=0))
        assert grab(panel) == plain
