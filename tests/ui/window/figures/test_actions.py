"""Figures from menus: what is asked, what is written, what is said of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from bpviz.animation import Stretch
from bpviz.datasets import load
from bpviz.figure_files import WINDOW
from bpviz.training.commands import SaveRun
from bpviz.training.document.archive import write
from bpviz.training.session import Session
from bpviz.training.settings import Settings
from bpviz.ui.window.figures.animation_dialog import AnimationChoice
from bpviz.ui.window.figures.animation_job import AnimationJob
from bpviz.ui.window.figures.choice import FigureChoice, choice_kept
from bpviz.ui.window.figures.panel_state import bring_to, state_of
from tests.ui.conftest import Stage
from tests.ui.svgs import read_svg


def heard(stage: Stage) -> tuple[list[tuple[str, str]], list[str]]:
    """What is said of files that are written, and what is refused."""
    written: list[tuple[str, str]] = []
    refused: list[str] = []
    stage.window.figures.written.connect(lambda words, path: written.append((words, path)))
    stage.window.figures.refused.connect(refused.append)
    return written, refused


def test_that_every_panel_and_the_file_menu_offer_a_figure(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: opened.append(menu.actions()[0].text()))
    figures = stage.window.figures
    assert {figures.figure, figures.whole, figures.animation} <= {
        *stage.window.exports.menu.actions()
    }
    for name, panel in stage.window.panel_set.panels.items():
        assert panel.export_actions.count(figures.of_panels[name]) == 1
    setup = stage.window.panel_set.panels["setup_panel"]
    reason = QContextMenuEvent.Reason.Keyboard
    setup.contextMenuEvent(QContextMenuEvent(reason, QPoint(), setup.mapToGlobal(QPoint())))
    assert opened == ["Figure…"]


@pytest.mark.parametrize(
    ("name", "lists"),
    [
        ("breakpoints_panel", ("list", "hits")),
        ("watches_panel", ("list",)),
        ("find_panel", ("table",)),
    ],
)
def test_that_the_menus_of_lists_offer_their_own_and_a_figure(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, name: str, lists: tuple[str, ...]
) -> None:
    opened: list[list[str]] = []
    monkeypatch.setattr(
        QMenu, "popup", lambda menu, at: opened.append([each.text() for each in menu.actions()])
    )
    panel = stage.window.panel_set.panels[name]
    for each in lists:
        view = getattr(panel, each)
        view.customContextMenuRequested.emit(QPoint(3, 3))
        own = [action.text() for action in view.actions()]
        assert own
        assert opened.pop() == [*own, "", *(action.text() for action in panel.export_actions)]
        assert panel.export_actions[0].text() == "Figure…"


def test_that_the_dialog_asks_writes_and_remembers(stage: Stage, tmp_path: Path) -> None:
    figures = stage.window.figures
    written, refused = heard(stage)
    dialog = figures.ask("loss_panel")
    assert dialog is not None
    assert dialog.subject.currentText() == "Loss"
    assert not dialog.image.pixmap().isNull()
    assert not dialog.form.isRowVisible(dialog.resolution)
    dialog.format.setCurrentIndex(dialog.format.findData("png"))
    assert dialog.form.isRowVisible(dialog.resolution)
    dialog.resolution.setCurrentIndex(dialog.resolution.findData(192))
    dialog.unit.setCurrentIndex(dialog.unit.findData("cm"))
    dialog.width_edit.setValue(10.0)
    dialog.height_edit.setValue(5.0)
    dialog._accept()
    files = stage.window.findChild(QFileDialog, "figure_file_dialog")
    assert files is not None
    name = os.path.basename(files.selectedFiles()[0])
    assert name == "loss mnist l8 λ0.1.png"
    for which, ending in ((2, "pdf"), (0, "png")):  # the format can be chosen there as well
        files.filterSelected.emit(files.nameFilters()[which])
        chosen = os.path.basename(files.selectedFiles()[0])
        assert chosen == f"loss mnist l8 λ0.1.{ending}"
    files.fileSelected.emit(str(tmp_path / name))
    files.close()
    assert (written, refused) == ([(f"Figure written: {name}", str(tmp_path / name))], [])
    assert stage.window.messages.message() == f"Figure written: {name}"
    image = QImage(str(tmp_path / name))
    assert (image.width(), image.height()) == (756, 378)  # 10 × 5 cm at 192 dpi
    assert figures.choice == FigureChoice(
        "png", "light", figures.choice.width, figures.choice.height, "cm", 192
    )
    assert choice_kept(figures.choice.kept()) == figures.choice
    assert choice_kept({"ending": "exe"}) == choice_kept(None) == FigureChoice()


def test_that_what_cannot_be_written_is_said_and_leaves_nothing(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, refused = heard(stage)
    save, old = stage.window.figures.save, tmp_path / "old.svg"
    old.write_text("before")
    save("loss_panel", str(tmp_path / "gone" / "a.svg"), FigureChoice())
    save("loss_panel", str(tmp_path / "a.txt"), FigureChoice())
    save("loss_panel", str(tmp_path / "a.png"), FigureChoice(width=8000, dpi=600))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    save("loss_panel", str(old), FigureChoice())
    save(WINDOW, str(old), FigureChoice())
    assert written == []
    said = ("there is no such folder", "is no figure", "is too large", "disk is full", "is full")
    assert len(refused) == len(said)
    for sentence, words in zip(refused, said, strict=True):
        assert words in sentence
    assert [each.name for each in tmp_path.iterdir()] == ["old.svg"]
    assert old.read_text() == "before"


def test_that_the_whole_window_is_written(stage: Stage, tmp_path: Path) -> None:
    out = tmp_path / "window.svg"
    choice = FigureChoice(width=1280, height=800, theme="dark")
    stage.window.figures.save(WINDOW, str(out), choice)
    svg = read_svg(out.read_bytes())
    assert svg.size[0] == 1280
    assert "Loss" in svg.words


def test_that_nothing_is_asked_before_there_is_anything(fresh: Stage) -> None:
    _, refused = heard(fresh)
    assert fresh.window.figures.ask("loss_panel") is None
    assert fresh.window.figures.ask_to_animate("loss_panel") is None
    assert refused == ["There is nothing to draw yet. Wait for the data."] * 2


def animating(stage: Stage, out: Path, frames: int) -> Any:
    """A job whose copy of the run is on the disk."""
    job = stage.window.figures.job
    stretch = Stretch(0, 1000 * frames, frames, 10)
    choice = AnimationChoice(frames, 10, 200, 120, "dark", "gif")
    stage.window.figures.animate("weights2_panel", str(out), stretch, choice)
    (command,) = stage.mailbox.asked(SaveRun)
    assert isinstance(command, SaveRun)
    assert command.copy
    session = Session(Settings(n_hidden=4), load("xor"))
    write(session.document(), command.path)
    stage.offer(step=7, tip=9)
    return job


def test_that_an_animation_is_made_of_a_copy_of_the_run(
    stage: Stage, tmp_path: Path, qtbot: Any
) -> None:
    written, refused = heard(stage)
    out = tmp_path / "a.gif"
    job = animating(stage, out, 2)
    copy = Path(job._copy)
    qtbot.waitUntil(lambda: not job.busy, timeout=60_000)
    assert (written, refused) == ([("Animation written: a.gif", str(out))], [])
    with Image.open(out) as read:
        assert (read.size, getattr(read, "n_frames", 1)) == ((200, 120), 2)
    assert not copy.parent.exists()
    assert [type(each) for each in stage.mailbox.asked()] == [SaveRun]  # the run was not moved


def test_that_a_cancelled_animation_leaves_nothing(
    stage: Stage, tmp_path: Path, qtbot: Any
) -> None:
    written, refused = heard(stage)
    job = animating(stage, tmp_path / "a.gif", 5000)
    copy = Path(job._copy)
    assert stage.window.figures.ask_to_animate("loss_panel") is None  # one at a time
    assert len(refused) == 1
    qtbot.waitUntil(lambda: job._process.state() is job._process.ProcessState.Running)
    job.cancel()
    qtbot.waitUntil(lambda: not job.busy, timeout=20_000)
    assert written == []
    assert len(refused) == 1
    assert not list(tmp_path.iterdir())
    assert not copy.parent.exists()


def test_that_an_animation_goes_on_in_a_window_of_another_language(
    stage: Stage, tmp_path: Path, qtbot: Any
) -> None:
    before = animating(stage, tmp_path / "a.gif", 2)
    copy = Path(before._copy)
    after = AnimationJob(stage.window, stage.mailbox.post, str)
    written: list[str] = []
    after.written.connect(written.append)
    after.take_over(before)
    assert (before.busy, after.busy) == (False, True)
    before.end_at_once()
    before.deleteLater()
    qtbot.waitUntil(lambda: not after.busy, timeout=60_000)
    assert written == [str(tmp_path / "a.gif")]
    assert not copy.parent.exists()


def test_that_who_closes_the_window_is_asked_about_an_animation(
    stage: Stage, tmp_path: Path
) -> None:
    job = animating(stage, tmp_path / "a.gif", 5000)
    assert stage.window.document.asks()
    (box,) = stage.window.findChildren(QMessageBox, "close_question")
    assert "a.gif is still being written" in box.informativeText()
    box.button(QMessageBox.StandardButton.Discard).click()
    assert not stage.window.isVisible()
    assert not job.busy
    assert not list(tmp_path.iterdir())


def test_that_an_animation_has_the_zoom_of_its_panel(stage: Stage) -> None:
    panels = stage.window.panel_set.panels
    loss, weights = panels["loss_panel"], panels["weights1_panel"]
    plot, heatmap = loss.view.plot, weights.view
    weights.show_frame(stage.window.frame)
    plot.set_view_range((3, 8))
    heatmap.bring_zoom([0.5, 1.5, 2.0, 3.0])
    told, seen = [state_of(panel) for panel in (loss, weights)], heatmap.zoom()
    plot.set_view_range(None)
    heatmap.show_all()
    assert heatmap.zoom() is None
    for panel, state in zip((loss, weights), told, strict=True):
        bring_to(panel, state)
    assert plot.view_range == (3, 8)
    assert heatmap.zoom() == pytest.approx(seen)
    for wrong in ("[1]", "[1, 2, -1, 3]", '["a", 1, 1, 1]', "[1, 2, NaN, 4]"):
        bring_to(weights, f'{{"{heatmap.objectName()}": {wrong}}}')
        assert heatmap.zoom() == pytest.approx(seen)
    plot.set_view_range(None)
    heatmap.show_all()


def test_that_an_animation_is_told_what_is_chosen(stage: Stage) -> None:
    dialog = stage.window.figures.ask_to_animate("loss_panel")
    assert dialog is not None
    assert dialog.last.value() == 9
    dialog.first.setValue(20)
    assert "after the last one" in dialog.complaint.text()
    dialog.first.setValue(4)
    dialog.frames.setValue(3)
    assert dialog.length.text() == "3 frames in 0.15 s"
    assert dialog.stretch() == Stretch(4, 9, 3, 20)
    dialog.close()
