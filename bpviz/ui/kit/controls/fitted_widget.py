"""FittedWidget: a widget that shares out its room anew when its size or its font changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class FittedWidget(QWidget):
    """Base of widgets that leave something out, or lay it out otherwise, where there is less room.

    A child says in `_fit` what has room now.
    """

    _sized = False  # what it is made of is not there yet when the first fonts are set

    def _fit(self) -> None:
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is shown into another size."""
        super().resizeEvent(event)
        self._sized = True
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._sized:
            self._fit()
