"""The pair at hand, and choosing another."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset
from bpviz.ui.core.formatting import number
from bpviz.ui.core.theme import LIGHT
from bpviz.ui.panels.sample.figures import predicted_class
from bpviz.ui.panels.sample.panel import SamplePanel
from tests.ui.frames import make_frame, make_images, make_table
from tests.ui.panels.sample.hands import indices, press
from tests.ui.shown_panels import Sent


def test_that_it_shows_the_pair_of_the_next_step(panel: SamplePanel) -> None:
    data = make_images()
    frame = make_frame(data, sample=7)
    panel.show_frame(frame)
    assert np.array_equal(panel.picture.values, data.x(7).reshape(28, 28))
    f, y = panel.bars.shown.f, panel.bars.shown.y
    assert frame.preview is not None
    assert np.array_equal(f, frame.preview.f)
    assert np.array_equal(y, data.Y[7])
    assert panel.chooser.index.value() == 7
    assert panel.chooser.follow.isChecked()
    assert panel.facts.loss.value.text() == number(frame.preview.loss)
    assert panel.facts.norm1.value.text() == number(frame.preview.grad_W1_norm)
    assert panel.facts.norm2.value.text() == number(frame.preview.grad_W2_norm)
    assert panel.facts.label.value.text() == "7"


def test_that_a_chosen_pair_comes_first(panel: SamplePanel) -> None:
    data = make_images()
    frame = make_frame(data, sample=7, selected=2)
    panel.show_frame(frame)
    assert frame.selected_trace is not None
    assert np.array_equal(panel.bars.shown.f, frame.selected_trace.f)
    assert panel.chooser.index.value() == 2
    assert not panel.chooser.follow.isChecked()


@pytest.mark.parametrize("right", [True, False])
def test_that_it_says_whether_the_prediction_is_right(panel: SamplePanel, right: bool) -> None:
    data = make_images()
    frame = make_frame(data)
    assert frame.preview is not None
    guess = int(np.argmax(frame.preview.f))
    panel.show_frame(make_frame(data, sample=guess if right else (guess + 1) % 10))
    caption = panel.facts.predicted.caption
    assert caption.text().endswith("✓" if right else "✗")
    assert caption.palette().color(caption.foregroundRole()) == QColor(
        LIGHT.series[2] if right else LIGHT.warning
    )


def test_that_the_prediction_is_the_largest_output_or_the_nearer_code_of_a_single_one() -> None:
    three = Dataset.from_arrays("three", np.eye(3), np.eye(3), labels=[0, 1, 2])
    assert predicted_class(three, np.array([0.1, 0.7, 0.2])) == 1
    assert predicted_class(three, np.array([0.1, np.nan, 0.0])) is None
    signs = Dataset.from_arrays("signs", np.eye(2), [-0.4, 0.4], labels=[0, 1])
    assert predicted_class(signs, np.array([0.0])) == 1
    assert predicted_class(signs, np.array([-0.01])) == 0


def test_that_next_and_previous_choose_a_neighbour(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    data = make_images()
    panel.show_frame(make_frame(data, sample=7))
    press(panel, "sample_next", qtbot)
    press(panel, "sample_next", qtbot)
    panel.show_frame(make_frame(data, sample=3))  # a frame from before the clicks
    assert panel.chooser.index.value() == 9
    press(panel, "sample_previous", qtbot)
    assert indices(sent) == [8, 9, 8]
    assert not panel.chooser.follow.isChecked()
    panel.show_frame(make_frame(data, sample=3, selected=8))
    press(panel, "sample_next", qtbot)
    assert indices(sent)[-1] == 9


def test_that_there_is_nothing_before_the_first_and_after_the_last(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(sample=0))
    press(panel, "sample_previous", qtbot)
    assert sent == []
    panel.show_frame(make_frame(sample=11))
    press(panel, "sample_next", qtbot)
    assert sent == []


def test_that_a_typed_index_acts_at_enter(panel: SamplePanel, sent: Sent, qtbot: QtBot) -> None:
    panel.show_frame(make_frame(sample=7))
    edit = panel.chooser.index
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "11")
    assert sent == []
    panel.show_frame(make_frame(sample=4))
    assert edit.text() == "11"  # what is being typed stays
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert indices(sent) == [11]


def test_that_typing_the_index_shown_pins_it(panel: SamplePanel, sent: Sent, qtbot: QtBot) -> None:
    panel.show_frame(make_frame(sample=7))
    edit = panel.chooser.index
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "7")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert indices(sent) == [7]


def test_that_passing_through_the_editor_chooses_nothing(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(sample=7))
    panel.chooser.index.setFocus()
    panel.show_frame(make_frame(sample=8))
    panel.chooser.follow.setFocus()
    qtbot.keyClick(panel.chooser.index, Qt.Key.Key_Return)
    assert sent == []


def test_that_following_can_be_switched(panel: SamplePanel, sent: Sent, qtbot: QtBot) -> None:
    panel.show_frame(make_frame(sample=7))
    panel.chooser.follow.click()
    panel.show_frame(make_frame(sample=7, selected=7))
    panel.chooser.follow.click()
    assert indices(sent) == [7, None]


def test_that_showing_frames_sends_nothing(panel: SamplePanel, sent: Sent) -> None:
    for index in (0, 5, 11):
        panel.show_frame(make_frame(sample=index))
        panel.show_frame(make_frame(sample=0, selected=index))
        panel.show_frame(make_frame(make_table(), run=2, sample=2))
    assert sent == []


def test_that_another_data_set_forgets_what_was_asked_of_the_old(
    panel: SamplePanel, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(sample=7))
    press(panel, "sample_next", qtbot)
    panel.show_frame(make_frame(make_table(), run=2, sample=3))
    assert panel.chooser.index.value() == 3
    assert panel.chooser.index.maximum() == 5
