"""BrowserBody: the parts of the sample browser, and which of them have room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from bpviz.ui.core.theme import Theme
from bpviz.ui.panels.sample_browser.bars import BrowserBar
from bpviz.ui.panels.sample_browser.controls import BrowserControls
from bpviz.ui.panels.sample_browser.header import BrowserHead
from bpviz.ui.panels.sample_browser.views import BrowserViews

MOST = 0.5
"""Share of the height that the controls take at most; with less room they go."""


class BrowserBody(QWidget):
    """Controls, a line that says what is listed, the samples, and what can be done with one.

    Attributes
    ----------
    controls : BrowserControls
    head : BrowserHead
    views : BrowserViews
    bar : BrowserBar
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls = BrowserControls()
        self.head = BrowserHead()
        self.views = BrowserViews()
        self.bar = BrowserBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.controls)
        column.addWidget(self.head)
        column.addWidget(self.views, 1)
        column.addWidget(self.bar)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.head.size_slider.valueChanged.connect(self.views.grid.set_size_index)
        self.views.grid.size_changed.connect(self.head.size_slider.setValue)
        self.head.size_slider.setValue(self.views.grid.size_index)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        for part in (self.head, self.views, self.bar):
            part.set_theme(theme)

    def set_presenting(self, on: bool) -> None:
        """Leave the room to the samples."""
        self.controls.set_presenting(on)
        self.bar.setVisible(not on)

    def minimumSizeHint(self) -> QSize:
        """Need no room for the controls, which go where there is none."""
        least = super().minimumSizeHint()
        if self.controls.isHidden():
            return least
        controls = self.controls.minimumSizeHint().height() + 4
        return QSize(least.width(), least.height() - controls)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the controls where hardly anything of the samples would be seen."""
        super().resizeEvent(event)
        needed = self.controls.heightForWidth(self.width() - 16)
        self.controls.setVisible(needed <= MOST * self.height())
