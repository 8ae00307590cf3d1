"""PlaneView: the network over the plane of two inputs, refreshed while it trains."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.scale import Scale
from bpviz.ui.panels.decision_boundary import texts
from bpviz.ui.panels.decision_boundary.grid_budget import CELLS, GridBudget
from bpviz.ui.panels.decision_boundary.input_plot import InputPlot, Values
from bpviz.ui.panels.decision_boundary.plane_image import Grid, Picture, PlanePicture
from bpviz.ui.panels.decision_boundary.quantity import table_of
from bpviz.ui.panels.decision_boundary.scene import PlotInputs
from bpviz.ui.panels.decision_boundary.unit_lines import Lines

_REFINE_AFTER_MS = 60
"""How long the picture must have stood still before a finer one is begun."""

_BAR_FROM = 26
"""Lines of text from which on there is room for the bar of colours, in width."""

_NO_COLOURS = np.zeros(2, dtype=np.uint32)


class _Finer:
    """A finer picture on the way."""

    def __init__(self, key: object, grid: Grid) -> None:
        self.key, self.grid = key, grid
        self.f: list[Floats] = []
        self.h: list[Floats] = []
        self.done = 0


class PlaneView(InputPlot):
    """The picture with its samples, and the line of each hidden unit.

    The picture is computed when it is painted: once for several changes, and never while nobody
    sees it.  While the network stands, a finer one follows, a few rows at a time.

    Attributes
    ----------
    drawn : Picture or None
        What was painted last.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pace = GridBudget()
        self._lines: tuple[object, Lines] | None = None
        self._pictures = PlanePicture()
        self.drawn: Picture | None = None
        self._key: object = None
        self._finer: _Finer | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._refine)

    def show_scene(self, scene: PlotInputs) -> None:
        """Draw another scene, and name its colours at the right where they stand for values."""
        super().show_scene(scene)
        if self._has_bar() != (self.bar is not None):
            self.refit()

    def refit(self) -> None:
        """Leave room for the bar of colours where there is enough."""
        barred = self._has_bar()
        self.right_scale, self.bar = (Scale(0.0, 1.0), _NO_COLOURS) if barred else (None, None)
        super().refit()

    def _has_bar(self) -> bool:
        wide = self.width() >= _BAR_FROM * self.fontMetrics().height()
        return self.scene is not None and not self.scene.compares and wide

    # Computing ---------------------------------------------------------------------------------

    def current(self) -> Picture | None:
        """Return the picture of the scene as it is now in sight, computing it if need be."""
        scene, area = self.scene, self.area()
        if scene is None or area.width() < 8 or area.height() < 8:
            return None
        key = (self.version, self.x_scale, self.y_scale, area, current_theme().name)
        picture = self.drawn
        if key != self._key or picture is None:
            net = scene.net
            # A first guess, in seconds: a unit costs about 6 to 16 ns, an output 0.5 ns a unit.
            guess = 30e-9 + net.n_hidden * (8e-9 + 0.5e-9 * net.n_outputs)
            self.pace.begin((net.n_hidden, net.n_outputs, net.sigma1, net.sigma2), guess)
            grid = Grid.over(self, self.pace.cell(area.width(), area.height()))
            f, h = self._compute(scene, grid, 0, len(grid.up))
            self._finer = None
            self._timer.stop()
            picture = self._take(scene, key, grid, f, h)
        waits = self._finer is None and not self._timer.isActive()
        if scene.standing and waits and picture.grid.cell > CELLS[0]:
            self._timer.start(_REFINE_AFTER_MS)
        return picture

    def _take(self, scene: PlotInputs, key: object, grid: Grid, f: Floats, h: Floats) -> Picture:
        self.drawn = picture = self._pictures.drawn(scene, grid, f, h, current_theme())
        self._key = key
        return picture

    def _compute(
        self, scene: PlotInputs, grid: Grid, first: int, last: int
    ) -> tuple[Floats, Floats]:
        from bpviz.network.plane import over_plane  # numba loads only when it is needed

        begun = time.perf_counter()
        units = () if scene.unit is None else (scene.unit,)
        up = grid.up[first:last]
        plane = over_plane(scene.net, scene.inputs.base, scene.inputs.axes, grid.across, up, units)
        self.pace.measured(len(grid.across) * len(up), time.perf_counter() - begun)
        return plane.f, plane.h

    @Slot()
    def _refine(self) -> None:
        """Compute some rows of the finer picture, and show it once it is complete."""
        scene = self.scene
        if scene is None or not scene.standing or not self.isVisible():
            self._finer = None
            return
        if self._finer is None or self._finer.key != self._key:
            self._finer = _Finer(self._key, Grid.over(self, CELLS[0]))
        finer = self._finer
        last = min(finer.done + self.pace.slab(len(finer.grid.across)), len(finer.grid.up))
        f, h = self._compute(scene, finer.grid, finer.done, last)
        finer.f.append(f)
        finer.h.append(h)
        finer.done = last
        if last < len(finer.grid.up):
            self._timer.start(0)
            return
        self._finer = None
        self._take(scene, finer.key, finer.grid, np.concatenate(finer.f), np.concatenate(finer.h))
        self.update()

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Compute the picture first: the axes say what its colours stand for."""
        picture, scene = self.current(), self.scene
        if (
            picture is not None
            and picture.span is not None
            and scene is not None
            and self._has_bar()
        ):
            table = table_of(current_theme(), scene.shown)
            self.right_scale, self.bar = picture.span.axis(table)
            self.right_title = texts.title(texts.value_title(scene.data, scene.shown))
        super().paintEvent(event)

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw the picture, its border, the units' lines, samples and marks."""
        scene, picture = self.scene, self.current()
        if scene is None or picture is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(picture.grid.target, picture.image, QRectF(picture.image.rect()))
        lines = self._unit_lines(scene) if self.lines_shown else None
        if lines is not None:
            lines.paint(painter, self.thickness(), self.selected_unit, self.hovered_unit())
        self.dots.paint(painter, self)
        if not picture.border.isEmpty():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(current_theme().text), 2.0 * self.thickness()))
            painter.drawPath(picture.border)
        if lines is None:
            self.paint_marks(painter, area)
        else:
            self.paint_marks(painter, area, lines.drawn[::-1].tolist(), lines.label_places)

    def _unit_lines(self, scene: PlotInputs) -> Lines:
        key = (self.version, self.x_scale, self.y_scale, self.area())
        if self._lines is None or self._lines[0] != key:
            self._lines = key, Lines.of(scene, self)
        return self._lines[1]

    # Places ------------------------------------------------------------------------------------

    def line_at(self, pixel: QPointF) -> int | None:
        """Return the hidden unit whose line is near a pixel."""
        return None if self._lines is None else self._lines[1].nearest(pixel)

    def values_at(self, pixel: QPointF) -> Values:
        """Return both inputs at a pixel."""
        return self.x_value(pixel.x()), self.y_value(pixel.y())

    def tried_place(self) -> QPointF | None:
        """Return the pixel of the tried point."""
        tried = self.tried
        return self.place(*tried) if tried is not None and len(tried) == 2 else None

    def values_text(self) -> str:
        """Return what is drawn as a table, a line a point."""
        picture, scene = self.current(), self.scene
        if picture is None or scene is None:
            return ""
        return texts.grid_table(scene, picture.grid.across, picture.grid.up, picture.f, picture.h)
