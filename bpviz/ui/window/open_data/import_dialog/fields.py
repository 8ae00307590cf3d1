"""FieldsForm: the choices about a file that are no columns, a row each."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from bpviz.datasets import DataRequest
from bpviz.ui.core import formatting
from bpviz.ui.kit.controls.form import add_rows, fields_form
from bpviz.ui.kit.controls.number_edit import NumberEdit
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.window.open_data.import_dialog.choice import Choice


class FieldsForm(QWidget):
    """Sections with a heading each; rows that make no sense for a file are left out.

    Signals
    -------
    changed(object)
        A person chose something: a dict of fields of `DataRequest` and their new values.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = WheelGuard(self)
        self._editors: dict[str, QWidget] = {}
        self._sections: dict[QFormLayout, list[str]] = {}
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(24)

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """Put the sections beside each other or below each other."""
        self._box.setDirection(direction)

    def show_rows(self, names: Collection[str]) -> None:
        """Show these rows and hide the others, and a section where none is left."""
        for form, rows in self._sections.items():
            for name in rows:
                form.setRowVisible(self._editors[name], name in names)
            section = form.parentWidget()
            assert section is not None
            section.setVisible(any(name in names for name in rows))
        self.setVisible(any(name in names for name in self._editors))

    def show_request(self, chosen: DataRequest, found: DataRequest) -> None:
        """Show what is chosen, and what was found where nothing is."""
        raise NotImplementedError

    def _begin(self, heading: str) -> None:
        """Begin a section, to which rows are added."""
        section = QWidget(self)
        form = fields_form(section)
        label = QLabel(heading, section)
        label.setFont(formatting.weighted(QFont.Weight.DemiBold))
        form.addRow(label)
        self._sections[form] = []
        self._box.addWidget(section, 1, Qt.AlignmentFlag.AlignTop)

    def _add(self, name: str, label: str, editor: QWidget, tip: str, *parts: NumberEdit) -> None:
        """Add a row for a field; `parts` are what is edited where `editor` holds several."""
        form = list(self._sections)[-1]
        self._sections[form].append(name)
        add_rows(form, (label, editor, f"import_{name}_edit", label, tip))
        self._guard.guard(editor)
        self._editors[name] = editor
        for part in parts or (editor,):
            part.setProperty("field", name)
            if isinstance(part, NumberEdit):
                part.valueChanged.connect(self._edited)
            elif isinstance(part, QCheckBox):
                part.toggled.connect(self._edited)
            elif isinstance(part, QLineEdit):
                part.editingFinished.connect(self._edited)
            elif isinstance(part, Choice):
                part.currentIndexChanged.connect(self._edited)

    def _chosen(self, name: str) -> dict[str, object]:
        """Return the fields of a request that the row `name` stands for, and their values."""
        editor = self._editors[name]
        if isinstance(editor, QCheckBox):
            return {name: editor.isChecked()}
        return {name: editor.value() if isinstance(editor, Choice | NumberEdit) else None}

    @Slot()
    def _edited(self) -> None:
        self.changed.emit(self._chosen(self.sender().property("field")))
