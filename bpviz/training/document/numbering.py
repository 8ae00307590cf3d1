"""Branches of a document by other numbers: those of the runs beside it are taken."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bpviz.training.document.kept import Document


def numbered_from(document: Document, first: int) -> Document:
    """Return the document with its branches numbered from `first` on, in the same order."""
    recipe = document.recipe
    numbers = [*(each[0] for each in recipe.gone), *(each.number for each in recipe.branches)]
    by = first - min(numbers)
    if by == 0:
        return document
    branch, step, phase, row = recipe.at

    def moved(number: int | None) -> int | None:
        return None if number is None else number + by

    arrays = {}
    for name, array in document.arrays.items():
        here, _, rest = name.partition("/")
        if here == "branch":
            number, _, rest = rest.partition("/")
            name = f"branch/{int(number) + by}/{rest}"
        arrays[name] = array
    if "keyframes/at" in arrays:
        arrays["keyframes/at"] = arrays["keyframes/at"] + np.array([by, 0])
    return replace(
        document,
        recipe=replace(
            recipe,
            branches=tuple(
                replace(each, number=each.number + by, parent=moved(each.parent))
                for each in recipe.branches
            ),
            gone=tuple((n + by, moved(parent), fork) for n, parent, fork in recipe.gone),
            at=(branch + by, step, phase, row),
            next_branch=recipe.next_branch + by,
        ),
        arrays=arrays,
        hits={number + by: hits for number, hits in document.hits.items()},
        ends={number + by: end for number, end in document.ends.items()},
    )
