"""RuleHeader: what stands above the two gradient rules: the pair, and the choices."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bpviz.ui.core.theme import MUTED
from bpviz.ui.kit.charts.colour_bar import ColourKey
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.flow_layout import FlowLayout
from bpviz.ui.kit.controls.labels import AdaptiveLabel
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
        self.view = Segmented(
            "rule_view",
            (
                (
                    BOTH,
                    self.tr("both"),
                    self.tr("The gradients of one pair, and the curves along the run."),
                ),
                (PAIR, self.tr("this pair"), self.tr("The gradients of one pair.")),
                (RUN, self.tr("along the run"), self.tr("The curves along the steps.")),
            ),
        )
        self._both_wanted = True
        self.view.changed.connect(self._choose)
        self.matrix = Segmented(
            "rule_matrix",
            (
                (
                    "W1",
                    "∂W₁",
                    self.tr(
                        "Compare the gradients of W₁, which the two rules compute differently."
                    ),
                ),
                (
                    "W2",
                    "∂W₂",
                    self.tr("Compare the gradients of W₂, which are the same by both rules."),
                ),
            ),
        )
        self.layout_choice = Segmented(
            "rule_layout",
            (
                ("tiles", self.tr("Tiles"), self.tr("Draw the row of each unit as a picture")),
                (
                    "matrix",
                    self.tr("Matrix"),
                    self.tr("Draw the matrix: a row for each hidden unit"),
                ),
            ),
        )
        self.gap = flat_button(
            "rule_gap",
            self.tr("difference"),
            self.tr("Show a fourth heatmap: the printed gradient minus the exact one."),
        )
        self.pair = AdaptiveLabel()
        self.pair.setObjectName("rule_pair")
        self.pair.setForegroundRole(MUTED)
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
        choices = QWidget()
        flow = FlowLayout(8, choices)
        for part in (self.view, self.matrix, self.layout_choice, self.gap):
            flow.addWidget(part)
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pair, 1)
        row.addWidget(self.scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(choices)
        column.addWidget(self._below)

    @property
    def tiles(self) -> bool:
        """Whether rows of W₁ should be drawn as pictures, where they are some."""
        return self.layout_choice.value() == "tiles"

    def say(self, *sentences: str) -> None:
        """Name the pair, at length and then in fewer words."""
        self.pair.set_sentences(sentences)

    def offer_tiles(self, fits: bool) -> None:
        """Let tiles be chosen or not."""
        self.layout_choice.setEnabled(fits)

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
