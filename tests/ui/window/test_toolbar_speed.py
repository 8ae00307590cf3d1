"""The speed control and the logarithmic slider below it."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.datasets import DataRequest
from bpviz.datasets.suited import WATCHED
from bpviz.training.commands import NewRun, SetSpeed
from bpviz.ui.kit.controls.log_slider import LogSlider
from bpviz.ui.window.toolbar import FASTEST, SLOWEST, speed_text
from tests.ui.conftest import Stage
from tests.ui.frames import make_table


def speed_edit() -> LogSlider:
    return LogSlider(SLOWEST, FASTEST, unlimited=True, spoken=speed_text)


def test_that_it_goes_from_a_step_in_ten_seconds_to_unlimited(qtbot: Any) -> None:
    edit = speed_edit()
    qtbot.addWidget(edit)
    seen: list[float | None] = []
    edit.number_changed.connect(seen.append)
    assert edit.number() is None
    edit.setValue(edit.minimum())
    edit.setValue(edit.maximum() - 1)
    edit.setValue(edit.maximum())
    assert seen == [0.1, 1e6, None]


def test_that_setting_a_speed_shows_it_and_tells_nobody(qtbot: Any) -> None:
    edit = speed_edit()
    qtbot.addWidget(edit)
    seen: list[float | None] = []
    edit.number_changed.connect(seen.append)
    for speed in (0.1, 1.0, 50.0, 1e6, None):
        edit.set_number(speed)
        assert edit.number() == speed
        assert edit.accessibleDescription() == speed_text(speed)
    assert seen == []


def test_that_speeds_are_written_for_people() -> None:
    assert speed_text(0.1) == "0.10 steps/s"
    assert speed_text(1.0) == "1 step/s"
    assert speed_text(1.3) == "1.3 steps/s"
    assert speed_text(1000.0) == "1\u202f000 steps/s"
    assert speed_text(None) == "unlimited"


def test_that_every_position_has_a_value_of_its_own(qtbot: Any) -> None:
    slider = LogSlider(1e-4, 1e2)
    qtbot.addWidget(slider)
    values = []
    for position in range(slider.minimum(), slider.maximum() + 1):
        slider.setValue(position)
        values.append(slider.number())
        slider.set_number(slider.number())
        assert slider.value() == position
    assert values == sorted(set(values))
    assert (values[0], values[-1]) == (1e-4, 1e2)


def test_that_moving_it_tells_the_trainer_and_the_label(stage: Stage) -> None:
    edit = stage.child("speed_edit")
    edit.setValue(edit.minimum())
    assert stage.mailbox.asked() == [SetSpeed(0.1)]
    assert stage.window.toolbar.speed_label.text() == "0.10 steps/s"
    edit.setValue(edit.maximum())
    assert stage.mailbox.asked()[-1] == SetSpeed(None)


def test_that_a_small_set_begins_at_a_speed_for_the_eye_said_before_its_run(stage: Stage) -> None:
    stage.request.choose(DataRequest("xor"))
    assert [type(each) for each in stage.mailbox.asked()] == [SetSpeed, NewRun]
    assert stage.mailbox.asked()[0] == SetSpeed(WATCHED)
    assert stage.window.toolbar.speed_label.text() == "400 steps/s"
    stage.clear()
    stage.request.change(n_hidden=5)
    stage.request.choose(DataRequest("iris"))
    assert stage.mailbox.asked(SetSpeed) == []
    stage.request.choose(DataRequest("mnist"))
    assert stage.mailbox.asked(SetSpeed) == [SetSpeed(None)]


def test_that_more_samples_of_the_same_set_count(stage: Stage) -> None:
    stage.request.choose(DataRequest("moons"))
    stage.request.change_data(n_samples=50_000)
    assert stage.mailbox.asked(SetSpeed) == [SetSpeed(WATCHED), SetSpeed(None)]


def test_that_a_speed_that_a_person_chose_stays_with_other_data(stage: Stage) -> None:
    stage.child("speed_edit").set_number(7.9)
    stage.child("speed_edit").setValue(stage.child("speed_edit").value() + 1)
    chosen = stage.mailbox.asked(SetSpeed)
    for name in ("xor", "mnist", "sine"):
        stage.request.choose(DataRequest(name))
    assert stage.mailbox.asked(SetSpeed) == chosen
    assert stage.window.toolbar.speed_label.text() == "10 steps/s"


@pytest.mark.parametrize(("m", "speed"), [(2000, WATCHED), (2001, None)])
def test_that_a_file_says_how_large_it_is_when_it_is_read(
    stage: Stage, m: int, speed: float | None
) -> None:
    data = DataRequest("own.csv")
    stage.request.open(data)
    assert stage.mailbox.asked(SetSpeed) == [SetSpeed(WATCHED)]
    stage.offer(data_request=data, dataset=make_table(m), acknowledged=99)
    assert stage.child("speed_edit").number() == speed
    stage.request.change(seed=5)
    assert stage.child("speed_edit").number() == speed


def test_that_every_speed_is_seen_whole(stage: Stage) -> None:
    label = stage.window.toolbar.speed_label
    for speed in (SLOWEST, 1.3, 8e5, FASTEST, None):
        stage.window.toolbar.set_speed(speed)
        room = label.contentsRect().width()
        assert label.fontMetrics().horizontalAdvance(label.text()) <= room
