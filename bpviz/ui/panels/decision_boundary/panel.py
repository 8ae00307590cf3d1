"""BoundaryPanel: what the network says over the plane of its inputs, or along the only one."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.datasets.dataset import Dataset, Part
from bpviz.training.commands import SelectSample, TrainNext, TrainOwn
from bpviz.training.events import Frame
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.quantities import Need
from bpviz.ui.core import counting
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import translated
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.shown_pair import own_title
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.controls.placeholder import loading
from bpviz.ui.panels.decision_boundary import texts
from bpviz.ui.panels.decision_boundary.content import BoundaryContent
from bpviz.ui.panels.decision_boundary.input_plot import Values
from bpviz.ui.panels.decision_boundary.probe_table import layers
from bpviz.ui.panels.decision_boundary.quantity import (
    PlottedQuantity,
    Quantity,
    choices,
)
from bpviz.ui.panels.decision_boundary.sample_places import (
    home,
    is_slow,
    pair_at_hand,
    sample_dots,
)
from bpviz.ui.panels.decision_boundary.scene import InputKind, PlaneInputs, PlotInputs

MANY_UNITS = 128
"""With more hidden units than this their lines cost more than the plane, and it is drawn half as
often: some 30 times a second."""


class BoundaryPanel(Panel):
    """For two inputs a picture of f with the samples on it, for one input a curve through them.

    Signals
    -------
    unit_selected(int)
        The same as a number.
    """

    interval_ms = 16
    unit_selected = Signal(int)

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("boundary_panel", send, parent)
        self.scene: PlotInputs | None = None
        self._frame: Frame | None = None
        self._inputs: PlaneInputs | None = None
        self._placed: object = None
        self._presenting = False
        self.body = BoundaryContent()
        self.head, self.plane, self.curve = self.body.head, self.body.plane, self.body.curve
        for view in self.body.both:
            view.sample_clicked.connect(self._select_sample)
            view.train_wanted.connect(self._train)
            view.unit_clicked.connect(self.choose_unit)
            view.point_wanted.connect(self.try_point)
            view.zoomed_changed.connect(self.body.show_zoomed)
            self.head.lines.toggled.connect(view.set_lines_shown)
        self.head.shown.currentIndexChanged.connect(self._show)
        self.head.wrong.toggled.connect(self._redraw)
        self.head.equal.toggled.connect(self._redraw)
        self.body.line.show_all.clicked.connect(self._show_all)
        theme_changed.connect(self._redraw)
        counting_changed.connect(self._recount)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.body)

    def another(self) -> Panel:
        """Return one for a figure, whose legend names all lines."""
        twin = super().another()
        assert isinstance(twin, BoundaryPanel)
        twin.head.explain_lines()
        return twin

    def figure_subject(self) -> str:
        """Return what is drawn over the inputs, where that can be chosen."""
        return self.head.shown.currentText() if self.head.shown.count() > 1 else ""

    @staticmethod
    def suits(frame: Frame) -> bool:
        """Whether two inputs span a plane, or one a line."""
        return (
            frame.dataset is not None
            and PlaneInputs.of(frame.dataset).kind is not InputKind.NEITHER
        )

    def needs(self) -> Set[Need]:
        """Say what is drawn beyond the network: the looks at all samples, if wrong ones are."""
        wrong = self._marks_wrong()
        return {Need.SCAN, Need.EVALUATION} if wrong else set()

    @property
    def tried(self) -> Values | None:
        """Values of the inputs that are tried."""
        return self.body.view.tried

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Draw the network of `frame` over its inputs."""
        before, self._frame = self._frame, frame
        data = frame.dataset
        if data is None or frame.preview is None:
            self.scene = None
            self.body.say(loading())
            return
        if frame.compiling is not None and self.scene is None:
            # It computes in the interface's thread, which must not be the one that compiles.
            self.body.say(translated(frame.compiling.what))
            return
        if self._inputs is None or before is None or before.dataset is not data:
            self._inputs = PlaneInputs.of(data)
            self.try_point(None)
        if self._inputs.kind is InputKind.NEITHER:
            self.scene = None
            self.body.say(texts.not_drawn(data, self._inputs))
            return
        self._show_network(frame, data, self._inputs)

    def _show_network(self, frame: Frame, data: Dataset, inputs: PlaneInputs) -> None:
        net, plane = frame.seen_network, inputs.kind is InputKind.PLANE
        # With many units every second tick is enough; a little less than that, so that a tick
        # that comes late does not cost a third.
        self.interval_ms = 16 if net.n_hidden <= MANY_UNITS else 24
        shown = self.head.offer(data, inputs.kind, choices(data, net, plane=plane))
        off = tuple(k for k in frame.switched_off if k < net.n_hidden)
        self.scene = scene = PlotInputs(
            data, inputs, net, off, shown, is_slow(frame), frame.stretch
        )
        view = self.plane if plane else self.curve
        self.body.show_view(view)
        self._place_samples(scene)
        view.show_scene(scene)
        chosen = None if frame.selected is None else (frame.selected_part, frame.selected)
        view.set_rings(pair_at_hand(frame, scene), chosen)
        self._mark_wrong()
        self._show_tried()
        self.body.fit()

    def _place_samples(self, scene: PlotInputs) -> None:
        """Let samples and axes follow the data, the output that is shown, and the look."""
        equal = self.head.equal.isChecked()
        key = (scene.data, scene.output, current_theme().name, equal)
        if key == self._placed:
            return
        self._placed = key
        view, names = self.body.view, scene.inputs.names
        plane = scene.inputs.kind is InputKind.PLANE
        dots = sample_dots(scene, current_theme())
        view.dots.set_dots(dots)
        view.set_home(*home(scene, dots), equal=plane and equal)
        view.x_title = texts.title(names[0])
        view.y_title = texts.title(names[1] if plane else texts.target(scene))
        if not plane:
            view.right_title = f"W₂[{counting.shown(scene.output or 0)}, k] · h[k]"
        view.update()

    def _marks_wrong(self) -> bool:
        classes = self.scene is not None and self.scene.data.labels is not None
        return classes and self.head.wrong.isChecked()

    def _mark_wrong(self) -> None:
        correct = {}
        if self._marks_wrong() and self._frame is not None:
            scans = {Part.TRAIN: self._frame.scan, Part.TEST: self._frame.test_scan}
            for part, scan in scans.items():
                if scan is not None and scan.correct is not None:
                    correct[part] = scan.correct
        if self.body.view.dots.set_correct(correct):
            self.body.view.update()

    def _show_tried(self) -> None:
        """Say what the network answers at the tried point."""
        scene, tried = self.scene, self.tried
        trace = None
        if scene is not None and tried is not None and len(tried) == len(scene.inputs.axes):
            trace = scene.trace(scene.inputs.at(tried))
        if scene is None or trace is None:
            hint = self.tr("Click a point to probe it, a sample or a unit's line to select it.")
            self.body.line.text.setText("" if self._presenting else hint)
            self.body.line.text.setToolTip("")
            return
        words = texts.point(scene, trace)
        self.body.line.text.setText(words)
        self.body.line.text.setToolTip(words)
        self.body.reading.set_layers(layers(scene, trace))

    def set_presenting(self, on: bool) -> None:
        """Leave out switches and hints, which large text has no room for."""
        self._presenting = on
        self.head.set_presenting(on)
        self._show_tried()

    # What a person chooses ---------------------------------------------------------------------

    @Slot(object)
    def choose_unit(self, unit: int) -> None:
        """Select a hidden unit, here and by the signals elsewhere."""
        if self.scene is None:
            return
        selection = Selection("W1", unit, self.scene.inputs.axes[0])
        self.select(selection)
        self.weight_selected.emit(selection)
        self.unit_selected.emit(unit)

    def select(self, selection: Selection | None) -> None:
        """Mark the hidden unit of a weight; show it, where another unit is shown."""
        unit = None if selection is None else selection.hidden_unit
        for view in self.body.both:
            view.set_selected_unit(unit)
        self.body.reading.set_marked(unit)
        chosen = self.head.chosen()
        if unit is not None and chosen is not None and chosen.quantity is Quantity.UNIT:
            self.head.choose(PlottedQuantity(Quantity.UNIT, unit))
            self._redraw()

    @Slot()
    def _show(self) -> None:
        shown = self.head.chosen()
        if shown is not None and shown.quantity is Quantity.UNIT:
            self.choose_unit(shown.index)
        self._redraw()

    @Slot(object)
    def try_point(self, values: Values | None) -> None:
        """Show what the network says at these values of the inputs; None lets go of them."""
        for view in self.body.both:
            view.set_tried(values)
        self._show_tried()
        self.body.fit()

    @Slot(object, object)
    def _select_sample(self, part: Part, index: int) -> None:
        self.send(SelectSample(index, part))

    @Slot(object, object)
    def _train(self, part: Part, index: int) -> None:
        if part is Part.TRAIN:
            self.send(TrainNext(index))
            return
        data = None if self.scene is None else self.scene.data.part(part)
        if data is None:
            return
        label = None if data.labels is None else int(data.labels[index])
        title = own_title(part, index)
        self.send(TrainOwn(CustomPair(data.x(index), data.Y[index], label, title)))

    @Slot()
    def _show_all(self) -> None:
        self.body.view.show_all()
        self.body.view.setFocus()

    @Slot()
    def _recount(self) -> None:
        """Name inputs and choices anew with the next frame."""
        data = None if self._frame is None else self._frame.dataset
        if self._inputs is not None and data is not None:
            self._inputs = PlaneInputs.of(data)
        self._placed = None
        self.head.name_choices()

    @Slot()
    def _redraw(self) -> None:
        if self._frame is not None:
            self.show_frame(self._frame)
