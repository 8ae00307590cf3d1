"""The run as a document: saved, opened, shared, and asked for before the window goes."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import segno
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from bpviz.datasets import DataRequest, Dataset, load
from bpviz.exchange import kept_places
from bpviz.training import Session, Settings
from bpviz.training.commands import (
    CopyRecipe,
    DeclineLeft,
    NewRun,
    OpenRun,
    Pause,
    SaveRun,
    SetSpeed,
)
from bpviz.training.infos import DataWanted, DocumentInfo, ExportInfo, LeftInfo
from bpviz.ui.core.selection import Selection
from tests.ui.conftest import Stage

BUTTON = QMessageBox.StandardButton


def dialog_of(stage: Stage) -> QFileDialog:
    found: list[QFileDialog] = stage.window.findChildren(QFileDialog, "save_dialog")
    return found[-1]


def choose(stage: Stage, path: Path) -> None:
    dialog = dialog_of(stage)
    dialog.fileSelected.emit(str(path))
    dialog.done(1)


def press_cross(stage: Stage) -> QMessageBox | None:
    """Close the window as a person does; return the question that is asked, if any."""
    # Qt tells the window system's wish to close from a call of `close` by how it comes.
    QCoreApplication.sendEvent(stage.window.windowHandle(), QCloseEvent())
    QCoreApplication.processEvents()
    found: Any = stage.window.findChildren(QMessageBox, "close_question")
    return found[-1] if found else None


def answer(box: QMessageBox, button: QMessageBox.StandardButton) -> None:
    box.button(button).click()
    QCoreApplication.processEvents()


def test_that_a_run_without_a_file_asks_for_one_and_says_that_it_is_saved(
    stage: Stage, tmp_path: Path
) -> None:
    path = tmp_path / "first.bpviz"
    stage.press(Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    assert stage.mailbox.asked(SaveRun) == []
    choose(stage, path)
    (asked,) = stage.mailbox.asked(SaveRun)
    assert (asked.path, asked.copy) == (str(path), False)
    number = len(stage.mailbox.posted)
    stage.offer(acknowledged=number, document=DocumentInfo(saving=True))
    assert "first" not in stage.child("status_state").text()
    stage.offer(acknowledged=number, document=DocumentInfo(str(path), saved=1))
    assert "first.bpviz" in stage.child("status_state").text()
    stage.clear()
    stage.press(Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [each.path for each in stage.mailbox.asked(SaveRun)] == [str(path)]
    stage.clear()
    stage.child("action_save_run_copy").trigger()
    choose(stage, tmp_path / "copy.bpviz")
    assert [each.copy for each in stage.mailbox.asked(SaveRun)] == [True]


def test_that_the_title_has_the_file_and_marks_what_is_not_saved(stage: Stage) -> None:
    assert stage.window.windowTitle().count("[*]") == 1
    for changed in (True, False):
        stage.offer(document=DocumentInfo("/there/lesson 3.bpviz", changed))
        assert stage.window.isWindowModified() is changed
        assert stage.window.windowTitle().startswith("lesson 3[*] · ")


def test_that_a_run_that_is_saved_or_was_only_looked_at_goes_unasked(stage: Stage) -> None:
    stage.offer(document=DocumentInfo(changed=False))
    assert press_cross(stage) is None
    assert not stage.window.isVisible()


@pytest.mark.parametrize("changed", [False, True])
def test_that_a_file_that_is_being_written_is_asked_about_in_the_same_question(
    stage: Stage, changed: bool
) -> None:
    info = DocumentInfo("/there/run.bpviz", changed)
    stage.offer(document=info, exporting=ExportInfo("/there/losses.csv", 0.3))
    box = press_cross(stage)
    assert box is not None
    assert "losses.csv is still being written" in box.informativeText()
    assert ("saved is lost" in box.informativeText()) is changed
    assert (box.button(BUTTON.Save) is not None) is changed
    answer(box, BUTTON.Cancel)
    assert stage.window.isVisible()
    stage.offer(document=dataclasses.replace(info, changed=False))  # it is written
    press_cross(stage)
    assert not stage.window.isVisible()


@pytest.mark.parametrize("changed", [False, True])
def test_that_runs_that_gave_way_and_are_not_saved_are_asked_about_too(
    stage: Stage, changed: bool
) -> None:
    stage.offer(document=DocumentInfo("/there/run.bpviz", changed, others=3))
    box = press_cross(stage)
    assert box is not None
    assert "lder runs" in box.text() + box.informativeText()
    assert ": 3." in box.informativeText()
    assert (box.button(BUTTON.Save) is not None) is changed  # which saves the run at hand alone
    assert box.defaultButton() is box.button(BUTTON.Save if changed else BUTTON.Cancel)
    answer(box, BUTTON.Cancel)
    assert stage.window.isVisible()
    box = press_cross(stage)
    assert box is not None
    answer(box, BUTTON.Discard)
    assert not stage.window.isVisible()


def test_that_whoever_closes_a_run_that_is_not_saved_is_asked_once(stage: Stage) -> None:
    stage.offer(document=DocumentInfo(changed=True))
    box = press_cross(stage)
    assert box is not None
    assert press_cross(stage) is box
    answer(box, BUTTON.Cancel)
    assert stage.window.isVisible()
    assert stage.trainer.ends == 0
    stage.child("action_quit").trigger()
    QCoreApplication.processEvents()
    again = stage.window.findChildren(QMessageBox, "close_question")[-1]
    answer(again, BUTTON.Discard)
    assert not stage.window.isVisible()
    assert stage.mailbox.asked(SaveRun) == []
    assert stage.trainer.ends == 1


@pytest.mark.parametrize(
    ("works", "saved"),
    [(True, 1), (False, 0), (False, 1)],  # the last: an earlier save has come to its end
)
def test_that_it_closes_when_it_is_saved_and_stays_when_that_fails(
    stage: Stage, works: bool, saved: int
) -> None:
    stage.offer(document=DocumentInfo("/there/run.bpviz", changed=True))
    box = press_cross(stage)
    assert box is not None
    assert "“run”" in box.text()
    answer(box, BUTTON.Save)
    kinds = [type(each) for each in stage.mailbox.asked()]
    assert kinds[-2:] == [Pause, SaveRun]  # else it would train on, and have changed again
    assert stage.window.isVisible()
    done = DocumentInfo("/there/run.bpviz", changed=not works, saved=saved)
    stage.offer(acknowledged=len(stage.mailbox.posted), document=done)
    assert stage.window.isVisible() is not works


def test_that_nobody_is_asked_by_a_program_that_closes_it(stage: Stage) -> None:
    stage.offer(document=DocumentInfo(changed=True))
    stage.window.close()
    assert not stage.window.isVisible()


def test_that_a_signal_that_closes_it_leaves_what_is_not_saved(stage: Stage) -> None:
    stage.window.close_unasked()
    assert stage.mailbox.unasked
    assert not stage.window.isVisible()


@pytest.mark.parametrize("answer_", ["back", "discard", "later"])
def test_that_what_a_program_left_is_offered_once_and_done_as_answered(
    stage: Stage, answer_: str
) -> None:
    left = LeftInfo("/state/autosave/7", "Iris · l = 8", 4100, 2, 1.7e9)
    for _ in range(3):
        stage.offer(left=(left,))
    (box,) = stage.window.findChildren(QMessageBox, "left_question")
    said = box.informativeText()
    assert "Iris · l = 8" in said
    assert "4 100" in said.replace("\u202f", " ")
    role = {
        "back": QMessageBox.ButtonRole.AcceptRole,
        "discard": QMessageBox.ButtonRole.DestructiveRole,
        "later": QMessageBox.ButtonRole.RejectRole,
    }[answer_]
    next(each for each in box.buttons() if box.buttonRole(each) == role).click()
    opened = [each.recovered for each in stage.mailbox.asked(OpenRun)]
    assert opened == (["/state/autosave/7"] if answer_ == "back" else [])
    declined = [each.path for each in stage.mailbox.asked(DeclineLeft)]
    assert declined == (["/state/autosave/7"] if answer_ == "discard" else [])
    stage.offer(left=(left,))
    QCoreApplication.processEvents()
    assert len([b for b in stage.window.findChildren(QMessageBox) if b.isVisible()]) == 0


def test_that_a_window_that_takes_over_neither_shows_the_view_nor_offers_again(
    stage: Stage, qtbot: Any
) -> None:
    left = LeftInfo("/state/autosave/7", "", None, 1, 1.7e9)
    stage.offer(left=(left,), acknowledged=9, document=DocumentInfo("/x.bpviz", opened=5))
    other = Stage(qtbot)
    other.window.document.take_over(stage.window.document)
    seen: list[object] = []
    other.window.document.opened.connect(seen.append)
    other.offer(left=(left,), acknowledged=9, document=DocumentInfo("/x.bpviz", opened=5))
    assert seen == []
    assert other.window.findChildren(QMessageBox, "left_question") == []
    other.end()


def test_that_it_asks_once_where_missing_data_is_and_opens_the_run_with_that(
    stage: Stage, tmp_path: Path
) -> None:
    wanted = DataWanted(1, "/there/run.bpviz", "", "/gone/table.csv")
    for _ in range(2):
        stage.offer(document=DocumentInfo(wanted=wanted))
    (box,) = stage.window.findChildren(QMessageBox, "data_question")
    assert "/gone/table.csv" in box.informativeText()
    accept = QMessageBox.ButtonRole.AcceptRole
    next(each for each in box.buttons() if box.buttonRole(each) == accept).click()
    dialog = stage.child("data_dialog")
    dialog.fileSelected.emit(str(tmp_path / "table.csv"))
    dialog.done(1)
    (asked,) = stage.mailbox.asked(OpenRun)
    assert (asked.path, asked.data) == ("/there/run.bpviz", str(tmp_path / "table.csv"))


def test_that_the_weights_of_a_run_whose_data_is_gone_can_begin_another(
    stage: Stage, sparse: Dataset, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.save(tmp_path / "run.bpviz")
    stage.offer(document=DocumentInfo(wanted=DataWanted(1, "", "bpviz1:x", "/gone/table.csv")))
    stage.offer(
        document=DocumentInfo(
            wanted=DataWanted(2, str(tmp_path / "run.bpviz"), "", "/gone/table.csv")
        )
    )
    recipe, file = stage.window.findChildren(QMessageBox, "data_question")
    words = [[each.text() for each in box.buttons()] for box in (recipe, file)]
    assert "Use weights alone" not in words[0]
    file.buttons()[words[1].index("Use weights alone")].click()
    stage.qtbot.waitUntil(lambda: stage.mailbox.asked(NewRun) != [])
    (asked,) = stage.mailbox.asked(NewRun)
    assert asked.weights is not None
    np.testing.assert_array_equal(asked.weights.network.W1, run.network.W1)
    assert asked.settings.n_hidden == 3


def test_that_one_of_all_the_weights_that_it_kept_can_be_chosen(
    stage: Stage, sparse: Dataset, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.advance(40_000)
    run.seek(20_000)
    run.set_learning_rate(0.7)
    run.advance(40_000)
    run.rename_branch(run.branch.number, "Branch 1")  # as the other one is called
    run.save(tmp_path / "run.bpviz")
    places = kept_places(str(tmp_path / "run.bpviz"))
    stage.window.own_data.read_weights(str(tmp_path / "run.bpviz"))
    stage.qtbot.waitUntil(lambda: stage.window.findChildren(QInputDialog) != [])
    (dialog,) = stage.window.findChildren(QInputDialog)
    words = dialog.comboBoxItems()
    assert len(words) == len(set(words)) == len(places) > 2
    assert stage.mailbox.asked(NewRun) == []
    (usual,) = (i for i, place in enumerate(places) if place.usual)
    assert dialog.textValue() == words[usual]
    at = next(i for i, place in enumerate(places) if place.step > 0 and not place.usual)
    dialog.setTextValue(words[at])
    dialog.accept()
    stage.qtbot.waitUntil(lambda: stage.mailbox.asked(NewRun) != [])
    (asked,) = stage.mailbox.asked(NewRun)
    assert asked.weights is not None
    there = run.network_at(places[at].branch, places[at].step)
    np.testing.assert_array_equal(asked.weights.network.W1, there.W1)
    assert asked.weights.name == f"run.bpviz @ {places[at].step}"


def test_that_a_saved_run_is_opened_at_once_and_offered_again(stage: Stage) -> None:
    stage.window.own_data.look_at_source("/there/run.bpviz")
    assert [each.path for each in stage.mailbox.asked(OpenRun)] == ["/there/run.bpviz"]
    stage.offer(acknowledged=99, document=DocumentInfo("/there/run.bpviz", opened=1))
    assert stage.window.own_data.actions.recent()[0] == DataRequest("/there/run.bpviz")
    stage.clear()
    stage.window.own_data.actions.recent_menu.actions()[0].trigger()
    assert [each.path for each in stage.mailbox.asked(OpenRun)] == ["/there/run.bpviz"]


def test_that_the_view_comes_back_with_it(stage: Stage) -> None:
    stage.child("action_layout_debug").trigger()
    stage.window.panel_set.select(Selection("W2", 1, 2))
    stage.window.toolbar.set_speed(20.0)
    view = json.dumps(stage.window.view_state())
    stage.child("action_layout_overview").trigger()
    stage.window.panel_set.select(None)
    stage.window.toolbar.set_speed(None)
    stage.clear()
    stage.offer(acknowledged=99, document=DocumentInfo("/x.bpviz", opened=3, view=view))
    assert stage.window.docks.layout_name() == "debug"
    assert stage.window.panel_set.selected == Selection("W2", 1, 2)
    assert [each.steps_per_second for each in stage.mailbox.asked(SetSpeed)] == [20.0]
    stage.child("action_layout_explore").trigger()
    stage.offer(acknowledged=99, document=DocumentInfo("/x.bpviz", opened=3, view=view))
    assert stage.window.docks.layout_name() == "explore"  # once, not with every frame


@pytest.mark.parametrize(
    "view",
    ["", "{}", '{"layout": 3}', '{"layout": "xx", "arrangement": 5, "speed": "fast"}',
     '{"weight": ["W3", 0, 0], "sample": [1]}', '{"speed": -1, "weight": ["W1", -1, 0]}'],
)  # fmt: skip
def test_that_a_view_that_means_nothing_changes_nothing(stage: Stage, view: str) -> None:
    before = stage.window.docks.layout_name()
    stage.offer(acknowledged=99, document=DocumentInfo("/x.bpviz", opened=4, view=view))
    assert stage.window.docks.layout_name() == before
    assert stage.mailbox.asked(SetSpeed) == []


def test_that_a_recipe_is_copied_as_soon_as_it_is_there_and_pasted(stage: Stage) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    stage.child("action_copy_recipe").trigger()
    assert len(stage.mailbox.asked(CopyRecipe)) == 1
    stage.offer(acknowledged=0, document=DocumentInfo(recipe="bpviz1:old"))
    assert clipboard.text() == ""
    number = len(stage.mailbox.posted)
    stage.offer(acknowledged=number, document=DocumentInfo(recipe="bpviz1:abc"))
    assert clipboard.text() == "bpviz1:abc"
    recipe = Session(Settings(n_hidden=2), load("xor")).recipe()
    clipboard.setText(f"  Look: {recipe[:30]}\n{recipe[30:]} ")
    stage.child("action_paste_recipe").trigger()
    (asked,) = stage.mailbox.asked(OpenRun)
    assert asked.recipe == f"Look: {recipe[:30]}\n{recipe[30:]}"
    clipboard.clear()
    stage.clear()
    stage.child("action_paste_recipe").trigger()
    assert stage.mailbox.asked(OpenRun) == []
    assert "no text" in stage.child("message_label").text()


@pytest.mark.parametrize("text", ["step 48 211", "bpviz1:xyz", "bpviz2:eJyr"])
def test_that_what_is_no_recipe_is_said_and_gives_up_nothing_that_is_under_way(
    stage: Stage, text: str
) -> None:
    QGuiApplication.clipboard().setText(text)
    stage.clear()
    stage.child("action_paste_recipe").trigger()
    assert stage.mailbox.posted == []
    assert "recipe" in stage.child("message_label").text()


def test_that_a_new_run_is_begun_by_its_key(stage: Stage) -> None:
    stage.press(Qt.Key.Key_N, modifier=Qt.KeyboardModifier.ControlModifier)
    assert len(stage.mailbox.asked(NewRun)) == 1


def test_that_a_recipe_is_shown_as_a_code_that_holds_it(stage: Stage) -> None:
    text = "bpviz1:" + "aZ9_-" * 130
    stage.child("action_recipe_code").trigger()
    stage.offer(acknowledged=len(stage.mailbox.posted), document=DocumentInfo(recipe=text))
    dialog = stage.child("recipe_code_dialog")
    stage.qtbot.waitUntil(dialog.isVisible)
    picture = stage.child("recipe_code").grab().toImage()
    modules = segno.make(text, error="l", boost_error=False, micro=False).matrix
    across = len(modules) + 8
    pixels = min(picture.width(), picture.height()) // across
    assert pixels >= 2
    left, top = (picture.width() - across * pixels) // 2, (picture.height() - across * pixels) // 2
    drawn = [
        [
            picture.pixelColor(
                left + int((x + 4.5) * pixels), top + int((y + 4.5) * pixels)
            ).lightness() < 128
            for x in range(len(modules))
        ]
        for y in range(len(modules))
    ]  # fmt: skip
    assert drawn == [[bool(dark) for dark in row] for row in modules]
    dialog.close()
    stage.child("action_recipe_code").trigger()
    long = DocumentInfo(recipe="bpviz1:" + "x" * 3000)
    stage.offer(acknowledged=len(stage.mailbox.posted), document=long)
    assert "QR code" in stage.child("message_label").text()
