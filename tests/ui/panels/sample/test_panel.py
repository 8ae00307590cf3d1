"""How the pair at hand is shown."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset
from bpviz.network import Activation, Network
from bpviz.training.step.phases import Phase
from bpviz.ui.core.formatting import number
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.sample.panel import SamplePanel
from tests.ui.frames import make_frame, make_images, make_network, make_table
from tests.ui.themes import use_theme


def test_that_a_task_without_picture_and_label_has_a_table(panel: SamplePanel) -> None:
    data = make_table(names=("age", "height", "weight"))
    panel.show_frame(make_frame(data, sample=4))
    assert panel.inputs.currentWidget() is panel.table
    rows = [line.split("\t") for line in panel.table.text().split("\n")]
    assert [name for name, _ in rows] == ["age", "height", "weight"]
    assert [float(value) for _, value in rows] == data.x(4).tolist()
    model = panel.table.model()
    assert model.data(model.index(1, 0)) == "height"
    assert model.data(model.index(1, 1)) == number(data.x(4)[1])
    assert not panel.facts.label.isVisible()
    assert not panel.facts.predicted.isVisible()


def test_that_many_inputs_and_outputs_scroll(panel: SamplePanel, qtbot: QtBot) -> None:
    panel.show_frame(make_frame(make_table(n=3000, d=200)))
    assert panel.table.verticalScrollBar().maximum() > 0
    qtbot.waitUntil(lambda: panel.bars.height() > panel.height())
    panel.grab()


def test_that_it_is_calm_while_the_data_is_loading(panel: SamplePanel) -> None:
    panel.show_frame(make_frame(sample=7))
    panel.show_frame(make_frame(dataset_loaded=False))
    empty = panel.findChild(QWidget, "sample_empty")
    assert empty is not None
    assert empty.isVisible()
    panel.show_frame(make_frame(sample=7))
    assert not empty.isVisible()


def test_that_the_pair_is_shown_before_anything_is_computed(panel: SamplePanel) -> None:
    data = make_images()
    panel.show_frame(make_frame(data, sample=3, preview=None))
    assert np.array_equal(panel.picture.values, data.x(3).reshape(28, 28))
    assert panel.bars.shown.f is None
    assert panel.facts.loss.value.text() == "–"
    assert panel.facts.predicted.value.text() == "–"
    panel.grab()


def test_that_the_axis_is_fixed_for_sigmoids_and_fits_others(panel: SamplePanel) -> None:
    data = make_table(d=2)
    base = make_network(3, 4, 2)
    panel.show_frame(make_frame(data, network=base))
    assert (panel.bars.shown.low, panel.bars.shown.high) == (0.0, 1.0)
    tanh = Network(base.W1, base.W2, base.sigma1, Activation.TANH)
    panel.show_frame(make_frame(data, run=2, network=tanh))
    assert (panel.bars.shown.low, panel.bars.shown.high) == (-1.0, 1.0)
    y = np.array([[30.0, -2.0]] * 4)
    large = Dataset.from_arrays("large", np.ones((4, 3)), y)
    line = Network(base.W1, base.W2, base.sigma1, Activation.IDENTITY)
    panel.show_frame(make_frame(large, run=3, network=line))
    assert (panel.bars.shown.low, panel.bars.shown.high) == (-30.0, 30.0)
    panel.grab()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_numbers_that_are_not_finite_are_survived(panel: SamplePanel, theme: Any) -> None:
    use_theme(theme)
    base = make_network(784, 8, 10)
    W2 = base.W2.copy()
    W2[0], W2[1] = np.nan, np.inf
    panel.show_frame(make_frame(network=Network(base.W1, W2)))
    panel.grab()
    assert panel.facts.loss.value.text() == "NaN"
    assert panel.facts.predicted.value.text() == "–"
    x = np.array([[np.nan, np.inf, -1.0, 2.0]] * 3)
    bad = Dataset.from_arrays("bad", x, [[np.nan], [np.inf], [0]], image_shape=(2, 2))
    panel.show_frame(make_frame(bad, run=2))
    image = panel.picture.image()
    assert image.pixelColor(0, 0).name() == theme.warning
    panel.grab()


def test_that_ink_is_dark_on_paper_and_light_in_the_dark(panel: SamplePanel) -> None:
    x = np.array([[0.0, 0.5, 1.0, 0.0]] * 2)
    data = Dataset.from_arrays("ink", x, [[0.0]] * 2, image_shape=(2, 2))
    for theme in (LIGHT, DARK):
        use_theme(theme)
        panel.show_frame(make_frame(data))
        image = panel.picture.image()
        assert image.pixelColor(0, 0).name() == theme.base
        assert image.pixelColor(0, 1).name() == theme.text


def test_that_inputs_and_outputs_can_be_copied(panel: SamplePanel) -> None:
    data = make_images()
    frame = make_frame(data, sample=5)
    panel.show_frame(frame)
    for source, rows in ((panel.picture, 28), (panel.bars, 11)):
        actions = {action.text(): action for action in panel.build_menu(source).actions()}
        actions["Copy values"].trigger()
        table = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
        assert len(table) == rows
    assert frame.preview is not None
    assert [float(f) for f, _ in table[1:]] == frame.preview.f.tolist()


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (80, 60), (3840, 2000)])
@pytest.mark.parametrize("table", [True, False])
def test_that_any_size_of_the_panel_works(
    panel: SamplePanel, size: tuple[int, int], table: bool
) -> None:
    panel.resize(*size)
    panel.show_frame(make_frame(make_table() if table else None))
    panel.grab()
    panel.resize(450, 330)
    assert not panel.grab().isNull()


def test_that_every_control_explains_itself(panel: SamplePanel) -> None:
    for data in (make_table(), make_images()):
        panel.show_frame(make_frame(data))
        for widget in panel.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                inner = widget.parentWidget() is panel.chooser.index  # its own line editor
                assert inner or widget.objectName(), widget
                assert inner or widget.accessibleName(), widget.objectName()
                assert inner or widget.toolTip(), widget.objectName()


@pytest.mark.parametrize(
    ("phase", "inputs", "outputs"),
    [
        (Phase.DRAW, "", ""),
        (Phase.Z1, "reads", ""),
        (Phase.H, "", ""),
        (Phase.F, "", "computes"),
        (Phase.LOSS, "", "reads"),
        (Phase.GRAD_W2, "", "reads"),
        (Phase.GRAD_W1, "reads", ""),
        (Phase.UPDATE, "", ""),
    ],
)
def test_that_brackets_say_what_the_step_does_to_its_pair(
    panel: SamplePanel, phase: Phase, inputs: str, outputs: str
) -> None:
    data = make_images()
    panel.show_frame(make_frame(data, phase=phase))
    assert [frame.at_hand for frame in panel.frames] == [inputs, outputs]
    panel.show_frame(make_frame(data, phase=phase, selected=3))  # not the pair of the step
    assert [frame.at_hand for frame in panel.frames] == ["", ""]


def test_that_brackets_are_drawn_around_the_inputs(panel: SamplePanel) -> None:
    data = make_images()
    panel.show_frame(make_frame(data, phase=Phase.H))
    plain = panel.grab().toImage()
    panel.show_frame(make_frame(data, phase=Phase.Z1))
    assert panel.grab().toImage() != plain


def test_that_the_verdict_keeps_its_colour_in_another_theme(panel: SamplePanel) -> None:
    panel.show_frame(make_frame(make_images()))
    caption = panel.facts.predicted.caption
    for theme in (DARK, LIGHT):
        use_theme(theme)
        right = "✓" in caption.text()
        colour = caption.palette().color(caption.foregroundRole()).name()
        assert colour == (theme.series[2] if right else theme.warning)


def test_that_no_number_of_a_narrow_panel_is_cut(panel: SamplePanel) -> None:
    panel.show_frame(make_frame(make_images()))
    assert panel.facts.norm1.isVisible()
    panel.resize(240, 330)
    QGuiApplication.processEvents()
    assert not panel.facts.norm1.isVisible()
    for fact in (panel.facts.predicted, panel.facts.label, panel.facts.loss):
        wide = fact.value.fontMetrics().horizontalAdvance(fact.value.text())
        assert fact.isVisible()
        assert wide <= fact.value.width()


@pytest.mark.parametrize("width", range(260, 640, 20))
def test_that_a_tiny_number_keeps_its_exponent_or_is_left_out(
    panel: SamplePanel, width: int
) -> None:
    panel.show_frame(make_frame(make_images()))
    panel.resize(width, 330)
    QGuiApplication.processEvents()
    facts = panel.facts
    shown = [fact for fact in (facts.loss, facts.norm1, facts.norm2) if fact.isVisible()]
    assert facts.loss in shown
    for fact in shown:
        fact.set_value(number(5.299e-12))
        room = fact.value.width()
        assert fact.value.fontMetrics().horizontalAdvance(fact.value.text()) <= room
