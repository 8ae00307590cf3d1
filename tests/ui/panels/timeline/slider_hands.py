"""A mouse for the slider of the position."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from bpviz.training.infos import JournalInfo
from bpviz.training.journal.entries import RateChange
from bpviz.ui.panels.timeline.marks import MarkRow, journal_marks
from bpviz.ui.panels.timeline.slider import PositionSlider

tips = st.integers(1, 2**62)


def at(slider: PositionSlider, step: int) -> QPoint:
    return QPoint(round(slider.axis().x_of(step)), slider.height() // 2)


def above(slider: PositionSlider, step: int) -> QPoint:
    """Where the marks of the journal are."""
    return QPoint(round(slider.axis().x_of(step)), 8)


def marks(*steps: int) -> MarkRow:
    changes = [RateChange(step, 0.3) for step in steps]
    return MarkRow(journal_marks([JournalInfo(c.step, c.words(), c) for c in changes], 0.1))


def put(
    slider: PositionSlider,
    journal: MarkRow | None = None,
    hits: MarkRow | None = None,
    forks: MarkRow | None = None,
) -> None:
    every = np.arange(0, 60_000, 100)
    slider.set_marks(every, *(row or MarkRow() for row in (journal, hits, forks)))


def turn(
    slider: PositionSlider,
    at: QPoint,
    notches: float,
    *,
    shift: bool = False,
    sideways: bool = False,
) -> bool:
    """Turn the wheel; return whether the slider had a use for that."""
    angle = QPoint(round(120 * notches), 0) if sideways else QPoint(0, round(120 * notches))
    modifier = Qt.KeyboardModifier
    event = QWheelEvent(
        QPointF(at), QPointF(slider.mapToGlobal(at)), QPoint(), angle,
        Qt.MouseButton.NoButton, modifier.ShiftModifier if shift else modifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    return event.isAccepted()
