"""Evaluations in a file are those that were measured along the branch."""

from __future__ import annotations

from pathlib import Path

from bpviz.datasets import Dataset, load
from bpviz.exchange.tables import measured, write_evaluations
from bpviz.training import Session, Settings
from bpviz.training.quantities import TEST_CURVE, TRAIN_CURVE
from tests.exchange.tables.reading import columns, table


def test_that_each_step_has_a_row_and_what_was_not_looked_at_is_empty(
    sparse: Dataset, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=4), sparse)
    run.advance(100)
    run.branch.curves[TRAIN_CURVE].add(0, 1 / 3, 0.25)
    run.branch.curves[TRAIN_CURVE].add(90, 0.125, 0.5)
    run.branch.curves[TEST_CURVE].add(40, 1e-300, 1.0)
    run.branch.curves[TEST_CURVE].add(90, 0.5, 2 / 3)
    write_evaluations(sparse, measured(run.branch), tmp_path / "e.csv")
    assert columns(tmp_path / "e.csv") == {
        "step": ["0", "40", "90"],
        "training_loss": [repr(1 / 3), "", "0.125"],
        "training_accuracy": ["0.25", "", "0.5"],
        "test_loss": ["", "1e-300", "0.5"],
        "test_accuracy": ["", "1.0", repr(2 / 3)],
    }


def test_that_columns_that_a_data_set_has_not_are_left_out(tmp_path: Path) -> None:
    curve = load("sine")
    run = Session(Settings(n_hidden=4), curve)
    run.branch.curves[TRAIN_CURVE].add(0, 0.5, None)
    write_evaluations(curve, measured(run.branch), tmp_path / "e.csv")
    titles, rows = table(tmp_path / "e.csv")
    alone = ["step", "training_loss"]
    assert titles == (alone if curve.test is None else [*alone, "test_loss"])
    assert rows[0][:2] == ["0", "0.5"]
    xor = load("xor")
    write_evaluations(xor, measured(Session(Settings(), xor).branch), tmp_path / "x.csv")
    assert table(tmp_path / "x.csv") == (["step", "training_loss", "training_accuracy"], [])
