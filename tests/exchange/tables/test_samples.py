"""Samples in a file have the numbers that a trace of each gives."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import Dataset, Part, load
from bpviz.exchange.tables import ExportCancelled, SampleTable, write_samples
from bpviz.network.evaluate import trace
from bpviz.training import Session, Settings
from tests.exchange.tables.reading import columns


@pytest.mark.parametrize("start", [0, 1])
def test_that_each_sample_of_both_sets_has_a_row(
    sparse: Dataset, tmp_path: Path, start: int
) -> None:
    run = Session(Settings(n_hidden=4), sparse)
    run.advance(50)
    net = run.network
    write_samples(SampleTable(sparse, net, run.gradient_rule), tmp_path / "s.csv", count_from=start)
    found = columns(tmp_path / "s.csv")
    assert list(found) == [
        "set", f"sample_from_{start}", "class", "predicted", "correct", "loss", "gradient_W1",
        "gradient_W2", *(f"input x[{i + start}]" for i in range(7)),
    ]  # fmt: skip
    assert found["set"] == ["training"] * 24 + ["test"] * 9
    at = [*range(start, 24 + start), *range(start, 9 + start)]
    assert found[f"sample_from_{start}"] == list(map(str, at))
    assert sparse.test is not None
    pairs = [(data, i) for data in (sparse, sparse.test) for i in range(data.n_samples)]
    for row, (data, i) in enumerate(pairs):
        seen = trace(net, data.x(i), data.Y[i])
        assert data.labels is not None
        label, predicted = int(data.labels[i]), int(np.argmax(seen.f))
        assert [found[name][row] for name in ("class", "predicted", "correct")] == [
            str(label + start), str(predicted + start), str(int(label == predicted))
        ]  # fmt: skip
        assert float(found["loss"][row]) == pytest.approx(seen.loss, rel=1e-12)
        for name, grad in (("gradient_W1", seen.grad_W1), ("gradient_W2", seen.grad_W2)):
            assert float(found[name][row]) == pytest.approx(np.linalg.norm(grad), rel=1e-12)
        x = [float(found[f"input x[{k + start}]"][row]) for k in range(7)]
        assert x == data.x(i).tolist()


def test_that_a_list_stands_in_its_order_and_pictures_are_left_out(
    digits: Dataset, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=4), digits)
    chosen = np.array([9, 3, 700])
    table = SampleTable(digits, run.network, run.gradient_rule, [(Part.TRAIN, chosen)])
    write_samples(table, tmp_path / "s.csv")
    found = columns(tmp_path / "s.csv")
    assert found["sample_from_0"] == ["9", "3", "700"]
    assert not any(title.startswith("input") for title in found)
    write_samples(dataclasses.replace(table, inputs=True), tmp_path / "p.csv")
    assert len(columns(tmp_path / "p.csv")) == len(found) + 64


def test_that_a_regression_is_told_in_its_own_units(tmp_path: Path) -> None:
    data = Dataset.from_arrays(
        "houses", np.ones((3, 2)), [[0.0], [0.5], [1.0]], target_names=("=price",),
        input_names=("loss", "@x"), target_scale=np.array([[100.0, 50.0]]), constant=None,
    )  # fmt: skip
    run = Session(Settings(n_hidden=2), data)
    write_samples(SampleTable(data, run.network, run.gradient_rule), tmp_path / "s.csv")
    found = columns(tmp_path / "s.csv")
    f = float(run.trace_of(0, Part.TRAIN).f[0])
    assert list(found)[2:5] == ["target =price", "output =price", "error =price"]
    assert list(found)[-2:] == ["input loss", "input @x"]
    assert found["target =price"] == ["100.0", "125.0", "150.0"]
    assert float(found["output =price"][2]) == pytest.approx(100 + 50 * f)
    assert float(found["error =price"][2]) == pytest.approx(50 * (f - 1))


def test_that_names_of_classes_from_a_file_are_no_formulas(tmp_path: Path) -> None:
    names = ('=cmd|"/c calc"!A0', "-1", "@x")
    data = Dataset.from_arrays("h", np.eye(3), np.eye(3), labels=[0, 1, 2], class_names=names)
    run = Session(Settings(n_hidden=2), data)
    write_samples(SampleTable(data, run.network, run.gradient_rule), tmp_path / "s.csv")
    assert columns(tmp_path / "s.csv")["class"] == ["'" + names[0], "-1", "'@x"]


def test_that_a_look_that_nobody_waits_for_leaves_nothing(tmp_path: Path) -> None:
    data = load("iris")
    run = Session(Settings(n_hidden=2), data)
    table = SampleTable(data, run.network, run.gradient_rule)
    with pytest.raises(ExportCancelled):
        write_samples(table, tmp_path / "s.csv", stop=np.ones(1, dtype=np.uint8))
    assert list(tmp_path.iterdir()) == []
