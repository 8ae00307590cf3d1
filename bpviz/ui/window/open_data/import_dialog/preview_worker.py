"""PreviewWorker: looks at files beside the interface, so that a slow disk never freezes it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bpviz.datasets import DataRequest, DatasetError
from bpviz.datasets.preview import Preview, SourceKind
from bpviz.datasets.source import Source
from bpviz.datasets.tables.text_encoding import refuse_binary
from bpviz.datasets.user_files import kind_of, path_of, preview
from bpviz.exchange import holds_weights, kept_places, read_weights
from bpviz.training.start_weights import KeptPlace, StartWeights
from bpviz.ui.window.document import is_run

LOOK_MS = 10
_HEAD = 2**18


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What was seen of a file.

    Attributes
    ----------
    request : DataRequest
        What was asked for.
    preview : Preview or None
        None where it cannot be read like that.
    problem : DatasetError or None
        Why it cannot be loaded.
    hopeless : bool
        Whether no choice could change that.
    weights : StartWeights or None
        What it holds where it is no data but start weights.
    places : tuple of KeptPlace
        Where it holds such, if it is a saved run that kept them at several.
    """

    request: DataRequest
    preview: Preview | None
    problem: DatasetError | None = None
    hopeless: bool = False
    weights: StartWeights | None = None
    places: tuple[KeptPlace, ...] = ()


_Look = Callable[[], ImportPreview]


class PreviewWorker(QObject):
    """Has files looked at, one after the other, in a plain thread that touches nothing of Qt.

    Only the newest request counts: what was seen for an older one is dropped.

    Signals
    -------
    seen(object)
        The `ImportPreview` at what was asked for last.
    """

    seen = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: _Look | None = None
        self._under_way: _Look | None = None
        self._results: queue.SimpleQueue[ImportPreview] = queue.SimpleQueue()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._collect)

    @property
    def busy(self) -> bool:
        """Whether a look is still to come."""
        return self._wanted is not None

    def look(self, request: DataRequest) -> None:
        """Look at what `request` names; `seen` follows, unless something else is asked for."""
        self._want(partial(look_at, request))

    def read_weights(self, request: DataRequest, place: KeptPlace | None = None) -> None:
        """Read the start weights in what `request` names; `seen` follows as for `look`.

        Of a saved run that kept weights at several places it has these instead, until one of them
        is given.
        """
        self._want(partial(weights_at, request, place))

    def _want(self, look: _Look) -> None:
        self._wanted = look
        self._begin()
        self._timer.start()

    def forget(self) -> None:
        """Want nothing any more."""
        self._wanted = None

    def _begin(self) -> None:
        if self._under_way is None and self._wanted is not None:
            self._under_way = self._wanted
            # A daemon: a disk that never answers must not keep the program from ending.
            threading.Thread(
                target=_work, args=(self._under_way, self._results), name="looker", daemon=True
            ).start()

    @Slot()
    def _collect(self) -> None:
        try:
            result = self._results.get_nowait()
        except queue.Empty:
            return
        current = self._under_way is self._wanted
        self._under_way = None
        if current:
            self._wanted = None
        self._begin()
        if self._under_way is None:
            self._timer.stop()
        if current:
            self.seen.emit(result)


def _work(look: _Look, results: queue.SimpleQueue[ImportPreview]) -> None:
    results.put(look())


def weights_at(request: DataRequest, place: KeptPlace | None = None) -> ImportPreview:
    """Read the start weights in a file."""
    try:
        if place is None and is_run(request.source):
            places = kept_places(request.source)
            if len(places) > 1:
                return ImportPreview(request, None, places=places)
        return ImportPreview(request, None, weights=read_weights(request.source, place))
    except DatasetError as error:
        return ImportPreview(request, None, error, hopeless=True)


def look_at(request: DataRequest) -> ImportPreview:
    """Look at a file, and tell whether choices can help where it cannot be read.

    Start weights, which are no data unless arrays of it are chosen, are read at once.
    """
    if not (request.inputs or request.target) and holds_weights(path_of(request)):
        return weights_at(request)
    try:
        found = preview(request)
    except DatasetError as error:
        return ImportPreview(request, None, error, not _choices_help(request, error))
    return ImportPreview(request, found, found.problem)


def _choices_help(request: DataRequest, error: DatasetError) -> bool:
    """Whether a larger limit, or another way to read text, could make it readable."""
    if "max_bytes" in error.template:
        return True
    path = path_of(request)
    try:
        if kind_of(path, request) is not SourceKind.TABLE:
            return False
        refuse_binary(Source(path, request.max_bytes).head(_HEAD)[:4096], path, request.encoding)
    except DatasetError:
        return False
    return True
