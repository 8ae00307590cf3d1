"""``bpviz render``: a picture of the window, made by the window itself without a screen."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz import ending
from bpviz.datasets import DataRequest, Dataset, catalog, load
from bpviz.quoting import short, spelled
from bpviz.training.commands import (
    Advance,
    AdvancePhase,
    AdvanceRow,
    CheckGradient,
    CompareRules,
    Seek,
)
from bpviz.training.events import Frame, State
from bpviz.training.outcome import without_a_window
from bpviz.training.settings import Settings, SettingsError
from bpviz.training.step.phases import Phase, rows_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from bpviz.training.start_weights import StartWeights
    from bpviz.ui.window.main_window import MainWindow

_STAGES = 24  # stops on the way, so that the test curve has points
_PATIENCE = 600.0  # seconds for one stage
_ROOMY = (1600, 1000)  # pixels; a window in which every panel of the layout is in sight


class RenderError(Exception):
    """The picture cannot be made; the message says why, and what to do."""


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
    language: str | None = None,
    weights: StartWeights | None = None,
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
        Compare the two gradient rules over so many steps each, from the initial weights; 0
        for none.  The run then stands at the end of the branch of the exact one.

    language : str or None
        Code of the interface's language; None is the system's.
    weights : StartWeights, optional
        What the run begins with in place of drawn weights.

    Raises
    ------
    RequestError, DatasetError
        If there is no such data, or it cannot be used.
    SettingsError
        If there can be no such run, panel or row.
    RenderError
        If the run does not get there, or the file cannot be written.
    """
    ending.stand("before a picture was made")
    shape = catalog.shape_of(data)
    if shape is not None:
        _check_row(phase, row, settings.n_hidden, shape.n_outputs)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from bpviz.ui.window.layouts import PANELS

    if panel is not None and panel not in PANELS:
        raise SettingsError(
            f"There is no panel {spelled(panel)}. Choose one of {', '.join(PANELS)}."
        )
    from bpviz.app import open_window
    from bpviz.ui.window.lifetime import take_apart

    app, window = open_window(data, settings, theme, language, weights)
    try:
        # Trained in a large window: what has no room on the picture is not computed either.
        window.resize(*(max(pair) for pair in zip(size or _ROOMY, _ROOMY, strict=True)))
        window.show()
        dataset = _loaded(app, window, data, settings, weights)
        _check_row(phase, row, settings.n_hidden, dataset.n_outputs)
        _train(app, window, (epochs or 0) * dataset.n_samples if steps is None else steps)
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
        _write(out, _encoded(target, out.suffix))
    finally:
        take_apart(window)


def _check_row(phase: Phase, row: int, n_hidden: int, n_outputs: int) -> None:
    last = rows_in(phase, n_hidden, n_outputs) - 1
    if row > last:
        raise SettingsError(
            f"Phase {phase} of this network has no row {row}. Choose a row from 0 to {last}."
        )


def _encoded(target: QWidget, suffix: str) -> bytes:
    """Return the picture of a widget as a file has it."""
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not target.grab().save(buffer, suffix[1:].upper()):
        raise RenderError(
            f"A picture of this size cannot be written as {suffix}. Choose another one."
        )
    return bytes(buffer.data().data())


def _write(out: Path, picture: bytes) -> None:
    """Write a file that is whole or not there, and leave an older one where that fails."""
    real = Path(os.path.realpath(out))
    part = real if real.exists() and not real.is_file() else real.with_name(f"{real.name}.part")
    with ending.held():
        try:
            part.write_bytes(picture)
            if part is not real:
                part.replace(real)
        except OSError as error:
            if part is not real:
                part.unlink(missing_ok=True)
            raise RenderError(
                f"The picture cannot be written to {short(out, 300)} ({error.strerror}). Free "
                "some space, or choose another place."
            ) from None
        ending.stand("after writing the picture")


def _panel(window: MainWindow, name: str) -> QWidget:
    panels = window.panel_set.panels
    dock = window.docks.docks[name]
    dock.show()
    dock.raise_()
    return panels[name]


def _bring_forward(window: MainWindow, name: str) -> None:
    """Put a panel before those that share its place; alone, if the arrangement has none for it."""
    from bpviz.ui.window.layouts import has_place

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


def _loaded(
    app: QApplication,
    window: MainWindow,
    data: DataRequest,
    settings: Settings,
    weights: StartWeights | None,
) -> Dataset:
    """Wait for the data, and return it."""
    try:
        first = _wait(app, window, lambda frame: frame.state is State.PAUSED, "the data")
    except RenderError:
        # The trainer tells what is wrong in words alone, and not whether it was typed.
        from bpviz.training.session import Session

        network = None if weights is None else weights.network_for(settings)
        Session(settings, load(data), network=network)
        raise
    assert first.dataset is not None
    return first.dataset


def _train(app: QApplication, window: MainWindow, total: int) -> None:
    for stage in range(1, _STAGES + 1):
        goal = total * stage // _STAGES
        at = window.frame.step if window.frame is not None else 0
        if goal <= at:
            continue
        ending.stand(f"at step {at} of {total}; no picture was written")
        window.send(Advance(goal - at))
        frame = _wait(app, window, partial(_stands_at, goal=goal), f"step {goal}")
        if frame.step < goal:
            ending.complain(f"bpviz render: {without_a_window(frame.reason)}\n")
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
        raise RenderError(f"The run did not reach row {row} of phase {phase}: {frame.reason}")


def _try_both_rules(app: QApplication, window: MainWindow, steps: int) -> None:
    """Train a branch by each of the two rules, and stand at the end of the exact one."""
    number = window.send(CompareRules(steps))
    frame = _wait(app, window, partial(_has_ended, number=number), "both gradient rules")
    if frame.reason:
        ending.complain(f"bpviz render: {without_a_window(frame.reason)}\n")


def _check_gradient(app: QApplication, window: MainWindow) -> None:
    """Check the gradient, so that there is something to see."""
    window.send(CheckGradient())
    _wait(app, window, lambda frame: frame.check is not None, "the gradient check")


def _has_ended(frame: Frame, number: int) -> bool:
    """Whether what command `number` asked for is done."""
    return _has_heard(frame, number) and frame.state is not State.RUNNING


def _has_heard(frame: Frame, number: int) -> bool:
    return frame.acknowledged >= number


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
    raise RenderError(f"Timed out after {_PATIENCE:.0f} s, waiting for {what}.")


def _settle(app: QApplication) -> None:
    """Let layouts and paints that are still queued happen.

    In a loop of its own: outside of one Qt does not delete what is to be deleted later, and the
    tabs of a new arrangement wait for that.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop(app)
    QTimer.singleShot(200, loop.quit)
    loop.exec()
