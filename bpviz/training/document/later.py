"""A document with a newer recipe than its arrays are of: these count as far as both agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.training.document.kept import Document
from bpviz.training.document.recipe import BranchRecipe, Recipe
from bpviz.training.journal.entries import Change, WeightEdit
from bpviz.training.record.hits import Hits

_NOTHING = -1


def with_later(document: Document, recipe: Recipe) -> Document:
    """Return a document as the same run stood later.

    Parameters
    ----------
    document : Document
    recipe : Recipe
        Of the run later.  Its data stays that of the document, which knows where that is now.
    """
    recipe = replace(recipe, data=document.recipe.data)
    before = {branch.number: branch for branch in document.recipe.branches}
    agreeing = {
        branch.number: (before[branch.number].tip, _agreeing(before[branch.number], branch))
        for branch in recipe.branches
        if branch.number in before
    }
    until = {number: last for number, (_, last) in agreeing.items()}
    same_place = document.recipe.at == recipe.at and until.get(recipe.at[0], -1) >= recipe.at[1]
    return replace(
        document,
        recipe=replace(recipe, check=document.recipe.check) if same_place else recipe,
        arrays=_agreeing_arrays(document, until),
        hits={
            number: Hits(hits).cut(until[number] + 1).all
            for number, hits in document.hits.items()
            if number in until
        },
        agreeing=agreeing,
    )


def _agreeing(before: BranchRecipe, after: BranchRecipe) -> int:
    """Return the last step at which two states of a branch have the same weights; −1 for none."""
    if (before.parent, before.fork) != (after.parent, after.fork):
        return _NOTHING
    until = min(before.tip, after.tip)
    different = _different(before.changes, after.changes)
    if not different:
        return until
    step = min(change.step for change in different)
    edited = any(isinstance(each, WeightEdit) and each.step == step for each in different)
    return min(until, step - 1 if edited else step)


def _different(one: tuple[Change, ...], other: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return what two journals have from the first change on that is not the same."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    return (*one[same:], *other[same:])


def _agreeing_arrays(document: Document, until: dict[int, int]) -> dict[str, NDArray[Any]]:
    arrays = dict(document.arrays)
    for name in document.arrays:
        kind, _, rest = name.partition("/")
        if kind == "branch" and until.get(int(rest.partition("/")[0]), _NOTHING) < 0:
            del arrays[name]
    at = arrays.get("keyframes/at")
    if at is not None:
        holds = np.array([step <= until.get(number, _NOTHING) for number, step in at.tolist()])
        for name in [name for name in arrays if name.startswith("keyframes/")]:
            if holds.any():
                arrays[name] = arrays[name][holds]
            else:
                del arrays[name]
    return arrays
