"""What is remembered from one start to the next; only the program itself reads and writes it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from bpviz.datasets import DataRequest, DatasetError, catalog
from bpviz.languages import LANGUAGES, SYSTEM
from bpviz.training.message import Message
from bpviz.training.settings import Settings
from bpviz.ui.window.figures.choice import FigureChoice, choice_kept
from bpviz.ui.window.theme_mode import MODES

T = TypeVar("T")


class Preferences:
    """Reads and writes the stored preferences; what is unreadable counts as not there."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store if store is not None else QSettings("bpviz", "bpviz")
        self._unreadable = self._store.status() is self._store.Status.FormatError

    def complaint(self) -> Message | None:
        """Return what is wrong with the store, once all of it was asked for; None if nothing is."""
        if self._unreadable:
            return Message.of(
                "The preferences in {file} are damaged; unreadable values are replaced by their "
                "defaults.",
                file=self._store.fileName(),
            )
        if not self._store.isWritable():
            return self._not_stored()
        return None

    def _not_stored(self) -> Message:
        return Message.of(
            "The preferences cannot be saved in {file}. Make that file writable to keep them "
            "after the window closes.",
            file=self._store.fileName(),
        )

    def theme(self) -> str:
        """Return the theme's mode."""
        mode = str(self._store.value("theme", "system"))
        return mode if mode in MODES else "system"

    def language(self) -> str:
        """Return the code of the language, or `SYSTEM`."""
        mode = str(self._store.value("language", SYSTEM))
        return mode if mode in LANGUAGES else SYSTEM

    def count_from(self) -> int:
        """Return what indices count from, 0 or 1."""
        return 1 if str(self._store.value("count_from", 0)) == "1" else 0

    def text_size(self) -> int | None:
        """Return the points that a person has chosen; None for those of the system."""
        stored = str(self._store.value("text_size", ""))
        return int(stored) if stored.isascii() and stored.isdigit() and len(stored) < 4 else None

    def advice(self) -> bool:
        """Return whether the adviser may speak."""
        return self._store.value("advice", True) not in (False, "false")

    def is_new(self) -> bool:
        """Return whether nothing was ever stored."""
        return not self._store.allKeys()

    def geometry(self) -> QByteArray:
        """Return the window's place, empty if none is stored."""
        return self._bytes("geometry")

    def layout(self) -> QByteArray:
        """Return the docks' arrangement, empty if none is stored."""
        return self._bytes("layout")

    def own_layouts(self) -> dict[str, QByteArray]:
        """Return the layouts of the person's own, by name."""
        return self._read("own_layouts", _layouts_of) or {}

    def remember_own_layouts(self, layouts: Mapping[str, QByteArray]) -> None:
        """Store the layouts of the person's own."""
        written = {name: bytes(each.toBase64().data()).decode() for name, each in layouts.items()}
        self._store.setValue("own_layouts", json.dumps(written))

    def recent_commands(self) -> list[str]:
        """Return the keys of the palette's entries chosen last, the newest first."""
        return self._read("recent_commands", _texts_of) or []

    def remember_commands(self, keys: Sequence[str]) -> None:
        """Store the keys of the palette's entries chosen last."""
        self._store.setValue("recent_commands", json.dumps(list(keys)))

    def figure(self) -> FigureChoice:
        """Return what was chosen of a figure last."""
        return self._read("figure", choice_kept) or FigureChoice()

    def remember_figure(self, choice: FigureChoice) -> None:
        """Store what was chosen of a figure last."""
        self._store.setValue("figure", json.dumps(choice.kept()))

    def last_run(self) -> tuple[DataRequest, Settings] | None:
        """Return data set and settings used last, None if none can be read."""
        return self._read("run", _run_of)

    def last_weights(self) -> str:
        """Return the file of start weights used last; empty if there was none."""
        return self._read("run", lambda stored: str(stored.get("weights", ""))) or ""

    def remember(self, values: dict[str, Any]) -> None:
        """Store theme, language, counting, text size, advice, geometry and layout by these names.

        What is None is left to the system, also the next time.
        """
        for name, value in values.items():
            if value is None:
                self._store.remove(name)
            else:
                self._store.setValue(name, value)

    def remember_run(self, data: DataRequest, settings: Settings, weights: str = "") -> None:
        """Store settings and data set, of that only what is chosen; a file by its whole path.

        `weights` is the file of start weights, empty where they are drawn.
        """
        if data.source not in catalog.NAMES:
            data = replace(data, source=str(Path(os.path.expanduser(data.source)).absolute()))
        open_ = asdict(DataRequest(""))
        chosen = {name: value for name, value in asdict(data).items() if value != open_[name]}
        run: dict[str, object] = {"data": chosen, "settings": asdict(settings)}
        if weights:
            run["weights"] = weights
        self._store.setValue("run", json.dumps(run))

    def recent(self) -> list[DataRequest]:
        """Return the files and folders opened last, the newest first."""
        return self._read("recent", lambda stored: [request_of(each) for each in stored]) or []

    def remember_recent(self, requests: Sequence[DataRequest]) -> None:
        """Store the files and folders opened last, with what was chosen about them."""
        self._store.setValue("recent", json.dumps([asdict(each) for each in requests]))

    def save(self) -> Message | None:
        """Write everything to disk; return why not, if that is not possible."""
        self._store.sync()
        return None if self._store.status() is self._store.Status.NoError else self._not_stored()

    def _read(self, name: str, meaning: Callable[[Any], T]) -> T | None:
        """Return what the JSON under `name` means; None if there is none, or it means nothing."""
        stored = self._store.value(name)
        if stored is None:
            return None
        try:
            return meaning(json.loads(str(stored)))
        except (AttributeError, ValueError, TypeError, KeyError, DatasetError, RecursionError):
            self._unreadable = True  # by hand, by a fault of the disk, or by another version
            return None

    def _bytes(self, name: str) -> QByteArray:
        value = self._store.value(name)
        if isinstance(value, QByteArray):
            return value
        self._unreadable = self._unreadable or value is not None
        return QByteArray()


def _layouts_of(stored: Any) -> dict[str, QByteArray]:
    """Return named layouts; whether one of them can be read is seen when it is chosen."""
    return {
        str(name): QByteArray.fromBase64(layout.encode())
        for name, layout in dict(stored).items()
        if layout.isascii()
    }


def _texts_of(stored: Any) -> list[str]:
    if not isinstance(stored, list) or not all(isinstance(each, str) for each in stored):
        raise TypeError("a list of texts")
    return stored


def _run_of(stored: Any) -> tuple[DataRequest, Settings]:
    data = request_of(stored["data"] if "data" in stored else _old(stored))
    if data.source in catalog.NAMES:
        catalog.shape_of(data)  # refuses what another version may have known
    values = dict(stored["settings"])
    known = {field.name for field in fields(Settings)}
    return data, Settings(**{k: v for k, v in values.items() if k in known})


def _old(stored: Mapping[str, object]) -> Mapping[str, object]:
    """Return the request in what versions stored that knew of nothing but a name."""
    return {"source": stored["dataset"]}


def request_of(stored: object) -> DataRequest:
    """Return the request of which `stored` has the fields; what it lacks is left open.

    Raises
    ------
    DatasetError, TypeError, KeyError
        If it is none.
    """
    if not isinstance(stored, Mapping):
        raise TypeError("a request is stored as its fields")
    known = {field.name for field in fields(DataRequest)} - {"source"}
    options = {name: value for name, value in stored.items() if name in known}
    if options.get("size") is not None:
        options["size"] = tuple(options["size"])
    return DataRequest.of(str(stored["source"]), **options)
