"""What can be done with the list of breakpoints: actions, and small buttons for some of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QKeySequence,
)
from PySide6.QtWidgets import QToolButton, QWidget

from bpviz.ui.core.icons import set_icon
from bpviz.ui.kit.controls.fitted_widget import Fitted


class ActionButton(Fitted, QToolButton):
    """A flat button for an action: icon only, growing with the text around it."""

    def __init__(self, action: QAction, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDefaultAction(action)
        self.setObjectName(name)
        self.setAccessibleName(action.text())
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fit()

    def _fit(self) -> None:
        size = max(16, round(0.95 * self.fontMetrics().height()))
        self.setIconSize(QSize(size, size))


class BreakpointActions(QObject):
    """The actions.

    Parameters
    ----------
    owner : QWidget
        Parent of the actions.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.run_back = self._add(
            self.tr("Run back to the last hit"),
            self.tr(
                "Run in reverse: go back to the last step at which a breakpoint is hit, or to "
                "step 0 if there is none."
            ),
            "run_back",
        )
        self.find = self._add(
            self.tr("Find in the past"),
            self.tr("Find the steps of this branch that meet the condition of this breakpoint."),
        )
        self.edit = self._add(
            self.tr("Edit the value"),
            self.tr("Change the value of the selected breakpoint."),
            keys="F2",
        )
        self.remove = self._add(
            self.tr("Remove"),
            self.tr("Remove the selected breakpoints (Del)."),
            "remove",
            QKeySequence(QKeySequence.StandardKey.Delete).toString(),
        )
        self.reset = self._add(
            self.tr("Reset hits"),
            self.tr("Reset all hit counts to 0; hits are then ignored from the beginning again."),
            "reset_count",
        )
        self.enable_all = self._add(self.tr("Enable all"), self.tr("Enable all breakpoints."))
        self.disable_all = self._add(
            self.tr("Disable all"), self.tr("Disable all breakpoints without removing them.")
        )
        self.remove_all = self._add(
            self.tr("Remove all"), self.tr("Remove all breakpoints."), "remove_all"
        )
        self.clear_hits = self._add(
            self.tr("Clear the list of stops"),
            self.tr("Clear the list of stops; breakpoints and their counts are kept."),
            "dismiss",
        )

    def _add(self, text: str, tooltip: str, icon_name: str = "", keys: str = "") -> QAction:
        action = QAction(text, self._owner)
        action.setToolTip(tooltip)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if icon_name:
            set_icon(action, icon_name)
        return action
