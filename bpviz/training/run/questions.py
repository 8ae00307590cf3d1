"""Questions about the past of a run: which pairs made a weight, and what differs between places.

Each is a replay beside the run with engines of its own; the answer is the same whether a program
waits for it or a thread carries it out while the run goes on.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network.contributions import Factors
from bpviz.network.types import Floats, Ints, Stop
from bpviz.network.weights import Network
from bpviz.quoting import spelled
from bpviz.training.contributions import (
    LISTED,
    Contributions,
    SampleSteps,
    Target,
    Trail,
    UnitContributions,
    inner_products,
    input_column,
    sums_of_inputs,
)
from bpviz.training.difference import Difference, Flips, Place
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.journal.entries import WeightEdit
from bpviz.training.message import Message
from bpviz.training.record.record import MAX_SLOTS
from bpviz.training.run.replayed import MOST_FACTORS, Replayed
from bpviz.training.settings import SettingsError, check_count

MOST_BYTES = 2**29
"""What the sums by sample may take; those of a row of W₁ are 16 bytes a sample."""

PLACES = 512
"""Steps at which a `Trail` says what was added."""

R_co = TypeVar("R_co", covariant=True)


class Question(Protocol[R_co]):
    """A replay that answers something; whoever drops it cancels it."""

    @property
    def done(self) -> bool:
        """Whether there is nothing left to do."""

    @property
    def total(self) -> int:
        """Steps to take in all."""

    @property
    def taken(self) -> int:
        """Steps taken so far."""

    def carry_out(self, stop: Stop, tell: Callable[[], object]) -> None:
        """Do all of it, without the GIL; return soon after `stop` says so."""

    def result(self) -> R_co:
        """Return the answer; it must be done."""


def _width(block: Ints) -> int:
    unit, top, bottom, left, right = block.tolist()
    return int((unit >= 0) + (bottom - top) * (right - left))


def _steps_at_a_time(block: Ints) -> int:
    return int(min(max(MOST_FACTORS // max(_width(block), 1), 1), MAX_SLOTS))


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a run's matrices."""

    n: int
    hidden: int
    d: int

    def check(self, target: Target) -> Target:
        """Return `target` with whole numbers in it.

        Raises
        ------
        SettingsError
            If there is no such weight, or no such line of them.
        """
        if target.matrix not in ("W1", "W2"):
            raise SettingsError(
                Message.of(
                    'The matrix is {value}; it must be "W1" or "W2".', value=spelled(target.matrix)
                )
            )
        rows, columns = (self.hidden, self.n) if target.matrix == "W1" else (self.d, self.hidden)
        row, column = target.row, target.column
        if row is None and (column is None or target.matrix == "W1"):
            raise SettingsError(
                "The row is missing. Say which row of the matrix is meant; of W2 a column alone is "
                "enough."
            )
        if row is not None:
            row = check_count("The row", row, 0, rows - 1)
        if column is not None:
            column = check_count("The column", column, 0, columns - 1)
        return Target(target.matrix, row, column)

    def block(self, target: Target, unit: bool = False) -> Ints:
        """Return which factors it needs, see `Factors`; with `unit` those of its W₁ row, too."""
        row, column = target.row, target.column
        if target.matrix == "W1":
            assert row is not None
            return np.array([row, 0, self.d, row, row + 1] if unit else [row, 0, 0, 0, 0])
        top, bottom = (0, self.d) if row is None else (row, row + 1)
        left, right = (0, self.hidden) if column is None else (column, column + 1)
        return np.array([-1, top, bottom, left, right])


class _Replaying:
    """What the questions about steps `start` … `stop` − 1 of a branch have in common."""

    def __init__(self, way: Replayed, start: int, stop: int) -> None:
        self._way, self._start, self._stop = way, start, stop
        self._from = way.step
        self.total = stop - self._from

    @property
    def done(self) -> bool:
        """Whether all steps were taken."""
        return self._way.step == self._stop

    @property
    def taken(self) -> int:
        """Steps taken, those on the way to the first among them."""
        return self._way.step - self._from


class ContributionsJob(_Replaying):
    """See `Contributing.contributions`; with `unit` all weights of the unit of a W₁ row.

    Parameters
    ----------
    way : Replayed
        Stands at `start` or before.
    target : Target
        Checked.
    start, stop : int
    branch : int
    own : int
        How many pairs a person made.
    """

    def __init__(
        self,
        way: Replayed,
        target: Target,
        start: int,
        stop: int,
        branch: int,
        own: int,
        *,
        unit: bool = False,
    ) -> None:
        super().__init__(way, start, stop)
        self._target, self._unit, self._branch = target, unit, branch
        self._data = data = way.pairs.dataset
        self._shape = Shape(data.n_inputs, way.settings.n_hidden, data.n_outputs)
        block = self._shape.block(target, unit)
        width = _width(block)
        if 16 * width * data.n_samples > MOST_BYTES:
            raise SettingsError(
                Message.of(
                    "What each of {m} samples added to {count} weights would take {size} MB. "
                    "Choose a single weight.",
                    m=data.n_samples,
                    count=width,
                    size=16 * width * data.n_samples // 10**6,
                )
            )
        self._block, self._width = block, width
        made = (way.pairs.own(data.n_samples + at) for at in range(own))
        self._own_pairs = tuple(pair for pair in made if pair is not None)
        self._own: dict[int, Factors] = {}
        self._factors: Factors | None = None
        self._before: Network | None = None
        self._edits: list[tuple[WeightEdit, float]] = []

    def carry_out(self, stop: Stop, tell: Callable[[], object]) -> None:
        """See `Question`."""
        way = self._way
        if self._factors is None:
            if not way.go_to(self._start, stop, lambda _: tell()):
                return
            self._before = way.network()
            room = _steps_at_a_time(self._block)
            self._factors = Factors.empty(self._block, room, self._data.n_samples)
        for _ in way.steps(self._stop, self._factors, self._own, stop, self._edited):
            tell()

    def _edited(self, edit: WeightEdit, old: float) -> None:
        self._edits.append((edit, old))

    def result(self) -> Contributions | UnitContributions:
        """Return what was found; it must be done."""
        assert self._factors is not None
        made = np.zeros((len(self._own_pairs), self._width))
        with np.errstate(over="ignore", invalid="ignore"):
            sums = self._factors.sums + self._factors.rests
            for number, own in self._own.items():
                made[number - self._data.n_samples] = (own.sums + own.rests)[0]
        if not (np.isfinite(sums).all() and np.isfinite(made).all()):
            raise self._too_large()
        if not self._unit:
            return self._of(self._target, sums, made)
        unit = self._target.row
        return UnitContributions(
            self._of(Target("W1", unit, None), sums[:, :1], made[:, :1]),
            self._of(Target("W2", None, unit), sums[:, 1:], made[:, 1:]),
        )

    def _of(self, target: Target, sums: Floats, made: Floats) -> Contributions:
        assert self._before is not None
        assert self._factors is not None
        data, after = self._data, self._way.network()
        before, now = _values(self._before, target), _values(after, target)
        edits = self._edits_of(target, now.shape)
        classes = 0 if data.labels is None else max(data.n_outputs, 2)
        groups = np.zeros(data.n_samples, np.int64) if data.labels is None else data.labels
        with np.errstate(over="ignore", invalid="ignore"):
            if target.matrix == "W1":
                factors, by_pair, by_group = self._of_inputs(
                    target, sums[:, 0], made[:, 0], groups, max(classes, 1)
                )
            else:
                factors, by_pair = sums, made
                by_group = np.zeros((max(classes, 1), sums.shape[1]))
                np.add.at(by_group, groups, sums)
            if target.single:
                factors, by_pair = factors.reshape(-1), by_pair.reshape(-1)
                by_group = _exact_sums(factors, groups, max(classes, 1))
                parts = [*factors.tolist(), *by_pair.tolist(), float(edits)]
                rest = _exact_sum([float(now), -float(before), *(-part for part in parts)])
                remainder = np.array(rest)
            else:
                remainder = now - before - edits - by_group.sum(axis=0) - by_pair.sum(axis=0)
        if not np.isfinite(remainder).all():
            raise self._too_large()
        counts = self._factors.counts
        by_class = by_group if classes else None
        for array in (before, now, edits, remainder, factors, by_pair, by_group, counts):
            array.flags.writeable = False
        ends = (before[()], now[()]) if target.single else (before, now)
        kept = (edits[()], remainder[()]) if target.single else (edits, remainder)
        return Contributions(
            target.matrix, target.row, target.column, self._start, self._stop, self._branch,
            *ends, by_class, by_pair, *kept, counts, data, self._own_pairs, factors,
        )  # fmt: skip

    def _too_large(self) -> SettingsError:
        return SettingsError(
            Message.of(
                "What was added from step {start} to step {stop} is larger than a double can be. "
                "Choose a stretch that ends earlier.",
                start=self._start,
                stop=self._stop,
            )
        )

    def _of_inputs(
        self, target: Target, sums: Floats, made: Floats, groups: Ints, count: int
    ) -> tuple[Floats, Floats, Floats]:
        """Return the factors, and what own pairs and classes added to W₁ itself."""
        data = self._data
        xs = np.array([pair.x for pair in self._own_pairs]).reshape(len(made), data.n_inputs)
        if target.column is not None:
            factors = np.array(sums * input_column(data, target.column))
            return factors, made * xs[:, target.column], np.zeros((count, 1))
        return sums.copy(), made[:, np.newaxis] * xs, sums_of_inputs(data, sums, groups, count)

    def _edits_of(self, target: Target, shape: tuple[int, ...]) -> Floats:
        """Return what was set by hand of these weights, beyond what they were."""
        found: Floats = np.zeros(shape)
        for edit, old in self._edits:
            if edit.matrix != target.matrix:
                continue
            if target.row in (None, edit.row) and target.column in (None, edit.column):
                line = (edit.column if target.column is None else edit.row,)
                found[() if target.single else line] += edit.value - old
        return found


class StepsJob(_Replaying):
    """The steps on one pair, with what each added: see `Contributing.steps_of`."""

    def __init__(self, way: Replayed, target: Target, sample: int, start: int, stop: int) -> None:
        super().__init__(way, start, stop)
        self._target, self._sample = target, sample
        data = way.pairs.dataset
        shape = Shape(data.n_inputs, way.settings.n_hidden, data.n_outputs)
        block = shape.block(target)
        self._factors = Factors.empty(block, _steps_at_a_time(block), 0)
        self._steps: list[Ints] = []
        self._parts: list[Floats] = []

    def carry_out(self, stop: Stop, tell: Callable[[], object]) -> None:
        """See `Question`."""
        if not self._way.go_to(self._start, stop, lambda _: tell()):
            return
        for taken in self._way.steps(self._stop, self._factors, None, stop):
            at = np.flatnonzero(taken.samples == self._sample)
            if len(at):
                self._steps.append(taken.first + at)
                self._parts.append(taken.factors[at])
            tell()

    def result(self) -> SampleSteps:
        """Return what was found; it must be done."""
        target = self._target
        steps = np.concatenate([np.zeros(0, np.int64), *self._steps])
        parts = np.concatenate([np.zeros((0, self._factors.of_step.shape[1])), *self._parts])
        if target.matrix == "W1":
            x = self._way.pairs.x(self._sample)
            parts = parts * (x if target.column is None else x[target.column])
        if target.single:
            parts = parts.reshape(-1)
        for array in (steps, parts):
            array.flags.writeable = False
        return SampleSteps(self._sample, self._start, self._stop, steps, parts)


class TrailJob(_Replaying):
    """How what one pair, or one class, added grew: a `Trail`.

    Parameters
    ----------
    way : Replayed
    of : Contributions
        What was added in all; the direction of its change is that of the trail.
    sample, label : int or None
        One of the two.
    """

    def __init__(
        self, way: Replayed, of: Contributions, sample: int | None, label: int | None
    ) -> None:
        super().__init__(way, of.start, of.stop)
        self._of, self._sample, self._label = of, sample, label
        data = way.pairs.dataset
        shape = Shape(data.n_inputs, way.settings.n_hidden, data.n_outputs)
        block = shape.block(of.target)
        self._factors = Factors.empty(block, _steps_at_a_time(block), 0)
        self._places = np.unique(np.linspace(of.start, of.stop, PLACES).astype(np.int64))
        self._added = np.zeros(len(self._places))
        self._steps: list[Ints] = []
        self._parts: list[Floats] = []
        self._kept = self._count = 0
        self._of_pair: Floats | None = None

    def _scales(self) -> Floats:
        """Return what the factors of a step on each pair are to be multiplied with, (m + p,)."""
        of, data = self._of, self._way.pairs.dataset
        own = np.array([pair.x for pair in of.own_pairs]).reshape(-1, data.n_inputs)
        if of.matrix == "W2":
            return np.ones(data.n_samples + len(own))
        if of.column is not None:
            return np.concatenate([input_column(data, of.column), own[:, of.column]])
        return np.concatenate([inner_products(data, of.direction), own @ of.direction])

    def carry_out(self, stop: Stop, tell: Callable[[], object]) -> None:
        """See `Question`."""
        way, m, labels = self._way, self._way.pairs.dataset.n_samples, self._of.dataset.labels
        if not way.go_to(self._start, stop, lambda _: tell()):
            return
        if self._of_pair is None:
            self._of_pair = self._scales()
        direction = np.ones(1) if self._of.matrix == "W1" else self._of.direction.reshape(-1)
        for taken in way.steps(self._stop, self._factors, None, stop):
            if self._sample is not None:
                at = np.flatnonzero(taken.samples == self._sample)
            else:
                assert labels is not None
                known = np.minimum(taken.samples, m - 1)
                at = np.flatnonzero((taken.samples < m) & (labels[known] == self._label))
            if len(at):
                parts = taken.factors[at] @ direction * self._of_pair[taken.samples[at]]
                self._note(taken.first + at, parts)
            tell()

    def _note(self, steps: Ints, parts: Floats) -> None:
        """Add some steps; of those that are listed the first go where there are too many."""
        np.add.at(self._added, np.searchsorted(self._places, steps, side="right"), parts)
        self._count += len(steps)
        self._steps.append(steps)
        self._parts.append(parts)
        self._kept += len(steps)
        while self._kept - len(self._steps[0]) >= LISTED:
            self._kept -= len(self._steps[0])
            del self._steps[0], self._parts[0]

    def result(self) -> Trail:
        """Return what was found; it must be done."""
        steps = np.concatenate([np.zeros(0, np.int64), *self._steps])[-LISTED:]
        parts = np.concatenate([np.zeros(0), *self._parts])[-LISTED:]
        total = self._added.cumsum()
        for array in (steps, parts, total, self._places):
            array.flags.writeable = False
        return Trail(self._sample, self._label, self._places, total, steps, parts, self._count)


class DifferenceJob:
    """What differs between two places of a run, or of two: see `Contributing.difference`.

    Parameters
    ----------
    ways : (Replayed, Replayed)
        Each on the way to its place.
    places : (Place, Place)
    """

    def __init__(self, ways: tuple[Replayed, Replayed], places: tuple[Place, Place]) -> None:
        self._ways, self._places = ways, places
        self._from = [way.step for way in ways]
        self.total = sum(p.step - at for p, at in zip(places, self._from, strict=True))
        self._scans: list[ScanJob | None] | None = None

    @property
    def taken(self) -> int:
        """Steps taken on both ways."""
        return sum(way.step - at for way, at in zip(self._ways, self._from, strict=True))

    @property
    def done(self) -> bool:
        """Whether both places were reached, and all samples looked at."""
        return self._scans is not None and all(job is None or job.done for job in self._scans)

    def _test(self) -> Dataset | None:
        """Return the test set that both were asked with, if it has classes."""
        one, other = (way.pairs.dataset.test for way in self._ways)
        known = one is not None and one is other and one.n_samples > 0 and one.labels is not None
        return one if known else None

    def carry_out(self, stop: Stop, tell: Callable[[], object]) -> None:
        """See `Question`."""
        for way, place in zip(self._ways, self._places, strict=True):
            if not way.go_to(place.step, stop, lambda _: tell()):
                return
        if self._scans is None:
            test = self._test()
            self._scans = [
                None
                if test is None
                else ScanJob(
                    way.network(), place.step, test, way.settings.gradient_rule, gradients=False
                )
                for way, place in zip(self._ways, self._places, strict=True)
            ]
        for job in self._scans:
            if job is not None and not job.done and not stop[0]:
                job.advance(stop)

    def result(self) -> Difference:
        """Return what was found; it must be done."""
        one, other = (way.network() for way in self._ways)
        data = [way.pairs.dataset for way in self._ways]
        return Difference(
            *self._places,
            _difference(other.W1, one.W1),
            _difference(other.W2, one.W2),
            self._flips(),
            data[0] if data[0] is data[1] else None,
        )

    def _flips(self) -> Flips | None:
        test = self._test()
        if test is None or self._scans is None:
            return None
        found = [job.result().predicted for job in self._scans if job is not None]
        assert test.labels is not None
        before, after = (each for each in found if each is not None)
        index = np.flatnonzero(before != after)
        right = int((before == test.labels).sum()), int((after == test.labels).sum())
        arrays = index, test.labels[index], before[index], after[index]
        for array in arrays:
            array.flags.writeable = False
        return Flips(*arrays, right, test)


def _difference(weights: Floats, others: Floats) -> Floats | None:
    """Return weights − others, read-only; None where their shapes differ."""
    if weights.shape != others.shape:
        return None
    with np.errstate(over="ignore"):  # a weight may be as large as a double goes
        difference: Floats = np.ascontiguousarray(weights - others)
    difference.flags.writeable = False
    return difference


def _values(network: Network, target: Target) -> Floats:
    """Return a copy of the weights that are meant, () or (w,)."""
    matrix = network.W1 if target.matrix == "W1" else network.W2
    row = slice(None) if target.row is None else target.row
    column = slice(None) if target.column is None else target.column
    return np.array(matrix[row, column])


def _exact_sum(values: list[float]) -> float:
    """Return the sum, correctly rounded; NaN where it or a part of it is too large."""
    try:
        return math.fsum(values)
    except (OverflowError, ValueError):
        return math.nan


def _exact_sums(values: Floats, groups: Ints, count: int) -> Floats:
    """Return the sum of each group, (count,), correctly rounded."""
    order = np.argsort(groups, kind="stable")
    ends = np.searchsorted(groups[order], np.arange(1, count))
    return np.array([_exact_sum(part.tolist()) for part in np.split(values[order], ends)])
