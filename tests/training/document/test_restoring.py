"""A run that was saved is the run that it was, wherever one goes on from there."""

from __future__ import annotations

import dataclasses
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import DataRequest, Dataset, DatasetError, load
from bpviz.network.digest import digest
from bpviz.training import Breakpoint, Session, Settings, SettingsError
from bpviz.training.document import kept
from bpviz.training.document.archive import write
from bpviz.training.document.errors import DocumentError, DocumentWarning
from bpviz.training.document.kept import Document
from bpviz.training.message import Message
from tests.training.conftest import small_world
from tests.training.document.runs import facts, gone_on, random_run, shipped


@settings(max_examples=30)
@given(seed=st.integers(0, 10**9), acts=st.integers(0, 40))
def test_that_file_and_recipe_bring_back_the_run_as_the_same_actions_do(
    seed: int, acts: int, sparse: Dataset, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data, path = shipped(sparse), tmp_path_factory.getbasetemp() / "run.bpviz"
    with small_world(), warnings.catch_warnings(action="error"):
        run, fresh = (random_run(data, seed, acts) for _ in range(2))
        run.save(path)
        found = Session.load(path, data), Session.from_recipe(run.recipe(), data)
        for each in found:
            assert facts(each) == facts(fresh)
            assert each.recipe() == run.recipe()
        stops = [branch.hits.all for branch in fresh.branches]
        assert [branch.hits.all for branch in found[0].branches] == stops
        right = gone_on(fresh, seed)
        for each in found:
            assert gone_on(each, seed) == right
        found[0].save(path)  # and once more
        assert facts(Session.load(path, data)) == facts(fresh)


def test_that_stops_can_still_be_translated_where_their_breakpoint_is_left(
    sparse: Dataset, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=4), sparse)
    for breakpoint in (Breakpoint.every(3), Breakpoint.every(7)):
        run.breakpoints.add(breakpoint)
    for _ in range(4):
        run.advance(100)
    run.breakpoints.remove(2)
    run.save(tmp_path / "run.bpviz")
    before = [*run.branch.hits.all]
    after = [*Session.load(tmp_path / "run.bpviz", sparse).branch.hits.all]
    assert after == before
    assert {hit.number for hit in after} == {1, 2}
    for was, hit in zip(before, after, strict=True):
        assert isinstance(was.text, Message)
        words = was.text if hit.number == 1 else None
        assert getattr(hit.text, "values", None) == (words and words.values)


def test_that_a_file_keeps_what_was_recorded_however_long_ago(
    sparse: Dataset, tmp_path: Path
) -> None:
    with small_world():
        run = random_run(shipped(sparse), 4)
        run.breakpoints.clear()
        run.advance(30_000)
        run.save(tmp_path / "run.bpviz")
        found = Session.load(tmp_path / "run.bpviz", run.dataset)
        for first, last, most in ((0, run.tip, 50), (run.tip - 200, run.tip, 1000)):
            old, new = (s.history.view(first, last, most) for s in (run, found))
            np.testing.assert_array_equal(new.starts, old.starts)
            for name in ("low", "mean", "high"):
                values = getattr(new.loss, name), getattr(old.loss, name)
                np.testing.assert_array_equal(*values)
            np.testing.assert_array_equal(new.loss_quantiles, old.loss_quantiles)


def test_that_a_long_run_is_at_its_place_without_being_computed_anew(
    sparse: Dataset, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.advance(200_000)
    run.save(tmp_path / "run.bpviz")
    told: list[float] = []
    document = run.document()
    found, remarks = Session.restored(document, sparse, told.append)
    assert (facts(found), remarks, told) == (facts(run), (), [])
    bare = Document(document.recipe)
    found, remarks = Session.restored(bare, sparse, told.append)
    assert (facts(found), remarks) == (facts(run), ())
    assert told == sorted(told)
    assert 0 < told[0] <= told[-1] == 1


def test_that_computing_a_run_can_be_given_up(sparse: Dataset) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.advance(200_000)

    def tell(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Session.restored(Document(run.document().recipe), sparse, tell)


@pytest.mark.parametrize("where", ["here", "start", "on the way"])
def test_that_other_last_digits_are_said_in_one_sentence(sparse: Dataset, where: str) -> None:
    """As another processor would compute them: the weights that were kept are what counts."""
    with small_world():
        run = Session(Settings(n_hidden=3), sparse)
        run.advance(2000)
        document = run.document()
        arrays = {name: array.copy() for name, array in document.arrays.items()}
        if where == "start":
            arrays["start/W2"][0, 0] += 1e-9
        elif where == "here":
            document = dataclasses.replace(
                document, recipe=dataclasses.replace(document.recipe, check="0" * 12)
            )
        else:
            at = arrays["keyframes/at"][:, 1].tolist()
            arrays["keyframes/W1T"][next(i for i, step in enumerate(at) if step > 0)] += 1e-9
        found, remarks = Session.restored(dataclasses.replace(document, arrays=arrays), sparse)
        assert len(remarks) == 1
        assert "not everywhere to the last bit" in remarks[0]
        assert found.step == run.step


def test_that_a_remark_is_a_warning_for_who_loads_it(
    sparse: Dataset, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.advance(10)
    run.save(tmp_path / "run.bpviz")
    first = run._run.replayer.initial()
    monkeypatch.setattr(
        "bpviz.training.run.replay.Replayer.initial",
        lambda self: type(first)(first.W1 + 1e-12, first.W2, first.sigma1, first.sigma2),
    )
    with pytest.warns(DocumentWarning, match="not everywhere to the last bit") as told:
        Session.load(tmp_path / "run.bpviz")
    assert told[0].filename == __file__


# ---- data ----------------------------------------------------------------------------------------


def table(path: Path, factor: float = 1.0) -> Path:
    rows = "".join(f"{factor * i},{i * i % 7},{i % 2}\n" for i in range(40))
    path.write_text("a,b,class\n" + rows)
    return path


def run_on(path: Path) -> Session:
    run = Session(Settings(n_hidden=3), load(path))
    run.advance(50)
    return run


def test_that_small_data_of_ones_own_is_in_the_file(tmp_path: Path) -> None:
    place = table(tmp_path / "own.csv")
    run = run_on(place)
    run.save(tmp_path / "run.bpviz")
    place.unlink()
    found = Session.load(tmp_path / "run.bpviz")
    assert facts(found) == facts(run)
    for part, old in ((found.dataset, run.dataset), (found.dataset.test, run.dataset.test)):
        assert part is not None
        assert old is not None
        for name in ("name", "title", "class_names", "input_names", "constant", "image_shape",
                     "target_names", "codes"):  # fmt: skip
            assert getattr(part, name) == getattr(old, name)
        np.testing.assert_array_equal(part.X, old.X)
    assert found.dataset.request == run.dataset.request


def test_that_arrays_of_a_regression_are_in_the_file(tmp_path: Path) -> None:
    X = np.arange(24.0).reshape(8, 3)
    scale = np.array([[2.0, 0.5]])
    data = Dataset.from_arrays(
        "own", X, X[:, 0] / 24, target_names=("y",), target_scale=scale, description="Some."
    )
    run = Session(Settings(n_hidden=3), data)
    run.advance(20)
    with pytest.raises(DocumentError, match=r"arrays, which a recipe cannot hold\. Save the run"):
        run.recipe()
    run.save(tmp_path / "run.bpviz")
    found = Session.load(tmp_path / "run.bpviz")
    assert facts(found) == facts(run)
    assert found.dataset.labels is None
    assert found.dataset.description == "Some."
    np.testing.assert_array_equal(found.dataset.target_scale, scale)  # type: ignore[arg-type]


def test_that_larger_data_is_found_where_it_was_or_beside_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "EMBEDDED_BYTES", 10)
    here = tmp_path / "here"
    (here / "data").mkdir(parents=True)
    run = run_on(table(here / "data" / "own.csv"))
    run.save(here / "run.bpviz")
    assert facts(Session.load(here / "run.bpviz")) == facts(run)
    there = here.rename(tmp_path / "there")  # both moved together
    assert facts(Session.load(there / "run.bpviz")) == facts(run)
    (there / "data" / "own.csv").rename(tmp_path / "away.csv")
    with pytest.raises(DatasetError, match=r"own\.csv does not exist\. Put it there or beside"):
        Session.load(there / "run.bpviz")
    with pytest.raises(DatasetError, match="The data of the run is missing: "):
        Session.from_recipe(run.recipe())
    (tmp_path / "away.csv").rename(there / "own.csv")  # in no folder of its own any more
    assert facts(Session.load(there / "run.bpviz")) == facts(run)
    (there / "own.csv").rename(tmp_path / "away.csv")
    found = Session.load(there / "run.bpviz", run_on(tmp_path / "away.csv").dataset)
    assert facts(found) == facts(run)


def test_that_data_that_changed_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "EMBEDDED_BYTES", 10)
    run = run_on(table(tmp_path / "own.csv"))
    run.save(tmp_path / "run.bpviz")
    text = run.recipe()
    table(tmp_path / "own.csv", 1.5)
    for opened in (
        lambda: Session.load(tmp_path / "run.bpviz"),
        lambda: Session.from_recipe(text),
        lambda: Session.load(tmp_path / "run.bpviz", run_on(tmp_path / "own.csv").dataset),
    ):
        with pytest.raises(DocumentError, match="no longer, that which the run was trained on"):
            opened()


def test_that_data_of_another_kind_is_refused(tmp_path: Path, sparse: Dataset) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.save(tmp_path / "run.bpviz")
    with pytest.raises(SettingsError, match="must be a Dataset"):
        Session.load(tmp_path / "run.bpviz", np.zeros((3, 3)))  # type: ignore[arg-type]


# ---- what contradicts itself ---------------------------------------------------------------------


def changed(document: Document, **arrays: np.ndarray) -> Document:
    named = {name.replace("__", "/"): array for name, array in arrays.items()}
    return dataclasses.replace(document, arrays={**document.arrays, **named})


@pytest.mark.parametrize(
    "bad",
    [
        {"start__W2": np.zeros((3, 7))},
        {"start__W1T": np.full((7, 3), np.nan)},
        {"start__W1T": np.zeros((7, 3), np.float32)},
        {"keyframes__at": np.array([[0, 10**12]])},
        {"keyframes__at": np.array([[0, -1]])},
        {"keyframes__at": np.array([[5, 0]])},
        {"keyframes__at": np.array([0, 0])},
        {"keyframes__W1T": np.full((1, 7, 3), np.nan)},
        {"keyframes__W1T": np.full((1, 3, 7), 0.5)},
        {"keyframes__stop": np.zeros((1, 4))},
        {"branch__0__exact": np.zeros((3, 99))},
        {"branch__0__exact": np.zeros(50)},
        {"branch__0__level1": np.zeros((3, 3, 99))},
        {"branch__0__sketch1": np.zeros((3, 5), np.int32)},
        {"branch__0__training_steps": np.array([5, 3]),
         "branch__0__training_values": np.zeros((2, 2))},
        {"branch__0__weights_steps": np.array([5]),
         "branch__0__weights_bins": np.zeros((1, 2, 3), np.int64)},
        {"data__starts": np.array([0, 10**9])},
        {"data__starts": np.zeros(0, np.int64)},
        {"data__indices": np.array([99], np.uint16)},
        {"data__labels": np.array([7] * 24)},
        {"data__Y": np.zeros((3, 3))},
        {"data__values": np.zeros(3)},
    ],
    ids=lambda bad: " ".join(bad),
)  # fmt: skip
def test_that_arrays_that_fit_nothing_are_refused_in_one_sentence(
    bad: dict[str, np.ndarray], sparse: Dataset, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.advance(50)
    write(changed(run.document(), **bad), tmp_path / "run.bpviz")
    with pytest.raises(DocumentError) as told:
        Session.load(tmp_path / "run.bpviz")
    assert str(told.value).endswith(".")
    assert str(told.value).count("\n") == 0


@pytest.mark.parametrize(
    "about",
    [
        {"n_inputs": 0}, {"n_inputs": 10**13}, {"n_inputs": "7"}, {"name": 3}, {"title": None},
        {"class_names": "abc"}, {"class_names": [1, 2, 3]}, {"input_names": ["a"]},
        {"image_shape": [3, 3]}, {"image_shape": [-1, -1]}, {"constant": 7}, {"constant": True},
        {"target_names": ["a"]}, {"description": 1}, {"more": 1}, {"request": "x"},
    ],
    ids=str,
)  # fmt: skip
def test_that_what_data_cannot_be_called_is_refused_in_one_sentence(
    about: dict[str, object], sparse: Dataset, tmp_path: Path
) -> None:
    document = Session(Settings(n_hidden=3), sparse).document()
    assert document.about is not None
    other = dataclasses.replace(document, about={**document.about, **about})
    write(other, tmp_path / "run.bpviz")
    with pytest.raises(DocumentError) as told:
        Session.load(tmp_path / "run.bpviz")
    assert str(told.value).endswith(".")


def test_that_data_that_is_in_no_file_is_asked_for(sparse: Dataset) -> None:
    recipe = Session(Settings(n_hidden=3), sparse).document().recipe
    assert recipe.data is None
    with pytest.raises(DocumentError, match="its data is missing"):
        Session._of(Document(recipe), None)
    assert Session._of(Document(recipe), sparse).step == 0


def test_that_a_run_on_shipped_data_is_known_by_its_name(tmp_path: Path) -> None:
    run = Session(Settings(n_hidden=3), load("iris", test_share=0.3))
    run.advance(20)
    run.save(tmp_path / "run.bpviz")
    found = Session.load(tmp_path / "run.bpviz")
    assert found.dataset.request == DataRequest("iris", test_share=0.3)
    assert digest(Session.from_recipe(run.recipe()).network) == digest(run.network)
    assert digest(found.network) == digest(run.network)
    assert not any(name.startswith("data/") for name in run.document().arrays)
