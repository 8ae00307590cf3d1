"""EvaluationHead: what the evaluation shows, of which samples, and its figures."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from bpviz.datasets.dataset import Part
from bpviz.ui.kit.controls.flow_layout import FlowLayout
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.panels.evaluation.figures import EvaluationFigures

LINES, FEWER_LINES = 12, 9
"""Lines of text that the panel is high where all figures have room above a view, or some."""

WIDE = 38
"""Lines of text that the figures are wide where they can stand beside the choices."""


class View(StrEnum):
    """What the panel shows below the figures."""

    TIME = "time"
    ANSWERS = "answers"
    """Of classes the confusion matrix, of a regression predicted against true values."""
    WORST = "worst"


class EvaluationHead(QWidget):
    """Two choices, and the figures below them, or beside them where that has room.

    Attributes
    ----------
    views : Segmented
        Of a `View`.
    parts : Segmented
        Of a `Part`.
    figures : EvaluationFigures
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = Segmented(
            "evaluation_view",
            (
                (View.ANSWERS, self.tr("confusion"), ""),
                (
                    View.TIME,
                    self.tr("over time"),
                    self.tr("Accuracy and mean loss on training and test set, along the steps"),
                ),
                (View.WORST, self.tr("worst"), self.tr("The samples with the largest losses")),
            ),
        )
        self.parts = Segmented(
            "evaluation_part",
            (
                (
                    Part.TRAIN,
                    self.tr("training"),
                    self.tr("Look at the samples that it is trained on"),
                ),
                (
                    Part.TEST,
                    self.tr("test"),
                    self.tr("Look at the samples held back, on which it is never trained"),
                ),
            ),
        )
        self.figures = EvaluationFigures()
        choices = FlowLayout()
        choices.addWidget(self.views)
        choices.addWidget(self.parts)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(6, 4, 0, 0)
        self._box.setSpacing(3)
        self._box.addLayout(choices)
        self._box.addWidget(self.figures, 1)
        self._box.setAlignment(choices, Qt.AlignmentFlag.AlignTop)
        self.name_answers(classes=True)

    def name_answers(self, *, classes: bool) -> None:
        """Name the view of answers as it is for classes, or for a regression."""
        button = self.views.button(View.ANSWERS)
        words = self.tr("Predicted against true values, a point for every sample")
        if classes:
            words = self.tr("How many samples of each class are taken for which class")
        button.setText(self.tr("confusion") if classes else self.tr("predictions"))
        button.setToolTip(words)
        button.setAccessibleName(words)

    def set_room(self, height: int) -> None:
        """Leave out some figures where the whole panel is not high, or all of them."""
        line = self.fontMetrics().height()
        self.figures.set_brief(height < LINES * line)
        self.figures.setVisible(height >= FEWER_LINES * line)

    def minimumSizeHint(self) -> QSize:
        """Need no room for the figures, which go where there is none."""
        least = max(self.views.minimumSizeHint().width(), self.parts.minimumSizeHint().width())
        margins = self._box.contentsMargins()
        height = self.views.sizeHint().height() + margins.top() + margins.bottom()
        return QSize(least + margins.left() + margins.right(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures beside the choices where that has room."""
        super().resizeEvent(event)
        both = self.views.sizeHint().width() + self.parts.sizeHint().width()
        wide = self.width() >= both + WIDE * self.fontMetrics().height()
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
