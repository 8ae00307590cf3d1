"""Recipe: everything that a run is made of, from which it can be computed again, bit for bit."""

from __future__ import annotations

import base64
import dataclasses
import itertools
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

import numpy as np

from bpviz.datasets import DataRequest
from bpviz.network.digest import digest
from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats
from bpviz.quoting import spelled
from bpviz.training.breakpoints import BARE, COUNTED, WATCHING, Breakpoint, Condition
from bpviz.training.document.errors import DocumentError, damaged
from bpviz.training.infos import BreakpointInfo
from bpviz.training.journal.entries import (
    Change,
    Hold,
    Pin,
    RateChange,
    RuleChange,
    Skip,
    WeightEdit,
)
from bpviz.training.journal.journal import NEVER
from bpviz.training.message import Message
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.run.context import RunContext
from bpviz.training.run.timeline import Branch, Lineage, usual_name
from bpviz.training.settings import Settings, SettingsError, StoppingRule, check_learning_rate
from bpviz.training.step.phases import Phase
from bpviz.training.watch_text import watch_of
from bpviz.training.watches import Watch

CHECKED = 12
"""Hexadecimal digits of a digest that are enough to notice that it is another one."""

Plain = dict[str, Any]
"""What JSON can say."""

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class BranchRecipe:
    """A branch: see `Branch`.

    Attributes
    ----------
    number : int
    parent : int or None
        It may be one that was deleted.
    fork, tip : int
    changes : tuple of Change
        Its whole journal.
    taken : tuple of Change
        What it had of that when it was forked.
    name : str
        Empty for the usual one.
    """

    number: int
    parent: int | None
    fork: int
    tip: int
    changes: tuple[Change, ...]
    taken: tuple[Change, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A run, without anything that can be computed again.

    Attributes
    ----------
    data : DataRequest or None
        What the data set was loaded as; None where it was made of arrays.
    data_digest : str
        The first `CHECKED` digits of `Dataset.digest`.
    settings : Settings
    branches : tuple of BranchRecipe
        By rising number, which is never below that of the parent.
    gone : tuple of (int, int or None, int)
        Deleted branches that others left: number, parent and fork.
    at : (int, int, Phase, int)
        Where it stands: branch, step, phase and row.
    next_branch : int
    breakpoints : tuple of BreakpointInfo
    next_breakpoint : int
    watches : tuple of Watch
        Also those that the run has not.
    pairs : tuple of CustomPair
        A person's own.
    weights : str
        The first `CHECKED` digits of the digest of start weights that a person gave; empty where
        they are drawn.
    check : str
        Those of the weights where it stands.
    """

    data: DataRequest | None
    data_digest: str
    settings: Settings
    branches: tuple[BranchRecipe, ...]
    at: tuple[int, int, Phase, int]
    next_branch: int
    gone: tuple[tuple[int, int | None, int], ...] = ()
    breakpoints: tuple[BreakpointInfo, ...] = ()
    next_breakpoint: int = 1
    watches: tuple[Watch, ...] = ()
    pairs: tuple[CustomPair, ...] = ()
    weights: str = ""
    check: str = ""


def recipe_of(run: RunContext, *, checked: bool = True) -> Recipe:
    """Return the recipe of a run as it stands.

    Parameters
    ----------
    run : RunContext
    checked : bool
        With `Recipe.check`, for which all weights are read.
    """
    state, data = run.state, run.dataset
    pairs = (run.replayer.pairs.own(data.n_samples + at) for at in range(state.own_pairs))
    return Recipe(
        data=data.request,
        data_digest=data.digest[:CHECKED],
        settings=run.settings,
        branches=tuple(map(_branch_recipe, state.branches.values())),
        gone=_gone(state.branches),
        at=(state.number, state.step, state.phase, state.row),
        next_branch=state.next_branch,
        breakpoints=state.breakpoints.notes,
        next_breakpoint=state.breakpoints.following,
        watches=state.watches,
        pairs=tuple(pair for pair in pairs if pair is not None),
        weights="" if run.network is None else digest(run.network)[:CHECKED],
        check=digest(run.engine.network())[:CHECKED] if checked else "",
    )


def _branch_recipe(branch: Branch) -> BranchRecipe:
    usual = str(usual_name(branch.number))
    return BranchRecipe(
        number=branch.number,
        parent=None if branch.parent is None else branch.parent.number,
        fork=branch.fork,
        tip=branch.tip,
        changes=tuple(map(_lasting, branch.journal)),
        taken=tuple(map(_lasting, branch.taken_along)),
        name="" if str(branch.name) == usual else str(branch.name),
    )


def _lasting(change: Change) -> Change:
    """Return a change without the gesture that it was made by, which matters to undo alone."""
    if isinstance(change, RateChange) and change.gesture:
        return dataclasses.replace(change, gesture=0)
    return change


def _gone(branches: Mapping[int, Branch]) -> tuple[tuple[int, int | None, int], ...]:
    """Return the deleted branches that others left, by rising number."""
    found: dict[int, tuple[int, int | None, int]] = {}
    for branch in branches.values():
        at: Lineage | None = branch.parent
        while at is not None and at.number not in found:
            if at.number not in branches:
                parent = None if at.parent is None else at.parent.number
                found[at.number] = at.number, parent, at.fork
            at = at.parent
    return tuple(found[number] for number in sorted(found))


# ---- as JSON has it ------------------------------------------------------------------------------


def to_plain(recipe: Recipe) -> Plain:
    """Return a recipe as JSON has it; what is as usual is left out."""
    plain: Plain = {}
    if recipe.data is not None:
        options = _unusual(recipe.data, DataRequest(recipe.data.source))
        plain["data"] = {"source": recipe.data.source, **options} if options else recipe.data.source
    plain["digest"] = recipe.data_digest
    settings = _unusual(recipe.settings, Settings())
    if settings:
        plain["settings"] = settings
    plain["branches"] = _plain_branches(recipe)
    branch, step, phase, row = recipe.at
    inside = [str(phase), row] if phase is not Phase.DRAW else []
    plain["at"] = [branch, step, *inside]
    if recipe.next_branch != recipe.branches[-1].number + 1:
        plain["next"] = recipe.next_branch
    if recipe.gone:
        plain["gone"] = [list(each) for each in recipe.gone]
    plain.update(_plain_breakpoints(recipe.breakpoints))
    if recipe.next_breakpoint != _following(recipe.breakpoints):
        plain["breakpoint"] = recipe.next_breakpoint
    if recipe.watches:
        plain["watches"] = list(map(str, recipe.watches))
    if recipe.pairs:
        plain["pairs"] = [_plain_pair(pair) for pair in recipe.pairs]
    for name in ("weights", "check"):
        if getattr(recipe, name):
            plain[name] = getattr(recipe, name)
    return plain


def _following(breakpoints: Sequence[BreakpointInfo]) -> int:
    return max((each.number for each in breakpoints), default=0) + 1


def _unusual(thing: Any, usual: Any) -> Plain:
    """Return the fields of a frozen dataclass that are not as in another, as JSON has them."""
    return {
        field.name: _plain_value(getattr(thing, field.name))
        for field in dataclasses.fields(thing)
        if getattr(thing, field.name) != getattr(usual, field.name)
    }


def _plain_value(value: Any) -> Any:
    if isinstance(value, StoppingRule):
        return _unusual(value, StoppingRule())
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return [_plain_value(each) for each in value]
    return _plain_number(value) if isinstance(value, float) else value


def _plain_number(value: float) -> float | str:
    """JSON has no infinity and no NaN: their names stand for them."""
    return value if math.isfinite(value) else repr(value)


def _plain_branches(recipe: Recipe) -> list[Any]:
    """Return each branch as [steps, changes, ahead, parent, number, name, same, taken].

    `steps` are those from the fork to its tip, `ahead` those by which its parent's tip is beyond
    the fork (where that was deleted, the fork itself).
    Of the `taken` changes that the parent had until the fork it has the first `same`, and then
    `changes`; the step of each is said as what lies between it and the one before, of the first
    between it and the fork (or step 0, where it has not all that its parent had).

    From the end, what is as usual is left out: a branch that left the one before it where that
    ended, is numbered after that, and has all changes that it had until then.
    """
    known = {each.number: each for each in recipe.branches}
    before: int | None = None
    found: list[Any] = []
    for branch in recipe.branches:
        left = None if branch.parent is None else known.get(branch.parent)
        taken = _taken(left, branch.fork, recipe.settings)
        same = _in_common(taken, branch.changes)
        if same == len(taken) and any(each.step < branch.fork for each in branch.changes[same:]):
            same -= 1  # its parent is another one since, or gone: steps count from 0
        ahead = branch.fork if left is None else left.tip - branch.fork
        own = None if taken == branch.taken else _plain_changes(branch.taken, 0)
        changes = _plain_changes(branch.changes[same:], _origin(branch.fork, same, taken))
        usual = _usual(before, len(taken))
        entry = (
            branch.tip - branch.fork, changes, ahead, branch.parent, branch.number, branch.name,
            same, own,
        )  # fmt: skip
        length = len(entry)
        while length > 2 and entry[length - 1] == usual[length - 1]:
            length -= 1
        found.append(list(entry[:length]))
        before = branch.number
    return found


def _usual(before: int | None, taken: int) -> tuple[Any, ...]:
    """Return what stands for a branch where less is said; `before` is the number before it."""
    return None, None, 0, before, 0 if before is None else before + 1, "", taken, None


def _taken(left: BranchRecipe | None, fork: int, settings: Settings) -> tuple[Change, ...]:
    """Return what a branch begins with that leaves another at `fork`, or that is the first."""
    if left is None:
        return (RateChange(0, settings.learning_rate),)
    return tuple(change for change in left.changes if change.step <= fork)


def _in_common(one: Sequence[Change], other: Sequence[Change]) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _origin(fork: int, same: int, taken: Sequence[Change]) -> int:
    """Return from where the steps of a branch's own changes count."""
    return fork if same == len(taken) else 0


def _plain_changes(changes: Sequence[Change], origin: int) -> list[Any]:
    befores = [origin, *(change.step for change in changes)]
    return [
        _plain_change(change, change.step - before)
        for before, change in zip(befores, changes, strict=False)
    ]


def _plain_change(change: Change, after: int) -> list[Any]:
    """Return a change that comes so many steps `after` the one before."""
    match change:
        case RateChange():
            return ["r", after, change.learning_rate]
        case RuleChange():
            return ["g", after, str(change.gradient_rule)]
        case WeightEdit():
            return ["w", after, change.matrix, change.row, change.column, change.value]
        case Skip():
            return ["s", after, change.sample]
        case Pin() | Hold():
            kind = "p" if isinstance(change, Pin) else "h"
            return [kind, after, change.sample, *([change.title] if change.title else [])]


def _plain_breakpoints(notes: Sequence[BreakpointInfo]) -> Plain:
    """Return them, and apart from those that older readers know data breakpoints: each begins with
    its place among all, and ends with its watch."""
    plain: Plain = {}
    for place, note in enumerate(notes):
        entry = _plain_breakpoint(note)
        if note.breakpoint.watch is None:
            plain.setdefault("breakpoints", []).append(entry)
        else:
            entry = [place, *entry, str(note.breakpoint.watch)]
            plain.setdefault("data_breakpoints", []).append(entry)
    return plain


def _plain_breakpoint(note: BreakpointInfo) -> list[Any]:
    """Return it as [condition, value, number, ignore, hits, enabled]."""
    value = note.breakpoint.value
    return [
        note.breakpoint.condition.name.lower(),
        _plain_number(value) if isinstance(value, float) else value,
        note.number,
        note.ignore,
        note.hits,
        int(note.enabled),
    ]


def _plain_pair(pair: CustomPair) -> list[Any]:
    return [_plain_array(pair.x), _plain_array(pair.y), pair.label, str(pair.title)]


def _plain_array(array: Floats) -> str:
    return base64.b64encode(array.astype("<f8").tobytes()).decode("ascii")


# ---- and back ------------------------------------------------------------------------------------

_KNOWN = {
    "data", "digest", "settings", "branches", "at", "next", "gone", "breakpoints", "breakpoint",
    "pairs", "weights", "check", "data_breakpoints", "watches",
}  # fmt: skip

_LATER = {"data_breakpoints": 2, "watches": 2}
"""What a recipe did not have from the beginning, and from which format of files on it has it."""


def format_of(plain: Plain) -> int:
    """Return the format of a file that keeps a recipe; readers of an older one leave out what is
    newer."""
    return max((_LATER[name] for name in plain.keys() & _LATER.keys()), default=1)


def from_plain(plain: object, *, lenient: bool = False) -> Recipe:
    """Return the recipe that `to_plain` has written.

    Everything is judged but for what depends on the data set, see `restore`.

    Parameters
    ----------
    lenient : bool
        Pass over what is not known.

    Raises
    ------
    DocumentError
        If it is none.
    SettingsError, RequestError
        If there are no such settings or options of data.
    """
    plain = known_in(plain, _KNOWN, lenient)
    settings = _settings(plain.get("settings", {}), lenient)
    branches = _branches(plain.get("branches"), settings)
    breakpoints = _all_breakpoints(plain)
    last = branches[-1].number
    if len({each.number for each in breakpoints}) != len(breakpoints):
        raise damaged(Message.of("two breakpoints have the same number"))
    return Recipe(
        data=_request(plain.get("data"), lenient),
        data_digest=_hex("digest", plain.get("digest")),
        settings=settings,
        branches=branches,
        gone=tuple(map(_gone_branch, _entries("gone", plain.get("gone", [])))),
        at=_position(plain.get("at"), {each.number: each for each in branches}),
        next_branch=_whole("next", plain.get("next", last + 1), last + 1),
        breakpoints=breakpoints,
        next_breakpoint=_whole(
            "breakpoint", plain.get("breakpoint", _following(breakpoints)), _following(breakpoints)
        ),
        watches=tuple(dict.fromkeys(map(_watch, _entries("watches", plain.get("watches", []))))),
        pairs=tuple(map(_pair, _entries("pairs", plain.get("pairs", [])))),
        weights=_hex("weights", plain.get("weights", "")),
        check=_hex("check", plain.get("check", "")),
    )


def _wrong(name: str) -> DocumentError:
    return damaged(Message.of("{name} is wrong", name=name))


def known_in(plain: object, known: Collection[str], lenient: bool) -> Plain:
    """Return an object without what is not known in it, which `lenient` passes over."""
    if not isinstance(plain, dict):
        raise damaged(Message.of("there is something else in the place of an object"))
    unknown = min(plain.keys() - known, default=None)
    if unknown is None or lenient:
        return {name: value for name, value in plain.items() if name in known}
    raise DocumentError(
        Message.of(
            "The run has {name}, which this version of bpviz does not know. Use a newer version of "
            "bpviz.",
            name=spelled(unknown),
        )
    )


def _entries(name: str, value: object) -> list[Any]:
    if not isinstance(value, list):
        raise _wrong(name)
    return value


def _whole(name: str, value: object, low: int = 0, high: int = NEVER) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise _wrong(name)
    return value


def _real(name: str, value: object) -> float:
    if isinstance(value, str) and value in ("inf", "-inf", "nan"):
        return float(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _wrong(name)
    try:
        return float(value)
    except OverflowError:
        raise _wrong(name) from None


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(name)
    return value


def _hex(name: str, value: object) -> str:
    text = _text(name, value)
    if not set(text) <= set("0123456789abcdef"):
        raise _wrong(name)
    return text


def _options(value: object, kind: type, lenient: bool) -> Plain:
    """Return keyword arguments for a dataclass, lists as tuples."""
    options = known_in(value, {field.name for field in dataclasses.fields(kind)}, lenient)
    return {key: tuple(each) if isinstance(each, list) else each for key, each in options.items()}


def _settings(value: object, lenient: bool) -> Settings:
    options = _options(value, Settings, lenient)
    if options.get("stopping") is not None:
        options["stopping"] = StoppingRule(**_options(options["stopping"], StoppingRule, lenient))
    return Settings(**options)


def _request(value: object, lenient: bool) -> DataRequest | None:
    if value is None:
        return None
    options = {"source": value} if isinstance(value, str) else _options(value, DataRequest, lenient)
    source = _text("data", options.pop("source", None))
    if not source or "\0" in source:
        raise _wrong("data")
    return DataRequest.of(DataRequest(source), **options)


def _branches(value: object, settings: Settings) -> tuple[BranchRecipe, ...]:
    found: dict[int, BranchRecipe] = {}
    before: int | None = None
    for entry in _entries("branches", value):
        found_one = _branch(entry, found, before, settings)
        before = found_one.number
        found[before] = found_one
    if not found:
        raise _wrong("branches")
    return tuple(found.values())


def _branch(
    entry: object, known: Mapping[int, BranchRecipe], before: int | None, settings: Settings
) -> BranchRecipe:
    if not isinstance(entry, list) or not 2 <= len(entry) <= 8:
        raise _wrong("branches")
    usual = _usual(before, -1)
    said = (*entry, *usual[len(entry) :])
    steps, own, ahead, parent, number, name, same, taken = said
    number = _whole("branch", number, 0 if before is None else before + 1, NEVER - 1)
    if parent is not None:
        parent = _whole("parent", parent, 0, number - 1)
    left = None if parent is None else known.get(parent)
    fork = _whole("fork", ahead, 0, 0 if parent is None else NEVER if left is None else left.tip)
    if left is not None:
        fork = left.tip - fork
    tip = fork + _whole("steps", steps, 0, NEVER - fork)
    begins = _taken(left, fork, settings)
    same = len(begins) if same == -1 else _whole("same", same, 0, len(begins))
    changes = (*begins[:same], *_changes(own, _origin(fork, same, begins), tip + 1))
    had = begins if taken is None else _changes(taken, 0, fork)
    for journal in (changes, had):
        if not (journal and isinstance(journal[0], RateChange) and journal[0].step == 0):
            raise _wrong("changes")
        if any(later.step < change.step for change, later in itertools.pairwise(journal)):
            raise _wrong("changes")
    return BranchRecipe(number, parent, fork, tip, changes, had, _text("name", name))


def _changes(value: object, origin: int, last: int) -> tuple[Change, ...]:
    """Return changes of steps up to `last`, of which the first counts from `origin`."""
    found: list[Change] = []
    step = origin
    for entry in _entries("changes", value):
        if not isinstance(entry, list) or len(entry) < 3:
            raise _wrong("changes")
        step += _whole("step", entry[1], 0, last - step)
        found.append(_change([entry[0], *entry[2:]], step))
    return tuple(found)


def _change(entry: list[Any], step: int) -> Change:
    match entry:
        case ["r", rate]:
            return RateChange(step, check_learning_rate(rate))
        case ["g", str() as rule] if rule in list(GradientRule):
            return RuleChange(step, GradientRule(rule))
        case ["w", ("W1" | "W2") as matrix, row, column, value]:
            number = _real("weight", value)
            if not math.isfinite(number):
                raise _wrong("weight")
            return WeightEdit(step, matrix, _whole("row", row), _whole("column", column), number)
        case ["s", sample]:
            return Skip(step, _whole("sample", sample))
        case ["p", sample, *title] if len(title) < 2:
            return Pin(step, _whole("sample", sample), *_title(title))
        case ["h", sample, *title] if len(title) < 2:
            held = None if sample is None else _whole("sample", sample)
            return Hold(step, held, *_title(title))
    raise _wrong("changes")


def _title(value: Sequence[object]) -> list[str]:
    return [_text("title", each) for each in value]


def _gone_branch(entry: object) -> tuple[int, int | None, int]:
    match entry:
        case [number, parent, fork]:
            found = _whole("gone", number)
            left = None if parent is None else _whole("gone", parent, 0, found - 1)
            return found, left, _whole("gone", fork)
    raise _wrong("gone")


def _position(value: object, known: Mapping[int, BranchRecipe]) -> tuple[int, int, Phase, int]:
    match value:
        case [branch, step]:
            phase, row = Phase.DRAW, 0
        case [branch, step, str() as name, row] if name in list(Phase):
            phase, row = Phase(name), _whole("at", row)
        case _:
            raise _wrong("at")
    number = _whole("at", branch)
    if number not in known:
        raise _wrong("at")
    return number, _whole("at", step, 0, known[number].tip), phase, row


def _watch(entry: object) -> Watch:
    try:
        return watch_of(_text("watches", entry))
    except SettingsError:
        raise _wrong("watches") from None


def _all_breakpoints(plain: Plain) -> tuple[BreakpointInfo, ...]:
    found = list(map(_breakpoint, _entries("breakpoints", plain.get("breakpoints", []))))
    for entry in _entries("data_breakpoints", plain.get("data_breakpoints", [])):
        if not isinstance(entry, list) or len(entry) != 8:
            raise _wrong("data_breakpoints")
        place, *rest, watch = entry
        found.insert(
            _whole("data_breakpoints", place, 0, len(found)), _breakpoint(rest, _watch(watch))
        )
    return tuple(found)


def _breakpoint(entry: object, watch: Watch | None = None) -> BreakpointInfo:
    match entry:
        case [str() as name, value, number, ignore, hits, enabled]:
            condition = Condition.__members__.get(name.upper())
        case _:
            raise _wrong("breakpoints")
    if condition is None or (condition in WATCHING) != (watch is not None):
        raise _wrong("breakpoints")
    if condition in BARE:
        value = 0
    elif condition in COUNTED:
        value = _whole("breakpoints", value)
    else:
        value = _real("breakpoints", value)
    return BreakpointInfo(
        number=_whole("breakpoints", number, 1, NEVER - 1),
        breakpoint=Breakpoint(condition, value, watch),
        enabled=bool(_whole("breakpoints", enabled, 0, 1)),
        ignore=_whole("breakpoints", ignore),
        hits=_whole("breakpoints", hits),
    )


def _pair(entry: object) -> CustomPair:
    match entry:
        case [str() as x, str() as y, label, str() as title]:
            known = None if label is None else _whole("pairs", label)
            return CustomPair(_array(x), _array(y), known, _text("pairs", title))
    raise _wrong("pairs")


def _array(text: str) -> Floats:
    try:
        contents = base64.b64decode(text.encode("ascii"), validate=True)
        return np.frombuffer(contents, dtype="<f8").astype(np.float64)
    except ValueError:
        raise _wrong("pairs") from None
