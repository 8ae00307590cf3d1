"""WelcomePage: four ways to begin, in the window, in front of panels that get ready meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QWidget,
)

from bpviz.ui.core.formatting import translator, weighted
from bpviz.ui.core.theme import MUTED
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.kit.controls.labels import Note
from bpviz.ui.kit.controls.layouts import named, vbox
from bpviz.ui.kit.controls.scroll_area import scroll_area

_tr = translator("WelcomePage")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to begin.

    Attributes
    ----------
    name : str
        Of its button: ``welcome_…``.
    dataset : str
        Of the catalogue.
    arrangement : str
        Of the panels.
    panel : str
        What stands in front.
    speed : float or None
        Steps per second, None for unlimited.
    runs : bool
        Whether it trains at once.
    """

    name: str
    dataset: str
    arrangement: str
    panel: str
    speed: float | None
    runs: bool


WAYS = (
    Way("digits", "mnist", "overview", "weights1_panel", None, runs=True),
    Way("xor", "xor", "debug", "graph_panel", 1.0, runs=False),
    Way("draw", "mnist", "explore", "draw_panel", None, runs=True),
    Way("mistake", "mnist", "check", "rule_panel", None, runs=False),
)
"""In the order in which they stand on the page."""


def words_of(way: Way) -> tuple[str, str]:
    """Return what a way is called, and what happens on it, translated."""
    return {
        "digits": (
            _tr("Watch digits being learned"),
            _tr("60 000 handwritten digits, at full speed: weights, loss and gradients, live."),
        ),
        "xor": (
            _tr("XOR, step by step"),
            _tr("Four samples, and every formula with its numbers. ↓ goes on by one phase."),
        ),
        "draw": (
            _tr("Draw a digit"),
            _tr("Draw with the mouse, and see what the network makes of it while it learns."),
        ),
        "mistake": (
            _tr("Find the mistake in the note"),
            _tr("The printed gradient beside the exact one; Shift+F6 trains with both formulas."),
        ),
    }[way.name]


class WayButton(QPushButton):
    """A large button with a heading and a line that wraps."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way
        heading, line = words_of(way)
        named(self, f"welcome_{way.name}", heading, tip=line)
        self.setAccessibleDescription(line)
        self.setAutoDefault(True)
        self.heading = QLabel(heading)
        self.heading.setWordWrap(True)
        self.line = Note(f"welcome_{way.name}_line", line)
        for label in (self.heading, self.line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setMinimumWidth(1)
        self._column = vbox(self.heading, self.line, into=self, margins=(18, 14, 18, 14), spacing=4)
        self._column.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room that both take side by side with another way."""
        width = self.fontMetrics().averageCharWidth() * 44
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be narrow, if the window is."""
        return QSize(self.fontMetrics().averageCharWidth() * 22, 1)

    def heightForWidth(self, width: int) -> int:
        """Return the height that heading and line take when they wrap."""
        return self._column.totalHeightForWidth(width)


class WelcomePage(QFrame):
    """Covers the panels until a way is chosen, or it is closed by Esc or its button.

    Signals
    -------
    chosen(Way)
    closed()
        By a choice or without one.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("welcome_page")
        self.setAccessibleName(self.tr("Welcome"))
        self.setAutoFillBackground(True)
        self._window = window
        self.title = QLabel(self.tr("Welcome to bpviz"))
        self.title.setWordWrap(True)
        self.about = Note(
            "welcome_about",
            self.tr(
                "Backpropagation, to look at and to stop at any row of any matrix. How do you want "
                "to begin?"
            ),
        )
        self.buttons = [WayButton(way) for way in WAYS]
        self.close_button = push_button(
            "welcome_close",
            self.tr("Close"),
            self.tr("Go to the panels. Help → Welcome brings this page back."),
        )
        self.hint = Note("welcome_hint", self.tr("Help → Welcome brings this page back."), MUTED)
        self._card = QWidget()
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._grid.setSpacing(14)
        self._columns = 0
        inside = QWidget()
        middle = QGridLayout(inside)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self._card, 1, 1)
        for place in (0, 2):
            middle.setRowStretch(place, 1)
            middle.setColumnStretch(place, 1)
        middle.setColumnStretch(1, 1000)
        vbox(scroll_area(inside), into=self)
        for button in self.buttons:
            button.clicked.connect(self._choose)
            button.installEventFilter(self)
        self.close_button.clicked.connect(self.leave)
        self.close_button.installEventFilter(self)
        # Behind what the window does at that moment: only then its bars are where they will be.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Stand in front of the panels, the first way with the focus."""
        self._fit()
        self.show()
        self.raise_()
        self._take_focus()

    @Slot()
    def _take_focus(self) -> None:
        """Give it to the first way, unless something of the page has it already."""
        focus = self._window.focusWidget()
        if self.isVisible() and (focus is None or not self.isAncestorOf(focus)):
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)  # with its ring

    @Slot()
    def leave(self) -> None:
        """Go away, and give the focus back to the window."""
        if not self.isHidden():
            self.hide()
            self._window.setFocus()
            self.closed.emit()

    def room_below(self) -> QRect | None:
        """Return what is free below its words, in coordinates of the window; None if closed."""
        if self.isHidden():
            return None
        words = self._card.mapTo(self._window, self._card.rect().bottomLeft()).y() + 1
        return self.geometry().adjusted(0, max(words - self.y(), 0), 0, 0)

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, WayButton):
            self.leave()
            self.chosen.emit(button.way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the panels at any size of the window; leave by Esc, wherever the focus is.

        Qt's own arrows up and down go through buttons as Tab does, row by row, and out of the page,
        where they would step a run that nobody sees.
        """
        if self.isHidden():
            return False
        if isinstance(watched, QPushButton):
            return (
                isinstance(event, QKeyEvent)
                and event.type() == QEvent.Type.KeyPress
                and self._goes_on(watched, Qt.Key(event.key()))
            )
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._later.start()
        if event.type() == QEvent.Type.WindowActivate:  # until then a window that opens has none
            QTimer.singleShot(0, self._take_focus)
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress:
            self.leave()
            return True
        return False

    def _goes_on(self, button: QPushButton, key: Qt.Key) -> bool:
        """Give the focus to the button beside one, Close behind all others; no further."""
        stops = [*self.buttons, self.close_button]
        by = {
            Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1,
        }.get(key, 0)  # fmt: skip
        if button is self.close_button:
            by = min(max(by, -1), 0)
        place = stops.index(button) + by
        if by and place >= 0:
            stops[min(place, len(self.buttons))].setFocus(Qt.FocusReason.TabFocusReason)
        return by != 0 or key in (Qt.Key.Key_Down, Qt.Key.Key_Right)

    def changeEvent(self, event: QEvent) -> None:
        """Fit another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_columns"):
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways beside one another where there is room for two."""
        super().resizeEvent(event)
        self._arrange()

    def _fit(self) -> None:
        """Take all the room between the toolbars and the status bar."""
        window = self._window
        top = max(
            (bar.geometry().bottom() + 1
             for bar in (window.menuBar(), *window.findChildren(QToolBar)) if not bar.isHidden()),
            default=0,
        )  # fmt: skip
        status = window.statusBar()
        bottom = window.height() if status.isHidden() else status.geometry().top()
        self.setGeometry(0, top, window.width(), max(bottom - top, 1))

    def _arrange(self) -> None:
        size = self.font().pointSizeF()
        large = weighted(QFont.Weight.DemiBold)
        large.setPointSizeF(1.25 * size)
        title = weighted(QFont.Weight.DemiBold)
        title.setPointSizeF(1.7 * size)
        self.title.setFont(title)
        for button in self.buttons:
            button.heading.setFont(large)
        em = self.fontMetrics().averageCharWidth()
        columns = 2 if self.width() >= 84 * em else 1
        self._card.setMaximumWidth(130 * em if columns == 2 else 70 * em)
        if columns == self._columns:
            return
        self._columns = columns
        grid = self._grid
        while grid.count():
            grid.takeAt(0)
        grid.addWidget(self.title, 0, 0, 1, columns)
        grid.addWidget(self.about, 1, 0, 1, columns)
        for i, button in enumerate(self.buttons):
            grid.addWidget(button, 2 + i // columns, i % columns)
        last = 2 + len(self.buttons) // columns
        grid.addWidget(self.hint, last, 0)
        grid.addWidget(self.close_button, last, columns - 1, Qt.AlignmentFlag.AlignRight)
        for column in range(2):
            grid.setColumnStretch(column, int(column < columns))
