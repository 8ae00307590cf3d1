"""``bpviz render``: pictures, figures and animations, made by a window that nobody sees."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bpviz import ending
from bpviz.animation import Animation, Stretch
from bpviz.datasets import DataRequest, Dataset, catalog, load
from bpviz.figure_files import SIZE, Figure, ending_of
from bpviz.headless import remarks_on
from bpviz.quoting import short, spelled
from bpviz.training.commands import (
    Advance,
    AdvancePhase,
    AdvanceRow,
    CheckGradient,
    Command,
    CompareRules,
    OpenRun,
    Seek,
)
from bpviz.training.events import Frame, Problem, State
from bpviz.training.message import Message, sentence_of
from bpviz.training.outcome import without_a_window
from bpviz.training.quantities import (
    DIFFERENCES,
    SCAN,
    TEST_SCAN,
    UNITS,
    WEIGHT_HISTORY,
    Need,
)
from bpviz.training.settings import Settings, SettingsError
from bpviz.training.step.phases import Phase, rows_in
from bpviz.training.whole_file import not_written, written_whole

if TYPE_CHECKING:
    from PIL import Image
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from bpviz.training.start_weights import StartWeights
    from bpviz.ui.core.panel import Panel
    from bpviz.ui.kit.figure.page import FigurePage
    from bpviz.ui.window.main_window import MainWindow

_STAGES = 24  # stops on the way, so that the test curve has points
_PATIENCE = 600.0  # seconds for one stage
_SOFT_PATIENCE = 20.0  # the same for what a picture can do without
_ROOMY = (1600, 1000)  # pixels; a window in which every panel of the layout is in sight


Tell = Callable[[int, int], object]
"""Told how many frames there are, and how many there will be."""


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
    saved: OpenRun | None = None,
    at: int | None = None,
    figure: bool = False,
    stretch: Stretch | None = None,
    state: str = "",
    tell: Tell | None = None,
) -> None:
    """Train in a window that nobody sees, and save what it shows.

    Parameters
    ----------
    steps, epochs : int or None
        How far; 0 steps if neither is given.
    out : Path
        The picture; its ending says the format: .png, .jpg, .svg or .pdf, and .gif, .apng or .png
        of an animation.
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
    saved : OpenRun or None
        A run that is opened in place of a new one.
    at : int or None
        The step to go to at last; None is where it stands then.
    figure : bool
        Whether a panel is drawn as a figure, with its title and circumstances.
    stretch : Stretch or None
        The steps of an animation; None makes one picture.
    state : str
        What is chosen in the panel, see `bpviz.ui.window.figures.panel_state`.
    tell : callable, optional
        Called with the frames that an animation has and will have.

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
    from PySide6.QtCore import QSize

    from bpviz.app import open_window
    from bpviz.ui.core.formatting import translated
    from bpviz.ui.core.theme import current_theme
    from bpviz.ui.kit.figure.encoding import Format
    from bpviz.ui.window.figures.panel_state import bring_to
    from bpviz.ui.window.figures.saving import figure_of
    from bpviz.ui.window.lifetime import take_apart

    app, window = open_window(data, settings, theme, language, weights, saved)
    try:
        # Trained in a large window: what has no room on the picture is not computed either.
        window.resize(*(max(pair) for pair in zip(size or _ROOMY, _ROOMY, strict=True)))
        window.show()
        dataset = _loaded(app, window, data, settings, weights, saved)
        if saved is not None:
            assert window.frame is not None
            settings = window.frame.settings
        else:
            for said in remarks_on(dataset, settings, weights):
                ending.complain(f"{said}\n")
        _check_row(phase, row, settings.n_hidden, dataset.n_outputs)
        more = (epochs or 0) * dataset.n_samples if steps is None else steps
        _train(app, window, more + (window.frame.step if window.frame is not None else 0))
        if at is not None:
            _go(app, window, at)
        target: QWidget = window if panel is None else _panel(window, panel)
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
        _ask_first(app, window, "gradient_check_panel" if layout == "check" else panel)
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
        if panel is not None and state:
            bring_to(window.panel_set.panels[panel], state)
            _settle(app)
        if stretch is not None:
            _animate(app, window, panel, out, stretch, size, figure=figure, tell=tell)
            return
        _wait_softly(app, window, panel)
        if figure and panel is not None:
            frame, look = window.frame, current_theme()
            assert frame is not None
            kind = Format(ending_of(out))
            _write(
                out,
                figure_of(
                    window.panel_set.panels[panel], frame, QSize(*(size or SIZE)), look, kind
                ),
            )
        else:
            _write(out, _encoded(target, out))
    except RenderError as error:
        if tell is None:
            raise
        raise RenderError(translated(sentence_of(error))) from None  # for a window to show
    finally:
        take_apart(window)


def render_figures(
    saved: OpenRun | str,
    figures: Sequence[Figure],
    *,
    at: int | None = None,
    language: str | None = None,
) -> list[Path]:
    """Write figures of a saved run; return their files, each whole or not there.

    Parameters
    ----------
    saved : OpenRun or str
        The run, by its file or its recipe; a text is the path of its file.
    figures : sequence of Figure
        Files that are there are replaced.
    at : int or None
        The step to show; None is where the run stands.
    language : str or None
        Code of their language; None is the system's.

    Raises
    ------
    DocumentError, DatasetError
        If the run is damaged, or its data is missing.
    RenderError
        If the run does not get there, or a file cannot be written.
    """
    ending.stand("before a figure was written")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize

    from bpviz.app import open_window
    from bpviz.ui.core.theme import DARK, LIGHT
    from bpviz.ui.kit.figure.encoding import Format
    from bpviz.ui.window.figures.saving import figure_of, window_as
    from bpviz.ui.window.lifetime import take_apart

    saved = OpenRun(saved) if isinstance(saved, str) else saved
    data, settings = DataRequest(catalog.NAMES[0]), Settings()
    app, window = open_window(data, settings, "light", language, opened=saved)
    written: list[Path] = []
    try:
        window.resize(*_ROOMY)
        window.show()
        _loaded(app, window, data, settings, None, saved)
        if at is not None:
            _go(app, window, at)
        for figure in figures:
            theme, size = (DARK if figure.theme == "dark" else LIGHT), QSize(*figure.size)
            kind = Format(ending_of(figure.out))
            if figure.panel is None:
                window.docks.arrange("overview")
                _settle(app)
                _wait_softly(app, window, None)
                picture = window_as(window, theme, kind, size=size, frame=window.frame)
            else:
                panel = _panel(window, figure.panel)
                _bring_forward(window, figure.panel)
                _settle(app)
                _ask_first(app, window, figure.panel)
                _wait_softly(app, window, figure.panel)
                assert window.frame is not None
                picture = figure_of(panel, window.frame, size, theme, kind)
            _write(figure.out, picture)
            written.append(figure.out)
    finally:
        take_apart(window)
    return written


def _animate(
    app: QApplication,
    window: MainWindow,
    panel: str | None,
    out: Path,
    stretch: Stretch,
    size: tuple[int, int] | None,
    *,
    figure: bool,
    tell: Tell | None,
) -> None:
    """Go along a stretch, and write what is shown on the way."""
    from PySide6.QtCore import QSize

    from bpviz.ui.core.theme import current_theme
    from bpviz.ui.kit.figure.encoding import picture
    from bpviz.ui.window.figures.panel_figure import page_of, show_on

    steps = stretch.steps()
    if panel is not None and figure:
        _leave_alone(window, panel)  # what else is in sight would be computed and painted as well
        _settle(app)
    shown = window if panel is None else window.panel_set.panels[panel]
    try:
        with Animation() as animation, contextlib.ExitStack() as made:
            page: FigurePage | None = None
            for step in steps:
                ending.stand(f"at step {step}; no animation was written")
                _go(app, window, step)
                if panel == "gradient_check_panel":
                    _check_gradient(app, window)
                _wait_softly(app, window, panel)
                frame = window.frame
                assert frame is not None
                if frame.step < step and len(animation):
                    break  # the run has ended
                if not figure or panel is None:
                    _settle(app, 30)
                    image = shown.grab().toImage()
                elif page is None:
                    looked = QSize(*(size or SIZE)), current_theme()
                    page = made.enter_context(
                        page_of(window.panel_set.panels[panel], frame, *looked)
                    )
                    image = picture(page, page.asked, without=page.left_out)
                else:
                    show_on(page, frame)
                    image = picture(page, page.asked, without=page.left_out)
                animation.add(_as_pillow(image))
                if tell is not None:
                    tell(len(animation), len(steps))
            _write_animation(animation, out, stretch.rate)
    except OSError as error:
        raise RenderError(
            Message.of(
                "There is no room for the frames ({reason}). Free some space, or make fewer or "
                "smaller ones.",
                reason=error.strerror or str(error),
            )
        ) from None


def _as_pillow(image: QImage) -> Image.Image:
    from PIL import Image

    rgb = image.convertToFormat(image.Format.Format_RGB888)
    rows = bytes(rgb.constBits())
    size = rgb.width(), rgb.height()
    return Image.frombuffer("RGB", size, rows, "raw", "RGB", rgb.bytesPerLine(), 1)


def _write_animation(animation: Animation, out: Path, rate: float) -> None:
    """Write it beside first, which takes its time, and then at once."""
    with tempfile.TemporaryFile() as beside:
        animation.write(beside, out.suffix.lower().removeprefix("."), rate)
        beside.seek(0)
        with ending.held():
            try:
                with written_whole(out) as (stream, _):
                    shutil.copyfileobj(beside, stream)
            except OSError as error:
                raise RenderError(not_written(out, error)) from None
            ending.stand("after writing the animation")


def _check_row(phase: Phase, row: int, n_hidden: int, n_outputs: int) -> None:
    last = rows_in(phase, n_hidden, n_outputs) - 1
    if row > last:
        raise SettingsError(
            f"Phase {phase} of this network has no row {row}. Choose a row from 0 to {last}."
        )


def _encoded(target: QWidget, out: Path) -> bytes:
    """Return the picture of a widget as a file has it."""
    from PySide6.QtCore import QBuffer, QIODevice

    from bpviz.ui.kit.figure.encoding import Format, encoded_widget
    from bpviz.ui.kit.figure.page import Words

    if Format(ending_of(out)).vector:
        words = Words(target.window().windowTitle())
        return encoded_widget(target, target.size(), Format(ending_of(out)), words)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not target.grab().save(buffer, out.suffix[1:].upper()):
        raise RenderError(
            f"A picture of this size cannot be written as {out.suffix}. Choose another one."
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


def _panel(window: MainWindow, name: str) -> Panel:
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
    saved: OpenRun | None = None,
) -> Dataset:
    """Wait for the data, or for the saved run, and return its data."""
    if saved is not None:
        return _saved(app, window)
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


def _saved(app: QApplication, window: MainWindow) -> Dataset:
    """Wait for a saved run, and return its data."""
    problems: list[Problem] = []
    window.problem.connect(problems.append)

    def there(frame: Frame) -> bool:
        if problems:
            raise RenderError(problems[0].message)
        wanted = frame.document.wanted
        if wanted is not None:
            raise RenderError(
                f"The data of the run is missing or has changed: {short(wanted.source, 200)}. Put "
                "it back, or open the run in the window and choose it there."
            )
        return frame.document.opened > 0 and frame.state in (State.PAUSED, State.STOPPED)

    frame = _wait(app, window, there, "the saved run")
    assert frame.dataset is not None
    return frame.dataset


def _go(app: QApplication, window: MainWindow, step: int) -> None:
    """Go to a step, training there where nobody was yet."""
    frame = window.frame
    assert frame is not None
    if step == frame.step:
        return
    move: Command = Seek(step) if step <= frame.tip else Advance(step - frame.step)
    number = window.send(move)
    _wait(app, window, partial(_has_ended, number=number), f"step {step}")
    frame = window.frame
    assert frame is not None
    if frame.step < step:
        ending.complain(f"bpviz render: {without_a_window(frame.reason)}\n")


def _wait_softly(app: QApplication, window: MainWindow, panel: str | None) -> None:
    """Wait for what the panel, or those in sight, draw from, but not for ever.

    What cannot be had, such as a look at weights that overflow, is not waited for.
    """
    from bpviz.ui.core.sight import in_sight

    shown = (
        [each for each in window.panel_set.made() if in_sight(each)]
        if panel is None
        else [window.panel_set.panels[panel]]
    )

    def complete(frame: Frame) -> bool:
        needs: set[Need] = set()
        for each in shown:
            needs |= each.needs()
        return all(_fulfilled(frame, need) for need in needs)

    with contextlib.suppress(RenderError):
        _wait(app, window, complete, "the picture to be complete", _SOFT_PATIENCE)
    _settle(app, 30)


def _fulfilled(frame: Frame, need: Need) -> bool:
    """Whether a frame has what a panel draws from, of the step where it stands."""
    results, step = frame.results, frame.step
    scan, test, units = results[SCAN], results[TEST_SCAN], results[UNITS]
    if need is Need.HISTORY:
        return frame.history is not None and frame.history.tip == frame.tip
    if need is Need.SCAN:
        return scan is not None and scan.step == step
    if need is Need.EVALUATION:
        tested = frame.dataset is not None and frame.dataset.test is not None
        return not tested or (test is not None and test.step == step)
    if need is Need.UNITS:
        return units is not None and units.step == step
    if need is Need.WEIGHTS:
        steps = results[WEIGHT_HISTORY].table("W1").steps
        return len(steps) > 0 and step in steps
    if need is Need.RULE:
        found = results[DIFFERENCES]
        same = found is not None and np.array_equal(found.network.W2, frame.network.W2)
        return same and found is not None and found.complete
    return True


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


def _ask_first(app: QApplication, window: MainWindow, panel: str | None) -> None:
    """Ask for what a panel shows of a question alone, so that there is something to see."""
    if panel == "gradient_check_panel":
        _check_gradient(app, window)
    elif panel == "watches_panel":
        watches = window.panel_set.watches
        _wait(app, window, lambda frame: len(watches.list.watches.notes) == len(frame.watches),
              "the watches")  # fmt: skip
        watches.ask()
        _wait(app, window, lambda _: not watches.waits, "the curve of the watch")


def _check_gradient(app: QApplication, window: MainWindow) -> None:
    """Check the gradient, so that there is something to see."""
    number = window.send(CheckGradient())
    _wait(
        app,
        window,
        lambda frame: (
            _has_heard(frame, number) and frame.check is not None and frame.checking is None
        ),
        "the gradient check",
    )


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
    app: QApplication,
    window: MainWindow,
    ready: Callable[[Frame], bool],
    what: str,
    patience: float = _PATIENCE,
) -> Frame:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        app.processEvents()
        frame = window.frame
        if frame is not None:
            if frame.state is State.FAILED:
                raise RenderError(frame.reason)
            if ready(frame):
                return frame
        time.sleep(0.002)
    raise RenderError(f"Timed out after {patience:.0f} s, waiting for {what}.")


def _settle(app: QApplication, milliseconds: int = 200) -> None:
    """Let layouts and paints that are still queued happen.

    In a loop of its own: outside of one Qt does not delete what is to be deleted later, and the
    tabs of a new arrangement wait for that.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop(app)
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
