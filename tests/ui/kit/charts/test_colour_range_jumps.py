"""Whatever keeps a scale begins anew with it after a jump: the pictures are those of fresh panels.

Every panel is shown weights as they are after millions of steps, forty times as large, and then
those of step 0.  Its pixels are compared with those of a panel that never saw anything else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from bpviz.datasets import load
from bpviz.network import Activation, Network
from bpviz.training.events import Frame, State
from bpviz.training.step.phases import Phase
from bpviz.ui.core.panel import Panel
from bpviz.ui.panels.debugger.panel import DebuggerPanel
from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from bpviz.ui.panels.decision_boundary.quantity import PlottedQuantity, Quantity
from bpviz.ui.panels.draw.panel import DrawPanel
from bpviz.ui.panels.hidden_units.panel import UnitsPanel
from bpviz.ui.panels.network_graph.panel import GraphPanel
from bpviz.ui.panels.rule_comparison.panel import RulePanel
from bpviz.ui.panels.sample.panel import SamplePanel
from bpviz.ui.panels.weights.panel import WeightsPanel
from tests.ui.frames import make_frame, make_images, make_trace
from tests.ui.shown_panels import Sent

SIZE = 760, 520


def weights(matrix: Any, quantity: str) -> Callable[[], Panel]:
    def make() -> Panel:
        panel = WeightsPanel(matrix, Sent())
        panel.quantity.button(quantity).click()
        return panel

    return make


def histograms() -> Panel:
    panel = UnitsPanel(Sent())
    panel.head.views.button("histograms").click()
    return panel


PANELS: dict[str, Callable[[], Panel]] = {
    "W1": weights("W1", "W"),
    "G of W1": weights("W1", "G"),
    "change of W1": weights("W1", "dW"),
    "W2": weights("W2", "W"),
    "graph": lambda: GraphPanel(Sent(), clock=lambda: 0.0),
    "cards": lambda: UnitsPanel(Sent()),
    "histograms": histograms,
    "rules": lambda: RulePanel(Sent()),
    "boundary": lambda: BoundaryPanel(Sent()),
    "sample": lambda: SamplePanel(Sent()),
    "draw": lambda: DrawPanel(Sent()),
    "debugger": lambda: DebuggerPanel(Sent()),
}


def network_of(n: int, l: int, d: int, factor: float) -> Network:  # noqa: E741
    """ReLU and no σ₂: nothing in it has an end of its own."""
    first = Network.initial(
        n_inputs=n, n_hidden=l, n_outputs=d, seed=5,
        sigma1=Activation.RELU, sigma2=Activation.IDENTITY,
    )  # fmt: skip
    return Network(factor * first.W1, factor * first.W2, first.sigma1, first.sigma2)


def frame(name: str, factor: float, step: int, **where: Any) -> Frame:
    if name in ("graph", "boundary", "sample", "draw"):
        data = load("sine" if name in ("boundary", "sample") else "xor")
    else:
        data = make_images(shape=(7, 7))
    network = network_of(data.n_inputs, 6, data.n_outputs, factor)
    values: dict[str, Any] = {"step": step, "tip": 7_000_000, "network": network}
    if name == "debugger":
        values["phase"] = Phase.Z1
    elif name == "rules":
        values["state"] = State.RUNNING  # where it stands, every pair is fitted
    elif name == "sample":
        answer = make_trace(network, data.x(0), data.Y[0])
        values["preview"] = replace(answer, f=np.array([0.6 * factor]))
    return make_frame(data, **(values | where))


def shown(qtbot: Any, name: str) -> Panel:
    panel = PANELS[name]()
    qtbot.addWidget(panel)
    panel.resize(*SIZE)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def pixels(panel: Panel) -> np.ndarray[Any, Any]:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()
    seen: QWidget = panel
    if isinstance(panel, DebuggerPanel):  # formulas are set in a thread, and come when they come
        seen = panel.page.tables
    elif isinstance(panel, RulePanel):  # curves of a run that goes on are drawn now and then
        seen = panel.pictures
    image = seen.grab().toImage()
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1).copy()


LONG_AGO: dict[str, dict[str, Any]] = {
    "a jump in the same run": {"run": 3, "jumps": 6},
    "another run or other data": {"run": 2, "jumps": 7},
}


@pytest.mark.parametrize("name", PANELS)
@pytest.mark.parametrize("where", LONG_AGO.values(), ids=LONG_AGO.keys())
def test_that_from_seven_million_steps_back_to_0_a_picture_is_as_a_fresh_one(
    qtbot: Any, name: str, where: dict[str, Any]
) -> None:
    start = frame(name, 1.0, 1 if name == "change of W1" else 0, run=3, jumps=7)
    fresh = shown(qtbot, name)
    fresh.show_frame(start)
    expected = pixels(fresh)
    fresh.close()
    old = shown(qtbot, name)
    old.show_frame(frame(name, 40.0, 7_000_000, **where))
    pixels(old)
    old.show_frame(start)
    np.testing.assert_array_equal(pixels(old), expected)


def test_that_a_unit_over_the_plane_is_fitted_after_a_jump(qtbot: Any) -> None:
    panels = [BoundaryPanel(Sent()) for _ in range(2)]
    data = load("xor")
    large, small = (
        make_frame(data, network=network_of(3, 6, 1, factor), run=1, jumps=jumps)
        for factor, jumps in ((40.0, 0), (1.0, 1))
    )
    for panel in panels:
        qtbot.addWidget(panel)
        panel.resize(*SIZE)
        panel.show()
        panel.show_frame(small if panel is panels[0] else large)
        panel.head.choose(PlottedQuantity(Quantity.UNIT, 0))
        panel.show_frame(small if panel is panels[0] else large)
        pixels(panel)
    panels[1].show_frame(small)
    spans = []
    for panel in panels:
        pixels(panel)
        assert panel.plane.drawn is not None
        spans.append(panel.plane.drawn.span)
    assert spans[0] == spans[1] is not None


@pytest.mark.parametrize("name", ["W1", "W2", "graph", "cards"])
def test_that_a_scale_is_steady_while_the_run_goes_on(qtbot: Any, name: str) -> None:
    panel = shown(qtbot, name)
    fresh = shown(qtbot, name)
    panel.show_frame(frame(name, 1.0, 100))
    small = frame(name, 0.2, 101)
    panel.show_frame(small)
    fresh.show_frame(small)
    assert not np.array_equal(pixels(panel), pixels(fresh))
