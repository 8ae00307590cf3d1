"""Lists of choices of a fixed width, or no wider than need be."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox

from bpviz.ui.kit.controls.layouts import named


def combo_box(name: str, title: str, tip: str, *, letters: int) -> QComboBox:
    """Return a list of choices that is `letters` wide, whatever stands in it; reached by Tab."""
    combo = named(QComboBox(minimumContentsLength=letters), name, title, tip=tip)
    combo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


WIDEST = 26
"""Characters that a list of choices makes room for; longer ones are elided while it is closed."""


class BoundedComboBox(QComboBox):
    """A list of choices as wide as the widest of them, whatever is chosen, within reason."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        """Have room for the choices."""
        return super().sizeHint().boundedTo(self._most())

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return super().minimumSizeHint().boundedTo(self._most())

    def _most(self) -> QSize:
        return QSize(WIDEST * self.fontMetrics().averageCharWidth(), 10_000)
