"""FocusReturn: after a click, a choice, a number or a dialog, keys act on the run again.

One rule for everything in the window, so that no control needs one of its own:

- A click leaves the focus to nothing but what one types into (`typed_into`), and what says so
  (`KEEPS_FOCUS`).
- Return, Enter and Esc give it back once the control has had them; Return not where a control has
  no use for it, and not where it went on to a line to type into, be it to correct what is wrong.
- A choice in the list of a combo box, the end of a dialog, a panel that floats or is docked again,
  and another arrangement give it back; a choice where one types is text like any other.
- So does whatever has the focus and is hidden or disabled, where Qt would go on to its neighbour.

Who comes by Tab, by an access key or by a key of a panel stays until then: the focused control
uses its keys.  The arrows of a closed combo box open its list, so that they choose nothing unseen.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QLabel,
    QMainWindow,
    QMenuBar,
    QWidget,
)

from bpviz.ui.kit.controls.keys import ENTER, KEEPS_FOCUS, plain
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.window.actions.bare_keys import bare_key, typed_into
from bpviz.ui.window.actions.focus_ring import FocusRing
from bpviz.ui.window.black_screen import BlackScreen

_CHANGING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
"""Those of a list, or of the line to type into."""


class FocusReturn(QObject):
    """Watches the widget that has the focus, of a window and its floating docks.

    Parameters
    ----------
    window : QMainWindow
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._watched: list[QWidget] = []
        self._ring: FocusRing | None = None  # gone with the widget on which it lies
        self._clicked = False  # the focus came by the mouse
        self._delivers = False  # a key to the widget that has the focus
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def listen(self, dock: QDockWidget) -> None:
        """Let a dock have the focus itself when it begins to float."""
        dock.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        dock.topLevelChanged.connect(self._moved)

    @Slot()
    def give_back(self) -> None:
        """Let the keys act on the run, in whichever window of bpviz one is at work."""
        (self._home(QApplication.focusWidget()) or self._window).setFocus()

    def _home(self, widget: QWidget | None) -> QWidget | None:
        """Return who takes the keys of the window of `widget`; None for dialogs and open lists."""
        top = None if widget is None else widget.window()
        own = top is self._window or (
            isinstance(top, QDockWidget) and top.parentWidget() is self._window
        )
        return top if own else None

    @Slot(bool)
    def _moved(self) -> None:
        dock = self.sender()
        if isinstance(dock, QDockWidget):
            (dock if dock.isFloating() else self._window).setFocus()

    @Slot(QWidget, QWidget)
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self._window):  # it is being deleted
            return
        self._watch(None)
        self._clicked = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        home = self._home(new)
        if new is None or new is home:
            return
        if home is None:
            if isinstance(new.window(), QDialog):  # when that goes, the window has the focus
                self._window.setFocus()
                self._watch(new)
            return
        chosen = isinstance(new, QComboBox) and old is not None and old.window().parent() is new
        chosen = chosen and not typed_into(new)
        there = old is None or (old.isVisible() and old.isEnabled())
        gone = not there and self._home(old) is home
        if (self._clicked and not _stays(new)) or chosen or gone:
            home.setFocus()
        else:
            self._watch(new)

    def _watch(self, widget: QWidget | None) -> None:
        """Look at the events of `widget`, and no longer at those of the one before."""
        for each in self._watched:
            if shiboken6.isValid(each):
                each.removeEventFilter(self)
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring, self._watched = None, []
        if widget is None:
            return
        # A menu bar marks its menus, and a black screen is black.
        marked = isinstance(widget, (QMenuBar, BlackScreen))
        if not marked and not self._passed(widget):
            self._ring = FocusRing(widget)
        self._watched.append(widget)
        if isinstance(widget, QAbstractScrollArea):
            self._watched.append(widget.viewport())
        for each in self._watched:
            each.installEventFilter(self)

    def _passed(self, widget: QWidget) -> bool:
        """Whether the bare keys pass by the focused widget, which was clicked."""
        return self._clicked and not typed_into(widget)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Let the focused widget have its key, then give the focus back."""
        kind = event.type()
        if self._delivers or not isinstance(widget, QWidget):
            return False
        if kind == QEvent.Type.Resize and self._ring is not None and widget is self._watched[0]:
            self._ring.fit(widget.rect())
        if self._home(widget) is None:  # a dialog has its own ways
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(widget, event)
        if kind == QEvent.Type.MouseButtonRelease:
            self._clicked = True
            if isinstance(widget, QAbstractButton) and widget.isDown() and not _stays(widget):
                self._released(widget, event)
                return True
            # Of a spin box it is one of its arrows: its text is a line of its own.
            if isinstance(widget, QAbstractSpinBox) or not _stays(self._watched[0]):
                self.give_back()
            elif self._ring is not None and self._passed(self._watched[0]):
                self._ring.hide()
        return False

    def _released(self, button: QAbstractButton, event: QEvent) -> None:
        """Let a button that had the focus be clicked, which one that loses it is not."""
        self._delivers = True
        try:
            button.event(event)
        finally:
            self._delivers = False
        if shiboken6.isValid(button) and button.hasFocus():
            self.give_back()

    def _pressed(self, widget: QWidget, event: QKeyEvent) -> bool:
        key, home = event.key(), self._home(widget)
        changing = _CHANGING if typed_into(widget) else _CHANGING + _ENDS
        if isinstance(widget, QComboBox) and key in changing and plain(event):
            widget.showPopup()
        elif plain(event) and (key in ENTER or key == Qt.Key.Key_Escape):
            self._ended(widget, event)
        elif self._passed(widget) and home is not None and bare_key(event):
            QCoreApplication.sendEvent(home, event)
        else:
            return False
        event.accept()  # or its parents would have it as well
        return True

    def _ended(self, widget: QWidget, event: QKeyEvent) -> None:
        """Deliver Return or Esc, and do what follows before another key can come."""
        typing, escaped = typed_into(widget), event.key() == Qt.Key.Key_Escape
        self._delivers = True
        try:
            QCoreApplication.sendEvent(widget, event)
        finally:
            self._delivers = False
        focus = QApplication.focusWidget()
        if focus is not None and focus is not widget and self._home(focus) is None:
            return  # a dialog or a list that it has opened
        corrects = focus is not widget and typed_into(focus)
        line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        corrects = corrects or (isinstance(line, NumberLine) and line.complains)
        used = typing or (event.isAccepted() and focus is widget)
        if escaped or (used and not corrects):
            self.give_back()


def _stays(widget: QWidget) -> bool:
    """Whether a click leaves the focus to `widget`: to type, to copy, for keys such as Delete."""
    selects = isinstance(widget, (QLabel, QAbstractItemView))
    return selects or typed_into(widget) or bool(widget.property(KEEPS_FOCUS))
