"""BranchLines: the mean loss of the other branches of a run, drawn on a chart and found again."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from bpviz.network.types import Floats
from bpviz.training.infos import BranchCurve, BranchInfo
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.figure_mode import painting_figure
from bpviz.ui.core.formatting import count, shortened, translated, translator
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.history_plot import in_sight, through_buckets
from bpviz.ui.kit.charts.legend import LegendEntry, Mark, heading
from bpviz.ui.kit.charts.raster import paint_thick, share_of_last, trailing_mean
from bpviz.ui.kit.charts.step_chart import AVERAGED_STEPS

_tr = translator("BranchLegend")

MOST_POINTS = 40_000
"""Points of all lines together that are drawn: a thousand branches must not take long."""

GREY = 130
"""Of 255: how much of the colour of less important text a line has that no legend names."""

PALE = 0.35
"""Opacity of the other lines while two branches are compared."""


@dataclass(frozen=True, slots=True, eq=False)
class BranchLine:
    """One branch as it is drawn.

    Attributes
    ----------
    number : int
    name : str
        In the interface's language.
    tip : int
    curve : BranchCurve
    values : (b,) float64
        The moving average of the loss, as long as that of the current branch.
    """

    number: int
    name: str
    tip: int
    curve: BranchCurve
    values: Floats

    @classmethod
    def of(cls, note: BranchInfo, curve: BranchCurve) -> BranchLine:
        """Lay the curve of a branch out."""
        window = max(1, math.ceil(AVERAGED_STEPS / curve.width))
        last = share_of_last(curve.starts, curve.width, note.tip)
        values = trailing_mean(curve.loss, window, last)
        return cls(note.number, translated(note.name), note.tip, curve, values)

    def value_at(self, step: float) -> float | None:
        """Return the value at `step`; None where it has none of its own."""
        starts, width = self.curve.starts, self.curve.width
        i = int(np.searchsorted(starts, math.floor(step + 0.5), "right")) - 1
        if i < 0 or step + 0.5 >= int(starts[i]) + width or step > self.tip:
            return None
        value = float(self.values[i])
        return None if math.isnan(value) else value


@dataclass(frozen=True, slots=True)
class Hit:
    """A line at a step: its `value` there, drawn `distance` pixels above or below the mouse."""

    line: BranchLine
    value: float
    distance: float


class Named(Protocol):
    """A branch that has a curve of its own."""

    @property
    def number(self) -> int:
        """Its number, which decides its colour."""

    @property
    def name(self) -> str:
        """What it is called."""


def legend_entries(branches: Sequence[Named], named: int) -> list[LegendEntry]:
    """Name the first few of some branches in their colours, and say how many more there are."""
    if not branches:
        return []
    entries = [heading(_tr("branches:"))]
    for each in branches[:named]:
        colour = branch_colour(each.number, current_theme()).name()
        entries.append(LegendEntry(Mark.LINE, colour, shortened(each.name)))
    if len(branches) > named:
        more = _tr("+ {n} more").format(n=count(len(branches) - named))
        entries.append(LegendEntry(Mark.THIN, current_theme().muted, more))
    return entries


class BranchLines:
    """All of them, drawn once into a picture that stands until one of them or the axes change.

    Attributes
    ----------
    lines : tuple of BranchLine
        Oldest first; empty while there is only one branch, and then nothing here costs anything.
    strong : frozenset of int
        Numbers of the branches that stand out.
    coloured : frozenset of int, or None
        Numbers of those that a legend names, and that are drawn in their colours: colours repeat.
        The others are grey; None draws all in their colours.
    """

    def __init__(self) -> None:
        self.lines: tuple[BranchLine, ...] = ()
        self.strong: frozenset[int] = frozenset()
        self.coloured: frozenset[int] | None = None
        self._extremes: tuple[object, Floats] | None = None
        self._picture: tuple[object, QPixmap] | None = None

    def set_branches(self, notes: tuple[BranchInfo, ...], strong: Collection[int]) -> None:
        """Show the branches among `notes` that have a curve; none hides all of them."""
        known = {line.number: line for line in self.lines}
        lines = []
        for note in notes:
            if note.curve is None or not len(note.curve.starts):
                continue
            line = known.get(note.number)
            same = line is not None and line.curve is note.curve and line.tip == note.tip
            if line is None or not same or line.name != translated(note.name):
                line = BranchLine.of(note, note.curve)
            lines.append(line)
        if len(lines) != len(self.lines) or any(
            a is not b for a, b in zip(lines, self.lines, strict=True)
        ):
            self.lines = tuple(lines)
        self.strong = frozenset(strong)

    def end(self) -> int:
        """Return the last step that any of them has come to; 0 if there are none."""
        return max((line.tip for line in self.lines), default=0)

    def extremes(self, chart: Chart) -> Floats:
        """Return the least and the greatest finite value of each line in sight."""
        if not self.lines:
            return np.zeros(0)
        key = self.lines, chart.x_scale
        if self._extremes is None or self._extremes[0] != key:
            found: list[float] = []
            for line in self.lines:
                values = line.values[in_sight(chart, line.curve.starts, line.curve.width)]
                values = values[np.isfinite(values)]
                if len(values):
                    found += [float(values.min()), float(values.max())]
            self._extremes = key, np.array(found)
        return self._extremes[1]

    def near(self, chart: Chart, at: QPointF) -> list[Hit]:
        """Return the lines at the step under `at`, the nearest one first."""
        step = chart.x_value(at.x())
        hits = []
        for line in self.lines:
            value = line.value_at(step)
            if value is not None:
                hits.append(Hit(line, value, abs(float(chart.py(value)) - at.y())))
        return sorted(hits, key=lambda hit: hit.distance)

    # Painting ----------------------------------------------------------------------------------

    def paint(self, painter: QPainter, chart: Chart, area: QRect) -> None:
        """Draw the lines; those that are `strong` last and twice as thick."""
        if not self.lines:
            return
        if painting_figure():
            painter.save()
            self._paint_all(painter, chart, area)
            painter.restore()
            return
        ratio = chart.devicePixelRatioF()
        look = current_theme().name, chart.thickness(), ratio, area.getRect()
        key = self.lines, self.strong, self.coloured, chart.x_scale, chart.y_scale, look
        if self._picture is None or self._picture[0] != key:
            picture = QPixmap(area.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as inner:
                inner.translate(-area.topLeft())
                self._paint_all(inner, chart, area)
            self._picture = key, picture
        painter.drawPixmap(area.topLeft(), self._picture[1])

    def _paint_all(self, painter: QPainter, chart: Chart, area: QRect) -> None:
        most = max(16, min(area.width(), MOST_POINTS // len(self.lines)))
        named = self.coloured
        for line in sorted(
            self.lines,
            key=lambda line: (line.number in self.strong, named is None or line.number in named),
        ):
            strong = line.number in self.strong
            inside = in_sight(chart, line.curve.starts, line.curve.width)
            starts, y = line.curve.starts[inside], chart.py(line.values[inside])
            x, y = through_buckets(chart, starts, line.curve.width, line.tip, y)
            grey = named is not None and line.number not in named
            theme = current_theme()
            painter.setPen(faint(theme.muted, GREY) if grey else branch_colour(line.number, theme))
            painter.setOpacity(1.0 if strong or not self.strong else PALE)
            paint_thick(painter, x, y, (2 if strong else 1) * chart.thickness(), most)
            if len(x) == 1 and np.isfinite(y[0]):  # a branch of one bucket is a dot
                dot = 2 * chart.thickness()
                painter.fillRect(
                    QRect(round(float(x[0])) - dot // 2, round(float(y[0])) - dot // 2, dot, dot),
                    painter.pen().color(),
                )
