"""Small buttons above a plot."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from bpviz.ui.kit.controls.buttons import flat_button


def edge_and_inside(button: QToolButton) -> tuple[int, int]:
    """Return the colours of its edge, and of what is just inside."""
    image: QImage = button.grab().toImage()
    return image.pixel(0, image.height() // 2), image.pixel(3, 3)


def test_that_a_switch_looks_like_a_button_that_is_up_or_down(qtbot: QtBot) -> None:
    switch = flat_button("switch", "log", "A logarithmic axis")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    edge, inside = edge_and_inside(switch)
    assert edge != inside
    switch.setChecked(True)
    assert edge_and_inside(switch)[1] == switch.palette().color(QPalette.ColorRole.Highlight).rgb()


def test_that_one_that_only_acts_is_flat(qtbot: QtBot) -> None:
    button = flat_button("act", "go", "It goes", checkable=False)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    edge, inside = edge_and_inside(button)
    assert edge == inside
