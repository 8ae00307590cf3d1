"""The axes of a chart: what is kept of them looks as if all were drawn anew."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from PySide6.QtGui import QFont, QImage

from bpviz.ui.core.theme import DARK
from bpviz.ui.kit.charts import chart as module
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.scale import Scale
from tests.ui.themes import use_theme


def chart(qtbot: Any, **changes: object) -> Chart:
    made = Chart()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.x_title, made.y_title = "step", "loss ‖<i>f</i> − <i>y</i>‖²"
    made.x_scale, made.y_scale = Scale(0.0, 1000.0), Scale(0.0, 3.0)
    change(made, **changes)
    return made


def change(made: Chart, **changes: object) -> None:
    for name, value in changes.items():
        if name == "theme":
            use_theme(value)  # type: ignore[arg-type]
        elif name == "font":
            made.setFont(value)  # type: ignore[arg-type]
        elif name == "width":
            made.resize(value, 300)  # type: ignore[call-overload]
        else:
            setattr(made, name, value)


def picture(made: Chart) -> QImage:
    return made.grab().toImage()


@pytest.mark.parametrize(
    "changes",
    [
        {"x_scale": Scale(0.0, 1007.0)},
        {"y_scale": Scale(0.0, 0.4)},
        {"right_scale": Scale(0.0, 100.0), "right_title": "accuracy"},
        {"y_title": "another"},
        {"theme": DARK},
        {"font": QFont("DejaVu Sans", 17)},
        {"width": 640},
        {"x_scale": Scale(-5.0, 5.0), "y_scale": Scale(1.0, 2.0), "width": 401},
    ],
)
def test_that_a_chart_that_changes_looks_like_a_new_one(
    qtbot: Any, changes: dict[str, object]
) -> None:
    made = chart(qtbot)
    before = picture(made)
    change(made, **changes)
    after = picture(made)
    assert after != before
    assert after == picture(chart(qtbot, **changes))


def test_that_only_the_bottom_axis_of_a_growing_chart_is_drawn_again(qtbot: Any) -> None:
    made = chart(qtbot)
    picture(made)
    with (
        patch.object(module, "paint_sides", side_effect=module.paint_sides) as sides,
        patch.object(module, "paint_bottom", side_effect=module.paint_bottom) as bottom,
    ):
        for end in (1100.0, 1200.0, 1300.0, 1300.0):
            made.x_scale = Scale(0.0, end)
            picture(made)
        assert (sides.call_count, bottom.call_count) == (0, 3)
        made.y_scale = Scale(0.0, 5.0)
        picture(made)
        assert (sides.call_count, bottom.call_count) == (1, 4)
