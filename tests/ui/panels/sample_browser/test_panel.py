"""The sample browser: what is listed, looked at and trained on."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.training.quantities import Need
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.kit.sample_list.sorting import SortBy, SortKey, listed
from bpviz.ui.panels.sample_browser.panel import BrowserPanel
from tests.ui.frames import make_frame, make_images, make_regression
from tests.ui.panels.sample_browser.browsing import (
    DATA,
    choose,
    choose_part,
    frame_of,
    listed_by,
    make_answers,
    make_panel,
    make_pictures,
    view_of,
)
from tests.ui.records import make_classes
from tests.ui.shown_panels import Sent
from tests.ui.themes import use_theme


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent) -> BrowserPanel:
    return make_panel(qtbot, sent)


# What is listed --------------------------------------------------------------------------------


def test_that_at_first_all_training_samples_stand_by_index(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(DATA, 12_345))
    assert listed_by(panel) == list(range(90))
    assert panel.head.words.text() == f"90 samples, at step {count(12_345)}"
    assert view_of(panel) is panel.views.grid


def test_that_classes_are_offered_with_their_counts(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(DATA))
    for which, data in ((Part.TRAIN, DATA), (Part.TEST, DATA.test)):
        choose_part(panel, which)
        assert data is not None
        assert data.labels is not None
        texts = [panel.controls.label.itemText(i) for i in range(5)]
        counts = [int((data.labels == c).sum()) for c in range(4)]
        names = [f"{name} ({n})" for name, n in zip("abcd", counts, strict=True)]
        assert texts == [f"all classes ({data.n_samples})", *names]


FILTERS = st.builds(
    SampleFilter,
    st.sampled_from(Part),
    st.one_of(st.none(), st.integers(0, 3)),
    st.one_of(st.none(), st.integers(0, 3)),
    st.booleans(),
)
ORDERS = st.tuples(
    st.sampled_from([SortBy.INDEX, SortBy.LOSS, SortBy.GRADIENT_W1, SortBy.GRADIENT_W2]),
    st.booleans(),
)


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(FILTERS, ORDERS)
def test_that_whatever_is_chosen_is_listed(
    panel: BrowserPanel, wanted: SampleFilter, order: tuple[SortBy, bool]
) -> None:
    frame = frame_of(DATA)
    panel.show_frame(frame)
    choose_part(panel, wanted.part)
    choose(panel, "label", wanted.label)
    choose(panel, "predicted", wanted.predicted)
    for button, on in ((panel.controls.wrong, wanted.wrong), (panel.controls.direction, order[1])):
        if button.isChecked() is not on:
            button.click()
    choose(panel, "order", order[0])
    data = DATA.part(wanted.part)
    scan = frame.scan if wanted.part is Part.TRAIN else frame.test_scan
    assert data is not None
    assert listed_by(panel) == listed(data, scan, wanted, SortKey(*order)).tolist()
    assert view_of(panel).verticalScrollBar().value() == 0


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (SampleFilter(label=2), "class c"),
        (SampleFilter(predicted=1), "predicted as b"),
        (SampleFilter(wrong=True), "misclassified"),
        (SampleFilter(label=2, predicted=1), "c predicted as b"),
        (SampleFilter(label=2, wrong=True), "c misclassified"),
        (SampleFilter(predicted=1, wrong=True), "misclassified as b"),
        (SampleFilter(label=2, predicted=1, wrong=True), "c misclassified as b"),
    ],
)
def test_that_a_line_says_which_samples_these_are(
    panel: BrowserPanel, wanted: SampleFilter, words: str
) -> None:
    frame = frame_of(DATA, 50_000)
    panel.show_frame(frame)
    panel.set_filter(wanted)
    n = len(listed(DATA, frame.scan, wanted, SortKey()))
    assert n > 0
    assert panel.head.words.text() == f"{n} of 90 samples: {words}, at step {count(50_000)}"


def test_that_nothing_found_is_said_where_the_samples_would_be(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(DATA, scan=None, test_scan=None))
    panel.set_filter(SampleFilter(wrong=True))
    assert "Computing" in view_of(panel).message
    right = make_answers(DATA)
    all_right = make_answers(
        DATA, predicted=DATA.labels, correct=np.ones(90, bool), losses=right.losses
    )
    panel.show_frame(frame_of(DATA, scan=all_right))
    assert listed_by(panel) == []
    assert view_of(panel).message == "No samples match: misclassified."
    assert view_of(panel).accessibleDescription() == view_of(panel).message
    panel.set_filter(SampleFilter())
    assert view_of(panel).accessibleDescription() == ""
    panel.grab()


def test_that_a_filter_can_be_set_before_anybody_sees_the_panel(panel: BrowserPanel) -> None:
    wanted = SampleFilter(Part.TEST, 3, None, True)
    panel.set_filter(wanted)
    frame = frame_of(DATA)
    panel.show_frame(frame)
    assert panel.controls.wanted == wanted
    assert DATA.test is not None
    assert listed_by(panel) == listed(DATA.test, frame.test_scan, wanted, SortKey()).tolist()


def test_that_a_filter_set_while_hidden_suits_the_data_that_comes_with_the_next_frame(
    panel: BrowserPanel,
) -> None:
    panel.show_frame(frame_of(make_pictures(20, classes=2)))
    panel.set_filter(SampleFilter(label=3))
    panel.show_frame(frame_of(DATA, run=2))
    assert panel.controls.wanted == SampleFilter(label=3)


def test_that_a_class_that_there_is_not_counts_as_any(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(DATA))
    panel.set_filter(SampleFilter(label=77, predicted=-1))
    assert panel.controls.wanted == SampleFilter()
    assert len(listed_by(panel)) == 90


def test_that_other_data_begins_without_a_filter(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(DATA))
    panel.set_filter(SampleFilter(Part.TRAIN, 2, 1, True))
    panel.show_frame(frame_of(DATA))
    other = make_pictures(30)
    panel.show_frame(frame_of(other, run=2))
    assert panel.controls.wanted == SampleFilter()
    assert listed_by(panel) == list(range(30))


def test_that_new_weights_keep_the_filter(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(DATA))
    panel.set_filter(SampleFilter(label=2))
    panel.show_frame(frame_of(DATA, run=2, scan=None))
    assert panel.controls.wanted == SampleFilter(label=2)


def test_that_a_sentence_stands_where_there_is_nothing_to_list(panel: BrowserPanel) -> None:
    panel.show_frame(make_frame(dataset_loaded=False))
    assert "Waiting for the data set" in panel.views.sentence.text()
    assert panel.views.sentence.isVisible()
    assert not panel.controls.isEnabled()
    alone = make_pictures(20)
    panel.show_frame(frame_of(alone))
    assert not panel.views.sentence.isVisible()
    choose_part(panel, Part.TEST)
    assert "no test set" in panel.views.sentence.text()
    assert panel.views.sentence.isVisible()
    assert panel.head.words.text() == ""
    choose_part(panel, Part.TRAIN)
    assert len(listed_by(panel)) == 20


# Looking at and training on --------------------------------------------------------------------


def test_that_it_asks_only_for_what_it_shows(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(DATA))
    assert panel.needs() == {Need.SCAN}
    choose_part(panel, Part.TEST)
    assert panel.needs() == {Need.EVALUATION}
    choose(panel, "order", SortBy.GRADIENT_W1)
    assert panel.needs() == {Need.EVALUATION, Need.TEST_GRADIENTS}
    table = make_classes(30)
    panel.show_frame(frame_of(table, run=2))
    choose_part(panel, Part.TEST)
    assert panel.needs() == set()  # there is no test set
    choose_part(panel, Part.TRAIN)
    assert panel.needs() == {Need.SCAN}
    tested = make_regression(20, test=make_regression(9))
    panel.show_frame(frame_of(tested, run=3))
    choose_part(panel, Part.TEST)
    assert panel.needs() == {Need.EVALUATION, Need.TEST_GRADIENTS}


def test_that_pictures_without_classes_need_a_scan_only_where_it_shows(
    panel: BrowserPanel,
) -> None:
    plain = Dataset.from_arrays("same", np.eye(4), np.eye(4), image_shape=(2, 2))
    panel.show_frame(frame_of(plain))
    assert view_of(panel) is panel.views.grid
    assert panel.needs() == set()
    panel.controls.numbers.click()
    assert panel.needs() == {Need.SCAN}
    panel.controls.numbers.click()
    choose(panel, "order", SortBy.LOSS)
    assert panel.needs() == {Need.SCAN}


def test_that_every_control_explains_itself(panel: BrowserPanel) -> None:
    for run, data in enumerate((DATA, make_classes(30), make_regression(9)), 1):
        panel.show_frame(frame_of(data, run=run))
        for widget in panel.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                assert widget.objectName(), widget
                assert widget.accessibleName(), widget.objectName()
                assert widget.toolTip(), widget.objectName()


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (80, 60), (300, 250), (2400, 1500)])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_any_size_and_theme_works(
    panel: BrowserPanel, size: tuple[int, int], theme: Any
) -> None:
    panel.resize(*size)
    use_theme(theme)
    for run, data in enumerate((make_images(), make_classes(30), make_regression(9, d=2)), 1):
        for presenting in (True, False):
            panel.set_presenting(presenting)
            panel.show_frame(frame_of(data, run=run, selected=1))
            panel.grab()


def test_that_numbers_that_are_not_finite_are_survived(panel: BrowserPanel) -> None:
    bad = np.array([np.nan, np.inf, -np.inf, 1.0] * 3)
    data = make_images()
    scan = make_answers(data, losses=bad, magnitudes=np.stack([bad, bad], axis=1))
    panel.controls.numbers.setChecked(True)
    panel.show_frame(frame_of(data, scan=scan))
    choose(panel, "order", SortBy.LOSS)
    panel.controls.direction.click()
    assert set(listed_by(panel)[:3]) <= {0, 1, 4, 5, 8, 9}
    panel.grab()


def test_that_the_line_below_tells_of_the_sample_that_is_looked_at(panel: BrowserPanel) -> None:
    frame = frame_of(DATA, selected=2)
    panel.show_frame(frame)
    assert frame.scan is not None
    words = panel.bar.words.text()
    assert words.startswith("sample 2 · class ")
    assert f"loss {number(frame.scan.losses[2])}" in words
    assert words.count("‖") == 4


def test_that_with_little_room_the_samples_stay_and_the_controls_go(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(DATA))
    for height, seen in ((320, True), (90, False), (320, True)):
        panel.resize(300, height)
        panel.grab()
        assert panel.controls.isVisible() is seen
        assert panel.views.height() > panel.controls.height() * seen
