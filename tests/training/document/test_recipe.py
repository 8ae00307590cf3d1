"""What a recipe says, and what it cannot say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset, DatasetError, load
from bpviz.training import Session, Settings, SettingsError
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.kept import Document
from bpviz.training.document.recipe import from_plain, recipe_of, to_plain
from tests.training.conftest import small_world
from tests.training.document.runs import random_run, shipped


@settings(max_examples=40)
@given(seed=st.integers(0, 10**9))
def test_that_json_and_back_is_the_same_recipe(seed: int, sparse: Dataset) -> None:
    with small_world():
        plain = to_plain(recipe_of(random_run(shipped(sparse), seed)._run))
    told = json.loads(json.dumps(plain, allow_nan=False))
    assert to_plain(from_plain(told)) == plain == told


def test_that_what_is_as_usual_is_not_said() -> None:
    run = Session(Settings(), load("xor"))
    plain = to_plain(recipe_of(run._run))
    assert set(plain) == {"data", "digest", "branches", "at", "check"}
    assert (plain["data"], plain["branches"], plain["at"]) == ("xor", [[0, []]], [0, 0])


# ---- what there cannot be ------------------------------------------------------------------------

RUN: dict[str, Any] = {
    "data": "xor",
    "digest": "0" * 12,
    "settings": {"n_hidden": 3},
    "branches": [[50, [["w", 20, "W1", 0, 0, 0.5]]], [30, [["r", 0, 0.5], ["p", 5, 1]], 10]],
    "at": [1, 20, "grad_W1", 2],
    "breakpoints": [["every", 7, 1, 0, 2, 1]],
}


def refused(plain: object) -> str:
    """Return what is said of a recipe, here or where the run is to be made of it."""
    data = load("xor")
    with pytest.raises((DocumentError, SettingsError, DatasetError)) as told:
        Session.restored(Document(from_plain(plain)), data)
    words = str(told.value)
    assert words.endswith(".")
    assert "\n" not in words
    return words


def right() -> dict[str, Any]:
    return {**RUN, "digest": load("xor").digest[:12]}


def test_that_the_recipe_that_is_made_wrong_below_is_right() -> None:
    session, remarks = Session.restored(Document(from_plain(right())), load("xor"))
    assert (session.step, session.tip, len(session.branches), remarks) == (20, 70, 2, ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("branches", None), ("branches", []), ("branches", [[]]), ("branches", [[5]]),
        ("branches", [[5, [], 0, None, 0, "", 1, None, 7]]), ("branches", {}),
        ("branches", [[-1, []]]), ("branches", [[2.5, []]]), ("branches", [[True, []]]),
        ("branches", [[2**63, []]]), ("branches", [["5", []]]), ("branches", [[5, [], 3]]),
        ("branches", [[5, [], 0, 0]]), ("branches", [[5, []], [5, [], 6]]),
        ("branches", [[5, []], [5, [], 0, 1]]), ("branches", [[5, []], [5, [], 0, 0, 0]]),
        ("branches", [[5, [["r", 7, 0.5]]]]),  # beyond the end
        ("branches", [[5, [["r", 3, 0.5], ["r", 4, 0.5]]]]),
        ("branches", [[5, [["r", -1, 0.5]]]]), ("branches", [[5, [["r", 1]]]]),
        ("branches", [[5, [["r", 1, 0]]]]), ("branches", [[5, [["r", 1, "inf"]]]]),
        ("branches", [[5, [["x", 1, 0]]]]), ("branches", [[5, [7]]]), ("branches", [[5, ["r11"]]]),
        ("branches", [[5, [["g", 1, "newer"]]]]), ("branches", [[5, [["g", 1, []]]]]),
        ("branches", [[5, [["w", 1, "W3", 0, 0, 1]]]]),
        ("branches", [[5, [["w", 1, "W1", 3, 0, 1]]]]),  # there is no such row
        ("branches", [[5, [["w", 1, "W2", 0, 3, 1]]]]),
        ("branches", [[5, [["w", 1, "W1", 0, 0, "nan"]]]]),
        ("branches", [[5, [["w", 1, "W1", 0, 0, 10**400]]]]),
        ("branches", [[5, [["p", 1, 10**6]]]]), ("branches", [[5, [["h", 1, 10**6]]]]),
        ("branches", [[5, [["s", 1, 10**6]]]]), ("branches", [[5, [["p", 1, -1]]]]),
        ("branches", [[5, [["p", 1, 0, 7]]]]), ("branches", [[5, [["p", 1, 0, "a", "b"]]]]),
        ("branches", [[5, [], 0, None, 0, 7]]), ("branches", [[5, [], 0, None, 0, "", 2]]),
        ("branches", [[5, [], 0, None, 0, "", 0]]),  # no learning rate at step 0
        ("branches", [[5, [], 0, None, 0, "", 1, [["r", 1, 0.5]]]]),
        ("at", None), ("at", [0]), ("at", [7, 0]), ("at", [0, 51]), ("at", [0, -1]),
        ("at", [0, 5, "nowhere", 0]), ("at", [0, 5, "h", 3]), ("at", [0, 5, "grad_W1", 3]),
        ("at", [0, 5, "draw", 1]), ("at", [0.0, 5]), ("at", {"step": 5}),
        ("next", 1), ("next", "2"), ("gone", [[0, None, 0]]), ("gone", [[5, 7, 0]]),
        ("gone", [[5, 3, 0]]), ("gone", [[5]]), ("gone", 7),
        ("breakpoints", [["every", 7, 1, 0, 2, 1]] * 2),
        ("breakpoints", [["never", 7, 1, 0, 2, 1]]),
        ("breakpoints", [["every", 0, 1, 0, 2, 1]]), ("breakpoints", [["every", 1.5, 1, 0, 2, 1]]),
        ("breakpoints", [["every", 7, 0, 0, 2, 1]]), ("breakpoints", [["every", 7, 1, -1, 2, 1]]),
        ("breakpoints", [["every", 7, 1, 0, 2, 2]]),
        ("breakpoints", [["loss_above", "x", 1, 0, 0, 1]]),
        ("breakpoints", [["loss_above", "nan", 1, 0, 0, 1]]), ("breakpoints", [[]]),
        ("breakpoints", [["watch_above", 7, 1, 0, 2, 1]]),
        ("data_breakpoints", [[0, "every", 7, 2, 0, 2, 1, "loss"]]),
        ("data_breakpoints", [[0, "move_above", 7, 2, 0, 2, 1, "less"]]),
        ("data_breakpoints", [[2, "move_above", 7, 2, 0, 2, 1, "loss"]]),
        ("data_breakpoints", [[0, "move_above", 7, 1, 0, 2, 1, "loss"]]),
        ("data_breakpoints", [[0, "move_above", 7, 2, 0, 2, 1]]),
        ("watches", ["less"]), ("watches", "loss"), ("watches", [7]),
        ("breakpoints", "every"), ("breakpoint", 1), ("breakpoint", 2**64),
        ("pairs", [[]]), ("pairs", [["AAAA", "AAAA", 0, "x"]]), ("pairs", [["!", "", 0, "x"]]),
        ("pairs", [["é", "", 0, "x"]]),
        ("pairs", [["", "", 0, "x"]]), ("pairs", [["", "", -1, "x"]]),
        ("pairs", [["AAAAAAAA+H8=" * 3, "AAAAAAAAAAA=", 0, "x"]]),
        ("data", 5), ("data", ""), ("data", "a\0b"), ("data", {"seed": 1}), ("data", {"source": 3}),
        ("data", {"source": "xor", "seed": -1}), ("data", {"source": "xor", "size": [1, 2, 3]}),
        ("data", {"source": "xor", "newer": 1}), ("data", ["xor"]),
        ("digest", None), ("digest", "xyz"), ("digest", 5), ("digest", "0" * 12), ("digest", ""),
        ("check", 5), ("check", "no"), ("weights", "G"), ("settings", []), ("settings", "x"),
        ("settings", {"n_hidden": 0}), ("settings", {"n_hidden": "3"}), ("settings", {"more": 3}),
        ("settings", {"learning_rate": "inf"}), ("settings", {"stopping": {"more": 1}}),
        ("settings", {"stopping": [1, 2]}), ("settings", {"order": []}), ("more", 1),
    ],
    ids=lambda each: json.dumps(each)[:60],
)  # fmt: skip
def test_that_what_cannot_be_is_refused_in_one_sentence(name: str, value: object) -> None:
    plain = {**right(), name: value}
    if name == "branches":
        plain["at"] = [0, 0]
    refused(plain)


@pytest.mark.parametrize("name", ["digest", "branches", "at"])
def test_that_what_must_be_there_is_missed(name: str) -> None:
    plain = right()
    del plain[name]
    refused(plain)


@pytest.mark.parametrize("plain", [None, [], "run", 7, True])
def test_that_something_else_is_no_recipe(plain: object) -> None:
    assert "damaged" in refused(plain)


def test_that_what_is_newer_is_named_and_passed_over_where_that_is_meant() -> None:
    plain = right()
    plain["settings"] = {"n_hidden": 3, "depth": 4}
    plain["data"] = {"source": "xor", "colour": "red"}
    plain["mood"] = "good"
    assert "'mood'" in refused(plain)
    recipe = from_plain(plain, lenient=True)
    assert recipe == from_plain(right())


names = st.sampled_from(["", "r", "w", "W1", "xor", "every", "draw", "grad_W1", "inf", "0" * 12])
atoms = st.none() | st.booleans() | st.integers(-2, 60) | st.integers() | st.floats() | names
trees = st.recursive(atoms, lambda inner: st.lists(inner, max_size=7), max_leaves=12)


@settings(max_examples=300)
@given(where=st.lists(st.integers(0, 7), max_size=4), what=trees, key=st.sampled_from(list(RUN)))
def test_that_anything_in_the_place_of_anything_is_a_run_or_one_sentence(
    where: list[int], what: object, key: str
) -> None:
    plain = json.loads(json.dumps(right()))
    at: Any = plain
    place: Any = key
    for index in where:
        if not isinstance(at[place], list) or index >= len(at[place]):
            break
        at, place = at[place], index
    at[place] = what
    said = "."
    try:
        recipe = from_plain(plain)
        if sum(each.tip for each in recipe.branches) < 10**4:
            session, _ = Session.restored(Document(recipe), load("xor"))
            session.advance(3)
    except (DocumentError, SettingsError, DatasetError) as error:
        said = str(error)
    assert said.endswith(".")
