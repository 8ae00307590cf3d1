"""DetectedProperties: what was found in a file, and what will be done, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.ui.core import formatting, plurals
from bpviz.ui.core.theme import MUTED
from bpviz.ui.kit.controls.labels import Note


class DetectedProperties(QWidget):
    """The network, and two paragraphs; one that has nothing to say takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = paragraph("import_found", self.tr("Detected"), MUTED)
        self._plan = paragraph("import_plan", self.tr("Result"), QPalette.ColorRole.WindowText)
        self._shape = paragraph("import_shape", self.tr("Network"), QPalette.ColorRole.WindowText)
        self._shape.setFont(formatting.weighted(QFont.Weight.DemiBold))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._shape)
        column.addWidget(self._plan)
        column.addWidget(self._found)
        self.show_network(None, 1)

    def show_network(
        self,
        shape: tuple[int, int] | None,
        hidden: int,
        *,
        constant: bool = False,
        sure: bool = True,
    ) -> None:
        """Say which shape the network has; nothing where it is not known.

        Parameters
        ----------
        shape : (n, outputs) or None
            n with the constant input.
        hidden : int
            l.
        constant : bool
            Whether one of the inputs is the constant.
        sure : bool
            Whether the rest of the file cannot change that.
        """
        self._shape.setVisible(shape is not None)
        if shape is None:
            self._shape.setText("")
            return
        n, outputs = shape
        inputs = plurals.inputs(n - constant)
        if constant:
            inputs = self.tr("{inputs} and the constant 1").format(inputs=inputs)
        words = (
            self.tr("Network {n} → {l} → {outputs}: {parts}.")
            if sure
            else self.tr("Network {n} → {l} → {outputs} as far as was looked: {parts}.")
        )
        parts = inputs, plurals.hidden_units(hidden), plurals.outputs(outputs)
        counts = {"n": n, "l": hidden, "outputs": outputs}
        written = {name: formatting.count(each) for name, each in counts.items()}
        self._shape.setText(words.format(parts=", ".join(parts), **written))

    def show_words(self, found: Sequence[str], plan: Sequence[str]) -> None:
        """Say what was found, and what will be done."""
        for label, sentences in ((self._found, found), (self._plan, plan)):
            label.setText(" ".join(map(formatting.translated, sentences)))
            label.setVisible(bool(sentences))


def paragraph(name: str, what: str, role: QPalette.ColorRole) -> Note:
    """Return a label for sentences that can be selected; `what` says what they are about."""
    label = Note(name, role=role)
    label.setAccessibleDescription(what)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
