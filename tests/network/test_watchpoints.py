"""Conditions one by one, at the very edge of each."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bpviz.network import watchpoints as w
from bpviz.training.breakpoints import Condition

QUIET: dict[str, Any] = {
    "step": 0,
    "sample": 4,
    "label": -1,
    "loss": 1.0,
    "magnitude1": 1.0,
    "magnitude2": 1.0,
    "mean": 1.0,
    "wrong": False,
    "share": 0.0,
    "finite": True,
}


def watching(*conditions: tuple[int, float, int], mode: int = w.STOP) -> w.Watchpoints:
    watch = w.Watchpoints.empty(len(conditions))
    for b, (code, limit, ignore) in enumerate(conditions):
        watch.codes[b], watch.limits[b], watch.numbers[b] = code, limit, int(limit)
        watch.ignore[b] = ignore
    watch.mode[0] = mode
    return watch


def stops(watch: w.Watchpoints, **quantities: Any) -> bool:
    return bool(w.met(watch, *{**QUIET, **quantities}.values()))


ABOVE, BELOW = np.nextafter(0.5, 1), np.nextafter(0.5, 0)


@pytest.mark.parametrize(
    ("code", "limit", "met", "unmet"),
    [
        (w.LOSS_ABOVE, 0.5, {"loss": ABOVE}, {"loss": 0.5}),
        (w.LOSS_BELOW, 0.5, {"loss": BELOW}, {"loss": 0.5}),
        (w.GRADIENT_W1_ABOVE, 0.5, {"magnitude1": ABOVE}, {"magnitude1": 0.5, "magnitude2": 9.0}),
        (w.GRADIENT_W2_ABOVE, 0.5, {"magnitude2": ABOVE}, {"magnitude2": 0.5, "magnitude1": 9.0}),
        (w.SAMPLE, 7, {"sample": 7}, {"sample": 6, "label": 7}),
        (w.LABEL, 2, {"label": 2}, {"label": 1, "sample": 2}),
        (w.LABEL, 0, {"label": 0}, {"label": -1}),
        (w.MISCLASSIFIED, 0, {"wrong": True}, {"wrong": False}),
        (w.SATURATED, 0.5, {"share": 0.5}, {"share": BELOW}),
        (w.SATURATED, 0.0, {"share": 0.0}, {"share": np.nan}),
        (
            w.LOSS_JUMP,
            2.0,
            {"step": 1000, "loss": np.nextafter(2, 3)},
            {"step": 1000, "loss": 2.0},
        ),
        (w.LOSS_JUMP, 2.0, {"step": 1000, "loss": 3.0}, {"step": 999, "loss": 1e9}),
        (
            w.LOSS_JUMP,
            2.0,
            {"step": 1000, "mean": 0.25, "loss": np.nextafter(0.5, 1)},
            {"step": 1000, "mean": 0.25, "loss": 0.5},
        ),
        (w.EVERY, 3, {"step": 6}, {"step": 7}),
        (w.EVERY, 3, {"step": 3}, {"step": 0}),
        (w.EVERY, 1, {"step": 1}, {"step": 0}),
        (w.NOT_FINITE, 0, {"finite": False}, {"finite": True, "loss": 1e308, "magnitude1": np.inf}),
        (w.LOSS_ABOVE, 0.5, {"loss": np.inf}, {"loss": np.nan}),
    ],
)
def test_that_a_condition_is_met_on_its_side_of_the_edge_only(
    code: int, limit: float, met: dict[str, Any], unmet: dict[str, Any]
) -> None:
    watch = watching((code, limit, 0))
    assert not stops(watch, **unmet)
    assert (watch.hits[0], watch.fired[0]) == (0, 0)
    assert stops(watch, **met)
    assert (watch.hits[0], watch.fired[0]) == (1, 1)


def test_that_the_first_hits_may_only_count() -> None:
    watch = watching((w.LOSS_ABOVE, 0.5, 2), (w.SAMPLE, 4, 4))
    assert [stops(watch) for _ in range(5)] == [False, False, True, True, True]
    assert watch.hits.tolist() == [5, 5]
    assert watch.fired.tolist() == [1, 1]
    assert not stops(watch, loss=0.0, sample=0)
    assert watch.fired.tolist() == [0, 0]


def test_that_all_that_are_met_count_and_only_those_that_stop_have_fired() -> None:
    watch = watching((w.LOSS_ABOVE, 0.5, 0), (w.SAMPLE, 4, 1), (w.EVERY, 9, 0), (w.LABEL, 3, 0))
    assert stops(watch, label=3)
    assert watch.hits.tolist() == [1, 1, 0, 1]
    assert watch.fired.tolist() == [1, 0, 0, 1]


def test_that_a_search_notes_the_last_step_and_neither_stops_nor_counts() -> None:
    watch = watching((w.LOSS_ABOVE, 0.5, 10**6), (w.EVERY, 5, 0), mode=w.SEARCH)
    watch.last[0] = -1
    for step in range(10):
        assert not stops(watch, step=step, loss=1.0 if step == 7 else 0.0)
        assert watch.fired.tolist() == [step == 7, step == 5]
    assert watch.last[0] == 7
    assert watch.hits.tolist() == [0, 0]


def test_that_the_mean_is_of_all_steps_first_and_of_a_thousand_then() -> None:
    losses = np.random.default_rng(0).random(3000)
    mean = 0.0
    for step in range(1000):
        mean = w.moved_mean(mean, losses[step], step)
        assert mean == pytest.approx(losses[: step + 1].mean(), rel=1e-12)
    for step in range(1000, 3000):
        right = mean * (1 - 1 / 1000) + losses[step] / 1000
        mean = w.moved_mean(mean, losses[step], step)
        assert mean == pytest.approx(right, rel=1e-12)


def test_that_a_kind_is_found_only_where_it_is_armed() -> None:
    watch = watching((w.LOSS_ABOVE, 0.5, 0), (w.SATURATED, 0.5, 0))
    assert w.looks_at(watch, w.SATURATED)
    assert not w.looks_at(watch, w.MISCLASSIFIED)
    assert not w.looks_at(w.Watchpoints.empty(), w.LOSS_ABOVE)


def test_that_the_breakpoints_of_a_run_have_the_numbers_that_the_kernels_know() -> None:
    assert {kind.name: int(kind) for kind in Condition} == {
        kind.name: getattr(w, kind.name) for kind in Condition
    }


def test_that_new_conditions_are_off_and_of_the_types_that_the_kernels_know() -> None:
    watch = w.Watchpoints.empty(3)
    for name in ("codes", "numbers", "ignore", "hits", "limits", "fired"):
        assert getattr(watch, name).tolist() == [0, 0, 0], name
    assert (watch.last.tolist(), watch.mode.tolist()) == ([-1, 0], [w.OFF])
    assert watch.found.size == watch.watches.table.size == 0
    assert w.Watchpoints.empty(3, room=5).found.size == 5
    assert watch.threshold.tolist() == [0.5]
    assert w.Watchpoints.empty(3, -1.0).threshold.tolist() == [-1]
    arrays = {name: each for name, each in watch._asdict().items() if name != "watches"}
    assert {name: array.dtype for name, array in arrays.items()} == {
        "codes": np.int64, "limits": np.float64, "numbers": np.int64, "ignore": np.int64,
        "hits": np.int64, "fired": np.uint8, "last": np.int64, "found": np.int64, "mode": np.int64,
        "threshold": np.float64,
    }  # fmt: skip


def test_that_a_search_notes_every_step_for_which_there_is_room() -> None:
    watch = w.Watchpoints.empty(1, room=2)
    watch.codes[0], watch.limits[0], watch.mode[0] = w.LOSS_ABOVE, 0.5, w.SEARCH
    for step, loss in enumerate([1.0, 0.1, 0.7, 0.9]):
        assert not stops(watch, step=step, loss=loss)
    assert watch.found.tolist() == [0, 2]
    assert watch.last.tolist() == [3, 2]
    assert watch.hits.tolist() == [0]
