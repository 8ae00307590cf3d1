"""A window around a trainer that only takes notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bpviz.datasets import DataRequest
from bpviz.training.commands import Command, NewRun, Subscribe
from bpviz.training.events import Frame, Problem
from bpviz.training.settings import Settings
from bpviz.ui.core.frame_dispatcher import FrameDispatcher
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.window.help.log_view import LogKeeper
from bpviz.ui.window.main_window import MainWindow
from bpviz.ui.window.theme_mode import ThemeMode
from tests.ui.frames import make_frame
from tests.ui.shown_panels import Sent


class FakeMailbox:
    """Keeps what was posted; gives out what a test puts in."""

    def __init__(self) -> None:
        self.posted: list[Command] = []
        self.frame: Frame | None = None
        self.unasked = False
        self.found: list[Problem] = []
        self.ticks: list[float] = []

    def post(self, command: Command) -> int:
        self.posted.append(command)
        return len(self.posted)

    def note_tick(self, spacing: float) -> None:
        self.ticks.append(spacing)

    def take(self) -> Frame | None:
        frame, self.frame = self.frame, None
        return frame

    def problems(self) -> list[Problem]:
        found, self.found = self.found, []
        return found

    def asked(self, kind: type[Command] | None = None) -> list[Command]:
        """Commands so far, without what the window says of its own accord."""
        wanted = kind or Command
        own = () if kind is Subscribe else (Subscribe,)
        return [c for c in self.posted if isinstance(c, wanted) and not isinstance(c, own)]


class FakeTrainer(QObject):
    """A trainer thread that does nothing but count its starts and ends."""

    published = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.starts = 0
        self.ends = 0

    def start(self) -> None:
        self.starts += 1

    def shutdown(self) -> None:
        self.ends += 1


class Stage:
    """A window, and both ends of its mailbox."""

    def __init__(self, qtbot: Any, theme: str = "light") -> None:
        self.qtbot = qtbot
        self.mailbox = FakeMailbox()
        self.trainer = FakeTrainer()
        self.pump = FrameDispatcher(self.mailbox, self.trainer)
        self.request = RunRequest(DataRequest("mnist"), Settings(), self.pump.send)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.look = ThemeMode(app, theme)
        self.log = LogKeeper()
        self.window = MainWindow(self.request, self.pump, self.look, self.log)
        self.pump.setParent(self.window)
        self.request.setParent(self.window)

    def end(self) -> None:
        """Close the window and delete it now: those left over make every later one slower."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)

    def show(self) -> None:
        self.window.resize(1280, 800)
        self.window.show()
        self.qtbot.waitUntil(self.window.isVisible)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)  # else nothing has the focus yet

    def offer(self, **overrides: Any) -> Frame:
        """Let the trainer publish a frame, and the window look at it."""
        overrides.setdefault("settings", self.request.settings)
        overrides.setdefault("data_request", self.request.data)
        overrides.setdefault("learning_rate", self.request.settings.learning_rate)
        frame = make_frame(**overrides)
        self.mailbox.frame = frame
        self.trainer.published.emit()
        return frame

    def child(self, name: str) -> Any:
        found = self.window.findChild(QObject, name)
        if found is None:  # in a panel that has not been in sight
            self.window.panel_set.make_all()
            found = self.window.findChild(QObject, name)
        assert found is not None, name
        return found

    def clear(self) -> None:
        self.mailbox.posted.clear()

    def press(self, key: Any, widget: QWidget | None = None, modifier: Any = None) -> None:
        """Press and release a key on the widget that has the focus."""
        target = widget or QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def click(self, widget: QWidget) -> None:
        place = QPoint(widget.width() // 2, widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def new_runs(self) -> list[NewRun]:
        return [c for c in self.mailbox.posted if isinstance(c, NewRun)]


@pytest.fixture
def sent() -> Sent:
    """What a panel by itself sends."""
    return Sent()


@pytest.fixture
def fresh(qtbot: Any) -> Iterator[Stage]:
    """A window that is shown and has not seen a frame."""
    made = Stage(qtbot)
    made.show()
    yield made
    made.end()


@pytest.fixture
def stage(fresh: Stage) -> Stage:
    """A window that is shown, standing at step 7 of a small run."""
    fresh.offer(step=7, tip=9)
    fresh.clear()
    return fresh


@pytest.fixture(autouse=True)
def _same_font(qapp: Any) -> Iterator[None]:
    """Give the application its font back, so that a failure while it is large remains alone."""
    font = qapp.font()
    yield
    if qapp.font() != font:
        qapp.setFont(font)


@pytest.fixture
def large_letters(qtbot: Any) -> Iterator[None]:
    """The letters of a presentation, or nearly so."""
    before = QApplication.font()
    large = QFont(before)
    large.setPointSize(20)
    QApplication.setFont(large)
    yield
    QApplication.setFont(before)
