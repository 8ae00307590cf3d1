"""BrowserBar: what can be done with the current sample, and words on the one pointed at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from bpviz.ui.kit.controls.buttons import flat_push
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.kit.controls.segmented import Segment
from bpviz.ui.kit.controls.short_slider import ShortSlider
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.kit.sample_list.grid import SIZES
from bpviz.ui.panels.sample_browser.menu import train_tooltip


class BrowserHeader(QWidget):
    """Words, a button that sorts again where the order is held, and the size of the pictures.

    Attributes
    ----------
    words : LineLabel
    refresh : QToolButton
        There only while the order is older than the numbers.
    size_slider : ShortSlider
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel(name="browser_count")
        self.refresh = flat_push(
            "browser_refresh",
            self.tr("Sort again"),
            self.tr(
                "The order is that of an earlier step, because samples do not move while the "
                "mouse is over them or “live” is off. Sort by the latest values now."
            ),
        )  # fmt: skip
        self.refresh.hide()
        self.size_slider = named(
            ShortSlider(4),
            "browser_size",
            self.tr("Size of the pictures"),
            self.tr("Size of the pictures; also Ctrl and the wheel over them"),
        )
        self.size_slider.setRange(0, len(SIZES) - 1)
        self.size_slider.setPageStep(1)
        self.size_slider.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        WheelGuard(self).guard(self.size_slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.refresh)
        row.addWidget(self.size_slider)

    def say(self, words: str, *, stale: bool) -> None:
        """Show `words`; `stale` offers to sort again."""
        self.words.say(words)
        self.refresh.setVisible(stale)


class BrowserBar(FittedWidget):
    """A line of words, "Train on it next" and "Go to it"; without room for words, only buttons.

    Attributes
    ----------
    words : ElidedLabel
    locate, train : QToolButton
        Bring the current sample into sight; let the run train on it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel(name="browser_readout")
        self.train = self._button("browser_train_next", self.tr("Train on it next"))
        self.train.setToolTip(train_tooltip(None))
        self.locate = self._button("browser_to_current", self.tr("Show current sample"))
        self.locate.setAccessibleName(self.tr("Scroll to the current sample"))
        self.locate.setToolTip(
            self.tr(
                "Scroll to the sample shown or, while following the run, that of the current step"
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.locate)
        row.addWidget(self.train)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _button(self, name: str, text: str) -> QToolButton:
        button = Segment()
        button.setText(text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setEnabled(False)
        return button

    def _fit(self) -> None:
        """Leave out what there is no room for."""
        train, find = self.train.sizeHint().width(), self.locate.sizeHint().width()
        self.locate.setVisible(self.width() >= train + 4 + find)
        self.train.setVisible(self.width() >= train)
