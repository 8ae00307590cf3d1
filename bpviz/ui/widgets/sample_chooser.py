"""SampleChooser: which training pair to look at, or whichever the run is at."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QWidget,
)

from bpviz.ui.text import count, tabular


class IndexEdit(QSpinBox):
    """A spin box that takes a typed number at Enter, and the wheel only while it has the focus.

    Attributes
    ----------
    typing : bool
        Whether there is something typed that has not been taken over yet.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setFont(tabular(self.font()))
        self.typing = False
        self.lineEdit().textEdited.connect(self._text_edited)

    @Slot(str)
    def _text_edited(self, _text: str) -> None:
        self.typing = True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies behind unless the person is editing here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SampleChooser(QWidget):
    """Previous, index, next, and "Follow the run".

    Signals
    -------
    chosen(object)
        An index 0 … m − 1 that a person chose, or None for following the run.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = 0
        self._pending: int | None = None
        self.previous = self._button(
            "sample_previous", Qt.ArrowType.LeftArrow, self.tr("Previous sample")
        )
        self.next = self._button("sample_next", Qt.ArrowType.RightArrow, self.tr("Next sample"))
        self.index = IndexEdit()
        self.index.setObjectName("sample_index")
        self.index.setAccessibleName(self.tr("Index of the sample"))
        self.index.setToolTip(
            self.tr("Index of the training sample shown here, counted from 0; type one to see it")
        )
        self.index.setMaximum(0)
        self._of = QLabel()
        self._of.setTextFormat(Qt.TextFormat.PlainText)
        self.follow = QCheckBox(self.tr("Follow the run"))
        self.follow.setObjectName("sample_follow")
        self.follow.setAccessibleName(self.tr("Follow the run"))
        self.follow.setToolTip(
            self.tr("Show the pair that the next step draws, instead of one chosen here")
        )
        self.follow.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.previous, self.index, self._of, self.next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.follow)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.index.valueChanged.connect(self._choose)
        self.index.editingFinished.connect(self._editing_finished)
        self.follow.clicked.connect(self._follow_clicked)

    def _button(self, name: str, arrow: Qt.ArrowType, explanation: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setArrowType(arrow)
        button.setAccessibleName(explanation)
        button.setToolTip(explanation)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @property
    def shown(self) -> int:
        """The index that stands here."""
        return self._shown

    def set_count(self, n_samples: int) -> None:
        """Allow the indices 0 … `n_samples` − 1."""
        if self.index.maximum() != n_samples - 1:
            self._pending = None
            with QSignalBlocker(self.index):
                self.index.setMaximum(max(n_samples - 1, 0))
            self._of.setText(self.tr("of {count}").format(count=count(n_samples)))

    def show_index(self, index: int, following: bool) -> None:
        """Show what the newest frame shows; what a person has just asked for stays until then."""
        if self._pending is not None and not following and index == self._pending:
            self._pending = None
        if self._pending is not None:
            return
        self._shown = index
        self.follow.setChecked(following)
        if not self.index.typing:
            with QSignalBlocker(self.index):
                self.index.setValue(index)
        self._enable()

    def forget(self) -> None:
        """Wait no longer for what was asked of an older run."""
        self._pending = None

    def _enable(self) -> None:
        self.previous.setEnabled(self._shown > 0)
        self.next.setEnabled(self._shown < self.index.maximum())

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.index.typing = False
        index = min(max(index, 0), self.index.maximum())
        self._pending = self._shown = index
        self.follow.setChecked(False)
        with QSignalBlocker(self.index):
            self.index.setValue(index)
        self._enable()
        self.chosen.emit(index)

    @Slot()
    def _go_back(self) -> None:
        self._choose(self._shown - 1)

    @Slot()
    def _go_on(self) -> None:
        self._choose(self._shown + 1)

    @Slot()
    def _editing_finished(self) -> None:
        if self.index.typing:  # the number that stood there already, typed again
            self._choose(self.index.value())

    @Slot(bool)
    def _follow_clicked(self, follow: bool) -> None:
        if follow:
            self._pending = None
            self.chosen.emit(None)
        else:
            self._choose(self._shown)
