"""BrowserHead: the line above the samples that says which ones they are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.controls.buttons import switch
from bpviz.ui.kit.controls.labels import LineLabel
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.kit.sample_list.grid import SIZES


class SizeSlider(QSlider):
    """A short slider for the size of the pictures."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("browser_size")
        self.setAccessibleName(self.tr("Size of the pictures"))
        self.setToolTip(self.tr("Size of the pictures; also Ctrl and the wheel over them"))
        self.setRange(0, len(SIZES) - 1)
        self.setPageStep(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        WheelGuard(self).guard(self)

    def sizeHint(self) -> QSize:
        """As short as can still be dragged."""
        return QSize(4 * self.fontMetrics().height(), super().sizeHint().height())


class BrowserHead(QWidget):
    """Words, a button that sorts again where the order is held, and the size of the pictures.

    Attributes
    ----------
    words : LineLabel
    refresh : QToolButton
        There only while the order is older than the numbers.
    size_slider : SizeSlider
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = LineLabel()
        self.words.setObjectName("browser_count")
        self.refresh = switch(
            "browser_refresh",
            self.tr("Sort again"),
            self.tr(
                "The order is that of an older step, because the samples are held in place while "
                "the mouse is over them or “live” is off. Sort by the newest numbers now."
            ),
            checkable=False,
        )
        self.refresh.hide()
        self.size_slider = SizeSlider()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.refresh)
        row.addWidget(self.size_slider)

    def say(self, words: str, *, stale: bool) -> None:
        """Show `words`; `stale` offers to sort again."""
        self.words.setText(words)
        self.words.setToolTip(words)
        self.refresh.setVisible(stale)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        palette = self.words.palette()
        palette.setColor(self.words.foregroundRole(), QColor(theme.text))
        self.words.setPalette(palette)
