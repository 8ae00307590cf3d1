"""What the mouse does to the tab of a panel: choose, drag away, enlarge, open the menu."""

from __future__ import annotations

from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar


class DockTabs(QObject):
    """Watches the tab bars that Qt makes for docks that share a place.

    Signals
    -------
    touched(QDockWidget), doubly_clicked(QDockWidget), menu_wanted(QDockWidget, QPoint)
        Somebody pressed a button on the tab of a dock, clicked it twice, or wants its menu, at
        a place on the screen.
    """

    touched = Signal(QDockWidget)
    doubly_clicked = Signal(QDockWidget)
    menu_wanted = Signal(QDockWidget, QPoint)

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = {shiboken6.getCppPointer(dock)[0]: dock for dock in docks}
        for dock in self._docks.values():
            dock.topLevelChanged.connect(self._stay_alone)

    def watch(self, bar: QTabBar) -> None:
        """Watch a tab bar; once more changes nothing."""
        bar.installEventFilter(self)

    def eventFilter(self, bar: QObject, event: QEvent) -> bool:
        """Look at what the mouse does on a tab, and leave choosing and moving it to Qt."""
        kind = event.type()
        if not isinstance(bar, QTabBar):
            return False
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            dock = self._dock_at(bar, event.position().toPoint())
            # Without this option Qt lets a tab be moved within its bar alone.
            self._group(dock is not None and event.button() is Qt.MouseButton.LeftButton)
            if dock is not None:
                self.touched.emit(dock)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._group(False)
        elif kind == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            dock = self._dock_at(bar, event.position().toPoint())
            if dock is not None and event.button() is Qt.MouseButton.LeftButton:
                self.doubly_clicked.emit(dock)
                return True
        elif kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            place = bar.tabRect(bar.currentIndex()).center() if by_key else event.pos()
            dock = self._dock_at(bar, place)
            if dock is not None:
                self.touched.emit(dock)
                self.menu_wanted.emit(dock, bar.mapToGlobal(place))
                return True
        return False

    def _dock_at(self, bar: QTabBar, place: QPoint) -> QDockWidget | None:
        """Return the dock whose tab lies at a place in a bar."""
        pointer = bar.tabData(bar.tabAt(place))
        return self._docks.get(pointer) if isinstance(pointer, int) else None

    def _group(self, on: bool) -> None:
        self._window.setDockOptions(
            self._window.dockOptions() | QMainWindow.DockOption.GroupedDragging
            if on
            else self._window.dockOptions() & ~QMainWindow.DockOption.GroupedDragging
        )

    @Slot()
    def _stay_alone(self) -> None:
        """Let a dock that leaves its tab float by itself.

        The option that lets a tab be dragged away also lets a floating dock be dropped on another
        one, and there Qt moves windows to the corner of the screen, and crashes.
        """
        self._group(False)
