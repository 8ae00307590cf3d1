"""UserData: the ways from a file to a run on it, and the dialog on the way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QWidget

from bpviz.datasets import DataRequest
from bpviz.datasets.plain_request import fitted
from bpviz.datasets.user_files import path_of
from bpviz.training.message import sentence_of
from bpviz.training.start_weights import KeptPlace
from bpviz.ui.core import formatting
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.window.actions.file_actions import FileActions
from bpviz.ui.window.document import is_run
from bpviz.ui.window.open_data.file_drop import FileDrop
from bpviz.ui.window.open_data.import_dialog import ImportDialog, ImportPreview, PreviewWorker

_LONG_MS = 500
"""A look that takes longer is mentioned."""


class UserData(QObject):
    """Actions, drops and the import dialog of a window.

    A file is looked at first, beside the interface.  Then its dialog opens, or, where no choice
    could make it readable, a sentence says why; the run at hand goes on in either case.

    Parameters
    ----------
    window : QWidget
    request : RunRequest
        Is asked for the run.

    Signals
    -------
    refused(str), accepted()
        Something cannot be opened, or start weights cannot be kept, with a sentence that says why;
        or it is being loaded.
    run_chosen(str)
        The path of a saved run to open.
    """

    refused = Signal(str)
    accepted = Signal()
    run_chosen = Signal(str)

    def __init__(self, window: QWidget, request: RunRequest) -> None:
        super().__init__(window)
        self._window = window
        self._request = request
        self._dialog: ImportDialog | None = None
        self._name = ""
        self.actions = FileActions(window)
        self.drop = FileDrop(window)
        self._looker = PreviewWorker(self)
        self._long = QTimer(self, singleShot=True, interval=_LONG_MS)
        self._long.timeout.connect(self._takes_long)
        self._looker.seen.connect(self._seen)
        self.actions.source_chosen.connect(self.look_at_source)
        self.actions.weights_chosen.connect(self.read_weights)
        self.actions.recent_chosen.connect(self._open)
        self.actions.options_wanted.connect(self._look_at_hand)
        self.actions.reload_wanted.connect(self._reload)
        self.drop.dropped.connect(self.look_at_source)
        self.drop.refused.connect(self.refused)
        request.remarked.connect(self.refused)
        request.changed.connect(self._follow_request)
        self._follow_request()

    @Slot(str)
    def look_at_source(self, source: str) -> None:
        """Look at a file or folder, and open its dialog; a saved run is opened at once."""
        if is_run(source):
            self.run_chosen.emit(source)
        else:
            self.look_at(DataRequest(source))

    def look_at(self, request: DataRequest) -> None:
        """Look at a file with some choices made, and open its dialog."""
        self._name = path_of(request).name or request.source
        self._close_dialog()
        self._looker.look(fitted(request, self._request.settings.sigma2))
        self._long.start()

    @Slot(str)
    def read_weights(self, source: str) -> None:
        """Read start weights, and begin a run with them on the data at hand."""
        request = DataRequest(source)
        self._name = path_of(request).name or source
        self._close_dialog()
        self._looker.read_weights(request)
        self._long.start()

    @Slot()
    def _look_at_hand(self) -> None:
        self.look_at(self._request.data)

    @Slot()
    def _reload(self) -> None:
        self._request.start(reload=True)

    @Slot()
    def _takes_long(self) -> None:
        words = self.tr("Reading {name}; it is opened when this is done.")
        self.refused.emit(words.format(name=formatting.shortened(self._name, 60)))

    @Slot(object)
    def _seen(self, look: ImportPreview) -> None:
        self._long.stop()
        self.accepted.emit()
        if look.hopeless and look.problem is not None:
            sentence = formatting.translated(sentence_of(look.problem))
            self.refused.emit(formatting.without_options(sentence))
            return
        if look.places:
            self._ask_for_place(look)
            return
        if look.weights is not None:
            self._request.start_from(look.weights)
            if look.weights.remarks:
                remarks = map(formatting.translated, look.weights.remarks)
                self._request.remarked.emit(" ".join(remarks))
            return
        dialog = self._dialog = ImportDialog(
            look, self._window, self._request.settings_for(look.request).n_hidden
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.opened.connect(self._open)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _ask_for_place(self, look: ImportPreview) -> None:
        """Ask which of the weights a run begins with that a saved one kept."""
        texts: dict[str, KeptPlace] = {}
        usual = ""
        for place in look.places:
            name = formatting.shortened(formatting.translated(place.name), 40)
            text = self.tr("step {step} · {branch}").format(
                step=formatting.count(place.step), branch=name
            )
            if text in texts:  # branches of one name
                text = f"{text} ({place.branch + 1})"
            texts[text] = place
            usual = text if place.usual else usual
        dialog = QInputDialog(self._window)
        dialog.setObjectName("kept_weights_dialog")
        dialog.setWindowTitle(self.tr("New run from weights"))
        dialog.setLabelText(self.tr("Weights that the saved run kept, to begin with:"))
        dialog.setOption(QInputDialog.InputDialogOption.UseListViewForComboBoxItems)
        dialog.setComboBoxItems(list(texts))
        dialog.setTextValue(usual)
        dialog.textValueSelected.connect(
            lambda text: self._looker.read_weights(look.request, texts[text])
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    @Slot(object)
    def _open(self, request: DataRequest) -> None:
        self.accepted.emit()
        if is_run(request.source):
            self.run_chosen.emit(request.source)
        else:
            self._request.open(request)

    @Slot()
    def _follow_request(self) -> None:
        self.actions.follow_request(self._request.data)
