"""PositionSlider: a slider over the steps of a run, which are 64-bit numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHelpEvent, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.formatting import count
from bpviz.ui.core.theme import Theme
from bpviz.ui.panels.timeline.drag_state import Grip
from bpviz.ui.panels.timeline.hover_box import HoverReadout
from bpviz.ui.panels.timeline.range import NARROWEST
from bpviz.ui.panels.timeline.slider_painting import Face
from bpviz.ui.panels.timeline.step_slider import StepSlider

EDGE_MS = 40
"""How often a zoomed slider moves on while the mouse drags beyond its end."""

ZOOM = 0.8
"""By how much a notch of the wheel zooms."""


class PositionSlider(StepSlider):
    """Where a run stands, between step 0 and the last one ever done.

    A press in the groove goes there at once, a press on a mark to exactly its step.  While it is
    held, `set_position` leaves the handle alone, and each step that it passes over is wanted.
    The wheel zooms around the mouse; a drag with Shift or the middle button, the wheel with
    Shift and the bar along the upper edge move the range that is shown; a double click shows the
    whole run again.

    Signals
    -------
    grabbed()
        The mouse took hold of it.
    released(bool)
        The mouse let go; whether it had moved the position.
    """

    grabbed = Signal()
    released = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.readout = HoverReadout(self)
        self._hover: float | None = None
        self._grip = Grip()
        self._face = Face()
        self._edge = QTimer(self)
        self._edge.setInterval(EDGE_MS)
        self._edge.timeout.connect(self._go_on_beyond_the_edge)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        super().set_theme(theme)
        self.readout.set_theme(theme)

    # Mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle, or bring it here; or move the range."""
        look, at = self.look(), event.position()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        left = event.button() is Qt.MouseButton.LeftButton
        if not left and event.button() is not Qt.MouseButton.MiddleButton:
            event.ignore()
            return
        event.accept()
        self._hide_readout()
        bar = look.on_overview(at.y())
        if shift or bar or not left:
            self._grip.pan(at.x(), look, bar=bar and left and not shift)
            if self._grip.centre is not None:
                self._move_range(self._grip.centre - self.shown().first - self.shown().span // 2)
            return
        self._grip.hold(at.x(), look)
        self.setSliderDown(True)
        self.grabbed.emit()
        spot = look.spot_at(at.x(), at.y())
        if spot is not None:
            self._hold_at(spot.next_step(self.step()))
            self._grip.hold(at.x(), self.look(), moved=True)
        elif not look.on_handle(at.x()):
            self._grip.offset = 0.0
            self._hold_at(look.axis.step_at(at.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle, or the range; otherwise tell what is under the mouse."""
        x = event.position().x()
        if self._grip.panning:
            self._move_range(self._grip.steps_to(x, self.look()))
        elif self.isSliderDown() and event.buttons() & Qt.MouseButton.LeftButton:
            if self._grip.went(x):
                self._drag_to(x)
            self._hover_at(event.position())
        else:
            self._hover_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; the last step wished for is the one where the handle is."""
        if self._grip.panning:
            self._grip.panning = False
        elif self.isSliderDown() and event.button() is Qt.MouseButton.LeftButton:
            x = event.position().x()
            if self._grip.went(x):
                self._drag_to(x)
            self._edge.stop()
            self.setSliderDown(False)
            self.released.emit(self._grip.moved)
            self.update()
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole run, and stand where the run stood before the first of both clicks."""
        if event.button() is not Qt.MouseButton.LeftButton or not self.zoomed():
            self.mousePressEvent(event)
            return
        event.accept()
        self.show_whole()
        self.want(min(self._grip.before, self.tip))

    def _hold_at(self, step: int) -> None:
        if step != self.step():
            self._grip.moved = True
            self.want(step)

    def _drag_to(self, x: float) -> None:
        axis = self.axis()
        self._hold_at(axis.step_at(x - self._grip.offset))
        beyond = self.zoomed() and not axis.left <= x <= axis.right
        if beyond != self._edge.isActive():
            if beyond:
                self._edge.start()
            else:
                self._edge.stop()

    @Slot()
    def _go_on_beyond_the_edge(self) -> None:
        if not self.isSliderDown():
            self._edge.stop()
            return
        stride = max(self.shown().span // 25, 1)
        self._move_range(stride if self._grip.x > self.axis().right else -stride)
        self._drag_to(self._grip.x)

    def _move_range(self, steps: int) -> None:
        if self.zoomed():
            self.show_range(self.shown().moved(steps, self.tip))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse; sideways or with Shift, move the range.  The run stays."""
        if self.tip <= NARROWEST or self.isSliderDown():
            event.ignore()
            return
        event.accept()
        turned = event.angleDelta()
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if turned.x() or sideways:
            notches = (turned.x() or turned.y()) / 120
            self._move_range(-round(notches * self.shown().span / 10))
        elif turned.y():
            axis = self.axis()
            share = axis.share_at(event.position().x())
            factor = ZOOM ** (turned.y() / 120)
            self.show_range(axis.shown.zoomed(factor, share, self.tip))
        self._hover_at(event.position())

    # What is under the mouse -------------------------------------------------------------------

    def hover_lines(self, at: QPointF) -> list[str]:
        """Return what stands beside the mouse: step, epoch and what happened there."""
        look = self.look()
        own = look.spot_at(at.x(), at.y())
        if self.isSliderDown():
            step = self.step()
        elif own is not None:
            step = own.next_step(self.step())
        else:
            step = look.axis.step_at(at.x())
        text = self.tr("step {step} · epoch {epoch}").format(
            step=count(step), epoch=f"{step / max(self.page, 1):.2f}"
        )
        return [text, *(line for spot in look.spots_near(at.x()) for line in spot.sentences())]

    def _hover_at(self, at: QPointF) -> None:
        if self.isEnabled() and self.tip > 0:
            self._hover = at.x()
            self.readout.show_at(round(at.x()), self.hover_lines(at))
            self.update()

    def _hide_readout(self) -> None:
        self._hover = None
        self.readout.put_away()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Put the readout away."""
        super().leaveEvent(event)
        self._hide_readout()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put the readout away."""
        super().hideEvent(event)
        self._hide_readout()

    def event(self, event: QEvent) -> bool:
        """On a mark the readout says enough; elsewhere the tooltip explains the slider."""
        if (
            event.type() == QEvent.Type.ToolTip
            and isinstance(event, QHelpEvent)
            and self.look().spots_near(event.pos().x())
        ):
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw groove, marks and handle."""
        painter = QPainter(self)
        try:
            self._face.paint(
                painter,
                self.look(),
                held=self.isSliderDown(),
                focus=self.hasFocus(),
                hover=self._hover,
                ratio=self.devicePixelRatioF(),
            )
        finally:
            painter.end()
