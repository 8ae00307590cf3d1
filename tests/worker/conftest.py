"""Data on a shelf, and a trainer that publishes at every turn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bpviz.datasets import DataRequest, Dataset, DatasetError
from bpviz.worker import evaluations, loading, publisher

Progress = Callable[[str, float | None], None]


class Shelf:
    """What `load` gives in these tests; counts, and may do something while it loads."""

    def __init__(self, **data: Dataset) -> None:
        self.data = data
        self.loaded: list[str] = []
        self.meanwhile: Callable[[], object] = lambda: None

    def load(self, request: DataRequest, *, progress: Progress) -> Dataset:
        name = request.source
        self.loaded.append(name)
        progress(f"Loading {name}", 0.0)
        self.meanwhile()
        progress(f"Loading {name}", 0.5)
        if name not in self.data:
            raise DatasetError("{file} is missing.", file=name)
        progress(f"Loading {name}", 1.0)
        return self.data[name]


@pytest.fixture
def shelf(sparse: Dataset, xor: Dataset, digits: Dataset, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    shelf = Shelf(sparse=sparse, xor=xor, digits=digits)
    monkeypatch.setattr(loading, "load", shelf.load)
    return shelf


@pytest.fixture
def every_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Frames and looks are due at once, so that each turn shows what it did."""
    monkeypatch.setattr(publisher, "FRAME_SECONDS", 0.0)
    monkeypatch.setattr(publisher, "_FRAME_SHARE", 0)
    monkeypatch.setattr(evaluations, "_IDLE_SPACING", 0.0)
