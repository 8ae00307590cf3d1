"""Inspection: which phase, row and entry are shown: those of the run, or what a person chose."""

from __future__ import annotations

from bpviz.training.events import Frame
from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.debugger.formulas.step_numbers import Axis

ROWS: dict[Phase, Axis] = {
    Phase.Z1: "hidden",
    Phase.H: "hidden",
    Phase.Z2: "output",
    Phase.F: "output",
    Phase.GRAD_W2: "output",
    Phase.GRAD_W1: "hidden",
}
"""What the rows or entries of a phase count; the update counts both, the others have none."""

BY_ROW = (Phase.GRAD_W2, Phase.GRAD_W1, Phase.UPDATE)


class Inspection:
    """Follows the run, until a person looks at another phase or row.

    It follows again as soon as the run stands at another place inside its step.  A run that moves
    by whole steps always stands between two of them, so there the chosen phase can be watched.

    Attributes
    ----------
    phase : Phase
        The one that is shown.
    selection : Selection or None
        The weight that a person selected anywhere; its row comes before all others.
    """

    def __init__(self) -> None:
        self.phase = Phase.DRAW
        self.selection: Selection | None = None
        self._place: tuple[int, Phase, int] | None = None  # run, phase and row
        self._held = False
        self._update_row = 0
        self._entries: dict[Axis, int] = {"hidden": 0, "output": 0}
        self._sizes = (1, 1)

    @property
    def follows(self) -> bool:
        """Whether it shows where the run stands."""
        return not self._held

    def take(self, frame: Frame) -> None:
        """Take in where the run stands."""
        place, network = (frame.run, frame.phase, frame.row), frame.network
        self._sizes = network.n_hidden, network.n_outputs
        self._entries["hidden"] = min(self._entries["hidden"], network.n_hidden - 1)
        self._entries["output"] = min(self._entries["output"], network.n_outputs - 1)
        if place != self._place:
            self._held = False
        self._place = place
        if not self._held:
            self.phase = frame.phase
        if self.selection is not None and not self.selection.exists_in(network):
            self.selection = None  # of another network

    def show(self, phase: Phase) -> None:
        """Look at a phase."""
        self.phase, self._held = phase, True

    def follow(self) -> None:
        """Go back to where the run stands."""
        self._held = False
        if self._place is not None:
            self.phase = self._place[1]

    def choose_row(self, row: int) -> Selection | None:
        """Look at another row of the phase; return the selection, which moves along with it."""
        axis = ROWS.get(self.phase)
        if axis is not None:
            self._entries[axis] = row
        else:
            self._update_row = row
        if self.phase in BY_ROW:
            self._held = True
        selection = self.selection
        if selection is None or self._selected_row(self.phase) is None:
            return selection
        self.selection = self._moved(selection, row)
        return self.selection

    def _moved(self, selection: Selection, row: int) -> Selection | None:
        """Return the selection in another row of the phase that is shown."""
        if self.phase is Phase.UPDATE:
            d = self._sizes[1]
            if (selection.matrix == "W2") != (row < d):
                return None  # a column of the other matrix means something else
            row = row if row < d else row - d
        return Selection(selection.matrix, row, selection.column)

    @property
    def rows(self) -> int:
        """How many rows or entries the phase has to choose from; 1 if there is no choice."""
        axis = ROWS.get(self.phase)
        if axis is None:
            return rows_in(self.phase, *self._sizes)
        return self._sizes[0] if axis == "hidden" else self._sizes[1]

    @property
    def row(self) -> int:
        """The row or entry that is shown."""
        follows = self.phase in BY_ROW and self.follows
        at_hand = self._place[2] if self._place is not None and follows else None
        return min(self._row_in(self.phase, at_hand), self.rows - 1)

    def _row_in(self, phase: Phase, at_hand: int | None) -> int:
        """Return the selected row of a phase, else the one at hand, else the one chosen last."""
        selected = self._selected_row(phase)
        if selected is not None:
            return selected
        if at_hand is not None:
            return at_hand
        axis = ROWS.get(phase)
        return self._update_row if axis is None else self._entries[axis]

    def _selected_row(self, phase: Phase) -> int | None:
        """Return the row of the selected weight, if `phase` has it."""
        selection, axis = self.selection, ROWS.get(phase)
        if selection is None:
            return None
        if phase is Phase.UPDATE:
            return selection.row + (self._sizes[1] if selection.matrix == "W1" else 0)
        if axis == ("hidden" if selection.matrix == "W1" else "output"):
            return selection.row
        return None

    def before(self) -> tuple[Phase, int] | None:
        """Return phase and row of what the step has computed last; None between two steps."""
        _, phase, row = self._place or (0, Phase.DRAW, 0)
        if phase is Phase.DRAW:
            return None
        if row > 0:
            return phase, row - 1
        phase = PHASES[phase.order - 1]
        if phase in BY_ROW:
            return phase, rows_in(phase, *self._sizes) - 1
        return phase, self._row_in(phase, 0 if phase not in ROWS else None)
