"""ReadoutLine: the line below a heatmap that reads what is under the mouse."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bpviz.ui.kit.controls.buttons import flat_push
from bpviz.ui.kit.controls.labels import ElidedLabel


class ReadoutLine(QWidget):
    """A text, and at the right of it the way back from a zoom.

    Parameters
    ----------
    name : str
        objectName of the heatmap.

    Attributes
    ----------
    text : LineLabel
    show_all : QToolButton
        There only while somebody has zoomed.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ElidedLabel(name=f"{name}_readout")
        self.show_all = flat_push(
            f"{name}_show_all",
            self.tr("Show all"),
            self.tr("Undo the zoom and show all entries"),
        )
        policy = self.show_all.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.show_all.setSizePolicy(policy)
        self.show_all.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.show_all)
