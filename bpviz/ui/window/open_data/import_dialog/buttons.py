"""ImportButtons: Open, Cancel, and back to what was found."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from bpviz.ui.kit.controls.layouts import named


class ImportButtons(QDialogButtonBox):
    """The buttons of the dialog; Enter presses Open, wherever the focus is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        kinds = QDialogButtonBox.StandardButton
        super().__init__(kinds.Open | kinds.Cancel | kinds.Reset, parent)
        self.setContentsMargins(14, 0, 14, 0)
        self.open, self.reset = self.button(kinds.Open), self.button(kinds.Reset)
        for button, name, words, tip in (
            (self.open, "import_open", self.tr("Open"),
             self.tr(
                 "Load the data with these settings and begin a new run; the current run is kept "
                 "in Branches."
             )),
            (self.button(kinds.Cancel), "import_cancel", self.tr("Cancel"),
             self.tr("Close without opening a file.")),
            (self.reset, "import_reset", self.tr("Reset to detected settings"),
             self.tr("Discard your changes and use the detected settings.")),
        ):  # fmt: skip
            named(button, name, words, tip).setText(words)
            button.setAutoDefault(False)
        self.open.setDefault(True)
