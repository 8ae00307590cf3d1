"""Opening own data by the File menu: a file, a folder, a recent one, the one at hand otherwise."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from bpviz.datasets import DataRequest
from bpviz.datasets.request import Scaling
from bpviz.training.commands import NewRun
from bpviz.training.events import State
from bpviz.training.infos import DocumentInfo
from bpviz.ui.core.theme import DARK
from bpviz.ui.window.actions.file_actions import MOST_RECENT
from bpviz.ui.window.open_data.import_dialog import ImportDialog, preview_worker
from tests.datasets.own_files import write
from tests.ui.conftest import Stage
from tests.ui.frames import make_table

TABLE = "a;b;t\n" + "".join(f"{i},5;{i % 4};{i % 2}\n" for i in range(12))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write(tmp_path / "messung.csv", TABLE)


def dialog_of(stage: Stage) -> ImportDialog:
    """Wait for the import dialog."""

    def there() -> list[ImportDialog]:
        return [d for d in stage.window.findChildren(ImportDialog) if d.isVisible()]

    stage.qtbot.waitUntil(lambda: len(there()) == 1)
    return there()[0]


def no_dialog(stage: Stage) -> bool:
    return not any(d.isVisible() for d in stage.window.findChildren(ImportDialog))


def open_by_menu(stage: Stage, action: str, path: Path) -> None:
    """Choose `path` in the file dialog that an action opens."""
    stage.child(action).trigger()
    asking = stage.window.findChild(QFileDialog)
    assert isinstance(asking, QFileDialog)
    stage.qtbot.waitUntil(asking.isVisible)
    asking.fileSelected.emit(str(path))
    asking.reject()


def recent(stage: Stage) -> list[QAction]:
    menu = stage.child("recent_menu")
    assert isinstance(menu, QMenu)
    return menu.actions()


def test_that_a_file_from_the_menu_is_opened_by_its_dialog(stage: Stage, table: Path) -> None:
    open_by_menu(stage, "action_open_data", table)
    dialog = dialog_of(stage)
    assert stage.new_runs() == []
    dialog.accept()
    assert stage.new_runs() == [
        NewRun(DataRequest(str(table)), stage.request.settings, reload=True)
    ]
    assert stage.request.data == DataRequest(str(table))


def test_that_the_keys_open_the_file_dialog(stage: Stage) -> None:
    assert stage.child("action_open_data").shortcut().toString() == "Ctrl+O"
    file_menu = stage.window.menuBar().actions()[0].menu()
    assert isinstance(file_menu, QMenu)
    names = [action.objectName() for action in file_menu.actions() if not action.isSeparator()]
    assert names[:3] == ["action_new_run", "action_open_data", "action_open_folder"]
    assert names[-1] == "action_quit"


def test_that_a_folder_is_asked_for_as_one(stage: Stage, tmp_path: Path) -> None:
    stage.child("action_open_folder").trigger()
    asking = stage.window.findChild(QFileDialog)
    assert isinstance(asking, QFileDialog)
    assert asking.fileMode() is QFileDialog.FileMode.Directory
    asking.reject()


def test_that_the_run_goes_on_behind_the_dialog(stage: Stage, table: Path) -> None:
    stage.window.own_data.look_at_source(str(table))
    dialog = dialog_of(stage)
    stage.offer(step=9, state=State.RUNNING)
    assert stage.window.frame is not None
    assert stage.window.frame.step == 9
    assert dialog.isVisible()
    dialog.reject()
    assert stage.new_runs() == []
    assert stage.request.data == DataRequest("mnist")


def test_that_another_file_takes_the_place_of_the_one_asked_about(
    stage: Stage, table: Path, tmp_path: Path
) -> None:
    stage.window.own_data.look_at_source(str(table))
    dialog_of(stage)
    other = write(tmp_path / "other.csv", TABLE)
    stage.window.own_data.look_at_source(str(other))
    assert no_dialog(stage)
    assert "other.csv" in dialog_of(stage).windowTitle()


# ---- what cannot be opened


@pytest.mark.parametrize(
    ("name", "contents", "words"),
    [
        ("gone.csv", None, "does not exist"),
        ("empty.csv", b"", "is empty"),
        ("book.xlsx", b"PK\x03\x04" + bytes(60), "Save a sheet of it as CSV."),
        ("binary.csv", bytes(range(256)) * 9, "which does not occur in text"),
        ("cut.csv.gz", b"\x1f\x8b\x08\x00\x00\x00", "damaged"),
        ("folder", "a folder", "subfolders with pictures (PNG or JPEG): 0."),
    ],
)
def test_that_what_cannot_be_opened_is_told_and_the_run_stays(
    stage: Stage, tmp_path: Path, name: str, contents: bytes | str | None, words: str
) -> None:
    path = tmp_path / name
    if isinstance(contents, str):
        path.mkdir()
    elif contents is not None:
        path.write_bytes(contents)
    stage.window.own_data.look_at_source(str(path))
    stage.qtbot.waitUntil(lambda: bool(stage.window.messages.message()))
    assert words in stage.window.messages.message()
    assert no_dialog(stage)
    assert stage.new_runs() == []
    assert stage.child("dataset_edit").currentData() == "mnist"


def test_that_a_device_is_refused_in_no_time(stage: Stage) -> None:
    stage.window.own_data.look_at_source("/dev/zero")
    stage.qtbot.waitUntil(lambda: bool(stage.window.messages.message()))
    assert "is a device, not a file" in stage.window.messages.message()


def test_that_the_next_file_takes_the_refusal_away(
    stage: Stage, table: Path, tmp_path: Path
) -> None:
    stage.window.own_data.look_at_source(str(tmp_path / "gone.csv"))
    stage.qtbot.waitUntil(lambda: bool(stage.window.messages.message()))
    stage.window.own_data.look_at_source(str(table))
    dialog_of(stage)
    assert stage.window.messages.message() == ""


def test_that_a_file_on_a_slow_disk_is_looked_at_beside_the_window(
    stage: Stage, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = threading.Event()
    real = preview_worker.look_at

    def slow(request: DataRequest) -> preview_worker.ImportPreview:
        answered.wait(20)
        return real(request)

    monkeypatch.setattr(preview_worker, "look_at", slow)
    stage.window.own_data._long.setInterval(0)
    stage.window.own_data.look_at_source(str(table))
    stage.qtbot.waitUntil(lambda: "Reading messung.csv" in stage.window.messages.message())
    stage.offer(step=8)  # the window lives
    assert stage.child("status_step").text() == "step 8"
    answered.set()
    dialog_of(stage)
    assert stage.window.messages.message() == ""


# ---- what was open before


def test_that_data_is_recent_once_it_is_really_there(stage: Stage, tmp_path: Path) -> None:
    wanted = DataRequest(str(tmp_path / "a.csv"), scaling=Scaling.UNIT)
    data = make_table()
    stage.offer(data_request=wanted, state=State.LOADING)
    assert recent(stage) == []
    stage.offer(dataset_loaded=False, data_request=wanted, state=State.FAILED, run=2)
    assert recent(stage) == []
    stage.offer(dataset=data, data_request=wanted, run=3)
    assert [action.text() for action in recent(stage)] == ["a.csv"]
    assert stage.window.own_data.actions.recent() == [wanted]
    stage.offer(dataset=data, data_request=DataRequest("xor"), run=4)
    assert stage.window.own_data.actions.recent() == [wanted]


def test_that_recent_data_is_opened_again_with_its_choices(stage: Stage, tmp_path: Path) -> None:
    wanted = DataRequest(str(tmp_path / "a & b.csv"), seed=5, target=("t",), inputs=("a",))
    stage.window.own_data.actions.set_recent([wanted])
    (action,) = recent(stage)
    assert action.text() == "a && b.csv"
    assert action.toolTip() == wanted.source
    action.trigger()
    assert [run.data for run in stage.new_runs()] == [wanted]
    assert stage.new_runs()[0].reload


def test_that_the_newest_stands_first_once_and_the_oldest_goes(stage: Stage) -> None:
    data = make_table()
    for i in range(MOST_RECENT + 3):
        stage.offer(dataset=data, data_request=DataRequest(f"/d/{i}.csv"), run=i + 2)
    stage.offer(dataset=data, data_request=DataRequest("/d/7.csv", seed=1), run=99)
    sources = [request.source for request in stage.window.own_data.actions.recent()]
    assert sources[:2] == ["/d/7.csv", "/d/12.csv"]
    assert len(sources) == len(set(sources)) == MOST_RECENT
    assert stage.window.own_data.actions.recent()[0].seed == 1


def test_that_of_a_run_that_is_opened_the_file_is_recent_and_not_its_data(stage: Stage) -> None:
    asked = DataRequest("/elsewhere/a.csv")
    opened = DocumentInfo("/d/run.bpviz", opened=1)
    stage.offer(dataset=make_table(), data_request=asked, document=opened, run=2)
    assert [action.text() for action in recent(stage)] == ["run.bpviz"]
    stage.offer(dataset=make_table(), data_request=asked, run=3)  # begun anew here
    assert [action.text() for action in recent(stage)] == ["a.csv", "run.bpviz"]


def test_that_a_path_is_kept_from_wherever_the_program_was_started(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    stage.offer(dataset=make_table(), data_request=DataRequest("./a.csv"), run=2)
    assert stage.window.own_data.actions.recent() == [DataRequest(str(tmp_path / "a.csv"))]


def test_that_the_menu_of_recent_data_is_off_while_there_is_none(stage: Stage) -> None:
    assert not stage.child("recent_menu").isEnabled()
    stage.window.own_data.actions.set_recent([DataRequest("/a.csv")])
    assert stage.child("recent_menu").isEnabled()


# ---- the data at hand


def test_that_the_options_of_a_file_at_hand_can_be_chosen_otherwise(
    stage: Stage, table: Path
) -> None:
    options = stage.child("action_import_options")
    assert not options.isEnabled()
    chosen = DataRequest.of(str(table), target="a", seed=3)
    stage.request.open(chosen)
    assert options.isEnabled()
    options.trigger()
    dialog = dialog_of(stage)
    seed: Any = dialog.findChild(QWidget, "import_seed_edit")
    assert seed.value() == 3
    assert dialog.columns.selected() == [0]
    seed.setValue(4)
    stage.clear()
    dialog.accept()
    stage.qtbot.waitUntil(lambda: bool(stage.new_runs()))
    request = stage.new_runs()[0].data
    assert (request.seed, request.target, request.inputs) == (4, ("a",), ("b", "t"))
    stage.request.choose(DataRequest("xor"))
    assert not options.isEnabled()


def test_that_the_data_at_hand_can_be_read_again(stage: Stage, table: Path) -> None:
    stage.request.open(DataRequest(str(table), seed=3))
    stage.clear()
    stage.child("action_reload_data").trigger()
    assert [(run.data.seed, run.reload) for run in stage.new_runs()] == [(3, True)]


def test_that_the_editors_go_back_where_a_file_could_not_be_loaded(
    stage: Stage, table: Path
) -> None:
    stage.window.own_data.look_at_source(str(table))
    dialog_of(stage).accept()
    assert stage.child("dataset_edit").currentData() == str(table)
    before = DataRequest("mnist")
    stage.offer(data_request=before, state=State.LOADING)
    assert stage.child("dataset_edit").currentData() == str(table)
    stage.offer(data_request=before, acknowledged=len(stage.mailbox.posted))
    assert stage.child("dataset_edit").currentData() == "mnist"
    assert stage.request.data == before


def test_that_a_theme_reaches_an_open_dialog(stage: Stage, table: Path) -> None:
    stage.window.own_data.look_at_source(str(table))
    dialog = dialog_of(stage)
    stage.look.set_mode("dark")
    assert dialog.columns.palette().base().color().name() == DARK.base
    stage.look.set_mode("light")


def test_that_closing_the_window_while_a_file_is_asked_about_ends_all(
    stage: Stage, table: Path
) -> None:
    stage.window.own_data.look_at_source(str(table))
    dialog_of(stage)
    stage.window.close()
    assert stage.trainer.ends == 1
