"""A mouse for the loss panel, and records."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from bpviz.ui.panels.loss.panel import LossPanel
from tests.ui.frames import make_frame
from tests.ui.records import make_classes, make_evaluations, make_history


def run_of(tip: int, width: int = 1, **overrides: Any) -> Any:
    values = {
        "dataset": make_classes(50),
        "step": tip,
        "tip": tip,
        "history": make_history(tip, width) if tip else None,
        "train_curve": make_evaluations(tip, 4),
        "test_curve": make_evaluations(tip, 4),
    }
    return make_frame(**(values | overrides))


def pixel_of(panel: LossPanel, step: float) -> QPoint:
    area = panel.plot.area()
    return QPoint(round(float(panel.plot.px(step))), area.top() + area.height() // 2)


def wheel(panel: LossPanel, at: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(panel.plot.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.plot, event)


def painted(panel: LossPanel) -> QImage:
    return panel.grab().toImage()


def colours_in_plot(panel: LossPanel) -> int:
    image, area = panel.plot.grab().toImage(), panel.plot.area()
    rows = range(area.top(), area.bottom(), 2)
    return len({image.pixel(x, y) for y in rows for x in range(area.left(), area.right(), 3)})
