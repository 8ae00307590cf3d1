"""Widgets that share out their room anew when their size or their font changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:  # it comes with the kind of widget that stands behind
    _Widget = object


class Fitted(_Widget):
    """What leaves something out, or lays it out otherwise, where there is less room.

    It stands before the kind of widget that it is; a child says in `_fit` what has room now.
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


class FittedWidget(Fitted, QWidget):
    """A plain widget that does so."""
