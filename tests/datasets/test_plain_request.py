"""Requests for the same data are equal once they are plain."""

from __future__ import annotations

import pytest

from bpviz.datasets import DataRequest, catalog, load
from bpviz.datasets.plain_request import plain


@pytest.mark.parametrize("name", catalog.NAMES)
def test_that_choosing_every_default_is_choosing_nothing(name: str) -> None:
    options = catalog.entry(name).options
    usual = {
        each: range_.default
        for each in ("n_samples", "noise", "test_share")
        if (range_ := getattr(options, each)) is not None
    }
    assert plain(DataRequest.of(name, constant=options.constant, **usual)) == DataRequest(name)


def test_that_what_differs_from_the_default_stays() -> None:
    asked = DataRequest.of("moons", n_samples=50, noise=0.2, test_share=0.0, constant=False, seed=3)
    assert plain(asked) == asked


def test_that_a_seed_without_effect_is_none() -> None:
    assert plain(DataRequest.of("xor", seed=5)) == DataRequest("xor")
    assert plain(DataRequest.of("iris", seed=5)).seed == 5


def test_that_a_plain_request_loads_the_same_data() -> None:
    asked = DataRequest.of("circles", n_samples=500, noise=0.15, seed=2, constant=True)
    assert plain(asked) != asked
    assert (load(plain(asked)).X == load(asked).X).all()


def test_that_a_request_for_a_file_comes_back_as_it_is() -> None:
    asked = DataRequest.of("./own.csv", constant=False, test_share=0.2, seed=4)
    assert plain(asked) == asked
