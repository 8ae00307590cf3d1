"""The docks around the panels, and the arrangements to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import shiboken6
from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QTabBar,
    QTabWidget,
    QToolBar,
    QToolButton,
    QWidget,
)

from bpviz.ui.core.panel import Panel
from bpviz.ui.window.dock_title import DockTitle
from bpviz.ui.window.layout_barrier import LayoutBarrier
from bpviz.ui.window.layouts import HEIGHTS, LAYOUTS, ROWS, SHARES, WIDTHS, front

LAYOUT_VERSION = 4
"""Goes up when a saved layout of an older version would no longer fit."""


class Docks(QObject):
    """One dock a panel, in a single area, so that rows can hold different columns.

    Signals
    -------
    arranged()
        The docks have been put where an arrangement has them.
    """

    arranged = Signal()

    def __init__(self, window: QMainWindow, panels: Mapping[str, Panel]) -> None:
        super().__init__(window)
        self._window = window
        self.docks: dict[str, QDockWidget] = {}
        self._panels = panels
        self._titles: list[DockTitle] = []
        self._arrangement = LAYOUTS[0]
        self._variants: frozenset[str] = frozenset()
        self._built: dict[str, QByteArray] = {}
        self._brief = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        self._tabs = QTimer(self, singleShot=True, interval=0)
        self._tabs.timeout.connect(self._dress_tabs)
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for name, panel in panels.items():
            dock = QDockWidget(panel.title(), window)
            dock.setObjectName(name.replace("_panel", "_dock"))
            title = DockTitle(dock)
            dock.setTitleBarWidget(title)
            self._titles.append(title)
            dock.setWidget(LayoutBarrier(panel))
            self.docks[name] = dock
            for signal in (dock.topLevelChanged, dock.dockLocationChanged, dock.visibilityChanged):
                signal.connect(self._tabs_later)

    @property
    def arrangement(self) -> str:
        """The arrangement that was chosen last."""
        return self._arrangement

    def layout_name(self) -> str:
        """Return which of `LAYOUTS` that is, whatever its variant."""
        return self._arrangement.split("_")[0]

    def _dock_of(self, cell: str) -> QDockWidget:
        """Return the dock in front of a place."""
        return self.docks[front(cell)]

    def save(self) -> QByteArray:
        """Return where everything is."""
        return self._window.saveState(LAYOUT_VERSION)

    def restore(self, state: QByteArray) -> bool:
        """Put the docks where `state` has them; return False if that cannot be read."""
        self._later.stop()
        bars = [(bar, bar.isHidden()) for bar in self._window.findChildren(QToolBar)]
        readable = self._window.restoreState(state, LAYOUT_VERSION)
        for bar, hidden in bars:  # they are in the state, but what they show is of this moment
            bar.setHidden(hidden)
        return readable

    def set_brief(self, on: bool) -> None:
        """Give the tabs short titles, so that more of them have room; the View menu keeps its own.

        A dock that has its place to itself has a title bar, which keeps the whole title as well.
        The timeline's has none: it says nothing that one does not see, and takes half of its row.
        """
        self._brief = on
        for name, dock in self.docks.items():
            panel, action = self._panels[name], dock.toggleViewAction()
            dock.setWindowTitle(panel.short_title() if on else panel.title())
            action.setText(panel.title())
        self._tabs_later()

    def set_variants(self, *, graph: bool, plane: bool) -> None:
        """Say whether the network is small enough for its graph, and its inputs span a plane.

        An arrangement may have a variant that puts the panels for these first.  A presentation
        goes over to it at once: there it is not the work of whoever moved panels about.
        """
        there = (("graph", graph), ("plane", plane))
        before = self._variants
        self._variants = frozenset(name for name, is_there in there if is_there)
        if self._brief and self._variants != before:
            self.arrange(self.layout_name())

    def arrange(self, arrangement: str) -> None:
        """Put the docks where the arrangement has them; hide those that it does not have.

        The hidden ones get a place too: the View menu shows them there, and a saved layout knows
        that they are hidden.
        """
        large = ["large"] if self._brief else []
        for variant in large + sorted(self._variants):
            if f"{arrangement}_{variant}" in ROWS:
                arrangement = f"{arrangement}_{variant}"
        state = self._built.get(arrangement)
        if state is None or not self.restore(state):
            self._build(arrangement)
        self.resize(arrangement)
        if state is None:
            self._built[arrangement] = self.save()
        self._dress_tabs()
        # A dock that was floating has its new size only after the layout has been at work.
        self._later.start()
        self.arranged.emit()

    def _build(self, arrangement: str) -> None:
        """Put the docks where they belong, one by one; Qt lays all of them out again and again."""
        rows = ROWS[arrangement]
        for dock in self.docks.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        first_of_rows = [self._dock_of(row[0][0]) for row in rows]
        self._window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, first_of_rows[0])
        for above, below in pairwise(first_of_rows):
            self._window.splitDockWidget(above, below, Qt.Orientation.Vertical)
        for row in rows:
            heads = [self._dock_of(column[0]) for column in row]
            for left, right in pairwise(heads):
                self._window.splitDockWidget(left, right, Qt.Orientation.Horizontal)
            for column in row:
                stack = [self._dock_of(each) for each in column]
                for above, below in pairwise(stack):
                    self._window.splitDockWidget(above, below, Qt.Orientation.Vertical)
        cells = [cell for row in rows for column in row for cell in column]
        there = [name for cell in cells for name in cell.split("|")]
        for name, dock in self.docks.items():
            if name not in there:  # before there are tabs: it would become one of them
                self._window.splitDockWidget(
                    self._dock_of(cells[-1]), dock, Qt.Orientation.Horizontal
                )
                dock.hide()
        for cell in cells:
            for name in cell.split("|")[1:]:
                self._window.tabifyDockWidget(self._dock_of(cell), self.docks[name])
        for name in there:
            self.docks[name].show()
        for cell in cells:
            self._dock_of(cell).raise_()

    def in_sight(self) -> list[QDockWidget]:
        """Return the docks that can be seen, from left to right and downwards."""
        seen = [
            dock
            for dock in self.docks.values()
            if dock.isVisible() and not dock.visibleRegion().isEmpty()
        ]
        return sorted(seen, key=lambda dock: (dock.isFloating(), dock.y(), dock.x()))

    def covered(self, widget: QWidget | None) -> bool:
        """Whether `widget` lies in a dock behind another one."""
        dock = next((d for d in self.docks.values() if widget and d.isAncestorOf(widget)), None)
        return dock is not None and dock.visibleRegion().isEmpty()

    def bring_forward(self, name: str) -> None:
        """Put a panel before those that share its place; one that is not in the window stays so."""
        dock = self.docks[name]
        if not dock.isHidden() and not dock.isFloating():
            dock.raise_()

    def show_panel(self, name: str) -> None:
        """Put a panel before the others, and back into the window if it was closed."""
        dock = self.docks[name]
        dock.show()
        dock.raise_()

    def resize(self, name: str) -> None:
        """Give the docks of an arrangement their shares of the window."""
        self._arrangement = name
        rows = ROWS[name]
        vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        size = self._window.size()
        heights = HEIGHTS[name]
        self._window.resizeDocks(
            [self._dock_of(row[0][0]) for row in rows],
            [size.height() * part // 100 for part in heights],
            vertical,
        )
        for row, widths, height in zip(rows, WIDTHS[name], heights, strict=True):
            self._window.resizeDocks(
                [self._dock_of(column[0]) for column in row],
                [size.width() * part // 100 for part in widths],
                horizontal,
            )
            for column in row:
                shares = SHARES.get(column)
                if shares:
                    room = size.height() * height // 100
                    self._window.resizeDocks(
                        [self._dock_of(each) for each in column],
                        [room * part // 100 for part in shares],
                        vertical,
                    )

    @Slot()
    def _tabs_later(self) -> None:
        self._tabs.start()

    @Slot()
    def _settle(self) -> None:
        self.resize(self._arrangement)
        self._dress_tabs()

    @Slot()
    def _dress_tabs(self) -> None:
        """Name the tab bars, which Qt makes as it needs them; a tab takes the title's place."""
        for title, dock in zip(self._titles, self.docks.values(), strict=True):
            told = bool(self._window.tabifiedDockWidgets(dock))
            told = told or (self._brief and dock is self.docks["timeline_panel"])
            title.set_tabbed(told and not dock.isFloating())
        self._tabs.stop()
        # Not from `findChildren`: PySide ties what that returns to the window for good, and Qt
        # makes new bars at every change of the arrangement.
        bars = [
            each
            for each in QApplication.allWidgets()
            if isinstance(each, QTabBar) and _is_of_docks(each) and self._window.isAncestorOf(each)
        ]
        for bar in bars:
            # Those of the arrangement before wait for an event loop to delete them, and each layout
            # walks over them; a script may have none.
            QCoreApplication.sendPostedEvents(bar, QEvent.Type.DeferredDelete)
        for number, bar in enumerate(filter(shiboken6.isValid, bars)):
            bar.setObjectName(f"dock_tabs_{number}")
            # Beyond the room there are arrows: half of every title says less than all of some.
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            bar.setUsesScrollButtons(True)
            bar.setDrawBase(False)  # on a dark ground Fusion draws it in a glaring white
            bar.setAccessibleName(self.tr("Panels in this place"))
            bar.setToolTip(self.tr("Choose the panel to show in this place."))
            for button in bar.findChildren(QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _is_of_docks(bar: QTabBar) -> bool:
    """Whether a tab bar is one that Qt makes for docks that share a place."""
    return bar.metaObject().className() == "QMainWindowTabBar"
