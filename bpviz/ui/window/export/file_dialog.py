"""The dialog that asks where something is to be written, and in which of its formats."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtWidgets import QFileDialog, QWidget


def saving_dialog(
    window: QWidget, title: str, folder: str, stem: str, kinds: Sequence[tuple[str, str]]
) -> QFileDialog:
    """Return a dialog, not yet open, for a new file; it deletes itself when it is done.

    Parameters
    ----------
    stem : str
        The name that is proposed, without its ending.
    kinds : sequence of (str, str)
        What each format is called, and the ending of its files with the point. The first is chosen;
        whichever a person chooses in its place becomes the ending of the name at hand.
    """
    dialog = QFileDialog(window, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    suffixes = {f"{words} (*{suffix})": suffix for words, suffix in kinds}
    dialog.setNameFilters(list(suffixes))
    usual = stem + kinds[0][1]

    def end_in(suffix: str) -> None:
        """Let the name end as what is chosen does; a point in λ is no ending."""
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        name = os.path.basename((dialog.selectedFiles() or [usual])[0])
        for known in suffixes.values():
            name = name.removesuffix(known)
        dialog.selectFile(f"{name}{suffix}")

    dialog.setDefaultSuffix(kinds[0][1].removeprefix("."))
    dialog.selectFile(usual)
    dialog.filterSelected.connect(lambda chosen: end_in(suffixes[chosen]))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
