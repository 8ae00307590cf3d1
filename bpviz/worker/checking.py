"""Checking: a gradient check beside the training, slice by slice, on a snapshot."""

from __future__ import annotations

from dataclasses import replace

from bpviz.datasets.dataset import Part
from bpviz.network.central_differences import CheckJob, NotFiniteError
from bpviz.network.checked import GradientCheck
from bpviz.network.step_trace import StepTrace
from bpviz.network.weights import Network
from bpviz.training.commands import CheckGradient
from bpviz.training.evaluation.check_info import CheckInfo, WeightSweep
from bpviz.training.journal.entries import MatrixName
from bpviz.training.message import Message
from bpviz.training.session import Session
from bpviz.worker.jobs import LongJob

MOST = 1_000_000
"""Weights that are all compared; of larger networks a row and random ones are."""

Weight = tuple[MatrixName, int, int]


class Checking(LongJob[GradientCheck]):
    """The check under way, if there is one, and the one before.

    It computes on copies and never touches the run.

    Attributes
    ----------
    note : CheckNote or None
        The newest one that came to its end.
    """

    def __init__(self) -> None:
        super().__init__()
        self.note: CheckInfo | None = None
        self._done: CheckJob | None = None  # that of `note`, which answers for other weights
        self._weight: Weight | None = None

    def reset(self) -> None:
        """Forget everything: another run is shown."""
        self.note = self._done = self._weight = None
        self.cancel()

    def check(
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
        note = replace(note, trace=job.trace)
        self.begin(job, lambda result: self._finish(job, note, result))

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

    def _finish(self, job: CheckJob, note: CheckInfo, result: GradientCheck) -> None:
        worst = result.worst
        self.note = replace(
            note,
            result=result,
            worst=None if worst is None else self._swept(job, worst),
            chosen=self._swept(job, self._weight),
        )
        self._done = job

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
