"""What a person does in the panel of the branches."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLineEdit

from bpviz.ui.panels.branches.model import Column
from bpviz.ui.panels.branches.panel import BranchesPanel
from tests.ui.branches import make_branched, make_comparison


def select(panel: BranchesPanel, *numbers: int) -> None:
    panel.list.clearSelection()
    for branch in numbers:
        row = panel.model.row_of(branch)
        assert row is not None
        flag = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        panel.list.selectionModel().setCurrentIndex(panel.model.index(row, 0), flag)


def editor(panel: BranchesPanel) -> QLineEdit:
    found = panel.findChild(QLineEdit, "branch_name_edit")
    assert found is not None
    return found


def finish(qtbot: Any, panel: BranchesPanel) -> None:
    """Press Return in the line for the name, and wait for it to close."""
    qtbot.keyClick(editor(panel), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.list.state() is not panel.list.State.EditingState)


def texts(
    panel: BranchesPanel, role: int = Qt.ItemDataRole.DisplayRole, column: int = Column.NAME
) -> list[Any]:
    model = panel.model
    return [model.index(row, column).data(role) for row in range(model.rowCount())]


def compared(panel: BranchesPanel, step: int = 3500, **overrides: Any) -> Any:
    frame = make_branched(comparison=make_comparison(1, 2, step), **overrides)
    panel.show_frame(frame)
    assert panel.comparison is not None
    return frame
