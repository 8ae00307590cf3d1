"""All panels of the window, made once, and what connects one with another."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from bpviz.datasets.dataset import Part
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.events import Frame
from bpviz.training.watches import Watch
from bpviz.ui.core.frame_dispatcher import FrameDispatcher
from bpviz.ui.core.panel import Panel
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.panels.branches.panel import BranchesPanel
from bpviz.ui.panels.breakpoints.panel import BreakpointsPanel
from bpviz.ui.panels.debugger.panel import DebuggerPanel
from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from bpviz.ui.panels.draw.panel import DrawPanel
from bpviz.ui.panels.evaluation.panel import EvaluationPanel
from bpviz.ui.panels.find.panel import FindPanel
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
from bpviz.ui.panels.watches.panel import WatchesPanel
from bpviz.ui.panels.weight_history.panel import WeightHistoryPanel
from bpviz.ui.panels.weights.panel import WeightsPanel
from bpviz.ui.window.actions.debug_actions import DebugActions


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

    def __init__(self, request: RunRequest, pump: FrameDispatcher, parent: QObject) -> None:
        super().__init__(parent)
        self.gradient_check = GradientCheckPanel(pump.send)
        self.rule = RulePanel(pump.send)
        self.sample = SamplePanel(pump.send)
        self.browser = BrowserPanel(pump.send)
        self.watches = WatchesPanel(pump.send)
        self.timeline = TimelinePanel(pump.send)
        self.find = FindPanel(pump.send)
        # A panel that the window itself need not know is a line here and nothing more.
        made: tuple[Panel, ...] = (
            SetupPanel(request, pump.send),
            WeightsPanel("W1", pump.send),
            WeightsPanel("W2", pump.send),
            GraphPanel(pump.send),
            BoundaryPanel(pump.send),
            UnitsPanel(pump.send),
            self.sample,
            DrawPanel(pump.send),
            DebuggerPanel(pump.send),
            BreakpointsPanel(pump.send),
            self.watches,
            LossPanel(pump.send),
            EvaluationPanel(pump.send),
            GradientsPanel(pump.send),
            WeightHistoryPanel(pump.send),
            self.browser,
            self.gradient_check,
            self.rule,
            BranchesPanel(pump.send),
            self.timeline,
            self.find,
        )
        self.panels: Mapping[str, Panel] = {panel.objectName(): panel for panel in made}
        for panel in made:
            pump.add_panel(panel)
            panel.range_wanted.connect(pump.set_history_range)
            panel.view_range_changed.connect(self._set_view_range)
            panel.weight_selected.connect(self._select)
            panel.highlighted.connect(self._highlight)
            panel.samples_wanted.connect(self._list_samples)
            panel.steps_wanted.connect(self._find_steps)
        self._selected: Selection | None = None
        pump.frame_shown.connect(self._drop_what_is_gone)

    @Slot(bool)
    def set_presenting(self, on: bool) -> None:
        """Tell every panel that presentation mode goes on or off."""
        for panel in self.panels.values():
            panel.set_presenting(on)

    def take_over(self, other: PanelSet) -> None:
        """Select what is selected in other panels."""
        if other._selected is not None:
            self._select(other._selected)

    @property
    def selected(self) -> Selection | None:
        """The weight that is selected everywhere."""
        return self._selected

    def listed_samples(self) -> tuple[Part, tuple[int, ...]] | None:
        """Return which set the sample browser lists, and its samples in their order."""
        shown = self.browser.samples.shown
        return None if shown is None else (shown.part, tuple(shown.indices.tolist()))

    def select(self, selection: Selection | None) -> None:
        """Select a weight everywhere, if there is that one."""
        self._select(selection)

    @Slot(object)
    def _select(self, selection: Selection | None) -> None:
        self._selected = selection
        for panel in self.panels.values():
            panel.select(selection)

    @Slot(object)
    def _set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Let the other plots along the steps show the same."""
        for panel in self.panels.values():
            if panel is not self.sender():
                panel.set_view_range(steps)

    @Slot(object)
    def _drop_what_is_gone(self, frame: Frame) -> None:
        """Let go of a weight that a new network does not have, in every panel at once."""
        if self._selected is not None and not self._selected.exists_in(frame.network):
            self._select(None)

    @Slot(object)
    def _highlight(self, highlight: Highlight | None) -> None:
        for panel in self.panels.values():
            panel.highlight(highlight)

    def serve(self, actions: DebugActions) -> None:
        """Do what the actions leave to panels."""
        actions.check_gradient.triggered.connect(self.check_gradient)
        actions.rule_trial.triggered.connect(self.try_rules)
        actions.watch_weight.triggered.connect(self.watch_weight)
        actions.find_steps.triggered.connect(self.find_steps)

    @Slot()
    def check_gradient(self) -> None:
        """Check the gradient at this position, and show what comes out."""
        self.panel_wanted.emit(self.gradient_check.objectName())
        self.gradient_check.check()

    @Slot()
    def watch_weight(self) -> None:
        """Follow the selected weight; where there is none, ask for a number."""
        at = self._selected
        if at is not None:
            self.follow_number(Watch.weight(at.matrix, at.row, at.column))
        else:
            self.panel_wanted.emit(self.watches.objectName())
            self.watches.watch_edit.setFocus()

    def follow_number(self, watch: Watch) -> None:
        """Follow a number, and show the list of those that are followed."""
        self.panel_wanted.emit(self.watches.objectName())
        self.watches.follow_number(watch)

    @Slot()
    def try_rules(self) -> None:
        """Train with both gradient rules, or end that, and show what comes out."""
        self.panel_wanted.emit(self.rule.objectName())
        self.rule.begin_trial()

    @Slot()
    def find_steps(self) -> None:
        """Let somebody type which steps to find."""
        self.panel_wanted.emit(self.find.objectName())
        self.find.begin_typing()

    @Slot(object)
    def _find_steps(self, condition: Breakpoint) -> None:
        """Find the steps of the past that meet a condition."""
        self.panel_wanted.emit(self.find.objectName())
        self.find.search(condition)

    @Slot(object)
    def _list_samples(self, wanted: SampleFilter) -> None:
        """Show the samples that a cell of the evaluation stands for."""
        self.browser.set_filter(wanted)
        self.panel_wanted.emit(self.browser.objectName())
