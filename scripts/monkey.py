"""Let a monkey use the window, and see whether what it did can be had again to the bit.

    QT_QPA_PLATFORM=offscreen python scripts/monkey.py                  200 seeds of 100 actions
    QT_QPA_PLATFORM=offscreen python scripts/monkey.py --first 17 --seeds 1 --actions 500

For each seed a window opens, and random actions, clicks, drags, keys, turns of the wheel and values
follow one another without waiting for anything.  Then the run trains for a while, pauses, and a new
`Session` that makes the changes of its journal has to stand at the same weights.  Nothing may be
reported that has a traceback.  A dialog or menu that opens is closed a moment later; the window
itself is not.  Exits with 1 if a seed went wrong.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QWidget,
)

from bpviz.app import create_window
from bpviz.network.digest import digest
from bpviz.training import commands as c
from bpviz.training.events import Frame, Problem, State
from bpviz.training.journal.entries import (
    Change,
    Hold,
    Pin,
    RateChange,
    RuleChange,
    Skip,
    WeightEdit,
)
from bpviz.training.session import Session
from bpviz.training.step.phases import Phase
from bpviz.ui.kit.controls.number_edit import FloatEdit, IntegerEdit
from bpviz.ui.window.main_window import MainWindow

DATA = ("xor", "iris", "moons", "digits")
STEPS = 300
"""Steps that the run trains at least, once the monkey has gone, unless something stops it."""
PATIENCE = 120.0
KEYS = (
    *(Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Delete,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Plus, Qt.Key.Key_Minus,
    Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_F12,
)  # fmt: skip
LEAVES = ("action_quit",)
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Monkey:
    """Does things to a window, the same ones for the same seed as far as the window is the same."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        window.replaced.connect(self.follow)
        self._draw = random.Random(seed)
        self._deeds: tuple[tuple[Callable[[], None], int], ...] = (
            (self._trigger, 6), (self._click, 6), (self._drag, 3), (self._press_key, 6),
            (self._wheel, 1), (self._set_value, 4), (self._resize, 1), (self._wait, 2),
        )  # fmt: skip

    def follow(self, other: MainWindow) -> None:
        """Go on in the window that stands where this one did, in another language."""
        self.window = other
        other.replaced.connect(self.follow)

    def act(self) -> None:
        """Do one thing, and let Qt do what comes of it."""
        deeds, weights = zip(*self._deeds, strict=True)
        self._draw.choices(deeds, weights)[0]()
        QApplication.processEvents()

    def _some(self, kind: type[QWidget]) -> QWidget | None:
        """Return a widget of the window that can be used."""
        there = [
            each
            for each in QApplication.allWidgets()
            if isinstance(each, kind)
            and each.isVisible()
            and each.isEnabled()
            and not each.visibleRegion().isEmpty()
            and self.window.isAncestorOf(each)
        ]
        return self._draw.choice(there) if there else None

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(
            self._draw.randint(0, max(widget.width() - 1, 0)),
            self._draw.randint(0, max(widget.height() - 1, 0)),
        )

    def _trigger(self) -> None:
        actions = self.window.findChildren(QAction)
        able = [x for x in actions if x.isEnabled() and x.objectName().startswith("action_")]
        able = [x for x in able if x.objectName() not in LEAVES]
        if able:
            self._draw.choice(able).trigger()

    def _click(self) -> None:
        widget = self._some(QWidget)
        if widget is not None:
            button = self._draw.choices(
                (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton), (9, 1)
            )[0]
            click = self._draw.choices((QTest.mouseClick, QTest.mouseDClick), (5, 1))[0]
            held, place = self._draw.choice((NONE, NONE, SHIFT)), self._point(widget)
            click(widget, button, held, place)
            if click is QTest.mouseDClick:  # which leaves the button down
                self._let_go(widget, button, held, place)

    def _let_go(
        self,
        widget: QWidget,
        button: Qt.MouseButton,
        held: Qt.KeyboardModifier,
        place: QPoint,
    ) -> None:
        """Release a button where it was pressed, or over the window if that went meanwhile."""
        there = widget if shiboken6.isValid(widget) else self.window
        QTest.mouseRelease(there, button, held, place)

    def _drag(self) -> None:
        widget = self._some(self._draw.choice((QWidget, QAbstractSlider)))
        if widget is None:
            return
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, NONE, self._point(widget))
        for _ in range(self._draw.randint(1, 8)):
            QTest.mouseMove(widget, self._point(widget))
            QApplication.processEvents()
            if not shiboken6.isValid(widget):
                break
        place = self._point(widget) if shiboken6.isValid(widget) else QPoint()
        self._let_go(widget, Qt.MouseButton.LeftButton, NONE, place)

    def _press_key(self) -> None:
        target = QApplication.focusWidget() if self._draw.random() < 0.5 else self.window
        target = target or self.window
        key, modifier = self._draw.choice(KEYS), self._draw.choice((NONE, NONE, SHIFT, CONTROL))
        if (key, modifier) != (Qt.Key.Key_Q, CONTROL):
            for _ in range(self._draw.choice((1, 1, 4))):
                if shiboken6.isValid(target):
                    QTest.keyClick(target, key, modifier)

    def _wheel(self) -> None:
        widget = self._some(QWidget)
        if widget is not None:
            QTest.wheelEvent(
                widget.window().windowHandle(),
                widget.mapTo(widget.window(), self._point(widget)),
                QPoint(0, self._draw.choice((-120, 120))),
            )

    def _set_value(self) -> None:
        widget = self._some(self._draw.choice((QAbstractSpinBox, QAbstractSlider, QComboBox)))
        share = self._draw.random()
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(int(share * widget.count()))
        elif isinstance(widget, QAbstractSpinBox) and share < 0.3:
            widget.stepBy(self._draw.randint(-3, 3))
        elif isinstance(widget, FloatEdit):
            widget.setValue(10 ** (6 * share - 4))
        elif isinstance(widget, (IntegerEdit, QAbstractSlider)):
            low, high = int(widget.minimum()), int(min(widget.maximum(), widget.minimum() + 2000))
            widget.setValue(low + int(share * (high - low)))

    def _resize(self) -> None:
        self.window.resize(self._draw.randint(200, 1900), self._draw.randint(200, 1200))

    def _wait(self) -> None:
        QTest.qWait(self._draw.randint(1, 120))


@contextmanager
def closing_what_opens(monkey: Monkey) -> Iterator[None]:
    """Close menus and dialogs after a while: many wait in an event loop of their own."""
    timer = QTimer()
    timer.setInterval(60)

    def close() -> None:
        for each in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if each is not None and each is not monkey.window:
                each.close()

    timer.timeout.connect(close)
    timer.start()
    try:
        yield
    finally:
        close()
        timer.stop()


def wait(window: MainWindow, ready: Callable[[Frame], bool], what: str) -> Frame:
    """Return the first frame that is `ready`.

    Raises
    ------
    TimeoutError
        If there is none.
    """
    end = time.monotonic() + PATIENCE
    while window.frame is None or not ready(window.frame):
        if time.monotonic() > end:
            raise TimeoutError(f"it never came to {what}: {window.frame and window.frame.state}")
        QTest.qWait(5)
    return window.frame


def train_and_pause(window: MainWindow) -> Frame:
    """Let the run train, and stand between two steps."""
    window.send(c.CancelMove())
    window.send(c.SetSpeed(None))
    wait(window, lambda f: f.state is not State.LOADING, "a run")
    acknowledged = window.send(c.Run())
    before = wait(window, lambda f: f.acknowledged >= acknowledged, "running")
    far = before.step + STEPS
    wait(window, lambda f: f.step > far or f.state is not State.RUNNING, "its end")
    window.send(c.Pause())
    frame = wait(window, lambda f: f.state is not State.RUNNING, "rest")
    if frame.phase is not Phase.DRAW:
        acknowledged = window.send(c.Back())  # to its beginning: a step that overflows has no end
        frame = wait(
            window,
            lambda f: f.acknowledged >= acknowledged and f.phase is Phase.DRAW,
            "a whole step",
        )
    return frame


def first_rate(window: MainWindow) -> float:
    """Go back to step 0 and return the λ there: changed at step 0, it is no change of the run."""
    acknowledged = window.send(c.Seek(0))
    frame = wait(window, lambda f: f.acknowledged >= acknowledged and f.progress is None, "step 0")
    return frame.learning_rate


def can_be_made_again(frame: Frame) -> bool:
    """Whether the journal alone says what was trained on: no pair that a person made is in it."""
    changes = [note.change for note in frame.journal]
    return not any(isinstance(x, (Pin, Hold)) and x.title for x in changes)


def replayed(frame: Frame, rate: float) -> Session:
    """Return a new session that stands where the frame does, by the changes of its journal.

    `rate` is the λ of step 0.
    """
    assert frame.dataset is not None
    session = Session(frame.settings.replace(learning_rate=rate), frame.dataset)
    for note in frame.journal:
        change = note.change
        if change is not None and change.step <= frame.step:
            go_to(session, change.step)
            make(session, change)
    go_to(session, frame.step)
    return session


def go_to(session: Session, step: int) -> None:
    """Train up to `step`; a stopping rule may want to be asked twice."""
    while session.step < step:
        before = session.step
        session.advance(step - before)
        if session.step == before:
            raise RuntimeError(f"it does not get beyond step {before} on its way to {step}")


def make(session: Session, change: Change) -> None:
    """Make a change of a journal."""
    match change:
        case RateChange():
            session.set_learning_rate(change.learning_rate, change.gesture)
        case RuleChange():
            session.set_gradient_rule(change.gradient_rule)
        case WeightEdit():
            session.edit_weight(change.matrix, change.row, change.column, change.value)
        case Pin():
            session.train_next(change.sample)
        case Hold():
            session.hold(change.sample)
        case Skip():
            session.skip()


def carry_out(seed: int, actions: int) -> str:
    """Return what went wrong with a seed: empty if nothing did."""
    faults: list[str] = []
    argv = ["--dataset", DATA[seed % len(DATA)], "--hidden", str(2 + seed % 7)]
    window = create_window(argv)

    monkey = Monkey(window, seed)

    def problem(problem: Problem) -> None:
        if problem.details:
            faults.append(problem.details)

    window._pump.problem.connect(problem)
    before = sys.excepthook
    sys.excepthook = lambda *error: faults.append("".join(traceback.format_exception(*error)))
    window.resize(1280, 800)
    window.show()
    try:
        wait(window, lambda f: f.state is not State.LOADING, "its first run")
        with closing_what_opens(monkey):
            for _ in range(actions):
                monkey.act()
        window = monkey.window
        frame = train_and_pause(window)
        if not faults and can_be_made_again(frame):
            again = digest(replayed(frame, first_rate(window)).network)
            there = digest(frame.network)
            if there != again:
                faults.append(f"step {frame.step}: {there} in the window, {again} by its journal")
        elif not faults:
            return "own pairs"
    except (TimeoutError, RuntimeError) as error:
        faults.append(str(error))
    finally:
        sys.excepthook = before
        monkey.window.close()
        monkey.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return "\n".join(faults)


def main() -> int:
    """Carry out the seeds and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seeds", type=int, default=200, help="how many (200)")
    parser.add_argument("--first", type=int, default=0, help="the first of them (0)")
    parser.add_argument("--actions", type=int, default=100, help="of each seed (100)")
    options = parser.parse_args()
    faulthandler.enable()
    ends: Counter[str] = Counter()
    for seed in range(options.first, options.first + options.seeds):
        print(f"seed {seed}\r", end="", file=sys.stderr, flush=True)  # should it be the last
        wrong = carry_out(seed, options.actions)
        ends[wrong if wrong in ("", "own pairs") else "wrong"] += 1
        if wrong not in ("", "own pairs"):
            print(f"seed {seed}: {wrong}", flush=True)
    print(
        f"{ends['']} seeds came out the same, {ends['own pairs']} trained on pairs of their own, "
        f"{ends['wrong']} went wrong"
    )
    return 1 if ends["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
