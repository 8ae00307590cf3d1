"""RuleHeader: what stands above the two gradient rules: the pair, and the choices."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QWidget

from bpviz.ui.kit.charts.colour_bar import ColourKey
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.labels import AdaptiveLabel
from bpviz.ui.kit.controls.layouts import flow, hbox, vbox, widget_of
from bpviz.ui.kit.controls.segmented import Segmented

PAIR, RUN, BOTH = "pair", "run", "both"


class RuleHeader(QWidget):
    """Choices in a line that wraps; below it which pair is shown, and the scale of the colours.

    Attributes
    ----------
    view, matrix, layout_choice : Segmented
    gap : QToolButton
    scale : ScaleKey
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        both = self.tr("The gradients of one pair, and the curves along the run.")
        pair = self.tr("The gradients of one pair.")
        run = self.tr("The curves along the steps.")
        self.view = Segmented(
            "rule_view",
            (
                (BOTH, self.tr("both"), both),
                (PAIR, self.tr("this pair"), pair),
                (RUN, self.tr("along the run"), run),
            ),
        )
        self._both_wanted = True
        self.view.changed.connect(self._choose)
        first = self.tr("Compare the gradients of W₁, which the two rules compute differently.")
        second = self.tr("Compare the gradients of W₂, which are the same by both rules.")
        self.matrix = Segmented("rule_matrix", (("W1", "∂W₁", first), ("W2", "∂W₂", second)))
        tiles = self.tr("Draw the row of each unit as a picture")
        matrix = self.tr("Draw the matrix: a row for each hidden unit")
        layouts = ("tiles", self.tr("Tiles"), tiles), ("matrix", self.tr("Matrix"), matrix)
        self.layout_choice = Segmented("rule_layout", layouts)
        self.gap = flat_button(
            "rule_gap",
            self.tr("difference"),
            self.tr("Show a fourth heatmap: the printed gradient minus the exact one."),
        )
        self.pair = AdaptiveLabel(name="rule_pair", muted=True)
        self.pair.setToolTip(
            self.tr(
                "The pair whose gradients are compared: the selected one, otherwise that of the "
                "current step."
            )
        )
        self.scale = ColourKey("rule_scale", "∂W")
        self.scale.setToolTip(
            self.tr(
                "Colour scale, the same for all heatmaps. It grows at once with the gradients and "
                "shrinks slowly."
            )
        )
        choices = flow(self.view, self.matrix, self.layout_choice, self.gap)
        self._below = widget_of(hbox(self.pair, self.scale, stretch=self.pair))
        vbox(choices, self._below, into=self, spacing=3)

    @property
    def tiles(self) -> bool:
        """Whether rows of W₁ should be drawn as pictures, where they are some."""
        return self.layout_choice.value() == "tiles"

    def offer_both(self, fits: bool) -> None:
        """Let both parts be chosen or not; where they have no room together one is shown."""
        self.view.button(BOTH).setEnabled(fits)
        if not fits and self.view.value() == BOTH:
            self.view.set_value(PAIR)
        elif fits and self._both_wanted:
            self.view.set_value(BOTH)

    def show_run(self) -> None:
        """Show the curves, beside the pictures where both have room."""
        self.view.set_value(BOTH if self.view.button(BOTH).isEnabled() else RUN)

    @Slot(str)
    def _choose(self, view: str) -> None:
        self._both_wanted = view == BOTH

    def show_choices(self, pair: bool, presenting: bool) -> None:
        """Show what concerns the pictures, and nothing that a presentation has no room for."""
        for part in (self.matrix, self._below):
            part.setVisible(pair)
        for part in (self.layout_choice, self.gap):
            part.setVisible(pair and not presenting)

    def minimumSizeHint(self) -> QSize:
        """Let it become as narrow as its widest choice."""
        return QSize(self.view.minimumSizeHint().width(), super().minimumSizeHint().height())
