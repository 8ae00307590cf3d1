"""SamplePanel: one training pair, and what the network makes of it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bpviz.datasets import Dataset
from bpviz.network import Activation, StepTrace
from bpviz.network.types import Floats
from bpviz.training.commands import SelectSample
from bpviz.training.events import Frame
from bpviz.training.partial_trace import PartialTrace
from bpviz.training.phases import Phase
from bpviz.ui.panel import Panel, Send
from bpviz.ui.theme import Theme
from bpviz.ui.widgets.bracketed import Bracketed
from bpviz.ui.widgets.colour_scale import ColourScale, peak
from bpviz.ui.widgets.export import add_export_actions, tab_separated
from bpviz.ui.widgets.inputs_table import InputsTable
from bpviz.ui.widgets.output_bars import OutputBars
from bpviz.ui.widgets.pixel_picture import PixelPicture
from bpviz.ui.widgets.sample_chooser import SampleChooser
from bpviz.ui.widgets.sample_facts import SampleFacts
from bpviz.ui.widgets.sample_pins import SamplePins
from bpviz.ui.widgets.selection import Highlight


class SamplePanel(Panel):
    """The pair as picture or table, bars of f against y, its loss and gradient magnitudes."""

    interval_ms = 100

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("sample_panel", send, parent)
        self._run: int | None = None
        self._dataset: Dataset | None = None
        self._index: int | None = None
        self._newest: Frame | None = None
        self._ink = 1.0
        self._axis = ColourScale()
        self._below_zero = False

        self.chooser = SampleChooser()
        self.picture = PixelPicture("sample_picture")
        self.table = InputsTable("sample_inputs")
        self.inputs = QStackedWidget()
        self.inputs.addWidget(self.picture)
        self.inputs.addWidget(self.table)
        self.bars = OutputBars("sample_outputs")
        scroll = QScrollArea()
        scroll.setWidget(self.bars)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pins = SamplePins(send)
        self.facts = SampleFacts()

        self._body = QHBoxLayout()
        self._body.setSpacing(4)
        self.frames = Bracketed(self.inputs, self._inputs_rect), Bracketed(scroll)
        for each in self.frames:
            self._body.addWidget(each, 1)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chooser)
        column.addWidget(self.pins)
        column.addLayout(self._body, 1)
        column.addWidget(self.facts)
        self._empty = QLabel(
            self.tr("The data set is still loading. Its samples will be shown here.")
        )
        self._empty.setObjectName("sample_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMinimumSize(1, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 6, 8, 6)
        outer.addWidget(self._pages)

        self.chooser.chosen.connect(self._chosen)
        for widget in (self.picture, self.table, self.bars):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(self._open_menu)

    def title(self) -> str:
        """Return the translated title of the panel's dock."""
        return self.tr("Sample")

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        super().set_theme(theme)
        self.picture.set_theme(theme)
        self.bars.set_theme(theme)
        for each in self.frames:
            each.set_theme(theme)
        palette = self._empty.palette()
        palette.setColor(self._empty.foregroundRole(), QColor(theme.muted))
        self._empty.setPalette(palette)
        self.table.set_theme(theme)
        self.pins.set_theme(theme)
        self.facts.set_theme(theme)

    def set_presenting(self, on: bool) -> None:
        """Keep the verdict and the loss, which have room in large figures."""
        self.facts.set_presenting(on)

    def index(self) -> int | None:
        """Return the pair that is shown, or would be; None while there is none."""
        self._catch_up()
        return None if self._index is None else self.chooser.shown

    def toggle_breakpoint(self) -> None:
        """Set a breakpoint at that pair, or take it away."""
        self._catch_up()
        if self._index is not None:
            self.pins.breaks.trigger()

    def highlight(self, highlight: Highlight | None) -> None:
        """Mark the input and the output that somebody points at; None marks nothing."""
        pointed = highlight or Highlight()
        self.picture.set_pointed(pointed.input)
        self.table.set_pointed(pointed.input)
        self.bars.set_pointed(pointed.output)

    @Slot(object)
    def note_frame(self, frame: Frame) -> None:
        """Keep `frame` in mind: while nobody sees the panel, actions still concern its sample."""
        self._newest = frame

    def show_frame(self, frame: Frame) -> None:
        """Show the chosen pair of `frame`, or the one that the next step draws."""
        data = frame.dataset
        self._pages.setCurrentIndex(0 if data is None else 1)
        index = self._follow(frame)
        if data is None or index is None:
            return
        following = frame.selected is None
        trace = frame.shown if following else _whole(frame.selected_trace)
        x = None if trace is None else trace.x
        self._show_inputs(data, data.x(index) if x is None else x)
        self._show_outputs(frame, data, trace, data.Y[index])
        for each, what in zip(self.frames, _at_hand(frame.phase, following), strict=True):
            each.set_at_hand(what)
        self.facts.show_facts(data, index, trace)

    def _follow(self, frame: Frame) -> int | None:
        """Stand at the pair of `frame`, and return it; None if there is none."""
        data = frame.dataset
        if data is None:
            return None
        if frame.run != self._run or data is not self._dataset:
            self._run, self._dataset = frame.run, data
            self._ink, self._axis, self._below_zero = 0.0, ColourScale(), False
            self.chooser.forget()
        index = frame.sample if frame.selected is None else frame.selected
        if not 0 <= index < data.n_samples:
            return None
        self._index = index
        self.chooser.set_count(data.n_samples)
        self.chooser.show_index(index, frame.selected is None)
        self.pins.show_frame(frame, self.chooser.shown)
        return index

    def _catch_up(self) -> None:
        """Follow the newest frame where it was not shown because nobody sees the panel."""
        if self._newest is not None and self.visibleRegion().isEmpty():
            self._follow(self._newest)

    def _show_inputs(self, data: Dataset, x: Floats) -> None:
        shape = data.image_shape
        if shape is not None and math.prod(shape) == len(x):
            self._ink = max(self._ink, peak(x))
            self.picture.set_picture(x.reshape(shape), self._ink or 1.0)
            self._show_as(self.picture)
        else:
            self.table.set_inputs(data.input_names, x)
            self._show_as(self.table)

    def _inputs_rect(self) -> QRectF:
        """Return where the inputs are drawn, in the place that picture and table share."""
        if self.inputs.currentWidget() is self.picture:
            return self.picture.picture_rect()
        return QRectF(self.inputs.rect())

    def _show_as(self, widget: QWidget) -> None:
        """Show the picture, which gets nearly half of the room, or the table, which needs less."""
        if widget is not self.inputs.currentWidget() or self._body.stretch(0) == 1:  # or at first
            self.inputs.setCurrentWidget(widget)
            shares = (4, 5) if widget is self.picture else (2, 3)
            for place, share in enumerate(shares):
                self._body.setStretch(place, share)

    def _show_outputs(
        self, frame: Frame, data: Dataset, trace: PartialTrace | None, y: Floats
    ) -> None:
        names = data.class_names
        if len(names) != len(y):
            names = tuple(f"f[{j}]" for j in range(len(y)))
        f = None if trace is None else trace.f
        both = y if f is None else np.concatenate([f, y])
        lowest = float(np.min(both, initial=0.0, where=np.isfinite(both)))
        self._below_zero |= lowest < 0 or frame.network.sigma2 == Activation.TANH
        bounded = frame.network.sigma2 in (Activation.SIGMOID, Activation.TANH)
        high = 1.0 if bounded and peak(both) <= 1 else self._axis.show(peak(both), 0.1)
        self.bars.set_values(names, f, y, -high if self._below_zero else 0.0, high)

    @Slot(object)
    def _chosen(self, index: int | None) -> None:
        if index is not None:
            self.pins.set_index(index)
        self.send(SelectSample(index))

    @Slot(QPoint)
    def _open_menu(self, position: QPoint) -> None:
        source = self.sender()
        if isinstance(source, QWidget):
            menu = self.build_menu(source)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(source.mapToGlobal(position))

    def build_menu(self, source: QWidget) -> QMenu:
        """Return a new context menu for the picture, the table or the bars."""
        menu = QMenu(self)
        text = self.outputs_text if source is self.bars else self.inputs_text
        add_export_actions(menu, self, text, source.grab)
        return menu

    def inputs_text(self) -> str:
        """Return the inputs as tab separated text: the picture's rows, or names and values."""
        if self.inputs.currentWidget() is self.picture:
            return tab_separated(self.picture.values.tolist())
        return self.table.text()

    def outputs_text(self) -> str:
        """Return f and y of each output as tab separated text."""
        f, y = self.bars.values
        values = np.full(len(y), math.nan) if f is None else f
        return tab_separated([("f", "y"), *zip(values.tolist(), y.tolist(), strict=True)])


def _whole(trace: StepTrace | None) -> PartialTrace | None:
    return None if trace is None else PartialTrace.at(trace, Phase.UPDATE)


def _at_hand(phase: Phase, following: bool) -> tuple[str, str]:
    """Return what the step does to inputs and outputs, if its pair is the one that is shown."""
    if not following:
        return "", ""
    inputs = "reads" if phase in (Phase.Z1, Phase.GRAD_W1) else ""
    outputs = "reads" if phase in (Phase.LOSS, Phase.GRAD_W2) else ""
    return inputs, "computes" if phase is Phase.F else outputs
