"""RoleBar: what the selected columns are used for, in words that Tab reaches."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bpviz.datasets.preview import ColumnPreview, Role
from bpviz.ui.core import formatting
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.window.open_data.import_dialog.role_texts import role_tips, role_words


class RoleBar(QWidget):
    """Names the selected columns, and offers their roles.

    Signals
    -------
    role_wanted(object)
        The `Role` that they are to have.
    """

    role_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(name="import_selected")
        words, tips = role_words(), role_tips()
        self._roles = Segmented("import_role", [(str(r), words[r], tips[r]) for r in words], self)
        self._roles.changed.connect(self._changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._roles)

    def show_columns(self, columns: list[ColumnPreview]) -> None:
        """Show the role of the selected columns: that of the first."""
        self.setEnabled(bool(columns))
        if not columns:
            self._words.setText(self.tr("No column is selected."))
            return
        if len(columns) == 1:
            name = formatting.shortened(columns[0].name, 60)
            words = self.tr("Use the column “{name}” as").format(name=name)
        else:
            words = self.tr("Use the {n} selected columns as").format(
                n=formatting.count(len(columns))
            )
        self._words.setText(words)
        self._roles.set_value(str(columns[0].role))

    @Slot(str)
    def _changed(self, role: str) -> None:
        self.role_wanted.emit(Role(role))
