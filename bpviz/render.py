"""``bpviz render``: a picture of the window, made by the window itself without a screen."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz.datasets import DataRequest
from bpviz.training.commands import (
    Advance,
    AdvancePhase,
    AdvanceRow,
    CheckGradient,
    Seek,
    TryBothRules,
)
from bpviz.training.events import Frame, State
from bpviz.training.phases import Phase
from bpviz.training.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from bpviz.ui.main_window import MainWindow

_STAGES = 24  # stops on the way, so that the test curve has points
_PATIENCE = 600.0  # seconds for one stage
_ROOMY = (1600, 1000)  # pixels; a window in which every panel of the layout is in sight
_FORMATS = (".png", ".jpg", ".jpeg")


class RenderError(Exception):
    """The picture cannot be made; the message says why, and what would be right."""


def render(
    data: DataRequest,
    settings: Settings,
    *,
    steps: int | None,
    epochs: int | None,
    out: Path,
    panel: str | None,
    theme: str,
    size: tuple[int, int] | None = None,
    layout: str = "overview",
    phase: Phase = Phase.DRAW,
    row: int = 0,
    both_rules: int = 0,
) -> None:
    """Train in a window that nobody sees, and save what it shows.

    Parameters
    ----------
    steps, epochs : int or None
        How far; 0 steps if neither is given.
    out : Path
        The picture; its ending, .png or .jpg, says the format.
    panel : str or None
        objectName of one panel; None is the whole window.
    theme : str
        "light" or "dark".
    size : tuple of two int, or None
        Of the picture, in pixels.  None is a roomy window, or what a panel has of one.
    layout : str
        One of the arrangements of the View menu, "overview", "debug", "present", "explore"
        or "check".
    phase : Phase
        Where in the step after those to stand.
    row : int
        How many rows of that phase are to be done.
    both_rules : int
        Put the two gradient rules on trial with so many steps each, from the initial weights; 0
        for no trial.  The run then stands at the end of the branch of the exact one.

    Raises
    ------
    RenderError
        If the file cannot be written, the panel is not known, or the run does not get there.
    """
    if out.suffix.lower() not in _FORMATS:
        raise RenderError(f"The picture is {out}; its name must end in .png or .jpg.")
    if not out.absolute().parent.is_dir():
        raise RenderError(f"The folder {out.absolute().parent} of the picture does not exist.")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from bpviz.app import open_window
    from bpviz.ui.lifetime import take_apart

    app, window = open_window(data, settings, theme)
    try:
        # Trained in a large window: what has no room on the picture is not computed either.
        window.resize(*(max(pair) for pair in zip(size or _ROOMY, _ROOMY, strict=True)))
        window.show()
        _train(app, window, steps, epochs)
        target = window if panel is None else _panel(window, panel)
        if both_rules:
            # What is measured along a branch is what a panel in sight shows.
            watched = "check" if layout == "check" or panel == "rule_panel" else "overview"
            window.docks.arrange(watched)
            _settle(app)
            _try_both_rules(app, window, both_rules)
            window.docks.arrange("overview")
            _settle(app)
        _wait(app, window, _complete, "the picture to be complete")
        _go_inside(app, window, phase, row)
        if layout != "overview":
            window.docks.arrange(layout)
            _settle(app)
        if layout == "check" or panel == "gradient_check_panel":
            _check_gradient(app, window)
        if panel is None:
            window.resize(*(size or _ROOMY))
        elif size is None:
            _bring_forward(window, panel)
            window.resize(*_ROOMY)
        else:
            _give_size(app, window, panel, size)
        _settle(app)
        focused = app.focusWidget()
        if focused is not None:
            focused.clearFocus()  # nobody uses the keys on a picture
        if not target.grab().save(str(out)):
            raise RenderError(f"The picture could not be written to {out}.")
    finally:
        take_apart(window)


def _panel(window: MainWindow, name: str) -> QWidget:
    panels = window.panel_set.panels
    if name not in panels:
        known = ", ".join(sorted(panels))
        raise RenderError(f"There is no panel called {name!r}; the panels are {known}.")
    dock = window.docks.docks[name]
    dock.show()
    dock.raise_()
    return panels[name]


def _bring_forward(window: MainWindow, name: str) -> None:
    """Put a panel before those that share its place; alone, if the arrangement has none for it."""
    from bpviz.ui.arrangements import has_place

    if not has_place(window.docks.arrangement, name):
        _leave_alone(window, name)
    window.docks.docks[name].raise_()


def _leave_alone(window: MainWindow, name: str) -> None:
    docks = window.docks.docks
    for dock in docks.values():
        dock.setVisible(dock is docks[name])


def _give_size(app: QApplication, window: MainWindow, name: str, size: tuple[int, int]) -> None:
    """Let a panel stand alone in a window that is so much larger than `size` as it has to be."""
    _leave_alone(window, name)
    _settle(app)
    panel = window.panel_set.panels[name]
    around = window.width() - panel.width(), window.height() - panel.height()
    window.resize(size[0] + around[0], size[1] + around[1])
    _settle(app)
    panel.resize(*size)  # of what is smaller than any dock can be


def _train(app: QApplication, window: MainWindow, steps: int | None, epochs: int | None) -> None:
    first = _wait(app, window, lambda frame: frame.state is State.PAUSED, "the data")
    assert first.dataset is not None
    total = (epochs or 0) * first.dataset.n_samples if steps is None else steps
    for stage in range(1, _STAGES + 1):
        goal = total * stage // _STAGES
        at = window.frame.step if window.frame is not None else 0
        if goal <= at:
            continue
        window.send(Advance(goal - at))
        frame = _wait(app, window, partial(_stands_at, goal=goal), f"step {goal}")
        if frame.step < goal:
            print(f"bpviz render: {frame.reason}", file=sys.stderr)
            return


def _go_inside(app: QApplication, window: MainWindow, phase: Phase, row: int) -> None:
    """Walk into the step at hand, as far as `row` of `phase`."""
    frame = window.frame
    if frame is None or (phase, row) == (Phase.DRAW, 0):
        return  # a run that was held up stands before its update, and is shown there
    walk = (Seek(frame.step), 1), (AdvancePhase(), phase.order), (AdvanceRow(), row)
    for command, count in walk:
        for _ in range(count):
            number = window.send(command)
            _wait(app, window, partial(_has_heard, number=number), "the phase")
    frame = window.frame
    if frame is not None and (frame.phase, frame.row) != (phase, row):
        raise RenderError(f"Phase {phase} of this network has no row {row} to stand at.")


def _try_both_rules(app: QApplication, window: MainWindow, steps: int) -> None:
    """Train a branch by each of the two rules, and stand at the end of the exact one."""
    number = window.send(TryBothRules(steps))
    frame = _wait(app, window, partial(_has_ended, number=number), "both gradient rules")
    if frame.reason:
        print(f"bpviz render: {frame.reason}", file=sys.stderr)


def _check_gradient(app: QApplication, window: MainWindow) -> None:
    """Check the gradient, so that there is something to see."""
    window.send(CheckGradient())
    _wait(app, window, lambda frame: frame.check is not None, "the gradient check")


def _has_ended(frame: Frame, number: int) -> bool:
    """Whether what command `number` asked for is done."""
    return _has_heard(frame, number) and frame.state is not State.RUNNING


def _has_heard(frame: Frame, number: int) -> bool:
    return frame.heard >= number


def _stands_at(frame: Frame, goal: int) -> bool:
    """Whether `frame` stands at `goal`, or for good before it, with all samples looked at."""
    if frame.state is State.RUNNING or (frame.step < goal and not frame.reason):
        return False
    needs_test = frame.dataset is not None and frame.dataset.test is not None
    looked_at = frame.step in frame.train_curve.steps
    return looked_at and (not needs_test or frame.step in frame.test_curve.steps)


def _complete(frame: Frame) -> bool:
    """Whether the look at all samples is of this very step."""
    return frame.scan is not None and frame.scan.step == frame.step


def _wait(
    app: QApplication, window: MainWindow, ready: Callable[[Frame], bool], what: str
) -> Frame:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        app.processEvents()
        frame = window.frame
        if frame is not None:
            if frame.state is State.FAILED:
                raise RenderError(frame.reason)
            if ready(frame):
                return frame
        time.sleep(0.002)
    raise RenderError(f"The window waited {_PATIENCE:.0f} s for {what} in vain.")


def _settle(app: QApplication) -> None:
    """Let layouts and paints that are still queued happen.

    In a loop of its own: outside of one Qt does not delete what is to be deleted later, and the
    tabs of a new arrangement wait for that.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop(app)
    QTimer.singleShot(200, loop.quit)
    loop.exec()
