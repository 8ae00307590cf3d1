"""The parts of a gradient check by themselves: what is compared, taken down, judged, and asked."""

from __future__ import annotations

import itertools
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bpviz.network
from bpviz.network import Activation, Network, check_ledger, differences, gradient_check
from bpviz.network.central_differences import CheckJob, NotFiniteError
from bpviz.network.check_ledger import CheckLedger
from bpviz.network.check_plan import CheckPlan, Piece
from bpviz.network.differences import Differences, Slopes, hidden_sums
from bpviz.network.step_sizes import step_size_sweep
from bpviz.network.step_trace import StepTrace
from tests.network.pairs import Pair, make_pair

SHAPES = {"W1": (5, 8), "W2": (3, 5)}


def cells(plan: CheckPlan) -> list[tuple[str, int, int]]:
    return [(p.matrix, p.row, int(c)) for p in plan.pieces() for c in p.columns]


@given(
    st.integers(1, 90),
    st.integers(1, 9),
    st.lists(st.sampled_from([("W1", 0), ("W1", 4), ("W2", 2)]), max_size=3),
    st.integers(0, 1000),
)
@settings(max_examples=150)
def test_that_a_plan_is_everything_or_the_chosen_rows_and_a_tenth_of_the_limit(
    limit: int, width: int, chosen: list[tuple[str, int]], seed: int
) -> None:
    plan = CheckPlan(SHAPES, {"W1": width, "W2": 2 * width}, limit, chosen, seed)
    found = cells(plan)
    every = [(m, r, c) for m, (rows, cols) in SHAPES.items() for r in range(rows)
             for c in range(cols)]  # fmt: skip
    assert plan.complete == (limit >= 55)
    for piece in plan.pieces():
        assert 1 <= piece.columns.size <= width * (1 if piece.matrix == "W1" else 2)
    assert plan.counts == {m: sum(cell[0] == m for cell in found) for m in SHAPES}
    if plan.complete:
        assert found == every
        return
    assert found == sorted(set(found))
    whole = {cell for cell in every if cell[:2] in chosen}
    assert whole <= set(found)
    count = max(limit // 10, 1)
    others = [every.index(cell) for cell in found if cell not in whole]
    assert len(others) <= count
    if not chosen:  # one in each of equal stretches
        edges = [k * 55 // count for k in range(count + 1)]
        for first, end in itertools.pairwise(edges):
            assert sum(first <= at < end for at in others) == 1
    assert cells(CheckPlan(SHAPES, {"W1": 9, "W2": 9}, limit, chosen, seed)) == found


def test_that_every_weight_of_a_stretch_may_be_drawn() -> None:
    drawn = {cells(CheckPlan(SHAPES, {"W1": 9, "W2": 9}, 10, (), seed))[0] for seed in range(900)}
    assert len(drawn) == 55


def judged(analytic: list[float], numeric: list[float], **more: object) -> CheckLedger:
    """A ledger of one row."""
    count = len(analytic)
    kink = np.array(more.get("kink", [False] * count))
    rounding = np.array(more.get("rounding", [0.0] * count))
    ledger = CheckLedger((1, count), count)
    slopes = Slopes(np.array(numeric), kink, rounding)
    ledger.add(Piece("W1", 0, np.arange(count)), np.array(analytic), slopes)
    while not ledger.judged:
        ledger.judge()
    return ledger


def test_that_errors_are_relative_to_the_larger_and_to_a_share_of_the_largest() -> None:
    found = judged([1.0, 0.5, 0.0, 1e-6, 0.0], [1.0, 0.4, 0.1, 0.0, 0.0]).result()
    np.testing.assert_allclose(found.relative_error, [0.0, 0.2, 1.0, 0.01, 0.0], rtol=1e-12)
    assert not found.unresolved.any()
    assert judged([0.0], [0.0]).result().relative_error.tolist() == [0.0]


def test_that_the_largest_is_of_both_sides_but_not_of_a_kink() -> None:
    by_difference = judged([1e-6, 1e-6], [0.0, 2.0]).result()
    assert by_difference.relative_error[0] == pytest.approx(1e-6 / 2e-4)
    kink = judged([1e-6, 1e-6], [0.0, 2.0], kink=[False, True]).result()
    assert kink.relative_error[0] == 1.0
    assert np.isnan(kink.relative_error[1])
    assert not kink.unresolved.any()


def test_that_what_rounding_may_have_done_is_told_apart() -> None:
    gone = judged([1.0, 1e-3, 1.0, 1.0], [1.0, 2e-3, 1.001, 1.001],
                  rounding=[0.02, 1e-9, 0.005, 0.0005]).result()  # fmt: skip
    assert gone.unresolved.tolist() == [True, False, True, False]
    assert np.isnan(gone.relative_error).tolist() == [True, False, True, False]
    close = judged([1.0], [1.0 + 1e-6], rounding=[1e-5]).result()
    assert not close.unresolved.any()
    nothing = judged([0.0, 1.0], [0.0, 1.0], rounding=[1.0, 1e-9]).result()
    assert nothing.relative_error.tolist() == [0.0, 0.0]


def test_that_judging_goes_in_parts_and_its_results_stay() -> None:
    with patch.object(check_ledger, "_GO", 3):
        ledger = CheckLedger((2, 4), 8)
        for row in (0, 1):
            piece = Piece("W1", row, np.arange(4))
            ledger.add(piece, np.ones(4), Slopes(np.full(4, 2.0), np.zeros(4, bool), np.zeros(4)))
            assert ledger.size == 4 * row + 4
        before = ledger.result()
        assert before.relative_error.tolist() == [0.5] * 8
        for _ in range(2):
            ledger.judge()
            assert not ledger.judged
        ledger.judge()
        assert ledger.judged
    for found in (before, ledger.result()):
        assert found.relative_error.tolist() == [0.5] * 8
        assert found.rows.tolist() == [0] * 4 + [1] * 4
        with pytest.raises(ValueError, match="read-only"):
            found.numeric[0] = 1.0


@given(st.integers(1, 200), st.integers(1, 30))
@settings(max_examples=60)
def test_that_sums_in_parts_are_those_of_the_whole(n_hidden: int, at_once: int) -> None:
    net = Network.initial(n_inputs=3, n_hidden=n_hidden, n_outputs=1, seed=1)
    x = np.array([0.5, -2.0, 1.0])
    with patch.object(differences, "_GO", 3 * at_once):
        parts = list(hidden_sums(net, x))
    assert [part.size for part in parts[:-1]] == [at_once] * (len(parts) - 1)
    np.testing.assert_allclose(np.concatenate(parts).astype(float), net.W1 @ x, rtol=1e-13)


@pytest.mark.parametrize("sigma1", list(Activation))
@pytest.mark.parametrize("sigma2", list(Activation))
def test_that_what_rounding_may_do_grows_with_what_is_added_up(
    sigma1: Activation, sigma2: Activation
) -> None:
    """2ε (Σ others + 2 Σ (gap² + gap (size of f + σ′ (|z2| + what is added)))) / 2s, at both sides.

    To a gap |f − y| comes what rounding did to f, which the difference keeps.
    """
    pair = make_pair(5, 4, 3, sigma1=sigma1, sigma2=sigma2)
    net, t = pair.net, bpviz.network.trace(pair.net, pair.x, pair.y)
    found = Differences(pair.net, pair.x, pair.y, np.float64)
    eps, s = np.finfo(float).eps, 1e-4
    size_h = np.ones(4) if sigma1 is Activation.SIGMOID else np.abs(t.h)
    slope = 0.25 if sigma2 is Activation.SIGMOID else 1.0

    def size(f: np.ndarray) -> np.ndarray:
        return np.ones_like(f) if sigma2 is Activation.SIGMOID else np.abs(f)

    doubt = eps * (size(t.f) + slope * (np.abs(net.W2) @ size_h))

    def right(traces: list[StepTrace], added: np.ndarray, outputs: slice) -> float:
        gap = np.max([np.abs(side.f - t.y) for side in traces], axis=0) + doubt
        sizes = np.max([size(side.f) for side in traces], axis=0)
        z2 = np.max([np.abs(side.z2) for side in traces], axis=0)
        terms = (gap**2 + gap * (sizes + slope * (added + z2)))[outputs].sum()
        kept = (doubt * np.abs(traces[0].f - traces[1].f))[outputs].sum()
        others = np.delete((t.f - t.y) ** 2, np.arange(3)[outputs]).sum()
        return float((2 * eps * (others + 2 * terms) + 2 * kept) / (2 * s))

    for matrix, row, column in (("W1", k, i) for k in range(4) for i in np.flatnonzero(pair.x)):
        sides = [trace_moved(pair, matrix, row, column, sign * s) for sign in (1, -1)]
        expected = right(sides, np.abs(net.W2[:, row]) * size_h[row], slice(None))
        slopes = found.of_W1(row, np.array([column]), s)
        np.testing.assert_allclose(slopes.rounding, expected, rtol=1e-9)
    for j, k in ((j, k) for j in range(3) for k in np.flatnonzero(t.h)):
        sides = [trace_moved(pair, "W2", j, k, sign * s) for sign in (1, -1)]
        expected = right(sides, np.full(3, s * size_h[k]), slice(j, j + 1))
        slopes = found.of_W2(j, np.array([k]), s)
        np.testing.assert_allclose(slopes.rounding, expected, rtol=1e-9)


def trace_moved(pair: Pair, matrix: str, row: int, column: int, by: float) -> StepTrace:
    """The step where one weight is another."""
    weights = {"W1": pair.net.W1.copy(), "W2": pair.net.W2.copy()}
    weights[matrix][row, column] += by
    net = Network(**weights, sigma1=pair.net.sigma1, sigma2=pair.net.sigma2)
    return bpviz.network.trace(net, pair.x, pair.y)


def test_that_a_weight_is_known_by_its_matrix_row_and_column() -> None:
    pair = make_pair(9, 6, 4)
    job = CheckJob(pair.net, pair.x, pair.y, limit=10)
    for matrix, rows, columns in (("W1", 6, 9), ("W2", 4, 6)):
        for row in range(-1, rows + 1):
            for column in range(-1, columns + 1):
                there = 0 <= row < rows and 0 <= column < columns
                assert job.has(matrix, row, column) is there
    assert job.has("W3", 0, 0) is False


@pytest.mark.parametrize(("matrix", "row", "column"), [("W1", 5, 8), ("W2", 3, 5), ("W1", 0, 2)])
def test_that_a_sweep_of_a_job_is_the_sweep_of_the_weight(
    matrix: str, row: int, column: int
) -> None:
    pair = make_pair(9, 6, 4)
    job = CheckJob(pair.net, pair.x, pair.y)
    job.advance()
    found = job.sweep(matrix, row, column)
    right = step_size_sweep(pair.net, pair.x, pair.y, matrix, row, column)
    assert found.analytic == right.analytic
    np.testing.assert_array_equal(found.step_sizes, right.step_sizes)
    np.testing.assert_array_equal(found.extended, right.extended)
    np.testing.assert_array_equal(found.double, right.double)


@pytest.mark.parametrize("name", ["W1", "W2"])
def test_that_weights_that_are_not_finite_are_named_where_nothing_else_shows_them(
    name: str,
) -> None:
    matrices = {"W1": np.ones((2, 2)), "W2": np.ones((1, 2))}
    matrices[name][0, 1] = np.inf
    # of W1 by an input that is 0; of W2 by a ReLU that is 0, and 0 · ∞ shows in z2
    net = Network(**matrices, sigma1="relu", sigma2="identity")
    with pytest.raises(NotFiniteError) as caught:
        gradient_check(net, [1.0, 0.0], [0.5])
    assert caught.value.quantity == ("W1" if name == "W1" else "z2")


def test_that_the_package_gives_what_needs_numba_when_it_is_asked_for() -> None:
    assert bpviz.network.gradient_check is gradient_check
    assert bpviz.network.GradientCheck.__name__ == "GradientCheck"
    with pytest.raises(AttributeError, match="no attribute 'Networks'"):
        _ = bpviz.network.Networks


def test_that_a_weight_that_moves_nothing_has_no_slope_and_no_rounding() -> None:
    pair = make_pair(5, 4, 3, sigma1="relu", sigma2="identity")
    x = pair.x.copy()
    x[2] = 0.0
    found = Differences(pair.net, x, pair.y)
    for sizes in (1e-4, np.full(5, 1e-4)):
        slopes = found.of_W1(1, np.arange(5), sizes)
        assert (slopes.slope[2], slopes.rounding[2]) == (0.0, 0.0)
        assert (slopes.rounding[[0, 1, 3, 4]] > 0).all()
        assert not slopes.kink[2]
    assert found.loss == pytest.approx(bpviz.network.trace(pair.net, x, pair.y).loss)


@pytest.mark.parametrize(("x", "weight"), [(1.0, -0.5), (-1.0, 0.5), (1.0, 0.5), (-1.0, -0.5)])
def test_that_an_output_that_is_moved_just_to_the_kink_is_told(x: float, weight: float) -> None:
    """One of both evaluations gives z2 = 0, from the one side or from the other."""
    net = Network([[1.0]], [[weight]], "identity", "relu")
    differences_ = Differences(net, np.array([x]), np.array([0.3]))
    assert differences_.of_W2(0, np.array([0]), 0.5).kink.tolist() == [True]
    assert differences_.of_W2(0, np.array([0]), 0.25).kink.tolist() == [False]
    assert differences_.of_W1(0, np.array([0]), 1.0).kink.tolist() == [True]


def test_that_a_check_is_complete_only_if_both_matrices_are() -> None:
    pair = make_pair(9, 3, 2)
    rows = {"W1": [("W1", row) for row in range(3)], "W2": [("W2", row) for row in range(2)]}
    for name in ("W1", "W2"):
        job = CheckJob(pair.net, pair.x, pair.y, limit=10, chosen=rows[name])
        job.advance()
        found = job.result()
        assert (found.W1.complete, found.W2.complete) == (name == "W1", name == "W2")
        assert not found.complete
    job = CheckJob(pair.net, pair.x, pair.y, limit=10, chosen=rows["W1"] + rows["W2"])
    job.advance()
    assert job.result().complete


def test_that_an_output_weight_of_a_unit_that_is_0_moves_nothing() -> None:
    net = Network([[1.0], [-1.0]], [[0.5, 2.0]], "relu", "identity")  # h = (1, 0)
    found = Differences(net, np.array([1.0]), np.array([0.3])).of_W2(0, np.arange(2), 1e-4)
    assert (found.slope[1], found.rounding[1]) == (0.0, 0.0)
    assert found.rounding[0] > 0


def test_that_the_loss_is_what_one_output_makes_and_the_others() -> None:
    pair = make_pair(5, 4, 3)
    found, t = Differences(pair.net, pair.x, pair.y), bpviz.network.trace(pair.net, pair.x, pair.y)
    for j in range(3):
        assert float(found.loss_without(j)) + (t.f[j] - t.y[j]) ** 2 == pytest.approx(t.loss)


def test_that_a_job_tells_its_closed_form_and_the_loss_of_its_differences() -> None:
    pair = make_pair(5, 4, 3)
    job = CheckJob(pair.net, pair.x, pair.y, "as_printed", limit=1)
    assert job.trace.gradient_rule == "as_printed"
    np.testing.assert_array_equal(job.trace.x, pair.x)
    assert job.result().loss == job.trace.loss
    job.advance()
    assert job.fraction == 1.0
    assert job.result().checked == 1
    seeds = [make_pair(5, 4, 3, seed=seed) for seed in range(30)]
    jobs = [CheckJob(each.net, each.x, each.y, limit=1) for each in seeds]
    for each, one in zip(seeds, jobs, strict=True):
        one.advance()
        assert one.result().loss == Differences(each.net, each.x, each.y).loss
    assert any(one.result().loss != one.trace.loss for one in jobs)  # in the last bit


def test_that_ten_thousand_outputs_and_more_are_compared_one_by_one() -> None:
    net = Network(np.ones((1, 1)), np.zeros((10_001, 1)), "identity", "identity")
    job = CheckJob(net, [1.0], np.ones(10_001), limit=20, chosen=[("W1", 0)])
    job.advance()
    assert job.result().W1.complete
    assert job.result().max_relative_error == 0.0
