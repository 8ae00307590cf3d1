"""The speed control and the logarithmic slider below it."""

from __future__ import annotations

from typing import Any

from bpviz.training.commands import SetSpeed
from bpviz.ui.kit.controls.log_slider import LogSlider
from bpviz.ui.window.toolbar import FASTEST, SLOWEST, speed_text
from tests.ui.conftest import Stage


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
