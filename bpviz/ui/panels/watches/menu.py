"""WatchMenu: numbers that one may want to follow where one stands, offered by context menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.training.events import Frame
from bpviz.training.watches import Watch
from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.watches.texts import suggestions, words_of

WATCHED = frozenset({
    "weights1_panel", "weights2_panel", "graph_panel", "units_panel", "debugger_panel",
    "sample_panel", "browser_panel", "loss_panel", "gradients_panel",
})  # fmt: skip
"""Panels that show such numbers."""


class WatchMenu(QMenu):
    """The selected weight, what belongs to its unit, losses, norms, and outputs of a sample.

    Parameters
    ----------
    look : callable
        Returns the newest frame, if any, and the selected weight.
    follow : callable
        Takes the watch that was chosen.
    """

    def __init__(
        self,
        look: Callable[[], tuple[Frame | None, Selection | None]],
        follow: Callable[[Watch], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("watch_menu")
        self.setTitle(self.tr("Watch"))
        self.menuAction().setToolTip(self.tr("Follow a number through the run."))
        self._look, self._follow = look, follow
        self.aboutToShow.connect(self.fill)

    @Slot()
    def fill(self) -> None:
        """Offer what there is where the run stands."""
        self.clear()
        frame, selection = self._look()
        offered = () if frame is None else dict.fromkeys(suggestions(frame, selection))
        for watch in offered:
            action = self.addAction(words_of(watch))
            action.triggered.connect(lambda _=False, watch=watch: self._follow(watch))
        if not offered:
            self.addAction(self.tr("No data yet")).setEnabled(False)
