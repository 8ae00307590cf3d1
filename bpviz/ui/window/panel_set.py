"""All panels of the window, made once, and what connects one with another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from bpviz.training.events import Frame
from bpviz.ui.core.frame_dispatcher import FramePump, Needs
from bpviz.ui.core.panel import Panel
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import Theme
from bpviz.ui.panels.branches.panel import BranchesPanel
from bpviz.ui.panels.breakpoints.panel import BreakpointsPanel
from bpviz.ui.panels.debugger.panel import DebuggerPanel
from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from bpviz.ui.panels.draw.panel import DrawPanel
from bpviz.ui.panels.evaluation.panel import EvaluationPanel
from bpviz.ui.panels.gradient_check.panel import GradientCheckPanel
from bpviz.ui.panels.gradients.panel import GradientsPanel
from bpviz.ui.panels.hidden_units.panel import UnitsPanel
from bpviz.ui.panels.loss.panel import LossPanel
from bpviz.ui.panels.network_graph.panel import GraphPanel
from bpviz.ui.panels.rule_comparison.panel import RulePanel
from bpviz.ui.panels.sample.panel import SamplePanel
from bpviz.ui.panels.sample_browser.panel import BrowserPanel
from bpviz.ui.panels.setup.panel import SetupPanel
from bpviz.ui.panels.timeline.panel import TimelinePanel
from bpviz.ui.panels.weights.panel import WeightsPanel
from bpviz.ui.window.actions.debug_actions import DebugActions

Chooser = (
    WeightsPanel
    | GraphPanel
    | DebuggerPanel
    | BoundaryPanel
    | UnitsPanel
    | RulePanel
    | GradientCheckPanel
)
Questioning = BoundaryPanel | UnitsPanel | DrawPanel | EvaluationPanel | BrowserPanel | RulePanel


class PanelSet(QObject):
    """Makes the panels, feeds them from the pump, and passes selections between them.

    Signals
    -------
    panel_wanted(str)
        A panel is to be brought before the others.

    Attributes
    ----------
    panels : mapping of str to Panel
        By object name, in the order of the View menu.
    """

    panel_wanted = Signal(str)

    def __init__(self, request: RunRequest, pump: FramePump, parent: QObject) -> None:
        super().__init__(parent)
        send = pump.send
        self.setup = SetupPanel(request, send)
        self.weights1 = WeightsPanel("W1", send)
        self.weights2 = WeightsPanel("W2", send)
        self.sample = SamplePanel(send)
        self.graph = GraphPanel(send)
        self.boundary = BoundaryPanel(send)
        self.units = UnitsPanel(send)
        self.draw = DrawPanel(send)
        self.debugger = DebuggerPanel(send)
        self.breakpoints = BreakpointsPanel(send)
        self.branches = BranchesPanel(send)
        self.loss = LossPanel(send)
        self.evaluation = EvaluationPanel(send)
        self.gradients = GradientsPanel(send)
        self.browser = BrowserPanel(send)
        self.gradient_check = GradientCheckPanel(send)
        self.rule = RulePanel(send)
        self.timeline = TimelinePanel(send)
        made: tuple[Panel, ...] = (
            self.setup,
            self.weights1,
            self.weights2,
            self.graph,
            self.boundary,
            self.units,
            self.sample,
            self.draw,
            self.debugger,
            self.breakpoints,
            self.loss,
            self.evaluation,
            self.gradients,
            self.browser,
            self.gradient_check,
            self.rule,
            self.branches,
            self.timeline,
        )
        self.panels: Mapping[str, Panel] = {panel.objectName(): panel for panel in made}
        needs: dict[Panel, Callable[[], Needs]] = {
            self.loss: self._loss_needs,
            self.gradients: self._gradients_needs,
            self.branches: self._branches_needs,
        }
        for questioning in self._questioning():
            needs[questioning] = questioning.needs
        for panel in made:
            pump.add_panel(panel, needs.get(panel, Needs))
        for curves in (self.loss, self.gradients):
            curves.range_wanted.connect(pump.set_history_range)
        self.loss.view_range_changed.connect(self.gradients.set_view_range)
        self.gradients.view_range_changed.connect(self.loss.set_view_range)
        for chooser in self._choosers():
            chooser.weight_selected.connect(self._select)
        self.evaluation.samples_wanted.connect(self._list_samples)
        self.debugger.highlighted.connect(self._highlight)
        pump.frame_shown.connect(self.sample.note_frame)
        pump.frame_shown.connect(self.rule.note_frame)
        self._selected: Selection | None = None
        pump.frame_shown.connect(self._drop_what_is_gone)

    def _choosers(self) -> tuple[Chooser, ...]:
        """Return the panels in which a weight, or a hidden unit, can be selected."""
        return (
            self.weights1, self.weights2, self.graph, self.debugger, self.boundary, self.units,
            self.gradient_check, self.rule,
        )  # fmt: skip

    def _questioning(self) -> tuple[Questioning, ...]:
        """Return the panels that question the network, and say themselves what they need."""
        return self.boundary, self.units, self.draw, self.evaluation, self.browser, self.rule

    def set_theme(self, theme: Theme) -> None:
        """Recolour every panel."""
        for panel in self.panels.values():
            panel.set_theme(theme)

    @Slot(bool)
    def set_presenting(self, on: bool) -> None:
        """Tell every panel that presentation mode goes on or off."""
        for panel in self.panels.values():
            panel.set_presenting(on)

    @Slot(object)
    def _select(self, selection: Selection | None) -> None:
        self._selected = selection
        for panel in self._choosers():
            panel.select(selection)

    @Slot(object)
    def _drop_what_is_gone(self, frame: Frame) -> None:
        """Let go of a weight that a new network does not have, in every panel at once."""
        if self._selected is not None and not self._selected.exists_in(frame.network):
            self._select(None)

    @Slot(object)
    def _highlight(self, highlight: Highlight | None) -> None:
        for panel in (self.weights1, self.weights2, self.graph, self.sample):
            panel.highlight(highlight)

    def serve(self, actions: DebugActions) -> None:
        """Do what the actions leave to panels."""
        actions.check_wanted.connect(self.check_gradient)
        actions.rule_trial_wanted.connect(self.try_rules)

    @Slot()
    def check_gradient(self) -> None:
        """Check the gradient at this position, and show what comes out."""
        self.panel_wanted.emit(self.gradient_check.objectName())
        self.gradient_check.check()

    @Slot()
    def try_rules(self) -> None:
        """Train with both gradient rules, or end that, and show what comes out."""
        self.panel_wanted.emit(self.rule.objectName())
        self.rule.begin_trial()

    @Slot(object)
    def _list_samples(self, wanted: SampleFilter) -> None:
        """Show the samples that a cell of the evaluation stands for."""
        self.browser.set_filter(wanted)
        self.panel_wanted.emit(self.browser.objectName())

    def _loss_needs(self) -> Needs:
        return Needs(history=True, evaluation=True, branches=self.loss.shows_branches)

    def _branches_needs(self) -> Needs:
        shown = self.branches.shows_branches
        return Needs(history=shown, branches=shown)

    def _gradients_needs(self) -> Needs:
        return Needs(history=self.gradients.shows_history, scan=self.gradients.shows_scan)
