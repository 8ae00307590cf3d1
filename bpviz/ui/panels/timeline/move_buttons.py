"""MoveButtons: from the beginning of the run to its end, by epochs, steps, phases and rows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from bpviz.training.events import Frame, State
from bpviz.training.step.phases import Phase
from bpviz.ui.core.formatting import text_scale
from bpviz.ui.core.icons import set_icon
from bpviz.ui.kit.controls.buttons import flat_push

INNER = ("back_phase", "back_row", "forward_row", "forward_phase")
"""Moves inside a step; the first to go where there is no room."""


class MoveButtons(QWidget):
    """A row of buttons, called ``timeline_start``, ``timeline_back_epoch`` and so on.

    Attributes
    ----------
    buttons : dict
        By the names of the moves: "start", "back_epoch" … "end".

    Signals
    -------
    move_wanted(str)
        One of `buttons`.
    """

    move_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setSpacing(2)
        row.setContentsMargins(0, 0, 0, 0)
        for name, icon_name, text, tooltip in (
            ("start", "to_start", self.tr("Start"), self.tr("Go to step 0, the initial weights.")),
            ("back_epoch", "back_epoch", self.tr("Epoch back"),
             self.tr("Go back one epoch, as many steps as there are samples.")),
            ("back", "back", self.tr("Step back"),
             self.tr("Undo the last step; inside a step, what it has computed so far.")),
            ("back_phase", "back_phase", self.tr("Phase back"),
             self.tr("Undo the current phase, as far as it is done, or the one before it.")),
            ("back_row", "back_row", self.tr("Row back"),
             self.tr("Undo the row computed last.")),
            ("forward_row", "step_row", self.tr("Row"),
             self.tr("Compute one row of ∂W₂, of ∂W₁ or of the update; elsewhere the whole "
                     "phase.")),
            ("forward_phase", "step_phase", self.tr("Phase"),
             self.tr(
                 "Complete the current phase: draw the pair, z1, h, z2, f, the loss, ∂W₂, ∂W₁, "
                 "the update."
             )),
            ("forward", "step", self.tr("Step"), self.tr("Do one step: one pair, one update.")),
            ("forward_epoch", "epoch", self.tr("Epoch"),
             self.tr("Train one epoch, as many steps as there are samples.")),
            ("end", "to_end", self.tr("End"),
             self.tr("Go to the furthest step of the run.")),
        ):  # fmt: skip
            button = flat_push(f"timeline_{name}", text, tooltip)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setProperty("move", name)
            button.clicked.connect(self._clicked)
            set_icon(button, icon_name)
            self.buttons[name] = button
            row.addWidget(button)

    def enable(self, frame: Frame | None) -> None:
        """Enable the moves that lead anywhere."""
        known = frame is not None and frame.dataset is not None
        moving = frame is not None and frame.state is State.RUNNING
        inside = frame is not None and (frame.phase is not Phase.DRAW or frame.row > 0)
        behind = frame is not None and (frame.step > 0 or moving or inside)
        ahead = frame is not None and frame.tip > frame.step
        for name, button in self.buttons.items():
            leads = ahead if name == "end" else behind or name.startswith("forward")
            button.setEnabled(known and leads)

    def show_inner(self, on: bool) -> None:
        """Show or hide the moves inside a step."""
        for name in INNER:
            self.buttons[name].setVisible(on)

    def width_for(self, inner: bool) -> int:
        """Return the width that they need, with or without the moves inside a step."""
        shown = [b for name, b in self.buttons.items() if inner or name not in INNER]
        return sum(button.sizeHint().width() + 2 for button in shown) - 2

    def fit(self) -> None:
        """Give the icons the size that belongs to the text."""
        size = round(18 * text_scale(self.fontMetrics()))
        for button in self.buttons.values():
            button.setIconSize(QSize(size, size))

    def _clicked(self) -> None:
        self.move_wanted.emit(self.sender().property("move"))
