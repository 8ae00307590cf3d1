"""What can be done with the panel at hand: by key, from the View menu, from the menu of its tab."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.ui.window.actions.action_group import ActionGroup, keys_of
from bpviz.ui.window.docks import Docks


class DockActions(ActionGroup):
    """Whole window, float and close; each says which panel it means.

    Attributes
    ----------
    all : list of QAction
        In the order of the menu.
    """

    def __init__(self, window: QWidget, docks: Docks) -> None:
        super().__init__(window)
        self._docks = docks
        self.all = self._add(
            ("panel_whole", lambda: docks.toggle_whole(docks.current()), "Ctrl+M", "",
             "whole_window all_panels", self.tr("Whole window"),
             self.tr(
                 "Give the panel used last the whole window; again, all panels are back. A double "
                 "click on its tab or title does the same."
             )),
            ("panel_float", lambda: docks.toggle_floating(docks.current()), "Ctrl+Shift+M", "", "",
             self.tr("Float"),
             self.tr(
                 "Let the panel used last float above the window, or dock it again. A tab or title "
                 "can also be dragged to another place."
             )),
            ("panel_close", lambda: docks.close_panel(docks.current()), "Ctrl+W", "", "",
             self.tr("Close"),
             self.tr("Take the panel used last out of the window; View ▸ Panels has it back.")),
        )  # fmt: skip
        self.whole, self.float, self.close = self.all
        self.whole.setCheckable(True)
        for action in self.all:
            action.setAutoRepeat(False)
        docks.changed.connect(self.follow)
        docks.menu_wanted.connect(self._offer)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Name the panel at hand, and what would be done with it."""
        name = self._docks.current()
        whole = self._docks.whole()
        self.whole.setChecked(bool(whole))
        for action, words in (
            (self.whole, self._words_of_whole()),
            (self.float, self._words_of_float(name)),
            (self.close, self.tr("Close")),
        ):
            action.setEnabled(bool(name))
            said = self.tr("{what}: {panel}").format(
                what=words, panel=self._docks.title(name).replace("&", "&&")
            )
            if (action is self.whole and whole) or not name:
                said = words
            if action.text() != said:
                action.setText(said)

    @Slot(str, QPoint)
    def _offer(self, name: str, place: QPoint) -> None:
        """Open the menu of a panel, which may lie behind another one."""
        docks, menu = self._docks, QMenu(self._window)
        menu.setObjectName("panel_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action, words, do in (
            (self.whole, self._words_of_whole(), docks.toggle_whole),
            (self.float, self._words_of_float(name), docks.toggle_floating),
            (self.close, self.tr("Close"), docks.close_panel),
        ):
            # Not the action itself, which means the panel at hand.
            offer = menu.addAction(action.icon(), f"{words}\t{keys_of(action)}")
            offer.setToolTip(action.toolTip())
            offer.triggered.connect(partial(do, name))
        menu.popup(place)

    def _words_of_whole(self) -> str:
        return self.tr("Back to all panels") if self._docks.whole() else self.tr("Whole window")

    def _words_of_float(self, name: str) -> str:
        floats = bool(name) and self._docks.docks[name].isFloating()
        return self.tr("Dock again") if floats else self.tr("Float")
