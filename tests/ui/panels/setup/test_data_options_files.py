"""Files among the data sets of the setup."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from bpviz.datasets import DataRequest
from bpviz.training.events import State
from bpviz.training.settings import Settings
from tests.ui.conftest import Stage
from tests.ui.frames import make_table
from tests.ui.panels.setup.data_stage import choose, own, shows


def test_that_a_file_stands_by_its_name_and_is_explained_by_what_was_read(stage: Stage) -> None:
    stage.request.open(DataRequest("/home/me/own.csv"))
    assert stage.child("dataset_edit").currentText() == "own.csv"
    assert not stage.child("setup_description").isVisible()
    assert stage.child("setup_shape").text() == "– → 32 → –"
    own(stage, "/home/me/own.csv", "A table of 9 rows & <b>columns</b>.")
    description = stage.child("setup_description")
    assert description.isVisible()
    assert description.text() == "A table of 9 rows & <b>columns</b>."
    assert description.textFormat() is Qt.TextFormat.PlainText
    assert stage.child("setup_shape").text() == "3 → 32 → 1"
    assert "/home/me/own.csv" in stage.child("dataset_edit").toolTip()
    assert shows(stage) == set()


def test_that_the_stopping_window_of_a_file_is_known_once_it_is_loaded(stage: Stage) -> None:
    stage.child("stopping_edit").setChecked(True)
    own(stage, "/home/me/own.csv")
    assert stage.child("stopping_window_edit").value() == 20_000


def test_that_files_of_this_session_stay_with_what_was_chosen_about_them(stage: Stage) -> None:
    first = own(stage, "/a/one.csv", target=("y",))
    own(stage, "/a/two.csv")
    choose(stage, "moons")
    choose(stage, "/a/one.csv")
    assert stage.request.data == first
    assert stage.child("setup_description").isVisible() is False  # not loaded again yet


def test_that_a_file_that_could_not_be_loaded_is_not_offered_again(stage: Stage) -> None:
    stage.offer(step=7)
    stage.request.open(DataRequest("/a/broken.csv"))
    box = stage.child("dataset_edit")
    assert box.findData("/a/broken.csv") >= 0
    stage.offer(step=7, data_request=DataRequest("mnist"), settings=Settings())
    assert box.currentData() == "mnist"
    assert box.findData("/a/broken.csv") < 0


def test_that_one_file_by_two_paths_is_offered_once(stage: Stage) -> None:
    own(stage, "/a/b/../own.csv")
    own(stage, "/a/own.csv")
    assert list(stage.request.files) == ["/a/own.csv"]


def test_that_a_frame_of_the_run_before_tells_nothing_of_a_file(stage: Stage) -> None:
    own(stage, "/a/one.csv", "The first.")
    stage.request.open(DataRequest("/a/two.csv"))
    stage.offer(
        step=0, data_request=DataRequest("/a/one.csv"), acknowledged=0, state=State.PAUSED,
        dataset=make_table(),
    )  # fmt: skip
    assert not stage.child("setup_description").isVisible()


def test_that_a_kind_of_file_brings_the_hidden_size_and_rate_that_suit_it(
    stage: Stage, tmp_path: Any
) -> None:
    table = tmp_path / "own.csv"
    table.write_text("a,b,label\n1,2,x\n2,1,y\n", encoding="utf-8")
    choose(stage, "xor")
    stage.request.open(DataRequest(str(table)))
    run = stage.new_runs()[-1]
    assert run.reload
    assert (run.settings.n_hidden, run.settings.learning_rate) == (16, 0.1)
    stage.child("hidden_size_edit").setValue(5)
    stage.request.open(DataRequest.of(str(table), target="a"))
    assert stage.new_runs()[-1].settings.n_hidden == 5  # the person's own, for the same file
