"""Which panels a window shows, and its dialogs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
)

from tests.ui.conftest import Stage

Key = Qt.Key

PANELS = (
    "setup_panel", "weights1_panel", "weights2_panel", "sample_panel",
    "loss_panel", "gradients_panel", "timeline_panel",
)  # fmt: skip

DEBUGGING = (
    "debugger_panel", "breakpoints_panel", "watches_panel", "branches_panel",
    "weight_history_panel", "find_panel",
)  # fmt: skip

QUESTIONING = ("boundary_panel", "units_panel", "draw_panel", "evaluation_panel", "browser_panel")

CHECKING = ("gradient_check_panel", "rule_panel")

ASKING = ("contributions_panel", "positions_panel")

BEHIND = (*DEBUGGING, *QUESTIONING, *CHECKING, *ASKING)

"""Tabs behind another panel."""


def dialog(name: str) -> Any:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    assert len(found) == 1, name
    return found[0]


def shown(stage: Stage) -> set[str]:
    return {n for n, p in stage.window.panel_set.panels.items() if p.isVisible()}


FIGURES = ("step", "epoch", "loss", "accuracy", "steps_rate", "frames_rate")


def figures_there(stage: Stage) -> list[Any]:
    figures = [stage.child(f"status_{name}") for name in FIGURES]
    return [figure for figure in figures if not figure.isHidden()]
