"""One step opened: the conditions that it meets."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import kernels, trace, watchpoints
from bpviz.network.watchpoints import Watchpoints
from tests.network.runs import Run


def opened(run: Run, i: int) -> tuple[np.ndarray, np.ndarray, float]:
    """The inputs of pair i, and its loss, with everything else in the workspace."""
    rows = run.data.rows
    part = slice(rows.starts[i], rows.starts[i + 1])
    indices, values = rows.indices[part], rows.values[part]
    loss = kernels.trace_pair(
        run.W1T, run.W2, indices, values, run.data.Y[i], *run.codes, run.ws
    )  # fmt: skip
    return indices, values, loss


def watching(code: int, limit: float = 0.0) -> Watchpoints:
    watch = Watchpoints.empty(1)
    watch.codes[0], watch.limits[0], watch.numbers[0] = code, limit, int(limit)
    watch.mode[0] = watchpoints.STOP
    return watch


def meets(run: Run, i: int, watch: Watchpoints) -> bool:
    """Whether a look at the step on pair i alone meets a condition; nothing is changed by it."""
    before = run.W1T.copy(), run.W2.copy(), run.stop.copy()
    done, why, record = run([i], watch=watch, only_look=True)
    assert done == 0
    assert np.isnan(record).all()
    for now, then in zip((run.W1T, run.W2, run.stop), before, strict=True):
        np.testing.assert_array_equal(now, then)
    return why == kernels.BREAK


def test_that_a_condition_ends_a_run_before_the_update_and_writes_nothing(sparse: Dataset) -> None:
    run, free = Run(sparse), Run(sparse)
    done, why, record = run([1, 2, 5, 3], watch=watching(watchpoints.SAMPLE, 5))
    assert (done, why) == (2, kernels.BREAK)
    assert np.isnan(record[:, 2:]).all()
    free([1, 2])
    np.testing.assert_array_equal(run.W1T, free.W1T)
    np.testing.assert_array_equal(run.stop, free.stop)
    t = trace(run.network, sparse.x(5), sparse.Y[5])
    np.testing.assert_array_equal(run.ws.delta1, t.delta1)  # the step at hand, ready to be read


def test_that_the_first_steps_may_go_unwatched(sparse: Dataset) -> None:
    always = watching(watchpoints.LOSS_ABOVE, -1.0)
    for unwatched in range(4):
        done, why, _ = Run(sparse)([1, 2, 3], watch=always, unwatched=unwatched)
        assert (done, why) == (unwatched, kernels.BREAK if unwatched < 3 else kernels.DONE)
    assert always.hits[0] == 3


def test_that_steps_are_counted_from_the_beginning_of_the_run(sparse: Dataset) -> None:
    run = Run(sparse)
    run.step = 7
    assert run([1, 2, 3, 4, 5], watch=watching(watchpoints.EVERY, 10))[:2] == (3, kernels.BREAK)


def test_that_nothing_is_looked_at_while_they_are_off(sparse: Dataset) -> None:
    watch = watching(watchpoints.LOSS_ABOVE, -1.0)
    watch.mode[0] = watchpoints.OFF
    assert Run(sparse)([1, 2, 3], watch=watch)[:2] == (3, kernels.DONE)
    assert watch.hits[0] == 0


@pytest.mark.parametrize("labelled", [True, False])
@pytest.mark.parametrize(
    ("code", "limit"),
    [
        (watchpoints.LOSS_ABOVE, 0.7),
        (watchpoints.LOSS_BELOW, 0.7),
        (watchpoints.GRADIENT_W1_ABOVE, 0.05),
        (watchpoints.GRADIENT_W2_ABOVE, 0.4),
        (watchpoints.SAMPLE, 6),
        (watchpoints.LABEL, 2),
        (watchpoints.MISCLASSIFIED, 0),
        (watchpoints.SATURATED, 0.2),
        (watchpoints.NOT_FINITE, 0),
    ],
)
def test_that_an_opened_step_meets_what_the_run_meets(
    sparse: Dataset, code: int, limit: float, labelled: bool
) -> None:
    data = sparse if labelled else Dataset.from_arrays("r", sparse.X, sparse.Y)
    found = []
    for i in range(24):
        run, watch = Run(data, seed=3), watching(code, limit)
        run.W1T *= 4.0  # some units saturate
        met = meets(run, i, watch)
        assert watch.hits[0] == met
        assert met == (run([i], watch=watch)[1] == kernels.BREAK)
        assert watch.hits[0] == 2 * met
        found.append(met)
    needs_labels = code in (watchpoints.LABEL, watchpoints.MISCLASSIFIED)
    never = code == watchpoints.NOT_FINITE or (needs_labels and not labelled)
    assert any(found) is not never
    assert not all(found)


@pytest.mark.parametrize("step", [watchpoints.MEAN_STEPS - 1, watchpoints.MEAN_STEPS])
def test_that_an_opened_step_jumps_where_the_run_does(sparse: Dataset, step: int) -> None:
    """Beyond the moving mean of the loss, which stands behind the stopping rule's own numbers."""
    found = []
    for i in range(24):
        run, watch = Run(sparse, seed=3), watching(watchpoints.LOSS_JUMP, 1.1)
        run.step, run.stop[:] = step, [1e3, 1e3, 1e3, 0.0, 0.7]
        _, _, loss = opened(run, i)
        met = meets(run, i, watch)
        assert met == (step >= watchpoints.MEAN_STEPS and loss > 1.1 * 0.7)
        assert met == (run([i], watch=watch)[1] == kernels.BREAK)
        found.append(met)
    assert (len(set(found)) == 2) == (step >= watchpoints.MEAN_STEPS)
