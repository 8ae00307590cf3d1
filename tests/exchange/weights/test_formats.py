"""Weights on their way out: what other programs read is what is here, to the bit."""

from __future__ import annotations

import csv
import errno
import itertools
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import load
from bpviz.exchange import WEIGHT_FORMATS, About, ExchangeError, about_run, export_weights
from bpviz.network import Activation, Network, predict
from bpviz.training import Session, Settings

SIGMAS = list(itertools.product(Activation, Activation))


@pytest.fixture
def network() -> Network:
    rng = np.random.default_rng(0)
    W1 = rng.normal(size=(7, 5)) * 10.0 ** rng.integers(-300, 3, size=(7, 5))
    return Network(W1, rng.normal(size=(3, 7)))


def exported(network: Network, folder: Path, suffix: str, about: About | None = None) -> Path:
    path = folder / f"w{suffix}"
    export_weights(network, path, about)
    return path


def test_that_numpy_loads_both_matrices_and_the_circumstances(
    network: Network, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=3, learning_rate=0.3, seed=5), load("xor"))
    run.advance(12)
    with np.load(exported(network, tmp_path, ".npz", about_run(run))) as found:
        assert found["W1"].tobytes() == network.W1.tobytes()
        assert found["W2"].tobytes() == network.W2.tobytes()
        about = dict(found["about"])
    assert about["dataset"] == "xor"
    assert (about["step"], about["learning_rate"], about["seed"]) == ("12", "0.3", "5")
    assert (about["sigma1"], about["sigma2"]) == ("sigmoid", "sigmoid")
    assert about["program"].startswith("bpviz ")


def test_that_a_table_has_a_line_for_each_row_and_every_bit(
    network: Network, tmp_path: Path
) -> None:
    path = exported(network, tmp_path, ".csv")
    lines = list(csv.reader(path.read_text().splitlines()))
    assert lines[0] == ["matrix", "row", "0", "1", "2", "3", "4", "5", "6"]
    assert len(lines) == 1 + 7 + 3
    W1 = [[float(cell) for cell in cells[2:7]] for cells in lines[1:8]]
    W2 = [[float(cell) for cell in cells[2:]] for cells in lines[8:]]
    assert (np.array(W1) == network.W1).all()
    assert (np.array(W2) == network.W2).all()
    assert [cells[:2] for cells in lines[8:]] == [["W2", "0"], ["W2", "1"], ["W2", "2"]]
    assert {tuple(cells[7:]) for cells in lines[1:8]} == {("", "")}


def test_that_safetensors_and_pandas_read_what_was_written(
    network: Network, tmp_path: Path
) -> None:
    library = pytest.importorskip("safetensors")
    path = exported(network, tmp_path, ".safetensors", About("digits", 7))
    with library.safe_open(str(path), "np") as found:
        assert found.get_tensor("0.weight").tobytes() == network.W1.tobytes()
        assert found.get_tensor("2.weight").tobytes() == network.W2.tobytes()
        assert found.metadata()["step"] == "7"
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(exported(network, tmp_path, ".csv"), index_col=["matrix", "row"])
    assert (table.loc["W1"].dropna(axis="columns").to_numpy() == network.W1).all()


def test_that_the_header_of_safetensors_says_where_the_numbers_are(
    network: Network, tmp_path: Path
) -> None:
    contents = exported(network, tmp_path, ".safetensors", About("Büro.csv", 7)).read_bytes()
    length = int.from_bytes(contents[:8], "little")
    header, numbers = json.loads(contents[8 : 8 + length]), contents[8 + length :]
    assert length % 8 == 0
    about = header.pop("__metadata__")
    assert all(isinstance(text, str) for text in about.values())
    assert (about["format"], about["dataset"]) == ("pt", "Büro.csv")
    assert list(header) == ["0.weight", "2.weight"]
    for name, matrix in zip(header, (network.W1, network.W2), strict=True):
        entry: Any = header[name]
        first, last = entry["data_offsets"]
        assert (entry["dtype"], tuple(entry["shape"])) == ("F64", matrix.shape)
        assert numbers[first:last] == matrix.tobytes()
    assert len(numbers) == network.W1.nbytes + network.W2.nbytes


def test_that_pytorch_loads_safetensors_without_glue(network: Network, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    load_file = pytest.importorskip("safetensors.torch").load_file
    nn = torch.nn
    model = nn.Sequential(
        nn.Linear(5, 7, bias=False), nn.Sigmoid(), nn.Linear(7, 3, bias=False), nn.Sigmoid()
    ).double()
    model.load_state_dict(load_file(exported(network, tmp_path, ".safetensors")))
    X = np.random.default_rng(1).normal(size=(9, 5))
    with torch.no_grad():
        assert abs(model(torch.tensor(X)).numpy() - predict(network, X)).max() < 1e-14


@pytest.mark.parametrize(("sigma1", "sigma2"), SIGMAS)
def test_that_onnx_runtime_computes_f(sigma1: str, sigma2: str, tmp_path: Path) -> None:
    onnx, runtime = pytest.importorskip("onnx"), pytest.importorskip("onnxruntime")
    rng = np.random.default_rng(2)
    network = Network(rng.normal(size=(7, 5)), rng.normal(size=(3, 7)), sigma1, sigma2)
    path = str(exported(network, tmp_path, ".onnx", About("digits", 7)))
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    assert {each.key: each.value for each in model.metadata_props}["sigma2"] == sigma2
    X = 3 * rng.normal(size=(11, 5))
    for rows in (X, X[:1]):
        run = runtime.InferenceSession(path, providers=["CPUExecutionProvider"])
        (f,) = run.run(None, {"x": rows})
        assert f.dtype == np.float64
        assert abs(f - predict(network, rows)).max() < 1e-13


def test_that_an_unknown_ending_or_a_place_that_cannot_be_written_is_one_sentence(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("w.h5", "w"):
        with pytest.raises(ExchangeError, match=r"Use a name that ends in \.npz, \.safetensors"):
            export_weights(network, tmp_path / name)
    with pytest.raises(ExchangeError, match="there is no such folder"):
        export_weights(network, tmp_path / "gone" / "w.npz")
    for each in WEIGHT_FORMATS:
        path = tmp_path / f"w{each.suffix.upper()}"
        path.write_bytes(b"before")

        def full(_: int) -> None:
            raise OSError(errno.ENOSPC, "full")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(ExchangeError, match="the disk is full"):
                export_weights(network, path)
        assert path.read_bytes() == b"before"
        export_weights(network, path)
        assert path.read_bytes() != b"before"
    assert len(list(tmp_path.iterdir())) == len(WEIGHT_FORMATS)
