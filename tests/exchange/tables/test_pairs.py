"""Own pairs in a file have their numbers, names, targets and inputs."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bpviz.datasets import Dataset
from bpviz.exchange.tables import write_pairs
from bpviz.training import Session, Settings
from bpviz.training.pairs.custom_pair import CustomPair
from tests.exchange.tables.reading import columns


def test_that_every_pair_has_a_row_in_the_order_of_its_number(
    sparse: Dataset, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=4), sparse)
    for label, title in ((2, "=a drawing as 2"), (0, "sliders")):
        run.train_own(CustomPair(np.arange(7.0) / 3 + label, np.eye(3)[label], label, title))
        run.advance(3)
    write_pairs(sparse, run.own_pairs, tmp_path / "p.csv", count_from=1)
    found = columns(tmp_path / "p.csv")
    assert found["sample_from_1"] == ["25", "26"]
    assert found["pair"] == ["'=a drawing as 2", "sliders"]
    assert found["class"] == ["3", "1"]
    for row, pair in enumerate(run.own_pairs):
        assert [float(found[f"input x[{i + 1}]"][row]) for i in range(7)] == pair.x.tolist()


def test_that_targets_of_a_regression_are_in_original_units(tmp_path: Path) -> None:
    data = Dataset.from_arrays(
        "r", np.ones((2, 1)), np.zeros((2, 2)), target_scale=np.array([[1.0, 2.0], [0.0, 10.0]])
    )
    pairs = [CustomPair(np.zeros(1), np.array([0.5, 0.25]), None, "a")]
    write_pairs(data, pairs, tmp_path / "p.csv")
    found = columns(tmp_path / "p.csv")
    assert (found["target y[0]"], found["target y[1]"]) == (["2.0"], ["2.5"])
