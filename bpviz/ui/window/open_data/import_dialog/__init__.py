"""The dialog in which a person chooses how their own file is read."""

from bpviz.ui.window.open_data.import_dialog.dialog import ImportDialog
from bpviz.ui.window.open_data.import_dialog.preview_worker import ImportPreview, PreviewWorker

__all__ = ["ImportDialog", "ImportPreview", "PreviewWorker"]
