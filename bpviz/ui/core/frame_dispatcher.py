"""Between the mailbox and the panels: takes the newest frame, shows it to what is visible."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from bpviz.training.commands import Command, Subscribe
from bpviz.training.events import Frame, Problem, State
from bpviz.training.message import Message
from bpviz.training.quantities import Need
from bpviz.training.step.phases import Phase
from bpviz.ui.core.panel import Panel
from bpviz.ui.core.sight import in_sight

TICK_MS = 16
"""A little less than a screen frame, so that a tick that comes late does not miss one."""
_EACH_MS = 20  # a longer interval than this is not that of every screen frame
_SLOW_AT_ONCE = 1  # such viewers are shown with one frame, whichever waits longest first
_LARGE = 5_000_000  # pixels of a window in which these and the others are not drawn together
_TICKS_AT_A_START = 8  # from one look at what is in sight to the next, until there is a run
_SLACK = 0.006  # a timer tick may be early; without slack every second frame would be skipped


class MailboxPort(Protocol):
    """What is asked of `bpviz.worker.mailbox.Mailbox`; any thread."""

    unasked: bool
    """Whether it is closed without anybody asked what is to become of the runs."""

    def post(self, command: Command) -> int:
        """Put a command in and return its number."""

    def note_tick(self, spacing: float) -> None:
        """Say that frames are looked for now, and every `spacing` seconds."""

    def take(self) -> Frame | None:
        """Return the newest frame not yet taken."""

    def problems(self) -> list[Problem]:
        """Return the problems not yet taken."""


class TrainerPort(Protocol):
    """What is asked of `bpviz.worker.trainer_thread.TrainerThread`."""

    @property
    def published(self) -> SignalInstance:
        """A frame must be looked at at once."""

    def start(self) -> None:
        """Begin; interface's thread."""

    def shutdown(self) -> None:
        """End and join; interface's thread."""


@dataclass(eq=False)
class _Viewer:
    widget: QWidget
    show: Callable[[Frame], None]
    interval_ms: Callable[[], int]
    needs: Callable[[], Set[Need]]
    beside: QWidget | None
    shown: Frame | None = None
    due: float = 0.0
    reported: set[tuple[str, int]] = field(default_factory=set)

    def visible(self) -> bool:
        """Whether anything of it can be seen."""
        return not self.widget.window().isMinimized() and in_sight(self.widget)

    def wants(self, frame: Frame, now: float) -> bool:
        """Whether `frame` is to be shown now; intervals count only where a run is `steady`."""
        return self.shown is not frame and (not self.steady(frame) or now >= self.due)

    def steady(self, frame: Frame) -> bool:
        """Whether `frame` shows no more than that the run has gone on in whole steps, if at all.

        One that is seen inside its steps walks: everybody looks at the place where it is.
        """
        last = self.shown
        if last is None or last.run != frame.run or not last.state is frame.state is State.RUNNING:
            return False
        whole = last.phase is frame.phase is Phase.DRAW
        return whole or _place(last) == _place(frame)


class FrameDispatcher(QObject):
    """Lives in the interface's thread, the one place in the interface that touches the worker."""

    frame_shown = Signal(object)
    """A new `Frame`, emitted once for each that is taken, before the panels draw it."""
    problem = Signal(object)
    """A `Problem`, each once."""

    def __init__(
        self, mailbox: MailboxPort, trainer: TrainerPort, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.frame: Frame | None = None
        self._mailbox = mailbox
        self._trainer = trainer
        self._viewers: list[_Viewer] = []
        self._watch: Subscribe | None = None
        self._range: tuple[int, int] | None = None
        self._painted: deque[float] = deque(maxlen=240)
        self._fresh = self._slow_last = False
        self._closed = self._muted = False
        self._started = False
        self._ticks = 0
        trainer.published.connect(self.look)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def add_panel(self, panel: Panel) -> None:
        """Show frames to `panel` whenever it is visible; what it needs is asked again and again."""
        self.frame_shown.connect(panel.note_frame)
        self.add_viewer(panel, panel.show_frame, lambda: panel.interval_ms, panel.needs)

    def add_viewer(
        self,
        widget: QWidget,
        show: Callable[[Frame], None],
        interval_ms: Callable[[], int],
        needs: Callable[[], Set[Need]] = frozenset,
        beside: QWidget | None = None,
    ) -> None:
        """Call ``show(frame)`` while `widget` is visible, RUNNING at most every `interval_ms`.

        A run that walks through the phases of its steps is shown to all at each of its places.

        It has the same frame as `beside`, another viewer's widget, whenever one of them has a new
        one: both say of which step they are.
        """
        self._viewers.append(_Viewer(widget, show, interval_ms, needs, beside))

    @contextmanager
    def handed_over(self) -> Iterator[None]:
        """Forget all who look at frames, and hear no commands until others do."""
        self._viewers.clear()
        self._muted = True
        try:
            yield
        finally:
            self._muted = False
            self._watch = None  # asked for anew
            self.show_to_all()

    def show_to_all(self) -> None:
        """Show the newest frame to everybody, also to what cannot be seen."""
        frame = self.frame
        if frame is None or self._closed:
            return
        self.frame_shown.emit(frame)
        for viewer in self._viewers:
            try:
                viewer.show(frame)
            except Exception as error:
                self._report(viewer, error)

    def count_paints_of(self, window: QWidget) -> None:
        """Take the repaints of `window` for the frames that people really see."""
        window.installEventFilter(self)

    def send(self, command: Command) -> int:
        """Put a command into the trainer's mailbox; returns at once, with its number.

        What is in sight goes before it: a trial that a key begins may be over before the next tick
        says that its panel came forward with it.
        """
        if self._closed or self._muted:
            return 0
        if self._started and not isinstance(command, Subscribe):
            self._tell_needs(self._seen())
        return self._mailbox.post(command)

    def end_unasked(self) -> None:
        """Say that the window goes without anybody asked: what is not saved is kept for later."""
        self._mailbox.unasked = True

    @Slot()
    def start(self) -> None:
        """Start the trainer; the second call and those after `shutdown` do nothing."""
        if not self._started and not self._closed:
            self._started = True
            self._trainer.start()

    @Slot()
    def shutdown(self) -> None:
        """End the trainer and wait for it; can be called again."""
        if not self._closed:
            self._closed = True
            self._timer.stop()
            self._trainer.shutdown()

    @Slot(object)
    def set_history_range(self, wanted: tuple[int, int] | None) -> None:
        """Ask for the record of these steps, first and last; None is all of it."""
        self._range = None if wanted is None else (int(wanted[0]), int(wanted[1]))
        self._tell_needs(self._seen())

    def frames_per_second(self) -> float:
        """Return how many frames were painted during the last second."""
        now = monotonic()
        while self._painted and self._painted[0] < now - 1.0:
            self._painted.popleft()
        return float(len(self._painted))

    @Slot()
    def _tick(self) -> None:
        self._mailbox.note_tick(TICK_MS / 1000)
        self._ticks += 1
        if not self._closed:
            # While data is loaded there is nothing to see, and the interpreter is wanted elsewhere.
            starts = self.frame is None or self.frame.state is State.LOADING
            if self._take() or not starts or self._ticks % _TICKS_AT_A_START == 0:
                self._show_newest()

    @Slot()
    def look(self) -> None:
        """Take what the trainer has put out and show it."""
        if not self._closed:
            self._take()
            self._show_newest()

    def _take(self) -> bool:
        """Take what the trainer has put out; return whether there is a new frame."""
        for problem in self._mailbox.problems():
            self.problem.emit(problem)
        frame = self._mailbox.take()
        if frame is not None and (self.frame is None or frame.run >= self.frame.run):
            self.frame = frame
            self.frame_shown.emit(frame)
            return True
        return False

    def _show_newest(self) -> None:
        seen = self._seen()
        if self.frame is not None:
            self._show(self.frame, seen)
        self._tell_needs(seen)

    @Slot()
    def show_again(self) -> None:
        """Show the newest frame once more: the same is to be written in another way."""
        for viewer in self._viewers:
            viewer.shown = None
        if self.frame is not None and not self._closed:
            self._show(self.frame, self._seen())

    def _seen(self) -> list[_Viewer]:
        return [viewer for viewer in self._viewers if viewer.visible()]

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Count a repaint that follows a new frame; the first of all lets the trainer start."""
        if event.type() == QEvent.Type.UpdateRequest:
            if not self._started:
                QTimer.singleShot(0, self.start)  # behind this picture
            if self._fresh:
                self._fresh = False
                self._painted.append(monotonic())
        return False

    def _show(self, frame: Frame, seen: list[_Viewer]) -> None:
        now = monotonic()
        wanting = [viewer for viewer in seen if viewer.wants(frame, now)]
        # Not all at once, or some frames would take several times as long as the others.
        slow = [v for v in wanting if v.interval_ms() > _EACH_MS and v.steady(frame)]
        by_due = sorted(slow, key=lambda viewer: viewer.due)
        first, later = by_due[:_SLOW_AT_ONCE], by_due[_SLOW_AT_ONCE:]
        quick = [v for v in wanting if v not in slow and v.steady(frame)]
        if first and quick and _is_large(first[0].widget):
            later += first if self._slow_last else quick
            self._slow_last = not self._slow_last
        turns = [viewer for viewer in wanting if viewer not in later]
        for viewer in seen:
            pairs = any(viewer.beside is v.widget or v.beside is viewer.widget for v in turns)
            if pairs and viewer.shown is not frame and viewer not in turns:
                turns.append(viewer)
        for viewer in turns:
            viewer.shown = frame
            viewer.due = now + viewer.interval_ms() / 1000 - _SLACK
            self._fresh = True
            try:
                viewer.show(frame)
            except Exception as error:  # one panel's fault must not stop the others
                self._report(viewer, error)

    def _report(self, viewer: _Viewer, error: Exception) -> None:
        trace = traceback.extract_tb(error.__traceback__)
        key = (type(error).__name__, trace[-1].lineno or 0)
        if key in viewer.reported:
            return
        viewer.reported.add(key)
        self.problem.emit(
            Problem(
                Message.of(
                    "The panel {panel} could not be drawn ({error}); the others are not affected.",
                    panel=viewer.widget.objectName(),
                    error=type(error).__name__,
                ),
                "".join(traceback.format_exception(error)),
            )
        )

    def _tell_needs(self, seen: list[_Viewer]) -> None:
        watch = Subscribe(frozenset().union(*(viewer.needs() for viewer in seen)), self._range)
        if watch != self._watch:
            self._watch = watch
            self.send(watch)


def _place(frame: Frame) -> tuple[int, int, Phase, int]:
    return frame.branch, frame.step, frame.phase, frame.row


def _is_large(widget: QWidget) -> bool:
    """Whether the window of a widget has so many pixels that painting takes most of a frame."""
    window = widget.window()
    return window.width() * window.height() * window.devicePixelRatioF() ** 2 > _LARGE
