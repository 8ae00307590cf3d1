"""The main window: puts the parts together and passes on what they tell one another."""

from __future__ import annotations

import dataclasses
import json
import logging
import math
from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from bpviz.datasets import DataRequest, Part
from bpviz.training.commands import Command, SelectSample
from bpviz.training.events import Frame, Problem, State
from bpviz.training.quantities import Need
from bpviz.training.settings import Settings
from bpviz.ui.core import formatting
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.frame_dispatcher import FrameDispatcher
from bpviz.ui.core.icons import window_icon
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import theme_changed
from bpviz.ui.window.actions.action_group import BARE
from bpviz.ui.window.actions.bare_keys import BareKeys
from bpviz.ui.window.actions.debug_actions import DebugActions
from bpviz.ui.window.actions.dock_actions import DockActions
from bpviz.ui.window.actions.focus_return import FocusReturn
from bpviz.ui.window.actions.panel_actions import PanelActions
from bpviz.ui.window.actions.run_actions import RunActions
from bpviz.ui.window.actions.view_actions import ViewActions
from bpviz.ui.window.actions.watch_menu import WATCHED, WatchMenu
from bpviz.ui.window.announcer import Announcer
from bpviz.ui.window.auto_raise import AutoRaise
from bpviz.ui.window.carry_over import actions_alike, carry_over, scroll_alike
from bpviz.ui.window.docks import Docks
from bpviz.ui.window.document import RunDocument
from bpviz.ui.window.export.actions import ExportActions
from bpviz.ui.window.figures.actions import FigureActions
from bpviz.ui.window.help.help_menu import HelpMenu
from bpviz.ui.window.help.log_view import LogKeeper
from bpviz.ui.window.help.welcome_page import Way, WelcomePage
from bpviz.ui.window.language import LanguageMenu
from bpviz.ui.window.layouts import LAYOUTS, layout_title
from bpviz.ui.window.message_bar import DATA, INPUT, STATE, MessageBar
from bpviz.ui.window.open_data.controller import UserData
from bpviz.ui.window.own_layouts import OwnLayouts
from bpviz.ui.window.palette.commands import Commands
from bpviz.ui.window.panel_set import PanelSet
from bpviz.ui.window.preparation import Preparation
from bpviz.ui.window.presentation_mode import POINTS, PresentationMode, points_for
from bpviz.ui.window.status_bar import StatusBar
from bpviz.ui.window.text_size import TextSize
from bpviz.ui.window.theme_mode import ThemeMode
from bpviz.ui.window.toolbar import ControlBar

_log = logging.getLogger("bpviz")


class MainWindow(QMainWindow):
    """The window of bpviz.

    Parameters
    ----------
    request : RunRequest
        What the editors ask for.
    pump : FramePump
        The way to the trainer and back.
    look : Look
        The theme.
    log : LogKeeper
        Where problems are kept.
    """

    closing = Signal()
    """The window is about to go; its layout can still be saved."""

    replaced = Signal(object)
    """Another `MainWindow` of the same run takes the place of this one; it is not shown yet."""

    def __init__(
        self, request: RunRequest, pump: FrameDispatcher, look: ThemeMode, log: LogKeeper
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowIcon(window_icon())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(1, 1)
        self._request, self._pump, self._look = request, pump, look
        self._arrangement = "overview"
        self._laid_out = False
        self._run = 0  # that of the newest frame

        self.toolbar = ControlBar(request, pump.send, self)
        self.panel_set = PanelSet(request, pump, self)
        self.actions_of_run = RunActions(self, self._send_next, self.toolbar.step_size_edit)
        self.actions_of_debugger = DebugActions(self, self._send_next, self.panel_set.sample)
        self.actions_of_view = ViewActions(self, look.mode)
        self.own_data = UserData(self, request)
        self.document = RunDocument(
            self, self._send_next, request, self.view_state, self._being_written
        )
        self.messages = MessageBar(self)
        self.exports = ExportActions(self, self._send_next, self.panel_set.listed_samples)
        self.languages = LanguageMenu(self)
        self.status = StatusBar(pump.frames_per_second, self, self.toolbar.walks)
        self.docks = Docks(self, self.panel_set.places)
        self.figures = FigureActions(
            self,
            self.panel_set,
            self.docks,
            lambda: self.frame,
            self._send_next,
            lambda: json.dumps(self.view_state()),
        )
        self.figures.fill(self.exports.menu)
        self.watch_menu = WatchMenu(
            lambda: (self.frame, self.panel_set.selected), self.panel_set.follow_number, self
        )
        self.panel_set.offer(self._offered_by)
        self.actions_of_panels = PanelActions(
            self, self.docks, self.toolbar, self.toolbar.learning_rate_edit
        )
        self.actions_of_docks = DockActions(self, self.docks)
        self.own_layouts = OwnLayouts(self, self.docks)
        self.text_size = TextSize(self)
        self._presentation = PresentationMode(self, self.docks, self.text_size)
        self._announcer = Announcer(self)
        self._auto_raise = AutoRaise(self.docks, self)
        self.commands = Commands(
            self,
            self.docks,
            self.own_layouts,
            request,
            self.own_data.actions,
            self.toolbar,
            self.panel_set.make_all,
        )
        self._assistance = HelpMenu(self, self.actions_of_view, log, self.panel_set.make_all)

        self.addToolBar(self.toolbar)
        self.toolbar.place(
            self.actions_of_run, self.actions_of_debugger, self.actions_of_view.present
        )
        self.addToolBarBreak()
        self.addToolBar(self.messages)
        self.setStatusBar(self.status)
        self.status.offer(self.actions_of_run.cancel)
        self._fill_menus()
        self.docks.arrange(self._arrangement)
        self.resize(self.screen().availableSize().boundedTo(QSize(1600, 1000)))
        self._bind_keys()
        self.welcome = WelcomePage(self)
        self._preparation = Preparation(self, room=self.welcome.room_below)
        self._connect()
        self._dress_bars()
        self._follow_request()
        self.setFocus()

    @property
    def frame(self) -> Frame | None:
        """The newest frame on the screen; None before the first."""
        return self._pump.frame

    @property
    def problem(self) -> SignalInstance:
        """Emitted with each `Problem` of the trainer."""
        return self._pump.problem

    def frames_per_second(self) -> float:
        """Return how many frames were painted during the last second."""
        return self._pump.frames_per_second()

    def send(self, command: Command) -> int:
        """Put a command into the trainer's mailbox; see `Frame.acknowledged` for its number."""
        return self._pump.send(command)

    def _send_next(self, command: Command) -> int:
        """Send `command`, behind a position or a λ that is asked for and still waits."""
        self.panel_set.timeline.pacer.flush()
        self.toolbar.finish_gesture()
        return self._pump.send(command)

    def give_way_to(self, other: MainWindow) -> None:
        """Let another window of the same run stand here, as a person has left this one.

        While `FrameDispatcher.handed_over`; both have shown the newest frame.
        """
        presenting = self.actions_of_view.present.isChecked()
        whole, shown = self.docks.whole(), self.docks.layout_name()
        own = self.docks.save() if self.docks.own else None
        focused = QApplication.focusWidget()
        self.actions_of_view.present.setChecked(False)
        other._arrangement = self._arrangement
        other.text_size.take_over(self.text_size)
        other.own_data.actions.set_recent(self.own_data.actions.recent())
        other.document.take_over(self.document)
        other.figures.job.take_over(self.figures.job)
        self.replaced.emit(other)
        other.restoreGeometry(self.saveGeometry())
        if not self.windowState():  # else that of the window once it is normal again
            other.setGeometry(self.geometry())
        layout = self.layout_state()
        if not presenting:  # else afterwards: Qt crashes over docks moved at once after a restore
            other.restore_layout(layout)
        other.show()
        carry_over(self, other)
        actions_alike(self, other)
        other.panel_set.take_over(self.panel_set)
        if self.welcome.isVisible():
            other.welcome.open()
        if presenting:
            other.actions_of_view.present.setChecked(True)
            other._presentation.keep(layout, self.docks.whole())
            if own is None:
                other._arrange(shown)
            else:
                other.docks.choose_own(own)
        if whole:
            other.docks.make_whole(whole)
        name = focused.objectName() if focused is not None else ""
        found: QWidget | None = other.findChild(QWidget, name) if name else None
        (other if found is None else found).setFocus()
        QTimer.singleShot(0, other, partial(scroll_alike, self, other))
        self.hide()

    def theme_mode(self) -> str:
        """Return "system", "light" or "dark"."""
        return self._look.mode

    def last_run(self) -> tuple[DataRequest, Settings]:
        """Return the data set and the settings that the editors show."""
        return self._request.data, self._request.settings

    def last_weights(self) -> str:
        """Return the file of the start weights that the editors show; empty where none is."""
        weights = self._request.weights
        return "" if weights is None else weights.source

    def layout_state(self) -> QByteArray:
        """Return the arrangement of the docks, as the user has it outside presentation mode."""
        return self._presentation.layout_state()

    def restore_layout(self, state: QByteArray) -> None:
        """Take over an arrangement from `layout_state`; say so if it is unreadable."""
        self._laid_out = self.docks.restore(state)
        if not self._laid_out:
            words = self.tr(
                "The layout of the last session is damaged or of another version of bpviz; "
                "{default} is shown instead. Choose another one in the View menu."
            )
            self.report(words.format(default=layout_title(self._arrangement)))
        self._fill_check()

    def _offered_by(self, name: str) -> tuple[QAction, ...]:
        """Return what the context menus of a panel offer beside what it has itself."""
        watch = (self.watch_menu.menuAction(),) if name in WATCHED else ()
        return self.figures.of_panels[name], *self.exports.offered_by(name), *watch

    def view_state(self) -> dict[str, Any]:
        """Return what is found again with a run that is saved, as JSON has it."""
        selected, frame = self.panel_set.selected, self.frame
        sample = None if frame is None else frame.selected
        return {
            "layout": bytes(self.layout_state().toBase64().data()).decode("ascii"),
            "arrangement": self._arrangement,
            "speed": self.toolbar.speed_edit.number(),
            "weight": None if selected is None else list(dataclasses.astuple(selected)),
            "sample": None if sample is None or frame is None else [sample, frame.selected_part],
        }

    @Slot(object)
    def restore_view(self, view: dict[str, Any]) -> None:
        """Take over what can be of a view that was saved with a run."""
        layout, name = view.get("layout"), view.get("arrangement")
        presenting = self.actions_of_view.present.isChecked()
        if name in LAYOUTS:
            self._arrangement = name
        if isinstance(layout, str) and layout.isascii() and not presenting:
            self.docks.restore(QByteArray.fromBase64(layout.encode("ascii")))
            self._fill_check()
        speed = view.get("speed", 0)
        if speed is None or (isinstance(speed, (int, float)) and 0 < speed < math.inf):
            self.toolbar.set_speed(None if speed is None else float(speed))
        match view.get("weight"):
            case [("W1" | "W2") as matrix, int() as row, int() as column] if min(row, column) >= 0:
                self.panel_set.select(Selection(matrix, row, column))
        match view.get("sample"):
            case [int() as index, ("train" | "test") as part]:
                self._pump.send(SelectSample(index, Part(part)))

    @Slot()
    def _quit(self) -> None:
        if not self.document.asks():
            self.close()

    @Slot()
    def _fill_check(self) -> None:
        if not self.docks.docks["gradient_check_panel"].isHidden():
            self.panel_set.fill_check()

    @Slot()
    def _refill_check(self) -> None:
        """Go on with a check that ended while the panel was put elsewhere."""
        if self.docks.layout_name() == "check":
            self.panel_set.fill_check()

    def createPopupMenu(self) -> QMenu:
        """Offer the panels, and not the bars, where one clicks beside them."""
        menu = QMenu(self)
        menu.addActions([dock.toggleViewAction() for dock in self.docks.docks.values()])
        return menu

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on by Tab to what can be seen, past the panels that lie behind another one."""
        for _ in range(1_000):  # never round and round
            if not super().focusNextPrevChild(forward):
                return False
            if not self.docks.covered(QApplication.focusWidget()):
                break
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Give the docks their shares of the window, once."""
        super().showEvent(event)
        if not event.spontaneous():  # else it was only an icon
            QTimer.singleShot(0, self.docks.lift_floating)
        if not self._laid_out:
            self._laid_out = True
            self.docks.resize(self._arrangement)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go at once, then end the trainer and wait for it; no presentation outlives it.

        A person who closes it is asked first, where something would be lost.
        """
        if event.spontaneous() and self.document.asks():
            event.ignore()
            return
        self.actions_of_view.present.setChecked(False)
        self.closing.emit()
        self.hide()
        self.figures.job.end_at_once()
        self._pump.shutdown()
        super().closeEvent(event)

    def _being_written(self) -> list[str]:
        """Return the files that would be given up with the window."""
        return [each for each in (self.exports.path, self.figures.job.path) if each]

    def close_unasked(self) -> None:
        """Close, where nobody can be asked whether to save; the next start offers what is not."""
        self._pump.end_unasked()
        self.close()

    def changeEvent(self, event: QEvent) -> None:
        """Fit what has a fixed width to a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "status"):
            for bar in (self.toolbar, self.messages, self.status):
                bar.fit_text(self.font())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many panels as the text leaves room for."""
        super().resizeEvent(event)
        self._judge_room()

    @Slot()
    def _follow_text(self) -> None:
        self.docks.follow_text(QApplication.font().pointSize(), self.text_size.points())

    @Slot()
    def _judge_room(self) -> None:
        most = points_for("overview", self.size(), self.logicalDpiY())
        large = self.text_size.points() > max(most, POINTS["overview"])
        self.docks.set_crowded(large and not self.actions_of_view.present.isChecked())

    @Slot(str)
    def report(self, sentence: str, details: str = "", kind: str = "") -> None:
        """Show a sentence once, and keep it with its details in the log."""
        _log.error("%s%s", sentence, f"\n{details}" if details else "")
        self.messages.show_message(sentence, kind)

    def _fill_menus(self) -> None:
        bar, run, view = self.menuBar(), self.actions_of_run, self.actions_of_view
        file_menu = bar.addMenu(self.tr("&File"))
        file_menu.addAction(self.document.new)
        self.own_data.actions.fill(file_menu)
        self.document.fill(file_menu)
        file_menu.addMenu(self.exports.menu)
        file_menu.addSeparator()
        self.own_data.actions.fill_with_options(file_menu)
        file_menu.addAction(view.quit)
        run_menu = bar.addMenu(self.tr("&Run"))
        run_menu.addActions(run.all)
        debug, debug_menu = self.actions_of_debugger, bar.addMenu(self.tr("&Debug"))
        for actions in (debug.moves, debug.breakpoints, debug.changes):
            debug_menu.addActions(actions)
            debug_menu.addSeparator()
        debug_menu.addActions(debug.checks)
        debug_menu.addMenu(self.watch_menu)
        view_menu = bar.addMenu(self.tr("&View"))
        view_menu.addActions(view.arrangements)
        view_menu.addSeparator()
        self.own_layouts.fill(view_menu)
        view_menu.addAction(view.reset)
        view_menu.addActions([view.present, view.black])
        view_menu.addSeparator()
        view_menu.addActions(view.text_sizes)
        panels = view_menu.addMenu(self.tr("Panels"))
        for name, dock in self.docks.docks.items():
            action = dock.toggleViewAction()
            action.setObjectName(f"action_show_{name}")
            panels.addAction(action)
        places = view_menu.addMenu(self.tr("Go to panel"))
        places.addActions([*self.actions_of_panels.moves, *self.actions_of_panels.panels])
        view_menu.addActions(self.actions_of_docks.all)
        view_menu.addSeparator()
        view_menu.addActions(view.themes)
        view_menu.addSeparator()
        view_menu.addAction(view.count_from_one)
        view_menu.addSeparator()
        view_menu.addMenu(self.languages)
        help_menu = bar.addMenu(self.tr("&Help"))
        help_menu.addActions([view.welcome, view.help, view.keys, view.palette, view.log])
        help_menu.addSeparator()
        help_menu.addAction(view.advice)
        help_menu.addSeparator()
        help_menu.addAction(view.about)

    def _bind_keys(self) -> None:
        keys = BareKeys(self)
        for action in (*self.actions_of_run.all, *self.actions_of_debugger.all):
            if action.property(BARE):
                keys.bind(action.property(BARE), action)
        focus = FocusReturn(self)
        for dock in self.docks.docks.values():
            keys.listen(dock)
            focus.listen(dock)
        self.docks.arranged.connect(focus.give_back)
        self.actions_of_view.present.toggled.connect(focus.give_back)

    def _connect(self) -> None:
        pump, run, view = self._pump, self.actions_of_run, self.actions_of_view
        for window in (self, *self.docks.docks.values()):  # a dock that floats is one
            pump.count_paints_of(window)
        pump.frame_shown.connect(run.follow)
        pump.frame_shown.connect(self.actions_of_debugger.follow)
        self.panel_set.timeline.dragged.connect(self.actions_of_debugger.note_jump)
        self.actions_of_debugger.said.connect(self.status.remark)
        self.actions_of_debugger.said.connect(self._announcer.say)
        pump.frame_shown.connect(self._announcer.follow)
        self.panel_set.serve(self.actions_of_debugger)
        pump.frame_shown.connect(self.toolbar.follow)
        pump.frame_shown.connect(self._request.follow)
        pump.frame_shown.connect(self._auto_raise.follow)
        pump.frame_shown.connect(self.own_data.actions.follow)
        pump.frame_shown.connect(self._preparation.follow)
        pump.frame_shown.connect(self.commands.follow)
        pump.frame_shown.connect(self.document.follow)
        pump.frame_shown.connect(self.exports.follow)
        pump.frame_shown.connect(self.figures.job.follow)
        pump.frame_shown.connect(self._follow)
        pump.problem.connect(self._show_problem)
        pump.add_viewer(
            self.status,
            self.status.show_frame,
            lambda: StatusBar.interval_ms,
            lambda: {Need.EVALUATION},
            beside=self.panel_set.timeline,
        )
        advice = self.status.advice
        pump.add_viewer(self.status, advice.look, lambda: advice.interval_ms)
        advice.panel_wanted.connect(self.docks.show_panel)
        view.welcome.triggered.connect(self.welcome.open)
        self.welcome.chosen.connect(self._begin)
        view.advice.toggled.connect(advice.set_on)
        self._request.changed.connect(self._follow_request)
        self.own_data.refused.connect(partial(self.messages.show_message, kind=DATA))
        self.own_data.accepted.connect(partial(self.messages.clear_kind, DATA))
        for editors in (self.toolbar, self.panel_set):
            editors.refused.connect(self._show_refusal)
            editors.accepted.connect(self._clear_refusal)
        self.panel_set.panel_wanted.connect(self.docks.show_panel)
        self.messages.details.clicked.connect(self._assistance.show_log)
        theme_changed.connect(self._dress_bars)
        counting_changed.connect(self._recount)
        view.theme_wanted.connect(self._look.set_mode)
        view.arrangement_wanted.connect(self._arrange)
        self.own_layouts.chosen.connect(self._fill_check)
        self.own_layouts.unreadable.connect(self._replace_layout)
        view.reset.triggered.connect(self._reset_layout)
        view.present.toggled.connect(self.panel_set.set_presenting)
        view.present.toggled.connect(self.toolbar.set_presenting)
        view.present.toggled.connect(self.status.caption.set_on)
        view.present.toggled.connect(self._presentation.switch)
        view.present.toggled.connect(self._refill_check)
        view.present.toggled.connect(view.black.setEnabled)
        view.present.toggled.connect(self._pump.show_again)
        view.black.triggered.connect(self._presentation.black.begin)
        for action, change in zip(
            view.text_sizes,
            (self.text_size.enlarge, self.text_size.reduce, self.text_size.reset),
            strict=True,
        ):
            action.triggered.connect(change)
        self.text_size.changed.connect(self._follow_text)
        self.text_size.changed.connect(self._judge_room)
        view.palette.triggered.connect(self.commands.open)
        view.quit.triggered.connect(self._quit)
        self.own_data.run_chosen.connect(self.document.open)
        self.document.opened.connect(self.restore_view)
        self.document.said.connect(self.status.remark)
        self.document.said.connect(self._announcer.say)
        self.document.refused.connect(self._show_refusal)
        self.document.may_close.connect(self.close)
        self.document.weights_wanted.connect(self.own_data.read_weights)
        self.exports.written.connect(self.messages.show_written)
        self.figures.refused.connect(self._show_refusal)
        self.figures.written.connect(self.messages.show_written)

    @Slot(object)
    def _follow(self, frame: Frame) -> None:
        title_of = frame.dataset.title if frame.dataset is not None else self._dataset_title()
        name = formatting.translated(title_of)
        self._name_window(name, frame.settings.n_hidden)
        if self.isWindowModified() is not frame.document.changed:
            self.setWindowModified(frame.document.changed)
        if frame.run != self._run:
            self._run = frame.run
            self.messages.clear_kind(DATA)
        if frame.reason and frame.state is not State.RUNNING and not frame.hit:
            self.messages.show_message(formatting.translated(frame.reason), STATE)
        else:
            self.messages.clear_kind(STATE)

    def _name_window(self, data: str, n_hidden: int) -> None:
        words = self.tr("{data} · l = {l}").format(data=data.replace("[*]", "*"), l=n_hidden)
        title = self.document.title(words)
        if title != self.windowTitle():
            self.setWindowTitle(title)

    @Slot()
    def _recount(self) -> None:
        """Write every index anew, behind all that keeps written words."""
        self._pump.show_again()
        if self.frame is not None:
            self._follow(self.frame)

    @Slot()
    def _follow_request(self) -> None:
        name, size = self._dataset_title(), self._request.settings.n_hidden
        self._name_window(name, size)
        entry = self._request.entry()
        if self.frame is None and entry is not None:
            shape = f"{entry.n_inputs} → {size} → {entry.n_outputs}"
            words = self.tr("Starting: {data}, {shape}")
            self.status.show_start(words.format(data=name, shape=shape))

    def _dataset_title(self) -> str:
        entry = self._request.entry()
        return (
            formatting.translated(entry.title) if entry is not None else self._request.data.source
        )

    @Slot(object)
    def _show_problem(self, problem: Problem) -> None:
        words = formatting.without_options(formatting.translated(problem.message))
        if problem.remark:
            self.status.remark(words)
            self._announcer.say(words)
        else:
            self.report(words, problem.details, DATA if problem.of_start else "")

    @Slot(str)
    def _show_refusal(self, sentence: str) -> None:
        self.messages.show_message(sentence, INPUT)

    @Slot()
    def _clear_refusal(self) -> None:
        self.messages.clear_kind(INPUT)

    @Slot()
    def _dress_bars(self) -> None:
        for bar in (self.toolbar, self.messages):
            bar.setStyleSheet(self._look.style_sheet())

    @Slot(str)
    def _arrange(self, name: str) -> None:
        self._arrangement = name
        self.docks.arrange(name)
        if name == "check":
            self.panel_set.fill_check(since=self._request.number)

    @Slot(object)
    def _begin(self, way: Way) -> None:
        """Put data, panels and speed where a way of the welcome page begins."""
        run = self.actions_of_run.run
        if run.isChecked() and not way.runs:  # before the next data begins to run
            run.trigger()
        self._request.begin(DataRequest(way.dataset))
        self.toolbar.set_speed(way.speed)
        self._arrange(way.arrangement)
        self.docks.bring_forward(way.panel)
        if way.runs and not run.isChecked():
            run.trigger()

    @Slot(str)
    def _replace_layout(self, name: str) -> None:
        """Say that a layout of a person's own cannot be read, and show one that can."""
        self._reset_layout()
        words = self.tr(
            "The layout “{name}” is damaged or of another version of bpviz; {default} is shown "
            "instead. Arrange the panels and save them under that name again."
        )
        self.report(words.format(name=name, default=layout_title(self._arrangement)))

    @Slot()
    def _reset_layout(self) -> None:
        self._arrange("overview")
