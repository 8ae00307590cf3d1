"""Motion: lets the marks of the network graph run, but only where somebody can see them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from bpviz.ui.panels.network_graph.colours import GraphColours
from bpviz.ui.panels.network_graph.error_flow import Lanes, MarkPainter, lanes_of
from bpviz.ui.panels.network_graph.layout import GraphLayout
from bpviz.ui.panels.network_graph.model import GraphState

TICK_MS = 40
"""Between two pictures of the flow; only the marks are drawn anew."""


class Motion(QObject):
    """Repaints `canvas` again and again while the errors of its state flow and it can be seen.

    Parameters
    ----------
    clock : callable
        Returns seconds; the marks stand where it says.

    Attributes
    ----------
    timer : QTimer
        Active while marks run.
    """

    def __init__(self, canvas: QWidget, clock: Callable[[], float]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._clock = clock
        self._state: GraphState | None = None
        self._lanes: Lanes | None = None
        self._marks: MarkPainter | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(TICK_MS)
        self.timer.timeout.connect(self._tick)

    def show(self, state: GraphState) -> None:
        """Let the errors of `state` flow, if it is one in which they do."""
        self._state, self._lanes = state, None
        self.wake()

    def forget(self) -> None:
        """Lay out and draw the marks anew: size, font or colours have changed."""
        self._lanes = self._marks = None

    def wake(self) -> None:
        """Start or stop, as it should be now."""
        canvas = self._canvas
        flowing = self._state is not None and self._state.flowing
        wanted = flowing and canvas.isVisible() and not canvas.window().isMinimized()
        if not wanted:
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start()

    @Slot()
    def _tick(self) -> None:
        """Move the marks; where nobody can see them, rest until there is something to paint."""
        if self._canvas.visibleRegion().isEmpty() or self._canvas.window().isMinimized():
            self.timer.stop()
        self._canvas.update()

    def paint(
        self, painter: QPainter, layout: GraphLayout, colours: GraphColours, ratio: float
    ) -> None:
        """Draw the marks where they are now."""
        state = self._state
        if state is None or not state.flowing:
            return
        if self._lanes is None:
            self._lanes = lanes_of(state, layout)
        if self._marks is None:
            self._marks = MarkPainter(colours, mark_radius(layout), ratio)
        self._marks.paint(painter, self._lanes, self._clock())


def mark_radius(layout: GraphLayout) -> float:
    """Return the radius in pixels of the largest mark."""
    least = min(column.pitch for column in layout.columns.values())
    return min(max(0.3 * min(layout.line, least), 2.5), 0.35 * layout.line)
