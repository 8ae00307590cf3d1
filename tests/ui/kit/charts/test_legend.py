"""A legend: how many lines it takes, and what becomes of entries that have no room in them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark

ENTRIES = (
    LegendEntry(Mark.HEADING, "", "loss:"),
    *(LegendEntry(Mark.LINE, "#0b62c4", f"curve number {i}") for i in range(6)),
    LegendEntry(Mark.HEADING, "", "branches:"),
    LegendEntry(Mark.LINE, "#b3261e", "the last one"),
)


def make(qtbot: QtBot, most: int | None) -> LegendBar:
    legend = LegendBar(most=most)
    qtbot.addWidget(legend)
    legend.set_entries(ENTRIES)
    legend.setToolTip("What the curves are.")
    return legend


@pytest.mark.parametrize("width", [60, 130, 300, 500, 5000])
def test_that_it_takes_no_more_lines_than_it_may(qtbot: QtBot, width: int) -> None:
    limited, free = make(qtbot, 2), make(qtbot, None)
    line = limited.heightForWidth(10_000)
    assert limited.heightForWidth(width) == min(free.heightForWidth(width), 2 * line)


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_that_the_tooltip_has_what_is_left_out(qtbot: QtBot) -> None:
    legend = make(qtbot, 2)
    legend.resize(300, legend.heightForWidth(300))
    with qtbot.waitExposed(legend):
        legend.show()
    place = QPoint(5, 5)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, legend.mapToGlobal(place))
    QApplication.sendEvent(legend, event)
    assert "the last one" in QToolTip.text()
    assert "What the curves are." in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize("width", [60, 300, 5000])
def test_that_it_can_be_drawn_at_any_width(qtbot: QtBot, width: int) -> None:
    legend = make(qtbot, 2)
    legend.resize(width, legend.heightForWidth(width))
    assert not legend.grab().isNull()


def test_that_at_its_preferred_width_all_of_it_is_there_also_where_it_ends_with_a_heading(
    qtbot: QtBot,
) -> None:
    legend = LegendBar(most=1)
    qtbot.addWidget(legend)
    entries = (
        LegendEntry(Mark.LINE, "#0b62c4", "f"),
        LegendEntry(Mark.HEADING, "", "hollow: test"),
    )
    for shown in (entries, entries[::-1], entries[1:]):
        legend.set_entries(shown)
        legend.resize(legend.sizeHint())
        assert len(legend._fitting(legend.width())[0]) == len(shown)
        assert not legend._leaves_out()
