"""TrainingBar: begins a trial of both gradient rules, and says what came out."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bpviz.training.evaluation.rule_infos import PairedRunInfo, PairedSide
from bpviz.training.events import Frame, State
from bpviz.ui.core import plurals
from bpviz.ui.core.formatting import count, number, per_cent, translated
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark, heading
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.layouts import flow, named, vbox
from bpviz.ui.kit.controls.number_edit import IntegerEdit
from bpviz.ui.kit.controls.preferred_numbers import one_two_five
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.panels.rule_comparison.model import rule_colour

STEPS = 10_000
"""Steps of a trial unless a person says otherwise."""

MOST = 100_000_000

GAP = 6
"""Pixels between what stands in the line of the button."""

START = "start"
"""The choice of step 0."""


class TrainingBar(FittedWidget):
    """A button, how far, from where; below it the two results.

    Signals
    -------
    wanted(object, bool)
        Both rules should train so many steps (int), from the start of the run (True) or from the
        step at hand.
    end_wanted()
        The trial under way should end.
    """

    wanted = Signal(object, bool)
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial: PairedRunInfo | None = None
        self._running = self._presenting = False
        self.button = named(
            QPushButton(),
            "rule_train",
            tip=self.tr(
                "Train two branches from the same weights on the same pairs, one by the exact "
                "rule, the other by the printed one. The branch so far is kept; the run ends on "
                "the exact one, paused. With more steps, train again to continue both."
            ),
        )
        self.steps = named(
            IntegerEdit(1, MOST, step=one_two_five),
            "rule_steps",
            self.tr("Steps of each rule"),
            tip=self.tr("Number of steps that each of the two branches is trained."),
        )
        self.steps.setValue(STEPS)
        self._label = QLabel(self.tr("steps from"))
        self._label.setBuddy(self.steps)
        start = self.tr("Both begin at step 0, with the initial weights.")
        here = self.tr("Both begin at the current position, with the current weights.")
        places = (START, self.tr("the start"), start), ("here", self.tr("here"), here)
        self.start = Segmented("rule_start", places)
        self.result = named(
            LegendBar(most=3),
            "rule_result",
            self.tr("Result of the rule comparison"),
            tip=self.tr(
                "Test accuracy of each branch at its end, and the mean loss of its last 1 000 "
                "steps."
            ),
        )
        self.question = (self.button, self.steps, self._label, self.start)
        vbox(flow(*self.question, spacing=GAP), self.result, into=self, spacing=4)
        self.button.clicked.connect(self.press)
        theme_changed.connect(self._update_result)
        self._name_button()
        self._fit()

    @Slot()
    def press(self) -> None:
        """Begin a trial, or end the one under way."""
        if not self.button.isEnabled():
            return
        if self._running:
            self.end_wanted.emit()
        else:
            self.wanted.emit(self.steps.value(), self.start.value() == START)

    def show_frame(self, frame: Frame) -> None:
        """Follow the trial in `frame`."""
        self.follow(frame)
        self._trial = frame.trial
        self._update_result()

    def follow(self, frame: Frame) -> None:
        """Let the button do what it can do now."""
        running = frame.trial is not None and frame.trial.training is not None
        ready = frame.dataset is not None and frame.state is not State.LOADING
        self.button.setEnabled(ready)
        if running != self._running:
            self._running = running
            self._name_button()

    @Slot()
    def _update_result(self) -> None:
        self.result.set_entries(self._entries())

    def set_presenting(self, on: bool) -> None:
        """Name each result in few words, below each other."""
        self._presenting = on
        self._fit()
        self._update_result()

    @property
    def names_both(self) -> bool:
        """Whether the results name the colours of both branches."""
        return self._trial is not None

    def _fit(self) -> None:
        """Let the largest number of steps be read whole; a presentation has one line for all."""
        self.steps.setMinimumWidth(self.fontMetrics().horizontalAdvance(str(MOST)) + 40)
        widths = [max(part.sizeHint().width(), part.minimumWidth()) for part in self.question]
        fits = sum(widths) + (len(widths) - 1) * GAP <= self.width()
        # What is usual need not be said.
        shown = not self._presenting or fits or self.start.value() != START
        self._label.setVisible(shown)
        self.start.setVisible(shown)

    def _name_button(self) -> None:
        words = self.tr("End comparison") if self._running else self.tr("Train with both rules")
        self.button.setText(words)
        self.button.setAccessibleName(words)

    def _entries(self) -> tuple[LegendEntry, ...]:
        trial = self._trial
        if trial is None:
            words = self.tr(
                "Same weights, same pairs: one branch for each rule; the current branch is kept."
            )
            return (heading(words),)
        head = self.tr("after {steps}:").format(steps=plurals.steps(self._steps_done(trial)))
        if trial.training is not None:
            done = next(side for side in trial.sides if side.rule is trial.training)
            head = self.tr("step {done} of {steps}:").format(
                done=count(done.tip - trial.start), steps=count(trial.steps)
            )
        sides = [
            LegendEntry(Mark.DOT, rule_colour(side.rule, current_theme()), self._words(trial, side))
            for side in trial.sides
        ]
        return tuple(sides) if self._presenting else (heading(head), *sides)

    @staticmethod
    def _steps_done(trial: PairedRunInfo) -> int:
        return max(side.tip for side in trial.sides) - trial.start

    def _words(self, trial: PairedRunInfo, side: PairedSide) -> str:
        name = translated(side.name)
        if side.branch < 0:
            waiting = trial.training is not None
            return self.tr("exact: comes next") if waiting else self.tr("exact: not started")
        if math.isnan(side.mean_loss):
            return self.tr("{name}: not trained yet").format(name=name)
        words = self.tr("{name}: mean loss {loss}")
        if self._presenting:
            words = self.tr("{name}: loss {loss}")
        right = side.test.accuracy
        if len(right) and np.isfinite(right[-1]):
            words = self.tr("{name}: accuracy {right}, mean loss {loss}")
            if self._presenting:
                words = self.tr("{name}: {right}, loss {loss}")
        said = words.format(
            name=name,
            right=per_cent(right[-1] if len(right) else None, 1),
            loss=number(side.mean_loss, 3),
        )
        done = side.tip - trial.start
        if trial.training is not None or done == self._steps_done(trial):
            return said
        return self.tr("{said} ({done})").format(said=said, done=plurals.steps(done))
