"""A debugger as naive as can be: it has a straight line and a place, and looks at every step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bpviz.datasets import Dataset
from bpviz.training import Breakpoint, Phase, Settings, StopReason
from bpviz.training.journal.entries import Change, Pin, RateChange, Skip
from tests.training.conditions import met
from tests.training.oracle import Line, in_order, same_thing

Ended = tuple[StopReason, tuple[int, ...]]
COUNT: Ended = (StopReason.COUNT, ())
BEGINNING: Ended = (StopReason.BEGINNING, ())
NOT_FINITE: Ended = (StopReason.NOT_FINITE, ())
ATTENTION: Ended = (StopReason.ATTENTION, ())
ORDER = list(Phase)


@dataclass
class Armed:
    """A breakpoint and its counts."""

    number: int
    breakpoint: Breakpoint
    enabled: bool
    ignore: int
    hits: int = 0


@dataclass(eq=False)
class Way:
    """A branch."""

    number: int
    line: Line
    tip: int
    name: str
    hits: set[tuple[int, int]] = field(default_factory=set)
    fork: int = 0
    parent: Way | None = None

    def forked(self, number: int, step: int, line: Line) -> Way:
        hits = {(at, which) for at, which in self.hits if at < step}
        return Way(number, line, step, f"Branch {number + 1}", hits, step, self)


@dataclass(eq=False)
class Made:
    """A change that can be undone: the journals without and with it."""

    step: int
    change: Change | None
    before: Way
    after: Way
    without: list[Change]
    with_it: list[Change]


Revisions = tuple[list[Made], list[Made]]


class Model:
    """Where a debugger must stand after every move."""

    def __init__(self, settings: Settings, data: Dataset, drawn: int | None = None) -> None:
        self.data = data
        line = Line(settings, data, [RateChange(0, settings.learning_rate)], drawn)
        self.way = Way(0, line, 0, "Branch 1")
        self.ways = [self.way]
        self.step, self.phase, self.row = 0, Phase.DRAW, 0
        self.hit: tuple[int, ...] = ()
        self.armed: list[Armed] = []
        self.made: list[Made] = []
        self.undone: list[Made] = []
        self.deleted: tuple[Way, Revisions, Revisions] | None = None
        self.own = 0  # pairs that a person made so far
        self.next_branch = self.next_breakpoint = 1
        self.rows = {
            Phase.GRAD_W2: data.n_outputs,
            Phase.GRAD_W1: settings.n_hidden,
            Phase.UPDATE: data.n_outputs + settings.n_hidden,
        }

    @property
    def line(self) -> Line:
        return self.way.line

    @property
    def updating(self) -> bool:
        return self.phase is Phase.UPDATE and self.row > 0

    def _place(self, phase: Phase, row: int = 0, ended: Ended = COUNT) -> Ended:
        self.phase, self.row, self.hit = phase, row, ended[1]
        return ended

    def _go(self, way: Way, step: int) -> Ended:
        self.way = way
        stuck = not way.line.can_reach(step)
        self.step = len(way.line.values) if stuck else step
        way.tip = max(way.tip, self.step)
        return self._place(Phase.UPDATE, 0, NOT_FINITE) if stuck else self._place(Phase.DRAW)

    def _met(self) -> list[Armed]:
        return [each for each in self.armed if each.enabled and self._meets(each.breakpoint)]

    def _meets(self, breakpoint: Breakpoint) -> bool:
        return met(self.line, self.step, breakpoint)

    def _stop(self, stopping: list[Armed]) -> Ended:
        numbers = tuple(each.number for each in stopping)
        self.way.hits.update((self.step, number) for number in numbers)
        return self._place(Phase.UPDATE, 0, (StopReason.BREAKPOINT, numbers))

    def _check(self) -> Ended | None:
        """Count the breakpoints that are met by the step at hand, and stop at them."""
        found = self._met()
        for each in found:
            each.hits += 1
        stopping = [each for each in found if each.hits > each.ignore]
        return self._stop(stopping) if stopping else None

    # ---- moves

    def advance(self, steps: int, attention: bool = False) -> Ended:
        if steps == 0:
            return COUNT
        looked_at = self.phase is Phase.UPDATE
        for _ in range(steps):
            ended = None if looked_at else self._check()
            looked_at = False
            if ended is not None:
                return ended
            if not self.line.can_reach(self.step + 1):
                return self._place(Phase.UPDATE, 0, NOT_FINITE)
            self.step += 1
            self._place(Phase.DRAW)
            self.way.tip = max(self.way.tip, self.step)
            if attention:
                return ATTENTION
        return COUNT

    def seek(self, step: int) -> Ended:
        return self._place(Phase.DRAW) if step == self.step else self._go(self.way, step)

    def back(self, steps: int) -> Ended:
        if steps == 0:
            return COUNT
        if (self.step, self.phase) == (0, Phase.DRAW):
            return BEGINNING
        return self.seek(max(0, self.step - steps + (self.phase is not Phase.DRAW)))

    def advance_to(self, phase: Phase, row: int = 0) -> Ended:
        if (ORDER.index(phase), row) <= (ORDER.index(self.phase), self.row):
            return COUNT
        if phase is Phase.UPDATE:
            if self.phase is not Phase.UPDATE:
                self._place(phase)
                ended = self._check()
                if ended is not None:
                    return ended
            if row > 0 and not self.line.can_reach(self.step + 1):
                return self._place(phase, 0, NOT_FINITE)
        return self._place(phase, row)

    def advance_phase(self) -> Ended:
        if self.phase is Phase.UPDATE:
            return self.advance(1)
        return self.advance_to(ORDER[ORDER.index(self.phase) + 1])

    def advance_row(self) -> Ended:
        if self.row + 1 < self.rows.get(self.phase, 1):
            return self.advance_to(self.phase, self.row + 1)
        return self.advance_phase()

    def back_phase(self) -> Ended:
        if self.row > 0:
            return self._place(self.phase)
        return self._before(lambda _: 0)

    def back_row(self) -> Ended:
        if self.row > 0:
            return self._place(self.phase, self.row - 1)
        return self._before(lambda phase: self.rows.get(phase, 1) - 1)

    def _before(self, row: Callable[[Phase], int]) -> Ended:
        if self.phase is not Phase.DRAW:
            phase = ORDER[ORDER.index(self.phase) - 1]
            return self._place(phase, row(phase))
        if self.step == 0:
            return BEGINNING
        self.step -= 1
        return self._place(Phase.UPDATE, row(Phase.UPDATE))

    def back_to_hit(self) -> Ended:
        if self.updating and self._met():
            return self._stop(self._met())
        if (self.step, self.phase) == (0, Phase.DRAW):
            return BEGINNING
        while self.step > 0:
            self.step -= 1
            if self._met():
                return self._stop(self._met())
        return self._place(Phase.DRAW, 0, BEGINNING)

    # ---- changes

    def set_rate(self, rate: float) -> None:
        step = self.step + self.updating
        if rate != self.line.rate(step):
            self.enter(RateChange(step, rate))

    def skip(self) -> bool:
        """False where it is refused."""
        if self.line.pinned(self.step) is not None:
            self.enter(None, drop=Pin)
        elif self.line.held(self.step) is not None:
            return False
        else:
            self.enter(Skip(self.step, self.line.sample(self.step)))
        return True

    def enter(self, change: Change | None, drop: type[Change] | None = None) -> None:
        step = self.step if change is None else change.step
        before = after = self.way
        old = before.line.journal
        if step < before.tip:
            old = [each for each in old if each.step <= step]
            after = before.forked(self._new(), step, before.line)
            self.ways.append(after)
        new = [
            each
            for each in old
            if each.step <= step
            and not (change is not None and same_thing(change, each))
            and not (drop is not None and each.step == step and isinstance(each, drop))
        ]
        new = in_order(new if change is None else [*new, change])
        after.line = after.line.rewritten(step, new)
        self._note(Made(step, change, before, after, old, new))
        self.way = after
        if not isinstance(change, RateChange):
            self._place(Phase.DRAW)

    def _new(self) -> int:
        self.next_branch += 1
        return self.next_branch - 1

    def _note(self, made: Made) -> None:
        self.undone.clear()
        last = self.made[-1] if self.made else None
        if (
            last is not None
            and isinstance(last.change, RateChange)
            and isinstance(made.change, RateChange)
            and made.before is made.after is last.after
            and made.step == last.step
        ):
            last.change, last.with_it = made.change, made.with_it
        else:
            self.made.append(made)

    def undo(self) -> Ended:
        made = self.made.pop()
        if made.before is made.after:
            made.before = self._rewritten(made.after, made.step, made.without)
            _replace(self.made, made.after, made.before)
        elif self._is_empty(made):
            self.ways.remove(made.after)
        self.undone.append(made)
        return self._stand(made.before, made.step, made.without)

    def redo(self) -> Ended:
        made = self.undone.pop()
        if made.before is made.after:
            made.after = self._rewritten(made.before, made.step, made.with_it)
            _replace(self.undone, made.before, made.after)
        elif made.after not in self.ways:
            self.ways = sorted([*self.ways, made.after], key=lambda each: each.number)
        self.made.append(made)
        return self._stand(made.after, made.step, made.with_it)

    def _is_empty(self, made: Made) -> bool:
        """Whether nothing was done on the branch that a change has made."""
        way = made.after
        done = way.tip > way.fork or any(at >= way.fork for at, _ in way.hits)
        named = way.name != f"Branch {way.number + 1}"
        left = any(each.parent is way for each in self.ways)
        return not (done or named or left) and way.line.journal == made.with_it

    def _rewritten(self, way: Way, step: int, journal: list[Change]) -> Way:
        """What was trained in the meantime stays: then there is a new branch."""
        if way.tip > step:
            old, way = way, way.forked(self._new(), step, way.line)
            assert old.line is way.line
            self.ways.append(way)
        way.line = way.line.rewritten(step, in_order(journal))
        return way

    def _stand(self, way: Way, step: int, journal: list[Change]) -> Ended:
        def until(entries: list[Change]) -> list[Change]:
            return in_order([each for each in entries if each.step <= step])

        assert until(way.line.journal) == until(journal)
        return self._go(way, min(step, way.tip))

    def delete(self, way: Way) -> None:
        self.ways.remove(way)
        before = list(self.made), list(self.undone)
        for several in (self.made, self.undone):
            several[:] = [m for m in several if way is not m.before and way is not m.after]
        self.deleted = way, before, (list(self.made), list(self.undone))

    def restore(self) -> None:
        """Bring back the way deleted last; what could be undone too, where nobody changed that."""
        if self.deleted is None:
            return
        way, before, after = self.deleted
        self.deleted = None
        self.ways = sorted([*self.ways, way], key=lambda each: each.number)
        if (self.made, self.undone) == after:
            self.made, self.undone = before


def _replace(several: list[Made], old: Way, new: Way) -> None:
    for made in several:
        made.before = new if made.before is old else made.before
        made.after = new if made.after is old else made.after
