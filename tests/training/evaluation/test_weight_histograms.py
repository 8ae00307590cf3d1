"""Counting weights into bins: exactly as NumPy does, in slices of any size."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from bpviz.network import Network
from bpviz.training.evaluation.weight_histograms import MOST_BINS, WeightsJob, bins_over
from bpviz.training.evaluation.weight_history import Histogram, WeightHistograms

numbers = st.floats(allow_nan=True, allow_infinity=True, width=64)
weights = st.lists(numbers, min_size=1, max_size=60)


def counted(values: object) -> Histogram:
    W2 = np.atleast_2d(np.asarray(values, dtype=float))
    job = WeightsJob(Network.of_transposed(np.zeros((3, W2.shape[1])), W2, "sigmoid", "sigmoid"), 7)
    job.advance()
    return job.result().W2


@given(weights)
@example([1e308, -1e308, -5e-324])
@example([5e-324, 1e-320])
@example([0.25, 0.25])
@example([np.nan, np.inf])
def test_that_bins_hold_what_numpy_counts_in_them(values: list[float]) -> None:
    found = counted(values)
    finite = np.array([v for v in values if np.isfinite(v)])
    assert found.n_not_finite == len(values) - len(finite)
    assert found.counts.sum() == len(finite)
    assert len(found.counts) <= MOST_BINS
    if not len(finite):
        return
    edges = found.edges
    # Closed on its right side is only NumPy's last bin: one more keeps the last of ours half open.
    with np.errstate(over="ignore"):
        more = np.append(edges, np.ldexp(found.first + len(edges), found.exponent))
    if np.isfinite(more).all():
        assert np.histogram(finite, more)[0].tolist() == [*found.counts.tolist(), 0]


@given(weights, st.integers(0, 80))
def test_that_merged_bins_are_what_counting_into_wider_ones_gives(
    values: list[float], apart: int
) -> None:
    found = counted(values)
    exponent = min(found.exponent + apart, 1000)
    if not len(found.counts) or exponent < found.exponent:
        return
    wide = found.coarser(exponent)
    assert wide.counts.sum() == found.counts.sum()
    finite = np.array([v for v in values if np.isfinite(v)])
    places = np.array([int(np.floor(np.ldexp(v, -exponent))) or -int(v < 0) for v in finite])
    expected = [int((places == wide.first + i).sum()) for i in range(len(wide.counts))]
    assert wide.counts.tolist() == expected


def test_that_weights_that_differ_fill_more_than_half_of_the_bins() -> None:
    rng = np.random.default_rng(3)
    for scale in (1e-12, 1.0, 37.0, 1e9):
        found = counted(scale * rng.normal(size=500))
        assert MOST_BINS // 2 < len(found.counts) <= MOST_BINS
    assert bins_over(0.5, 0.5)[2] == 1


def test_that_one_that_is_stopped_counts_nothing_and_goes_on_to_the_same_numbers() -> None:
    rng = np.random.default_rng(4)
    network = Network(rng.normal(size=(300, 784)), rng.normal(size=(10, 300)))
    whole, stopped = WeightsJob(network, 3), WeightsJob(network, 3)
    whole.advance()
    stopped.advance(np.ones(1, dtype=np.uint8))
    assert not stopped.done
    stopped.advance()
    assert stopped.done
    for a, b in zip(results(whole.result()), results(stopped.result()), strict=True):
        assert (a.exponent, a.first, a.counts.tolist()) == (b.exponent, b.first, b.counts.tolist())
    assert whole.result().step == 3
    expected = np.histogram(network.W1, whole.result().W1.edges)[0]
    assert whole.result().W1.counts.tolist() == expected.tolist()


def results(found: WeightHistograms) -> tuple[Histogram, Histogram]:
    return found.W1, found.W2
