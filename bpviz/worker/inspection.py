"""Inspection: what the window looks at beside the run, and nothing of which touches the run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor

from bpviz.datasets import Part
from bpviz.training import commands as c
from bpviz.training.commands import Subscribe
from bpviz.training.infos import Comparison
from bpviz.training.session import Session
from bpviz.worker.background import Background
from bpviz.worker.checking import Checking
from bpviz.worker.jobs import Load
from bpviz.worker.runs import Runs


class Inspection:
    """The sample that is looked at, units that are switched off, two branches compared, looks at
    all samples, and checks of the gradient.

    Parameters
    ----------
    thread, wake, beside
        See `Background`.

    Attributes
    ----------
    background : Background
    checking : Checking
    selected : tuple of Part and int, or None
        The sample that is looked at, where it is not that of the step.
    switched_off : tuple of int
        Hidden units without which the network is shown.
    comparison : Comparison or None
    """

    def __init__(
        self,
        thread: Executor,
        wake: Callable[[], None] = lambda: None,
        beside: Executor | None = None,
    ) -> None:
        self.background = Background(thread, wake, beside)
        self.checking = Checking()
        self.selected: tuple[Part, int] | None = None
        self.switched_off: tuple[int, ...] = ()
        self.comparison: Comparison | None = None
        self._seen = 0

    def take(self, *, same_data: bool) -> None:
        """Another run is shown: what was seen of the one before is not its own."""
        if not same_data:
            self._select(None)
        self.comparison = None
        self.switched_off = ()
        self.background.reset()
        self.checking.reset()

    def answers(self, session: Session, command: c.Command) -> bool:
        """Carry out what concerns only what is looked at; return False if it is anything else."""
        match command:
            case c.SelectSample(index, part):
                self.select(session, part, index)
            case c.SwitchOff(units):
                self.switch_off(session, units)
            case c.CheckGradient():
                self.checking.check(session, self.selected, command)
            case c.CancelCheck():
                self.checking.cancel()
            case c.SweepWeight(weight):
                self.checking.sweep(weight)
            case _:
                return False
        return True

    def select(self, session: Session, part: Part, index: int | None) -> None:
        """Look at a sample; at that of the step if there is none of that number."""
        data = session.dataset.part(part)
        known = data is not None and index is not None and 0 <= index < data.n_samples
        self._select((part, index) if index is not None and known else None)

    def _select(self, selected: tuple[Part, int] | None) -> None:
        self.selected = selected
        self.background.select(selected)

    def switch_off(self, session: Session, units: Iterable[int]) -> None:
        """Show the network without these hidden units; numbers that there are not are left out."""
        hidden = session.settings.n_hidden
        self.switched_off = tuple(sorted({k for k in units if 0 <= k < hidden}))
        self.background.switch_off(self.switched_off)

    def compare(self, runs: Runs, first: int | None, second: int | None, step: int | None) -> None:
        """Compare two branches at `step`; no longer, if one is None."""
        if first is None or second is None:
            self.comparison = None
        else:
            self.comparison = runs.compare(first, second, step)

    def drop_gone(self, runs: Runs) -> None:
        """Compare no longer what is no longer there."""
        compared = self.comparison
        if compared is not None and not runs.have(compared.first, compared.second):
            self.comparison = None

    def look(self, session: Session, watch: Subscribe, load: Load) -> tuple[bool, bool]:
        """Do one slice of a check, and what the looks beside the run ask for.

        Returns
        -------
        more : bool
            Whether there is more to do at once.
        news : bool
            Whether a result came.
        """
        more = self.checking.work(load)
        self.background.work(session, watch, load)
        news = self.checking.news or self.background.version != self._seen
        self.checking.news = False
        self._seen = self.background.version
        return more, news

    def look_now(self, session: Session, watch: Subscribe) -> bool:
        """See `Background.look_now`."""
        return self.background.look_now(session, watch)
