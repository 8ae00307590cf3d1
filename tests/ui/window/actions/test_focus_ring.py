"""Whatever the keys go to has a ring that can be seen, in both themes."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from bpviz.ui.window.layouts import LAYOUTS
from tests.ui.conftest import Stage
from tests.ui.window.actions.test_focus_return import chosen, seen

CONTRAST = 3.0
"""What WCAG asks of a mark of the focus, between the picture with it and without it."""


def light(stage: Stage, widget: QWidget) -> npt.NDArray[np.float64]:
    """(height, width) relative luminance of each pixel of `widget`, as the window has it."""
    window = stage.window
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    value = rows[:, : image.width(), :3] / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.0722, 0.7152, 0.2126])  # blue, green, red


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_everything_that_takes_the_focus_shows_it(qtbot: Any, theme: str) -> None:
    stage = Stage(qtbot, theme)
    try:
        stage.show()
        known: set[str] = set()
        for layout in LAYOUTS:
            chosen(stage, layout)
            for widget in list(seen(stage)):
                whole = widget.visibleRegion().boundingRect() == widget.rect()
                if widget.objectName() in known or not whole:
                    continue
                known.add(widget.objectName())
                stage.window.setFocus()
                without = light(stage, widget)
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                QGuiApplication.processEvents()
                ring = light(stage, widget)
                ratio = (np.maximum(ring, without) + 0.05) / (np.minimum(ring, without) + 0.05)
                around = 2 * (widget.width() + widget.height())
                assert (ratio >= CONTRAST).sum() > around / 2, widget.objectName()
        assert len(known) > 50
    finally:
        stage.end()
