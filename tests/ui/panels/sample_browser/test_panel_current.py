"""The sample browser's current sample: chosen, followed, marked, found and trained on."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.datasets.dataset import Part
from bpviz.training.commands import (
    SelectSample,
    TrainNext,
    TrainOwn,
)
from bpviz.training.events import State
from bpviz.training.quantities import Need
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.panels.sample_browser.panel import BrowserPanel
from tests.ui.frames import make_own, make_table
from tests.ui.panels.sample_browser.browsing import (
    DATA,
    choose_part,
    click,
    double_click,
    frame_of,
    listed_by,
    make_panel,
    view_of,
)
from tests.ui.shown_panels import Sent


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent) -> BrowserPanel:
    return make_panel(qtbot, sent)


# What is listed --------------------------------------------------------------------------------


def test_that_a_click_looks_at_a_sample(panel: BrowserPanel, sent: Sent) -> None:
    panel.show_frame(frame_of(DATA))
    click(panel, 7)
    assert sent == [SelectSample(7)]
    assert view_of(panel).marks.selected == 7
    choose_part(panel, Part.TEST)
    click(panel, 3)
    assert sent[1:] == [SelectSample(3, Part.TEST)]


def test_that_another_click_trains_on_it(panel: BrowserPanel, sent: Sent) -> None:
    panel.show_frame(frame_of(DATA))
    click(panel, 7)
    double_click(panel, 7)
    assert TrainNext(7) in sent
    assert sent.count(TrainNext(7)) == 1


@pytest.mark.parametrize("how", ["button", "return"])
def test_that_button_and_return_train_on_the_current_sample(
    panel: BrowserPanel, sent: Sent, how: str
) -> None:
    panel.show_frame(frame_of(DATA))
    assert not panel.bar.train.isEnabled()
    click(panel, 5)
    if how == "button":
        panel.bar.train.click()
    else:
        QTest.keyClick(view_of(panel), Qt.Key.Key_Return)
    assert sent == [SelectSample(5), TrainNext(5)]


def test_that_a_test_sample_is_trained_on_as_a_pair_of_ones_own(
    panel: BrowserPanel, sent: Sent
) -> None:
    panel.show_frame(frame_of(DATA))
    assert "test set" not in panel.bar.train.toolTip()
    choose_part(panel, Part.TEST)
    click(panel, 4)
    assert "test sample" in panel.bar.train.toolTip()
    panel.bar.train.click()
    command = sent[-1]
    assert isinstance(command, TrainOwn)
    assert DATA.test is not None
    assert DATA.test.labels is not None
    assert np.array_equal(command.pair.x, DATA.test.x(4))
    assert np.array_equal(command.pair.y, DATA.test.Y[4])
    assert command.pair.label == DATA.test.labels[4]
    assert command.pair.title == "test sample 4"


def test_that_an_old_frame_does_not_take_the_selection_back(
    panel: BrowserPanel, sent: Sent
) -> None:
    panel.show_frame(frame_of(DATA, selected=2))
    click(panel, 7)
    panel.show_frame(frame_of(DATA, selected=2, acknowledged=0))
    assert view_of(panel).marks.selected == 7
    panel.show_frame(frame_of(DATA, selected=7, acknowledged=1))
    panel.show_frame(frame_of(DATA, selected=None, acknowledged=2))
    assert view_of(panel).marks.selected is None


def test_that_a_selection_made_elsewhere_is_followed(panel: BrowserPanel, sent: Sent) -> None:
    panel.show_frame(frame_of(DATA, selected=11))
    assert view_of(panel).current == 11
    panel.show_frame(frame_of(DATA, selected=3, selected_part=Part.TEST))
    assert view_of(panel).marks.selected is None
    assert view_of(panel).current == 11
    choose_part(panel, Part.TEST)
    assert view_of(panel).marks.selected == 3
    assert view_of(panel).current == 3
    assert sent == []


@pytest.mark.parametrize(
    ("overrides", "marked"),
    [
        ({"sample": 4}, 4),
        ({"sample": 4, "state": State.RUNNING, "steps_per_second": 2.0}, 4),
        ({"sample": 4, "state": State.RUNNING, "steps_per_second": 5_000.0}, None),
        ({"own": make_own(DATA)}, None),
    ],
)
def test_that_the_sample_of_the_step_at_hand_is_marked_where_one_can_see_it(
    panel: BrowserPanel, overrides: dict[str, Any], marked: int | None
) -> None:
    panel.show_frame(frame_of(DATA, **overrides))
    assert view_of(panel).marks.at_hand == marked
    choose_part(panel, Part.TEST)
    assert view_of(panel).marks.at_hand is None


def test_that_selected_and_at_hand_look_different(panel: BrowserPanel) -> None:
    images = []
    for marks in ({"sample": 80}, {"sample": 2}, {"sample": 80, "selected": 2}):
        panel.show_frame(frame_of(DATA, **marks))
        images.append(view_of(panel).viewport().grab().toImage())
    assert images[0] != images[1] != images[2] != images[0]


def test_that_one_finds_the_current_sample_again(panel: BrowserPanel, sent: Sent) -> None:
    panel.show_frame(frame_of(DATA, sample=80))
    bar = view_of(panel).verticalScrollBar()
    assert bar.value() == 0
    panel.bar.locate.click()  # following the run
    view = view_of(panel)
    assert view.shown is not None
    assert view.viewport().rect().contains(view.rect_of(80).center())
    panel.show_frame(frame_of(DATA, sample=80, selected=30, selected_part=Part.TEST))
    panel.bar.locate.click()
    assert panel.controls.wanted == SampleFilter(Part.TEST)
    assert view.viewport().rect().contains(view.rect_of(30).center())
    assert sent == []


def test_that_a_current_sample_that_is_filtered_out_is_said_to_be(panel: BrowserPanel) -> None:
    assert DATA.labels is not None
    panel.show_frame(frame_of(DATA, selected=8))
    panel.set_filter(SampleFilter(label=int(DATA.labels[8] + 1) % 4))
    panel.bar.locate.click()
    assert panel.bar.words.text() == "Sample 8 is not listed with these filters."


def test_that_there_is_nothing_to_find_while_a_step_trains_on_a_pair_of_ones_own(
    panel: BrowserPanel,
) -> None:
    panel.show_frame(frame_of(DATA, own=make_own(DATA)))
    assert not panel.bar.locate.isEnabled()
    panel.show_frame(frame_of(DATA, own=make_own(DATA), selected=1))
    assert panel.bar.locate.isEnabled()


# What it is made of ----------------------------------------------------------------------------


def test_that_pictures_can_be_listed_as_a_table(panel: BrowserPanel, sent: Sent) -> None:
    table = panel.controls.table
    panel.show_frame(frame_of(make_table(6)))
    assert table.isHidden()  # there is nothing else
    panel.show_frame(frame_of(DATA))
    assert panel.views.pictures
    click(panel, 3)
    assert DATA.labels is not None
    panel.set_filter(SampleFilter(label=int(DATA.labels[3])))
    kept = listed_by(panel)
    table.click()
    assert not panel.views.pictures
    assert Need.SCAN in panel.needs()
    assert panel.controls.numbers.isHidden()
    assert panel.head.size_slider.isHidden()
    assert listed_by(panel) == kept
    assert view_of(panel).current == 3
    double_click(panel, 3)
    assert sent == [SelectSample(3), TrainNext(3)]
    table.click()
    assert panel.views.pictures
    assert listed_by(panel) == kept
    assert view_of(panel).current == 3
