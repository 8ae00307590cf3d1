"""The import dialog on a desk of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from bpviz.datasets import DataRequest
from bpviz.datasets.preview import Role
from bpviz.ui.window.open_data.import_dialog import ImportDialog
from bpviz.ui.window.open_data.import_dialog.preview_worker import look_at

Key = Qt.Key

GERMAN = "Größe;Farbe;Güte\n" + "".join(
    f"{i},5;{['rot', 'blau'][i % 2]};{i % 3}\n" for i in range(30)
)

FREE_TEXT = "a;name;t\n" + "".join(f"{3 * i};n{i};{i % 2}\n" for i in range(30))


class Desk:
    """A dialog on a file, and what it asked for."""

    def __init__(self, qtbot: Any, path: Path, **options: object) -> None:
        self.qtbot = qtbot
        self.asked: list[DataRequest] = []
        self.host = QWidget()
        request = DataRequest.of(str(path), **options)
        self.dialog = ImportDialog(look_at(request), self.host, 16)
        self.dialog.opened.connect(self.asked.append)
        self.dialog.resize(900, 700)
        self.dialog.show()
        qtbot.waitUntil(self.dialog.isVisible)

    def child(self, name: str) -> Any:
        found = self.dialog.findChild(QObject, name)
        assert found is not None, name
        return found

    def box(self, name: str) -> Any:
        return self.child(f"import_{name}_edit")

    def rest(self) -> None:
        """Wait until the newest change was looked at."""
        self.qtbot.waitUntil(lambda: not self.dialog.busy)

    def words(self, name: str) -> str:
        label = self.child(f"import_{name}")
        assert isinstance(label, QLabel)
        return label.text() if label.isVisible() else ""

    def roles(self) -> list[Role]:
        return [column.role for column in self.dialog.columns.table.columns]

    def use(self, column: int, role: Role) -> None:
        """Select a column and press the button of a role."""
        self.dialog.columns.select(column)
        button = self.child(f"import_role_{role}")
        assert isinstance(button, QAbstractButton)
        button.click()
        self.rest()

    def open(self) -> DataRequest:
        """Press Enter, and return what was asked for."""
        QTest.keyClick(self.dialog, Key.Key_Return)
        self.qtbot.waitUntil(lambda: bool(self.asked))
        return self.asked[-1]


def menu_action(one: Any, role: Role) -> QAction:
    action = one.child(f"import_role_{role}_action")
    assert isinstance(action, QAction)
    return action
