"""Training by epochs: figures at the end of each, and λ by a schedule."""

from __future__ import annotations

import copy
import math
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz import (
    Breakpoint,
    Dataset,
    EpochReport,
    Phase,
    Session,
    Settings,
    SettingsError,
    StopReason,
)
from bpviz.network.digest import digest
from bpviz.training.journal.entries import RateChange

SMALL = Settings(n_hidden=4, learning_rate=0.1, order="shuffled")  # type: ignore[arg-type]


def test_that_each_epoch_is_evaluated_where_it_ends(sparse: Dataset) -> None:
    run, other = Session(SMALL, sparse), Session(SMALL, sparse)
    seen: list[EpochReport] = []
    training = run.train(3, each_epoch=seen.append)
    assert training.epochs == tuple(seen)
    assert training.outcome.reason is StopReason.COUNT
    for k, report in enumerate(seen, start=1):
        other.advance(24)
        assert (report.epoch, report.step, report.learning_rate) == (k, 24 * k, 0.1)
        for found, data in ((report.train, sparse), (report.test, sparse.test)):
            assert found is not None
            right = other.evaluate(data)
            assert (found.mean_loss, found.accuracy) == (right.mean_loss, right.accuracy)
    assert digest(run.network) == digest(other.network)


def test_that_the_first_epoch_is_the_one_in_which_it_stands(sparse: Dataset) -> None:
    run = Session(SMALL, sparse)
    run.advance(30)
    assert [each.step for each in run.train(2).epochs] == [48, 72]
    assert run.train(0).epochs == ()
    assert run.step == 72


def test_that_what_is_measured_is_kept_along_the_branch_and_saved(
    sparse: Dataset, tmp_path: Path
) -> None:
    run = Session(SMALL, sparse)
    training = run.train(3)
    run.save(tmp_path / "run.bpviz")
    for session in (run, Session.load(tmp_path / "run.bpviz")):
        columns = training.to_dict()
        for part in ("train", "test"):
            kept = session.history.evaluations(part).to_dict()
            assert kept["step"].tolist() == columns["step"].tolist() == [24, 48, 72]
            assert kept["mean_loss"].tolist() == columns[f"{part}_loss"].tolist()
            assert kept["accuracy"].tolist() == columns[f"{part}_accuracy"].tolist()
    with pytest.raises(SettingsError, match="The part is 7; it must be"):
        run.history.evaluations(7)  # type: ignore[arg-type]


def test_that_a_regression_without_a_test_set_has_columns_too() -> None:
    rng = np.random.default_rng(0)
    data = Dataset.from_arrays("made", rng.normal(size=(10, 2)), rng.random((10, 2)))
    training = Session(SMALL, data).train(2)
    columns = training.to_dict()
    found = [each.train.r2.mean() for each in training.epochs]  # type: ignore[union-attr]
    assert columns["train_r2"].tolist() == found
    assert np.isnan(columns["test_loss"]).all()
    assert "R² " in str(training.epochs[0])
    assert set(Session(SMALL, data).train(0).to_dict()) >= {"epoch", "train_loss"}


def test_that_a_callback_may_use_the_session_and_end_the_training(sparse: Dataset) -> None:
    run = Session(SMALL, sparse)

    def halve(report: EpochReport) -> bool:
        run.set_learning_rate(run.learning_rate / 2)
        return report.epoch == 2

    assert len(run.train(9, each_epoch=halve).epochs) == 2
    assert (run.step, run.learning_rate) == (48, 0.025)
    run.train(1, each_epoch=lambda report: 1)
    run.train(2, each_epoch=lambda report: 1)
    assert run.step == 24 * 5  # only True ends it


def test_that_a_breakpoint_ends_it_and_it_can_go_on(sparse: Dataset) -> None:
    run = Session(SMALL, sparse)
    run.breakpoints.add(Breakpoint.every(30))
    training = run.train(2)
    assert (training.outcome.reason, run.step) == (StopReason.BREAKPOINT, 30)
    assert len(training.epochs) == 1
    assert [each.epoch for each in run.train(1).epochs] == [2]


@given(
    st.dictionaries(st.integers(0, 80), st.sampled_from([0.5, 0.25, 0.01]), max_size=5),
    st.integers(0, 40),
)
def test_that_a_schedule_is_what_a_person_would_have_entered(
    schedule: dict[int, float], start: int
) -> None:
    data = Dataset.from_arrays("made", np.eye(4), np.eye(4), labels=np.arange(4))
    run, by_hand = Session(SMALL, data), Session(SMALL, data)
    run.advance(start)
    by_hand.advance(start)
    run.train(10, schedule=schedule)
    rate_of = lambda step: max(((s, r) for s, r in schedule.items() if s <= step),  # noqa: E731
                               default=(0, None))[1]  # fmt: skip
    while by_hand.step < run.step:
        rate = rate_of(by_hand.step)
        if rate is not None:
            by_hand.set_learning_rate(rate)
        by_hand.advance(1)
    assert run.branch.journal == by_hand.branch.journal
    assert digest(run.network) == digest(by_hand.network)
    assert len(run.branches) == 1


def test_that_a_schedule_is_replayed_saved_and_part_of_the_recipe(
    digits: Dataset, tmp_path: Path
) -> None:
    run = Session(SMALL, digits)
    run.train(3, schedule=lambda epoch: 0.5**epoch)
    m = digits.n_samples
    assert list(run.branch.journal) == [
        RateChange(0, 1.0), RateChange(m, 0.5), RateChange(2 * m, 0.25)
    ]  # fmt: skip
    last = digest(run.network)
    run.save(tmp_path / "run.bpviz")
    for again in (
        run, Session.load(tmp_path / "run.bpviz"), Session.from_recipe(run.recipe()),
        copy.deepcopy(run),
    ):  # fmt: skip
        again.seek(m + 5)
        assert again.learning_rate == 0.5
        again.seek(3 * m)
        assert digest(again.network) == last


def test_that_the_same_schedule_goes_over_the_same_steps_and_another_one_forks(
    sparse: Dataset,
) -> None:
    run = Session(SMALL, sparse)
    schedule = {0: 0.5, 30: 0.1, 60: 0.05}
    run.train(4, schedule=schedule)
    run.seek(10)
    run.train(3, schedule=schedule)
    assert (run.step, len(run.branches)) == (72, 1)
    run.seek(10)
    run.train(2, schedule={0: 0.5, 40: 0.2})
    assert len(run.branches) == 2
    assert run.branch.fork == 30 or run.branch.fork == 40


def test_that_a_schedule_given_again_goes_on_after_a_stop(sparse: Dataset, tmp_path: Path) -> None:
    whole, parts = (Session(Settings(n_hidden=4), sparse) for _ in range(2))
    for schedule in ({0: 0.5, 30: 0.1, 60: 0.05}, lambda epoch: 0.5 / (1 + epoch)):
        whole.train(4, schedule=schedule)
        parts.train(4, schedule=schedule, each_epoch=lambda report: True)
        parts.save(tmp_path / "parts.bpviz")
        parts = Session.load(tmp_path / "parts.bpviz")
        parts.train(3, schedule=schedule)
    assert parts.step == whole.step
    assert (parts.network.W1 == whole.network.W1).all()
    assert [*parts.branch.journal] == [*whole.branch.journal]


def test_that_a_schedule_comes_after_the_update_that_is_half_done(sparse: Dataset) -> None:
    run = Session(SMALL, sparse)
    run.advance(3)
    run.advance_to(Phase.UPDATE, 1)
    run.train(1, schedule={0: 0.9})
    assert [change.step for change in run.branch.journal] == [0, 4]


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (0.1, "The schedule is 0.1; it must map steps to learning rates, such as "
              "{0: 0.1, 10000: 0.05}, or be a function of the epoch."),
        ({-1: 0.1}, "The step of the schedule is -1; it must be a whole number from 0"),
        ({0: -0.1}, "The learning rate λ is -0.1; it must be a finite number above 0"),
        (lambda epoch: math.nan, "The learning rate λ is nan; it must be a finite number above 0"),
    ],
)  # fmt: skip
def test_that_a_bad_schedule_is_refused_before_a_step_is_taken(
    sparse: Dataset, schedule: Any, words: str
) -> None:
    run = Session(SMALL, sparse)
    with pytest.raises(SettingsError, match=re.escape(words)):
        run.train(1, schedule=schedule)
    assert run.step == run.tip == 0


def test_that_the_number_of_epochs_must_be_whole(sparse: Dataset) -> None:
    with pytest.raises(SettingsError, match=r"epochs is 2\.5; it must be a whole"):
        Session(SMALL, sparse).train(2.5)  # type: ignore[arg-type]


def test_that_a_report_says_its_figures_in_a_line(sparse: Dataset) -> None:
    (report,) = Session(SMALL, sparse).train(1).epochs
    assert report.test is not None
    assert str(report) == (
        f"epoch 1: λ 0.1; training mean loss {report.train.mean_loss:.4g}, accuracy "
        f"{report.train.accuracy:.2%}; test mean loss {report.test.mean_loss:.4g}, accuracy "
        f"{report.test.accuracy:.2%}"
    )
