"""Dropping files on the window: wherever, one at a time, and with a hint while dragging."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import PySide6
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.window.open_data.file_drop import DropHint
from bpviz.ui.window.open_data.import_dialog import ImportDialog
from tests.datasets.own_files import write
from tests.ui.conftest import Stage

TABLE = "a,b,t\n" + "".join(f"{i},{i % 3},{i % 2}\n" for i in range(12))
COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def bringing(*urls: QUrl | str) -> QMimeData:
    data = QMimeData()
    data.setUrls([url if isinstance(url, QUrl) else QUrl.fromLocalFile(url) for url in urls])
    data.setText("\n".join(map(str, urls)))  # as file managers add it
    return data


class Drag:
    """A drag over the window, told as Qt tells it: to the window as a whole."""

    def __init__(self, stage: Stage, data: QMimeData, over: QWidget | None = None) -> None:
        self.stage, self.data = stage, data
        self.target: Any = stage.window.windowHandle()
        assert self.target is not None
        widget = over or stage.window
        place = widget.mapTo(stage.window, widget.rect().center())
        self.place = QPointF(place)
        # What Qt 6.11 cannot take, Qt 6.12 prefers.
        self.moving = self.place if PySide6.__version_info__ >= (6, 12) else place

    def enter(self) -> bool:
        event = QDragEnterEvent(self.moving, COPY, self.data, LEFT, PLAIN)
        QApplication.sendEvent(self.target, event)
        move = QDragMoveEvent(self.moving, COPY, self.data, LEFT, PLAIN)
        QApplication.sendEvent(self.target, move)
        return event.isAccepted() and move.isAccepted()

    def leave(self) -> None:
        QApplication.sendEvent(self.target, QDragLeaveEvent())

    def drop(self) -> bool:
        event = QDropEvent(self.place, COPY, self.data, LEFT, PLAIN)
        QApplication.sendEvent(self.target, event)
        return event.isAccepted()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write(tmp_path / "messung.csv", TABLE)


def hint(stage: Stage) -> DropHint:
    found = stage.child("drop_hint")
    assert isinstance(found, DropHint)
    return found


def dialogs(stage: Stage) -> list[ImportDialog]:
    return [d for d in stage.window.findChildren(ImportDialog) if d.isVisible()]


@pytest.mark.parametrize(
    "over", ["loss_panel", "weights1_panel", "learning_rate_edit", "timeline_slider", "toolbar"]
)
def test_that_a_file_dropped_anywhere_opens_its_dialog(
    stage: Stage, table: Path, over: str
) -> None:
    drag = Drag(stage, bringing(str(table)), stage.child(over))
    before = stage.child("learning_rate_edit").text()
    assert drag.enter()
    assert drag.drop()
    stage.qtbot.waitUntil(lambda: len(dialogs(stage)) == 1)
    assert "messung.csv" in dialogs(stage)[0].windowTitle()
    assert stage.child("learning_rate_edit").text() == before
    assert not hint(stage).isVisible()


def test_that_a_drop_told_to_the_window_itself_counts_too(stage: Stage, table: Path) -> None:
    drag = Drag(stage, bringing(str(table)))
    drag.target = stage.window
    assert stage.window.acceptDrops()
    assert drag.enter()
    assert drag.drop()
    stage.qtbot.waitUntil(lambda: len(dialogs(stage)) == 1)


def test_that_a_hint_covers_the_window_while_dragging(stage: Stage, table: Path) -> None:
    drag = Drag(stage, bringing(str(table)))
    drag.enter()
    assert hint(stage).isVisible()
    assert hint(stage).geometry() == stage.window.rect()
    assert "messung.csv" in hint(stage).words()
    picture = hint(stage).grab().toImage()
    colours = {picture.pixelColor(x, 12).name() for x in range(30, 300)}
    assert LIGHT.accent in colours
    drag.leave()
    assert not hint(stage).isVisible()
    assert dialogs(stage) == []


def test_that_the_hint_follows_the_theme(stage: Stage, table: Path) -> None:
    stage.look.set_mode("dark")
    Drag(stage, bringing(str(table))).enter()
    picture = hint(stage).grab().toImage()
    assert DARK.accent in {picture.pixelColor(x, 12).name() for x in range(30, 300)}
    stage.look.set_mode("light")


@pytest.mark.parametrize(
    ("urls", "words"),
    [
        (("/a.csv", "/b.csv"), "2 items were dropped. Drop one file"),
        ((QUrl("https://example.org/a.csv"),), "https://example.org/a.csv is not a local file"),
        ((QUrl("sftp://there/a.csv"),), "Download it first"),
    ],
)
def test_that_what_cannot_be_opened_is_told_while_dragging_and_after(
    stage: Stage, urls: tuple[Any, ...], words: str
) -> None:
    drag = Drag(stage, bringing(*urls))
    assert drag.enter()
    assert words in hint(stage).words()
    picture = hint(stage).grab().toImage()
    assert QColor(LIGHT.warning).name() in {
        picture.pixelColor(x, 12).name() for x in range(30, 300)
    }
    drag.drop()
    assert words in stage.window.messages.message()
    assert not hint(stage).isVisible()
    assert stage.mailbox.asked() == []


def test_that_a_folder_and_an_unreadable_file_are_looked_at_like_any_other(
    stage: Stage, tmp_path: Path
) -> None:
    Drag(stage, bringing(str(tmp_path))).drop()
    stage.qtbot.waitUntil(lambda: bool(stage.window.messages.message()))
    assert "subfolders with pictures" in stage.window.messages.message()
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04" + bytes(60))
    Drag(stage, bringing(str(tmp_path / "book.xlsx"))).drop()
    stage.qtbot.waitUntil(lambda: "workbook" in stage.window.messages.message())
    assert dialogs(stage) == []


def test_that_text_that_is_dragged_is_left_to_the_editor_below(stage: Stage) -> None:
    data = QMimeData()
    data.setText("0.3")
    editor = QLineEdit(stage.window)  # the window's own spin boxes take no drops
    editor.setGeometry(200, 200, 200, 30)
    editor.show()
    drag = Drag(stage, data, editor)
    assert drag.enter()
    assert not hint(stage).isVisible()
    drag.drop()
    assert editor.text() == "0.3"


def test_that_letting_go_of_the_mouse_over_it_goes_through_the_hint(stage: Stage) -> None:
    hint(stage).offer("…", possible=True)
    centre = stage.window.rect().center()
    assert stage.window.childAt(centre) is not hint(stage)
    assert stage.window.childAt(QPoint(5, 5)) is not hint(stage)
