"""A widget that fits what it shows into its room."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QFont

from bpviz.ui.kit.controls.fitted_widget import FittedWidget


class Counting(FittedWidget):
    """Notes how wide it was, and how large its font, whenever it fitted itself."""

    def __init__(self) -> None:
        super().__init__()
        self.fitted: list[tuple[int, int]] = []

    def _fit(self) -> None:
        self.fitted.append((self.width(), self.font().pixelSize()))


def sized(pixels: int) -> QFont:
    font = QFont()
    font.setPixelSize(pixels)
    return font


def test_that_another_size_and_another_font_are_fitted_but_none_before_it_has_a_size(
    qtbot: Any,
) -> None:
    widget = Counting()
    qtbot.addWidget(widget)
    widget.setFont(sized(11))
    assert widget.fitted == []
    widget.resize(300, 50)
    with qtbot.waitExposed(widget):
        widget.show()
    assert widget.fitted[-1] == (300, 11)
    widget.resize(200, 50)
    assert widget.fitted[-1] == (200, 11)
    widget.setFont(sized(23))
    assert widget.fitted[-1] == (200, 23)
