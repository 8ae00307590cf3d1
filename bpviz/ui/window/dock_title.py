"""The title bar of a dock: its name, and three buttons that can be seen in every theme."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFont, QMouseEvent, QPalette
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QLabel, QToolButton

from bpviz.ui.core.formatting import weighted
from bpviz.ui.core.icons import set_icon
from bpviz.ui.kit.controls.fitted_widget import Fitted


class DockTitle(Fitted, QFrame):
    """Title, whole window, float and close; a drag beside the buttons moves the dock.

    Signals
    -------
    touched(), whole_wanted(), float_wanted(), close_wanted()
        A button of the mouse was pressed here; what a button of this bar, or a double click beside
        them, asks for.
    menu_wanted(QPoint)
        The dock's menu is wanted, at a place on the screen.
    """

    touched = Signal()
    whole_wanted = Signal()
    float_wanted = Signal()
    close_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self._tabbed = False
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Button)
        self._label = QLabel(dock.windowTitle(), self)
        self._label.setFont(weighted(QFont.Weight.DemiBold))
        self._label.setMinimumWidth(1)
        self._whole = self._button("whole", "⤢", self.whole_wanted)
        self._float = self._button("float", "⧉", self.float_wanted)
        self._close = self._button("close", "×", self.close_wanted)
        set_icon(self._whole, "whole_window", "all_panels")
        set_icon(self._float, "float")
        set_icon(self._close, "dismiss")
        self._whole.setCheckable(True)
        self._say(self._close, self.tr("Close; reopen it from the View menu"))
        self.show_state(whole=False, floating=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 4, 3)
        row.setSpacing(2)
        row.addWidget(self._label, 1)
        row.addWidget(self._whole)
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

    def show_state(self, *, whole: bool, floating: bool) -> None:
        """Say what the buttons do now: whether the dock has the whole window, or floats."""
        self._whole.setChecked(whole)
        self._say(
            self._whole,
            self.tr("Back to all panels; so does a double click on this bar")
            if whole
            else self.tr("Give it the whole window; so does a double click on this bar"),
        )
        self._say(self._float, self.tr("Dock again") if floating else self.tr("Float"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say that this dock is used; dragging is the dock's own."""
        self.touched.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole window; of itself a dock would float."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.whole_wanted.emit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the dock, not for the list of all of them."""
        self.touched.emit()
        self.menu_wanted.emit(event.globalPos())
        event.accept()

    def _button(self, name: str, text: str, clicked: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{self._dock.objectName().removesuffix('_dock')}_{name}")
        button.setText(text)  # seen where the icon's file is missing
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(clicked)
        return button

    def _say(self, button: QToolButton, what: str) -> None:
        if button.toolTip() != what:
            button.setToolTip(what)
            button.setAccessibleName(f"{self._dock.windowTitle()}: {what}")

    def _fit(self) -> None:
        size = max(12, round(0.85 * self.fontMetrics().height()))
        for button in (self._whole, self._float, self._close):
            button.setIconSize(QSize(size, size))
