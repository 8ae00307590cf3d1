"""Reading the cards of the hidden units with mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF

from bpviz.ui.core.formatting import number
from bpviz.ui.panels.hidden_units.card_layout import UnitPart, picture_rect
from bpviz.ui.panels.hidden_units.panel import UnitsPanel
from tests.ui.frames import make_frame, make_images, make_regression
from tests.ui.panels.hidden_units.units import frame_of, place, point_at
from tests.ui.unit_scans import regression_scan


def test_that_weights_bins_and_figures_can_be_read(panel: UnitsPanel) -> None:
    data = make_images(constant=True)
    frame = frame_of(dataset=data)
    panel.show_frame(frame)
    cards = panel.cards.cards()
    corner = panel.cards.card_rect(2).topLeft()
    rect = picture_rect(cards.picture, (28, 28))
    pixel = rect.width() / 28
    at = corner + (rect.topLeft() + QPointF(3.5 * pixel, 1.5 * pixel)).toPoint()
    weight = frame.network.W1[2, 28 + 3]
    assert (
        point_at(panel, at) == f"W₁[2, 31] = {number(weight)}    from the pixel in row 1, column 3"
    )
    bars = cards.outputs
    at = corner + QPoint(bars.left() + bars.width() * 73 // 100, bars.center().y())
    assert point_at(panel, at).startswith(
        f"W₂[7, 2] = {number(frame.network.W2[7, 2])}    to output 7"
    )
    values = cards.values
    at = corner + QPoint(values.left() + values.width() * 60 // 100, values.center().y())
    assert point_at(panel, at) == "h of unit 2 from 0.500 to 0.750: 200 of 200 samples"
    words = point_at(panel, place(panel, 2, "title"))
    norm = number(np.linalg.norm(frame.network.W1[2]))
    assert (
        words == f"unit 2 · importance 2.000 pp · mean h 0.2000 · saturated 80.00 % · ‖W₁ₖ‖ {norm}"
    )
    assert point_at(panel, QPoint(1, 1)).startswith("Point at a card")


def test_that_inputs_with_names_are_named(panel: UnitsPanel) -> None:
    panel.show_frame(make_frame(make_regression(d=2), units=regression_scan()))
    room = panel.cards.cards().picture
    corner = panel.cards.card_rect(1).topLeft()
    assert "from 1 (constant)" in point_at(panel, corner + QPoint(room.right(), room.top() + 2))
    outputs = panel.cards.cards().outputs
    assert "to output 0 (temperature)" in point_at(panel, corner + outputs.topLeft() + QPoint(2, 2))


def test_that_every_part_of_a_card_is_explained(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of())

    def words(part: UnitPart, name: str, down: int = 0) -> str:
        return panel._explain(1, part, place(panel, 1, name) + QPoint(0, down))

    assert "goes on with all units" in words(UnitPart.TOGGLE, "toggle")
    line = panel.cards.cards().line
    found = [words(UnitPart.FIGURE, "figures", int((i - 1.5) * line)) for i in range(4)]
    assert [text.split(":")[0] for text in found] == ["Importance", "Mean h", "Saturated", "‖W₁ₖ‖"]
    assert "percentage points" in found[0]
    assert "Histogram" in words(UnitPart.VALUES, "values")
    index = panel.cards.found_at(QPointF(place(panel, 1, "outputs")))
    assert index is not None
    exact = repr(float(panel._frame.network.W2[index[2], 1])).replace("-", "−")  # type: ignore
    assert exact in words(UnitPart.OUTPUTS, "outputs")


def test_that_the_figures_can_be_copied_as_a_table(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(switched_off=(3,)))
    rows = [line.split("\t") for line in panel.cards.values_text().split("\n")]
    assert len(rows) == 9
    row = dict(zip(rows[0], rows[4], strict=True))
    assert (row["unit"], row["on"], float(row["mean_h"])) == ("3", "0", pytest.approx(0.3))
    panel.show_frame(make_frame())
    assert len(panel.cards.values_text().split("\n")) == 9
