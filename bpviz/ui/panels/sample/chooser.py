"""SampleChooser: which pair of the training or test set to look at, or whichever the run is at."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bpviz.datasets.dataset import Part
from bpviz.ui.core import counting
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import NOTHING, count, text_scale
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.number_edit import IndexEdit
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.kit.controls.whole_text import show_whole


class SampleChooser(FittedWidget):
    """Training or test set, previous, index, next, and "Follow the run".

    Attributes
    ----------
    shown : int
        The index that stands here, in `shown_part`; of a pair that a person made, its number.
    shown_part : Part
        The part of the data set that is looked at.

    Signals
    -------
    chosen(object, Part)
        An index in a part that a person chose, or None for following the run.
    refused(str)
        What was typed is no index of the part, in a sentence.
    """

    chosen = Signal(object, object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = 0
        self.shown_part = Part.TRAIN
        self._own = False
        self._counts = {Part.TRAIN: 1, Part.TEST: 0}
        self._last = {Part.TRAIN: 0, Part.TEST: 0}
        self._pending: tuple[int, Part] | None = None
        self.part = Segmented(
            "sample_part",
            (
                (Part.TRAIN, self.tr("Training"), self.tr("Show samples of the training set")),
                (
                    Part.TEST,
                    self.tr("Test"),
                    self.tr("Show samples of the test set, which the network is never trained on"),
                ),
            ),
        )
        self.part.hide()
        self.previous = self._button(
            "sample_previous", Qt.ArrowType.LeftArrow, self.tr("Previous sample")
        )
        self.next = self._button("sample_next", Qt.ArrowType.RightArrow, self.tr("Next sample"))
        self.index = IndexEdit()
        self.index.setObjectName("sample_index")
        self.index.setAccessibleName(self.tr("Index of the sample"))
        self._of = QLabel()
        self._of.setTextFormat(Qt.TextFormat.PlainText)
        self.follow = QCheckBox(self.tr("Follow the run"))
        show_whole(self.follow)
        self.follow.setObjectName("sample_follow")
        self.follow.setAccessibleName(self.tr("Follow the run"))
        self.follow.setToolTip(self.tr("Show the pair of the next step instead of a chosen one"))
        self.follow.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow.setChecked(True)
        self._walk = (self.previous, self.index, self._of, self.next)
        self._lines = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for line in self._lines:
            column.addLayout(line)
        self._two_lines = True
        self._place(two_lines=False)
        self.part.changed.connect(self._part_chosen)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.index.valueChanged.connect(self._choose_index)
        self.index.confirmed.connect(self._index_confirmed)
        self.index.refused.connect(self.refused)
        self.follow.clicked.connect(self._follow_clicked)
        counting_changed.connect(self._recount)
        self._recount()

    @Slot()
    def _recount(self) -> None:
        self.index.setToolTip(
            self.tr(
                "Index of the sample shown, counted from {first} in its set; type an index to show "
                "that sample. {nothing} stands for a custom pair."
            ).format(first=counting.first(), nothing=NOTHING)
        )

    def _place(self, *, two_lines: bool) -> None:
        """Put everything into one line, or the way from sample to sample into a second one."""
        if two_lines == self._two_lines:
            return
        self._two_lines = two_lines
        first, second = self._lines
        for line in self._lines:
            while line.count():
                line.takeAt(0)
        first.addWidget(self.part)
        for widget in self._walk:
            (second if two_lines else first).addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.follow)
        if two_lines:
            second.addStretch(1)

    def _needed(self) -> int:
        """Return the width with which everything fits into one line."""
        there = [w for w in (self.part, *self._walk, self.follow) if not w.isHidden()]
        return sum(w.sizeHint().width() + self._lines[0].spacing() for w in there)

    def _fit(self) -> None:
        """Use two lines where one is not enough, and arrows that suit the text."""
        side = round(16 * text_scale(self.fontMetrics()))
        for arrow in (self.previous, self.next):
            arrow.setIconSize(QSize(side, side))
        self._place(two_lines=self._needed() > self.width() and not self.part.isHidden())

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes: what has no room goes into a second line."""
        return QSize(40, super().minimumSizeHint().height())

    def _button(self, name: str, arrow: Qt.ArrowType, explanation: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setArrowType(arrow)
        button.setAccessibleName(explanation)
        button.setToolTip(explanation)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def set_counts(self, train: int, test: int) -> None:
        """Allow the indices 0 … `train` − 1 and 0 … `test` − 1; without test samples no switch."""
        if self._counts != {Part.TRAIN: train, Part.TEST: test}:
            self._pending = None
            self._counts = {Part.TRAIN: train, Part.TEST: test}
            self._last = {Part.TRAIN: 0, Part.TEST: 0}
            self.part.setVisible(test > 0)
            self._fit()
        self._allow()

    def show_index(
        self, index: int, following: bool, part: Part = Part.TRAIN, *, own: bool = False
    ) -> None:
        """Show what the newest frame shows; what a person has just asked for stays until then.

        Parameters
        ----------
        index : int
            In `part`; of a pair that a person made, its number.
        following : bool
            Whether it is the pair of the step at hand.
        own : bool
            Whether a person made it.
        """
        if not following and self._pending == (index, part):
            self._pending = None
        if self._pending is not None:
            return
        self._stand_at(index, part, own=own)
        self.follow.setChecked(following)

    def forget(self) -> None:
        """Wait no longer for what was asked of an older run."""
        self._pending = None

    def _stand_at(self, index: int, part: Part, *, own: bool = False) -> None:
        self.shown, self.shown_part, self._own = index, part, own
        if not own:
            self._last[part] = index
        self.part.set_value(part)
        self._allow()
        if not self.index.being_edited():
            with QSignalBlocker(self.index):
                self.index.setValue(-1 if own else index)
        self.previous.setEnabled(not own and index > 0)
        self.next.setEnabled(own or index < self.index.maximum())

    def _allow(self) -> None:
        """Let the indices of the part at hand be chosen; −1 is a pair that is in no part."""
        n_samples, low = self._counts[self.shown_part], -1 if self._own else 0
        if (self.index.minimum(), self.index.maximum()) != (low, n_samples - 1):
            with QSignalBlocker(self.index):
                self.index.setSpecialValueText(NOTHING if self._own else "")
                self.index.setRange(low, max(n_samples - 1, 0))
        words = self.tr("of {count}").format(count=count(n_samples))
        if words != self._of.text():
            self._of.setText(words)
            self._fit()

    def _choose(self, index: int, part: Part) -> None:
        index = min(max(index, 0), max(self._counts[part] - 1, 0))
        self._pending = index, part
        self.follow.setChecked(False)
        self._stand_at(index, part)
        self.chosen.emit(index, part)

    @Slot(object)
    def _choose_index(self, index: int) -> None:
        self._choose(index, self.shown_part)

    @Slot(str)
    def _part_chosen(self, value: str) -> None:
        part = Part(value)
        self._choose(self._last[part], part)

    @Slot()
    def _go_back(self) -> None:
        self._choose(self.shown - 1, self.shown_part)

    @Slot()
    def _go_on(self) -> None:
        self._choose(0 if self._own else self.shown + 1, self.shown_part)

    @Slot()
    def _index_confirmed(self) -> None:
        if not self._own:
            self._choose(self.index.value(), self.shown_part)

    @Slot(bool)
    def _follow_clicked(self, follow: bool) -> None:
        if follow:
            self._pending = None
            self.chosen.emit(None, Part.TRAIN)
        else:
            self._choose(self._last[self.shown_part], self.shown_part)
