"""The docks around the panels, and the arrangements to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QToolButton

from bpviz.ui.panel import Panel
from bpviz.ui.theme import Theme
from bpviz.ui.widgets.dock_title import DockTitle
from bpviz.ui.widgets.holder import Holder

LAYOUT_VERSION = 2
"""Goes up when a saved layout of an older version would no longer fit."""

ARRANGEMENTS = ("overview", "debug", "present")

_Rows = tuple[tuple[tuple[str, ...], ...], ...]
"""Rows from top to bottom; in each, columns from left to right; in each, panels above another;
panels with a bar between them share a place as tabs, the first one in front."""

_ROWS: Mapping[str, _Rows] = {
    "overview": (
        (
            ("setup_panel",),
            ("weights1_panel", "weights2_panel"),
            ("sample_panel|debugger_panel|breakpoints_panel",),
        ),
        (("loss_panel",), ("gradients_panel|branches_panel",)),
        (("timeline_panel",),),
    ),
    "debug": (
        (
            ("weights1_panel|graph_panel", "weights2_panel|gradients_panel"),
            ("debugger_panel",),
            ("sample_panel", "breakpoints_panel|branches_panel|loss_panel"),
        ),
        (("timeline_panel",),),
    ),
    "present": (
        (
            ("weights1_panel|graph_panel", "weights2_panel|sample_panel"),
            ("loss_panel|debugger_panel",),
        ),
    ),
    # Where the network can be drawn, the graph has in it what the other panels show.
    "present_graph": (
        (("graph_panel|weights1_panel|weights2_panel",), ("loss_panel|debugger_panel",)),
    ),
}
_HEIGHTS = {"overview": (58, 31, 11), "debug": (86, 14), "present": (100,), "present_graph": (100,)}
_WIDTHS = {
    "overview": ((19, 50, 31), (58, 42), (100,)),
    "debug": ((36, 35, 29), (100,)),
    "present": ((42, 58),),
    "present_graph": ((45, 55),),
}
_SHARES: Mapping[tuple[str, ...], tuple[int, ...]] = {
    ("weights1_panel", "weights2_panel"): (55, 45),
    ("weights1_panel|graph_panel", "weights2_panel|gradients_panel"): (54, 46),
    ("sample_panel", "breakpoints_panel|branches_panel|loss_panel"): (54, 46),
    ("weights1_panel|graph_panel", "weights2_panel|sample_panel"): (54, 46),
}


def has_place(arrangement: str, panel: str) -> bool:
    """Whether an arrangement shows a panel, be it as a tab."""
    rows = _ROWS[arrangement]
    return any(panel in cell.split("|") for row in rows for column in row for cell in column)


def _front(cell: str) -> str:
    """Return the panel that is in front of a place."""
    return cell.split("|")[0]


def arrangement_title(name: str) -> str:
    """Return the translated name of an arrangement."""
    return {
        "overview": QCoreApplication.translate("Docks", "Overview"),
        "debug": QCoreApplication.translate("Docks", "Debug"),
        "present": QCoreApplication.translate("Docks", "Present"),
    }[name]


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
        self._titles: list[DockTitle] = []
        self._arrangement = ARRANGEMENTS[0]
        self._drawable = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._settle)
        self._tabs = QTimer(self)
        self._tabs.setSingleShot(True)
        self._tabs.setInterval(0)
        self._tabs.timeout.connect(self._dress_tabs)
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for name, panel in panels.items():
            dock = QDockWidget(panel.title(), window)
            dock.setObjectName(name.replace("_panel", "_dock"))
            title = DockTitle(dock)
            dock.setTitleBarWidget(title)
            self._titles.append(title)
            dock.setWidget(Holder(panel))
            self.docks[name] = dock
            for signal in (dock.topLevelChanged, dock.dockLocationChanged, dock.visibilityChanged):
                signal.connect(self._tabs_later)

    @property
    def arrangement(self) -> str:
        """The arrangement that was chosen last."""
        return self._arrangement

    def _dock_of(self, cell: str) -> QDockWidget:
        """Return the dock in front of a place."""
        return self.docks[_front(cell)]

    def save(self) -> QByteArray:
        """Return where everything is."""
        return self._window.saveState(LAYOUT_VERSION)

    def restore(self, state: QByteArray) -> bool:
        """Put everything where `state` has it; return False if that cannot be read."""
        self._later.stop()
        return self._window.restoreState(state, LAYOUT_VERSION)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the title bars."""
        for title in self._titles:
            title.set_theme(theme)

    def set_drawable(self, drawable: bool) -> None:
        """Say whether the network is small enough for its graph, which then comes first."""
        self._drawable = drawable

    def arrange(self, arrangement: str) -> None:
        """Put the docks where the arrangement has them; hide those that it does not have.

        The hidden ones get a place too: the View menu shows them there, and a saved layout knows
        that they are hidden.
        """
        if self._drawable and f"{arrangement}_graph" in _ROWS:
            arrangement = f"{arrangement}_graph"
        rows = _ROWS[arrangement]
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
        for cell in cells:
            for name in cell.split("|")[1:]:
                self._window.tabifyDockWidget(self._dock_of(cell), self.docks[name])
        for name, dock in self.docks.items():
            if name not in there:
                self._window.splitDockWidget(
                    self._dock_of(cells[-1]), dock, Qt.Orientation.Horizontal
                )
            dock.setVisible(name in there)
        for cell in cells:
            self._dock_of(cell).raise_()
        self.resize(arrangement)
        self._dress_tabs()
        # A dock that was floating has its new size only after the layout has been at work.
        self._later.start()
        self.arranged.emit()

    def bring_forward(self, name: str) -> None:
        """Put a panel before those that share its place; one that is not in the window stays so."""
        dock = self.docks[name]
        if not dock.isHidden() and not dock.isFloating():
            dock.raise_()

    def resize(self, name: str) -> None:
        """Give the docks of an arrangement their shares of the window."""
        self._arrangement = name
        rows = _ROWS[name]
        vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        size = self._window.size()
        heights = _HEIGHTS[name]
        self._window.resizeDocks(
            [self._dock_of(row[0][0]) for row in rows],
            [size.height() * part // 100 for part in heights],
            vertical,
        )
        for row, widths, height in zip(rows, _WIDTHS[name], heights, strict=True):
            self._window.resizeDocks(
                [self._dock_of(column[0]) for column in row],
                [size.width() * part // 100 for part in widths],
                horizontal,
            )
            for column in row:
                shares = _SHARES.get(column)
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
            title.set_tabbed(not dock.isFloating() and bool(self._window.tabifiedDockWidgets(dock)))
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for number, bar in enumerate(self._window.findChildren(QTabBar, options=direct)):
            bar.setObjectName(f"dock_tabs_{number}")
            bar.setDrawBase(False)  # on a dark ground Fusion draws it in a glaring white
            bar.setAccessibleName(QCoreApplication.translate("Docks", "Panels in this place"))
            bar.setToolTip(
                QCoreApplication.translate("Docks", "Choose the panel that is shown in this place.")
            )
            for button in bar.findChildren(QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
