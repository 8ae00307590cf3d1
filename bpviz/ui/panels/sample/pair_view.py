"""PairView: the inputs of a pair as picture or table, and bars of f against y."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bpviz.datasets import Dataset
from bpviz.network import Activation
from bpviz.network.types import Floats
from bpviz.training.step.partial_trace import PartialTrace
from bpviz.training.step.phases import Phase
from bpviz.ui.core.formatting import line_scale
from bpviz.ui.core.image_shape import pixel_shape
from bpviz.ui.core.selection import Highlight
from bpviz.ui.core.shown_pair import ShownPair
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.colour_range import peak
from bpviz.ui.kit.controls.export_menu import export_menu, tab_separated
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.scroll_area import scroll_area
from bpviz.ui.kit.heatmap.brackets import draw_brackets, line_width
from bpviz.ui.kit.pair.output_bars import OutputBars
from bpviz.ui.kit.pair.output_range import OutputAxis, output_names
from bpviz.ui.kit.pair.pixel_picture import PixelPicture
from bpviz.ui.panels.sample.inputs_table import InputsTable

MARGIN = 5
"""Pixels around the widget that the brackets are drawn in."""

_REST_MS = 60
"""A pair that is shown for longer is looked at."""


class Bracketed(QWidget):
    """Holds one widget; its size does not depend on whether there are brackets.

    Parameters
    ----------
    widget : QWidget
    inner : callable, optional
        Returns the part of `widget` that is meant, in its own pixels.

    Attributes
    ----------
    at_hand : str
        "reads" or "computes" while the step at hand does that to what is shown; else empty.
    """

    def __init__(self, widget: QWidget, inner: Callable[[], QRectF] | None = None) -> None:
        super().__init__()
        self.at_hand = ""
        self._widget, self._inner = widget, inner
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(widget)

    def set_at_hand(self, at_hand: str) -> None:
        """Say what the step does to what is shown."""
        if at_hand != self.at_hand:
            self.at_hand = at_hand
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the brackets."""
        if not self.at_hand:
            return
        reads, unit = self.at_hand == "reads", line_scale(self.fontMetrics())
        inner = QRectF(self._widget.rect()) if self._inner is None else self._inner()
        out = MARGIN - 1 - line_width(unit, reads=reads) / 2
        rect = inner.translated(self._widget.geometry().topLeft()).adjusted(-out, -out, out, out)
        draw_brackets(QPainter(self), rect, current_theme(), unit, reads=reads)


class PairView(FittedWidget):
    """Inputs on the left, outputs on the right, brackets around what the step is at.

    Attributes
    ----------
    picture : PixelPicture
    table : InputsTable
    inputs : QStackedWidget
        One of these two.
    bars : OutputBars
    frames : tuple of two Bracketed
        Around inputs and outputs.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PixelPicture("sample_picture")
        self.table = InputsTable("sample_inputs")
        self.inputs = QStackedWidget()
        self.inputs.addWidget(self.picture)
        self.inputs.addWidget(self.table)
        self.bars = OutputBars("sample_outputs")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._scrolled = scroll_area(self.bars)
        self._words = ""
        self._target: int | None = None  # the output that should be the largest
        # Once the bars have their room; begun anew by each pair, so not while one follows another.
        self._soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._soon.timeout.connect(self._bring_in_sight)
        self.frames = Bracketed(self.inputs, self._inputs_rect), Bracketed(self._scrolled)
        for each in self.frames:
            self._row.addWidget(each, 1)
        self._ink, self._axis = 0.0, OutputAxis()
        self._fit()
        self.table.wanted.connect(self._fit)
        for widget in (self.picture, self.table, self.bars):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(self._open_menu)

    def forget(self) -> None:
        """Find the scale of ink anew, for another data set."""
        self._ink = 0.0

    def set_pointed(self, pointed: Highlight) -> None:
        """Mark the input and the output that somebody points at."""
        self.picture.set_pointed(pointed.input)
        self.table.set_pointed(pointed.input)
        self.bars.set_pointed(pointed.output)

    def show_pair(
        self,
        pair: ShownPair,
        trace: PartialTrace | None,
        sigma2: Activation,
        stretch: object = None,
    ) -> None:
        """Show a pair, and of `trace` the outputs as far as they are computed.

        The bars keep their axis in one `stretch`: see `Frame.stretch`.
        """
        if pair.words != self.picture.accessibleName():
            for widget in (self.picture, self.bars):
                widget.setAccessibleName(pair.words)
            self.picture.setToolTip(pair.words)
        x = None if trace is None else trace.x
        self._show_inputs(pair.data, pair.x if x is None else x)
        f = None if trace is None else trace.f
        values = self._axis.values(pair.data, f, pair.y, sigma2, stretch)
        self.bars.set_values(output_names(pair.data), values)
        target = None if pair.data.labels is None else int(np.argmax(pair.y))
        if pair.words != self._words or target != self._target:
            self._words, self._target = pair.words, target
            self._soon.start()

    @Slot()
    def _bring_in_sight(self) -> None:
        """Scroll to the line of the target, where not all have room."""
        if self._target is not None:
            line = self.bars.line_rect(self._target)
            self._scrolled.ensureVisible(0, line.center().y(), 0, line.height() // 2 + 1)

    def set_at_hand(self, phase: Phase | None) -> None:
        """Put brackets around what a step in `phase` is at; None is a pair of no step."""
        inputs = "reads" if phase in (Phase.Z1, Phase.GRAD_W1) else ""
        outputs = "reads" if phase in (Phase.LOSS, Phase.GRAD_W2) else ""
        self.frames[0].set_at_hand(inputs)
        self.frames[1].set_at_hand("computes" if phase is Phase.F else outputs)

    def _show_inputs(self, data: Dataset, x: Floats) -> None:
        shape = pixel_shape(data, len(x))
        if shape is not None:
            pixels = x[: math.prod(shape)]
            self._ink = max(self._ink, peak(pixels))
            self.picture.set_picture(pixels.reshape(shape), self._ink or 1.0)
            more = len(x) > len(pixels)
            self.picture.set_more(self.tr("and a constant 1") if more else "")
            self._show_as(self.picture)
        else:
            self.table.set_inputs(data.input_names, x, data.constant)
            self._show_as(self.table)

    def _inputs_rect(self) -> QRectF:
        """Return where the inputs are drawn, in the place that picture and table share."""
        if self.inputs.currentWidget() is self.picture:
            return self.picture.picture_rect()
        return QRectF(self.inputs.rect())

    def _show_as(self, widget: QWidget) -> None:
        """Show the picture, which gets nearly half of the room, or the table."""
        if widget is not self.inputs.currentWidget():
            self.inputs.setCurrentWidget(widget)
            self._fit()

    @Slot()
    def _fit(self) -> None:
        """Share the room between inputs and outputs: a table gets what its names need."""
        shares = (4, 5)
        if self.inputs.currentWidget() is self.table:
            room = max(self.width(), 1)
            wanted = self.table.wanted_width + 2 * MARGIN
            wanted = round(min(max(wanted, 0.3 * room), 0.55 * room))
            shares = wanted, room - wanted
        for place, share in enumerate(shares):
            self._row.setStretch(place, share)
        self._soon.start()

    @Slot(QPoint)
    def _open_menu(self, position: QPoint) -> None:
        source = self.sender()
        if isinstance(source, QWidget):
            self.build_menu(source).popup(source.mapToGlobal(position))

    def build_menu(self, source: QWidget) -> QMenu:
        """Return a new context menu for the picture, the table or the bars."""
        text = self.outputs_text if source is self.bars else self.inputs_text
        return export_menu(self, text, source.grab)

    def inputs_text(self) -> str:
        """Return the inputs as tab separated text: the picture's rows, or names and values.

        A constant input stands in a row of its own below the picture's.
        """
        if self.inputs.currentWidget() is self.picture:
            rows = self.picture.values.tolist()
            return tab_separated([*rows, (1.0,)] if self.picture.more else rows)
        return self.table.text()

    def outputs_text(self) -> str:
        """Return f and y of each output as tab separated text, own units beside the network's."""
        shown = self.bars.shown
        y, own = shown.y, shown.scale is not None
        f = np.full(len(y), math.nan) if shown.f is None else shown.f
        columns = [f.tolist(), y.tolist()]
        names = ["f", "y"]
        if own:
            names += [self.tr("f in original units"), self.tr("y in original units")]
            columns += [[shown.own(j, v) for j, v in enumerate(column)] for column in columns]
        return tab_separated([names, *zip(*columns, strict=True)])
