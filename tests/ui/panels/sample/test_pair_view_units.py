"""Own units, constants and names in the sample's panel."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import Activation, Network
from bpviz.ui.core.formatting import exact, number
from bpviz.ui.core.selection import Highlight
from bpviz.ui.kit.pair.output_range import OutputValues
from bpviz.ui.panels.sample.panel import SamplePanel
from tests.ui.frames import (
    make_frame,
    make_images,
    make_network,
    make_regression,
    make_table,
)
from tests.ui.panels.sample.pairs import DATA, facts


@pytest.fixture
def width() -> int:
    return 620


def test_that_a_regression_is_shown_in_own_units(panel: SamplePanel) -> None:
    data = make_regression()
    frame = make_frame(data, sample=3)
    panel.show_frame(frame)
    assert frame.preview is not None
    f, y = 100 + 50 * float(frame.preview.f[0]), 100 + 50 * float(data.Y[3, 0])
    assert facts(panel) == {
        "output f": number(f),
        "target y": number(y),
        "error f − y": number(f - y),
        "loss": number(frame.preview.loss),  # as the network sees it
    }
    bars = panel.bars
    assert bars.shown.ends(0) == (100.0, 150.0)
    words = bars.describe(0).split("\n")
    assert words[:4] == [
        "temperature",
        f"f = {exact(f)}",
        f"y = {exact(y)}",
        f"f − y = {exact(f - y)}",
    ]
    assert exact(float(frame.preview.f[0])) in words[4]
    assert exact(float(data.Y[3, 0])) in words[4]
    assert bars.output_at(QPointF(60, 10)) == 0


def test_that_own_units_wait_for_the_outputs(panel: SamplePanel) -> None:
    data = make_regression()
    panel.show_frame(make_frame(data, sample=3, preview=None))
    assert facts(panel)["output f"] == "–"
    assert facts(panel)["error f − y"] == "–"
    assert facts(panel)["target y"] == number(100 + 50 * float(data.Y[3, 0]))
    panel.grab()


def test_that_each_of_several_targets_has_its_own_axis(panel: SamplePanel) -> None:
    data = make_regression(d=2)
    frame = make_frame(data, sample=1)
    panel.show_frame(frame)
    shown = panel.bars.shown
    assert not shown.shares_axis
    assert [shown.ends(0), shown.ends(1)] == [(100.0, 150.0), (-20.0, -12.0)]
    assert shown.own_y(1) == pytest.approx(-20 + 8 * data.Y[1, 1])
    assert set(facts(panel)) == {"loss"}
    columns = [line.split("\t") for line in panel.view.outputs_text().split("\n")]
    assert columns[0][:2] == ["f", "y"]
    assert float(columns[2][1]) == data.Y[1, 1]
    assert float(columns[2][3]) == pytest.approx(-20 + 8 * data.Y[1, 1])
    panel.grab()


def test_that_classes_and_plain_targets_have_no_own_units(panel: SamplePanel) -> None:
    for data in (make_images(), make_table()):
        panel.show_frame(make_frame(data, run=int(data.labels is None)))
        assert panel.bars.shown.scale is None
        assert not panel.facts.error.isVisible()
        assert len(panel.view.outputs_text().split("\n")[0].split("\t")) == 2


@pytest.mark.parametrize("sigma2", list(Activation))
def test_that_the_axis_holds_what_is_drawn_on_it(panel: SamplePanel, sigma2: Activation) -> None:
    data = make_regression()
    base = make_network(3, 4, 1)
    network = Network(base.W1, base.W2, base.sigma1, sigma2)
    panel.show_frame(make_frame(data, network=network, run=7))
    shown = panel.bars.shown
    low, high = shown.ends(0)
    ticks = [tick.value for tick in shown.ticks(4)]
    assert 2 <= len(ticks) <= 6
    assert low <= ticks[0] < ticks[-1] <= high
    assert low <= shown.own_y(0) <= high
    assert low <= shown.origin(0) <= high


def test_that_bars_begin_at_zero_of_their_own_units_or_beside_it() -> None:
    def origin(offset: float, factor: float) -> float:
        scale = np.array([[offset, factor]])
        return OutputValues(None, np.zeros(1), 0.0, 1.0, scale).origin(0)

    assert origin(-1.25, 2.5) == 0.0
    assert origin(100.0, 50.0) == 100.0
    assert origin(-20.0, 8.0) == -12.0
    assert origin(20.0, -8.0) == 12.0


def test_that_a_picture_has_its_constant_below_it(panel: SamplePanel) -> None:
    data = make_images(constant=True)
    panel.show_frame(make_frame(data, sample=7))
    assert panel.inputs.currentWidget() is panel.picture
    assert np.array_equal(panel.picture.values, data.x(7)[:784].reshape(28, 28))
    assert panel.picture.more == "and a constant 1"
    rows = [line.split("\t") for line in panel.view.inputs_text().split("\n")]
    assert [len(row) for row in rows] == [28] * 28 + [1]
    assert float(rows[-1][0]) == 1.0
    rect = panel.picture.picture_rect()
    assert rect.bottom() + panel.picture.fontMetrics().height() <= panel.picture.height()
    plain = panel.picture.grab().toImage()
    panel.highlight(Highlight(input=784))
    boxed = panel.picture.grab().toImage()
    changed = [
        y
        for y in range(plain.height())
        for x in range(plain.width())
        if plain.pixel(x, y) != boxed.pixel(x, y)
    ]
    assert changed
    assert min(changed) > rect.bottom()  # the words, not a pixel
    panel.highlight(None)
    panel.show_frame(make_frame(make_images(), run=2))
    assert panel.picture.more == ""


def test_that_what_is_no_constant_makes_no_picture(panel: SamplePanel) -> None:
    X = np.ones((3, 5))
    odd = Dataset.from_arrays("odd", X, [[0.0]] * 3, image_shape=(2, 2), constant=None)
    panel.show_frame(make_frame(odd))
    assert panel.inputs.currentWidget() is panel.table


def test_that_tables_call_the_constant_so(panel: SamplePanel) -> None:
    panel.show_frame(make_frame(make_regression()))
    model = panel.table.model()
    assert [model.index(row, 0).data() for row in range(3)] == ["width", "height", "1 (constant)"]
    assert model.index(2, 1).data() == "1.000"


@pytest.mark.parametrize("width", [380, 480, 700])
def test_that_names_of_inputs_have_room(panel: SamplePanel, width: int) -> None:
    names = ("sepal length", "sepal width", "petal length", "petal width")
    data = make_table(n=4, d=3, names=names)
    panel.resize(width, 330)
    panel.show_frame(make_frame(data))
    QGuiApplication.processEvents()
    table, metrics = panel.table, panel.table.fontMetrics()
    model = table.model()
    for row in range(4):
        for column in range(2):
            room = table.columnWidth(column)
            assert metrics.horizontalAdvance(model.index(row, column).data()) + 4 <= room
    panel.show_frame(make_frame(data, sample=1))
    before = table.columnWidth(1)
    panel.show_frame(make_frame(data, sample=2))
    assert table.columnWidth(1) >= before  # nothing jumps back


def test_that_every_control_explains_itself_at_a_test_sample(panel: SamplePanel) -> None:
    panel.show_frame(make_frame(DATA, selected=4, selected_part=Part.TEST))
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            inner = widget.parentWidget() is panel.chooser.index
            assert inner or (widget.objectName() and widget.accessibleName() and widget.toolTip())
