"""FittingLabel: one line that says as much as it has room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent

from bpviz.ui.kit.controls.labels import LineLabel


class FittingLabel(LineLabel):
    """A label that shows the first of several sentences that fits, also at another width."""

    _sentences: tuple[str, ...] = ()  # of the class: Qt reports the font before there are any

    def set_sentences(self, sentences: Sequence[str]) -> None:
        """Say the first of `sentences` that there is room for, else the last; none says nothing."""
        self._sentences = tuple(sentences)
        self._choose()

    def least_width(self) -> int:
        """Return the pixels that the shortest sentence takes."""
        wide = self.fontMetrics().horizontalAdvance
        return min(map(wide, self._sentences), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose anew."""
        super().resizeEvent(event)
        self._choose()

    def changeEvent(self, event: QEvent) -> None:
        """Choose anew where the letters have another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._choose()

    def _choose(self) -> None:
        if self._sentences:
            self.setText(self.fitting(self._sentences))
        elif self.text():
            self.setText("")
