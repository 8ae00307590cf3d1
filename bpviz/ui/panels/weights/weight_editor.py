"""WeightEditor: a line for the value of one weight, beside its entry in the heatmap."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QWidget

from bpviz.ui.core.formatting import exact, tabular
from bpviz.ui.core.theme import MUTED, current_theme
from bpviz.ui.kit.controls.labels import announce
from bpviz.ui.kit.controls.layouts import named, vbox
from bpviz.ui.kit.controls.number_text import InputError, read_real

GAP = 6
"""Pixels between the entry and the editor."""

NOTICE_MS = 6000
"""How long a sentence without a line to type in stays."""


class ValueLine(QLineEdit):
    """A line edit that says when it is left.

    Signals
    -------
    cancelled()
        Escape was pressed.
    left()
        The focus went elsewhere within the window.
    """

    cancelled = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape; no key that means something to the window may pass."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so, unless a menu or another window came in between."""
        super().focusOutEvent(event)
        reasons = Qt.FocusReason
        passing = (reasons.ActiveWindowFocusReason, reasons.PopupFocusReason)
        if event.reason() not in (*passing, reasons.MenuBarFocusReason):
            self.left.emit()


class WeightEditor(QFrame):
    """A popover that edits one weight, or says in a sentence why it cannot be edited.

    Both decimal marks and exponents are understood.  Enter takes the value over, Escape leaves it
    as it is; what is no finite number is refused with a sentence, and the line stays open.  When
    the focus goes elsewhere a good number is taken over, as in every other editor here.

    Parameters
    ----------
    name : str
        objectName; the line is called ``{name}_value_edit``.

    Signals
    -------
    entered(float)
        Another finite value for the weight.
    """

    entered = Signal(float)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_editor")
        self._parent = parent
        self._value = 0.0
        self._offered = ""  # the text of that value; another text is somebody's own
        self._cell = QRect()
        self._closing = False
        self._before: QWidget | None = None
        self.place = QLabel()
        self.place.setForegroundRole(MUTED)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.line = named(
            ValueLine(),
            f"{name}_value_edit",
            self.tr("Value of the weight"),
            tip=self.tr("The weight's new value: Enter applies it, Esc discards it."),
        )
        self.sentence = QLabel()
        self.sentence.setObjectName(f"{name}_edit_message")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self._notice = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._notice.timeout.connect(self.close_editor)
        self._parts = self.place, self.line, self.sentence
        self._column = vbox(*self._parts, into=self, margins=(8, 6, 8, 8), spacing=4)
        self.line.returnPressed.connect(self._enter)
        self.line.cancelled.connect(self.close_editor)
        self.line.left.connect(self.leave)
        self.hide()

    @property
    def editing(self) -> bool:
        """Whether the line is open."""
        return self.isVisible() and not self.line.isHidden()

    def edit(self, place: str, value: float, cell: QRect) -> None:
        """Open the line with `value` of the weight called `place`, which is drawn at `cell`."""
        self._notice.stop()
        focus = QApplication.focusWidget()
        if focus is not self.line:
            self._before = focus
        self.name(place)
        self._offer(value)
        self._say("")
        self._open(cell, line=True)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def name(self, place: str) -> None:
        """Call the weight `place`."""
        self.place.setText(f"{place} =")
        self.line.setAccessibleName(self.tr("Value of {weight}").format(weight=place))

    def follow(self, value: float) -> None:
        """The weight is `value` now; show it unless somebody has typed already."""
        if self.editing and repr(value) != repr(self._value):
            if self.line.text() == self._offered:
                self._offer(value)
            else:
                self._value = value

    def explain(self, sentence: str, cell: QRect) -> None:
        """Say why the entry at `cell` cannot be edited, for a few seconds."""
        self._say(sentence)
        self._open(cell, line=False)
        self._notice.start()

    @Slot()
    def close_editor(self) -> None:
        """Close without a change; the focus goes back to where it was."""
        self._notice.stop()
        if self.isHidden() or self._closing:
            return
        self._closing = True
        back, self._before = self._before, None
        if self.line.hasFocus():
            if back is None or not back.isVisible():
                back = self.window()
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._closing = False

    @Slot()
    def leave(self) -> None:
        """Close, and take over what somebody has typed if it is a number."""
        if self._closing:
            return
        try:
            value = self._typed() if self.editing else None
        except InputError:
            value = None
        self.close_editor()
        if value is not None:
            self.entered.emit(value)

    def place_beside(self, cell: QRect) -> None:
        """Stand below the entry drawn at `cell`, or above it, and always inside of the parent."""
        self._cell = cell
        inside = self._parent.rect().adjusted(2, 2, -2, -2)
        metrics = self.line.fontMetrics()
        wanted = metrics.horizontalAdvance("−0.12345678901234567e−300") + 30
        width = min(wanted, inside.width())
        margins = self._column.contentsMargins()
        height = margins.top() + margins.bottom() - self._column.spacing()
        for widget in self._parts:
            if not widget.isHidden():
                own = widget.heightForWidth(width - margins.left() - margins.right())
                height += max(own, widget.sizeHint().height() if own < 0 else 0)
                height += self._column.spacing()
        left = min(max(cell.center().x() - width // 2, inside.left()), inside.right() - width)
        top = cell.bottom() + GAP
        if top + height > inside.bottom() and cell.top() - GAP - height >= inside.top():
            top = cell.top() - GAP - height
        top = max(min(top, inside.bottom() - height), inside.top())
        self.setGeometry(max(left, inside.left()), top, width, height)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the digits tabular, and make room for another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "line"):
            self.line.setFont(tabular(self.font()))
            if self.isVisible():
                self.place_beside(self._cell)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a box that is set off from the heatmap."""
        painter = QPainter(self)
        painter.setPen(QColor(current_theme().accent))
        painter.setBrush(QColor(current_theme().raised))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _open(self, cell: QRect, *, line: bool) -> None:
        self.place.setVisible(line)
        self.line.setVisible(line)
        self.place_beside(cell)
        self.show()
        self.raise_()

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if sentence:
            announce(self.sentence, sentence)

    def _text_of(self, value: float) -> str:
        """Write all digits of `value`, with this locale's decimal mark."""
        if not math.isfinite(value):
            return exact(value)
        mantissa, _, exponent = repr(value).partition("e")
        plain = f"{mantissa}e{int(exponent)}" if exponent else mantissa
        return plain.replace(".", ",") if self.locale().decimalPoint() == "," else plain

    def _offer(self, value: float) -> None:
        self._value, self._offered = value, self._text_of(value)
        self.line.setText(self._offered)
        self.line.selectAll()

    def _typed(self) -> float | None:
        """Return the number that was typed, None if it is the weight's own value.

        Raises
        ------
        InputError
            If it is no finite number.
        """
        if self.line.text() == self._offered:
            return None
        value = read_real(self.line.text())
        return None if repr(value) == repr(self._value) else value

    @Slot()
    def _enter(self) -> None:
        try:
            value = self._typed()
        except InputError as wrong:
            self._say(str(wrong))
            self.place_beside(self._cell)
            self.line.selectAll()
            return
        self.close_editor()
        if value is not None:
            self.entered.emit(value)
