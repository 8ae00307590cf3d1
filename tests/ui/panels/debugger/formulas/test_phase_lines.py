"""The lines of each phase: what stands there is what the step computed."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.training.events import Frame
from bpviz.training.settings import Order, Settings
from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.core.formatting import exact, number
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.panels.debugger.formulas.phase_lines import chain_lines, phase_lines, updated_row
from bpviz.ui.panels.debugger.formulas.pieces import Line, Role, lines_text
from bpviz.ui.panels.debugger.formulas.step_numbers import StepNumbers
from tests.ui.frames import make_frame, make_images, make_own, make_regression
from tests.ui.panels.debugger.formulas.steps import (
    kernel_frame,
    make_data,
    scaled,
    some_network,
    updated,
    whole,
)

N, L, D = 9, 4, 3


def numbers_at(phase: Phase = Phase.DRAW, row: int = 0, **options: Any) -> StepNumbers:
    return StepNumbers(kernel_frame(make_data(N, D), some_network(N, L, D), phase, row, **options))


def results(lines: list[Line]) -> dict[str, str]:
    """Name and exact value of every result."""
    pieces = [piece for line in lines for piece in line.right if piece.role is Role.RESULT]
    return {piece.name: piece.exact for piece in pieces}


def factors(lines: list[Line]) -> dict[str, tuple[str, Highlight | None]]:
    pieces = [piece for line in lines for piece in line.right if piece.role is Role.FACTOR]
    return {piece.name: (piece.exact, piece.highlight) for piece in pieces}


def missing(lines: list[Line]) -> list[str]:
    return [p.text for line in lines for p in line.right if p.role is Role.MISSING]


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from([(1, 1, 1), (9, 4, 3), (784, 32, 10)]),
    st.integers(0, 20),
    st.sampled_from(["exact", "as_printed"]),
    st.sampled_from([0.1, 1e-300]),
    st.data(),
)
def test_that_the_chain_rule_of_any_weight_has_the_traces_numbers(
    shape: tuple[int, int, int], seed: int, rule: str, rate: float, data: Any
) -> None:
    n, l, d = shape  # noqa: E741 - the note's letters
    network = some_network(n, l, d, seed)
    frame = kernel_frame(make_data(n, d, seed), network, rule=rule, rate=rate)
    t, numbers = whole(frame), StepNumbers(frame)
    after = updated(network, t, rate, d + l)
    k, i, j = (data.draw(st.integers(0, size - 1)) for size in (l, n, d))

    found = results(chain_lines(numbers, Selection("W1", k, i)))
    assert found[f"δ1[{k}]"] == exact(t.delta1[k])
    assert found[f"∂W₁[{k}, {i}]"] == exact(t.delta1[k] * t.x[i])
    assert found[f"new W₁[{k}, {i}]"] == exact(after.W1[k, i])
    used = factors(chain_lines(numbers, Selection("W1", k, i)))
    assert used["λ"][0] == exact(rate)
    assert used[f"x[{i}]"] == (exact(t.x[i]), Highlight(input=i))
    assert used[f"W₁[{k}, {i}]"] == (exact(network.W1[k, i]), Highlight(W1=(k, i)))
    assert used[f"σ₁′(z1[{k}])"] == (exact(t.sigma1_prime[k]), Highlight(hidden=k))

    found = results(chain_lines(numbers, Selection("W2", j, k)))
    assert found[f"δ2[{j}]"] == exact(t.delta2[j])
    assert found[f"∂W₂[{j}, {k}]"] == exact(t.delta2[j] * t.h[k])
    assert found[f"new W₂[{j}, {k}]"] == exact(after.W2[j, k])
    used = factors(chain_lines(numbers, Selection("W2", j, k)))
    assert used[f"f[{j}]"] == (exact(t.f[j]), Highlight(output=j))
    assert used[f"h[{k}]"] == (exact(t.h[k]), Highlight(hidden=k))


@pytest.mark.parametrize(
    ("phase", "row", "name", "quantity"),
    [
        (Phase.Z1, 2, "z1[2]", "z1"),
        (Phase.H, 3, "h[3]", "h"),
        (Phase.Z2, 1, "z2[1]", "z2"),
        (Phase.F, 2, "f[2]", "f"),
        (Phase.GRAD_W2, 1, "δ2[1]", "delta2"),
        (Phase.GRAD_W1, 3, "δ1[3]", "delta1"),
    ],
)
def test_that_a_phase_comes_to_its_quantity(
    phase: Phase, row: int, name: str, quantity: str
) -> None:
    numbers = numbers_at()
    value = float(getattr(whole(numbers.frame), quantity)[row])
    lines = phase_lines(numbers, phase, row)
    assert results(lines)[name] == exact(value)
    assert name in lines_text(lines)


def test_that_the_loss_comes_to_the_loss() -> None:
    numbers = numbers_at()
    lines = phase_lines(numbers, Phase.LOSS, 0)
    assert results(lines) == {"loss": exact(whole(numbers.frame).loss)}


@pytest.mark.parametrize("phase", [Phase.Z1, Phase.Z2, Phase.LOSS, Phase.GRAD_W1])
def test_that_the_printed_terms_of_a_line_add_up(phase: Phase) -> None:
    frame = kernel_frame(make_data(784, 10), some_network(784, 32, 10))
    lines = phase_lines(StepNumbers(frame), phase, 2)
    sums = [line for line in lines if any("more terms)" in piece.text for piece in line.right)]
    assert len(sums) == 1
    text = "".join(piece.text for piece in sums[0].right if piece.role is not Role.WORDS)
    left, _, right = text.replace(" ", "").replace("−", "-").partition("=")
    parts = left.replace("-", "+-").removeprefix("+").split("+")
    assert sum(map(Decimal, parts)) == Decimal(right)


@pytest.mark.parametrize("phase", PHASES[1:])
def test_that_what_is_still_to_come_says_so(phase: Phase) -> None:
    for row in range(rows_in(phase, L, D)):
        numbers = numbers_at(phase, row)
        lines = phase_lines(numbers, phase, row)
        assert "not yet computed" in missing(lines)
        assert not any(name.startswith("new") for name in results(lines))
        if row:
            assert "not yet computed" not in missing(phase_lines(numbers, phase, row - 1))


def test_that_a_sum_whose_inputs_are_to_come_names_them() -> None:
    text = lines_text(phase_lines(numbers_at(Phase.Z1), Phase.Z2, 0))
    assert text == "z2[0] = h is not yet computed"
    assert "δ2 is not yet computed" in lines_text(
        phase_lines(numbers_at(Phase.GRAD_W2, 2), Phase.GRAD_W1, 0)
    )


def test_that_a_missing_factor_stands_as_its_symbol() -> None:
    lines = phase_lines(numbers_at(Phase.GRAD_W2, 1), Phase.GRAD_W2, 1)
    assert "σ₂′(z2[1])" in missing(lines)
    assert "δ2[1]" in missing(lines)


def test_that_the_column_of_W2_is_pointed_at_as_a_whole() -> None:
    lines = phase_lines(numbers_at(), Phase.GRAD_W1, 2)
    symbols = {p.text: p.highlight for line in lines for p in line.right if p.role is Role.SYMBOL}
    assert symbols["W₂[j, 2]"] == Highlight(W2=(None, 2))
    assert symbols["δ2[j]"] == Highlight(output=-1)


def test_that_a_printed_term_lives_where_both_of_its_factors_do() -> None:
    lines = phase_lines(numbers_at(), Phase.Z1, 1)
    both = [place for name, (_, place) in factors(lines).items() if " · " in name]
    assert both
    for place in both:
        assert place is not None
        assert (1, place.input) == place.W1


def test_that_as_printed_ones_take_the_columns_place() -> None:
    lines = phase_lines(numbers_at(rule="as_printed"), Phase.GRAD_W1, 2)
    text = lines_text(lines)
    assert "δ2[j] · 1" in text
    assert "W₂" not in text
    t = whole(numbers_at(rule="as_printed").frame)
    assert results(lines)["δ1[2]"] == exact(t.delta1[2])


def test_that_a_row_shows_the_selected_column_or_its_largest_entry() -> None:
    numbers = numbers_at()
    text = lines_text(phase_lines(numbers, Phase.GRAD_W2, 1, Selection("W2", 1, 3)))
    assert "∂W₂[1, 3]" in text
    assert "largest" not in text
    largest = int(abs(whole(numbers.frame).h).argmax())
    text = lines_text(phase_lines(numbers, Phase.GRAD_W2, 1, Selection("W1", 0, 5)))
    assert f"∂W₂[1, {largest}]" in text
    assert "largest in its row" in text


def test_that_the_rows_of_the_update_are_those_of_W2_and_then_of_W1() -> None:
    numbers = numbers_at()
    assert updated_row(numbers, D - 1) == Selection("W2", D - 1, 0)
    assert updated_row(numbers, D) == Selection("W1", 0, 0)
    assert "W₁[1, " in lines_text(phase_lines(numbers, Phase.UPDATE, D + 1))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("sigmoid", "1 / (1 + exp("),
        ("tanh", "tanh("),
        ("relu", "max("),
        ("softplus", "ln(1 + exp("),
        ("identity", "= "),
    ],
)
def test_that_an_activation_is_written_with_its_number(kind: str, text: str) -> None:
    network = some_network(N, L, D, sigma1=kind, sigma2=kind)
    numbers = StepNumbers(kernel_frame(make_data(N, D), network))
    for phase, z in ((Phase.H, "z1"), (Phase.F, "z2")):
        value = float(getattr(whole(numbers.frame), z)[1])
        shown = lines_text(phase_lines(numbers, phase, 1))
        assert text in shown
        assert number(value) in shown


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "drawn at random (seed 5, step 7)"),
        ({"order": Order.SHUFFLED}, "from a new shuffle each epoch (seed 5, step 7)"),
        ({"order": Order.SEQUENTIAL}, "the next one in order (step 7)"),
        ({"chosen": True}, "chosen for this step"),
        ({"held": 1}, "chosen for every step"),
    ],
)
def test_that_it_says_how_the_pair_was_drawn(options: dict[str, Any], words: str) -> None:
    order = options.pop("order", Order.RANDOM)
    run = Settings(n_hidden=L, seed=5, order=order)
    numbers = numbers_at(settings=run, **options)
    text = lines_text(phase_lines(numbers, Phase.DRAW, 0))
    assert words in text
    assert "i = 1  of 4 samples" in text


def test_that_the_pair_has_its_class() -> None:
    numbers = StepNumbers(make_frame(make_images(), sample=7))
    assert "class 7" in lines_text(phase_lines(numbers, Phase.DRAW, 0))


@pytest.mark.parametrize("factor", [1e308, math.inf, math.nan])
@pytest.mark.parametrize("phase", PHASES)
def test_that_steps_that_went_wrong_are_written_out(phase: Phase, factor: float) -> None:
    network = scaled(some_network(N, L, D, sigma1="identity", sigma2="identity"), factor)
    numbers = StepNumbers(kernel_frame(make_data(N, D), network))
    text = lines_text(phase_lines(numbers, phase, 0), full=True)
    if phase is Phase.LOSS:
        assert "∞" in text or "NaN" in text
    for selection in (Selection("W1", 1, 2), Selection("W2", 1, 2)):
        assert chain_lines(numbers, selection)


def test_that_copied_numbers_have_all_their_digits() -> None:
    numbers = numbers_at()
    t = whole(numbers.frame)
    text = lines_text(phase_lines(numbers, Phase.GRAD_W2, 1), full=True)
    for value in (t.f[1], t.sigma2_prime[1], t.delta2[1]):
        assert exact(value).removeprefix("−") in text
    assert "−−" not in text.replace(" ", "")


def test_that_a_single_weight_makes_a_sum_of_one_term() -> None:
    numbers = StepNumbers(kernel_frame(make_data(1, 1, zeros=0), some_network(1, 1, 1)))
    lines = phase_lines(numbers, Phase.Z1, 0)
    assert len(lines) == 2
    assert results(lines)["z1[0]"] == exact(whole(numbers.frame).z1[0])


def draw_text(frame: Frame) -> str:
    return lines_text(phase_lines(StepNumbers(frame), Phase.DRAW, 0))


def test_that_an_own_pair_is_drawn_from_no_array() -> None:
    data = make_images(m=12)
    own = make_own(data, 3, "a drawing as 3")
    text = draw_text(make_frame(data, own=own, chosen=True))
    assert "(x, y) = custom pair: a drawing as 3" in text
    assert "custom pair for this step" in text
    assert "y = (class 3)" in text
    assert f"{np.count_nonzero(own.x)} of them nonzero" in text
    assert "X[" not in text
    assert "Y[" not in text
    assert "chosen for every step" in draw_text(make_frame(data, own=own, chosen=True, held=12))


def test_that_targets_and_outputs_are_told_in_own_units_as_well() -> None:
    data = make_regression(d=2)
    frame = make_frame(data, sample=3)
    y = data.Y[3]
    words = f"temperature {number(100 + 50 * y[0])}, length {number(-20 + 8 * y[1])}"
    assert f"in original units: {words}" in draw_text(frame)
    f = lines_text(phase_lines(StepNumbers(frame), Phase.F, 1))
    assert frame.preview is not None
    assert f"in original units: length {number(-20 + 8 * float(frame.preview.f[1]))}" in f
    inside = make_frame(data, sample=3, phase=Phase.Z1)
    assert "original units" not in lines_text(phase_lines(StepNumbers(inside), Phase.F, 1))
    assert "original units" not in draw_text(make_frame(make_images()))


def test_that_one_target_of_an_own_pair_is_a_number() -> None:
    data = make_regression()
    text = draw_text(make_frame(data, own=make_own(data, None, "places of sliders")))
    assert f"y = {number(data.Y[0, 0])}" in text
    assert f"temperature {number(100 + 50 * data.Y[0, 0])}" in text
