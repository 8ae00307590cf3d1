"""What can be done with a person's own data, as actions of the File menu."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from bpviz.datasets import DataRequest, catalog
from bpviz.datasets.user_files import path_of
from bpviz.exchange import WEIGHT_FORMATS
from bpviz.training.document import SUFFIX
from bpviz.training.events import Frame, State
from bpviz.ui.core import formatting
from bpviz.ui.window.actions.action_group import ActionGroup

MOST_RECENT = 10


class FileActions(ActionGroup):
    """Open a file or a folder, open something again, and choose otherwise about it.

    Parameters
    ----------
    window : QWidget
        Parent of the actions and of the file dialogs.

    Signals
    -------
    source_chosen(str)
        The path of a file or folder to look at.
    weights_chosen(str)
        The path of a file of start weights, for a new run.
    options_wanted()
        The data at hand is to be read in another way.
    recent_chosen(object)
        The `DataRequest` of data that was open before.
    reload_wanted()
        The data at hand is to be read again.
    """

    source_chosen = Signal(str)
    weights_chosen = Signal(str)
    options_wanted = Signal()
    recent_chosen = Signal(object)
    reload_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._recent: list[DataRequest] = []
        self._noted: DataRequest | None = None
        self._noted_run = ""
        self.open, self.open_folder, self.from_weights, self.options, self.reload = self._add(
            ("open_data", self._ask_for_file, "Ctrl+O", "", "", self.tr("Open…"),
             self.tr("Open a saved run (.bpviz), a table (CSV, TSV), or an IDX, NPZ or NPY file.")),
            ("open_folder", self._ask_for_folder, "", "", "", self.tr("Open folder of pictures…"),
             self.tr("Open a folder with a subfolder of pictures (PNG, JPEG) for each class.")),
            ("new_from_weights", self._ask_for_weights, "", "", "",
             self.tr("New run from weights…"),
             self.tr("Begin a new run of this data with the weights in a file (NPZ, safetensors, "
                     "ONNX or CSV), the matrices W1 (l, n) and W2 (d, l), or with those that a "
                     "saved run kept.")),
            ("import_options", self.options_wanted, "", "", "",
             self.tr("Import options of this data…"),
             self.tr("Change how the current file is read; opening it begins a new run.")),
            ("reload_data", self.reload_wanted, "Ctrl+Shift+R", "", "",
             self.tr("Reload this data"),
             self.tr("Read the data again, in case its file has changed, and begin a new run.")),
        )  # fmt: skip
        self.recent_menu = QMenu(self.tr("Open recent"), window)
        self.recent_menu.setObjectName("recent_menu")
        self.recent_menu.setToolTipsVisible(True)
        self.recent_menu.triggered.connect(self._open_again)
        self._fill_recent()

    def fill(self, menu: QMenu) -> None:
        """Put what opens into a menu."""
        menu.addActions([self.open, self.open_folder])
        menu.addMenu(self.recent_menu)
        menu.addAction(self.from_weights)
        menu.addSeparator()

    def fill_with_options(self, menu: QMenu) -> None:
        """Put into a menu what can be chosen about the data at hand."""
        menu.addActions([self.options, self.reload])
        menu.addSeparator()

    def recent(self) -> list[DataRequest]:
        """Return the runs, files and folders opened last, the newest first."""
        return list(self._recent)

    def set_recent(self, requests: Sequence[DataRequest]) -> None:
        """Offer these, the newest first."""
        self._recent = list(requests)[:MOST_RECENT]
        self._fill_recent()

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Note data that is really there."""
        path = frame.document.path
        if path and path != self._noted_run:
            self._noted_run = path
            self._note(DataRequest(path))
        if frame.document.opened:  # a person opened the run: its data may be on no disk here
            return
        request = frame.data_request
        if request is self._noted or frame.dataset is None or frame.state is State.LOADING:
            return
        self._noted = request
        if is_own(request):
            self._note(dataclasses.replace(request, source=os.path.abspath(path_of(request))))

    def follow_request(self, request: DataRequest) -> None:
        """Offer what makes sense for the data that is asked for."""
        self.options.setEnabled(is_own(request))

    def _note(self, request: DataRequest) -> None:
        others = [each for each in self._recent if each.source != request.source]
        self.set_recent([request, *others])

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for request in self._recent:
            path = path_of(request)
            name = formatting.shortened(path.name or str(path), 60).replace("&", "&&")
            action = self.recent_menu.addAction(name)
            action.setToolTip(str(path))
            action.setData(request)
        self.recent_menu.setEnabled(bool(self._recent))

    @Slot(QAction)
    def _open_again(self, action: QAction) -> None:
        self.recent_chosen.emit(action.data())

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = self._dialog(self.tr("Open"), QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Runs and data")
                + " (*.bpviz *.csv *.tsv *.txt *.dat *.npz *.npy *.gz *ubyte *.idx?)",
                self.tr("All files") + " (*)",
            ]
        )
        dialog.open()

    @Slot()
    def _ask_for_folder(self) -> None:
        words = self.tr("Open folder of pictures")
        dialog = self._dialog(words, QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    @Slot()
    def _ask_for_weights(self) -> None:
        words = self.tr("New run from weights")
        known = (*(each.suffix for each in WEIGHT_FORMATS), SUFFIX)
        endings = " ".join(f"*{each}" for each in known)
        dialog = self._dialog(words, QFileDialog.FileMode.ExistingFile, self.weights_chosen)
        dialog.setNameFilters([f"{self.tr('Weights')} ({endings})", self.tr("All files") + " (*)"])
        dialog.open()

    def _dialog(
        self, title: str, mode: QFileDialog.FileMode, chosen: SignalInstance | None = None
    ) -> QFileDialog:
        """Return a dialog that blocks nothing: the run goes on behind it."""
        folder = os.path.dirname(self._recent[0].source) if self._recent else ""
        dialog = QFileDialog(self._window, title, folder)
        dialog.setObjectName("open_dialog")
        dialog.setFileMode(mode)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.fileSelected.connect(self.source_chosen if chosen is None else chosen)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def is_own(request: DataRequest) -> bool:
    """Whether a request is for a file or folder, not for a set of the catalogue."""
    return request.source not in catalog.NAMES
