"""The panel of the gradient check where there is little room: what is shown is shown whole."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from bpviz.ui.panels.gradient_check.header import PROGRESS
from bpviz.ui.panels.gradient_check.sweep_plot import LINES
from tests.ui.panels.gradient_check.checks import Desk, checked, small

SIZES = [(740, 190), (740, 120), (1100, 240), (640, 420), (640, 560), (300, 300), (1000, 900)]


def look(qtbot: QtBot, width: int, height: int, presenting: bool = False) -> Desk:
    desk = Desk(qtbot, width, height)
    desk.panel.set_presenting(presenting)
    desk.show(checked(small(step=3)))
    desk.panel.grab()
    return desk


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_that_the_plot_of_one_weight_is_seen_or_gives_its_place_away(
    qtbot: QtBot, size: tuple[int, int], presenting: bool
) -> None:
    sweep = look(qtbot, *size, presenting=presenting).panel.body.sweep
    line = sweep.plot.fontMetrics().height()
    assert not sweep.isVisible() or sweep.plot.area().height() >= LINES * line - 2


def test_that_a_wide_low_panel_has_room_for_the_plot(qtbot: QtBot) -> None:
    assert look(qtbot, 740, 190).panel.body.sweep.isVisible()
    assert not look(qtbot, 740, 120).panel.body.sweep.isVisible()


def test_that_verdict_and_place_share_a_line_only_where_it_is_low(qtbot: QtBot) -> None:
    desk = look(qtbot, 740, 190)
    head, panel = desk.panel.head, desk.panel
    assert head.verdict.y() <= head.where.y() + head.where.height() / 2
    assert abs(head.verdict.geometry().center().y() - head.where.geometry().center().y()) <= 2
    assert head.verdict.geometry().right() < head.where.geometry().left()
    assert not head.details.isVisible()
    assert head.details.text() in head.verdict.toolTip()
    panel.resize(740, 700)
    qtbot.waitUntil(lambda: head.verdict.geometry().bottom() < head.where.geometry().top())
    assert head.details.isVisible()
    assert head.verdict.height() <= head.verdict.heightForWidth(head.verdict.width()) + 3


@pytest.mark.parametrize("width", [640, 900, 1300])
def test_that_large_letters_leave_no_line_empty_above_the_verdict(
    large_letters: None, qtbot: QtBot, width: int
) -> None:
    head = look(qtbot, width, 500, presenting=True).panel.head
    assert head.verdict.y() - head.button.height() < head.fontMetrics().height() / 2
    assert head.verdict.height() <= head.verdict.heightForWidth(head.verdict.width()) + 3
    room = head.width() - head.button.width() - head.rules.width() >= PROGRESS + 16
    assert head.progress.sizePolicy().retainSizeWhenHidden() is room


@pytest.mark.parametrize("width", [640, 740, 1300])
def test_that_the_place_of_the_largest_error_is_said_in_as_many_words_as_have_room(
    large_letters: None, qtbot: QtBot, width: int
) -> None:
    where = look(qtbot, width, 420, presenting=True).panel.head.where
    assert where.fontMetrics().horizontalAdvance(where.text()) <= where.width()
    assert "at W₁[" in where.text()
    assert "Largest relative error" in where.toolTip()
