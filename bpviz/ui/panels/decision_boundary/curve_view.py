"""CurveView: the network along its one input, through the samples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.colour_range import ColourRange, peak
from bpviz.ui.kit.charts.scale import Scale
from bpviz.ui.panels.decision_boundary import texts
from bpviz.ui.panels.decision_boundary.input_plot import InputPlot, Values
from bpviz.ui.panels.decision_boundary.quantity import scale_of
from bpviz.ui.panels.decision_boundary.scene import PlotInputs
from bpviz.ui.panels.decision_boundary.unit_labels import along_line

_REACH = 5.0
"""Pixels from a unit's curve within which a click means it."""

_SPACING = 2
"""Pixels between two points of a curve."""

_MANY = 48
"""With more units than this their curves are drawn coarser and without smoothing."""

_FAINTEST = 0.01
"""Curves that stay within this share of the axis are not drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """What is drawn.

    Attributes
    ----------
    x : (c,) float64
        Values of the input.
    f : (c, d) float64
        The outputs, as the left axis has them.
    parts : (c, l) float64
        W2[j, k]·h_k of each hidden unit; (c, 0) where no single output is shown.
    """

    x: Floats
    f: Floats
    parts: Floats


class CurveView(InputPlot):
    """f(x), and on the right axis what each hidden unit adds to z2."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: Curves | None = None
        self._key: object = None
        self._scale = ColourRange()

    def show_scene(self, scene: PlotInputs) -> None:
        """Draw another scene; one that looks the same costs nothing."""
        super().show_scene(scene)
        self._fit_right()

    def set_lines_shown(self, on: bool) -> None:
        """Show or hide what the hidden units add, and its axis."""
        super().set_lines_shown(on)
        self._fit_right()

    def current(self) -> Curves | None:
        """Return the curves of the scene as it is now in sight, computing them if need be."""
        scene, area = self.scene, self.area()
        if scene is None or area.width() < 8 or area.height() < 8:
            return None
        key = (self.version, self.x_scale, area.width())
        if key != self._key or self._curves is None:
            self._key = key
            spots = np.arange(-_SPACING, area.width() + 2 * _SPACING, _SPACING, dtype=np.float64)
            self._curves = self._computed(scene, self.x_scale.low + self.unit[0] * spots)
        return self._curves

    def _computed(self, scene: PlotInputs, x: Floats) -> Curves:
        from bpviz.network.plane import over_plane  # numba loads only when it is needed

        units = range(scene.net.n_hidden)
        plane = over_plane(scene.net, scene.inputs.base, scene.inputs.axes, x, units=units)
        scales = np.array([scale_of(scene.data, j) for j in range(scene.net.n_outputs)])
        j = scene.output
        with np.errstate(over="ignore", invalid="ignore"):  # a network that has left all bounds
            parts = np.zeros((len(x), 0)) if j is None else plane.h[0] * scene.net.W2[j]
            return Curves(x, scales[:, 0] + scales[:, 1] * plane.f[0], parts)

    def _fit_right(self) -> None:
        """Let the right axis hold what the hidden units add."""
        scene = self.scene
        scale = None
        if self.lines_shown and scene is not None and scene.output is not None:
            curves = self.current()
            if curves is not None:
                self._scale.show(peak(curves.parts), (scene.stretch, id(scene.data)))
            limit = self._scale.limit
            scale = Scale(-1.05 * limit, 1.05 * limit)
        if scale != self.right_scale:
            room = (scale is None) != (self.right_scale is None)
            self.right_scale = scale
            if room:
                self.refit()

    # Painting ----------------------------------------------------------------------------------

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw the units' curves, f, samples and marks."""
        scene, curves = self.scene, self.current()
        if scene is None or curves is None:
            return
        if self.right_scale is not None:
            self._paint_parts(painter, scene, curves, self.right_scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.tried is not None:
            painter.setPen(QPen(QColor(current_theme().muted), 1, Qt.PenStyle.DashLine))
            x = float(self.px(self.tried[0]))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        self.dots.paint(painter, self)
        several = scene.output is None
        for j in range(curves.f.shape[1]):
            if several or j == scene.output:
                classes = current_theme().classes
                ink = classes[j % len(classes)] if several else current_theme().series[1]
                path = _path(self.px(curves.x), self.py(curves.f[:, j]))
                for colour, width in ((current_theme().base, 4.5), (ink, 2.5)):
                    painter.setPen(QPen(QColor(colour), width * self.thickness()))
                    painter.drawPath(path)
        if self.right_scale is None:
            self.paint_marks(painter, area)
        else:
            strength = np.abs(curves.parts).max(axis=0, initial=0.0)
            strength[list(scene.off)] = 0.0
            there = np.flatnonzero(strength > _FAINTEST * self.right_scale.high)
            order = there[np.argsort(-strength[there])].tolist()
            self.paint_marks(painter, area, order, self._label_places)

    def _paint_parts(
        self, painter: QPainter, scene: PlotInputs, curves: Curves, scale: Scale
    ) -> None:
        many = curves.parts.shape[1] > _MANY
        step = 3 if many else 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not many)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        zero = round(float(self.py(0.0, scale)))
        painter.setPen(QPen(QColor(current_theme().border), 1, Qt.PenStyle.DashLine))
        painter.drawLine(self.area().left(), zero, self.area().right(), zero)
        hovered = self.hovered_unit()
        faint = QColor(current_theme().muted)
        faint.setAlpha(120)
        thick = self.thickness()
        count = curves.parts.shape[1]
        marked = [k for k in (hovered, self.selected_unit) if k is not None and k < count]
        values = curves.parts[::step]
        across, up = self.px(curves.x[::step]), self.py(values, scale)
        seen = np.abs(values).max(axis=0, initial=0.0) > _FAINTEST * scale.high
        for k in [*np.flatnonzero(seen).tolist(), *marked]:
            if k in scene.off:
                continue
            ink, width = QColor(faint), 1.0
            if k == self.selected_unit:
                ink, width = QColor(current_theme().accent), 2.5
            elif k == hovered:
                ink, width = QColor(current_theme().text), 2.0
            painter.setPen(QPen(ink, width * thick))
            painter.drawPath(_path(across, up[:, k]))

    def _label_places(self, units: list[int], height: int) -> Floats:
        """Return where the numbers of units may stand, (u, c, 2): from both sides on, in turn.

        Each begins at the side where its curve is farther from 0.
        """
        curves = self._curves
        if curves is None:
            return np.zeros((len(units), 0, 2))
        along = (along_line(height) / _SPACING).astype(int) + 2
        along = along[along < len(curves.x) // 2]
        columns = np.stack([len(curves.x) - 1 - along, along], axis=1)  # (c, sides)
        x = np.broadcast_to(self.px(curves.x[columns]), (len(units), *columns.shape))
        y = np.moveaxis(self.py(curves.parts[:, units][columns], self.right_scale), -1, 0)
        both = np.stack([x, y], axis=-1)  # (u, c, sides, 2)
        right, left = np.abs(curves.parts[[-3, 2]][:, units])
        other = left > right
        both[other] = both[other][:, :, ::-1]
        return both.reshape(len(units), -1, 2)

    # Places ------------------------------------------------------------------------------------

    def line_at(self, pixel: QPointF) -> int | None:
        """Return the hidden unit whose curve is near a pixel."""
        scale, curves, scene = self.right_scale, self._curves, self.scene
        if scale is None or curves is None or scene is None or not curves.parts.shape[1]:
            return None
        parts = curves.parts[np.abs(curves.x - self.x_value(pixel.x())).argmin()]
        distance = np.abs(self.py(parts, scale) - pixel.y())
        flat = ~(np.abs(curves.parts).max(axis=0) > _FAINTEST * scale.high)
        distance[flat | np.isnan(distance)] = np.inf
        best = int(np.argmin(distance))
        return best if distance[best] <= _REACH else None

    def values_at(self, pixel: QPointF) -> Values:
        """Return the input at a pixel."""
        return (self.x_value(pixel.x()),)

    def tried_place(self) -> QPointF | None:
        """Return the pixel of f at the tried input."""
        scene = self.scene
        if self.tried is None or scene is None or len(self.tried) != 1:
            return None
        f = self._computed(scene, np.array(self.tried)).f[0]
        j = int(f.argmax()) if scene.output is None else scene.output
        return self.place(self.tried[0], float(f[j])) if np.isfinite(f[j]) else None

    def values_text(self) -> str:
        """Return the curves as a table, a line a value of the input, in their own units."""
        curves, scene = self.current(), self.scene
        if curves is None or scene is None:
            return ""
        return texts.curve_table(scene, curves.x, curves.f, curves.parts)


def _path(across: Floats, up: Floats) -> QPainterPath:
    path: QPainterPath = pg.arrayToQPath(across, up, connect="finite")
    return path
