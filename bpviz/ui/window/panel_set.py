"""All panels of the window, each made when it is first needed, and what connects them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from bpviz.datasets.dataset import Part
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.events import Frame
from bpviz.training.watches import Watch
from bpviz.ui.core.frame_dispatcher import FrameDispatcher
from bpviz.ui.core.panel import Panel
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.window.actions.debug_actions import DebugActions
from bpviz.ui.window.panel_place import PanelPlace

if TYPE_CHECKING:
    from bpviz.ui.panels.contributions.panel import ContributionsPanel
    from bpviz.ui.panels.find.panel import FindPanel
    from bpviz.ui.panels.gradient_check.panel import GradientCheckPanel
    from bpviz.ui.panels.rule_comparison.panel import RulePanel
    from bpviz.ui.panels.sample.panel import SamplePanel
    from bpviz.ui.panels.sample_browser.panel import BrowserPanel
    from bpviz.ui.panels.timeline.panel import TimelinePanel
    from bpviz.ui.panels.watches.panel import WatchesPanel


class _Kind(NamedTuple):
    """Where the class of a panel is, and what it is made of beside the way to the trainer."""

    folder: str
    name: str
    given: Sequence[str] = ()

    def load(self) -> type[Panel]:
        """Return the class.  Importing it takes as long as making a panel of it."""
        module = import_module(f"bpviz.ui.panels.{self.folder}.panel")
        return cast(type[Panel], getattr(module, self.name))


KINDS: Mapping[str, _Kind] = {
    "setup_panel": _Kind("setup", "SetupPanel", ("request",)),
    "weights1_panel": _Kind("weights", "WeightsPanel", ("W1",)),
    "weights2_panel": _Kind("weights", "WeightsPanel", ("W2",)),
    "graph_panel": _Kind("network_graph", "GraphPanel"),
    "boundary_panel": _Kind("decision_boundary", "BoundaryPanel"),
    "units_panel": _Kind("hidden_units", "UnitsPanel"),
    "sample_panel": _Kind("sample", "SamplePanel"),
    "draw_panel": _Kind("draw", "DrawPanel"),
    "debugger_panel": _Kind("debugger", "DebuggerPanel"),
    "breakpoints_panel": _Kind("breakpoints", "BreakpointsPanel"),
    "watches_panel": _Kind("watches", "WatchesPanel"),
    "loss_panel": _Kind("loss", "LossPanel"),
    "evaluation_panel": _Kind("evaluation", "EvaluationPanel"),
    "gradients_panel": _Kind("gradients", "GradientsPanel"),
    "weight_history_panel": _Kind("weight_history", "WeightHistoryPanel"),
    "browser_panel": _Kind("sample_browser", "BrowserPanel"),
    "gradient_check_panel": _Kind("gradient_check", "GradientCheckPanel"),
    "rule_panel": _Kind("rule_comparison", "RulePanel"),
    "branches_panel": _Kind("branches", "BranchesPanel"),
    "timeline_panel": _Kind("timeline", "TimelinePanel"),
    "contributions_panel": _Kind("contributions", "ContributionsPanel"),
    "positions_panel": _Kind("positions", "PositionsPanel"),
    "find_panel": _Kind("find", "FindPanel"),
}
"""In the order of the View menu; what they are called is in `ui/core/panel_titles.py`."""


def suits(name: str, frame: Frame) -> bool:
    """Whether the panel with that object name has something to show of a frame's network."""
    return KINDS[name].load().suits(frame)


class _Panels(Mapping[str, Panel]):
    """Panels by object name; asking for one that there is not yet makes it."""

    def __init__(self, make: Callable[[str], Panel]) -> None:
        self._make = make

    def __getitem__(self, name: str) -> Panel:
        return self._make(name)

    def __iter__(self) -> Iterator[str]:
        return iter(KINDS)

    def __len__(self) -> int:
        return len(KINDS)


class PanelSet(QObject):
    """Makes the panels, feeds them from the pump, and passes selections between them.

    A panel is made when it comes in sight, or when somebody asks for it.  Most are behind others
    at a start, and some are never looked at.

    Signals
    -------
    panel_wanted(str)
        A panel is to be brought before the others.
    refused(str), accepted()
        As of `Panel`, of any of them.

    Attributes
    ----------
    places : mapping of str to PanelPlace
        What stands in the docks, with or without a panel.
    panels : mapping of str to Panel
        By object name, in the order of the View menu; made by being asked for.
    """

    panel_wanted = Signal(str)
    refused = Signal(str)
    accepted = Signal()

    def __init__(self, request: RunRequest, pump: FrameDispatcher, parent: QObject) -> None:
        super().__init__(parent)
        self._request, self._pump = request, pump
        self._made: dict[str, Panel] = {}
        self._selected: Selection | None = None
        self._highlighted: Highlight | None = None
        self._view_range: tuple[int, int] | None = None
        self._presenting = False
        self._check_since: int | None = None  # of a check that waits for its panel
        self._exports: Callable[[str], Sequence[QAction]] = lambda name: ()
        self.places: Mapping[str, PanelPlace] = {name: PanelPlace(name) for name in KINDS}
        for place in self.places.values():
            place.in_sight.connect(self.make)
        self.places["gradient_check_panel"].hidden.connect(self._leave_check)
        self.panels: Mapping[str, Panel] = _Panels(self._panel)
        pump.frame_shown.connect(self._drop_what_is_gone)

    # Making ------------------------------------------------------------------------------------

    def made(self) -> Iterable[Panel]:
        """Return the panels that there are, in the order in which they were made."""
        return tuple(self._made.values())

    @Slot(str)
    def make(self, name: str) -> None:
        """See that there is a panel."""
        self._panel(name)

    def make_all(self) -> None:
        """See that there are all panels, for whoever looks through everything in the window."""
        for name in KINDS:
            self._panel(name)

    def make_alike(self, other: PanelSet) -> None:
        """See that there are the panels that there are in another window."""
        for name in other._made:
            self._panel(name)

    def _panel(self, name: str) -> Panel:
        panel = self._made.get(name)
        if panel is None:
            kind = KINDS[name]
            given = (self._request if each == "request" else each for each in kind.given)
            create: Callable[..., Panel] = kind.load()
            panel = self._made[name] = create(*given, self._pump.send)
            self._connect(panel)
            self.places[name].fill(panel)
            self._bring_up_to_date(panel)
        return panel

    def _connect(self, panel: Panel) -> None:
        panel.export_actions = self._exports(panel.objectName())
        self._pump.add_panel(panel)
        panel.range_wanted.connect(self._pump.set_history_range)
        panel.view_range_changed.connect(self._set_view_range)
        panel.weight_selected.connect(self._select)
        panel.highlighted.connect(self._highlight)
        panel.samples_wanted.connect(self._list_samples)
        panel.steps_wanted.connect(self._find_steps)
        panel.refused.connect(self.refused)
        panel.accepted.connect(self.accepted)

    def _bring_up_to_date(self, panel: Panel) -> None:
        """Tell a new panel what the others were told before."""
        if self._presenting:
            panel.set_presenting(True)
        if self._pump.frame is not None:
            panel.note_frame(self._pump.frame)
        if self._selected is not None:
            panel.select(self._selected)
        if self._highlighted is not None:
            panel.highlight(self._highlighted)
        if self._view_range is not None:
            panel.set_view_range(self._view_range)
        if panel.objectName() == "gradient_check_panel" and self._check_since is not None:
            self.fill_check(self._check_since)

    def offer(self, exports: Callable[[str], Sequence[QAction]]) -> None:
        """Let each panel offer what can be written of it: what `exports` returns for its name."""
        self._exports = exports
        for panel in self.made():
            panel.export_actions = exports(panel.objectName())

    # Those that the window itself knows ----------------------------------------------------------

    @property
    def gradient_check(self) -> GradientCheckPanel:
        """The gradient check."""
        return cast("GradientCheckPanel", self._panel("gradient_check_panel"))

    @property
    def contributions(self) -> ContributionsPanel:
        """Which samples made a weight."""
        return cast("ContributionsPanel", self._panel("contributions_panel"))

    @property
    def rule(self) -> RulePanel:
        """The comparison of both gradient rules."""
        return cast("RulePanel", self._panel("rule_panel"))

    @property
    def sample(self) -> SamplePanel:
        """The sample at hand."""
        return cast("SamplePanel", self._panel("sample_panel"))

    @property
    def browser(self) -> BrowserPanel:
        """The list of all samples."""
        return cast("BrowserPanel", self._panel("browser_panel"))

    @property
    def find(self) -> FindPanel:
        """The steps that meet a condition."""
        return cast("FindPanel", self._panel("find_panel"))

    @property
    def watches(self) -> WatchesPanel:
        """The numbers that somebody follows."""
        return cast("WatchesPanel", self._panel("watches_panel"))

    @property
    def timeline(self) -> TimelinePanel:
        """The timeline."""
        return cast("TimelinePanel", self._panel("timeline_panel"))

    @Slot(bool)
    def set_presenting(self, on: bool) -> None:
        """Tell every panel that presentation mode goes on or off."""
        self._presenting = on
        for panel in self.made():
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
        shown = self.browser.samples.shown if "browser_panel" in self._made else None
        return None if shown is None else (shown.part, tuple(shown.indices.tolist()))

    def select(self, selection: Selection | None) -> None:
        """Select a weight everywhere, if there is that one."""
        self._select(selection)

    @Slot(object)
    def _select(self, selection: Selection | None) -> None:
        self._selected = selection
        for panel in self.made():
            panel.select(selection)

    @Slot(object)
    def _set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Let the other plots along the steps show the same."""
        self._view_range = steps
        for panel in self.made():
            if panel is not self.sender():
                panel.set_view_range(steps)

    @Slot(object)
    def _drop_what_is_gone(self, frame: Frame) -> None:
        """Let go of a weight that a new network does not have, in every panel at once."""
        if self._selected is not None and not self._selected.exists_in(frame.network):
            self._select(None)

    @Slot(object)
    def _highlight(self, highlight: Highlight | None) -> None:
        self._highlighted = highlight
        for panel in self.made():
            panel.highlight(highlight)

    def serve(self, actions: DebugActions) -> None:
        """Do what the actions leave to panels."""
        actions.check_gradient.triggered.connect(self.check_gradient)
        actions.rule_trial.triggered.connect(self.try_rules)
        actions.contributions.triggered.connect(self.ask_contributions)
        actions.watch_weight.triggered.connect(self.watch_weight)
        actions.find_steps.triggered.connect(self.find_steps)

    @Slot()
    def check_gradient(self) -> None:
        """Check the gradient at this position, and show what comes out."""
        self.panel_wanted.emit("gradient_check_panel")
        self.gradient_check.check()

    def fill_check(self, since: int = 0) -> None:
        """Check the gradient as `GradientCheckPanel.fill` does, once there is such a panel."""
        if "gradient_check_panel" in self._made or self._pump.frame is not None:
            self._check_since = None
            self.gradient_check.fill(since)
        else:
            self._check_since = since

    @Slot()
    def _leave_check(self) -> None:
        self._check_since = None

    @Slot()
    def watch_weight(self) -> None:
        """Follow the selected weight; where there is none, ask for a number."""
        at = self._selected
        if at is not None:
            self.follow_number(Watch.weight(at.matrix, at.row, at.column))
        else:
            self.panel_wanted.emit("watches_panel")
            self.watches.watch_edit.setFocus()

    def follow_number(self, watch: Watch) -> None:
        """Follow a number, and show the list of those that are followed."""
        self.panel_wanted.emit("watches_panel")
        self.watches.follow_number(watch)

    @Slot()
    def try_rules(self) -> None:
        """Train with both gradient rules, or end that, and show what comes out."""
        self.panel_wanted.emit("rule_panel")
        self.rule.begin_trial()

    @Slot()
    def ask_contributions(self) -> None:
        """Ask which samples made the selected weight, and show what comes out."""
        self.panel_wanted.emit("contributions_panel")
        self.contributions.ask()

    @Slot()
    def find_steps(self) -> None:
        """Let somebody type which steps to find."""
        self.panel_wanted.emit("find_panel")
        self.find.begin_typing()

    @Slot(object)
    def _find_steps(self, condition: Breakpoint) -> None:
        """Find the steps of the past that meet a condition."""
        self.panel_wanted.emit("find_panel")
        self.find.search(condition)

    @Slot(object)
    def _list_samples(self, wanted: SampleFilter) -> None:
        """Show the samples that a cell of the evaluation stands for."""
        self.browser.set_filter(wanted)
        self.panel_wanted.emit("browser_panel")
