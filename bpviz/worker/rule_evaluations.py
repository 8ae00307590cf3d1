"""The looks at the two gradient rules: the angle between them, and what differences say."""

from __future__ import annotations

from collections.abc import Hashable

from bpviz.datasets import Dataset, Part
from bpviz.network.types import Ints, Stop
from bpviz.training.commands import Subscribe
from bpviz.training.evaluation.gradient_rules import DifferencesJob, RuleJob, probe_pairs
from bpviz.training.evaluation.look import Look
from bpviz.training.evaluation.rule_infos import RuleDifferences, RuleScan
from bpviz.training.quantities import COSINES, DIFFERENCES, Need
from bpviz.training.run.timeline import Branch
from bpviz.training.session import Session
from bpviz.worker.evaluations import EvaluationTask

_PART = 0.1  # seconds between two parts of a result that are shown on the way


class RuleEvaluation(EvaluationTask[RuleScan]):
    """The cosine between the exact and the printed ∂W₁ over the probe set."""

    need = Need.RULE
    weight = 4
    at_stages = True

    def __init__(self) -> None:
        super().__init__()
        self._pairs: tuple[Dataset, Ints] | None = None

    def begin(self, session: Session, watch: Subscribe) -> RuleJob:
        """Return a look at the probe set."""
        data = session.dataset
        if self._pairs is None or self._pairs[0] is not data:
            self._pairs = data, probe_pairs(data.n_samples)
        return RuleJob(session.network_before, session.step, data, self._pairs[1])

    def measure(self, branch: Branch, step: int, result: RuleScan) -> None:
        """Put the scan into the curve of cosines."""
        branch.curves[COSINES].add(result)


class DifferencesEvaluation(EvaluationTask[RuleDifferences]):
    """Central differences of the pair that is looked at; made only while the run stands.

    Attributes
    ----------
    selected : tuple of Part and int, or None
        The sample that is looked at, where it is not that of the step.
    """

    need, newest = Need.RULE, DIFFERENCES
    weight = 1
    only_at_rest = in_parts = True

    def __init__(self) -> None:
        super().__init__()
        self.selected: tuple[Part, int] | None = None

    def place(self, session: Session, watch: Subscribe) -> tuple[int, Hashable]:
        """Return weights and pair."""
        pair: Hashable = self.selected
        if pair is None:
            pair = session.sample_index(session.step)
        return session.step, (session.network_before, pair)

    def begin(self, session: Session, watch: Subscribe) -> DifferencesJob:
        """Return differences at the weights of the step at hand."""
        shown = session.preview
        if self.selected is not None:
            part, index = self.selected
            shown = session.trace_of(index, part)
        return DifferencesJob(session.network_before, session.step, shown.x, shown.y)

    def carry_out(self, job: Look[RuleDifferences], stop: Stop) -> None:
        """Do what is worth being shown."""
        assert isinstance(job, DifferencesJob)
        job.advance(stop, _PART)
