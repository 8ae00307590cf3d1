"""What stands in a dock: the place of a panel, which may not be made yet."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from bpviz.ui.window.layout_barrier import LayoutBarrier


def _put_behind(place: QWidget, panel: QWidget) -> None:
    """Have Tab come to the panel behind its place.  Qt has put it behind everything there is.

    All of it is moved at once, in its own order: Qt takes a widget whose focus proxy lies inside of
    it for one that has to stay together.
    """
    inside = panel.findChild(QWidget)
    if inside is None:
        return
    policies = [(widget, widget.focusPolicy()) for widget in (place, panel)]
    for widget, _ in policies:  # else Qt does nothing
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    panel.setFocusProxy(inside)
    QWidget.setTabOrder(place, panel)
    panel.setFocusProxy(None)  # type: ignore[arg-type]  # which ends it
    for widget, policy in policies:
        widget.setFocusPolicy(policy)


class PanelPlace(LayoutBarrier):
    """Empty until it is given its panel.

    Parameters
    ----------
    name : str
        Object name of the panel.

    Signals
    -------
    in_sight(str)
        It has come in sight without its panel.
    hidden()
        It is not in the window any more, or the window is not.
    """

    in_sight = Signal(str)
    hidden = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def sizeHint(self) -> QSize:
        """Ask for about as much as panels do, so that there is room where one is shown later."""
        if self.content is not None:
            return super().sizeHint()
        return QSize(38, 20) * self.fontMetrics().height()

    def fill(self, panel: QWidget) -> None:
        """Take the panel; Tab goes through it between the same neighbours as if always there."""
        self.hold(panel)
        _put_behind(self, panel)
        if self.isVisible():
            panel.show()

    def come_in_sight(self, visible: bool) -> None:
        """Ask for the panel before it is painted, where it is to be seen now."""
        if visible and self.content is None:
            self.in_sight.emit(self._name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ask for the panel behind this picture, however the place has come in sight."""
        if self.content is None:
            QTimer.singleShot(0, self, lambda: self.come_in_sight(True))

    def hideEvent(self, event: QHideEvent) -> None:
        """Say so."""
        super().hideEvent(event)
        self.hidden.emit()
