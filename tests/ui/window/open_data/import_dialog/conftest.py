"""The desk, and a table as a German spreadsheet writes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.datasets.own_files import write
from tests.ui.window.open_data.import_dialog.desk import GERMAN, Desk


@pytest.fixture
def desk(qtbot: Any) -> Iterator[Any]:
    desks: list[Desk] = []

    def make(path: Path, **options: object) -> Desk:
        desks.append(Desk(qtbot, path, **options))
        return desks[-1]

    yield make
    for each in desks:
        each.dialog.close()
        each.host.deleteLater()


@pytest.fixture
def german(tmp_path: Path) -> Path:
    return write(tmp_path / "messung.csv", GERMAN, "latin-1")
