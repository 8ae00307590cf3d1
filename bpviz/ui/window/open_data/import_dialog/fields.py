"""FieldsForm: the choices about a file that are no columns, a row each."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from bpviz.datasets import DataRequest
from bpviz.ui.core import formatting
from bpviz.ui.kit.controls.form import add_rows, fields_form
from bpviz.ui.kit.controls.number_edit import NumberEdit
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.window.open_data.import_dialog.choice import Choice


class FieldsForm(QWidget):
    """A form with a heading; rows that make no sense for a file are left out.

    Signals
    -------
    changed(object)
        A person chose something: a dict of fields of `DataRequest` and their new values.
    """

    changed = Signal(object)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = WheelGuard(self)
        self._editors: dict[str, QWidget] = {}
        self._form = fields_form(self)
        label = QLabel(heading, self)
        label.setFont(formatting.weighted(QFont.Weight.DemiBold))
        self._form.addRow(label)

    def show_rows(self, names: Collection[str]) -> None:
        """Show these rows and hide the others; the form itself where none is left."""
        for name, editor in self._editors.items():
            self._form.setRowVisible(editor, name in names)
        self.setVisible(any(name in names for name in self._editors))

    def show_request(self, chosen: DataRequest, found: DataRequest) -> None:
        """Show what is chosen, and what was found where nothing is."""
        raise NotImplementedError

    def _add(self, name: str, label: str, editor: QWidget, tip: str, *parts: NumberEdit) -> None:
        """Add a row for a field; `parts` are what is edited where `editor` holds several."""
        add_rows(self._form, (label, editor, f"import_{name}_edit", label, tip))
        self._guard.guard(editor)
        self._editors[name] = editor
        for part in parts or (editor,):
            part.setProperty("field", name)
            if isinstance(part, NumberEdit):
                part.valueChanged.connect(self._edited)
            elif isinstance(part, QCheckBox):
                part.toggled.connect(self._edited)
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
