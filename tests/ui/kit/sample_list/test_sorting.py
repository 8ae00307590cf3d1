"""Which samples are listed, and in which order, against plain Python."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.results import Scan
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.kit.sample_list.sorting import (
    SampleLister,
    SortBy,
    SortKey,
    errors,
    fitting,
    in_own_units,
    listed,
)
from tests.ui.frames import make_regression
from tests.ui.records import make_classes, make_scan

CLASSES = 3
NUMBERS = st.one_of(
    st.sampled_from([0.0, 0.5, 1.0, math.inf, math.nan]),  # many are equal
    st.floats(0, 1e6),
)


@st.composite
def scanned(draw: Any) -> tuple[Dataset, Scan]:
    m = draw(st.integers(1, 25))
    column = st.lists(NUMBERS, min_size=m, max_size=m)
    which = st.lists(st.integers(0, CLASSES - 1), min_size=m, max_size=m)
    labels, predicted = np.array(draw(which)), np.array(draw(which))
    data = Dataset.from_arrays(
        "made",
        np.ones((m, 2)),
        np.eye(CLASSES)[labels],
        labels=labels,
        class_names=("a", "b", "c"),
    )
    scan = Scan(
        step=1,
        losses=np.array(draw(column)),
        magnitudes=np.stack([draw(column), draw(column)], axis=1),
        predicted=predicted,
        correct=predicted == labels,
    )
    return data, scan


CLASS = st.one_of(st.none(), st.integers(0, CLASSES - 1))
FILTERS = st.builds(SampleFilter, st.just(Part.TRAIN), CLASS, CLASS, st.booleans())
KEYS = st.builds(
    SortKey,
    st.sampled_from([SortBy.INDEX, SortBy.LOSS, SortBy.GRADIENT_W1, SortBy.GRADIENT_W2]),
    st.booleans(),
)


def by_hand(data: Dataset, scan: Scan, wanted: SampleFilter, key: SortKey) -> list[int]:
    """Filter and sort, sample by sample."""
    assert data.labels is not None
    assert scan.predicted is not None

    def passes(i: int) -> bool:
        assert data.labels is not None
        assert scan.predicted is not None
        label, predicted = int(data.labels[i]), int(scan.predicted[i])
        return (
            wanted.label in (None, label)
            and wanted.predicted in (None, predicted)
            and not (wanted.wrong and label == predicted)
        )

    def value(i: int) -> float:
        found = {
            SortBy.INDEX: i,
            SortBy.LOSS: scan.losses[i],
            SortBy.GRADIENT_W1: scan.magnitudes[i, 0],
            SortBy.GRADIENT_W2: scan.magnitudes[i, 1],
        }[key.by]
        number = math.inf if math.isnan(found) else float(found)
        return -number if key.descending else number

    return sorted((i for i in range(data.n_samples) if passes(i)), key=lambda i: (value(i), i))


@given(scanned(), FILTERS, KEYS)
def test_that_filter_and_order_are_those_made_by_hand(
    made: tuple[Dataset, Scan], wanted: SampleFilter, key: SortKey
) -> None:
    data, scan = made
    assert listed(data, scan, wanted, key).tolist() == by_hand(data, scan, wanted, key)


@given(scanned(), FILTERS, KEYS)
def test_that_without_a_scan_only_the_class_is_known(
    made: tuple[Dataset, Scan], wanted: SampleFilter, key: SortKey
) -> None:
    data, _ = made
    assert data.labels is not None
    found = listed(data, None, wanted, key).tolist()
    if wanted.wrong or wanted.predicted is not None:
        assert found == []
        return
    chosen = [i for i, c in enumerate(data.labels.tolist()) if wanted.label in (None, c)]
    backwards = key == SortKey(SortBy.INDEX, True)
    assert found == (chosen[::-1] if backwards else chosen)


def test_that_a_regression_is_sorted_by_the_error_of_one_output_in_its_own_unit() -> None:
    data = make_regression(40, d=2)
    scan = make_scan(data)
    assert scan.outputs is not None
    for output, factor in enumerate((50.0, 8.0)):
        signed = factor * (scan.outputs[:, output] - data.Y[:, output])
        found = errors(data, scan, output)
        assert found is not None
        np.testing.assert_allclose(found, signed)
        order = listed(data, scan, SampleFilter(), SortKey(SortBy.ERROR, True, output))
        assert order.tolist() == sorted(range(40), key=lambda i: -abs(signed[i]))


def test_that_a_regression_has_no_class_to_filter_by() -> None:
    data = make_regression(9)
    scan = make_scan(data)
    for wanted in (SampleFilter(label=0), SampleFilter(predicted=0), SampleFilter(wrong=True)):
        assert len(listed(data, scan, wanted, SortKey())) == 0


def test_that_values_in_their_own_units_are_offset_and_factor() -> None:
    data = make_regression(3, d=2)
    np.testing.assert_allclose(
        in_own_units(data, data.Y), np.array([100.0, -20.0]) + np.array([50.0, 8.0]) * data.Y
    )
    plain = make_classes(3)
    assert in_own_units(plain, plain.Y) is plain.Y


def test_that_magnitudes_nobody_computed_leave_the_order_by_index() -> None:
    data = make_classes(5)
    scan = make_scan(data)
    bare = Scan(step=0, losses=scan.losses, magnitudes=np.zeros((0, 2)))
    key = SortKey(SortBy.GRADIENT_W1, True)
    assert listed(data, bare, SampleFilter(), key).tolist() == [0, 1, 2, 3, 4]


def test_that_a_scan_of_other_data_does_not_count() -> None:
    data = make_classes(5)
    assert fitting(data, make_scan(make_classes(6))) is None
    scan = make_scan(data)
    assert fitting(data, scan) is scan


class TestLister:
    data = make_classes(50)

    def ask(self, lister: SampleLister, scan: Scan | None, **wanted: Any) -> Any:
        key = wanted.pop("key", SortKey(SortBy.LOSS))
        return lister.listed(self.data, scan, SampleFilter(**wanted), key)

    def test_that_it_sorts_only_when_something_has_changed(self) -> None:
        lister, scan = SampleLister(), make_scan(self.data)
        first = self.ask(lister, scan)
        assert self.ask(lister, scan) is first
        assert lister.sorts == 1
        assert self.ask(lister, make_scan(self.data, 2)) is not first
        self.ask(lister, scan, label=3)
        self.ask(lister, scan, label=3, key=SortKey(SortBy.LOSS, True))
        assert lister.sorts == 4

    @pytest.mark.parametrize("label", [None, 3])
    def test_that_a_new_scan_does_not_matter_by_index(self, label: int | None) -> None:
        lister = SampleLister()
        first = self.ask(lister, None, label=label, key=SortKey())
        for step in range(3):
            scan = make_scan(self.data, step)
            assert self.ask(lister, scan, label=label, key=SortKey()) is first

    @pytest.mark.parametrize("wanted", [{"wrong": True}, {"predicted": 2}])
    def test_that_a_new_scan_matters_to_what_is_predicted(self, wanted: dict[str, Any]) -> None:
        lister = SampleLister()
        self.ask(lister, make_scan(self.data, 0), key=SortKey(), **wanted)
        self.ask(lister, make_scan(self.data, 1), key=SortKey(), **wanted)
        assert lister.sorts == 2

    def test_that_nobody_can_change_an_answer(self) -> None:
        with pytest.raises(ValueError, match="read-only"):
            self.ask(SampleLister(), make_scan(self.data))[0] = 7
