"""Asking: what a person asks of the past of a branch; the run does not move."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from bpviz.network import watches as kernel
from bpviz.network.types import Floats, Ints
from bpviz.quoting import spelled
from bpviz.training.breakpoint_text import breakpoint_of
from bpviz.training.breakpoints import Breakpoint, Condition
from bpviz.training.run.active_breakpoints import Breakpoints
from bpviz.training.run.branching import Branching
from bpviz.training.run.context import RunContext
from bpviz.training.run.past import Past, PastSlice, joined, slice_steps
from bpviz.training.run.replay import step_nanoseconds
from bpviz.training.run.run_state import Tick
from bpviz.training.run.searches import nothing_found, ranked
from bpviz.training.run.timeline import NEVER, Branch
from bpviz.training.run.watched_numbers import Wanted
from bpviz.training.settings import SettingsError, check_count
from bpviz.training.watch_text import made
from bpviz.training.watches import Quantity, Watch

_BLOCK = 2**16  # steps of the record, or draws, that are looked through in one go

_RECORDED = {
    Condition.LOSS_ABOVE: (0, 1), Condition.LOSS_BELOW: (0, -1),
    Condition.GRADIENT_W1_ABOVE: (1, 1), Condition.GRADIENT_W2_ABOVE: (2, 1),
}  # fmt: skip
"""Which series of the record a condition is about, and in which direction."""

_DRAWN = (Condition.SAMPLE, Condition.LABEL, Condition.EVERY)
"""Conditions of which the weights know nothing."""


@dataclass(frozen=True, slots=True)
class _Span:
    """Steps ``first … last − 1`` that are looked through one way: from the record, from the draws,
    or by replay."""

    first: int
    last: int
    way: Literal["record", "draws", "replay"]


class Asking:
    """Questions at the past of the present branch.

    Parameters
    ----------
    run : RunContext
    breakpoints : Breakpoints
        Of this run, which know what a condition needs; none of them is touched.
    branching : Branching
        Of this run.
    """

    def __init__(self, run: RunContext, breakpoints: Breakpoints, branching: Branching) -> None:
        self._run = run
        self._breakpoints = breakpoints
        self._branching = branching

    # ---- curves

    def watched(
        self,
        watches: Sequence[Watch | str],
        first: int = 0,
        last: int | None = None,
        tick: Tick | None = None,
    ) -> Floats:
        """Return what ``seek(t)`` shows of some watches, for t = `first` … `last`, both included.

        One replay for all of them, in slices of about 50 ms.  What belongs to the pair of a step is
        that of the step at hand at t, see `Watch`; so each has a value at step 0 and at the tip.

        Parameters
        ----------
        watches : sequence of Watch or str
        first : int
        last : int, optional
            The tip unless given.
        tick : callable, optional
            See `Tick`; given up, it returns the values up to there.

        Returns
        -------
        (w, last − first + 1) float64

        Raises
        ------
        SettingsError
            If the run has no such number, or not 0 ≤ first ≤ last ≤ tip.
        """
        wanted = [Wanted(each) for each in self._all(watches)]
        tip = self._run.state.tip
        first = check_count("The first step", first, 0, tip)
        last = check_count("The last step", tip if last is None else last, first, tip)
        if all(each.watch == _LOSS for each in wanted):
            return self._recorded(len(wanted), first, last, tick)
        values = np.empty((len(wanted), last + 1 - first))
        done = 0
        for block in self._read(self._past(wanted, (), first, last + 1), tick):
            values[:, block.first - first : block.last - first] = block.values
            done = max(done, block.last - first)
        return values if done == values.shape[1] else values[:, :done].copy()

    def _recorded(self, rows: int, first: int, last: int, tick: Tick | None) -> Floats:
        """Return the losses, of which the record has the newest."""
        run = self._run
        begins = min(max(first, run.branch.record.exact_from), last)
        values = np.empty((rows, last + 1 - first))
        if first < begins:
            done = 0
            for block in self._read(self._past([Wanted(_LOSS)], (), first, begins), tick):
                values[:, block.first - first : block.last - first] = block.values
                done = max(done, block.last - first)
            if done < begins - first:
                return values[:, :done].copy()
        ends = min(last + 1, run.state.tip)
        values[:, begins - first : ends - first] = run.branch.record.raw(begins, ends)[0]
        if last == run.state.tip:
            for block in self._past([Wanted(_LOSS)], (), last, last + 1).slices():
                values[:, block.first - first : block.last - first] = block.values
        return values

    def watch_values(self, watches: Sequence[Watch | str]) -> Floats:
        """Return some watches where the run stands, (w,) float64: see `watched`.

        Raises
        ------
        SettingsError
            If the run has no such number.
        """
        wanted = [Wanted(each) for each in self._all(watches)]
        run, step = self._run, self._run.state.step
        numbers = self._breakpoints.watchpoints((), wanted)
        journal, sample = run.branch.journal, run.replayer.sample(run.branch, step)
        run.engine.meets(numbers, sample, journal.rate(step), journal.rule(step))
        return numbers.watches.state[:, kernel.NOW].copy()

    # ---- steps

    def find(
        self,
        condition: Breakpoint | str,
        start: int = 0,
        stop: int | None = None,
        limit: int | None = None,
        *,
        newest: bool = False,
        tick: Tick | None = None,
    ) -> Ints:
        """Return the steps t, `start` ≤ t < `stop`, at which a run would stop at a condition.

        Those of the present branch, whatever its breakpoints and their ignore counts; by the
        conditions of the compiled loop.  What the record or the draws say is not replayed.

        Parameters
        ----------
        condition : Breakpoint or str
            As it is typed, see `breakpoint_of`.
        start : int
        stop : int, optional
            The tip unless given; at most tip + 1, so that the step at hand at the tip is looked at
            too, which a run that overflowed could not take.
        limit : int, optional
            Only the first so many, and nothing behind them is searched.
        newest : bool
            The last ones instead, searched from the end.
        tick : callable, optional
            See `Tick`; given up, it returns what was found until then.

        Returns
        -------
        (k,) int64
            Rising.

        Raises
        ------
        SettingsError
            If the run has no such sample, class or number, or the range is none of this branch.
        """
        breakpoint = self._condition(condition)
        start, stop = self._range(start, stop)
        if limit is not None:
            limit = check_count("The limit", limit, 0, NEVER)
        found: list[Ints] = []
        count, looked = 0, 0
        lent = self._run.standing.lend(tick)

        def go_on() -> bool:
            return lent is None or lent(looked, stop - start)

        spans = self._spans(breakpoint, start, stop)
        for span in reversed(spans) if newest else spans:
            for first, last, hits in self._hits(span, breakpoint, newest, go_on):
                found.append(hits)
                count += len(hits)
                looked += last - first
                if (limit is not None and count >= limit) or not go_on():
                    return _cut(found, limit, newest)
        return _cut(found, limit, newest)

    def largest(
        self,
        watch: Watch | str,
        count: int = 10,
        start: int = 0,
        stop: int | None = None,
        *,
        of: Literal["value", "size", "move"] = "value",
        tick: Tick | None = None,
    ) -> tuple[Ints, Floats]:
        """Return the steps t, `start` ≤ t < `stop`, with the largest values of a watch.

        Parameters
        ----------
        watch : Watch or str
        count : int
            So many at most.
        start, stop : int
            See `find`.
        of : {"value", "size", "move"}
            What is compared: the value, its absolute value, or by how much the step moves it, see
            `Breakpoint.moves`.
        tick : callable, optional
            See `Tick`; given up, it returns the largest until then.

        Returns
        -------
        steps : (k,) int64
        values : (k,) float64
            Falling; among equal ones the earlier step first.  What is not a number is left out.

        Raises
        ------
        SettingsError
            As for `find`.
        """
        if of not in ("value", "size", "move"):
            raise SettingsError(f'of is {spelled(of)}; it must be "value", "size" or "move".')
        wanted = Wanted(self._watch(watch), kernel.MOVE if of == "move" else kernel.VALUE)
        count = check_count("The number of steps", count, 0, NEVER)
        start, stop = self._range(start, stop)
        best = nothing_found()
        for block in self._read(self._past([wanted], (), start, stop), tick):
            best = ranked(best, block, count, of)
        steps, _, values = best
        return steps, values

    # ---- to be read beside the run

    def past(
        self,
        watches: Sequence[Watch | str] = (),
        condition: Breakpoint | str | None = None,
        start: int = 0,
        stop: int | None = None,
        *,
        moves: bool = False,
        branch: int | None = None,
    ) -> Past:
        """Return steps t, `start` ≤ t < `stop`, to be replayed slice by slice beside the run.

        It takes milliseconds, the time of one copy of the weights; who reads it computes.

        Parameters
        ----------
        watches : sequence of Watch or str
            Whose values are wanted in each step, see `watched`.
        condition : Breakpoint or str, optional
            Whose hits are wanted, see `find`.
        start, stop : int
            See `find`.
        moves : bool
            By how much each step moves the watches instead of their values, see `largest`.
        branch : int, optional
            Another branch than the present one, by its number.

        Raises
        ------
        SettingsError
            As for `find`, or if there is no such branch.
        """
        want = kernel.MOVE if moves else kernel.VALUE
        wanted = [Wanted(each, want) for each in self._all(watches)]
        conditions = () if condition is None else (self._condition(condition),)
        of = self._run.branch if branch is None else self._branching.branch_of(branch)
        return self._past(wanted, conditions, *self._range(start, stop, of), of)

    def seconds_per_step(
        self, watches: Sequence[Watch | str] = (), condition: Breakpoint | str | None = None
    ) -> float:
        """Return what a step of such a `past` takes here, measured on some of the newest ones.

        It takes about 50 ms; NaN where no step was taken yet.  With neither it is what a replay
        takes that looks at nothing.

        Parameters
        ----------
        watches, condition
            See `past`.

        Raises
        ------
        SettingsError
            As for `find`.
        """
        tip = self._run.state.tip
        known = self._run.replayer.nearest(self._run.branch, tip)
        first = 0 if known is None else min(known[1] + 1, max(tip - 1, 0))
        slices = self.past(watches, condition, first, tip).slices()
        begun = time.perf_counter()
        for block in slices:
            if block.last > block.first:
                return (time.perf_counter() - begun) / (block.last - block.first)
            begun = time.perf_counter()
        return math.nan

    # ---- how

    def _all(self, watches: Sequence[Watch | str]) -> list[Watch]:
        if isinstance(watches, (str, Watch)):  # a text is a sequence as well, of letters
            raise SettingsError(
                f"The watches are {spelled(watches)}; they must be a list, such as "
                '["h[3]", "loss"].'
            )
        return [self._watch(each) for each in watches]

    def _watch(self, watch: Watch | str) -> Watch:
        watch = made(watch)
        self._run.replayer.numbers.check(watch, self._run.state.own_pairs)
        return watch

    def _condition(self, condition: Breakpoint | str) -> Breakpoint:
        if isinstance(condition, str):
            condition = breakpoint_of(condition, self._run.dataset.class_names)
        self._breakpoints.check(condition)
        return condition

    def _range(self, start: int, stop: int | None, branch: Branch | None = None) -> tuple[int, int]:
        tip = self._tip(branch)
        start = check_count("The start of the range", start, 0, tip + 1)
        end = max(start, tip) if stop is None else stop
        return start, check_count("The end of the range", end, start, tip + 1)

    def _tip(self, branch: Branch | None) -> int:
        if branch is None or branch is self._run.branch:
            return self._run.state.tip
        return branch.tip

    def _past(
        self,
        wanted: Sequence[Wanted],
        conditions: Sequence[Breakpoint],
        first: int,
        last: int,
        branch: Branch | None = None,
    ) -> Past:
        """Return steps ``first … last − 1`` to be replayed, from the nearest keyframe."""
        run = self._run
        branch = run.branch if branch is None else branch
        step = step_nanoseconds(run.settings, run.dataset)
        needs = [*wanted, *filter(None, map(Wanted.of, conditions))]
        step += run.replayer.numbers.nanoseconds(needs, step)
        watch = self._breakpoints.watchpoints(conditions, wanted, slice_steps(step))
        engine = run.replayer.new_engine()
        run.replayer.start(engine, branch, first)
        return Past(
            branch.journal, engine, first, last, self._tip(branch), watch, len(wanted), step
        )

    def _read(self, past: Past, tick: Tick | None) -> Iterator[PastSlice]:
        """Give the slices of a past, as long as `tick` agrees."""
        lent = self._run.standing.lend(tick)
        for block in past.slices():
            yield block
            if lent is not None and not lent(past.computed, past.to_compute):
                return

    def _spans(self, condition: Breakpoint, start: int, stop: int) -> list[_Span]:
        """Cut a range into what is looked through in different ways."""
        tip, record = self._run.state.tip, self._run.branch.record
        if condition.condition in _DRAWN:
            spans = [_Span(start, stop, "draws")]
        elif condition.condition in _RECORDED:
            begin, end = max(start, record.exact_from), min(stop, tip)
            begin = min(begin, end)
            spans = [
                _Span(start, min(begin, stop), "replay"),
                _Span(max(begin, start), end, "record"),
                _Span(max(end, start), stop, "replay"),
            ]
        else:
            spans = [_Span(start, stop, "replay")]
        return [span for span in spans if span.first < span.last]

    def _hits(
        self, span: _Span, condition: Breakpoint, newest: bool, go_on: Callable[[], bool]
    ) -> Iterator[tuple[int, int, Ints]]:
        """Give pieces of a span, first and last step and what was found, in order or backwards."""
        if span.way == "replay" and not newest:
            for block in self._past((), (condition,), span.first, span.last).slices():
                yield block.first, block.last, block.hits
            return
        if span.way == "replay":
            for first, last in self._pieces(span):
                hits = []
                for block in self._past((), (condition,), first, last).slices():
                    hits.append(block.hits)
                    if not go_on():  # what was found here is not yet all that is newest
                        return
                yield first, last, joined(hits)
            return
        blocks = range(span.first, span.last, _BLOCK)
        for first in reversed(blocks) if newest else blocks:
            last = min(first + _BLOCK, span.last)
            yield first, last, self._known(span.way, condition, first, last)

    def _pieces(self, span: _Span) -> Iterator[tuple[int, int]]:
        """Give the steps between two keyframes, from the last ones on."""
        replayer, branch, last = self._run.replayer, self._run.branch, span.last
        while last > span.first:
            known = replayer.nearest(branch, min(last - 1, self._run.state.tip))
            begin = known[1] + 1 if known is not None and known[1] > 0 else 0
            first = max(span.first, min(begin, last - 1))
            yield first, last
            last = first

    def _known(self, way: str, condition: Breakpoint, first: int, last: int) -> Ints:
        """Return the hits among steps ``first … last − 1`` without a replay."""
        run, value = self._run, condition.value
        if way == "record":
            series, sign = _RECORDED[condition.condition]
            values = run.branch.record.raw(first, last)[series]
            met = values > value if sign > 0 else values < value
        elif condition.condition is Condition.EVERY:
            steps = np.arange(first, last)
            met = (steps > 0) & (steps % int(value) == 0)
        else:
            met, _ = run.replayer.chosen(run.branch, first, last)
            if condition.condition is Condition.LABEL:
                numbers, at = np.unique(met, return_inverse=True)
                met = np.array(list(map(run.replayer.pairs.label, numbers.tolist())))[at]
            met = met == value
        hits: Ints = first + np.flatnonzero(met)
        return hits


_LOSS = Watch(Quantity.LOSS)


def _cut(found: list[Ints], limit: int | None, newest: bool) -> Ints:
    """Return what was found, in rising order, and no more of it than asked for."""
    if newest:
        steps = joined(found[::-1])
        return steps if limit is None else steps[max(len(steps) - limit, 0) :]
    return joined(found)[:limit]
