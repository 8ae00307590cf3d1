"""The list of the worst samples: which they are, and that it keeps still while one reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.results import Scan
from bpviz.ui.core.theme import DARK
from bpviz.ui.panels.evaluation.worst_samples import MOST, WorstSamples, worst
from tests.ui.frames import make_images, make_regression
from tests.ui.records import make_classes, make_scan
from tests.ui.themes import use_theme

LOSSES = st.lists(st.sampled_from((0.0, 0.5, 1.0, 2.0, np.nan, np.inf)), max_size=60)


@pytest.fixture
def list_(qtbot: Any) -> WorstSamples:
    made = WorstSamples()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    QCursor.setPos(5000, 5000)  # a window that appears under the mouse is being pointed at
    qtbot.waitExposed(made)
    return made


def scan_of(data: Dataset, seed: int = 0) -> Scan:
    losses = np.random.default_rng(seed).permutation(data.n_samples).astype(float)
    return replace(make_scan(data), losses=losses)


@given(LOSSES, st.integers(1, 70))
def test_that_the_worst_are_those_that_sorting_all_puts_first(
    losses: list[float], most: int
) -> None:
    values = np.array(losses, dtype=float)
    keys = [np.inf if np.isnan(loss) else loss for loss in losses]
    expected = sorted(range(len(losses)), key=lambda i: (-keys[i], i))[:most]
    assert worst(values, most).tolist() == expected


def test_that_the_largest_losses_of_the_part_are_listed(list_: WorstSamples) -> None:
    data = make_classes(400)
    scan = scan_of(data)
    list_.show_scan(data, Part.TRAIN, scan)
    assert list_.view is list_.rows
    assert list_.view.shown is not None
    order = np.argsort(-scan.losses)
    assert list_.view.shown.indices.tolist() == order[:MOST].tolist()


def test_that_pictures_are_shown_as_pictures(list_: WorstSamples) -> None:
    test = make_images(5)
    data = make_images(12, test=test, constant=True)
    list_.show_scan(data, Part.TRAIN, scan_of(data))
    assert list_.view is list_.pictures
    list_.show_scan(data, Part.TEST, scan_of(test))
    assert list_.view.shown is not None
    assert len(list_.view.shown) == 5
    use_theme(DARK)
    list_.grab()


def test_that_the_table_leaves_out_gradients(list_: WorstSamples) -> None:
    data = make_regression(9, d=2)
    list_.show_scan(data, Part.TRAIN, scan_of(data))
    header = list_.rows.horizontalHeader()
    model = list_.rows.table
    titles = [
        model.headerData(i, Qt.Orientation.Horizontal)
        for i in range(model.columnCount())
        if not header.isSectionHidden(i)
    ]
    assert not [title for title in titles if "∂" in title]
    assert "loss" in titles
    list_.grab()


def test_that_a_click_chooses_a_sample(qtbot: Any, list_: WorstSamples) -> None:
    data = make_classes(30)
    scan = scan_of(data)
    list_.show_scan(data, Part.TRAIN, scan)
    got: list[int] = []
    list_.sample_chosen.connect(got.append)
    at = list_.view.rect_of(1).center()
    qtbot.mouseClick(list_.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert got == [int(np.argsort(-scan.losses)[1])]


def test_that_return_wants_to_train_on_the_sample(qtbot: Any, list_: WorstSamples) -> None:
    data = replace(make_classes(30), test=make_classes(20, seed=1))
    assert data.test is not None
    scan = scan_of(data.test)
    list_.show_scan(data, Part.TEST, scan)
    wanted: list[Any] = []
    list_.train_wanted.connect(wanted.append)
    qtbot.keyClick(list_.view, Qt.Key.Key_Home)
    qtbot.keyClick(list_.view, Qt.Key.Key_Return)
    (pair,) = wanted
    assert (pair.index, pair.part) == (int(np.argmax(scan.losses)), Part.TEST)
    list_.build_menu(3).actions()[0].trigger()
    assert wanted[1].index == 3


def test_that_it_changes_only_now_and_then(qtbot: Any, list_: WorstSamples) -> None:
    data = make_classes(50)
    scans = [scan_of(data, seed) for seed in range(3)]
    list_.pause.setInterval(20)
    list_.show_scan(data, Part.TRAIN, scans[0])
    for scan in scans[1:]:
        list_.show_scan(data, Part.TRAIN, scan)
        assert list_.view.shown is not None
        assert list_.view.shown.scan is scans[0]
    qtbot.waitUntil(lambda: list_.view.shown is not None and list_.view.shown.scan is scans[2])


def test_that_other_data_is_shown_at_once(list_: WorstSamples) -> None:
    data, other = make_classes(50), make_classes(40, seed=2)
    list_.show_scan(data, Part.TRAIN, scan_of(data))
    list_.show_scan(other, Part.TRAIN, scan_of(other))
    assert list_.view.shown is not None
    assert list_.view.shown.whole is other


def test_that_it_keeps_still_while_somebody_points_at_it(qtbot: Any, list_: WorstSamples) -> None:
    data = make_classes(50)
    first, second = scan_of(data), scan_of(data, 1)
    list_.pause.setInterval(1)
    list_.show_scan(data, Part.TRAIN, first)
    place = QPointF(10, 10)
    viewport = list_.view.viewport()
    QApplication.sendEvent(viewport, QEnterEvent(place, place, place))
    assert list_.view.held
    list_.show_scan(data, Part.TRAIN, second)
    qtbot.waitUntil(lambda: not list_.pause.isActive())
    list_.show_scan(data, Part.TRAIN, second)
    assert list_.view.shown is not None
    assert list_.view.shown.scan is first
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert list_.view.shown.scan is second


def test_that_its_values_can_be_copied(list_: WorstSamples) -> None:
    data = make_classes(8)
    scan = scan_of(data)
    list_.show_scan(data, Part.TRAIN, scan)
    menu = list_.build_menu(0)
    next(action for action in menu.actions() if action.text() == "Copy values").trigger()
    rows = QGuiApplication.clipboard().text().splitlines()
    assert [int(row.split("\t")[0]) for row in rows[1:]] == np.argsort(-scan.losses).tolist()


def test_that_it_is_drawn_at_any_size(list_: WorstSamples) -> None:
    data = make_images(3)
    list_.show_scan(data, Part.TRAIN, scan_of(data))
    list_.set_marks(1, 2)
    assert (list_.view.marks.selected, list_.view.marks.at_hand) == (1, 2)
    for size in ((1, 1), (40, 30), (900, 200)):
        list_.resize(*size)
        list_.grab()
    assert list_.view.sample_at(QPoint(-5, -5)) is None
