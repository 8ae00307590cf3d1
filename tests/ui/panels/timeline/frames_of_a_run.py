"""Frames along a run of two branches."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from bpviz.training.infos import BranchInfo
from bpviz.ui.panels.timeline.panel import TimelinePanel
from tests.ui.frames import make_frame
from tests.ui.records import make_classes

M = 50

BRANCHES = (BranchInfo(0, "main", None, 0, 1000), BranchInfo(1, "more λ", 0, 400, 900, "λ = 1"))


def frame_at(step: int, tip: int | None = None, **overrides: Any) -> Any:
    values = {"step": step, "tip": step if tip is None else tip}
    return make_frame(make_classes(M), **(values | overrides))


def click(qtbot: Any, panel: TimelinePanel, name: str) -> None:
    button = panel.findChild(QAbstractButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
