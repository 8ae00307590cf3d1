"""SamplePanel: one training pair, and what the network makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import StepTrace
from bpviz.training.commands import Command, SelectSample
from bpviz.training.events import Frame
from bpviz.training.step.partial_trace import PartialTrace
from bpviz.training.step.phases import Phase
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.selection import Highlight
from bpviz.ui.core.shown_pair import ShownPair
from bpviz.ui.core.sight import in_sight
from bpviz.ui.kit.controls.placeholder import Placeholder, pages
from bpviz.ui.panels.sample.actions import SampleActions
from bpviz.ui.panels.sample.chooser import SampleChooser
from bpviz.ui.panels.sample.figures import SampleFigures
from bpviz.ui.panels.sample.pair_view import PairView


class SamplePanel(Panel):
    """The pair as picture or table, bars of f against y, its loss and gradient magnitudes."""

    interval_ms = 100

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("sample_panel", send, parent)
        self._run: int | None = None
        self._dataset: Dataset | None = None
        self._pair: ShownPair | None = None
        self._newest: Frame | None = None
        self.chooser = SampleChooser()
        self.view = PairView()
        self.picture, self.table, self.inputs = self.view.picture, self.view.table, self.view.inputs
        self.bars, self.frames = self.view.bars, self.view.frames
        self.pins = SampleActions(send)
        self.facts = SampleFigures()

        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chooser)
        column.addWidget(self.pins)
        column.addWidget(self.view, 1)
        column.addWidget(self.facts)
        self._pages = pages(Placeholder("sample_empty"), shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 6, 8, 6)
        outer.addWidget(self._pages)

        self.chooser.chosen.connect(self._chosen)
        self.chooser.chosen.connect(self.accepted)
        self.chooser.refused.connect(self.refused)

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return what chooses a sample, and what lets it be trained on."""
        return self.chooser, self.pins

    def figure_subject(self) -> str:
        """Return which sample it is."""
        return "" if self._pair is None else self._pair.words

    def set_presenting(self, on: bool) -> None:
        """Keep the verdict and the loss, which have room in large figures."""
        self.facts.set_presenting(on)
        self.pins.setVisible(not on)  # menu and palette have them, and the sample takes the room

    def index(self) -> int | None:
        """Return what a step calls the pair that is or would be shown; None if none can have it."""
        self._catch_up()
        return None if self._pair is None else self._pair.number

    def train_command(self) -> Command | None:
        """Return what lets the step at hand train on that pair; None while there is none."""
        self._catch_up()
        return self.pins.train_command()

    def toggle_breakpoint(self) -> None:
        """Set a breakpoint at that pair, or take it away."""
        self._catch_up()
        if self._pair is not None:
            self.pins.breaks.trigger()

    def highlight(self, highlight: Highlight | None) -> None:
        """Mark the input and the output that somebody points at; None marks nothing."""
        self.view.set_pointed(highlight or Highlight())

    @Slot(object)
    def note_frame(self, frame: Frame) -> None:
        """Keep `frame` in mind: while nobody sees the panel, actions still concern its sample."""
        self._newest = frame

    def show_frame(self, frame: Frame) -> None:
        """Show the chosen pair of `frame`, or the one that the next step trains on."""
        self._pages.setCurrentIndex(0 if frame.dataset is None else 1)
        pair = self._follow(frame)
        if pair is None:
            return
        following = frame.selected is None
        trace = frame.shown if following else _whole(frame.selected_trace)
        self.view.show_pair(pair, trace, frame.network.sigma2, frame.stretch)
        self.view.set_at_hand(frame.phase if following else None)
        self.facts.show_facts(pair, trace, self.bars.shown)

    def _follow(self, frame: Frame) -> ShownPair | None:
        """Stand at the pair of `frame`, and return it; None if there is none."""
        data = frame.dataset
        if data is None:
            return None
        if frame.run != self._run or data is not self._dataset:
            self._run, self._dataset = frame.run, data
            self.view.forget()
            self.chooser.forget()
        pair = ShownPair.of(frame)
        if pair is None:
            return None
        self.chooser.set_counts(data.n_samples, 0 if data.test is None else data.test.n_samples)
        self.chooser.show_index(
            pair.index, frame.selected is None, pair.part, own=pair.own is not None
        )
        # What somebody chose a moment ago stands there already, and is what can be acted on.
        waits = (self.chooser.shown, self.chooser.shown_part) != (pair.index, pair.part)
        if not waits:
            self._pair = pair
        if self._pair is not None:
            self.pins.show_frame(frame, self._pair)
        return pair

    def _catch_up(self) -> None:
        """Follow the newest frame where it was not shown because nobody sees the panel."""
        if self._newest is not None and not in_sight(self):
            self._follow(self._newest)

    def build_menu(self, source: QWidget) -> QMenu:
        """Return a new context menu for the picture, the table or the bars."""
        return self.view.build_menu(source)

    @Slot(object, object)
    def _chosen(self, index: int | None, part: Part) -> None:
        if index is not None and self._dataset is not None:
            self._pair = ShownPair(self._dataset, index, part)
            self.pins.set_pair(self._pair)
        self.send(SelectSample(index, part))


def _whole(trace: StepTrace | None) -> PartialTrace | None:
    return None if trace is None else PartialTrace.at(trace, Phase.UPDATE)
