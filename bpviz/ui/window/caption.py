"""Caption: one sentence that says what a step at walking speed computes, for a whole class."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from bpviz.network import GradientRule
from bpviz.training.events import Frame, State
from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.core.formatting import ordinal, shortened, tabular, translator
from bpviz.ui.core.unit_names import output_name
from bpviz.ui.kit.controls.labels import ElidedLabel

_tr = translator("Caption")


def sentence(frame: Frame, phase: Phase, row: int) -> str:
    """Return what a step does at a place of it: "Row 3 of ∂W₁: …".

    Parameters
    ----------
    frame : Frame
        Of any place in a step, with a data set.
    phase, row : Phase, int
        The place; rows are counted as in `rows_in`.
    """
    d = frame.network.n_outputs
    if phase is Phase.GRAD_W1:
        return _hidden_row(frame, row)
    if phase is Phase.UPDATE:
        if row < d:
            words = _tr("Row {j} of W₂ is updated: W₂ ← W₂ − λ ∂W₂.")
            return words.format(j=ordinal(row))
        words = _tr("Row {k} of W₁ is updated: W₁ ← W₁ − λ ∂W₁.")
        return words.format(k=ordinal(row - d))
    if phase is Phase.GRAD_W2:
        name = output_name(frame.dataset, row)
        if name:
            words = _tr("Row {j} of ∂W₂: how the loss changes with the weights for {name}.")
        else:
            words = _tr("Row {j} of ∂W₂: how the loss changes with the weights of output {j}.")
        return words.format(j=ordinal(row), name=shortened(name))
    return {
        Phase.DRAW: _tr("The next sample is drawn: inputs x, and the target y for them."),
        Phase.Z1: _tr("Each hidden unit adds up its inputs times their weights: z1 = W₁x."),
        Phase.H: _tr("Each hidden unit answers with its activation: h = σ₁(z1)."),
        Phase.Z2: _tr("Each output adds up the hidden units times their weights: z2 = W₂h."),
        Phase.F: _tr("Each output answers with its activation: f = σ₂(z2)."),
        Phase.LOSS: _tr("The loss says how far the answer f is from the target y: ‖f − y‖²."),
    }[phase]


def _hidden_row(frame: Frame, row: int) -> str:
    """Return what a row of ∂W₁ is, which as printed is no gradient."""
    if frame.gradient_rule is GradientRule.AS_PRINTED:
        words = _tr("Row {k} of ∂W₁ as printed in the note: not how the loss changes.")
    else:
        words = _tr("Row {k} of ∂W₁: how the loss changes with the weights into hidden unit {k}.")
    return words.format(k=ordinal(row))


class Caption(ElidedLabel):
    """The sentence of the place where the run stands or walks, in a presentation.

    Parameters
    ----------
    walks : callable
        Whether a run goes so slowly that it is seen inside its steps.
    """

    def __init__(self, walks: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, name="status_caption")
        self._walks = walks
        self._on = False
        self._widest: tuple[object, int] | None = None
        self.fit_text(self.font())
        self.hide()

    def fit_text(self, font: QFont) -> None:
        """Write in `font`, a little stronger."""
        strong = tabular(font)
        strong.setWeight(QFont.Weight.DemiBold)
        self.setFont(strong)

    def set_on(self, on: bool) -> None:
        """Speak in a presentation, be silent elsewhere."""
        self._on = on

    def show_frame(self, frame: Frame) -> bool:
        """Say what is computed at `frame`; return whether a sentence has come or gone."""
        inside = frame.phase is not Phase.DRAW or (frame.state is State.RUNNING and self._walks())
        ready = frame.dataset is not None and frame.state is not State.LOADING
        there = self._on and inside and ready and frame.progress is None
        before = bool(self.text())
        words = sentence(frame, frame.phase, frame.row) if there else ""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
        return there != before

    def least_width(self, frame: Frame) -> int:
        """Return the pixels that the longest sentence of a step takes."""
        shape = frame.network.n_hidden, frame.network.n_outputs
        known = shape, frame.gradient_rule, self.font().toString(), id(frame.dataset)
        if self._widest is None or self._widest[0] != known:
            wide = self.fontMetrics().horizontalAdvance
            said = [
                sentence(frame, phase, row)
                for phase in PHASES
                for row in {0, shape[1] - 1, shape[1], rows_in(phase, *shape) - 1}
                if row < rows_in(phase, *shape)
            ]
            self._widest = known, max(map(wide, said)) + 8
        return self._widest[1]
