"""What there is to show of hidden units: order, importance, names; and counting weights."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.ui.panels.hidden_units.histograms import (
    MOST,
    bins_for,
    spread,
    symmetric_counts,
    symmetric_edges,
)
from bpviz.ui.panels.hidden_units.model import ShownUnits, UnitOrder, block_shape, row_norms
from tests.ui.frames import make_frame, make_images, make_network, make_regression, make_table
from tests.ui.records import make_classes
from tests.ui.unit_scans import make_unit_scan, regression_scan


def shown(dataset: Dataset | None = None, **overrides: object) -> ShownUnits:
    frame = make_frame(dataset, **overrides)
    units = ShownUnits.of(frame, frozenset(frame.switched_off))
    assert units is not None
    return units


def test_that_a_loading_data_set_has_no_units_to_show() -> None:
    assert ShownUnits.of(make_frame(dataset_loaded=False), frozenset()) is None


def test_that_a_look_at_another_network_is_not_shown() -> None:
    assert shown(units=make_unit_scan(9)).scan is None
    assert shown(units=make_unit_scan(8)).scan is not None


def test_that_units_the_network_does_not_have_cannot_be_off() -> None:
    assert shown(switched_off=(1, 8, 40)).off == {1}


def test_that_units_are_ranked_by_what_a_person_asks_for() -> None:
    units = shown(units=make_unit_scan())
    assert units.ranked(UnitOrder.INDEX).tolist() == list(range(8))
    assert units.ranked(UnitOrder.ACTIVATION).tolist() == list(range(8))[::-1]
    assert units.ranked(UnitOrder.SATURATION).tolist() == list(range(8))
    # alike in accuracy: the one whose loss costs more comes first
    assert units.ranked(UnitOrder.IMPORTANCE).tolist() == [5, 2, 7, 4, 1, 6, 3, 0]
    norms = np.linalg.norm(units.network.W1, axis=1)
    assert units.ranked(UnitOrder.NORM).tolist() == np.argsort(-norms).tolist()


def test_that_without_a_look_units_stand_by_index_but_their_norms_are_known() -> None:
    units = shown()
    assert units.ranked(UnitOrder.IMPORTANCE).tolist() == list(range(8))
    assert units.ranked(UnitOrder.NORM).tolist() != list(range(8))


def test_that_importance_is_lost_accuracy_or_risen_loss() -> None:
    classes = shown(units=make_unit_scan()).importance
    np.testing.assert_allclose(classes, [0, 1, 2, 0, 1, 2, 0, 1], atol=1e-9)
    rise = shown(make_table(), units=regression_scan()).importance
    np.testing.assert_allclose(rise, 0.01 * np.arange(8))


def test_that_weights_are_pictures_where_inputs_are_or_where_there_are_many() -> None:
    assert shown().picture == (28, 28)
    assert shown(make_images(constant=True)).picture == (28, 28)
    assert shown(make_table(n=24)).picture is None
    assert shown(make_table(n=25)).picture == (5, 5)
    assert shown(make_table(n=50)).picture == (7, 8)
    assert shown(make_table(d=3)).output_picture is None
    assert shown(make_table(d=30)).output_picture == (5, 6)


@given(st.integers(1, 5000))
def test_that_a_block_holds_all_entries_and_is_about_square(count: int) -> None:
    height, width = block_shape(count)
    assert (height - 1) * width < count <= height * width
    assert width - 1 <= height <= width


def test_that_inputs_and_outputs_have_their_names() -> None:
    units = shown(make_regression(d=2))
    assert units.input_names == ("width", "height", "1 (constant)")
    assert units.output_names == ("temperature", "length")
    assert shown().input_names == ()
    assert shown(make_classes(9, 3)).output_names == ("0", "1", "2")


def test_that_norms_are_those_of_numpy() -> None:
    network = make_network(7, 5, 2)
    np.testing.assert_allclose(
        row_norms(network.W1T), np.linalg.norm(network.W1, axis=1), rtol=1e-14
    )


@given(
    st.lists(st.floats(-3.0, 3.0), max_size=50),
    st.sampled_from([3.0, 4.0, 1e-20, 1e20]),
    st.sampled_from([1, 21, 59]),
)
def test_that_weights_lie_in_symmetric_bins(values: list[float], limit: float, bins: int) -> None:
    array = np.array(values) * (limit / 3.0)
    counts = symmetric_counts(array, limit, bins)
    assert counts.sum() == len(values)
    edges = symmetric_edges(limit, bins)
    np.testing.assert_allclose(edges, -edges[::-1])
    by_hand = np.histogram(np.clip(array, edges[0], edges[-1]), bins=edges)[0]
    # a value on an edge may round to either side
    assert (
        np.abs(np.cumsum(counts) - np.cumsum(by_hand)).max()
        <= np.isclose(array[:, None], edges, rtol=1e-12, atol=limit * 1e-12).sum()
    )


def test_that_zero_is_in_the_middle_bin_and_what_is_not_finite_in_none() -> None:
    odd = symmetric_counts(np.array([0.0, math.nan, math.inf, -math.inf, 9.0, -9.0]), 1.0, 21)
    assert odd.sum() == 3
    assert (odd[10], odd[0], odd[-1]) == (1, 1, 1)


@pytest.mark.parametrize(("count", "bins"), [(1, 21), (320, 21), (25_088, 59), (10**9, 81)])
def test_that_more_weights_have_more_bins_and_always_an_odd_number(count: int, bins: int) -> None:
    assert bins_for(count) == bins


@pytest.mark.parametrize("shape", [(3, 4), (784, 4096), (784, 300), (2**20, 2)])
def test_that_of_a_large_matrix_some_weights_of_every_column_are_counted(
    shape: tuple[int, int],
) -> None:
    matrix = np.broadcast_to(np.arange(shape[1], dtype=np.float64), shape).copy()
    some = spread(matrix)
    assert len(some) <= MOST
    assert len(some) == matrix.size or len(some) > MOST / 8
    counts = np.bincount(some.astype(int), minlength=shape[1])
    assert counts.max() - counts.min() <= 1
