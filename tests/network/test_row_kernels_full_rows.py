"""Rows without zeros, whose columns are not looked at, against the same rows looked up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import Activation, CompressedRows
from bpviz.network.row_kernels import subtract_outer, sum_rows
from tests.network.runs import Run

EVERY_KIND = np.array([0.0, -0.0, 5e-324, -1e-310, 1.0, -3.7, 1e300, np.inf, -np.inf, np.nan])
seeds = st.integers(0, 2**32 - 1)


def numbers(draw: np.random.Generator, *size: int) -> np.ndarray:
    """Of every magnitude, one in ten a zero of either sign, not finite, or nearly zero."""
    usual = draw.normal(size=size) * 10.0 ** draw.integers(-8, 9, size)
    return np.where(draw.random(size) < 0.1, draw.choice(EVERY_KIND, size), usual)


@given(st.integers(1, 40), st.integers(1, 21), seeds)
def test_that_all_rows_in_turn_have_the_bits_of_the_same_rows_looked_up(
    rows: int, columns: int, seed: int
) -> None:
    draw = np.random.default_rng(seed)
    factors, row, matrix = numbers(draw, rows), numbers(draw, columns), numbers(draw, rows, columns)
    every = np.arange(rows, dtype=np.uint16)
    looked_up, in_turn = np.full(columns, 7.0), np.full(columns, 7.0)
    sum_rows(every, False, factors, matrix, looked_up)
    sum_rows(every[:0], True, factors, matrix, in_turn)
    assert same_bits(in_turn, looked_up)
    other = matrix.copy()
    subtract_outer(every, False, factors, row, matrix)
    subtract_outer(every[:0], True, factors, row, other)
    assert same_bits(other, matrix)


def same_bits(a: np.ndarray, b: np.ndarray) -> bool:
    """Signs of zeros included; which NaN it is depends on the processor, and is not."""
    known = ~np.isnan(a)
    return bool(
        (known == ~np.isnan(b)).all() and (a[known].view("u8") == b[known].view("u8")).all()
    )


def made_up(draw: np.random.Generator, n: int, full: float) -> Dataset:
    """12 pairs with n inputs, a share `full` of them without zeros."""
    X = draw.normal(size=(12, n))
    with_zeros = draw.random(12) >= full
    X[with_zeros] *= draw.random((int(with_zeros.sum()), n)) < 0.6
    return Dataset.from_arrays("made up", X, draw.random((12, 3)))


@given(
    n=st.integers(1, 19),
    hidden=st.integers(1, 11),
    full=st.sampled_from([0.0, 0.5, 1.0]),
    sigma1=st.sampled_from(list(Activation)),
    seed=seeds,
)
@settings(max_examples=60)
def test_that_an_input_that_is_always_zero_changes_no_bit_of_the_others(
    n: int, hidden: int, full: float, sigma1: Activation, seed: int
) -> None:
    """With it no row is full, so that each is looked up."""
    draw = np.random.default_rng(seed)
    data = made_up(draw, n, full)
    rows = data.rows
    wider = CompressedRows(rows.starts, rows.indices, rows.values, n + 1)
    run = Run(data, hidden=hidden, sigma1=sigma1)
    looked_up = Run(replace(data, rows=wider), hidden=hidden, sigma1=sigma1)
    run.W1T[draw.random(run.W1T.shape) < 0.1] = -0.0
    looked_up.W1T[:n], looked_up.W2[:] = run.W1T, run.W2
    unused = looked_up.W1T[n].copy()
    samples = draw.integers(0, 12, 40).tolist()
    record, other = run(samples)[2], looked_up(samples)[2]
    assert record.tobytes() == other.tobytes()
    assert run.W1T.tobytes() == looked_up.W1T[:n].tobytes()
    assert run.W2.tobytes() == looked_up.W2.tobytes()
    assert unused.tobytes() == looked_up.W1T[n].tobytes()


def test_that_the_columns_of_rows_without_zeros_are_not_read_and_those_of_others_are() -> None:
    """Time cannot be asserted; what makes it short can."""
    draw = np.random.default_rng(3)
    data = made_up(draw, 9, 0.5)
    rows = data.rows
    full = np.diff(rows.starts) == 9
    assert 0 < full.sum() < 12
    wrong = np.where(np.repeat(full, np.diff(rows.starts)), 0, rows.indices).astype(np.uint16)
    misled = replace(data, rows=misleading(rows, wrong))
    samples = list(range(12))
    assert trained(misled, samples) == trained(data, samples)
    away = np.where(np.repeat(full, np.diff(rows.starts)), rows.indices, 0).astype(np.uint16)
    misled = replace(data, rows=misleading(rows, away))
    assert trained(misled, samples) != trained(data, samples)


def misleading(rows: CompressedRows, columns: np.ndarray) -> CompressedRows:
    """Return rows whose columns are others than they were when they were checked."""
    indices = rows.indices.copy()
    made = CompressedRows(rows.starts, indices, rows.values, rows.n_inputs)
    indices.flags.writeable = True
    indices[:] = columns
    return made


def trained(data: Dataset, samples: list[int]) -> bytes:
    """W₁ after these steps, to the bit."""
    run = Run(data)
    run(samples)
    return run.W1T.tobytes()
