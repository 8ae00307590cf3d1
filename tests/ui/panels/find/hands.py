"""What a person does in the panel that finds steps."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bpviz.datasets import Dataset
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.infos import AskedInfo
from bpviz.training.search_results import FoundSteps
from bpviz.training.watches import Watch
from bpviz.ui.panels.find.panel import FindPanel
from bpviz.ui.panels.find.query import Kind
from tests.ui.frames import make_frame, make_images

IMAGES = make_images(m=12)

ABOVE = Breakpoint.loss_above(0.5)


def found_steps(*steps: int, **values: Any) -> FoundSteps:
    """Steps that a search of 0 … 99 has found."""
    usual: dict[str, Any] = {
        "condition": ABOVE,
        "watch": Watch.loss(),
        "of": "",
        "branch": 0,
        "start": 0,
        "stop": 100,
        "searched": 100,
        "count": len(steps),
        "steps": np.array(steps, dtype=np.int64),
        "samples": np.array(steps, dtype=np.int64) % 12,
        "values": np.array(steps, dtype=float) / 8 + 0.625,
    }
    return FoundSteps(**{**usual, **values})


def asked(found: FoundSteps | None, fraction: float | None = None, **values: Any) -> AskedInfo:
    what = "" if fraction is None else "FindSteps"
    return AskedInfo(**{"what": what, "fraction": fraction, "found": found, **values})


def offer(panel: FindPanel, data: Dataset = IMAGES, **overrides: Any) -> None:
    overrides = {"step": 99, "tip": 99, "acknowledged": 1000, **overrides}
    frame = make_frame(data, **overrides)
    panel.note_frame(frame)
    panel.show_frame(frame)
    for _ in range(3):
        QApplication.processEvents()


def child(panel: QWidget, name: str) -> Any:
    found = panel.findChild(QWidget, name)
    assert found is not None, name
    return found


def choose(panel: FindPanel, kind: Kind) -> None:
    panel.form.kind_edit.setCurrentIndex(panel.form.kind_edit.findData(kind))


def type_in(panel: FindPanel, name: str, words: str) -> None:
    line = child(panel, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    if not words:
        line.clear()


def enter(panel: FindPanel, words: str) -> None:
    type_in(panel, "find_line", words)
    QTest.keyClick(child(panel, "find_line"), Qt.Key.Key_Return)


def rows(panel: FindPanel) -> list[list[str]]:
    model = panel.table.found
    return [
        [str(model.index(row, column).data()) for column in range(3)]
        for row in range(model.rowCount())
    ]
