"""What a document keeps beside the recipe: in bounded size, and all of it back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network.digest import digest
from bpviz.training import Session, Settings
from bpviz.training.document import kept
from bpviz.training.document.kept import (
    Document,
    document_of,
    keyframes_of,
    places_kept,
    weights_kept,
)
from bpviz.training.document.later import with_later
from bpviz.training.document.recipe import recipe_of
from bpviz.training.evaluation.weight_histograms import WeightsJob
from bpviz.training.quantities import COSINES, TEST_CURVE, TRAIN_CURVE, WEIGHT_HISTORY
from tests.training.conftest import small_world


def test_that_what_was_measured_along_each_branch_comes_back(
    sparse: Dataset, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.advance(100)
    run.seek(50)
    run.set_learning_rate(0.3)
    run.advance(10)
    rng = np.random.default_rng(1)
    for branch in run.branches:
        for step in range(0, branch.tip, 7):
            branch.curves[TRAIN_CURVE].put(step, rng.random(2).tolist())
            branch.curves[COSINES].put(step, rng.random(4).tolist())
            job = WeightsJob(run.network_at(branch.number, step), step)
            job.advance()
            branch.curves[WEIGHT_HISTORY].add(job.result())
    run.branches[0].curves[TEST_CURVE].put(3, [0.5, float("nan")])
    run.save(tmp_path / "run.bpviz")
    found = Session.load(tmp_path / "run.bpviz")
    for old, new in zip(run.branches, found.branches, strict=True):
        for quantity in (TRAIN_CURVE, TEST_CURVE, COSINES):
            for one, other in zip(
                old.curves[quantity].table(), new.curves[quantity].table(), strict=True
            ):
                np.testing.assert_array_equal(one, other)
        columns = zip(
            old.curves[WEIGHT_HISTORY].shown().columns,
            new.curves[WEIGHT_HISTORY].shown().columns,
            strict=True,
        )
        for was, is_ in columns:
            assert was.step == is_.step
            for one, other in ((was.W1, is_.W1), (was.W2, is_.W2)):
                assert (one.exponent, one.first, one.n_not_finite) == (
                    other.exponent, other.first, other.n_not_finite
                )  # fmt: skip
                np.testing.assert_array_equal(one.counts, other.counts)


def test_that_keyframes_are_spread_over_the_run_within_a_budget(
    sparse: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_world():
        run = Session(Settings(n_hidden=3), sparse)
        run.advance(3000)
        run.seek(1000)
        run.set_learning_rate(0.3)
        run.advance(500)
        size = sum(array.nbytes for array in (run.network.W1T, run.network.W2)) + 40
        for most in (1, 2, 10, 10**6):
            monkeypatch.setattr(kept, "KEYFRAME_BYTES", most * size)
            found = list(keyframes_of(document_of(run._run).arrays))
            places = [(number, step) for number, step, *_ in found]
            assert len(set(places)) == len(places) <= most
            assert max(step for number, step in places if number == 1) >= run.step - 17
            for number, step, W1T, W2, _ in found:
                there = run.network_at(number, step)
                np.testing.assert_array_equal(there.W1T, W1T)
                np.testing.assert_array_equal(there.W2, W2)


def test_that_a_document_stays_small_however_long_the_run_and_however_many_branches(
    sparse: Dataset,
) -> None:
    with small_world():
        run = Session(Settings(n_hidden=2), sparse)
        sizes = []
        for _ in range(3):
            for _ in range(60):
                run.advance(400)
                run.seek(run.tip - 40)
                run.set_learning_rate(0.05 + run.tip * 1e-7)
                run.advance(1)
            arrays = document_of(run._run).arrays
            sizes.append(sum(array.nbytes for array in arrays.values()))
        assert sizes[-1] < kept.RECORD_BYTES + kept.KEYFRAME_BYTES


def test_that_nothing_in_a_document_is_written_to_by_the_run(sparse: Dataset) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.advance(5000)
    run.branch.curves[TRAIN_CURVE].put(3, [0.5, 0.25])
    document = run.document()
    before = {name: array.tobytes() for name, array in document.arrays.items()}
    run.advance(40_000)
    run.branch.curves[TRAIN_CURVE].put(2, [0.75, 0.5])
    run.seek(100)
    run.edit_weight("W1", 0, 0, 3.0)
    run.advance(5000)
    assert {name: array.tobytes() for name, array in document.arrays.items()} == before


def test_that_a_document_tells_what_it_is_in_one_line(sparse: Dataset) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    document = run.document()
    assert "\n" not in repr(document)
    assert document.start is not None
    assert digest(document.start) == digest(run.network)


def test_that_the_weights_that_were_kept_last_can_be_had_without_the_samples(
    sparse: Dataset,
) -> None:
    run = Session(Settings(n_hidden=3, seed=4), sparse)
    assert_kept(run, 0)
    run.advance(130)
    run.seek(90)
    run.set_learning_rate(0.7)
    run.advance(5)
    assert_kept(run, 95)
    run.switch_branch(0)
    run.seek(60)
    assert_kept(run, 60)


def test_that_the_weights_where_a_run_stands_are_kept_however_few_steps_it_took(
    sparse: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Session(Settings(n_hidden=3, seed=4), sparse)
    run.advance(70)
    for budget in (kept.KEYFRAME_BYTES, 1):
        monkeypatch.setattr(kept, "KEYFRAME_BYTES", budget)
        document = document_of(run._run)
        (usual,) = (place for place in places_kept(document) if place.usual)
        assert usual.step == (70 if budget > 1 else 0)  # the data is in it: they can be computed
    monkeypatch.setattr(kept, "_has_its_data", lambda data: False)
    document = document_of(run._run)
    (usual,) = (place for place in places_kept(document) if place.usual)
    assert digest(weights_kept(document, usual)) == digest(run.network)
    assert usual.step == 70


def test_that_weights_kept_are_those_that_the_run_shows_edits_at_their_step_included(
    sparse: Dataset,
) -> None:
    run = Session(Settings(n_hidden=3, seed=4), sparse)
    run.edit_weight("W2", 0, 1, -4.0)
    assert_kept(run, 0)
    run.advance(70)
    before = document_of(run._run)
    run.edit_weight("W1", 2, 1, 7.0)
    assert_kept(run, 70)
    assert_kept(run, 70, with_later(before, recipe_of(run._run)))
    run.advance(30)
    run.seek(20)
    run.edit_weight("W1", 1, 1, 5.0)
    run.edit_weight("W1", 1, 1, 6.0)
    assert_kept(run, 20)
    run.advance(5)
    assert_kept(run, 25)


def assert_kept(run: Session, at: int, document: Document | None = None) -> None:
    """The nearest weights that `keyframes_of` says there are up to step `at`, on the way there."""
    document = document_of(run._run) if document is None else document
    places = places_kept(document)
    (usual,) = (place for place in places if place.usual)
    step = usual.step
    assert step <= at
    way = {(run.branch.number, step)}
    if run.branch.parent is not None and step <= run.branch.fork:
        way.add((run.branch.parent, step))
    kept_at = {(number, there) for number, there, *_ in keyframes_of(document.arrays)}
    assert step == 0 or way & kept_at
    later = [there for number, there in kept_at if number == run.branch.number and there <= at]
    assert step >= max(later, default=0)
    assert {(place.branch, place.step) for place in places} == kept_at | {(0, 0)}
    for place in places:
        kept = weights_kept(document, place)
        assert digest(kept) == digest(run.network_at(place.branch, place.step))
