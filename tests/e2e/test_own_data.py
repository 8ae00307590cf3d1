"""A person's own data, from the file to the trained network, and what cannot be opened."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from bpviz.datasets import load
from bpviz.training.events import State
from bpviz.ui.window.open_data.import_dialog import ImportDialog
from tests.datasets.own_files import idx, write
from tests.e2e.conftest import Person

Make = Callable[..., Person]

GERMAN = "Länge;Breite;Sorte\n" + "".join(
    f"{i % 12},5;{i % 7},25;{'groß' if i % 12 > 5 else 'klein'}\n" for i in range(120)
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write(tmp_path / "messung.csv", GERMAN, "latin-1")


def dialog_of(someone: Person) -> ImportDialog:
    def there() -> list[ImportDialog]:
        return [d for d in someone.window.findChildren(ImportDialog) if d.isVisible()]

    someone.qtbot.waitUntil(lambda: len(there()) == 1 and not there()[0].busy, timeout=20_000)
    return there()[0]


def open_by_menu(someone: Person, path: Path) -> None:
    someone.trigger("action_open_data")
    asking = someone.window.findChild(QFileDialog)
    assert isinstance(asking, QFileDialog)
    asking.fileSelected.emit(str(path))
    asking.reject()


def drop(someone: Person, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place = QPointF(someone.window.rect().center())
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, left, plain)
    QApplication.sendEvent(someone.window.windowHandle(), event)


def press_enter(someone: Person, dialog: ImportDialog) -> None:
    someone.qtbot.keyClick(dialog, Qt.Key.Key_Return)


def say(someone: Person, words: str) -> None:
    """Wait until the message bar says that."""
    messages = someone.window.messages
    someone.qtbot.waitUntil(lambda: words in messages.message(), timeout=20_000)


def running(someone: Person) -> int:
    """Begin to run; return how far it is."""
    someone.wait_for(State.PAUSED)
    someone.trigger("action_run")
    return someone.wait(lambda f: f.state is State.RUNNING and f.step > 0).step


@pytest.mark.parametrize("way", [open_by_menu, drop])
def test_that_a_german_table_is_opened_and_learned(person: Make, table: Path, way: Any) -> None:
    someone = person("--dataset", "xor")
    someone.wait_for(State.PAUSED)
    way(someone, table)
    press_enter(someone, dialog_of(someone))
    frame = someone.wait(lambda f: f.dataset_name == str(table) and f.state is State.PAUSED)
    assert frame.dataset is not None
    np.testing.assert_array_equal(frame.dataset.X, load(table).X)
    assert frame.dataset.class_names == ("groß", "klein")
    assert (frame.dataset.n_samples, frame.network.n_inputs) == (96, 2 + 1)
    someone.trigger("action_run")
    frame = someone.wait(lambda f: f.test_scan is not None and f.test_scan.accuracy == 1.0)
    assert frame.step > 0


def test_that_the_dialog_promises_the_scaling_that_fits_the_output_activation(
    person: Make, tmp_path: Path
) -> None:
    path = write(
        tmp_path / "curve.csv", "a,y\n" + "".join(f"{i % 7}.5,{i}.25\n" for i in range(40))
    )
    someone = person("--dataset", "xor", "--sigma1", "tanh", "--sigma2", "tanh")
    someone.wait_for(State.PAUSED)
    open_by_menu(someone, path)
    dialog = dialog_of(someone)
    assert "scaled to -0.8 … 0.8" in someone.find("import_plan").text()
    press_enter(someone, dialog)
    frame = someone.wait(lambda f: f.dataset_name == str(path) and f.state is State.PAUSED)
    assert frame.dataset is not None
    assert frame.dataset.Y.min() == pytest.approx(-0.8)


def test_that_a_regression_bound_to_the_origin_is_said_in_the_setup(
    person: Make, tmp_path: Path
) -> None:
    path = write(
        tmp_path / "curve.csv", "a,y\n" + "".join(f"{i % 7}.5,{i}.25\n" for i in range(40))
    )
    options = ("--dataset", str(path), "--sigma1", "tanh", "--sigma2", "identity")
    for constant, said in (("--no-constant", True), ("--constant", False)):
        someone = person(*options, constant)
        someone.wait_for(State.PAUSED)
        words = someone.find("setup_description")
        someone.qtbot.waitUntil(lambda words=words: "a, standardised" in words.text())
        assert ("goes through the origin" in words.text()) == said


def test_that_choices_of_the_dialog_reach_the_network(person: Make, table: Path) -> None:
    someone = person("--dataset", "xor")
    someone.wait_for(State.PAUSED)
    open_by_menu(someone, table)
    dialog = dialog_of(someone)
    someone.find("import_constant_edit").click()
    press_enter(someone, dialog)
    frame = someone.wait(lambda f: f.dataset_name == str(table) and f.state is State.PAUSED)
    assert frame.network.n_inputs == 2  # the constant is there unless it is switched off
    assert frame.dataset is not None
    assert frame.dataset.constant is None


def bad_files(folder: Path) -> dict[str, Path]:
    pictures = folder / "train-images-idx3-ubyte"
    pictures.write_bytes(idx(np.zeros((5, 4, 4), dtype=np.uint8))[:-9])
    (folder / "train-labels-idx1-ubyte").write_bytes(idx(np.arange(5, dtype=np.uint8)))
    np.savez(folder / "objects.npz", X=np.array([{}, {}]), y=np.arange(2))
    (folder / "cut.csv.gz").write_bytes(gzip.compress(GERMAN.encode())[:-9])
    (folder / "empty.csv").touch()
    (folder / "empty").mkdir()
    return {
        "is a device, not a file": Path("/dev/zero"),
        "does not exist": folder / "gone.csv",
        "its header announces 96 bytes": pictures,
        "pickled Python objects": folder / "objects.npz",
        "are truncated": folder / "cut.csv.gz",
        "is empty": folder / "empty.csv",
        "subfolders with pictures": folder / "empty",
    }


def test_that_bad_files_are_refused_while_the_run_goes_on(person: Make, tmp_path: Path) -> None:
    someone = person("--dataset", "digits")
    running(someone)
    for words, path in bad_files(tmp_path).items():
        drop(someone, path)
        if words.startswith("its header"):  # found only when all of it is read
            press_enter(someone, dialog_of(someone))
        say(someone, words)
        step = someone.frame.step
        frame = someone.wait(lambda f, step=step: f.step > step + 1000)  # type: ignore[misc]
        assert (frame.dataset_name, frame.state, frame.run) == ("digits", State.RUNNING, 1)
    assert someone.find("dataset_edit").currentData() == "digits"


def test_that_a_recent_file_that_was_spoiled_leaves_the_run_running(
    person: Make, table: Path
) -> None:
    someone = person("--dataset", str(table))
    someone.wait_for(State.PAUSED)
    choice = someone.find("dataset_edit")
    choice.setCurrentIndex(choice.findData("iris"))
    someone.wait(lambda f: f.dataset_name == "iris" and f.state is State.PAUSED)
    someone.trigger("action_run")
    step = someone.wait(lambda f: f.state is State.RUNNING and f.step > 0).step
    write(table, GERMAN + "1,5;2,5\n", "latin-1")
    someone.find("recent_menu").actions()[0].trigger()
    say(someone, "(line 122) is 2, in the first row it is")
    frame = someone.wait(lambda f: f.state is State.RUNNING and f.step > step)
    assert frame.dataset_name == "iris"
    assert choice.currentData() == "iris"


def test_that_a_large_file_shows_progress_and_can_be_cancelled(
    person: Make, tmp_path: Path
) -> None:
    large = tmp_path / "large.csv"
    with large.open("w") as stream:
        stream.write("a,b,c,t\n")
        block = "".join(f"{i}.125,{i % 17}.5,{i % 5},{i % 3}\n" for i in range(10_000))
        for _ in range(300):
            stream.write(block)
    someone = person("--dataset", "digits")
    running(someone)
    open_by_menu(someone, large)
    press_enter(someone, dialog_of(someone))
    frame = someone.wait(
        lambda f: f.state is State.LOADING and f.progress is not None and f.progress.fraction > 0.02
    )
    assert frame.progress is not None
    assert "large.csv" in frame.progress.what
    step = frame.step
    someone.press(Qt.Key.Key_Escape)
    frame = someone.wait(lambda f: f.state is State.RUNNING and f.step > step)
    assert (frame.dataset_name, frame.run, frame.progress) == ("digits", 1, None)
    assert someone.find("dataset_edit").currentData() == "digits"
