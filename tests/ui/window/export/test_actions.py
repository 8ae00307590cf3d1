"""File → Export and the context menus: what is offered, asked for, and said when it is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from bpviz.datasets import Part
from bpviz.training.commands import CancelExport, Export
from bpviz.training.commands.exports import Exported
from bpviz.training.evaluation.results import Evaluations
from bpviz.training.infos import BranchInfo, ExportInfo, JournalInfo
from bpviz.training.journal.entries import RateChange
from bpviz.ui.core import counting
from bpviz.ui.window.export import progress
from bpviz.ui.window.message_bar import MessageBar
from tests.ui.conftest import Stage

NAMES = ("losses", "evaluations", "journal", "samples", "listed", "pairs", "weights", "script")


def enabled(stage: Stage) -> set[str]:
    return {name for name in NAMES if getattr(stage.window.exports, name).isEnabled()}


def dialog_of(stage: Stage) -> QFileDialog:
    found: list[QFileDialog] = stage.window.findChildren(QFileDialog, "export_dialog")
    return found[-1]


def test_that_only_what_there_is_can_be_written(stage: Stage) -> None:
    stage.offer(step=0, tip=0)
    assert enabled(stage) == {"samples", "listed", "weights", "script"}
    stage.offer(step=0, tip=9)
    assert enabled(stage) == {"samples", "listed", "weights", "script", "losses"}
    change = RateChange(3, 0.5)
    point = Evaluations(np.array([4]), np.array([0.5]), np.array([0.25]))
    stage.offer(
        step=7, tip=9, own_pairs=1, journal=(JournalInfo(3, change.words(), change),),
        train_curve=point,
    )  # fmt: skip
    assert enabled(stage) == set(NAMES)
    stage.offer(step=7, tip=9, exporting=ExportInfo("/x/l.csv", 0.5))
    assert enabled(stage) == set()


def test_that_nothing_can_be_written_before_there_is_data(fresh: Stage) -> None:
    assert enabled(fresh) == set()


@pytest.mark.parametrize("start", [0, 1])
def test_that_a_file_is_asked_for_by_a_name_that_says_what_it_is(
    stage: Stage, tmp_path: Path, start: int
) -> None:
    counting.count_from(start)
    stage.window.exports.losses.trigger()
    dialog = dialog_of(stage)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    (name,) = dialog.selectedFiles()
    rate = stage.window.frame.learning_rate  # type: ignore[union-attr]
    assert Path(name).name == f"losses mnist l32 λ{rate:.4g}.csv"
    assert dialog.nameFilters() == ["Table (CSV) (*.csv)", "NumPy arrays (NPZ) (*.npz)"]
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert Path(dialog.selectedFiles()[0]).name == f"losses mnist l32 λ{rate:.4g}.npz"
    path = str(tmp_path / "l.npz")
    dialog.fileSelected.emit(path)
    dialog.done(1)
    assert stage.mailbox.asked(Export) == [Export(Exported.LOSSES, path, start)]
    stage.window.exports.weights.trigger()  # where the last one went, with the step
    again = dialog_of(stage)
    assert again.directory().absolutePath() == str(tmp_path)
    assert Path(again.selectedFiles()[0]).name == f"weights mnist l32 λ{rate:.4g} step 7.npz"
    assert len(again.nameFilters()) == 4
    again.done(0)


def test_that_what_the_browser_lists_is_written_in_its_order(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = (Part.TEST, (4, 1))
    monkeypatch.setattr(stage.window.exports, "_listed", lambda: listed)
    for action, expected in (("listed", listed), ("samples", None)):
        stage.clear()
        getattr(stage.window.exports, action).trigger()
        dialog = dialog_of(stage)
        dialog.fileSelected.emit(str(tmp_path / "s.csv"))
        dialog.done(1)
        (command,) = stage.mailbox.asked(Export)
        assert command == Export(Exported.SAMPLES, str(tmp_path / "s.csv"), 0, expected)


def test_that_a_script_is_of_the_chosen_kind(stage: Stage, tmp_path: Path) -> None:
    for at, kind in enumerate(("numpy", "torch")):
        stage.clear()
        stage.window.exports.script.trigger()
        dialog = dialog_of(stage)
        assert Path(dialog.selectedFiles()[0]).suffix == ".py"
        dialog.selectNameFilter(dialog.nameFilters()[at])
        dialog.fileSelected.emit(str(tmp_path / "s.py"))
        dialog.done(1)
        path = str(tmp_path / "s.py")
        assert stage.mailbox.asked(Export) == [Export(Exported.SCRIPT, path, script=kind)]


def test_that_the_window_knows_what_the_browser_lists(stage: Stage) -> None:
    assert stage.window.panel_set.listed_samples() is None
    browser = stage.window.panel_set.browser
    frame = stage.offer(step=7, tip=9)
    browser.show_frame(frame)
    found = stage.window.panel_set.listed_samples()
    assert found is not None
    assert frame.dataset is not None
    assert found == (Part.TRAIN, tuple(range(frame.dataset.n_samples)))


def test_that_what_was_written_is_said_once_with_a_button_to_its_folder(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("bpviz.ui.window.message_bar.show_in_folder", shown.append)
    messages: MessageBar = stage.window.messages
    stage.offer(step=7, tip=9, exporting=ExportInfo(written=1, last="/x/l.csv"))
    assert messages.message() == "Written: l.csv"
    assert messages.folder.isVisible()
    assert not messages.details.isVisible()  # nothing went wrong
    stage.click(messages.folder)
    assert shown == ["/x/l.csv"]
    messages.dismiss()
    stage.offer(step=8, tip=9, exporting=ExportInfo(written=1, last="/x/l.csv"))
    assert messages.message() == ""
    stage.window.report("The disk is full.")
    assert not messages.folder.isVisible()
    assert messages.details.isVisible()
    stage.offer(step=8, tip=9, exporting=ExportInfo(written=2, last="/x/l.csv"))
    stage.offer(step=8, tip=9, exporting=ExportInfo(written=3, last="/y/j.csv"))
    assert messages.message() == "Written: j.csv"
    messages.dismiss()
    assert messages.message() == "The disk is full."  # and not the file before


def test_that_a_window_of_another_language_does_not_say_it_again(stage: Stage) -> None:
    exports = stage.window.exports
    exports._before = None
    stage.offer(step=7, tip=9, exporting=ExportInfo(written=4, last="/x/l.csv"))
    assert stage.window.messages.message() == ""


def test_that_a_long_one_shows_a_bar_by_which_it_is_given_up(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE_MS", 0)
    focus = stage.window.focusWidget()
    stage.offer(step=7, tip=9, exporting=ExportInfo("/x/l.csv", 0.1))
    bar = stage.child("export_progress")
    stage.offer(step=7, tip=9, exporting=ExportInfo("/x/l.csv", 0.25))
    stage.qtbot.waitUntil(bar.isVisible)
    assert (bar.value(), bar.maximum(), bar.labelText()) == (250, 1000, "Writing l.csv")
    assert not bar.isModal()
    assert stage.window.focusWidget() is focus
    stage.clear()
    bar.canceled.emit()
    assert stage.mailbox.asked() == [CancelExport()]
    stage.offer(step=7, tip=9)
    assert not bar.isVisible()
    assert stage.mailbox.asked() == [CancelExport()]  # its end is no wish of a person


def test_that_a_long_one_says_how_long_it_still_takes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    stage.offer(step=7, tip=9, exporting=ExportInfo("/x/l.csv", 0.0))
    bar = stage.child("export_progress")
    for seconds, fraction, words in (
        (20.0, 0.1, "Writing l.csv"),  # what comes before the first row counts for nothing
        (1.0, 0.2, "Writing l.csv"),
        (4.0, 0.6, "Writing l.csv, 4 s left"),  # half of it in 5 s
        (1.0, 0.7, "Writing l.csv, 3 s left"),
    ):
        now[0] += seconds
        stage.offer(step=7, tip=9, exporting=ExportInfo("/x/l.csv", fraction))
        assert bar.labelText() == words


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_that_context_menus_offer_the_same_actions_beside_copy_values(stage: Stage) -> None:
    exports, panels = stage.window.exports, stage.window.panel_set.panels
    loss: Any = panels["loss_panel"]
    menu = loss.plot.copy_menu()
    assert texts(menu)[:4] == ["Copy values", "Copy picture", "Watch", "Figure…"]
    assert menu.actions()[-2:] == [exports.losses, exports.evaluations]
    menu.deleteLater()
    branches: Any = panels["branches_panel"]
    notes = tuple(BranchInfo(number, f"Branch {number + 1}") for number in range(2))
    branches.show_frame(stage.offer(step=7, tip=9, branches=notes, branch=1))
    for numbers in ([1], [0], [0, 1]):  # of the current branch alone
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(branches.list, "selected_numbers", lambda chosen=numbers: chosen)
            menu = branches.build_menu()
        offered = exports.journal in menu.actions() and exports.losses in menu.actions()
        assert offered == (numbers == [1])
        menu.deleteLater()
    browser: Any = panels["browser_panel"]
    browser.show_frame(stage.offer(step=7, tip=9))
    menu = browser.build_menu(0)
    listed = ["Copy the list", "Watch", "Figure…", "Listed samples…", "Samples…"]
    assert texts(menu)[-5:] == listed
    menu.deleteLater()
    for name in ("gradients_panel", "evaluation_panel", "weights1_panel", "weights2_panel"):
        assert exports.offered_by(name)
        offered = [each for each in panels[name].export_actions if each.text() != "Watch"]
        assert offered[0].text() == "Figure…"
        assert offered[1:] == list(exports.offered_by(name))


def test_that_the_file_menu_has_all_of_them(stage: Stage) -> None:
    exports = stage.window.exports
    assert exports.menu.actions()[: len(exports.all)] == exports.all
    (file_menu, *_) = (action.menu() for action in stage.window.menuBar().actions())
    assert exports.menu.menuAction() in file_menu.actions()
    for action in exports.all:
        assert action.toolTip()
        assert action.objectName().startswith("action_export_")
