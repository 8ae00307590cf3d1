"""ConfusionView: the confusion matrix, what it says where one points, and what its cells show."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bpviz.datasets.dataset import Dataset, Part
from bpviz.training.evaluation.confusion import Confusion
from bpviz.training.evaluation.results import Scan
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import hbox, named, vbox
from bpviz.ui.panels.evaluation.confusion.matrix import ConfusionMatrix


class ConfusionView(QWidget):
    """The matrix with a line below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scan: Scan | None = None
        self._data: Dataset | None = None
        about = self.tr(
            "How many samples of each true class (row) are predicted as which class (column). "
            "Blue, on the diagonal: correct. Ochre: misclassified, darker for more samples, "
            "on a scale of its own. Right: samples of the class, and the share of them that "
            "is correct. Click a cell, a name or a bar, or go there with the arrows and press "
            "Enter, to list those samples; a bar stands for the misclassified ones of its "
            "class."
        )
        title = self.tr("Confusion matrix: true class by predicted class")
        self.matrix = named(
            ConfusionMatrix(), "evaluation_confusion", title, tip=about, about=about
        )
        self.readout = ElidedLabel(name="evaluation_confusion_readout")
        self.shares = flat_button(
            "evaluation_shares",
            "%",
            self.tr(
                "Show in each cell the share of the true class in per cent instead of the number "
                "of samples."
            ),
        )
        self.shares.setAccessibleName(self.tr("Shares of the class in per cent"))
        parts = (self.readout, self.shares)
        below = hbox(*parts, margins=(8, 0, 8, 2), spacing=8, stretch=self.readout)
        vbox(self.matrix, below, into=self, spacing=2, stretch=self.matrix)
        self.shares.toggled.connect(self.matrix.set_as_shares)
        self.matrix.pointed.connect(self._say)
        self._say("")

    def show_scan(self, data: Dataset, part: Part, scan: Scan) -> None:
        """Show `scan` of `data`, which is that `part` and has classes; the same costs nothing."""
        if (scan, data, part) == (self._scan, self._data, self.matrix.part):
            return
        self._scan, self._data = scan, data
        if data.labels is not None and scan.predicted is not None:
            confusion = Confusion.of(data.labels, scan.predicted, len(data.class_names))
            self.matrix.set_confusion(confusion, data.class_names, part)

    @Slot(str)
    def _say(self, words: str) -> None:
        self.readout.setText(
            words or self.tr("Point at a cell to read it, click to list its samples.")
        )
