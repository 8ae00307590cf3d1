"""The composition root: the one place that wires window, trainer and preferences together.

Qt is imported inside the functions: first it has to be found out whether a window can be shown,
and the command line answers without it.
"""

from __future__ import annotations

import argparse
import atexit
import contextlib
import gc
import importlib
import logging
import os
import sys
import threading
import weakref
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bpviz import __version__, display, interrupts
from bpviz.data_options import data_of, source_of
from bpviz.datasets import DataRequest, DatasetError, catalog
from bpviz.datasets.suited import suited
from bpviz.languages import LANGUAGES, SYSTEM
from bpviz.options import (
    OptionError,
    Parser,
    add_document_options,
    add_run_options,
    opened_by,
    settings_of,
    weights_of,
)
from bpviz.paths import user_state
from bpviz.start import is_subcommand, subcommand
from bpviz.training.message import Message, sentence_of
from bpviz.training.settings import Settings, SettingsError
from bpviz.worker import precompilation

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from bpviz.training.commands import OpenRun
    from bpviz.training.start_weights import StartWeights
    from bpviz.ui.core.frame_dispatcher import FrameDispatcher
    from bpviz.ui.window.help.log_view import LogKeeper
    from bpviz.ui.window.main_window import MainWindow
    from bpviz.ui.window.preferences import Preferences
    from bpviz.worker.precompilation import Precompilation

DEFAULT_DATASET = "mnist"
_log = logging.getLogger("bpviz")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the window's command line."""
    parser = Parser(
        prog="bpviz",
        description="See and debug backpropagation, live.",
        epilog="Sub-commands: `bpviz train` trains without a window, `bpviz render` makes a "
        "picture of it, `bpviz recipe` prints a saved run as a text, `bpviz export` writes what "
        "is known of a run for other programs; each has its own --help. Options not given keep "
        "their last values.",
    )
    parser.add_argument("--version", action="version", version=f"bpviz {__version__}")
    add_document_options(parser)
    add_run_options(parser)
    window = parser.add_argument_group("the window")
    window.add_argument(
        "--language",
        choices=tuple(LANGUAGES),
        help="language of the interface (default: the last used, else the system's)",
    )
    window.add_argument(
        "--theme",
        choices=("system", "light", "dark"),
        help="theme (default: the last used, else system)",
    )
    return parser


def run_of(
    options: argparse.Namespace,
    last: tuple[DataRequest, Settings] | None = None,
    weights: StartWeights | None = None,
) -> tuple[DataRequest, Settings]:
    """Return data set and settings: the command line's, else the last ones, else the defaults.

    A data set that is named brings the hidden size and λ that suit it, and start weights what their
    file says of the network.  Options of the data without a name are for the last data set.

    Raises
    ------
    DatasetError
        If the data set is not known, or does not have what is chosen about it.
    """
    if last is not None and not _is_there(last[0]):
        last = None
    if options.dataset is None and last is not None:
        return data_of(options, last[0]), settings_of(options, last[1], weights)
    data = source_of(options, DEFAULT_DATASET)
    base = Settings() if last is None else last[1]
    found = suited(data)
    if found is not None:
        base = base.replace(**found._asdict())
    return data_of(options, data), settings_of(options, base, weights)


def check_weights(weights: StartWeights, data: DataRequest, settings: Settings) -> None:
    """Refuse start weights that do not fit the settings, or data whose shape is known unread.

    Raises
    ------
    SettingsError
        With a sentence that says what does not fit.
    """
    from bpviz.training.start_weights import check_shape

    net, shape = weights.network, catalog.shape_of(data)
    n, d = (net.n_inputs, net.n_outputs) if shape is None else (shape.n_inputs, shape.n_outputs)
    check_shape(net, settings.n_hidden, n, d)


def _is_there(data: DataRequest) -> bool:
    """Whether it can be opened: a set that the catalogue knows, or a file that has not gone."""
    return data.source in catalog.NAMES or os.path.exists(data.source)


def create_window(argv: Sequence[str] = ()) -> MainWindow:
    """Return a new window with a trainer of its own; it reads and writes no preferences.

    From then on Python collects cycles in this thread alone, while Qt's events are served.

    Parameters
    ----------
    argv : sequence of str
        The command line without the program's name.

    Raises
    ------
    SystemExit
        If an option is wrong, with one sentence on stderr and the code 2.
    """
    parser = make_parser()
    options = parser.parse_args(list(argv))
    try:
        opened = opened_by(options)
        weights = weights_of(options)
        run = run_of(options, weights=weights)
        if weights is not None:
            check_weights(weights, *run)
    except (DatasetError, SettingsError, OptionError) as error:
        parser.error(str(error))
    compiling = precompilation.begin_beside()
    app = _application(options.language)
    theme = options.theme or "system"
    return _build(app, run, theme, weights=weights, opened=opened, compiling=compiling)


def _autosaves() -> Path | None:
    """Return where runs are kept that nobody saved; None where the user has no home."""
    try:
        return user_state() / "autosave"
    except RuntimeError:
        return None


def open_window(
    data: DataRequest,
    settings: Settings,
    theme: str = "light",
    language: str | None = None,
    weights: StartWeights | None = None,
    opened: OpenRun | None = None,
) -> tuple[QApplication, MainWindow]:
    """Return the application and a window on that run, as `create_window` does of options.

    `opened` names a run that is opened instead.
    """
    compiling = precompilation.begin_beside()
    app, run = _application(language), (data, settings)
    return app, _build(app, run, theme, weights=weights, opened=opened, compiling=compiling)


def _application(language: str | None) -> QApplication:
    """Return the application, made if there is none, speaking `language` or the system's."""
    collecting = gc.isenabled()
    gc.disable()  # what is imported stays, and going through it takes a while
    try:
        from PySide6.QtWidgets import QApplication

        from bpviz.ui.core.collector import collect_here
        from bpviz.ui.window.language import speak
    except ImportError:
        if collecting:
            gc.enable()
        raise

    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["bpviz"])
    app.setApplicationName("bpviz")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("bpviz")
    collect_here(app)
    speak(app, language or SYSTEM)
    return app


def _build(
    app: QApplication,
    run: tuple[DataRequest, Settings],
    theme: str,
    log: LogKeeper | None = None,
    patience: float | None = None,
    weights: StartWeights | None = None,
    opened: OpenRun | None = None,
    autosaves: Path | None = None,
    compiling: Precompilation | None = None,
) -> MainWindow:
    """Return a window on a run; `opened` names one that is opened instead."""
    from PySide6.QtCore import QTimer

    from bpviz.ui.core.frame_dispatcher import FrameDispatcher
    from bpviz.ui.core.run_request import RunRequest
    from bpviz.ui.window.help.log_view import LogKeeper
    from bpviz.ui.window.language import speak
    from bpviz.ui.window.lifetime import hold
    from bpviz.ui.window.main_window import MainWindow
    from bpviz.ui.window.theme_mode import ThemeMode
    from bpviz.worker.mailbox import Mailbox
    from bpviz.worker.trainer_thread import TrainerThread

    # While the trainer runs Python between two chunks, the interface waits at most a tenth
    # of a millisecond for the interpreter instead of five, and the other way round.
    sys.setswitchinterval(0.0001)
    if log is None:
        log = LogKeeper()
        _log.addHandler(log)
    mailbox = Mailbox()
    early = run[0] if opened is None else None
    trainer = TrainerThread(mailbox, app, patience, early, autosaves, compiling)
    pump = FrameDispatcher(mailbox, trainer)
    request = RunRequest(*run, pump.send, weights=weights)
    look = ThemeMode(app, theme)

    def add_window() -> MainWindow:
        made = MainWindow(request, pump, look, log)
        hold(made)
        made.languages.chosen.connect(lambda mode: QTimer.singleShot(0, partial(speak_in, mode)))
        return made

    window = add_window()

    def keep_with(owner: MainWindow) -> None:
        for part in (pump, request):
            part.setParent(owner)
        owner.destroyed.connect(trainer.shutdown)
        owner.destroyed.connect(trainer.deleteLater)

    def speak_in(mode: str) -> None:
        """Put a window in another language in the place of the one that is shown."""
        nonlocal window
        old = window
        old.closing.emit()  # what is kept for the next start is stored
        speak(app, mode)
        with pump.handed_over():
            window = add_window()
            window.panel_set.make_alike(old.panel_set)
            window.languages.set_spoken(mode)
            old.destroyed.disconnect(trainer.shutdown)
            old.destroyed.disconnect(trainer.deleteLater)
            keep_with(window)
            try:
                pump.show_to_all()
                old.give_way_to(window)
            finally:  # whatever could not be taken over: there is one window, and it is shown
                window.show()
                old.hide()
                old.deleteLater()

    keep_with(window)
    if opened is None:
        request.start()
    else:
        request.open_run(path=opened.path, recipe=opened.recipe, data=opened.data)
    # The trainer starts behind the first picture of the window; a window that nobody shows gets
    # its trainer all the same.
    QTimer.singleShot(400, pump.start)
    app.aboutToQuit.connect(pump.shutdown)
    # Qt aborts over a thread that is deleted while it runs.  So it does not go with the window, and
    # ends first, whoever deletes what.
    app.destroyed.connect(trainer.shutdown)
    atexit.register(_end, weakref.ref(pump))
    return window


def _end(reference: weakref.ref[FrameDispatcher]) -> None:
    """End the trainer of a window that a script never closed."""
    pump = reference()
    if pump is not None:
        with contextlib.suppress(RuntimeError):  # Qt may have deleted it already
            pump.shutdown()


def main(argv: Sequence[str] | None = None, patience: float | None = None) -> int:
    """Run bpviz; return the exit status: 0, 2 where no window can be shown, 130 after Ctrl-C.

    `bpviz.start.main` is the same for a whole process, and hears signals from the beginning.

    Parameters
    ----------
    argv : sequence of str, optional
        The command line without the program's name.
    patience : float, optional
        Seconds that a window that is closed waits at most for the end of its trainer, who may be
        compiling.  Who gives it has to end the process by `interrupts.leave`.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if is_subcommand(arguments):
        return subcommand(
            arguments, lambda: int(importlib.import_module("bpviz.cli").main(arguments))
        )
    parser = make_parser()
    options = parser.parse_args(arguments)
    try:
        opened = opened_by(options)
    except OptionError as error:
        parser.error(str(error))
    obstacle = display.obstacle()
    if not obstacle:
        try:
            return _run(parser, options, opened, patience)
        except ImportError as error:
            if not (error.name or "").startswith("PySide6") and ".so" not in str(error):
                raise
            obstacle = display.import_obstacle(error)
    print(f"bpviz: {obstacle}", file=sys.stderr)
    return 2


def _run(
    parser: argparse.ArgumentParser,
    options: argparse.Namespace,
    opened: OpenRun | None,
    patience: float | None,
) -> int:
    compiling = precompilation.begin_beside()  # another process, while the window is made

    from bpviz.ui.core import counting, formatting
    from bpviz.ui.window.help.log_view import LogKeeper
    from bpviz.ui.window.preferences import Preferences
    from bpviz.ui.window.signal_watch import SignalWatch

    log = LogKeeper()
    _log.addHandler(log)
    preferences = Preferences()
    language = options.language or preferences.language()
    counting.count_from(preferences.count_from())
    app = _application(language)
    is_new, last = preferences.is_new(), preferences.last_run()
    lost: Message | None = None
    try:
        weights = weights_of(options)
        run = run_of(options, last, weights)
        if weights is not None:
            check_weights(weights, *run)
        elif preferences.last_weights() and last is not None and run[0] == last[0]:
            weights, lost = _last_weights(preferences.last_weights(), run)
    except (DatasetError, SettingsError) as error:
        parser.error(str(error))
    theme = options.theme or preferences.theme()
    window = _build(app, run, theme, log, patience, weights, opened, _autosaves(), compiling)
    window.languages.set_spoken(language)

    def go_on(successor: MainWindow) -> None:
        nonlocal window
        window = successor
        _remember(window, preferences)
        _catch_everything(window)
        window.replaced.connect(go_on)

    window.replaced.connect(go_on)
    signals = SignalWatch()
    ended_by = 0

    @signals.arrived.connect
    def end(number: int) -> None:
        nonlocal ended_by
        ended_by = interrupts.status_of(number)
        window.close_unasked()
        app.quit()  # a dialog may be open, and be the last window

    try:
        _remember(window, preferences)
        # Of this window alone: one in another language has it from the one before, and Qt crashes
        # where docks are moved after two restored layouts.
        if not preferences.layout().isEmpty():
            window.restore_layout(preferences.layout())
        if options.dataset is None and last is not None and not _is_there(last[0]):
            window.messages.show_message(_gone(last[0], run[0]))
        if lost is not None:
            window.messages.show_message(formatting.translated(lost))
        elif options.weights is not None and weights is not None and weights.remarks:
            said = map(formatting.translated, weights.remarks)
            window.messages.show_message(" ".join(said))
        if (
            is_new
            and options.dataset is None
            and weights is None
            and opened is None
            and run[0] == DataRequest(DEFAULT_DATASET)
        ):
            window.welcome.open()
        _catch_everything(window)
        window.show()
        return app.exec() or ended_by
    finally:
        window.close_unasked()  # whatever happened, the trainer ends before the interpreter does
        signals.end()


def _last_weights(
    source: str, run: tuple[DataRequest, Settings]
) -> tuple[StartWeights | None, Message | None]:
    """Read the start weights used last; where they cannot be used, say why weights are drawn."""
    from bpviz.exchange import read_weights
    from bpviz.ui.window.document import is_run

    if is_run(source):
        return None, Message.of(
            "The start weights used last are those of {file}; weights are drawn instead. Open that "
            "run to go on with it.",
            file=source,
        )
    try:
        weights = read_weights(source)
        check_weights(weights, *run)
    except (DatasetError, SettingsError) as error:
        return None, Message.of(
            "The start weights used last cannot be used; weights are drawn instead. {problem}",
            problem=sentence_of(error),
        )
    return weights, None


def _gone(last: DataRequest, shown: DataRequest) -> str:
    """Say that a file used last is no longer there, and what is shown instead."""
    from bpviz.ui.core import formatting

    title = catalog.entry(shown.source).title
    return formatting.translated(
        Message.of(
            "{file} no longer exists; {title} is shown instead.", file=last.source, title=title
        )
    )


def _remember(window: MainWindow, preferences: Preferences) -> None:
    """Restore what was stored, and store it again when the window closes."""
    from bpviz.ui.core import counting, formatting
    from bpviz.ui.window.screen_fit import ScreenFit

    fit = ScreenFit(window)
    if not window.restoreGeometry(preferences.geometry()):
        fit.begin()
    window.text_size.choose(
        preferences.text_size()
    )  # before a layout, which is for text of its size
    window.own_data.actions.set_recent(preferences.recent())
    layouts, commands = window.own_layouts, window.commands
    layouts.set_kept(preferences.own_layouts())
    commands.set_recent(preferences.recent_commands())
    window.figures.choice = preferences.figure()
    advice = window.actions_of_view.advice
    advice.setChecked(preferences.advice())
    complaint = preferences.complaint()
    if complaint is not None:
        window.report(formatting.translated(complaint))

    def keep_layouts() -> None:  # at once: nobody makes them a second time gladly
        preferences.remember_own_layouts(layouts.kept())
        failure = preferences.save()
        if failure is not None:
            window.report(formatting.translated(failure))

    def store() -> None:
        preferences.remember(
            {
                "theme": window.theme_mode(),
                "language": window.languages.mode(),
                "count_from": counting.first(),
                "text_size": window.text_size.chosen(),
                "advice": window.actions_of_view.advice.isChecked(),
                "geometry": window.saveGeometry(),
                "layout": window.layout_state(),
            }
        )
        preferences.remember_run(*window.last_run(), window.last_weights())
        preferences.remember_recent(window.own_data.actions.recent())
        preferences.remember_commands(commands.recent())
        preferences.remember_figure(window.figures.choice)
        failure = preferences.save()
        if failure is not None and failure != complaint:  # the window can say nothing any more
            print(f"bpviz: {formatting.translated(failure)}", file=sys.stderr)

    layouts.changed.connect(keep_layouts)
    window.closing.connect(store)


def _catch_everything(window: MainWindow) -> None:
    """Log what nobody caught, in whichever thread, and show it once; the window stays."""
    from bpviz.ui.window.crash_reporter import CrashReporter

    reporter = CrashReporter(window)

    def interface(_kind: type[BaseException], error: BaseException, _trace: Any) -> None:
        reporter.report(error)

    def thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            reporter.report(arguments.exc_value)

    sys.excepthook = interface
    threading.excepthook = thread
