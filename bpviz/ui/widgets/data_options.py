"""DataOptions: the rows of a form in which the data of a run is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from bpviz.datasets import DataRequest, catalog
from bpviz.ui.run_request import RunRequest


class DataOptions(QObject):
    """Editors of a `RunRequest`'s data, in rows of somebody else's form, so that all labels align.

    Parameters
    ----------
    request : RunRequest
        What is asked for.
    parent : QWidget
        In which the editors lie.
    """

    def __init__(self, request: RunRequest, parent: QWidget) -> None:
        super().__init__(parent)
        self._request = request
        self.dataset_edit = QComboBox(parent)
        for entry in catalog.ENTRIES:
            self.dataset_edit.addItem(entry.title, entry.name)
        self._description = QLabel(parent)
        self._description.setObjectName("setup_description")
        self._description.setWordWrap(True)
        self._description.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.dataset_edit.currentIndexChanged.connect(self._dataset_chosen)

    def add_to(self, form: QFormLayout) -> None:
        """Add the rows at the end of `form`, and say in them what they are."""
        form.addRow(self.tr("Data set"), self.dataset_edit)
        form.addRow(self._description)
        what = self.tr(
            "The pairs (x, y) to learn from. Another data set starts a new run with the hidden "
            "size and λ that suit it."
        )
        self.dataset_edit.setObjectName("dataset_edit")
        self.dataset_edit.setAccessibleName(self.tr("Data set"))
        self.dataset_edit.setToolTip(what)
        form.labelForField(self.dataset_edit).setToolTip(what)

    def editors(self) -> list[QWidget]:
        """Return the editors in the order of the rows."""
        return [self.dataset_edit]

    def follow_request(self) -> None:
        """Show what is asked for; says nothing itself."""
        self.dataset_edit.blockSignals(True)
        source, entry = self._request.data.source, self._request.entry()
        index = self.dataset_edit.findData(source)
        if index < 0:  # a path from the command line
            self.dataset_edit.addItem(source, source)
            index = self.dataset_edit.count() - 1
        self.dataset_edit.setCurrentIndex(index)
        self.dataset_edit.blockSignals(False)
        if entry is not None:
            self._description.setText(entry.description)

    @Slot()
    def _dataset_chosen(self) -> None:
        self._request.choose(DataRequest(self.dataset_edit.currentData()))
