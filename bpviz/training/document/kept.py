"""What a document keeps so that nobody has to wait for it: weights, records, curves, the data."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets import Dataset, catalog
from bpviz.datasets.raw_format import RawFormat
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network
from bpviz.quoting import brief
from bpviz.training.document.recipe import Plain, Recipe, recipe_of
from bpviz.training.evaluation.weight_history import Histogram, WeightHistograms
from bpviz.training.infos import HitInfo
from bpviz.training.journal.entries import WeightEdit
from bpviz.training.message import Message
from bpviz.training.quantities import (
    COSINES,
    TEST_CURVE,
    TRAIN_CURVE,
    WEIGHT_HISTORY,
    CurveQuantity,
    Curves,
)
from bpviz.training.record.keyframes import keyframe_size
from bpviz.training.record.record import RecordParts
from bpviz.training.run.context import RunContext
from bpviz.training.run.timeline import Branch, usual_name
from bpviz.training.start_weights import KeptPlace

KEYFRAME_BYTES = 8 * 2**20
"""Bytes of keyframes in a document; the one before where it stands is in it whatever it takes,
and so are the weights there where its data may be lost."""

RECORD_BYTES = 4 * 2**20
"""About the bytes of all records in a document: it says how far back each is exact, and how
fine."""

EMBEDDED_BYTES = 4 * 2**20
"""A person's own data of at most so many bytes goes into the document."""

_CURVES: Mapping[str, CurveQuantity[Any, Any]] = {
    "training": TRAIN_CURVE,
    "test": TEST_CURVE,
    "cosines": COSINES,
}
_ABOUT = ("name", "title", "class_names", "image_shape", "input_names", "constant", "target_names")
ABOUT = {*_ABOUT, "n_inputs", "description", "raw"}
"""What a document says of the data in it, see `about_data`."""

Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A run with everything that is kept of it; an immutable copy.

    Attributes
    ----------
    recipe : Recipe
    arrays : mapping of str to array
        By their names in the file; none where there is only a recipe.
    hits : mapping of int to tuple of HitInfo
        Where breakpoints stopped each branch.
    about : dict or None
        What the data set in `arrays` is; None where it is not in there.
    extras : dict
        What others want to find again: the view of a window.  As JSON has it.
    remarks : tuple of Message
        What must be said of the file that it was read from.
    ends : mapping of int to int
        The tip that a branch had when its `arrays` were copied, where it went on or was changed
        since; see `with_later`.
    """

    recipe: Recipe
    arrays: Arrays = field(default_factory=dict)
    hits: Mapping[int, tuple[HitInfo, ...]] = field(default_factory=dict)
    about: Plain | None = None
    extras: Plain = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()
    ends: Mapping[int, int] = field(default_factory=dict)

    __repr__ = brief

    @property
    def start(self) -> Network | None:
        """The weights at step 0; None where there is only a recipe.

        Raises
        ------
        ValueError
            If these are none.
        """
        if "start/W1T" not in self.arrays:
            return None
        W1T, W2 = self.arrays["start/W1T"], self.arrays["start/W2"]
        settings = self.recipe.settings
        for each in (W1T, W2):
            if each.dtype != np.float64 or each.ndim != 2 or not np.isfinite(each).all():
                raise ValueError("the start weights")
        return Network(W1T.T, W2, settings.sigma1, settings.sigma2)


def document_of(run: RunContext, extras: Plain | None = None) -> Document:
    """Return a copy of a run as it stands; it takes milliseconds.

    Parameters
    ----------
    extras : dict, optional
        See `Document.extras`.
    """
    start = run.replayer.initial()
    arrays: dict[str, NDArray[Any]] = {"start/W1T": start.W1T, "start/W2": start.W2}
    arrays.update(_keyframes(run))
    branches = run.state.branches
    share = RECORD_BYTES // max(len(branches), 1)
    for branch in branches.values():
        arrays.update(
            (f"branch/{branch.number}/{name}", each) for name, each in _measured(branch, share)
        )
    about = None
    if _is_embedded(run.dataset):
        arrays.update(_data_arrays(run.dataset))
        about = about_data(run.dataset)
    return Document(
        recipe_of(run),
        arrays,
        {branch.number: branch.hits.all for branch in branches.values() if branch.hits.all},
        about,
        extras or {},
    )


# ---- keyframes -----------------------------------------------------------------------------------


def _keyframes(run: RunContext) -> Iterator[tuple[str, NDArray[Any]]]:
    pool, state = run.replayer.pool, run.state
    n, hidden, d = run.dataset.n_inputs, run.settings.n_hidden, run.dataset.n_outputs
    most = max(KEYFRAME_BYTES // keyframe_size(n, hidden, d), 1)
    wanted = [run.replayer.nearest(branch, step) for branch, step in _ends(run)]
    every = [(number, step) for number in state.branches for step in pool.steps(number).tolist()]
    spread = every[:: max(-(-len(every) // most), 1)]
    known = [each for each in dict.fromkeys([*wanted, *spread]) if each is not None]
    chosen = sorted(known[: max(most - 1, 1)])
    here, engine = (state.number, state.step), run.engine
    room = most > 1 or not _has_its_data(run.dataset)
    also = here not in chosen and room and _may_be_kept(run)
    W1T, W2, stop = pool.copies(chosen, int(also))
    if also:
        chosen.append(here)
        W1T[-1], W2[-1], stop[-1] = engine.W1T, engine.W2, engine.stop
    if not chosen:
        return
    yield "keyframes/at", np.array(chosen, dtype=np.int64)
    yield from (("keyframes/W1T", W1T), ("keyframes/W2", W2), ("keyframes/stop", stop))


def _may_be_kept(run: RunContext) -> bool:
    """Whether the weights at hand are those of a keyframe, made before the edits at its step.

    Whoever begins a new run with the weights of a saved one, its data being gone or not, means
    these; keyframes are thousands of steps apart, and nothing but a replay leads from them here.
    """
    state, engine = run.state, run.engine
    edited = state.branch.journal.edits(state.step)
    finite = np.isfinite(engine.W1T).all() and np.isfinite(engine.W2).all()
    return state.step > 0 and not edited and bool(finite)


def _ends(run: RunContext) -> Iterator[tuple[Branch, int]]:
    """Return where one will want to stand first: here, and then at the end of each branch."""
    state = run.state
    yield state.branch, state.step
    yield from ((branch, branch.tip) for branch in (state.branch, *state.branches.values()))


def keyframes_of(arrays: Arrays) -> Iterator[tuple[int, int, Floats, Floats, Floats]]:
    """Return branch, step, W1T (n, l), W2 (d, l) and stop (5,) of each keyframe.

    Raises
    ------
    ValueError
        If there are none such.
    """
    if "keyframes/at" not in arrays:
        return
    at = arrays["keyframes/at"]
    values = [arrays[f"keyframes/{name}"] for name in ("W1T", "W2", "stop")]
    if at.dtype != np.int64 or at.ndim != 2 or at.shape[1] != 2:
        raise ValueError("the places of the keyframes")
    if not all(each.dtype == np.float64 and len(each) == len(at) for each in values):
        raise ValueError("the keyframes")
    if not all(np.isfinite(each).all() for each in values[:2]):
        raise ValueError("the weights of the keyframes")
    for (number, step), *frame in zip(at.tolist(), *values, strict=True):
        yield number, step, *frame


def places_kept(document: Document) -> tuple[KeptPlace, ...]:
    """Return where a document keeps weights, by branch and step; none where there is only a recipe.

    They are what can be had of a run whose samples are gone.

    Raises
    ------
    ValueError
        If what is kept are no weights.
    """
    if document.start is None:
        return ()
    recipe = document.recipe
    branches = {branch.number: branch for branch in recipe.branches}
    places = {(recipe.branches[0].number, 0)}
    places.update((number, step) for number, step, *_ in keyframes_of(document.arrays))
    number, limit = recipe.at[:2]
    limits: dict[int, int] = {}  # up to where a branch leads to where the document stands
    own: int | None = number
    while own in branches and own not in limits:
        limits[own], branch = limit, branches[own]
        own, limit = branch.parent, min(limit, branch.fork)
    on_the_way = [(step, number) for number, step in places if step <= limits.get(number, -1)]
    usual = max(on_the_way, default=(0, recipe.branches[0].number))
    return tuple(
        KeptPlace(
            number,
            branches[number].name or usual_name(number),
            step,
            usual=(step, number) == usual,
        )
        for number, step in sorted(places)
        if number in branches
    )


def weights_kept(document: Document, place: KeptPlace) -> Network:
    """Return the weights that a document keeps at one of its `places_kept`.

    Raises
    ------
    ValueError
        If what is kept are no weights, or none of one network.
    """
    start, settings = document.start, document.recipe.settings
    assert start is not None
    W1T, W2 = start.W1T, start.W2
    for number, step, *kept, _ in keyframes_of(document.arrays):
        if (number, step) == (place.branch, place.step):
            W1T, W2 = kept
    W1T, W2 = W1T.copy(), W2.copy()
    changes = next(b.changes for b in document.recipe.branches if b.number == place.branch)
    for change in changes:  # a keyframe is made before the edits at its step
        if isinstance(change, WeightEdit) and change.step == place.step:
            matrix = W1T.T if change.matrix == "W1" else W2
            if change.row >= matrix.shape[0] or change.column >= matrix.shape[1]:
                raise ValueError("the weights that were set by hand")
            matrix[change.row, change.column] = change.value
    return Network(W1T.T, W2, settings.sigma1, settings.sigma2)


# ---- what is measured along a branch -------------------------------------------------------------


def _measured(branch: Branch, share: int) -> Iterator[tuple[str, NDArray[Any]]]:
    """Return the arrays of a branch, those of the record in about `share` bytes."""
    keep, buckets = 2**14, 2**12
    while keep * 24 > share // 2 and keep > 16:
        keep //= 2
    while buckets * 200 * 3 > share // 2 and buckets > 16:  # 72 bytes and a sketch, in 3 levels
        buckets //= 2
    parts = branch.record.parts(keep, buckets)
    if parts.exact.size:
        yield "exact", parts.exact
    for name, levels in (("level", parts.levels), ("sketch", parts.sketches)):
        yield from ((f"{name}{i}", each) for i, each in enumerate(levels, start=1) if each.size)
    curves = branch.curves.cut(branch.tip)
    for name, quantity in _CURVES.items():
        steps, values = curves[quantity].table()
        if len(steps):
            yield from ((f"{name}_steps", steps), (f"{name}_values", values))
    columns = curves[WEIGHT_HISTORY].shown().columns
    if columns:
        yield from _histogram_arrays(columns)


def record_parts(arrays: Arrays, number: int, end: int) -> RecordParts | None:
    """Return the record of a branch of `end` steps; None where there is none."""
    here = f"branch/{number}/"
    if f"{here}exact" not in arrays and end > 0:
        return None
    exact = arrays.get(f"{here}exact", np.empty((3, 0)))
    levels: list[NDArray[Any]] = []
    sketches: list[NDArray[Any]] = []
    while f"{here}level{len(levels) + 1}" in arrays:
        i = len(levels) + 1
        levels.append(arrays[f"{here}level{i}"])
        sketches.append(arrays[f"{here}sketch{i}"])
    if not levels:
        levels, sketches = [np.empty((3, 3, 0))], [np.empty((0, 16), np.int32)]
    return RecordParts(exact, tuple(levels), tuple(sketches))


def curves_of(arrays: Arrays, number: int, end: int) -> Curves:
    """Return what was measured along a branch of `end` steps.

    Raises
    ------
    ValueError
        If that cannot be.
    """
    here, curves = f"branch/{number}/", Curves()
    for name, quantity in _CURVES.items():
        if f"{here}{name}_steps" in arrays:
            steps, values = arrays[f"{here}{name}_steps"], arrays[f"{here}{name}_values"]
            curves.put(quantity, quantity.curve.of(steps, values))
    for column in _histograms(arrays, here):
        curves[WEIGHT_HISTORY].add(column)
    return curves.cut(end)


def _histogram_arrays(
    columns: tuple[WeightHistograms, ...],
) -> Iterator[tuple[str, NDArray[Any]]]:
    both = [(column.W1, column.W2) for column in columns]
    bins = [
        [(each.exponent, each.first, len(each.counts), each.n_not_finite) for each in pair]
        for pair in both
    ]
    yield "weights_steps", np.array([column.step for column in columns], dtype=np.int64)
    yield "weights_bins", np.array(bins, dtype=np.int64)
    counts = np.concatenate([each.counts for pair in both for each in pair])
    if counts.size:
        yield "weights_counts", counts


def _histograms(arrays: Arrays, here: str) -> Iterator[WeightHistograms]:
    if f"{here}weights_steps" not in arrays:
        return
    steps, bins = arrays[f"{here}weights_steps"], arrays[f"{here}weights_bins"]
    counts: Ints = arrays.get(f"{here}weights_counts", np.empty(0, dtype=np.int64))
    if steps.ndim != 1 or bins.shape != (len(steps), 2, 4) or counts.ndim != 1:
        raise ValueError("the histograms of the weights")
    if not all(each.dtype == np.int64 for each in (steps, bins, counts)):
        raise ValueError("the histograms of the weights")
    if (bins[..., 2:] < 0).any() or bins[..., 2].sum() != len(counts) or (steps < 0).any():
        raise ValueError("the histograms of the weights")
    if (abs(bins[..., 0]) > 2000).any():  # beyond any number
        raise ValueError("the bins of the weights")
    at = 0
    for step, pair in zip(steps.tolist(), bins.tolist(), strict=True):
        found = []
        for exponent, first, length, n_not_finite in pair:
            own = counts[at : at + length].copy()
            own.flags.writeable = False
            found.append(Histogram(exponent, first, own, n_not_finite))
            at += length
        yield WeightHistograms(step, *found)


# ---- the data ------------------------------------------------------------------------------------


def _is_embedded(data: Dataset) -> bool:
    """Whether it goes into the document: arrays have no other place, and small files may go."""
    if data.request is None:
        return True
    return data.request.source not in catalog.NAMES and _bytes_of(data) <= EMBEDDED_BYTES


def _has_its_data(data: Dataset) -> bool:
    """Whether its data comes with the document or with the program."""
    return _is_embedded(data) or (data.request is not None and data.request.source in catalog.NAMES)


def _parts(data: Dataset) -> Iterator[tuple[str, Dataset]]:
    yield "data/", data
    if data.test is not None:
        yield "data/test/", data.test


def _bytes_of(data: Dataset) -> int:
    return sum(each.nbytes for each in _data_arrays(data).values())


def _data_arrays(data: Dataset) -> dict[str, NDArray[Any]]:
    found: dict[str, NDArray[Any]] = {}
    for here, part in _parts(data):
        rows = part.rows
        for name, array in (
            ("starts", rows.starts), ("indices", rows.indices), ("values", rows.values),
            ("Y", part.Y), ("labels", part.labels), ("target_scale", part.target_scale),
            ("source_rows", part.source_rows),
        ):  # fmt: skip
            if array is not None and array.size:
                found[here + name] = array
    return found


def about_data(data: Dataset) -> Plain:
    """Return what a data set is called, as JSON has it."""
    about: Plain = {name: getattr(data, name) for name in _ABOUT}
    about |= {"n_inputs": data.n_inputs, "description": str(data.description)[:10_000]}
    return about if data.raw is None else {**about, "raw": data.raw.to_plain()}


def dataset_of(arrays: Arrays, about: Plain, request: Any = None) -> Dataset:
    """Return the data set in a document.

    Raises
    ------
    ValueError
        If the arrays do not fit each other.
    """
    test = None
    if "data/test/starts" in arrays:
        test = _part_of(arrays, "data/test/", about)
    return _part_of(arrays, "data/", about, test=test, request=request)


def _part_of(arrays: Arrays, here: str, about: Plain, **more: Any) -> Dataset:
    def found(name: str, usual: NDArray[Any]) -> NDArray[Any]:
        return np.ascontiguousarray(arrays.get(here + name, usual)).copy()

    n = about["n_inputs"]
    if type(n) is not int or n < 1:
        raise ValueError("the number of inputs")
    kind = CompressedRows.index_type(n)
    rows = CompressedRows(
        found("starts", np.zeros(0, np.int64)), found("indices", np.zeros(0, kind)),
        found("values", np.zeros(0)), n,
    )  # fmt: skip
    words: dict[str, Any] = {
        name: tuple(each) if isinstance(each, list) else each for name, each in about.items()
    }
    words.pop("n_inputs")
    raw = words.pop("raw", None)
    if raw is not None:
        words["raw"] = RawFormat.from_plain(raw)
    labels = found("labels", np.zeros(0, np.int64)) if here + "labels" in arrays else None
    scale = found("target_scale", np.zeros(0)) if here + "target_scale" in arrays else None
    if scale is not None:
        scale.flags.writeable = False
    Y = found("Y", np.zeros((0, 1)))
    if Y.dtype != np.float64 or (labels is not None and labels.dtype != np.int64):
        raise ValueError("the targets")
    if scale is not None and (scale.dtype != np.float64 or scale.shape != (Y.shape[1], 2)):
        raise ValueError("the units of the targets")
    sources = here + "source_rows"
    if sources in arrays:
        words["source_rows"] = found("source_rows", np.zeros(0, np.int64))
        if words["source_rows"].dtype != np.int64:
            raise ValueError("the rows of the source")
    data = Dataset(rows=rows, Y=Y, labels=labels, target_scale=scale, **{**words, **more})
    _check_words(data)
    return data


def _check_words(data: Dataset) -> None:
    """Refuse what a window could not show."""
    names = data.class_names, data.input_names, data.target_names
    for each in (data.name, data.title, data.description, *itertools.chain(*names)):
        if not isinstance(each, str):
            raise ValueError("a name")
    if not all(isinstance(each, tuple) for each in names):
        raise ValueError("the names")
    if len(data.input_names) not in (0, data.n_inputs):
        raise ValueError("the names of the inputs")
    if len(data.target_names) not in (0, data.n_outputs):
        raise ValueError("the names of the targets")
    sides = data.image_shape
    if sides is not None and not (
        isinstance(sides, tuple) and len(sides) == 2 and all(type(side) is int for side in sides)
        and min(sides) > 0 and math.prod(sides) <= data.n_inputs
    ):  # fmt: skip
        raise ValueError("the size of the pictures")
    constant = data.constant
    if constant is not None and not (type(constant) is int and 0 <= constant < data.n_inputs):
        raise ValueError("the constant input")
