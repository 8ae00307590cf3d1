"""The docks around the panels, and the arrangements to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from bpviz.ui.panels.base import Panel

ARRANGEMENTS = ("overview", "debug", "present")

_Rows = tuple[tuple[tuple[str, ...], ...], ...]
"""Rows from top to bottom; in each, columns from left to right; in each, panels above another."""

_ROWS: Mapping[str, _Rows] = {
    "overview": (
        (("setup_panel",), ("weights1_panel", "weights2_panel"), ("sample_panel",)),
        (("loss_panel",), ("gradients_panel",)),
        (("timeline_panel",),),
    ),
    "debug": (
        (("weights1_panel",), ("weights2_panel",), ("sample_panel", "gradients_panel")),
        (("timeline_panel",),),
    ),
    "present": (
        (("weights1_panel",), ("sample_panel",)),
        (("loss_panel",),),
    ),
}
_HEIGHTS = {"overview": (56, 33, 11), "debug": (80, 20), "present": (60, 40)}
_WIDTHS = {
    "overview": ((19, 50, 31), (58, 42), (100,)),
    "debug": ((40, 27, 33), (100,)),
    "present": ((62, 38), (100,)),
}
_SHARES: Mapping[tuple[str, ...], tuple[int, ...]] = {
    ("weights1_panel", "weights2_panel"): (57, 43)
}


def arrangement_title(name: str) -> str:
    """Return the translated name of an arrangement."""
    return {
        "overview": QCoreApplication.translate("Docks", "Overview"),
        "debug": QCoreApplication.translate("Docks", "Debug"),
        "present": QCoreApplication.translate("Docks", "Present"),
    }[name]


class Docks(QObject):
    """One dock a panel, in a single area, so that rows can hold different columns."""

    def __init__(self, window: QMainWindow, panels: Mapping[str, Panel]) -> None:
        super().__init__(window)
        self._window = window
        self.docks: dict[str, QDockWidget] = {}
        window.setDockNestingEnabled(True)
        for name, panel in panels.items():
            dock = QDockWidget(panel.title(), window)
            dock.setObjectName(name.replace("_panel", "_dock"))
            panel.setMinimumSize(40, 40)
            dock.setWidget(panel)
            self.docks[name] = dock

    def arrange(self, name: str) -> None:
        """Put the docks where the arrangement has them; hide those that it does not have."""
        rows = _ROWS[name]
        for dock in self.docks.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        first_of_rows = [self.docks[row[0][0]] for row in rows]
        self._window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, first_of_rows[0])
        for above, below in pairwise(first_of_rows):
            self._window.splitDockWidget(above, below, Qt.Orientation.Vertical)
        for row in rows:
            heads = [self.docks[column[0]] for column in row]
            for left, right in pairwise(heads):
                self._window.splitDockWidget(left, right, Qt.Orientation.Horizontal)
            for column in row:
                stack = [self.docks[each] for each in column]
                for above, below in pairwise(stack):
                    self._window.splitDockWidget(above, below, Qt.Orientation.Vertical)
        for row in rows:
            for column in row:
                for each in column:
                    self.docks[each].show()
        self.resize(name)

    def resize(self, name: str) -> None:
        """Give the docks of an arrangement their shares of the window."""
        rows = _ROWS[name]
        vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        size = self._window.size()
        heights = _HEIGHTS[name]
        self._window.resizeDocks(
            [self.docks[row[0][0]] for row in rows],
            [size.height() * part // 100 for part in heights],
            vertical,
        )
        for row, widths, height in zip(rows, _WIDTHS[name], heights, strict=True):
            self._window.resizeDocks(
                [self.docks[column[0]] for column in row],
                [size.width() * part // 100 for part in widths],
                horizontal,
            )
            for column in row:
                shares = _SHARES.get(column)
                if shares:
                    room = size.height() * height // 100
                    self._window.resizeDocks(
                        [self.docks[each] for each in column],
                        [room * part // 100 for part in shares],
                        vertical,
                    )
