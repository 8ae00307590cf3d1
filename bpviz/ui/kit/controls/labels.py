"""Labels: a line that never moves what stands around it, and sentences that wrap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.theme import MUTED, WARNING
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.whole_text import joined, show_whole


class ElidedLabel(QLabel):
    """A label of one line with tabular figures that elides what does not fit.

    Its size does not depend on its text, so a text that changes sixty times a second costs no
    layout and nothing jumps.

    Parameters
    ----------
    name : str
        objectName.
    bold, muted : bool
        Whether it is a title, or less important than what it stands beside.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        bold: bool = False,
        muted: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        font = tabular(self.font())
        if bold:
            font.setBold(True)
        self.setFont(font)
        if muted:
            self.setForegroundRole(MUTED)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the figures tabular when the application's font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self.font().featureTags():
            self.setFont(tabular(self.font()))

    def setText(self, text: str) -> None:
        """Show `text`; the same text again costs nothing."""
        if text != self.text():
            super().setText(text)

    def say(self, text: str) -> None:
        """Show `text`, all of it in the tooltip."""
        self.setText(text)
        if self.toolTip() != text:
            self.setToolTip(text)

    def whole(self) -> str:
        """Return all that there is to say, however little of it has room."""
        return self.text()

    @property
    def elided(self) -> bool:
        """Whether less than the whole is to be seen."""
        whole = self.whole()
        wide = self.fontMetrics().horizontalAdvance(whole)
        return self.text() != whole or wide > self.contentsRect().width()

    def event(self, event: QEvent) -> bool:
        """Let the tooltip say the whole of what is elided, before what it says anyway."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_of_tip(), self)
            return True
        return super().event(event)

    def words_of_tip(self) -> str:
        """Return what the tooltip says at this width."""
        whole, tip = self.whole(), self.toolTip()
        return joined(whole, tip) if self.elided else tip

    def fitting(self, sentences: Sequence[str]) -> str:
        """Return the first of `sentences` that there is room for, else the last."""
        wide, room = self.fontMetrics().horizontalAdvance, self.width()
        return next((words for words in sentences if wide(words) <= room), sentences[-1])

    def sizeHint(self) -> QSize:
        """One line high."""
        return QSize(0, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """One line high, and as narrow as one likes."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, with … where it is too long."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        rect = self.contentsRect()
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, max(rect.width(), 0)
        )
        painter.drawText(rect, self.alignment() | Qt.TextFlag.TextSingleLine, text)


class AdaptiveLabel(Fitted, ElidedLabel):
    """A label that shows the first of several sentences that fits, also at another width."""

    _sentences: tuple[str, ...] = ()

    def set_sentences(self, sentences: Sequence[str]) -> None:
        """Say the first of `sentences` that there is room for, else the last; none says nothing."""
        self._sentences = tuple(sentences)
        self._fit()

    def whole(self) -> str:
        """Return the longest of the sentences, which is the first."""
        return self._sentences[0] if self._sentences else self.text()

    def least_width(self) -> int:
        """Return the pixels that the shortest sentence takes."""
        wide = self.fontMetrics().horizontalAdvance
        return min(map(wide, self._sentences), default=0)

    def _fit(self) -> None:
        if self._sentences:
            self.setText(self.fitting(self._sentences))
        elif self.text():
            self.setText("")


class Note(QLabel):
    """Plain sentences in as many lines as they take; a long word does not make it wider."""

    def __init__(self, name: str, text: str = "", role: QPalette.ColorRole = MUTED) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setForegroundRole(role)
        show_whole(self)


class Complaint(Note):
    """A sentence in the warning colour, or of what was done; told to assistive technology too."""

    def __init__(self, name: str) -> None:
        super().__init__(name, role=WARNING)
        self.hide()

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """Show `sentence`; an empty one takes the label away."""
        self._show(sentence, WARNING)

    def show_done(self, sentence: str) -> None:
        """Show `sentence`, in which nothing is wrong."""
        self._show(sentence, MUTED)

    def _show(self, sentence: str, role: QPalette.ColorRole) -> None:
        self.setForegroundRole(role)
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


def announce(widget: QWidget, sentence: str, *, urgent: bool = True) -> None:
    """Let assistive technology say `sentence` at once, or unless `urgent` behind what it says."""
    politeness = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(widget, sentence)
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
