"""The λ editor understands every locale and refuses what λ cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from bpviz.training.commands import SetLearningRate
from bpviz.training.infos import JournalInfo
from bpviz.training.journal.entries import RateChange
from bpviz.training.step.phases import Phase
from bpviz.ui.kit.controls import preferred_numbers
from bpviz.ui.kit.controls.number_edit import FloatEdit
from tests.ui.conftest import Stage

LOCALES = ("en_US", "de_DE", "ar_EG", "fr_FR", "hi_IN")


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> Iterator[QLocale]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield QLocale()
    QLocale.setDefault(before)


def learning_rate_edit() -> FloatEdit:
    return FloatEdit(1e-300, 1e308, 0.1, allowed="above 0", widest="0.12345678")


def typed(edit: FloatEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    edit.lineEdit().insert(text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize(
    ("text", "value"),
    [("0,3", 0.3), ("0.3", 0.3), ("1e-3", 1e-3), ("1E9", 1e9), ("٠٫٣", 0.3), ("2", 2.0)],
)
def test_that_a_number_means_the_same_in_every_locale(qtbot: Any, text: str, value: float) -> None:
    edit = learning_rate_edit()
    qtbot.addWidget(edit)
    seen: list[float] = []
    edit.valueChanged.connect(seen.append)
    typed(edit, text)
    assert edit.value() == value
    assert seen == [value]
    typed(edit, edit.text())  # what it shows, it reads
    assert edit.value() == value


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize(
    "text",
    ["", " ", "0", "-1", "−0.1", "nan", "inf", "fast", "1.000,5", "1e999", "0,3,1", "1e-999"],
)
def test_that_nonsense_is_refused_with_one_sentence(qtbot: Any, text: str) -> None:
    edit = learning_rate_edit()
    qtbot.addWidget(edit)
    edit.setValue(0.25)
    refusals: list[str] = []
    changes: list[float] = []
    edit.refused.connect(refusals.append)
    edit.valueChanged.connect(changes.append)
    typed(edit, text)
    assert edit.value() == 0.25
    assert edit.text().replace(",", ".") == "0.25"
    assert changes == []
    assert len(refusals) == 1
    assert "above 0" in refusals[0]


@pytest.mark.parametrize("value", [0.0, -1.0, float("nan"), float("inf")])
def test_that_nonsense_set_by_code_is_refused_as_well(qtbot: Any, value: float) -> None:
    edit = learning_rate_edit()
    qtbot.addWidget(edit)
    refusals: list[str] = []
    edit.refused.connect(refusals.append)
    edit.setValue(value)
    assert edit.value() == 0.1
    assert len(refusals) == 1


def test_that_nothing_happens_before_the_last_digit(qtbot: Any) -> None:
    edit = learning_rate_edit()
    qtbot.addWidget(edit)
    seen: list[float] = []
    edit.valueChanged.connect(seen.append)
    edit.selectAll()
    QTest.keyClicks(edit, "0.05")
    assert seen == []
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert seen == [0.05]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=st.floats(min_value=1e-300, max_value=1e308))
def test_that_every_value_is_kept_exactly_and_read_back(qtbot: Any, value: float) -> None:
    edit = learning_rate_edit()
    edit.setValue(value)
    assert edit.value() == value
    assert edit.valueFromText(edit.text()) == value


@given(st.floats(min_value=1e-250, max_value=1e250), st.integers(1, 40))
def test_that_going_up_and_down_again_returns_to_a_notch(start: float, count: int) -> None:
    here = preferred_numbers.moved(start, 1)
    assert here > start
    assert preferred_numbers.moved(preferred_numbers.moved(here, count), -count) == here
    assert preferred_numbers.moved(start, -1) < start


def test_that_arrows_go_by_a_notch(qtbot: Any) -> None:
    edit = learning_rate_edit()
    qtbot.addWidget(edit)
    seen: list[float] = []
    edit.valueChanged.connect(seen.append)
    for _ in range(10):
        QTest.keyClick(edit, Qt.Key.Key_Up)
    assert seen == [0.13, 0.16, 0.2, 0.25, 0.32, 0.4, 0.5, 0.63, 0.79, 1.0]


def test_that_a_change_acts_on_the_run_at_once_and_moves_the_slider(stage: Stage) -> None:
    stage.child("learning_rate_edit").setValue(3.0)
    assert stage.mailbox.asked() == [SetLearningRate(3.0)]
    assert stage.child("learning_rate_slider").number() == 3.2  # its nearest notch
    assert stage.child("learning_rate_edit").value() == 3.0


def test_that_many_digits_have_room_and_the_first_of_too_many_are_seen(stage: Stage) -> None:
    edit = stage.child("learning_rate_edit")
    line = edit.lineEdit()
    for value in (0.12345678, 1.23456e-9):
        edit.setValue(value)
        option = QStyleOptionFrame()
        line.initStyleOption(option)
        inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
        assert line.fontMetrics().horizontalAdvance(edit.text()) <= inside.width() - 4
    edit.setValue(0.1234567890123456)
    assert line.cursorPosition() == 0


def test_that_the_slider_sets_round_values(stage: Stage) -> None:
    slider = stage.child("learning_rate_slider")
    slider.setValue(slider.minimum())
    slider.setValue(slider.maximum())
    wanted = [SetLearningRate(1e-4, gesture=1), SetLearningRate(100.0, gesture=1)]
    stage.qtbot.waitUntil(lambda: stage.mailbox.asked() == wanted)


def test_that_a_value_beyond_the_slider_stays_in_the_editor(stage: Stage) -> None:
    stage.child("learning_rate_edit").setValue(1e9)
    assert stage.mailbox.asked() == [SetLearningRate(1e9)]
    assert stage.child("learning_rate_edit").value() == 1e9


def test_that_the_editor_follows_when_one_goes_back_in_time(stage: Stage) -> None:
    stage.offer(step=5, learning_rate=0.02)
    assert stage.child("learning_rate_edit").value() == 0.02
    assert stage.mailbox.asked() == []
    stage.child("hidden_size_edit").setValue(9)
    assert stage.new_runs()[0].settings.learning_rate == 0.02


def test_that_a_frame_of_before_a_change_does_not_undo_it(stage: Stage) -> None:
    edit = stage.child("learning_rate_edit")
    edit.setValue(0.5)
    stage.offer(step=8, learning_rate=0.1, acknowledged=len(stage.mailbox.posted) - 1)
    assert edit.value() == 0.5
    stage.offer(step=9, learning_rate=0.5, acknowledged=len(stage.mailbox.posted))
    stage.offer(step=4, learning_rate=0.1)
    assert edit.value() == 0.1


def test_that_typing_is_not_disturbed_by_frames(stage: Stage) -> None:
    edit = stage.child("learning_rate_edit")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "0.7")
    stage.offer(step=8, learning_rate=0.02)
    assert edit.text() == "0.7"


def test_that_a_refusal_is_shown_until_something_good_is_set(stage: Stage) -> None:
    edit = stage.child("learning_rate_edit")
    typed(edit, "nan")
    assert "nan" in stage.window.messages.message()
    assert stage.window.messages.isVisible()
    assert stage.mailbox.asked() == []
    typed(edit, "0.2")
    assert stage.window.messages.message() == ""
    assert not stage.window.messages.isVisible()


def test_that_a_rate_set_in_the_midst_of_an_update_stays_in_the_editor(stage: Stage) -> None:
    note = JournalInfo(8, "λ = 0.5", RateChange(8, 0.5))
    inside: dict[str, Any] = {"step": 7, "tip": 9, "phase": Phase.UPDATE, "journal": (note,)}
    edit = stage.child("learning_rate_edit")
    stage.offer(row=3, learning_rate=0.2, **inside)
    assert edit.value() == 0.5  # what acts from the next step on; the update at hand has 0.2
    stage.child("action_learning_rate_up").trigger()
    asked = stage.mailbox.asked(SetLearningRate)[-1]
    assert isinstance(asked, SetLearningRate)
    assert asked.value == pytest.approx(0.63, rel=0.02)
    stage.offer(row=0, learning_rate=0.2, **inside)
    assert edit.value() == 0.2


def test_that_the_width_that_it_needs_depends_on_the_font_alone(qtbot: QtBot) -> None:
    """What is left of a presentation would push the last editor out of a small window."""
    edit = learning_rate_edit()
    qtbot.addWidget(edit)
    edit.resize(300, 60)
    before = edit.sizeHint().width()
    edit.resize(90, 19)
    assert edit.sizeHint().width() == before
