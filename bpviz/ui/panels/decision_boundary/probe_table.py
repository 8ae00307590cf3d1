"""ProbeTable: z and σ(z) of every unit at the point that is tried."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.network import Activation, StepTrace
from bpviz.network.types import Floats
from bpviz.ui.core.formatting import number, tabular, translator
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.export_menu import tab_separated
from bpviz.ui.panels.decision_boundary.quantity import output_name
from bpviz.ui.panels.decision_boundary.scene import PlotInputs

_tr = translator("BoundaryPanel")

_SAMPLE = "−0.001234"
"""A number as wide as any."""

_BAR = 44
"""Width of a bar and what is free beside it, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class ProbeLayer:
    """The lines of one layer.

    Attributes
    ----------
    heading : tuple of three str
        Of the columns: name, z, σ(z).
    names : tuple of str
    z, values : (u,) float64
    low, high : float
        Range of the bars; 0 among it.
    off : tuple of int
        Lines that are greyed.
    """

    heading: tuple[str, str, str]
    names: tuple[str, ...]
    z: Floats
    values: Floats
    low: float
    high: float
    off: tuple[int, ...] = ()


def layers(scene: PlotInputs, trace: StepTrace) -> tuple[ProbeLayer, ProbeLayer]:
    """Return outputs and hidden units of a trace."""
    net = scene.net
    outputs = tuple(output_name(scene.data, j) or str(j) for j in range(net.n_outputs))
    units = tuple(map(str, range(net.n_hidden)))
    ends = _ends(net.sigma1, trace.h), _ends(net.sigma2, trace.f)
    return (
        ProbeLayer((_tr("output"), "z2", "f"), outputs, trace.z2, trace.f, *ends[1]),
        ProbeLayer((_tr("unit"), "z1", "h"), units, trace.z1, trace.h, *ends[0], scene.off),
    )


def _ends(kind: Activation, values: Floats) -> tuple[float, float]:
    if kind.bounded:
        return kind.range
    finite = values[np.isfinite(values)]
    reach = float(np.abs(finite).max(initial=0.0)) or 1.0
    return max(kind.range[0], -reach), reach


class ProbeTable(QWidget):
    """A line for each output and each hidden unit: name, z, σ(z), and σ(z) as a bar."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setFont(tabular(self.font()))
        self.layers: tuple[ProbeLayer, ...] = ()
        self.marked: int | None = None

    def set_layers(self, shown: tuple[ProbeLayer, ...]) -> None:
        """Show these values."""
        before = [len(layer.names) for layer in self.layers]
        self.layers = shown
        if [len(layer.names) for layer in shown] != before:
            self.updateGeometry()
        self.update()

    def set_marked(self, unit: int | None) -> None:
        """Mark the line of a hidden unit."""
        if unit != self.marked:
            self.marked = unit
            self.update()

    def text(self) -> str:
        """Return everything as a table, with all digits."""
        rows: list[tuple[object, ...]] = []
        for layer in self.layers:
            rows.append(layer.heading)
            rows += zip(layer.names, layer.z.tolist(), layer.values.tolist(), strict=True)
        return tab_separated(rows)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the figures tabular when the application's font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            if not self.font().featureTags():
                self.setFont(tabular(self.font()))
            self.updateGeometry()

    def _line(self) -> int:
        return QFontMetrics(self.font()).height() + 4

    def sizeHint(self) -> QSize:
        """Room for all lines."""
        lines = sum(len(layer.names) + 1 for layer in self.layers) + max(len(self.layers) - 1, 0)
        return QSize(self.least_width(), lines * self._line() + 4)

    def minimumSizeHint(self) -> QSize:
        """As the hint: below it should scroll."""
        return self.sizeHint()

    def least_width(self) -> int:
        """Return the width that names, numbers and a short bar need."""
        metrics = QFontMetrics(self.font())
        names = [name for layer in self.layers for name in (*layer.names, layer.heading[0])]
        widest = max(map(metrics.horizontalAdvance, names), default=0)
        most = metrics.horizontalAdvance("a class of its own")
        return min(widest, most) + 2 * metrics.horizontalAdvance(_SAMPLE) + 62

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines that are in sight."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(current_theme().base))
            y, line = 2, self._line()
            for layer in self.layers:
                for i in range(-1, len(layer.names)):
                    if y + line >= event.rect().top() and y <= event.rect().bottom():
                        self._paint_line(painter, layer, i, QRectF(0, y, self.width(), line))
                    y += line
                y += line

    def _paint_line(self, painter: QPainter, layer: ProbeLayer, i: int, box: QRectF) -> None:
        """Draw the line of unit `i`, the heading where it is −1."""
        theme, right = current_theme(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if layer is self.layers[-1] and i == self.marked:
            tint = QColor(theme.accent)
            tint.setAlpha(60)
            painter.fillRect(box, tint)
        wide = self.fontMetrics().horizontalAdvance(_SAMPLE) + 6
        bar = box.adjusted(box.width() - _BAR, 5, -6, -5)
        value = box.adjusted(0, 0, -_BAR - 6, 0)
        z, name = value.adjusted(0, 0, -wide, 0), box.adjusted(6, 0, -2 * wide - _BAR - 6, 0)
        painter.setPen(QColor(theme.muted if i < 0 or i in layer.off else theme.text))
        words = layer.heading
        if i >= 0:
            elided = painter.fontMetrics().elidedText(
                layer.names[i], Qt.TextElideMode.ElideRight, int(name.width()) - 4
            )
            words = elided, number(float(layer.z[i])), number(float(layer.values[i]))
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words[0])
        painter.drawText(z, right, words[1])
        painter.drawText(value, right, words[2])
        if i < 0:
            return
        known = float(layer.values[i])
        if not np.isfinite(known):
            return
        painter.fillRect(bar, QColor(theme.border))
        span = layer.high - layer.low
        zero, end = (
            bar.left() + bar.width() * min(max((v - layer.low) / span, 0.0), 1.0)
            for v in (0.0, known)
        )
        ink = QColor(theme.muted if i in layer.off else theme.accent)
        filled = QRectF(min(zero, end), bar.top(), abs(end - zero), bar.height())
        painter.fillRect(filled, ink)
