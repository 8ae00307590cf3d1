"""Files and recipes of every format that there ever was lead to the runs that they led to.

`scripts/keep_documents.py` adds to them.
"""

from __future__ import annotations

import warnings

import pytest

from bpviz.training import Phase, Session
from bpviz.training.document.archive import FORMAT, SUFFIX
from bpviz.training.document.text import PREFIX
from scripts.keep_documents import FOLDER, KINDS, digests, file_of, lines

FILES = {name: found for name, *found in lines("digests.txt")}
RECIPES = {name: found for name, *found in lines("recipes.txt")}


def test_that_there_are_some_of_each_kind_and_all_are_looked_at() -> None:
    assert {file_of(name, make()) for name, make in KINDS.items()} <= FILES.keys()
    assert {name.split(".")[1] for name in FILES} == {str(n + 1) for n in range(FORMAT)}
    assert {path.name for path in FOLDER.glob("*" + SUFFIX)} == FILES.keys()
    assert len(RECIPES) >= 7
    assert all(text.startswith(PREFIX) for *_, text in RECIPES.values())


@pytest.mark.parametrize("name", FILES)
def test_that_a_file_opens_as_the_run_that_it_was(name: str) -> None:
    with warnings.catch_warnings(action="error"):
        session = Session.load(FOLDER / name)
    assert list(digests(session)) == FILES[name]


@pytest.mark.parametrize("name", RECIPES)
def test_that_a_recipe_leads_where_it_led(name: str) -> None:
    *right, text = RECIPES[name]
    with warnings.catch_warnings(action="error"):
        session = Session.from_recipe(text)
    assert list(digests(session)) == right


def test_that_they_hold_what_they_are_there_for() -> None:
    def opened(name: str) -> Session:
        return Session.load(FOLDER / f"{name}.1{SUFFIX}")

    assert {type(each).__name__ for each in opened("edits").branch.journal} == {
        "RateChange", "RuleChange", "WeightEdit", "Pin", "Skip", "Hold"
    }  # fmt: skip
    assert [b.name for b in opened("branches").branches] == [
        "Branch 1", "schneller – λ½", "Branch 3"
    ]  # fmt: skip
    gone = opened("gone_parents")
    assert [(b.number, b.parent and b.parent.number) for b in gone.branches] == [(0, None), (3, 2)]
    assert str(opened("own_pair").branch.journal[-1].title) == "a drawing as 1"  # type: ignore[union-attr]
    stops = opened("breakpoints")
    assert [note.number for note in stops.breakpoints.notes()] == [1, 3, 4]
    assert any(note.hits > note.ignore for note in stops.breakpoints.notes())
    assert stops.branch.hits.all
    session = Session.load(FOLDER / f"data_breakpoints.2{SUFFIX}")
    assert [str(note.watch) for note in session.watches] == [
        "W1[2, 1]", "loss of sample 3", "norm W2[0, :]"
    ]  # fmt: skip
    data_stops = [note for note in session.breakpoints if note.breakpoint.watch is not None]
    assert [note.number for note in data_stops] == [1, 3, 4]
    assert any(note.hits > note.ignore for note in data_stops)
    inside = opened("inside_a_step")
    assert (inside.phase, inside.row) == (Phase.GRAD_W1, 2)
    data = opened("embedded_data").dataset
    assert (data.class_names, data.image_shape, data.request) == (("no", "ja"), (2, 2), None)
    assert data.test is not None
    assert opened("start_weights").own_network is not None
    assert opened("regression").dataset.target_names == ("y",)
