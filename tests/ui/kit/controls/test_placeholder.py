"""What stands in place of a panel's content."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from bpviz.ui.kit.controls.placeholder import Placeholder, pages


def test_that_a_placeholder_is_in_front_and_fits_any_size(qtbot: Any) -> None:
    content = QWidget()
    stack = pages(Placeholder("empty"), content)
    qtbot.addWidget(stack)
    stack.resize(7, 5)
    stack.show()
    assert (stack.width(), stack.height()) == (7, 5)
    assert stack.findChild(Placeholder, "empty").isVisible()
    stack.setCurrentIndex(1)
    assert content.isVisible()


def test_that_it_says_that_data_is_loading_in_the_muted_colour_of_the_theme(qtbot: Any) -> None:
    label = Placeholder("empty")
    qtbot.addWidget(label)
    label.resize(300, 200)
    assert label.text() == "Waiting for the data set…"
    for colour in ("#00ff00", "#ff0000"):
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(colour))
        label.setPalette(palette)
        image = label.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(300) for y in range(200)}
        assert colour in seen
