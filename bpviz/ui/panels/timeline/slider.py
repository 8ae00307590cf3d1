"""PositionSlider: a slider over the steps of a run, which are 64-bit numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider, QWidget

from bpviz.network.types import Ints
from bpviz.ui.core.formatting import count, localized, text_scale
from bpviz.ui.core.found_steps import NONE
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.keys import plain
from bpviz.ui.panels.timeline.axis import (
    MARGIN,
    NARROWEST,
    SLOTS,
    StepRange,
    TimeAxis,
    slot_of,
    step_of,
)
from bpviz.ui.panels.timeline.hover_box import HoverReadout
from bpviz.ui.panels.timeline.marks import MarkRow, Spot
from bpviz.ui.panels.timeline.slider_painting import SliderAppearance, SliderPainter


class DragState:
    """Either the handle, or (`panning`) the range of steps that is shown.

    Attributes
    ----------
    offset : float
        Pixels from the handle's middle to the mouse that holds it.
    moved : bool
        Whether the handle has left the place where it was taken.
    before : int
        The step of the handle before it was taken.
    x : float
        Where the mouse was last.
    panning : bool
        The range is held, not the handle.
    centre : int or None
        A press beside the thumb of the overview wants this step in the middle.
    """

    def __init__(self) -> None:
        self.offset = self.x = 0.0
        self.moved = self.panning = False
        self.before = 0
        self.centre: int | None = None
        self._from: tuple[float, StepRange] = (0.0, StepRange(0, 0))
        self._bar = False

    def hold(self, x: float, look: SliderAppearance, *, moved: bool = False) -> None:
        """Take the handle; with `moved` it has just jumped to under the mouse."""
        if not moved:
            self.before = look.step
        self.x, self.moved, self.panning = x, moved, False
        self.offset = x - look.axis.x_of(look.step)

    def pan(self, x: float, look: SliderAppearance, *, bar: bool) -> None:
        """Take the range, by its bar along the upper edge or by the steps themselves."""
        axis = look.axis
        self.x, self.panning, self._bar, self.centre = x, True, bar, None
        self._from = (x, axis.shown)
        if bar:
            step = StepRange(0, look.tip).step_at(axis.share_at(x))
            if not axis.shown.first <= step <= axis.shown.last:
                self.centre = step
                self._from = (
                    x,
                    axis.shown.moved(step - axis.shown.first - axis.shown.span // 2, look.tip),
                )

    def went(self, x: float) -> bool:
        """Note where the mouse is; whether that is another place than before."""
        other = x != self.x
        self.x = x
        return other

    def steps_to(self, x: float, look: SliderAppearance) -> int:
        """Return by how many steps the range that is shown must move for the mouse at `x`."""
        begun, shown = self._from
        span = look.tip if self._bar else -shown.span
        wanted = shown.first + round((x - begun) / look.axis.room * span)
        return wanted - look.axis.shown.first


HEIGHT = 34
"""Pixels that groove and marks need beside ordinary text."""


EDGE_MS = 40
"""How often a zoomed slider moves on while the mouse drags beyond its end."""

ZOOM = 0.8
"""By how much a notch of the wheel zooms."""


class PositionSlider(QSlider):
    """Where a run stands, between step 0 and the last one ever done.

    It keeps the exact step beside Qt's 32-bit position, which always counts over the whole run,
    whatever part of it is shown.

    A press in the groove goes there at once, a press on a mark to exactly its step.  While it is
    held, `set_position` leaves the handle alone, and each step that it passes over is wanted.
    The wheel zooms around the mouse; a drag with Shift or the middle button, the wheel with
    Shift and the bar along the upper edge move the range that is shown; a double click shows the
    whole run again.

    Attributes
    ----------
    page : int
        Steps of an epoch.
    rows : tuple of MarkRow
        Marks above the groove, on it and below it.
    found : (k,) int64
        Steps that a search has found.

    Signals
    -------
    step_wanted(object)
        Go to that step.
    shown_changed()
        Another range of steps is shown.
    grabbed()
        The mouse took hold of it.
    released(bool)
        The mouse let go; whether it had moved the position.
    """

    step_wanted = Signal(object)
    shown_changed = Signal()
    grabbed = Signal()
    released = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.tip = 0
        self.page = 1
        self.keyframes: Ints | None = None
        self.rows = (MarkRow(), MarkRow(), MarkRow())
        self.found = NONE
        self._shown: StepRange | None = None  # None is the whole run
        self._step = 0
        self.readout = HoverReadout(self)
        self._hover: float | None = None
        self._grip = DragState()
        self._face = SliderPainter()
        self._edge = QTimer(self, interval=EDGE_MS)
        self._edge.timeout.connect(self._go_on_beyond_the_edge)
        self.setMouseTracking(True)
        self.setRange(0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Our own changes are silent: this is assistive technology, or a script, moving it.
        self.valueChanged.connect(self._moved_by_value)

    # Position ----------------------------------------------------------------------------------

    def step(self) -> int:
        """Return the step that the handle stands for."""
        return self._step

    def set_position(self, step: int, tip: int) -> None:
        """Show `step` of `tip`; while the mouse holds the handle, only the ends may grow.

        A range that was zoomed into follows a position that leaves it.
        """
        tip = max(tip, 0)
        if self.isSliderDown():
            step, tip = self._step, max(tip, self._step)
        step = min(max(step, 0), tip)
        if (step, tip) != (self._step, self.tip):
            before, self._step, self.tip = self._step, step, tip
            if step != before:
                self._follow(before)
            elif self._shown is not None:
                self.show_range(self._shown.moved(0, tip))
            self._show()

    def set_marks(self, keyframes: Ints, journal: MarkRow, hits: MarkRow, forks: MarkRow) -> None:
        """Show where weights are kept, and where something happened."""
        if keyframes is not self.keyframes or (journal, hits, forks) != self.rows:
            self.keyframes, self.rows = keyframes, (journal, hits, forks)
            self.update()

    def set_found(self, steps: Ints) -> None:
        """Show which steps a search has found, rising."""
        if steps is not self.found:
            self.found = steps
            self.update()

    def _show(self) -> None:
        blocked = self.blockSignals(True)
        self.setRange(0, min(self.tip, SLOTS))
        self.setValue(slot_of(self._step, self.tip))
        self.blockSignals(blocked)
        self.update()

    def _moved_by_value(self, slot: int) -> None:
        self.want(step_of(slot, self.tip))

    def want(self, step: int) -> None:
        """Stand for another step, and say that it is wanted."""
        if step != self._step:
            before, self._step = self._step, step
            self._follow(before)
            self._show()
            self.step_wanted.emit(step)

    # The range that is shown -------------------------------------------------------------------

    def shown(self) -> StepRange:
        """Return the steps from the left end to the right end."""
        return StepRange(0, self.tip) if self._shown is None else self._shown

    def zoomed(self) -> bool:
        """Whether less than the whole run is shown."""
        return self._shown is not None

    @Slot()
    def show_whole(self) -> None:
        """Show the whole run."""
        self.show_range(None)

    def show_range(self, wanted: StepRange | None) -> None:
        """Show some steps; None, or all of them, is the whole run however it grows."""
        if wanted is not None and wanted.span >= self.tip:
            wanted = None
        if wanted != self._shown:
            self._shown = wanted
            self.shown_changed.emit()
            self.update()

    def _follow(self, before: int) -> None:
        if self._shown is not None:
            self.show_range(self._shown.following(self._step, before, self.tip))

    def axis(self) -> TimeAxis:
        """Return where the steps lie."""
        return TimeAxis(self.shown(), self.width(), round(MARGIN * text_scale(self.fontMetrics())))

    # Geometry ----------------------------------------------------------------------------------

    def base_height(self) -> int:
        """Return the height of groove and marks; more is used for a ruler below."""
        return round(HEIGHT * text_scale(self.fontMetrics()))

    def sizeHint(self) -> QSize:
        """Ask for the groove, the marks above and the ticks below it."""
        return QSize(300, self.base_height())

    def minimumSizeHint(self) -> QSize:
        """Let a dock shrink it."""
        return QSize(60, self.base_height())

    def look(self) -> SliderAppearance:
        """Return everything that its picture depends on."""
        return SliderAppearance(
            axis=self.axis(),
            height=self.height(),
            base=min(self.base_height(), self.height()),
            unit=text_scale(self.fontMetrics()),
            step=self._step,
            tip=self.tip,
            zoomed=self.zoomed(),
            theme=current_theme(),
            font=self.font(),
            keyframes=self.keyframes,
            rows=self.rows,
            found=self.found,
        )

    def spot_at(self, at: QPointF) -> Spot | None:
        """Return the marks under a point: those of the row that it is in."""
        return self.look().spot_at(at.x(), at.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by a step, Page keys by `page` steps, Home and End to the ends."""
        keys = Qt.Key
        moves: dict[int, int] = {
            keys.Key_Left: -1,
            keys.Key_Down: -1,
            keys.Key_Right: 1,
            keys.Key_Up: 1,
            keys.Key_PageDown: -self.page,
            keys.Key_PageUp: self.page,
            keys.Key_Home: -self.tip,
            keys.Key_End: self.tip,
        }
        move = moves.get(event.key())
        if move is None or not plain(event):
            event.ignore()
            return
        self.want(min(max(self._step + move, 0), self.tip))
        event.accept()

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
            step=count(step), epoch=localized(f"{step / max(self.page, 1):.2f}")
        )
        lines = [line for spot in look.spots_near(at.x()) for line in spot.sentences()]
        found = look.found_near(at.x())
        if len(found) == 1:
            lines.append(self.tr("Step {step} was found").format(step=count(int(found[0]))))
        elif len(found):
            lines.append(self.tr("{n} steps found here").format(n=count(len(found))))
        return [text, *lines]

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
        with QPainter(self) as painter:
            self._face.paint(
                painter,
                self.look(),
                held=self.isSliderDown(),
                focus=self.hasFocus(),
                hover=self._hover,
                ratio=self.devicePixelRatioF(),
            )
