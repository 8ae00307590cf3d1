"""Watches in a file are what a run had, to the last bit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.exchange.tables import ExportCancelled, write_watches
from bpviz.training import Session, Settings
from bpviz.training.watch_text import watch_of
from tests.exchange.tables.reading import table


def test_that_every_step_is_a_row(sparse: Dataset, tmp_path: Path) -> None:
    run = Session(Settings(n_hidden=4), sparse)
    run.advance(300)
    watches = [watch_of(text) for text in ("W1[1, 2]", "norm W2", "loss")]
    shares: list[float] = []
    past = run.past(watches, start=7, stop=301)
    write_watches(past, watches, tmp_path / "w.csv", tell=shares.append)
    titles, rows = table(tmp_path / "w.csv")
    assert titles == ["step", "W1[1, 2]", "norm W2", "loss"]
    assert [int(row[0]) for row in rows] == list(range(7, 301))
    read = np.array([[float(cell) for cell in row[1:]] for row in rows]).T
    assert read.tolist() == run.watched(watches, 7, 300).tolist()
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_that_nothing_is_left_of_a_file_that_is_given_up(sparse: Dataset, tmp_path: Path) -> None:
    run = Session(Settings(n_hidden=4), sparse)
    run.advance(300)
    watch = watch_of("h[0]")
    with pytest.raises(ExportCancelled):
        write_watches(run.past([watch]), [watch], tmp_path / "w.csv", stop=np.ones(1, np.uint8))
    assert list(tmp_path.iterdir()) == []
