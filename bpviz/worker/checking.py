"""Checking: a gradient check beside the training, slice by slice, on a snapshot."""

from __future__ import annotations

import time
from dataclasses import replace

from bpviz.datasets.dataset import Part
from bpviz.network.central_differences import CheckJob, NotFiniteError
from bpviz.network.step_trace import StepTrace
from bpviz.network.weights import Network
from bpviz.training.commands import CheckGradient
from bpviz.training.evaluation.check_info import CheckInfo, WeightSweep
from bpviz.training.journal.entries import MatrixName
from bpviz.training.message import Message
from bpviz.training.session import Session
from bpviz.worker.evaluations import Load

SLICE = 0.0025
"""Seconds after which a slice begins nothing more; what it has begun may take as long again."""

SHARE = 0.1
"""Share of the trainer's time while the run is at full speed: a person waits for the answer, and
it is over within seconds."""

MOST = 1_000_000
"""Weights that are all compared; of larger networks a row and random ones are."""

Weight = tuple[MatrixName, int, int]


class Checking:
    """The check under way, if there is one, and the one before.

    It computes on copies and never touches the run.

    Attributes
    ----------
    note : CheckNote or None
        The newest one that came to its end.
    fraction : float or None
        How far the one under way has come, 0 … 1; None if there is none.
    news : bool
        Whether one of them changed since somebody looked and took this back.
    """

    def __init__(self) -> None:
        self.note: CheckInfo | None = None
        self.fraction: float | None = None
        self.news = False
        self._job: CheckJob | None = None
        self._next: CheckInfo | None = None  # what the one under way will be
        self._done: CheckJob | None = None  # that of `note`, which answers for other weights
        self._weight: Weight | None = None
        self._not_before = 0.0

    def reset(self) -> None:
        """Forget everything: another run is shown."""
        self.note = self._done = self._weight = None
        self.cancel()

    def cancel(self) -> None:
        """Give up the one under way; the one before it stays."""
        self._job = self._next = self.fraction = None
        self.news = True

    def begin(
        self, session: Session, selected: tuple[Part, int] | None, request: CheckGradient
    ) -> None:
        """Begin a check of the pair shown at the position of `session`."""
        self.cancel()
        network = session.network_before
        note, pair = self._described(session, selected, network)
        rule = session.gradient_rule if request.rule is None else request.rule
        chosen = [row for row in (request.row,) if row is not None and _has_row(network, *row)]
        try:
            job = CheckJob(network, pair.x, pair.y, rule, limit=MOST, chosen=chosen)
        except NotFiniteError as error:
            self.note, self._done = replace(note, problem=_refusal(error)), None
            return
        self._job, self._next = job, replace(note, trace=job.trace)
        self.fraction, self._not_before = 0.0, 0.0

    @staticmethod
    def _described(
        session: Session, selected: tuple[Part, int] | None, network: Network
    ) -> tuple[CheckInfo, StepTrace]:
        """Return a note of what is checked, without any result, and the pair."""
        if selected is None:
            part, sample, pair = Part.TRAIN, session.sample_index(session.step), session.preview
            own = session.own_pair
        else:
            (part, sample), own = selected, None
            pair = session.trace_of(sample, part)
        note = CheckInfo(
            step=session.step,
            branch=session.branch.number,
            part=part,
            sample=sample,
            own="" if own is None else own.title,
            network=network,
            trace=pair,
            result=None,
        )
        return note, pair

    def sweep(self, weight: Weight | None) -> None:
        """Show the error against the step size for `weight`, from now on; None is the worst."""
        self._weight = weight
        if self.note is not None:
            self.note = replace(self.note, chosen=self._swept(self._done, weight))
            self.news = True

    def work(self, load: Load) -> bool:
        """Do a slice of the one under way; return whether to go on at once."""
        job = self._job
        begun = time.perf_counter()
        if job is None or (load is Load.FULL and begun < self._not_before):
            return False
        if job.done:  # a slice of its own, since it gathers everything
            self._finish(job)
        else:
            job.advance(SLICE)
            self.fraction = job.fraction
        self.news = True
        ended = time.perf_counter()
        self._not_before = ended + (ended - begun) * (1 / SHARE - 1)
        return self._job is not None and load is not Load.FULL

    def _finish(self, job: CheckJob) -> None:
        note, result = self._next, job.result()
        assert note is not None
        worst = result.worst
        self.note = replace(
            note,
            result=result,
            worst=None if worst is None else self._swept(job, worst),
            chosen=self._swept(job, self._weight),
        )
        self._done = job
        self._job = self._next = self.fraction = None

    @staticmethod
    def _swept(job: CheckJob | None, weight: Weight | None) -> WeightSweep | None:
        if job is None or weight is None or not job.has(*weight):
            return None
        return WeightSweep(*weight, job.sweep(*weight))


def _has_row(network: Network, matrix: MatrixName, row: int) -> bool:
    return 0 <= row < (network.n_hidden if matrix == "W1" else network.n_outputs)


def _refusal(error: NotFiniteError) -> Message:
    return Message.of(
        "The gradient cannot be checked: {quantity} is not finite at these weights. Go back to a "
        "step at which it is finite, or undo the edit that caused it.",
        quantity=error.quantity,
    )
