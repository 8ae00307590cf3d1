"""Numbers of every step in a file are those of the history, bit for bit; or there is no file."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.exchange.errors import ExchangeError
from bpviz.exchange.tables import ExportCancelled, write_steps
from bpviz.training import Session, Settings
from bpviz.training.pairs.custom_pair import CustomPair
from tests.exchange.tables.reading import columns
from tests.training.conftest import small_world


@pytest.fixture(scope="module")
def travelled(sparse: Dataset) -> Session:
    """A run with old steps, three rates, an own pair, and a branch that it left and stands on."""
    with small_world():
        run = Session(Settings(n_hidden=4, learning_rate=0.1), sparse)
        run.advance(900)
        run.set_learning_rate(1e-05)
        run.train_own(CustomPair(np.arange(7.0), np.eye(3)[2], 2, "a drawing as 2"))
        run.advance(5000)
        run.back(2000)
        run.set_learning_rate(0.75)
        run.edit_weight("W1", 1, 2, 0.5)
        run.advance(3000)
        run.back(1234)
        assert (run.branch.number, run.branch.fork, run.tip) == (1, 3900, 6900)
        return run


@pytest.mark.parametrize("span", [(0, None), (2990, 4100), (6880, 6900)])
@pytest.mark.parametrize("start", [0, 1])
def test_that_what_is_read_back_equals_the_history_bit_for_bit(
    travelled: Session, tmp_path: Path, span: tuple[int, int | None], start: int
) -> None:
    run, (first, last) = travelled, span
    last = run.tip if last is None else last
    told: list[float] = []
    for name in ("steps.csv", "steps.npz"):
        write_steps(
            run.recorded_steps(first, last), tmp_path / name, count_from=start, tell=told.append
        )
    assert told == [share for part in _runs(told) for share in sorted(part)]
    assert told[-1] == 1.0
    found = columns(tmp_path / "steps.csv")
    with np.load(tmp_path / "steps.npz") as archive:
        arrays = dict(archive)
    assert list(found) == list(arrays) == [
        "step", "loss", "gradient_W1", "gradient_W2", "learning_rate", f"sample_from_{start}"
    ]  # fmt: skip
    history, journal, steps = run.history, run.branch.journal, range(first, last)
    for name in ("loss", "gradient_W1", "gradient_W2"):
        right = getattr(history, name)(first, last)
        assert np.array(list(map(float, found[name]))).tobytes() == right.tobytes()
        assert found[name] == list(map(repr, right.tolist()))
        assert arrays[name].tobytes() == right.tobytes()
    rates = [journal.rate(step) for step in steps]
    samples = [run.sample_index(step) + start for step in steps]
    assert [float(rate) for rate in found["learning_rate"]] == arrays["learning_rate"].tolist()
    assert arrays["learning_rate"].tolist() == rates
    assert [int(each) for each in found[f"sample_from_{start}"]] == samples
    assert arrays[f"sample_from_{start}"].tolist() == samples
    assert [int(step) for step in found["step"]] == arrays["step"].tolist() == list(steps)


def _runs(told: list[float]) -> list[list[float]]:
    """Cut what was told of two files apart."""
    end = told.index(1.0) + 1
    return [told[:end], told[end:]]


def test_that_numpy_and_the_csv_module_read_the_same(travelled: Session, tmp_path: Path) -> None:
    write_steps(travelled.recorded_steps(0, 50), tmp_path / "s.csv")
    read = np.genfromtxt(tmp_path / "s.csv", delimiter=",", names=True)
    assert read["loss"].tobytes() == travelled.history.loss(0, 50).tobytes()
    with open(tmp_path / "s.csv", newline="") as file:
        assert [float(row["loss"]) for row in csv.DictReader(file)] == read["loss"].tolist()


@pytest.mark.parametrize("name", ["steps.csv", "steps.npz"])
@pytest.mark.parametrize("before", [None, b"older"])
def test_that_a_cancelled_one_leaves_what_was_there(
    travelled: Session, tmp_path: Path, name: str, before: bytes | None
) -> None:
    if before is not None:
        (tmp_path / name).write_bytes(before)
    stop, state = np.zeros(1, dtype=np.uint8), travelled.state

    def tell(share: float) -> None:
        assert share < 1
        stop[0] = share > 0.2

    with pytest.raises(ExportCancelled):
        write_steps(travelled.recorded_steps(), tmp_path / name, tell=tell, stop=stop)
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert left == ({} if before is None else {name: before})
    assert travelled.state is state


def test_that_another_ending_is_refused_in_a_sentence(travelled: Session, tmp_path: Path) -> None:
    words = r"x\.txt is to have .* Choose a name that ends in \.csv or \.npz\."
    with pytest.raises(ExchangeError, match=words):
        write_steps(travelled.recorded_steps(), tmp_path / "x.txt")
    assert list(tmp_path.iterdir()) == []


def test_that_a_run_without_steps_has_titles_alone(sparse: Dataset, tmp_path: Path) -> None:
    run = Session(Settings(n_hidden=4), sparse)
    write_steps(run.recorded_steps(), tmp_path / "s.csv")
    assert columns(tmp_path / "s.csv")["loss"] == []
