"""Whatever is chosen about data that is made up: it is made, or refused in one sentence."""

from __future__ import annotations

import dataclasses
import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import DataRequest, Dataset, DatasetError, catalog, load

MADE_UP = [entry.name for entry in catalog.ENTRIES if entry.options.n_samples is not None]
OPTIONS = [field.name for field in dataclasses.fields(DataRequest) if field.name != "source"]


class Silent:
    """An object that cannot say what it is."""

    def __repr__(self) -> str:
        raise RuntimeError

    def __index__(self) -> int:
        raise RuntimeError


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 300),
    st.integers(),
    st.floats(),
    st.floats(0, 1),
    st.text(max_size=300),
    st.binary(max_size=5),
    st.lists(st.one_of(st.text(max_size=3), st.integers(), st.none()), max_size=3),
    st.sampled_from(
        [
            10**5000,
            -(10**5000),
            Fraction(1, 3),
            1j,
            np.float32(0.25),
            np.array(7),
            np.array([1, 2]),
            np.float64("nan"),
            Silent(),
            Silent,
            {"a": 1},
            range(3),
        ]
    ),
)


def check_whole(data: Dataset) -> None:
    assert data.n_samples >= 1
    parts = [data] if data.test is None else [data, data.test]
    for part in parts:
        assert np.isfinite(part.X).all()
        assert np.isfinite(part.Y).all()


@given(st.sampled_from(MADE_UP), st.sampled_from(OPTIONS), ANYTHING)
def test_that_any_value_of_any_option_gives_data_or_one_short_sentence(
    name: str, option: str, value: Any
) -> None:
    if option == "n_samples" and isinstance(value, int) and 10_000 < value < 2**31:
        value = 10_000  # made in no time
    try:
        data = load(name, **{option: value})
    except DatasetError as error:
        words = str(error)
        assert len(words) < 400
        assert "\n" not in words
        assert any(right in words for right in ("must be", "does not apply", " options are: "))
    else:
        check_whole(data)


def test_that_what_gives_names_one_by_one_is_taken_as_a_list() -> None:
    request = DataRequest.of("a.csv", inputs=(name for name in "ab"))
    assert request.inputs == ("a", "b")


def test_that_an_array_of_one_number_is_that_number() -> None:
    assert DataRequest.of("moons", n_samples=np.array(40)) == DataRequest("moons", n_samples=40)


@pytest.mark.parametrize("name", MADE_UP)
def test_that_the_ends_of_every_range_give_data_and_what_lies_beyond_is_refused(name: str) -> None:
    options = catalog.entry(name).options
    assert options.n_samples is not None
    few = options.n_samples.low
    for option in ("noise", "test_share"):
        range_ = getattr(options, option)
        for end, beyond in ((range_.low, -math.inf), (range_.high, math.inf)):
            data = load(name, n_samples=few, **{option: end})
            check_whole(data)
            held_back = 0 if data.test is None else data.test.n_samples
            assert data.n_samples + held_back == few
            wrong: dict[str, Any] = {option: float(np.nextafter(end, beyond))}
            with pytest.raises(DatasetError, match="must be"):
                load(name, n_samples=few, **wrong)
    for count in (few - 1, options.n_samples.high + 1):
        with pytest.raises(DatasetError, match="must be"):
            load(name, n_samples=count)


@pytest.mark.parametrize("name", MADE_UP)
@pytest.mark.parametrize("share", [0.0, 0.1, 1 / 3, 0.5, 0.9])
def test_that_the_share_held_back_is_the_one_asked_for(name: str, share: float) -> None:
    data = load(name, n_samples=100, test_share=share)
    held_back = 0 if data.test is None else data.test.n_samples
    assert abs(held_back - 100 * share) <= 1
    assert (data.test is None) == (share == 0)
