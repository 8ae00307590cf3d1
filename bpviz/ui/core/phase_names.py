"""What the phases of a step are called where there is little room."""

from __future__ import annotations

from bpviz.training.step.phases import Phase
from bpviz.ui.core.formatting import translator

_tr = translator("Phases")


def phase_name(phase: Phase) -> str:
    """Return the short name of a phase: "draw", "z1", … "∂W₂", "∂W₁", "update"."""
    names = {
        Phase.DRAW: _tr("draw"),
        Phase.LOSS: _tr("loss"),
        Phase.GRAD_W2: "∂W₂",
        Phase.GRAD_W1: "∂W₁",
        Phase.UPDATE: _tr("update"),
    }
    return names.get(phase, phase.value)
