"""The figures of docs/math.md, painted by the program's own chart, heatmap and theme."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from printed_rule_runs import EXACT, PRINTED, Place, cosine, minus
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from bpviz.datasets import Dataset
from bpviz.network import gradient_check
from bpviz.network.step_sizes import step_size_sweep
from bpviz.network.types import Floats
from bpviz.training import Session, Settings
from bpviz.ui.core.theme import LIGHT, apply_theme
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.colour_bar import ColourBar
from bpviz.ui.kit.charts.colour_range import peak
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark
from bpviz.ui.kit.charts.raster import paint_line
from bpviz.ui.kit.charts.scale import Scale
from bpviz.ui.kit.heatmap.items import as_image
from bpviz.ui.kit.heatmap.view import Heatmap

BLUE, OCHRE, GREEN = LIGHT.series[:3]
WIDTH = 820
"""Of a figure in the page's pixels: as wide as GitHub's text."""

LEARNED = 1000
"""Steps after which gradients are shown, and one weight's step size is swept."""


@dataclass(frozen=True)
class Curve:
    """A line through points."""

    x: Floats
    y: Floats
    colour: str


@dataclass(frozen=True)
class Rule:
    """A dashed line across a chart, at a height or upright at a place, and what it stands for."""

    value: float
    text: str
    upright: bool = False
    before: bool = False
    colour: str = LIGHT.muted


class Lines(Chart):
    """A chart of a few curves and dashed lines."""

    def __init__(self, curves: list[Curve], rules: list[Rule]) -> None:
        super().__init__()
        self._curves, self._rules = curves, rules

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw the dashed lines, and the curves upon them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rule in self._rules:
            self._paint_rule(painter, area, rule)
        for curve in self._curves:
            painter.setPen(QPen(QColor(curve.colour), 1.8))
            paint_line(painter, self.px(curve.x), self.py(curve.y))

    def _paint_rule(self, painter: QPainter, area: QRect, rule: Rule) -> None:
        painter.setPen(QPen(QColor(rule.colour), 1, Qt.PenStyle.DashLine))
        metrics = painter.fontMetrics()
        if rule.upright:
            x = int(self.px(rule.value))
            painter.drawLine(x, area.top(), x, area.bottom())
            left = x - 5 - metrics.horizontalAdvance(rule.text) if rule.before else x + 5
            painter.drawText(left, area.top() + metrics.ascent() + 3, rule.text)
            return
        y = float(self.py(rule.value))
        painter.drawLine(area.left(), int(y), area.right(), int(y))
        left = area.right() - metrics.horizontalAdvance(rule.text) - 4
        painter.drawText(left, int(y) + metrics.ascent() + 2, rule.text)


def titled(title: str, body: QWidget) -> QWidget:
    """Return `body` with a bold line above it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = QLabel(title)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(label)
    column.addWidget(body, 1)
    return whole


def beside(parts: list[QWidget], legend: tuple[LegendEntry, ...] = ()) -> QWidget:
    """Return the parts of a figure side by side, with a legend above them."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(10, 10, 10, 8)
    column.setSpacing(8)
    if legend:
        bar = LegendBar()
        bar.set_entries(legend)
        column.addWidget(bar)
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in parts:
        narrow = part.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
        row.addWidget(part, 0 if narrow else 1)
    column.addLayout(row, 1)
    return whole


def save(figure: QWidget, path: Path, height: int) -> None:
    """Write a figure to a file."""
    figure.setAutoFillBackground(True)
    palette = figure.palette()
    palette.setColor(palette.ColorRole.Window, QColor(LIGHT.base))
    figure.setPalette(palette)
    figure.resize(WIDTH, height)
    figure.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    figure.show()
    for _ in range(3):
        QCoreApplication.processEvents()
    if not figure.grab().save(str(path)):
        raise OSError(f"The figure could not be written to {path}.")
    figure.close()
    print(f"{path} made")


def runs_figure(runs: list[list[Place]]) -> QWidget:
    """Return the loss of both runs, and the cosine of the two gradients along each."""
    colours = (BLUE, OCHRE)
    steps = [np.array([at.step for at in run], dtype=np.float64) for run in runs]
    loss = Lines(
        [
            Curve(x, np.array([at.loss for at in run]), colour)
            for x, run, colour in zip(steps, runs, colours, strict=True)
        ],
        [Rule(2.5, "every output ½")],
    )
    loss.y_scale, loss.y_title = Scale(0.0, 3.0), "mean loss of the test data"
    turn = Lines(
        [
            Curve(x, np.array([at.cosine for at in run]), colour)
            for x, run, colour in zip(steps, runs, colours, strict=True)
        ],
        [Rule(0.0, "below 0: uphill")],
    )
    turn.y_scale, turn.y_title = Scale(-1.0, 1.0), "cosine of exact and printed ∂W₁"
    for chart in (loss, turn):
        chart.x_scale = Scale(0.0, 60_000.0, log=True, shift=1.0, whole=True)
        chart.x_title = "step + 1"
    legend = (
        LegendEntry(Mark.LINE, BLUE, "trained with the exact rule"),
        LegendEntry(Mark.LINE, OCHRE, "trained with the printed rule"),
    )
    return beside([loss, turn], legend)


def gradients_figure(session: Session, sample: int) -> QWidget:
    """Return the gradient of W₁ of one pair: exact, printed and by differences, on one scale."""
    x, y = session.dataset.X[sample], session.dataset.Y[sample]
    exact, printed = (gradient_check(session.network, x, y, rule) for rule in (EXACT, PRINTED))
    numeric = exact.numeric_W1
    matrices = {
        "exact (N7, N8)": exact.analytic_W1,
        "as printed": printed.analytic_W1,
        "central differences": numeric,
    }
    limit = max(peak(as_image(matrix)) for matrix in matrices.values())
    parts: list[QWidget] = []
    for number, (title, matrix) in enumerate(matrices.items()):
        view = Heatmap(f"figure{number}")
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.set_low(True)
        view.set_tile_shape(session.dataset.image_shape)
        view.set_matrix(matrix, as_image(matrix), limit)
        view.plot.ci.layout.removeItem(view.bar)
        view.plot.scene().removeItem(view.bar)
        angle = minus(f"{cosine(matrix, numeric):.3f}")
        parts.append(titled(title if matrix is numeric else f"{title}, cosine {angle}", view))
    bar = ColourBar()
    bar.set_limit(limit)
    beside_them = pg.GraphicsView(background=LIGHT.base)
    beside_them.setCentralItem(bar)
    beside_them.setFixedWidth(72)
    scale = titled("", beside_them)
    scale.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    parts.append(scale)
    return beside(parts)


def sweep_figure(session: Session, sample: int) -> QWidget:
    """Return the error of the difference of one weight against its step size."""
    x, y = session.dataset.X[sample], session.dataset.Y[sample]
    check = gradient_check(session.network, x, y)
    row, column = np.unravel_index(np.abs(check.analytic_W1).argmax(), check.analytic_W1.shape)
    found = step_size_sweep(session.network, x, y, "W1", int(row), int(column))
    chart = Lines(
        [
            Curve(found.step_sizes, found.extended, GREEN),
            Curve(found.step_sizes, found.double, BLUE),
        ],
        [
            Rule(float(np.cbrt(np.finfo(kind).eps)), "ε^(1/3)", True, before, colour)
            for kind, before, colour in (
                (np.float64, False, BLUE),
                (np.longdouble, True, GREEN),
            )
        ],
    )
    chart.x_scale, chart.x_title = Scale(1e-13, 1.0, log=True), "step size s"
    chart.y_scale = Scale(1e-16, 1.0, log=True)
    chart.y_title = "relative error of the difference"
    legend = (
        LegendEntry(Mark.LINE, BLUE, "loss computed in double precision"),
        LegendEntry(Mark.LINE, GREEN, "in extended precision, as the gradient check does"),
    )
    return beside([chart], legend)


def make_figures(folder: Path, runs: list[list[Place]], data: Dataset, seed: int) -> None:
    """Write all figures into `folder`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = "2"  # two pixels of the picture for one of the page
    app = QApplication.instance() or QApplication(["bpviz"])
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    session = Session(Settings(seed=seed), data)
    session.advance(LEARNED)
    sample = session.sample_index(session.step)
    save(runs_figure(runs), folder / "printed-rule-runs.png", 330)
    save(gradients_figure(session, sample), folder / "printed-rule-gradients.png", 164)
    save(sweep_figure(session, sample), folder / "step-sizes.png", 330)
