"""From the command line to a window, with the real trainer behind it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpviz import app as app_module
from bpviz.app import create_window, main, make_parser, run_of
from bpviz.datasets import DataRequest, DatasetError
from bpviz.training.events import State
from bpviz.training.settings import Settings
from bpviz.ui.window.layouts import PANELS
from bpviz.ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: Any) -> Iterator[MainWindow]:
    made = create_window(["--dataset", "xor", "--hidden", "5", "--seed", "3", "--theme", "light"])
    made.show()
    yield made
    made.close()
    made.deleteLater()


def standing(window: MainWindow) -> bool:
    return window.frame is not None and window.frame.state is State.PAUSED


def test_that_the_first_frame_that_stands_is_what_was_asked_for(
    window: MainWindow, qtbot: Any
) -> None:
    qtbot.waitUntil(lambda: standing(window), timeout=60_000)
    frame = window.frame
    assert frame is not None
    assert (frame.dataset_name, frame.step, frame.settings.seed) == ("xor", 0, 3)
    assert frame.network.W1.shape == (5, 3)


def test_that_a_picture_can_be_had_of_every_panel_of_the_window(window: MainWindow) -> None:
    assert set(PANELS) == set(window.panel_set.panels)


def test_that_the_window_runs_steps_and_goes_back(window: MainWindow, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: standing(window), timeout=60_000)
    assert window.frame is not None
    first = window.frame.network.W1.copy()
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.frame.step > 1000 and window.frame.state is State.RUNNING)  # type: ignore[union-attr]
    window.toolbar.learning_rate_edit.setValue(0.5)
    qtbot.waitUntil(lambda: window.frame.learning_rate == 0.5)  # type: ignore[union-attr]
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: standing(window))
    step = window.frame.step
    QTest.keyClick(window, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.frame.step == step + 1)  # type: ignore[union-attr]
    QTest.keyClick(window, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: window.frame.step == step)  # type: ignore[union-attr]
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.frame.step == 0 and standing(window))  # type: ignore[union-attr]
    assert (first == window.frame.network.W1).all()


def test_that_a_new_hidden_size_is_a_new_run(window: MainWindow, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: standing(window), timeout=60_000)
    for size in (1, 4096, 2, 9):
        window.toolbar.hidden_size_edit.setValue(size)
    qtbot.waitUntil(lambda: standing(window) and window.frame.network.n_hidden == 9)  # type: ignore[union-attr]
    assert "l = 9" in window.windowTitle()


@pytest.mark.parametrize("after_ms", [0, 30, 400])
def test_that_closing_at_any_moment_ends_the_trainer(qtbot: Any, after_ms: int) -> None:
    window = create_window(["--dataset", "digits"])
    window.show()
    QTest.keyClick(window, Qt.Key.Key_Space)
    if after_ms:
        qtbot.wait(after_ms)
    window.close()
    assert not window._pump._trainer.isRunning()  # type: ignore[attr-defined]
    window.deleteLater()


def test_that_a_script_may_drop_its_windows_at_any_time() -> None:
    """The collector would free buttons after the actions that they show."""
    script = (
        "import gc\n"
        "from PySide6.QtCore import QEventLoop, QTimer\n"
        "from bpviz.app import create_window\n"
        "for _ in range(3):\n"
        "    window = create_window(['--dataset', 'xor'])\n"
        "    window.show()\n"
        "    loop = QEventLoop()\n"
        "    QTimer.singleShot(600, loop.quit)\n"
        "    loop.exec()\n"
        "    window.close()\n"
        "    del window\n"
        "    gc.collect()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "Error" not in done.stderr


def test_that_a_script_that_forgets_to_close_ends_in_peace() -> None:
    code = (
        "from bpviz.app import create_window; w = create_window(['--dataset', 'xor']); w.show();"
        "w._pump.start(); raise SystemExit(3)"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3, done.stderr
    assert "Destroyed" not in done.stderr


def test_that_the_window_is_shown_before_numba_is_imported() -> None:
    code = (
        "import sys; from bpviz.app import create_window; w = create_window(); w.show();"
        "print(w.isVisible(), {'numba', 'llvmlite'} & set(sys.modules))"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "True set()\n"), done.stderr


@pytest.mark.parametrize(
    "argv",
    [["--dataset", "nonsense"], ["--hidden", "0"], ["--theme", "pink"], ["--language", "xx"]],
)
def test_that_a_bad_option_ends_with_one_sentence_and_code_2(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        create_window(argv)
    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_that_the_command_line_wins_over_what_was_used_last() -> None:
    last = (DataRequest("digits"), Settings(n_hidden=77, learning_rate=0.7, seed=5))

    def chosen(*argv: str) -> tuple[DataRequest, Settings]:
        return run_of(make_parser().parse_args(argv), last)

    assert chosen() == last
    assert chosen("--hidden", "9")[1] == last[1].replace(n_hidden=9)
    data, settings = chosen("--dataset", "xor")
    assert (data, settings.n_hidden, settings.seed) == (DataRequest("xor"), 8, 5)
    gone = (DataRequest("gone"), last[1])
    assert run_of(make_parser().parse_args([]), gone) == (DataRequest("mnist"), Settings())
    with pytest.raises(DatasetError, match="mnist"):
        chosen("--dataset", "nonsense")


def test_that_a_file_can_be_named_on_the_command_line(tmp_path: Path, qtbot: Any) -> None:
    table = tmp_path / "own.csv"
    table.write_text("a;b;label\n" + "1,5;2;x\n2;3;y\n" * 10, encoding="utf-8")
    window = create_window(["--dataset", str(table), "--hidden", "3"])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(
        lambda: window.frame is not None and window.frame.state is State.PAUSED, timeout=60_000
    )
    frame = window.frame
    assert frame is not None
    assert frame.dataset is not None
    assert (frame.dataset_name, frame.dataset.title) == (str(table), "own.csv")
    assert (frame.network.n_inputs, frame.network.n_hidden, frame.network.n_outputs) == (3, 3, 1)
    window.close()


def weights_in(folder: Path, n_hidden: int) -> Path:
    """A file of start weights for xor, all of them a half."""
    path = folder / "weights.npz"
    np.savez(path, W1=np.full((n_hidden, 3), 0.5), W2=np.full((1, n_hidden), 0.5))
    return path


def test_that_start_weights_can_be_named_on_the_command_line(
    tmp_path: Path, qtbot: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    path = weights_in(tmp_path, 4)
    argv = ["--dataset", "xor", "--weights", str(path)]
    window = create_window(argv)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: standing(window), timeout=60_000)
    frame = window.frame
    assert frame is not None
    assert (frame.network.W1.shape, frame.step) == ((4, 3), 0)
    assert (frame.network.W1 == 0.5).all()
    assert window.last_weights() == str(path)
    window.close()
    for more in (
        ["--hidden", "5"],
        ["--dataset", "mnist"],
        ["--weights", "gone.npz"],
        ["--weights", __file__],
    ):
        with pytest.raises(SystemExit) as caught:
            create_window([*argv, *more])
        assert caught.value.code == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_that_sub_commands_go_to_the_command_line_module(monkeypatch: Any) -> None:
    from types import SimpleNamespace

    seen: list[list[str]] = []
    fake = SimpleNamespace(main=lambda argv: seen.append(argv) or 7)
    monkeypatch.setattr(app_module.importlib, "import_module", lambda name: fake)
    assert main(["train", "--steps", "5"]) == 7
    assert seen == [["train", "--steps", "5"]]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QSettings:
    made = QSettings(str(tmp_path / "bpviz.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr("bpviz.ui.window.preferences.QSettings", lambda *_: made)
    for name in ("excepthook",):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr("threading.excepthook", __import__("threading").excepthook)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    return made


def test_that_main_remembers_the_run_and_says_nothing(
    qtbot: Any, store: QSettings, capfd: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    def act(hidden: int, expected: int) -> None:
        window = next(
            w for w in QApplication.topLevelWidgets()
            if isinstance(w, MainWindow) and w.isVisible()
        )  # fmt: skip
        assert window.toolbar.hidden_size_edit.value() == expected
        window.toolbar.hidden_size_edit.setValue(hidden)
        window.close()

    QTimer.singleShot(300, lambda: act(11, 8))
    assert main(["--dataset", "xor"]) == 0
    QTimer.singleShot(300, lambda: act(12, 11))
    assert main([]) == 0
    assert '"n_hidden": 12' in str(store.value("run"))
    assert not store.value("geometry").isEmpty()
    said = capfd.readouterr()
    assert said.out == ""
    assert [x for x in said.err.splitlines() if "propagateSizeHints" not in x] == []


@pytest.mark.parametrize("kept", ["overview", "explore"])
def test_that_a_presentation_goes_on_in_another_language_with_a_layout_that_was_kept(
    tmp_path: Path, kept: str
) -> None:
    """In a process of its own, which Qt ends where layouts are restored one upon the other."""
    script = f"""
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from bpviz import app
import bpviz.ui.window.preferences as preferences

store = QSettings({str(tmp_path / "bpviz.ini")!r}, QSettings.Format.IniFormat)
preferences.QSettings = lambda *_: store

def shown():
    return next(w for w in QApplication.topLevelWidgets()
                if w.objectName() == "main_window" and w.isVisible())

def trigger(name):
    shown().findChild(QAction, "action_" + name).trigger()

def end(first):
    window = shown()
    if window is first:  # the other one is not there yet
        return QTimer.singleShot(50, lambda: end(first))
    print(window.actions_of_view.present.isChecked(), window.docks.layout_name(),
          window.docks.whole(), window.messages.isVisible(), flush=True)
    window.close()

def present():
    trigger("layout_{kept}")
    trigger("present")
    trigger("layout_explore")
    window = shown()
    window.docks.make_whole("weights1_panel")

def begin():
    present()
    QTimer.singleShot(500, lambda: trigger("language_de"))
    QTimer.singleShot(600, lambda first=shown(): end(first))

watch = app._catch_everything
begun = []
def hook(window):
    watch(window)
    if not begun:
        begun.append(True)
        QTimer.singleShot(1000, begin)
        QTimer.singleShot(20_000, QApplication.quit)
app._catch_everything = hook
raise SystemExit(app.main(["--dataset", "xor", "--language", "en"]))
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment, timeout=90
    )
    assert (ran.returncode, ran.stdout) == (0, "True explore weights1_panel False\n"), ran


def test_that_main_starts_with_damaged_preferences_and_says_so(
    qtbot: Any, store: QSettings, monkeypatch: Any
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    store.setValue("run", "[" * 100_000)
    said: list[str] = []

    def act() -> None:
        window = next(
            w for w in QApplication.topLevelWidgets()
            if isinstance(w, MainWindow) and w.isVisible()
        )  # fmt: skip
        said.append(window.messages.message())
        window.close()

    QTimer.singleShot(300, act)
    assert main(["--dataset", "xor"]) == 0
    assert "damaged" in said[0]
    assert '"n_hidden"' in str(store.value("run"))


def test_that_main_begins_with_the_weights_used_last_and_says_when_they_are_gone(
    qtbot: Any, store: QSettings, monkeypatch: Any, tmp_path: Path
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    path = weights_in(tmp_path, 4)
    said: list[tuple[str, str]] = []

    def act() -> None:
        window = next(
            w for w in QApplication.topLevelWidgets()
            if isinstance(w, MainWindow) and w.isVisible()
        )  # fmt: skip
        said.append((window.last_weights(), window.messages.message()))
        window.close()

    def started(*argv: str) -> tuple[str, str]:
        QTimer.singleShot(300, act)
        assert main(list(argv)) == 0
        return said[-1]

    assert started("--dataset", "xor", "--weights", str(path)) == (str(path), "")
    assert started() == (str(path), "")
    assert started("--dataset", "moons") == ("", "")
    assert started("--dataset", "xor", "--weights", str(path)) == (str(path), "")
    path.unlink()
    weights, words = started()
    assert weights == ""
    assert "cannot be used; weights are drawn instead. " in words
    assert "weights.npz does not exist" in words
    run = json.loads(str(store.value("run")))
    store.setValue("run", json.dumps({**run, "weights": "/home/me/run.bpviz"}))
    weights, words = started()
    assert (weights, "Open that run to go on with it." in words) == ("", True)


def test_that_preferences_that_cannot_be_stored_are_said_once(
    qtbot: Any, store: QSettings, monkeypatch: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(store, "status", lambda: QSettings.Status.AccessError)

    def act() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                window.close()

    QTimer.singleShot(300, act)
    assert main(["--dataset", "xor"]) == 0
    said = [x for x in capfd.readouterr().err.splitlines() if "propagateSizeHints" not in x]
    assert len(said) == 1
    assert "cannot be saved" in said[0]


def test_that_the_first_start_begins_with_the_welcome_page_and_no_other_does(
    qtbot: Any, store: QSettings, monkeypatch: Any
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    seen: list[tuple[bool, bool]] = []

    def act(*, advice: bool) -> None:
        window = next(
            w for w in QApplication.topLevelWidgets()
            if isinstance(w, MainWindow) and w.isVisible()
        )  # fmt: skip
        seen.append((window.welcome.isVisible(), window.actions_of_view.advice.isChecked()))
        window.actions_of_view.advice.setChecked(advice)
        window.close()

    for advice in (False, True):
        QTimer.singleShot(300, lambda on=advice: act(advice=on))
        assert main([]) == 0
    store.clear()
    QTimer.singleShot(300, lambda: act(advice=True))
    assert main(["--dataset", "mnist"]) == 0
    assert seen == [(True, True), (False, False), (False, True)]
