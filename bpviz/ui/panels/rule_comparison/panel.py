"""RulePanel: the note's printed gradient beside the exact one and finite differences."""

from __future__ import annotations

import time
from collections.abc import Sequence, Set

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bpviz.training.commands import CompareRules, Pause, Seek
from bpviz.training.events import Frame, State
from bpviz.training.journal.entries import MatrixName
from bpviz.training.quantities import Need
from bpviz.ui.core.formatting import count
from bpviz.ui.core.image_shape import pixel_shape
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.shown_pair import ShownPair
from bpviz.ui.kit.controls.labels import AdaptiveLabel, ElidedLabel
from bpviz.ui.kit.controls.layouts import EDGE, splitter, vbox, widget_of
from bpviz.ui.kit.controls.placeholder import Placeholder, pages
from bpviz.ui.panels.rule_comparison import texts
from bpviz.ui.panels.rule_comparison.formulas import RuleFormulas
from bpviz.ui.panels.rule_comparison.header import BOTH, PAIR, RUN, RuleHeader
from bpviz.ui.panels.rule_comparison.heatmaps import RuleHeatmaps
from bpviz.ui.panels.rule_comparison.model import ShownRules, Way
from bpviz.ui.panels.rule_comparison.training_view import TrainingView

MANY = 100_000
"""Above so many weights drawing takes longer than a screen frame, so it is done less often."""

CURVES_SECONDS = 0.1
"""Seconds between two pictures of the curves while the run goes on."""

FORMULAS, REASON = 14, 16
"""Lines of text that it is high where the formulas, and why one output is another matter, have room
above the pictures."""

HIGH, WIDE = 30, 64
"""Lines of text that it is high, or wide, where pictures and curves have room together."""

SHARES = 3, 2
"""Of the pictures and the curves in the room of both."""


class RulePanel(Panel):
    """Three heatmaps of the gradient of one pair, and two curves along the steps."""

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("rule_panel", send, parent)
        self.interval_ms = 33
        self._frame: Frame | None = None
        self._rules: ShownRules | None = None
        self._presenting = self._both = False
        self._curves_due = 0.0
        self.head = RuleHeader()
        self.formulas = RuleFormulas()
        self.one_output = AdaptiveLabel(name="rule_one_output")
        self.one_output.setToolTip(texts.about_one_output())
        self.verdict = AdaptiveLabel(name="rule_verdict", bold=True)
        self.cause = AdaptiveLabel(name="rule_cause")
        self.measures = ElidedLabel(name="rule_measures", muted=True)
        self.pictures = RuleHeatmaps()
        self.readout = ElidedLabel(name="rule_readout")
        self.trial = TrainingView()
        self._lay_out()
        self.head.matrix.changed.connect(self._redraw)
        self.head.layout_choice.changed.connect(self._redraw)
        self.head.view.changed.connect(self._arrange)
        self.head.gap.toggled.connect(self.pictures.show_gap)
        self.pictures.limit_changed.connect(self.head.scale.set_limit)
        self.pictures.clicked.connect(self._clicked)
        self.pictures.read.connect(self._read)
        self.trial.bar.wanted.connect(self._try)
        self.trial.bar.end_wanted.connect(lambda: send(Pause()))
        self.trial.bar.steps.refused.connect(self.refused)
        self.trial.bar.steps.valueChanged.connect(self.accepted)
        self.trial.step_clicked.connect(lambda step: send(Seek(step)))
        self._read("")
        self._arrange()

    def _lay_out(self) -> None:
        lines = (self.verdict, self.cause, self.measures)
        parts = (*lines, self.pictures, self.readout)
        self.upper = widget_of(vbox(*parts, spacing=3, stretch=self.pictures))
        self.splitter = splitter("rule_splitter", self.upper, self.trial)
        for place, share in enumerate(SHARES):
            self.splitter.setStretchFactor(place, share)
        parts_above = self.head, self.formulas, self.one_output
        drawn = vbox(*parts_above, self.splitter, spacing=4, stretch=self.splitter)
        self._pages = pages(Placeholder("rule_message"), widget_of(drawn))
        vbox(self._pages, into=self, margins=EDGE)

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return what begins a trial."""
        return self.trial.bar.question

    def needs(self) -> Set[Need]:
        """Return what it draws from: looks at both rules, and the test curve."""
        return {Need.RULE, Need.EVALUATION}

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Draw both rules at the pair in `frame`, and the curves."""
        self._frame = frame
        self._draw()

    @Slot(object)
    def note_frame(self, frame: Frame) -> None:
        """Know whether a trial is under way, also while nobody sees the panel."""
        self.trial.bar.follow(frame)

    def set_presenting(self, on: bool) -> None:
        """Leave out what is read in passing only."""
        self._presenting = on
        self.trial.set_presenting(on)
        self._arrange()

    def select(self, selection: Selection | None) -> None:
        """Frame the selected weight in every picture."""
        self.pictures.select(selection)

    def _draw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        rules = self._rules = ShownRules.of(frame, self._rules)
        self._pages.setCurrentIndex(0 if rules is None else 1)
        if rules is None:
            return
        self.formulas.set_one_output(rules.network.n_outputs == 1)
        self.one_output.set_sentences(texts.one_output(rules))
        self._show_reason()
        matrix = self.matrix
        large = rules.network.W1T.size > MANY and matrix == "W1"
        self.interval_ms = 100 if large else 33
        shape = pixel_shape(frame.dataset, rules.network.n_inputs)
        self.head.layout_choice.setEnabled(shape is not None and matrix == "W1")
        if self._shows(PAIR):
            pair = ShownPair.of(frame)
            words = self.tr("{pair} at step {step}")
            name = "" if pair is None else pair.words
            self.head.pair.set_sentences(
                (words.format(pair=name, step=count(frame.step)), name, "")
            )
            tiles = shape if self.head.tiles and matrix == "W1" else None
            standing = frame.state is not State.RUNNING
            data, stretch = frame.dataset, frame.stretch
            self.pictures.show_rules(
                rules, matrix, tiles, standing=standing, stretch=stretch, data=data
            )
            self._say(rules, matrix, standing=standing)
        if self._shows(RUN) and self._curves_are_due(frame):
            self.trial.show_frame(frame)

    def _curves_are_due(self, frame: Frame) -> bool:
        """Whether it is time for the curves: their axes grow with the run and are dear to draw."""
        now, running = time.monotonic(), frame.state is State.RUNNING
        if running and now < self._curves_due:
            return False
        self._curves_due = now + CURVES_SECONDS
        return True

    def _say(self, rules: ShownRules, matrix: MatrixName, *, standing: bool) -> None:
        sentences = texts.verdict(rules, matrix)
        about = [sentences[0], texts.way_explained(Way.PRINTED)]
        if rules.network.n_outputs == 1:
            about.append(texts.about_one_output())
        self.verdict.set_sentences(sentences)
        self.verdict.setToolTip("\n\n".join(about))
        causes = texts.cause(rules, matrix)
        self.cause.set_sentences(causes)
        self.cause.setToolTip(f"{causes[0]}\n\n{texts.cause_explained()}".strip())
        self.measures.setText(texts.measures(rules, matrix, standing=standing))
        self.measures.setToolTip(self.measures.text())

    @property
    def matrix(self) -> MatrixName:
        """The matrix whose gradient is shown."""
        return "W1" if self.head.matrix.value() == "W1" else "W2"

    # Room --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out what has room."""
        super().resizeEvent(event)
        self._arrange()

    def _room(self) -> tuple[bool, bool]:
        line = self.fontMetrics().height()
        return self.height() >= HIGH * line, self.width() >= WIDE * line

    def _shows(self, part: str) -> bool:
        return self.head.view.value() in (part, BOTH)

    @Slot()
    def _arrange(self) -> None:
        high, _ = self._room()
        upright = Qt.Orientation.Vertical if high else Qt.Orientation.Horizontal
        turned = self.splitter.orientation() != upright
        if turned:
            self.splitter.setOrientation(upright)
        self.head.offer_both(any(self._room()))
        self.formulas.setVisible(self.height() >= FORMULAS * self.fontMetrics().height())
        self._show_reason()
        self.upper.setVisible(self._shows(PAIR))
        self.trial.setVisible(self._shows(RUN))
        both = self._shows(PAIR) and self._shows(RUN)
        if both and (turned or not self._both):  # what they had before says nothing of this room
            self.splitter.setSizes([100 * share for share in SHARES])
        self._both = both
        self.head.show_choices(self._shows(PAIR), self._presenting)
        for line in (self.measures, self.readout):
            line.setVisible(not self._presenting)
        self._draw()

    def _show_reason(self) -> None:
        high = self.height() >= REASON * self.fontMetrics().height()
        one = self._rules is not None and self._rules.network.n_outputs == 1
        if self.one_output.isVisibleTo(self) != (high and one):
            self.one_output.setVisible(high and one)

    # What a person does ------------------------------------------------------------------------

    @Slot()
    def begin_trial(self) -> None:
        """Train with both rules, or end the trial under way; the same as the button."""
        self.trial.bar.press()

    @Slot()
    def _redraw(self) -> None:
        self._draw()
        self.pictures.tell()

    @Slot(object)
    def _clicked(self, selection: Selection) -> None:
        self.select(selection)
        self.weight_selected.emit(selection)

    @Slot(str)
    def _read(self, words: str) -> None:
        hint = self.tr("Point at a weight to read its gradient by all three, click to select it.")
        self.readout.setText(words or hint)

    @Slot(object, bool)
    def _try(self, steps: int, from_start: bool) -> None:
        if not self._shows(RUN):
            self.head.show_run()
            self._arrange()
        self.send(CompareRules(steps, from_start))
