"""How the program with the window ends when a signal asks it to, and when its window is deleted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop

from bpviz import interrupts
from bpviz.ui.window.signal_watch import SignalWatch
from scripts.window_interrupts import Popen, answers, begin, verdict

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="looks at processes by /proc")
PATIENCE = 90.0
LIMIT = 20.0
"""Less than compiling takes, and more than anything else does on a busy machine."""


def at_once(_process: int, _home: Path) -> bool:
    return True


def loading_qt(process: int, _home: Path) -> bool:
    return "libQt6Core" in Path(f"/proc/{process}/maps").read_text(encoding="utf-8")


def trainer_begun(process: int, _home: Path) -> bool:
    tasks = Path(f"/proc/{process}/task").iterdir()
    return any((task / "comm").read_text(encoding="utf-8") == "trainer\n" for task in tasks)


def compiling(_process: int, home: Path) -> bool:
    return any(path.is_file() for path in (home / "cache").rglob("*"))


def await_(process: Popen, ready: Callable[[int, Path], bool], home: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not ready(process.pid, home):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        os.sched_yield()


@pytest.mark.parametrize(
    ("ready", "number", "times"),
    [
        (at_once, signal.SIGINT, 1),
        (loading_qt, signal.SIGINT, 2),
        (trainer_begun, signal.SIGINT, 2),
        (trainer_begun, signal.SIGTERM, 1),
        (compiling, signal.SIGHUP, 1),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_that_a_signal_ends_the_program_in_a_moment_whenever_it_comes(
    tmp_path: Path, ready: Callable[[int, Path], bool], number: int, times: int
) -> None:
    argv = ["--dataset", "digits", "--hidden", "16"]
    process = begin(argv, tmp_path, "offscreen", cold=ready is compiling)
    await_(process, ready, tmp_path)
    for _ in range(times):
        process.send_signal(number)
    assert verdict(process, 130 if number == signal.SIGINT else 0, LIMIT) == ""
    stored = tmp_path / "bpviz" / "bpviz.conf"
    assert stored.exists() == (ready in (trainer_begun, compiling))


def test_that_a_signal_that_was_switched_off_stays_so(tmp_path: Path) -> None:
    """As nohup does it."""
    process = begin(["--dataset", "xor"], tmp_path, "offscreen", ignored=[signal.SIGHUP])
    assert not answers(process.pid, signal.SIGHUP)
    process.send_signal(signal.SIGHUP)
    process.send_signal(signal.SIGTERM)
    assert verdict(process, 0, LIMIT) == ""


def run(script: str, home: Path) -> tuple[int, str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    said = [x for x in done.stderr.splitlines() if "propagateSizeHints" not in x]
    return done.returncode, "\n".join(said)


def test_that_an_open_dialog_does_not_keep_the_program(tmp_path: Path) -> None:
    script = (
        "import os, signal\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication, QMessageBox\n"
        "from bpviz.app import main\n"
        "app = QApplication(['bpviz'])\n"
        "def ask():\n"
        "    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))\n"
        "    QMessageBox().exec()\n"
        "QTimer.singleShot(0, ask)\n"
        "raise SystemExit(main(['--dataset', 'xor']))\n"
    )
    assert run(script, tmp_path) == (130, "")


@pytest.mark.parametrize(
    "ends",
    [
        ("window.deleteLater()", "shiboken6.delete(window)", "del window; gc.collect()"),
        ("app.shutdown()",),
        ("shiboken6.delete(app)",),
        ("QTimer.singleShot(0, app.quit); app.exec()",),
    ],
)
def test_that_the_trainer_ends_first_whoever_deletes_what(
    tmp_path: Path, ends: tuple[str, ...]
) -> None:
    script = (
        "import gc\n"
        "import shiboken6\n"
        "from PySide6.QtCore import QEventLoop, QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from bpviz.app import create_window\n"
    )
    for end in ends:
        script += (
            "window = create_window(['--dataset', 'xor'])\n"
            "app, loop = QApplication.instance(), QEventLoop()\n"
            "window._pump._trainer.started.connect(loop.quit)\n"
            "window.show()\n"
            "loop.exec()\n"
            "assert window._pump._trainer.isRunning()\n"
            f"{end}\n"
        )
    assert run(script + "raise SystemExit(3)\n", tmp_path) == (3, "")


@pytest.fixture
def watch(qtbot: Any) -> Iterator[SignalWatch]:
    before = {number: signal.getsignal(number) for number in interrupts.NUMBERS}
    for number in before:  # one of them may be ignored, as `nohup` has it
        signal.signal(number, signal.SIG_DFL)
    made = SignalWatch()
    yield made
    made.end()
    assert signal.set_wakeup_fd(-1) == -1
    for number, handler in before.items():
        signal.signal(number, handler)


def test_that_a_signal_is_told_from_the_event_loop_and_nowhere_else(
    watch: SignalWatch, qtbot: Any
) -> None:
    told: list[int] = []
    watch.arrived.connect(told.append)
    for number in (signal.SIGTERM, signal.SIGINT):
        os.kill(os.getpid(), number)
    assert told == []  # Python has had every chance to call its handlers
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [signal.SIGTERM, signal.SIGINT]
    loop = QEventLoop()
    watch.arrived.connect(loop.quit)
    os.kill(os.getpid(), signal.SIGHUP)
    loop.exec()
    assert told[2:] == [signal.SIGHUP]
