"""The title bar of a dock: its name, and two buttons that can be seen in every theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QLabel, QToolButton

from bpviz.ui.core.formatting import weighted
from bpviz.ui.core.icons import set_icon
from bpviz.ui.kit.controls.fitted_widget import Fitted


class DockTitle(Fitted, QFrame):
    """Title, float and close; a drag or a double click beside the buttons moves the dock."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self._tabbed = False
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Button)
        self._label = QLabel(dock.windowTitle(), self)
        self._label.setFont(weighted(QFont.Weight.DemiBold))
        self._label.setMinimumWidth(1)
        name = dock.objectName().removesuffix("_dock")
        self._float = self._button(f"{name}_float", self.tr("Undock or dock again"))
        self._close = self._button(f"{name}_close", self.tr("Close; reopen it from the View menu"))
        self._float.setText("⧉")  # seen where the icon's file is missing
        self._close.setText("×")
        set_icon(self._float, "float")
        set_icon(self._close, "dismiss")
        self._float.clicked.connect(self._toggle)
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 4, 3)
        row.setSpacing(2)
        row.addWidget(self._label, 1)
        row.addWidget(self._float)
        row.addWidget(self._close)
        self._fit()

    def set_tabbed(self, tabbed: bool) -> None:
        """Take no room where a tab already says the dock's name."""
        if tabbed is not self._tabbed:
            self._tabbed = tabbed
            self.setVisible(not tabbed)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Be as high as the text needs, or not at all."""
        return QSize(super().sizeHint().width(), 0) if self._tabbed else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Let a dock be narrower than its title."""
        return QSize(60, 0 if self._tabbed else super().minimumSizeHint().height())

    def _button(self, name: str, what: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(f"{self._dock.windowTitle()}: {what}")
        button.setToolTip(what)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _fit(self) -> None:
        size = max(12, round(0.85 * self.fontMetrics().height()))
        for button in (self._float, self._close):
            button.setIconSize(QSize(size, size))

    @Slot()
    def _toggle(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())
