"""Frames of units, and a mouse for their panel."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from bpviz.ui.panels.hidden_units.panel import UnitsPanel
from tests.ui.frames import make_frame
from tests.ui.unit_scans import make_unit_scan


def frame_of(n_hidden: int = 8, **overrides: Any) -> Any:
    values = {"step": 100, "tip": 100, "units": make_unit_scan(n_hidden)}
    return make_frame(n_hidden=n_hidden, **(values | overrides))


def place(panel: UnitsPanel, unit: int, part: str) -> QPoint:
    """A point of the viewport in the middle of a part of a unit's card."""
    cards = panel.cards
    at = cards.place_of(unit)
    assert at is not None
    return cards.card_rect(at).topLeft() + getattr(cards.cards(), part).center()


def click(panel: UnitsPanel, unit: int, part: str = "title") -> None:
    QTest.mouseClick(
        panel.cards.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, unit, part)
    )


def point_at(panel: UnitsPanel, at: QPoint) -> str:
    panel.cards.pointed.emit(panel.cards.found_at(QPointF(at)))
    return panel.readout.text()


def view_histograms(panel: UnitsPanel) -> None:
    panel.head.views.button("histograms").click()
