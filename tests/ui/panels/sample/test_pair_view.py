"""Own pairs and test samples in the sample's panel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bpviz.datasets.dataset import Part
from bpviz.training.commands import (
    HoldSample,
    SelectSample,
    SkipSample,
    TrainNext,
    TrainOwn,
)
from bpviz.ui.core.formatting import number
from bpviz.ui.panels.sample.panel import SamplePanel
from tests.ui.frames import (
    make_frame,
    make_images,
    make_own,
)
from tests.ui.panels.sample.pairs import DATA, TEST, press
from tests.ui.shown_panels import Sent


@pytest.fixture
def width() -> int:
    return 620


def test_that_an_own_pair_of_the_step_is_shown_by_its_title(panel: SamplePanel) -> None:
    own = make_own(DATA, 3, "a drawing as 3")
    frame = make_frame(DATA, own=own, chosen=True)
    panel.show_frame(frame)
    assert frame.sample == 12
    assert np.array_equal(panel.picture.values, own.x.reshape(28, 28))
    assert np.array_equal(panel.bars.shown.y, own.y)
    assert panel.facts.label.value.text() == "3"
    assert frame.preview is not None
    assert panel.facts.loss.value.text() == number(frame.preview.loss)
    assert panel.pins.chosen.isVisible()
    assert panel.pins.chosen.text().startswith("Custom pair: a drawing as 3")
    assert panel.chooser.index.text() == "–"
    assert panel.index() == 12


@pytest.mark.parametrize("known", [False, True])
def test_that_an_own_pair_is_there_before_anything_is_computed(
    panel: SamplePanel, known: bool
) -> None:
    own = make_own(DATA)
    overrides: dict[str, Any] = {} if known else {"preview": None}
    panel.show_frame(make_frame(DATA, own=own, **overrides))
    assert np.array_equal(panel.picture.values, own.x.reshape(28, 28))
    assert (panel.bars.shown.f is not None) == known


def test_that_the_run_can_keep_to_an_own_pair(panel: SamplePanel, sent: Sent, qtbot: QtBot) -> None:
    own = make_own(DATA)
    panel.show_frame(make_frame(DATA, own=own, chosen=True))
    press(panel, "train_next", qtbot)
    press(panel, "hold", qtbot)
    press(panel, "skip", qtbot)
    assert sent == [TrainNext(12), HoldSample(12), SkipSample()]
    panel.show_frame(make_frame(DATA, own=own, chosen=True, held=12))
    assert panel.pins.hold.isChecked()
    assert "every step trains on it" in panel.pins.chosen.text()
    press(panel, "break", qtbot)  # stands at samples of the training set only
    panel.toggle_breakpoint()
    assert len(sent) == 3
    assert "training set" in panel.pins.breaks.toolTip()


def test_that_one_goes_on_from_an_own_pair_to_the_samples(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(DATA, sample=7))
    panel.show_frame(make_frame(DATA, own=make_own(DATA)))
    press(panel, "previous", qtbot)
    assert sent == []
    panel.chooser.follow.click()  # off: there is no own pair to stay at, but the one before it
    assert sent == [SelectSample(7)]
    panel.show_frame(make_frame(DATA, own=make_own(DATA), selected=7))
    assert panel.chooser.index.text() == "7"
    assert not panel.pins.skip.isEnabled()
    panel.chooser.follow.click()
    panel.show_frame(make_frame(DATA, own=make_own(DATA)))
    press(panel, "next", qtbot)
    assert sent[1:] == [SelectSample(None), SelectSample(0)]


def test_that_the_part_is_chosen_where_there_is_a_test_set(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(make_images()))
    assert not panel.chooser.part.isVisible()
    panel.show_frame(make_frame(DATA, run=2, sample=7))
    assert panel.chooser.part.isVisible()
    press(panel, "part_test", qtbot)
    assert sent == [SelectSample(0, Part.TEST)]
    panel.show_frame(make_frame(DATA, run=2, sample=7))  # from before the click
    assert panel.chooser.part.value() == "test"
    press(panel, "next", qtbot)
    press(panel, "part_train", qtbot)
    press(panel, "part_test", qtbot)
    assert sent[1:] == [
        SelectSample(1, Part.TEST),
        SelectSample(7),
        SelectSample(1, Part.TEST),
    ]


def test_that_a_frame_of_the_other_part_is_no_answer(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(DATA, selected=0))
    press(panel, "part_test", qtbot)
    for _ in range(2):
        panel.show_frame(make_frame(DATA, selected=0))  # from before the click
        assert panel.chooser.part.value() == "test"
    panel.show_frame(make_frame(DATA, selected=0, selected_part=Part.TEST))
    panel.show_frame(make_frame(DATA, selected=0))  # somebody selects it elsewhere
    assert panel.chooser.part.value() == "train"


def test_that_a_test_sample_is_shown_with_its_own_numbers(panel: SamplePanel) -> None:
    frame = make_frame(DATA, sample=7, selected=4, selected_part=Part.TEST)
    panel.show_frame(frame)
    assert frame.selected_trace is not None
    assert np.array_equal(panel.picture.values, TEST.x(4).reshape(28, 28))
    f, y = panel.bars.shown.f, panel.bars.shown.y
    assert f is not None
    assert np.array_equal(f, frame.selected_trace.f)
    assert np.array_equal(y, TEST.Y[4])
    assert panel.facts.label.value.text() == "4"
    assert panel.chooser.part.value() == "test"
    assert panel.chooser.index.text() == "4"
    assert panel.picture.accessibleName() == "test sample 4"
    assert not panel.pins.chosen.isVisible()
    assert panel.index() is None  # no step can train on it
    assert [each.at_hand for each in panel.frames] == ["", ""]


def test_that_next_and_previous_stay_in_the_test_set(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(DATA, selected=3, selected_part=Part.TEST))
    press(panel, "next", qtbot)
    press(panel, "next", qtbot)  # there is none behind the fifth
    press(panel, "previous", qtbot)
    assert sent == [SelectSample(4, Part.TEST), SelectSample(3, Part.TEST)]
    assert [label.text() for label in panel.chooser.findChildren(QLabel)] == ["of 5"]
    panel.chooser.follow.click()
    panel.show_frame(make_frame(DATA, sample=7))
    assert sent[-1] == SelectSample(None)
    assert panel.chooser.part.value() == "train"
    assert panel.chooser.index.text() == "7"


@pytest.mark.parametrize("selected", [5, -1])
def test_that_a_test_sample_that_does_not_exist_leaves_what_is_shown(
    panel: SamplePanel, selected: int
) -> None:
    panel.show_frame(make_frame(DATA, sample=7))
    frame = make_frame(DATA, sample=7)
    panel.show_frame(frame)
    panel.show_frame(replace(frame, selected=selected, selected_part=Part.TEST))
    assert panel.chooser.index.text() == "7"


def test_that_one_trains_on_a_copy_of_a_test_sample_and_nothing_else(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(DATA, selected=4, selected_part=Part.TEST))
    press(panel, "train_next", qtbot)
    assert len(sent) == 1
    assert isinstance(sent[0], TrainOwn)
    pair = sent[0].pair
    assert np.array_equal(pair.x, TEST.x(4))
    assert np.array_equal(pair.y, TEST.Y[4])
    assert (pair.label, pair.title) == (4, "test sample 4")
    assert "test sample" in panel.pins.train.toolTip()
    for action in (panel.pins.hold, panel.pins.skip, panel.pins.breaks):
        assert not action.isEnabled()
        assert action.toolTip().startswith("Not possible")
    panel.show_frame(make_frame(DATA, sample=7))
    assert panel.pins.hold.isEnabled()
    assert "Not possible" not in panel.pins.hold.toolTip()


def test_that_training_concerns_the_test_sample_that_was_just_gone_to(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(DATA, sample=2, held=2))
    press(panel, "part_test", qtbot)
    press(panel, "next", qtbot)
    panel.show_frame(make_frame(DATA, sample=2, held=2))  # from before both clicks
    assert not panel.pins.hold.isChecked()
    press(panel, "train_next", qtbot)
    assert isinstance(sent[-1], TrainOwn)
    assert np.array_equal(sent[-1].pair.x, TEST.x(1))


@pytest.mark.parametrize("width", [240, 300, 420, 700])
def test_that_everything_to_choose_a_sample_has_room(panel: SamplePanel, width: int) -> None:
    panel.resize(width, 330)
    panel.show_frame(make_frame(DATA, sample=7))
    QGuiApplication.processEvents()
    chooser = panel.chooser
    shown = [chooser.part, chooser.previous, chooser.index, chooser.next]
    for widget in shown:
        assert chooser.rect().contains(widget.geometry())
        assert widget.width() >= widget.minimumSizeHint().width()
    assert not any(
        a.geometry().intersects(b.geometry()) for a in shown for b in shown if a is not b
    )


def test_that_the_target_is_in_sight_where_not_all_outputs_have_room(
    panel: SamplePanel, qtbot: QtBot
) -> None:
    panel.resize(620, 200)
    bars = panel.bars
    for sample in (*range(10), 0):
        panel.show_frame(make_frame(DATA, selected=sample))

        def in_sight(target: int = int(np.argmax(DATA.Y[sample]))) -> bool:
            seen = bars.visibleRegion().boundingRect()
            return seen.height() < bars.height() and seen.contains(bars.line_rect(target))

        qtbot.waitUntil(in_sight, timeout=1000)
