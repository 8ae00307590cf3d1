"""The dialog in which a person chooses how their own file is read."""

from bpviz.ui.import_dialog.dialog import ImportDialog
from bpviz.ui.import_dialog.looker import Look, Looker

__all__ = ["ImportDialog", "Look", "Looker"]
