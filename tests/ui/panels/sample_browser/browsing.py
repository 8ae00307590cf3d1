"""A sample browser to be tested, with data and scans made by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.results import Scan
from bpviz.training.events import Frame
from bpviz.ui.kit.sample_list.sorting import SortBy
from bpviz.ui.kit.sample_list.view import SampleView
from bpviz.ui.panels.sample_browser.panel import BrowserPanel
from tests.ui import mouse
from tests.ui.frames import changed, make_frame
from tests.ui.shown_panels import Sent


def make_pictures(m: int, classes: int = 4, test: Dataset | None = None, seed: int = 5) -> Dataset:
    """Pictures of 4 × 4 pixels, quickly made even if there are 60 000."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, classes, m)
    return Dataset.from_arrays(
        "pictures",
        rng.random((m, 16)),
        np.eye(classes)[labels],
        labels=labels,
        class_names=tuple("abcdefghij"[:classes]),
        image_shape=(4, 4),
        test=test,
    )


def make_answers(data: Dataset, step: int = 0, seed: int = 0, **overrides: Any) -> Scan:
    """Random losses and predictions, a third of them wrong."""
    rng = np.random.default_rng(seed)
    m = data.n_samples
    losses = rng.permutation(m) + 1.0
    values: dict[str, Any] = {
        "step": step,
        "losses": losses,
        "magnitudes": np.stack([rng.permutation(m) + 1.0, rng.permutation(m) + 1.0], axis=1),
    }
    if data.labels is None:
        values["outputs"] = data.Y + rng.normal(0, 0.1, data.Y.shape)
    else:
        classes = len(data.class_names)
        other = (data.labels + rng.integers(1, classes, m)) % classes
        predicted = np.where(rng.random(m) < 1 / 3, other, data.labels)
        values |= {"predicted": predicted, "correct": predicted == data.labels}
    return Scan(**(values | overrides))


def frame_of(data: Dataset, step: int = 0, seed: int = 0, **overrides: Any) -> Frame:
    """A frame with scans of both parts."""
    values: dict[str, Any] = {"step": step, "scan": make_answers(data, step, seed)}
    if data.test is not None:
        values["test_scan"] = make_answers(data.test, step, seed + 1)
    return make_frame(data, **(values | overrides))


def make_panel(qtbot: Any, sent: Sent, size: tuple[int, int] = (480, 320)) -> BrowserPanel:
    # A test before may have left the mouse where the panel comes up: it would hold the list.
    QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight())
    panel = BrowserPanel(sent)
    qtbot.addWidget(panel)
    panel.resize(*size)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


def view_of(panel: BrowserPanel) -> SampleView:
    return panel.views.view


def listed_by(panel: BrowserPanel) -> list[int]:
    shown = panel.samples.shown
    return [] if shown is None else [int(i) for i in shown.indices]


def place_of(panel: BrowserPanel, sample: int) -> QPoint:
    """Where a sample can be clicked."""
    view = view_of(panel)
    assert view.shown is not None
    place = view.shown.place(sample)
    assert place is not None
    rect = view.rect_of(place)
    at = QPoint(min(rect.center().x(), view.viewport().width() - 2), rect.center().y())
    assert view.viewport().rect().contains(at), "it is not in sight"
    return at


def click(panel: BrowserPanel, sample: int) -> None:
    QTest.mouseClick(
        view_of(panel).viewport(), Qt.MouseButton.LeftButton, pos=place_of(panel, sample)
    )


def double_click(panel: BrowserPanel, sample: int) -> None:
    mouse.double_click(view_of(panel).viewport(), place_of(panel, sample))


def press(panel: BrowserPanel, *keys: Any) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(view_of(panel), key)
        else:
            QTest.keyClick(view_of(panel), key)


def enter(panel: BrowserPanel) -> None:
    """The mouse comes over the samples."""
    at = QPointF(5, 5)
    QApplication.sendEvent(view_of(panel).viewport(), QEnterEvent(at, at, at))


def leave(panel: BrowserPanel) -> None:
    QApplication.sendEvent(view_of(panel).viewport(), QEvent(QEvent.Type.Leave))


def later(frame: Frame, **overrides: Any) -> Frame:
    return changed(frame, **overrides)


def choose(panel: BrowserPanel, name: str, value: Any) -> None:
    """Choose an item of a list of choices as a person does."""
    combo: Any = getattr(panel.controls, name)
    data = [combo.itemData(i) for i in range(combo.count())]
    data = [SortBy(each[0]) if name == "order" else each for each in data]
    index = next(i for i, each in enumerate(data) if each == value)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def choose_part(panel: BrowserPanel, which: Part) -> None:
    panel.controls.part.button(which).click()


DATA = make_pictures(90, test=make_pictures(40, seed=6))
