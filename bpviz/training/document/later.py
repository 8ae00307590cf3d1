"""A document with a newer recipe than its arrays are of: these are of the past of that.

The past of a branch never changes: another change before its end forks another branch, and a
keyframe is made before what is changed at its step.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bpviz.training.document.errors import damaged
from bpviz.training.document.kept import Arrays, Document
from bpviz.training.document.recipe import BranchRecipe, Recipe


def with_later(document: Document, recipe: Recipe) -> Document:
    """Return a document as the same run stood later.

    Parameters
    ----------
    document : Document
    recipe : Recipe
        Of the run later.  Its data stays that of the document, which knows where that is now.

    Raises
    ------
    DocumentError
        If it is of another run.
    """
    recipe = replace(recipe, data=document.recipe.data)
    if replace(document.recipe, check="") == replace(recipe, check=""):
        return document
    before = {branch.number: branch for branch in document.recipe.branches}
    both = [(before[each.number], each) for each in recipe.branches if each.number in before]
    if not all(_is_past_of(*each) for each in both):
        raise damaged("its changes are those of another run")
    ends = {past.number: past.tip for past, now in both if past != now}
    arrays = _without_dropped(document.arrays, recipe)
    return replace(document, recipe=recipe, arrays=arrays, ends=ends)


def _without_dropped(arrays: Arrays, recipe: Recipe) -> Arrays:
    """Return arrays without the keyframes of branches that are gone with all that they had.

    They were deleted, or taken back while they were empty, and no other branch left them.
    """
    if "keyframes/at" not in arrays:
        return arrays
    known = [branch.number for branch in recipe.branches] + [number for number, *_ in recipe.gone]
    there = np.isin(arrays["keyframes/at"][:, 0], known)
    if there.all():
        return arrays
    kept = {name: each[there] for name, each in arrays.items() if name.startswith("keyframes/")}
    return {**arrays, **kept}


def _is_past_of(before: BranchRecipe, after: BranchRecipe) -> bool:
    """Whether one is the other at an earlier time, as it must be where their numbers are equal."""
    past, now = (
        [change for change in branch.changes if change.step < before.tip]
        for branch in (before, after)
    )
    where = (before.parent, before.fork) == (after.parent, after.fork)
    return where and before.tip <= after.tip and past == now
