"""The actions that bring the focus to a panel, to the next one, and to λ."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from bpviz.ui.window.actions.action_group import ActionGroup
from bpviz.ui.window.docks import Docks

KEYS = [f"{held}+{digit}" for held in ("Alt", "Alt+Shift", "Ctrl+Shift") for digit in "1234567890"]
"""Of the panels, in the order of the View menu; a panel keeps its key in every arrangement."""


class PanelActions(ActionGroup):
    """Keys for the focus; children of the window.

    Parameters
    ----------
    window : QWidget
        Parent of the actions.
    docks : Docks
        Where the panels are.
    toolbar, rate_edit : QWidget
        What comes behind the last panel, and the editor of λ in it.

    Attributes
    ----------
    moves, panels : list of QAction
        To the next panel, the one before and λ; to each panel, in the order of the View menu.
    """

    def __init__(self, window: QWidget, docks: Docks, toolbar: QWidget, rate_edit: QWidget) -> None:
        super().__init__(window)
        self._docks = docks
        self._toolbar, self._rate_edit = toolbar, rate_edit
        self.moves: list[QAction] = self._add(
            ("next_panel", partial(self._go_on, 1), "Ctrl+F6", "", "", self.tr("Next panel"),
             self.tr(
                 "Bring the keys to the next panel in sight, and behind the last to the toolbar; "
                 "Tab goes on inside of it."
             )),
            ("previous_panel", partial(self._go_on, -1), "Ctrl+Shift+F6", "", "",
             self.tr("Previous panel"),
             self.tr("Bring the keys to the panel before, or to the toolbar.")),
            ("edit_learning_rate", self._edit_rate, "Ctrl+L", "", "", self.tr("Type λ"),
             self.tr("Type another learning rate λ; Return takes it over.")),
        )  # fmt: skip
        titles = {name: dock.toggleViewAction().text() for name, dock in docks.docks.items()}
        keys = [*KEYS, *("" for _ in titles)]
        self.panels: list[QAction] = self._add(
            *((f"go_{name}", partial(self.go_to, name), key, "", "",
               self.tr("Go to {panel}").format(panel=title),
               self.tr("Show the panel and bring the keys to it; Esc gives them back."))
              for (name, title), key in zip(titles.items(), keys, strict=False))
        )  # fmt: skip

    def go_to(self, name: str) -> None:
        """Show a panel, and give the focus to its first control."""
        self._docks.show_panel(name)
        _enter(self._docks.docks[name])

    def _go_on(self, step: int) -> None:
        """Go to the panel in sight that is `step` further, from left to right and downwards."""
        places: list[QWidget] = [*self._docks.in_sight(), self._toolbar]
        focus = QApplication.focusWidget()
        here = -1 if step > 0 else 0
        if focus is not None:
            here = next((i for i, each in enumerate(places) if each.isAncestorOf(focus)), here)
        for far in range(1, len(places) + 1):  # some have nothing that takes the focus
            if _enter(places[(here + far * step) % len(places)]):
                return

    @Slot()
    def _edit_rate(self) -> None:
        self._window.activateWindow()
        self._rate_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _enter(part: QWidget) -> bool:
    """Give the focus to the first control of a part of the window; return whether it has one."""
    first = next(controls(part), None)
    if first is None:
        return False
    part.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    return True


def controls(part: QWidget) -> Iterator[QWidget]:
    """Give what takes the focus in a part of the window, in the order in which it was made.

    Not by `nextInFocusChain`: PySide makes what that returns a child of the widget that was asked,
    so that the window came to belong to some label, with which all that it had made was gone.
    """
    for place in part.findChildren(QWidget):
        if (
            place.isVisible()
            and place.isEnabled()
            and place.focusPolicy() & Qt.FocusPolicy.TabFocus
            and place.focusProxy() is None
        ):
            yield place
