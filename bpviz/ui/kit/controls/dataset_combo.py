"""DatasetCombo: the data sets of the catalogue, and the files that were opened."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from bpviz.datasets import catalog
from bpviz.datasets.toys.entries import TOYS
from bpviz.training.message import Message
from bpviz.ui.core import formatting


class DatasetCombo(QComboBox):
    """A combo box whose data is the source of each data set.

    First what was measured, then the truth tables, then what is drawn at random, then files; with
    a line between them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        measured = [entry for entry in catalog.ENTRIES if entry not in TOYS]
        drawn = [entry for entry in TOYS if entry.options.n_samples is not None]
        tables = [entry for entry in TOYS if entry not in drawn]
        for group in (measured, tables, drawn):
            if self.count():
                self.insertSeparator(self.count())
            for entry in group:
                title = formatting.translated(Message.of(entry.title))
                self._add(title, entry.name, formatting.translated(Message.of(entry.description)))
        self._own = self.count()  # where what comes with the program ends
        self._files: list[str] = []

    def show_source(self, source: str, files: Sequence[str]) -> None:
        """Show which one is chosen; says nothing itself.

        Parameters
        ----------
        source : str
            A name of the catalogue, or a path.
        files : sequence of str
            Paths to offer beside it.
        """
        wanted = list(dict.fromkeys(files))
        if source not in catalog.NAMES and source not in wanted:
            wanted.append(source)
        blocked = self.blockSignals(True)
        if wanted != self._files:
            self._offer(wanted)
        self.setCurrentIndex(self.findData(source))
        self.blockSignals(blocked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it with … where a name is too long; in a file's midst, as its end says much."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        own = self.currentIndex() < self._own
        elide = Qt.TextElideMode.ElideRight if own else Qt.TextElideMode.ElideMiddle
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), elide, room.width() - 2
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _offer(self, files: list[str]) -> None:
        while self.count() > self._own:
            self.removeItem(self.count() - 1)
        if files:
            self.insertSeparator(self.count())
        for path, name in zip(files, short_names(files), strict=True):
            self._add(name, path, path)
        self._files = files

    def _add(self, title: str, source: str, about: str) -> None:
        self.addItem(title, source)
        # As rich text, which alone is wrapped; what a path holds is no markup.
        self.setItemData(self.count() - 1, f"<p>{escape(about)}</p>", Qt.ItemDataRole.ToolTipRole)


def short_names(paths: Sequence[str]) -> list[str]:
    """Return the last part of each path, with the folder where two would be called the same."""
    names = [PurePath(path).name or path for path in paths]
    return [
        str(PurePath(PurePath(path).parent.name, name)) if names.count(name) > 1 else name
        for path, name in zip(paths, names, strict=True)
    ]
