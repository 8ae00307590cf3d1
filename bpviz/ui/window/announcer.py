"""Announcer: tells assistive technology what one otherwise sees change.

Messages, refusals and advice are told by what shows them; this tells of the run: that it runs and
stands, and why, each phase that it comes to, the data that was loaded, and results.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from bpviz.training.events import Frame, State
from bpviz.training.step.phases import Phase, rows_in
from bpviz.ui.core import formatting
from bpviz.ui.core.phase_names import phase_name
from bpviz.ui.kit.controls.labels import announce

PAUSE_MS = 250
"""What follows within this time is told in one sentence, or not at all if it is over by then."""


class Announcer(QObject):
    """Compares each frame with the one before, and says what is new, never faster than one hears.

    Parameters
    ----------
    window : QWidget
        On whose behalf it speaks.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._told: Frame | None = None
        self._newest: Frame | None = None
        self._later = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._later.timeout.connect(self._tell)

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Tell of `frame` soon; of a state at once, since it answers a key."""
        self._newest = frame
        if self._told is None or frame.state is not self._told.state:
            self._tell()
        elif not self._later.isActive() and _changed(self._told, frame):
            self._later.start()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Say `sentence` at once."""
        announce(self._window, sentence)

    @Slot()
    def _tell(self) -> None:
        self._later.stop()
        old, new = self._told, self._newest
        if new is None or new.state is State.LOADING or new.dataset is None:
            return
        self._told = new
        sentences = [*self._of_state(old, new), *self._of_results(old, new)]
        if sentences:
            announce(
                self._window, " ".join(sentences), urgent=old is None or old.state != new.state
            )

    def _of_state(self, old: Frame | None, new: Frame) -> list[str]:
        """Say how the run goes, where that changed."""
        if new.state is State.RUNNING:
            return [] if old is not None and old.state is new.state else [self.tr("Running.")]
        said = []
        if old is None or old.run != new.run:
            title = formatting.translated("" if new.dataset is None else new.dataset.title)
            words = self.tr("{data}, {l} hidden units.")
            said.append(words.format(data=title, l=formatting.count(new.settings.n_hidden)))
        if old is None or _place(old) != _place(new) or old.state is not new.state:
            if new.reason and new.hit:  # any other reason is told by the message bar
                said.append(formatting.translated(new.reason))
            said.append(self._standing(new))
        return said

    def _standing(self, frame: Frame) -> str:
        """Say where the run stands, in a phase with its row."""
        if frame.phase is Phase.DRAW:
            words = self.tr("Step {step}, loss {loss}.")
            loss = None if math.isnan(frame.loss) else frame.loss
            return words.format(step=formatting.count(frame.step), loss=formatting.number(loss))
        if frame.row:
            words = self.tr("Phase {phase}, row {row} of {rows}, step {step}.")
        else:
            words = self.tr("Phase {phase}, step {step}.")
        return words.format(
            phase=phase_name(frame.phase),
            row=formatting.count(frame.row),
            rows=formatting.count(rows_in(frame.phase, *_shape(frame))),
            step=formatting.count(frame.step),
        )

    def _of_results(self, old: Frame | None, new: Frame) -> list[str]:
        """Say what has been found out since, while the run stands."""
        said = []
        check, before = new.check, old.check if old is not None else None
        if check is not None and check is not before and new.checking is None:
            error = None if check.result is None else check.result.max_relative_error
            words = self.tr("Gradient check: largest relative error {error}.")
            said.append(words.format(error=formatting.number(error, 2)))
        curve = new.test_curve
        if new.state is not State.RUNNING and len(curve.steps) and curve.steps[-1] == new.step:
            known = old is not None and old.run == new.run and len(old.test_curve.steps)
            if not known or old is None or old.test_curve.steps[-1] != new.step:
                accuracy = formatting.per_cent(float(curve.accuracy[-1]))
                said.append(self.tr("Test accuracy {accuracy}.").format(accuracy=accuracy))
        return said


def _shape(frame: Frame) -> tuple[int, int]:
    """Return l and d."""
    n_outputs, n_hidden = frame.network.W2.shape
    return n_hidden, n_outputs


def _place(frame: Frame) -> tuple[object, ...]:
    return frame.run, frame.branch, frame.step, frame.phase, frame.row


def _changed(old: Frame, new: Frame) -> bool:
    """Whether there may be something to say; asked with every frame."""
    if new.state is State.RUNNING:
        return False
    return (
        _place(old) != _place(new)
        or old.check is not new.check
        or len(old.test_curve.steps) != len(new.test_curve.steps)
        or old.checking is not new.checking
    )
