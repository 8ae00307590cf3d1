"""DrawPanel: inputs of one's own, and what the network says to them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.datasets import Dataset
from bpviz.datasets.input_ranges import InputRanges
from bpviz.datasets.pictures.picture_field import PictureField
from bpviz.network import Network, StepTrace
from bpviz.network.types import Floats
from bpviz.training.commands import TrainOwn
from bpviz.training.events import Frame
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.ui.core import counting
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.image_shape import constant_name
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.shown_pair import ShownPair
from bpviz.ui.kit.controls.placeholder import Placeholder, pages
from bpviz.ui.panels.draw.content import DrawContent
from bpviz.ui.panels.draw.hidden_strip import HiddenStrip
from bpviz.ui.panels.draw.picture_input import PictureInput
from bpviz.ui.panels.draw.prediction import Prediction
from bpviz.ui.panels.draw.sliders import InputSliders
from bpviz.ui.panels.draw.training_form import CustomTrainingForm


class DrawPanel(Panel):
    """A canvas where inputs are pictures, sliders elsewhere; the answer moves along.

    The answer is computed here, of the weights in the newest frame: for one pair that takes
    microseconds.
    """

    interval_ms = 33
    is_form = True  # where the inputs are set by sliders

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("draw_panel", send, parent)
        self._frame: Frame | None = None
        self._data: Dataset | None = None
        self._layout_of: tuple[object, ...] = ()
        self._network: Network | None = None
        self.trace: StepTrace | None = None
        self.picture = PictureInput()
        self.tools = self.picture.tools
        self.canvas = self.picture.canvas
        self.sliders = InputSliders()
        self.answer = Prediction()
        self.hidden = HiddenStrip("draw_hidden")
        self.train = CustomTrainingForm()
        self.body = DrawContent(self.picture, self.sliders, self.answer)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tools)
        column.addWidget(self.body, 1)
        column.addWidget(self.hidden)
        column.addWidget(self.train)
        self._pages = pages(Placeholder("draw_empty"), shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 6, 8, 6)
        outer.addWidget(self._pages)
        self.picture.changed.connect(self._ask)
        self.sliders.changed.connect(self._ask)
        self.tools.paste.clicked.connect(self._take_sample)
        self.sliders.take.clicked.connect(self._take_sample)
        self.train.button.clicked.connect(self._train)
        self.sliders.refused.connect(self.refused)
        self.train.refused.connect(self.refused)
        counting_changed.connect(self._recount)

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return the tools, and what lets the drawing be trained on."""
        return self.tools, self.train, self.sliders.take, self.sliders.reset

    def set_presenting(self, on: bool) -> None:
        """Keep canvas and answer, which have room in large letters."""
        self.tools.set_presenting(on)
        self.answer.set_presenting(on)
        self.train.set_presenting(on)

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Ask the network in `frame` about what is drawn."""
        self._frame = frame
        data = frame.dataset
        self._pages.setCurrentIndex(0 if data is None else 1)
        if data is None:
            return
        self.train.follow(frame)
        self.answer.show_switched_off(frame.switched_off)
        before, self._network = self._network, frame.seen_network
        if data is not self._data:
            self._set_data(data)
        elif before is not self._network:
            self._ask()

    def _set_data(self, data: Dataset) -> None:
        """Offer the inputs of another data set; what is drawn or set stays where it still fits."""
        self._data = data
        field = PictureField.of(data)
        self.train.set_data(data)
        self.body.show_drawn(field is not None)
        self.tools.setVisible(field is not None)
        if field is not None:
            self.picture.set_data(data, field)
        else:
            self._set_sliders(data)
        self._ask()

    def _set_sliders(self, data: Dataset) -> None:
        names = [counting.entry("x", i) for i in range(data.n_inputs)]
        names[: len(data.input_names)] = data.input_names
        if data.constant is not None:
            names[data.constant] = constant_name()
        layout = data.name, tuple(names), data.constant
        kept = self.sliders.input_values if layout == self._layout_of else None
        self._layout_of = layout
        self.sliders.set_inputs(tuple(names), InputRanges.of(data), data.constant, data.description)
        if kept is not None:
            self.sliders.set_values(kept)

    @Slot()
    def _recount(self) -> None:
        """Name inputs, outputs and classes anew; what is set and chosen stays."""
        data = self._data
        if data is None:
            return
        self.train.name_again(data)
        if not self.body.drawn:
            kept = self.sliders.input_values
            self._set_sliders(data)
            if kept is not None:
                self.sliders.set_values(kept)
        self._ask()

    # The answer --------------------------------------------------------------------------------

    @property
    def input_values(self) -> Floats | None:
        """The inputs (n,) float64 that are drawn or set; None where there are none yet."""
        data = self._data
        if data is None:
            return None
        if self.body.drawn:
            return self.picture.input_values
        return self.sliders.input_values

    @Slot()
    def _ask(self) -> None:
        """Ask the network, and show what it says."""
        data, network, x = self._data, self._network, self.input_values
        fits = x is not None and network is not None and network.n_inputs == len(x)
        if data is None or network is None or network.n_outputs != data.n_outputs:
            return
        self.trace = None
        if x is not None and fits:
            from bpviz.network import trace  # numba loads only when it is needed

            self.trace = trace(network, x, np.zeros(network.n_outputs))
        frame = self._frame
        off, stretch = ((), None) if frame is None else (frame.switched_off, frame.stretch)
        self.answer.show_trace(data, self.trace, network.sigma2, stretch)
        self.hidden.set_trace(self.trace, network.sigma1.bounded, off, stretch)
        self.train.set_offered(self.trace is not None)

    @Slot()
    def _take_sample(self) -> None:
        """Put in the sample that the window shows."""
        pair = None if self._frame is None else ShownPair.of(self._frame)
        if pair is None:
            return
        self.train.suggest(pair.label, pair.y)
        if self.body.drawn:
            self.picture.paste(pair.x)
        else:
            self.sliders.set_values(pair.x)

    @Slot()
    def _train(self) -> None:
        """Ask for a step that trains on it."""
        x, y = self.input_values, self.train.targets_chosen
        if x is None or self._data is None or len(y) != self._data.n_outputs:
            return
        if self.body.drawn:
            title = self.tr("a drawing as {name}").format(name=self.train.name)
        else:
            title = self.tr("custom inputs as {name}").format(name=self.train.name)
        command = TrainOwn(CustomPair(x, y, self.train.label, title))
        self.train.sent(self.send(command), title)
