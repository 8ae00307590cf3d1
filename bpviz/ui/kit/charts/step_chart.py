"""StepChart: a chart along the steps of a run, with zoom, range and clicks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.chart import Chart, near
from bpviz.ui.kit.charts.scale import Scale, whole_run_end

AVERAGED_STEPS = 1000
"""Steps that the moving average looks back, or one bucket where that is more."""

NARROWEST = 10
"""Fewest steps that zooming in leaves."""

ASK_AFTER_MS = 100


class StepChart(Chart):
    """Base of the plots whose bottom axis counts steps.

    The wheel and dragging zoom into a range of steps, Shift and dragging moves along, a double
    click shows the whole run again.

    Signals
    -------
    step_clicked(object)
        The step under a click, an int of any size.
    range_wanted(object)
        Steps ``(first, last)`` whose record should be sent, some more than are in sight, or None
        for the whole run; a moment after the view has come to rest.
    view_range_changed(object)
        Steps ``(first, last)`` now in sight, or None for the whole run; at once.

    Attributes
    ----------
    step, tip : int
        Where the run stands, and how far its branch goes.
    view_range : tuple of two int, or None
        Steps in sight; None follows the whole run.
    """

    step_clicked = Signal(object)
    range_wanted = Signal(object)
    view_range_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = 0
        self.tip = 0
        self.view_range: tuple[int, int] | None = None
        self.log_x = False
        self.log_y = False
        self._run: int | None = None
        self._press: QPointF | None = None
        self._drag: QPointF | None = None
        self._pan_from: tuple[int, int] | None = None
        self._clicked = 0
        self._after_click = QTimer(self, singleShot=True)
        self._after_click.timeout.connect(self._send_click)
        self._ask = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._ask.timeout.connect(self._send_range)
        self.x_title = self.tr("step")

    # What a plot adds --------------------------------------------------------------------------

    def fit_values(self) -> None:
        """Fit the other axes to what is in sight; the bottom one is right already."""

    def end(self) -> int:
        """Return the last step that anything drawn has come to."""
        return self.tip

    def zoom_hint(self) -> str:
        """Say that only some steps are in sight, and how to see all."""
        return "" if self.view_range is None else self.tr("zoomed: double click for the whole run")

    # Scales ------------------------------------------------------------------------------------

    def follow_run(self, run: int) -> None:
        """Show the whole of another run; the range chosen in the last one means nothing there."""
        if run != self._run:
            self._run = run
            self.show_whole_run()

    def set_log(self, *, x: bool | None = None, y: bool | None = None) -> None:
        """Make either axis logarithmic or linear."""
        self.log_x = self.log_x if x is None else x
        self.log_y = self.log_y if y is None else y
        self.x_title = self.tr("step + 1 (logarithmic)") if self.log_x else self.tr("step")
        self.fit()
        self.update()

    def fit(self) -> None:
        """Fit every axis."""
        if self.view_range is None:
            self.x_scale = Scale(0.0, whole_run_end(self.end()), self.log_x, 1.0, whole=True)
        else:
            first, last = self.view_range
            self.x_scale = Scale(
                float(first), float(max(last, first + 1)), self.log_x, 1.0, whole=True
            )
        self.fit_values()

    # Range -------------------------------------------------------------------------------------

    def set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Show only the steps ``first … last``, or with None follow the whole run."""
        if steps is not None:
            first = max(0, int(steps[0]))
            steps = (first, max(int(steps[1]), first + 1))
        if steps != self.view_range:
            self.view_range = steps
            self.fit()
            self.update()

    def take_over(self, other: StepChart) -> None:
        """Show the same steps as another one of the same run."""
        if other.view_range is not None:
            self._run = other._run
            self._choose(other.view_range)

    def zoom(self) -> list[float] | None:
        """Return the steps in sight, first and last; None for the whole run."""
        return None if self.view_range is None else [float(step) for step in self.view_range]

    def bring_zoom(self, zoom: list[float]) -> None:
        """Show what another one said by `zoom`; raises ValueError where that means nothing."""
        first, last = zoom
        self._choose((round(first), round(last)))

    def zoom_to(self, low: float, high: float) -> None:
        """Show the steps ``low … high`` as far as the run goes, and ask for their record."""
        whole = max(self.end(), NARROWEST)
        span = max(high - low, NARROWEST)
        if span >= whole and not (low > 0 and high > whole):
            self.show_whole_run()
            return
        first = min(max(0, round(low)), max(0, whole - NARROWEST))
        self._choose((first, min(whole, first + max(round(span), NARROWEST))))

    def show_whole_run(self) -> None:
        """Show every step again, and follow the run."""
        self._choose(None)

    def _choose(self, steps: tuple[int, int] | None) -> None:
        if steps == self.view_range:
            return
        self.set_view_range(steps)
        self.view_range_changed.emit(self.view_range)
        self._ask.start()

    def _send_range(self) -> None:
        if self.view_range is None:
            self.range_wanted.emit(None)
            return
        first, last = self.view_range
        # The moving average at the left edge looks back, and moving along should find something.
        spare = (last - first) // 8
        last = min(self.tip, last + spare)
        self.range_wanted.emit((min(max(0, first - spare - AVERAGED_STEPS), last), last))

    def paint_choice(self, painter: QPainter, area: QRect) -> None:
        """Draw the range that is being dragged out."""
        if self._press is not None and self._drag is not None and self._pan_from is None:
            chosen = faint(current_theme().accent, 60)
            left, right = sorted((self._press.x(), self._drag.x()))
            painter.fillRect(round(left), area.top(), round(right - left), area.height(), chosen)

    # Mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            inside = self.area().contains(event.position().toPoint())
            self._press = event.position() if inside else None
            self._drag = None
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._pan_from = self.view_range if shift else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, and move the readout."""
        press, held = self._press, event.buttons() & Qt.MouseButton.LeftButton
        moved = press is not None and not near(press, event.position())
        if press is not None and held and (moved or self._drag is not None):
            self._drag = event.position()
            self._pan(event.position())
        super().mouseMoveEvent(event)

    def _pan(self, to: QPointF) -> None:
        if self._pan_from is None or self._press is None:
            return
        first, last = self._pan_from
        moved = (self._press.x() - to.x()) / max(self.area().width(), 1) * (last - first)
        moved = min(max(moved, -first), max(self.end() - last, 0))
        self._choose((first + round(moved), last + round(moved)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        press, drag, panned = self._press, self._drag, self._pan_from
        self._press = self._drag = self._pan_from = None
        if press is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if drag is not None:
            if panned is None:
                self.zoom_to(*sorted((self.x_value(press.x()), self.x_value(drag.x()))))
            self.update()
            return
        step = self.x_value(event.position().x())
        self._clicked = min(max(round(step), 0), self.tip)
        # Where a double click has a meaning of its own, the first of its clicks must do nothing.
        wait = QGuiApplication.styleHints().mouseDoubleClickInterval() if self.view_range else 0
        if wait:
            self._after_click.start(wait)
        else:
            self._send_click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole run again."""
        self._after_click.stop()
        self._press = None
        self.show_whole_run()

    def _send_click(self) -> None:
        self.step_clicked.emit(self._clicked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the mouse; with Shift, or sideways, move along."""
        notches, sideways = event.angleDelta().y() / 120, event.angleDelta().x() / 120
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            notches, sideways = 0.0, notches or sideways
        low, high = self.x_scale.low, min(self.x_scale.high, float(max(self.end(), NARROWEST)))
        if sideways and self.view_range is not None:
            moved = min(max(-sideways * (high - low) / 8, -low), max(self.end() - high, 0.0))
            self.zoom_to(low + moved, high + moved)
        elif notches:
            centre = min(max(self.x_value(event.position().x()), low), high)
            factor = 0.8**notches
            self.zoom_to(centre - (centre - low) * factor, centre + (high - centre) * factor)
        event.accept()
