"""GraphPanel: a small network as units and connections, with what a step computes in it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.training.events import Frame
from bpviz.training.step.phases import Phase
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.shown_pair import step_words
from bpviz.ui.kit.charts.colour_range import ColourRange, peak
from bpviz.ui.kit.controls.export_menu import export_menu
from bpviz.ui.kit.controls.labels import AdaptiveLabel
from bpviz.ui.kit.controls.layouts import EDGE, vbox, widget_of
from bpviz.ui.kit.controls.placeholder import Placeholder, loading, pages
from bpviz.ui.panels.network_graph.model import MOST_UNITS, GraphState, Item, Layer, Shape
from bpviz.ui.panels.network_graph.texts import describe, values_text
from bpviz.ui.panels.network_graph.view import GraphView

MANY_CONNECTIONS = 150
"""Above so many connections a running network is drawn half as often."""


class GraphPanel(Panel):
    """The network graph of networks with n + l + d ≤ 40; of larger ones it says so.

    Parameters
    ----------
    clock : callable
        Returns seconds, for the flow of the errors and for the colour scale.
    """

    def __init__(
        self,
        send: Send,
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__("graph_panel", send, parent)
        self._scale = ColourRange(clock)
        self._unit_scales = {layer: ColourRange(clock) for layer in Layer}
        self._presenting = False

        self._caption = AdaptiveLabel(name="graph_caption", muted=True)
        self.view = GraphView("graph_view", clock=clock)
        self.view.setToolTip(
            self.tr(
                "Units and connections of the network. Click a connection to select its weight, a "
                "unit to keep its values in view."
            )
        )
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.setWhatsThis(
            self.tr(
                "The network at this step. A line is a weight: its colour is its sign, its width "
                "its magnitude, dashed if it is negative. What the step computes next is "
                "highlighted; in the backward pass, marks carry the errors δ from the outputs "
                "through W₂ and W₁. Click a line to select its weight, a unit to keep its values "
                "in view. By keys: arrows move through units and lines, Enter acts as a click."
            )
        )
        self.view.set_titles(
            {
                Layer.INPUT: self.tr("inputs"),
                Layer.HIDDEN: self.tr("hidden"),
                Layer.OUTPUT: self.tr("outputs"),
                Layer.TARGET: self.tr("targets"),
            },
            self.tr("weight"),
        )
        self.readout = AdaptiveLabel(name="graph_readout")
        self._place: tuple[str, ...] = ("",)
        self._hint = self.tr(
            "Point at a unit or a connection to read it, click to keep it in view."
        )
        self._message = Placeholder("graph_message")

        drawn = vbox(self._caption, self.view, self.readout, spacing=4, stretch=self.view)
        self._pages = pages(self._message, widget_of(drawn))
        vbox(self._pages, into=self, margins=EDGE)

        self.view.connection_clicked.connect(self.weight_selected)
        self.view.pointed.connect(self._say)
        self._say(None)

    def set_presenting(self, on: bool) -> None:
        """Say in the line above what is pointed at, so that the graph has the room below."""
        self._presenting = on
        self.readout.setVisible(not on)
        self._say(self.view.item)

    @staticmethod
    def suits(frame: Frame) -> bool:
        """Whether the network is small enough to be drawn."""
        network = frame.network
        return network.n_inputs + network.n_hidden + network.n_outputs <= MOST_UNITS

    def select(self, selection: Selection | None) -> None:
        """Mark the connection of a weight."""
        self.view.set_selection(selection)

    def highlight(self, highlight: Highlight | None) -> None:
        """Mark what the debugger points at."""
        self.view.set_highlight(highlight)

    def show_frame(self, frame: Frame) -> None:
        """Draw the network of `frame`, or say why it is not drawn."""
        network = frame.network
        shape = Shape(network.n_inputs, network.n_hidden, network.n_outputs)
        if frame.dataset is None:
            self._show_message(loading())
        elif shape.units > MOST_UNITS:
            self._show_message(self._too_large(shape))
        else:
            self._draw(frame, GraphState.of(frame, frame.dataset))

    def _show_message(self, words: str) -> None:
        if words != self._message.text():
            self._message.setText(words)
        self._pages.setCurrentIndex(0)

    def _too_large(self, shape: Shape) -> str:
        words = self.tr(
            "{n} + {l} + {d} units are too many to draw. Use a network with n + l + d ≤ {most}, "
            "such as Iris with l = 8 (4 + 8 + 3) or XOR with l = 8 (3 + 8 + 1)."
        )
        n, l, d = map(count, (shape.n_inputs, shape.n_hidden, shape.n_outputs))  # noqa: E741
        words = words.format(n=n, l=l, d=d, most=MOST_UNITS)
        for sign in "+=≤":  # terms stay on one line
            words = words.replace(f" {sign} ", f"\u00a0{sign}\u00a0")
        return words

    def _draw(self, frame: Frame, state: GraphState) -> None:
        stretch = frame.stretch
        weights = max(peak(state.network.W1), peak(state.network.W2))
        limit = self._scale.show(weights, stretch)
        symbols = {Layer.INPUT: "x", Layer.HIDDEN: "h", Layer.OUTPUT: "f"}
        limits = {
            layer: self._unit_limit(state, layer, symbol, stretch)
            for layer, symbol in symbols.items()
        }
        limits[Layer.TARGET] = limits[Layer.OUTPUT]
        connections = state.network.W1.size + state.network.W2.size
        self.interval_ms = 16 if connections <= MANY_CONNECTIONS else 33
        self._place = self._caption_of(frame)
        self._pages.setCurrentIndex(1)
        self.view.set_state(state, limit, limits)
        self._say(self.view.item)

    def _unit_limit(self, state: GraphState, layer: Layer, symbol: str, of: object) -> float:
        found = [state.vector(each) for each in ((symbol, "y") if symbol == "f" else (symbol,))]
        largest = max([peak(values) for values in found if values is not None], default=0.0)
        if state.bounded(layer) and largest <= 1.0:
            return 1.0
        return self._unit_scales[layer].show(largest, of)

    def _caption_of(self, frame: Frame) -> tuple[str, ...]:
        """Return in words where the step stands, and what is said of it in less room."""
        d = frame.network.n_outputs
        place = self.tr("step {step}, {pair}").format(
            step=count(frame.step), pair=step_words(frame)
        )
        k = counting.shown(frame.row)
        row = self.tr("row {k} of {what}")
        match frame.phase:
            case Phase.DRAW:
                return (place,)
            case Phase.GRAD_W2:
                what = row.format(k=k, what="∂W₂ = δ2 hᵀ")
            case Phase.GRAD_W1:
                what = row.format(k=k, what="∂W₁ = δ1 xᵀ")
            case Phase.UPDATE if frame.row < d:
                what = row.format(k=k, what="W₂ ← W₂ − λ ∂W₂")
            case Phase.UPDATE:
                what = row.format(k=k - d, what="W₁ ← W₁ − λ ∂W₁")
            case _:
                what = FORMULAS[frame.phase]
        following = self.tr("next: {what}").format(what=what)
        return following + "    " + place, following

    @Slot(QPoint)
    def _open_menu(self, position: QPoint) -> None:
        self.build_menu().popup(self.view.mapToGlobal(position))

    def build_menu(self) -> QMenu:
        """Return a new context menu."""
        return export_menu(self, self.values_text, self.view.picture)

    def values_text(self) -> str:
        """Return all values as tab separated text; empty while there is no network."""
        return "" if self.view.state is None else values_text(self.view.state)

    @Slot(object)
    def _say(self, item: Item | None) -> None:
        """Write the line below: exact values where all of their digits have room."""
        state = self.view.state
        words: tuple[str, ...] = ()
        if item is not None and state is not None:
            words = describe(state, item), describe(state, item, number)
        self.readout.set_sentences(words or (self._hint,))
        self.readout.setToolTip(words[0] if words else "")
        self._caption.set_sentences(words if self._presenting and words else self._place)


FORMULAS = {
    Phase.Z1: "z1 = W₁x",
    Phase.H: "h = σ₁(z1)",
    Phase.Z2: "z2 = W₂h",
    Phase.F: "f = σ₂(z2)",
    Phase.LOSS: "‖f − y‖²",
}
