"""What the network graph knows of a frame, and what it says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset, load
from bpviz.network import Network
from bpviz.training.events import Frame, State
from bpviz.training.step.phases import PHASES, Phase
from bpviz.ui.core.formatting import exact, number
from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.network_graph.model import GraphState, Layer, Unit
from bpviz.ui.panels.network_graph.texts import describe, values_text
from tests.ui.frames import make_frame, make_network, make_table


@pytest.fixture(scope="module")
def iris() -> Dataset:
    return load("iris")


def state_of(data: Dataset, phase: Phase = Phase.DRAW, row: int = 0, **more: Any) -> GraphState:
    return GraphState.of(make_frame(data, phase=phase, row=row, **more), data)


def facts(state: GraphState, unit: Unit) -> dict[str, float | None]:
    return dict(state.facts(unit))


def test_that_between_two_steps_every_value_is_there(iris: Dataset) -> None:
    frame = make_frame(iris, sample=5)
    state, trace = GraphState.of(frame, iris), frame.preview
    assert trace is not None
    assert facts(state, Unit(Layer.INPUT, 3)) == {"x": trace.x[3]}
    assert facts(state, Unit(Layer.HIDDEN, 2)) == {
        "z1": trace.z1[2],
        "h": trace.h[2],
        "σ₁′": trace.sigma1_prime[2],
        "δ1": trace.delta1[2],
    }
    assert facts(state, Unit(Layer.OUTPUT, 1)) == {
        "z2": trace.z2[1],
        "f": trace.f[1],
        "y": trace.y[1],
        "σ₂′": trace.sigma2_prime[1],
        "δ2": trace.delta2[1],
    }
    assert state.gradient(Selection("W1", 2, 3)) == trace.grad_W1[2, 3]
    assert state.gradient(Selection("W2", 1, 2)) == trace.grad_W2[1, 2]


def test_that_inside_a_step_only_what_is_computed_is_there(iris: Dataset) -> None:
    known = {
        Phase.Z1: {"x", "y"},
        Phase.H: {"x", "y", "z1"},
        Phase.Z2: {"x", "y", "z1", "h"},
        Phase.F: {"x", "y", "z1", "h", "z2"},
        Phase.LOSS: {"x", "y", "z1", "h", "z2", "f"},
        Phase.GRAD_W2: {"x", "y", "z1", "h", "z2", "f"},
    }
    for phase, symbols in known.items():
        state = state_of(iris, phase)
        found = {
            symbol
            for layer in Layer
            for symbol, value in state.facts(Unit(layer, 0))
            if value is not None
        }
        assert found == symbols, phase


def test_that_rows_to_come_have_no_delta_and_no_gradient(iris: Dataset) -> None:
    state = state_of(iris, Phase.GRAD_W1, 3)
    deltas = [state.value("δ1", k) is not None for k in range(8)]
    assert deltas == [True] * 3 + [False] * 5
    assert state.gradient(Selection("W1", 2, 0)) is not None
    assert state.gradient(Selection("W1", 3, 0)) is None
    assert state.gradient(Selection("W2", 2, 7)) is not None


def test_that_a_delta_that_is_not_a_number_is_a_value(iris: Dataset) -> None:
    W2 = make_network(4, 8, 3).W2.copy()
    W2[0, 0] = np.nan
    network = Network(make_network(4, 8, 3).W1, W2)
    state = state_of(iris, Phase.UPDATE, network=network)
    value = state.value("δ2", 0)
    assert value is not None
    assert np.isnan(value)


def test_that_a_unit_shows_what_it_passes_on_and_beside_it_z_or_delta(iris: Dataset) -> None:
    assert state_of(iris).symbols(Layer.HIDDEN, 2) == ("h", "δ1")
    assert state_of(iris, Phase.Z2).symbols(Layer.HIDDEN, 2) == ("h", "z1")
    assert state_of(iris, Phase.GRAD_W2).symbols(Layer.OUTPUT, 2) == ("f", "δ2")
    assert state_of(iris, Phase.GRAD_W2).symbols(Layer.HIDDEN, 2) == ("h", "z1")
    assert state_of(iris, Phase.H).symbols(Layer.HIDDEN, 1) == ("z1", "")
    assert state_of(iris, Phase.Z2).symbols(Layer.HIDDEN, 1) == ("h", "")
    assert state_of(iris, Phase.F).symbols(Layer.OUTPUT, 1) == ("z2", "")


def test_that_errors_flow_on_the_way_back_only(iris: Dataset) -> None:
    flowing = [phase for phase in PHASES if state_of(iris, phase).flowing]
    assert flowing == [Phase.LOSS, Phase.GRAD_W2, Phase.GRAD_W1, Phase.UPDATE]


def test_that_errors_flow_in_a_slow_run_and_not_in_a_fast_one(iris: Dataset) -> None:
    slow = state_of(iris, Phase.GRAD_W1, state=State.RUNNING, steps_per_second=1.0)
    fast = state_of(iris, Phase.GRAD_W1, state=State.RUNNING, steps_per_second=5000.0)
    assert slow.flowing
    assert not fast.flowing


def test_that_units_have_the_names_of_the_data_set(iris: Dataset) -> None:
    state = state_of(iris)
    assert state.name(Unit(Layer.INPUT, 0)) == iris.input_names[0]
    assert state.name(Unit(Layer.OUTPUT, 2)) == iris.class_names[2]
    assert state.name(Unit(Layer.TARGET, 2)) == iris.class_names[2]
    assert state.name(Unit(Layer.HIDDEN, 6)) == "6"


def test_that_units_without_names_are_numbered_and_a_single_one_needs_none() -> None:
    data = make_table(n=3, d=2)
    assert state_of(data).input_names == ("0", "1", "2")
    assert state_of(load("xor")).output_names == ("",)  # two classes, one output


def test_that_a_unit_is_described_with_all_digits_or_with_four(iris: Dataset) -> None:
    frame = make_frame(iris)
    state, trace = GraphState.of(frame, iris), frame.preview
    assert trace is not None
    words = describe(state, Unit(Layer.OUTPUT, 1))
    assert words.startswith(f"output 1 ({iris.class_names[1]})")
    for symbol, value in (("z2", trace.z2[1]), ("f", trace.f[1]), ("δ2", trace.delta2[1])):
        assert f"{symbol} = {exact(value)}" in words
    assert f"δ2 = {number(trace.delta2[1])}" in describe(state, Unit(Layer.OUTPUT, 1), number)


def test_that_what_is_not_computed_is_described_by_a_dash(iris: Dataset) -> None:
    words = describe(state_of(iris, Phase.Z2), Unit(Layer.HIDDEN, 0))
    assert "δ1 = –" in words
    assert "h = –" not in words
    assert "∂W₁[0, 0] = –" in describe(state_of(iris, Phase.Z2), Selection("W1", 0, 0))


def test_that_a_connection_is_described_by_weight_gradient_and_ends(iris: Dataset) -> None:
    frame = make_frame(iris)
    state = GraphState.of(frame, iris)
    assert frame.preview is not None
    words = describe(state, Selection("W1", 5, 2))
    assert f"W₁[5, 2] = {exact(frame.network.W1[5, 2])}" in words
    assert f"∂W₁[5, 2] = {exact(frame.preview.grad_W1[5, 2])}" in words
    assert iris.input_names[2] in words
    assert "hidden unit 5" in words


def updating(iris: Dataset) -> Frame:
    before = make_network(4, 8, 3)
    W2 = before.W2.copy()
    W2[0] -= 0.25
    return make_frame(
        iris,
        phase=Phase.UPDATE,
        row=1,
        network=Network(before.W1, W2),
        network_before=before,
    )


def test_that_in_an_update_the_weight_before_is_told_where_it_changed(iris: Dataset) -> None:
    frame = updating(iris)
    state = GraphState.of(frame, iris)
    old = frame.old_network.W2[0, 3]
    assert f"before: {exact(old)}" in describe(state, Selection("W2", 0, 3))
    assert "before" not in describe(state, Selection("W2", 1, 3))


def test_that_all_values_can_be_taken_along(iris: Dataset) -> None:
    frame = make_frame(iris)
    assert frame.preview is not None
    rows = [line.split("\t") for line in values_text(GraphState.of(frame, iris)).splitlines()]
    assert [
        "hidden",
        "2",
        "2",
        *map(
            str,
            (
                frame.preview.z1[2].item(),
                frame.preview.h[2].item(),
                frame.preview.sigma1_prime[2].item(),
                frame.preview.delta1[2].item(),
            ),
        ),
    ] in rows
    weight, gradient = frame.network.W2[1, 4].item(), frame.preview.grad_W2[1, 4].item()
    assert ["W2", "1", "4", str(weight), str(gradient)] in rows
    assert sum(row[0] in ("W1", "W2") for row in rows) == 4 * 8 + 8 * 3


def test_that_values_not_computed_are_left_empty_there(iris: Dataset) -> None:
    lines = values_text(state_of(iris, Phase.Z1)).splitlines()
    assert "hidden\t0\t0\t\t\t\t" in lines
    assert "NaN" not in "".join(lines)
