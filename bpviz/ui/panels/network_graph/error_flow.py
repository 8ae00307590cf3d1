"""The flow of the errors in the network graph: small marks that run from the outputs back."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats
from bpviz.training.journal.entries import MatrixName
from bpviz.training.step.phases import Phase
from bpviz.ui.core.figure_mode import painting_figure
from bpviz.ui.panels.network_graph.colours import GraphColours
from bpviz.ui.panels.network_graph.layout import GraphLayout
from bpviz.ui.panels.network_graph.model import GraphState, Layer, Unit

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
        self.timer = QTimer(self, interval=TICK_MS)
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


PERIOD = 1.6
"""Seconds that a mark takes along its connection."""

TAIL = ((0.0, 1.0), (2.0, 0.65), (3.5, 0.4))
"""Each mark is followed by smaller ones: how many radii behind, and how large; so that even a still
picture shows where it runs."""

MANY_LANES = 150
"""On more lanes than these a mark has but one follower."""


@dataclass(frozen=True, eq=False)
class Lanes:
    """Where marks run.

    Attributes
    ----------
    ends : (c, 4) float64
        x and y where marks set out and where they arrive, in pixels.
    deltas : (c,) float64
        δ of the unit that they leave; NaN where it is not computed yet or not finite.
    known : (c,) bool
        Whether that δ is computed.
    strengths : (c,) float64
        How large a mark is, 0 … 1: the square root of |δ| over the largest |δ| of the step, so that
        the small δ1 of a saturated unit can be seen beside δ2.
    """

    ends: Floats
    deltas: Floats
    known: NDArray[np.bool_]
    strengths: Floats

    @cached_property
    def lengths(self) -> Floats:
        """The length of each lane in pixels, (c,)."""
        run = self.ends[:, 2:] - self.ends[:, :2]
        return np.maximum(np.hypot(run[:, 0], run[:, 1]), 1.0)

    def shares(self, seconds: float, behind: float = 0.0) -> Floats:
        """Return how far along its lane each mark is, or what follows `behind` pixels after it.

        (c,), from 0 to 1; below 0 it has not set out yet.
        """
        return (seconds / PERIOD) % 1.0 - behind / self.lengths

    def places(self, shares: Floats) -> Floats:
        """Return the points (c, 2) that far along the lanes."""
        start, end = self.ends[:, :2], self.ends[:, 2:]
        return start + shares[:, np.newaxis] * (end - start)


def lanes_of(state: GraphState, layout: GraphLayout) -> Lanes:
    """Return the lanes along which errors run back where the step stands.

    At the loss they run from the targets to the outputs.  Later they run through W₂ from each
    output whose δ2 is computed or being computed, and through W₁ from such hidden units.
    """
    groups: list[tuple[Floats, Floats, NDArray[np.bool_]]] = []
    phase = state.phase
    if phase is Phase.LOSS:
        groups.append(_from_targets(layout))
    elif phase.order > Phase.LOSS.order:
        groups.append(_through(state, layout, "W2"))
        if phase.order >= Phase.GRAD_W1.order:
            groups.append(_through(state, layout, "W1"))
    if not groups:
        groups.append((np.zeros((0, 4)), np.zeros(0), np.zeros(0, np.bool_)))
    ends, deltas, known = (np.concatenate(parts) for parts in zip(*groups, strict=True))
    sizes = np.abs(deltas[np.isfinite(deltas)])
    largest = float(sizes.max(initial=0.0))
    strengths = np.full(len(deltas), 0.5)
    if largest > 0:
        strengths = np.where(known, np.sqrt(np.abs(deltas) / largest), 0.5)
    strengths[known & (deltas == 0)] = 0.0
    strengths[known & ~np.isfinite(deltas)] = 1.0
    return Lanes(ends, deltas, known, strengths)


def _from_targets(layout: GraphLayout) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    d = layout.shape.n_outputs
    ends = np.empty((d, 4))
    for j in range(d):
        target, output = layout.unit(Unit(Layer.TARGET, j)), layout.unit(Unit(Layer.OUTPUT, j))
        ends[j] = target.left(), target.center().y(), output.right(), output.center().y()
    return ends, np.full(d, math.nan), np.zeros(d, np.bool_)


def _through(
    state: GraphState, layout: GraphLayout, matrix: MatrixName
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    trace = state.trace
    first = matrix == "W1"
    ends = layout.ends[matrix][:, :, [2, 3, 0, 1]]  # from the right end to the left one
    rows, columns = ends.shape[:2]
    place = Phase.GRAD_W1 if first else Phase.GRAD_W2
    done = rows if trace is None else trace.rows_W1 if first else trace.rows_W2
    begun = min(done + (state.phase is place), rows)
    delta = np.full(rows, math.nan)
    if trace is not None:
        vector = trace.delta1 if first else trace.delta2
        if vector is not None:
            delta[:done] = vector[:done]
    known = np.arange(rows) < done
    return (
        ends[:begun].reshape(-1, 4),
        np.repeat(delta[:begun], columns),
        np.repeat(known[:begun], columns),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Mark:
    """A circle, and the picture of it that is drawn on the screen."""

    radius: float
    rim: QPen
    colour: QColor
    picture: QPixmap

    @classmethod
    def of(cls, radius: float, rim: QColor, colour: QColor, ratio: float) -> _Mark:
        """Return a mark whose picture has `ratio` pixels for each of the screen's."""
        side = 2 * math.ceil(radius + 2)
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        mark = cls(radius, QPen(rim, 1.2), QColor(colour), picture)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mark.circle(painter, QPointF(side / 2, side / 2))
        return mark

    def circle(self, painter: QPainter, place: QPointF) -> None:
        """Draw it as a circle around `place`."""
        painter.setPen(self.rim)
        painter.setBrush(self.colour)
        painter.drawEllipse(place, self.radius, self.radius)

    def stamp(self, painter: QPainter, place: QPointF) -> None:
        """Draw its picture there."""
        half = self.picture.deviceIndependentSize().width() / 2
        painter.drawPixmap(place - QPointF(half, half), self.picture)


class MarkPainter:
    """Paints marks from little pictures, many times faster than circles; on paper circles."""

    def __init__(self, colours: GraphColours, largest: float, ratio: float) -> None:
        self._colours = colours
        self._largest = largest
        self._ratio = ratio
        self._known: dict[tuple[str, int], _Mark] = {}
        self._lanes: Lanes | None = None
        self._chosen: list[tuple[float, list[_Mark | None]]] = []

    def paint(self, painter: QPainter, lanes: Lanes, seconds: float) -> None:
        """Draw the marks where they are at a time; those of a δ of 0 are not there."""
        if lanes is not self._lanes:
            self._lanes, self._chosen = lanes, self._choose(lanes)
        draw = _Mark.circle if painting_figure() else _Mark.stamp
        for radii, marks in self._chosen:
            shares = lanes.shares(seconds, radii * self._largest)
            out = (shares >= 0).tolist()
            places = lanes.places(shares).tolist()
            for (x, y), seen, mark in zip(places, out, marks, strict=True):
                if seen and mark is not None:
                    draw(mark, painter, QPointF(x, y))

    def _choose(self, lanes: Lanes) -> list[tuple[float, list[_Mark | None]]]:
        """Return all marks, those that follow first; None where there is none."""
        columns = lanes.strengths, lanes.deltas, lanes.known
        marks = list(zip(*(column.tolist() for column in columns), strict=True))
        tail = reversed(TAIL if len(marks) <= MANY_LANES else TAIL[:2])
        return [(radii, [self._mark(size, *mark) for mark in marks]) for radii, size in tail]

    def _mark(self, size: float, strength: float, delta: float, known: bool) -> _Mark | None:
        if strength <= 0:
            return None
        if not known:
            kind, colour = "unknown", self._colours.base
        elif not math.isfinite(delta):
            kind, colour = "bad", self._colours.warning
        else:
            kind, colour = ("+" if delta > 0 else "-"), self._colours.sign(delta)
        step = max(round(size * (0.35 + 0.65 * strength) * 12), 2)
        found = self._known.get((kind, step))
        if found is None:
            # A rim keeps a mark apart from a connection of its own colour.
            rim = self._colours.base if known else self._colours.muted
            found = _Mark.of(self._largest * step / 12, rim, colour, self._ratio)
            self._known[kind, step] = found
        return found
