"""The look at the weights themselves: how they are distributed."""

from __future__ import annotations

from bpviz.training.commands import Subscribe
from bpviz.training.evaluation.weight_histograms import WeightsJob
from bpviz.training.evaluation.weight_history import WeightHistograms
from bpviz.training.quantities import WEIGHT_HISTORY, Need
from bpviz.training.run.timeline import Branch
from bpviz.training.session import Session
from bpviz.worker.evaluations import EvaluationTask


class WeightEvaluation(EvaluationTask[WeightHistograms]):
    """Histograms of both matrices."""

    need = Need.WEIGHTS
    weight = 15
    spacing = 0.1

    def begin(self, session: Session, watch: Subscribe) -> WeightsJob:
        """Return a look at the weights."""
        return WeightsJob(session.network_before, session.step)

    def measure(self, branch: Branch, step: int, result: WeightHistograms) -> None:
        """Put the histograms into those of the branch."""
        branch.curves[WEIGHT_HISTORY].add(result)
