"""The l and λ to begin with, told before a file is loaded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import DataRequest, catalog, load
from bpviz.datasets.suited import PICTURES, TABLE, suited
from bpviz.headless import look
from bpviz.training.session import Session
from bpviz.training.settings import Settings


@pytest.mark.parametrize("name", catalog.NAMES)
def test_that_the_catalogue_knows_what_suits_its_sets(name: str) -> None:
    entry = catalog.entry(name)
    assert suited(DataRequest(name)) == (entry.n_hidden, entry.learning_rate)


def test_that_what_suits_a_file_is_told_by_its_kind(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("a,b,label\n1,2,x\n2,1,y\n", encoding="utf-8")
    np.save(tmp_path / "x.npy", np.zeros((4, 8, 8), np.uint8))
    (tmp_path / "pictures").mkdir()
    assert suited(DataRequest(str(tmp_path / "own.csv"))) == TABLE == (16, 0.1)
    assert suited(DataRequest(str(tmp_path / "x.npy"))) == PICTURES == (32, 0.1)
    assert suited(DataRequest(str(tmp_path / "pictures"))) == PICTURES


@pytest.mark.parametrize("source", ["gone.csv", "/dev/zero", "a\0b.csv"])
def test_that_what_cannot_be_read_has_nothing_that_suits_it(source: str) -> None:
    assert suited(DataRequest(source)) is None


@pytest.mark.parametrize("inputs", [2, 40])
def test_that_a_table_is_learned_with_what_suits_it(tmp_path: Path, inputs: int) -> None:
    """A difference decides the class: chance would be half of them."""
    rng = np.random.default_rng(0)
    X = 5 + 3 * rng.normal(size=(300, inputs))
    labels = np.where(X[:, 0] > X[:, 1], "left", "right")
    rows = [",".join([*(f"{value:.3f}" for value in row), label])
            for row, label in zip(X, labels, strict=True)]  # fmt: skip
    path = tmp_path / "own.csv"
    head = ",".join([*(f"x{j}" for j in range(inputs)), "label"])
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    found = suited(DataRequest(str(path)))
    assert found is not None
    data = load(path)
    session = Session(Settings(**found._asdict()), data)
    session.advance(20 * data.n_samples)
    accuracy = look(session, data).accuracy
    assert accuracy is not None
    assert accuracy > 0.95
