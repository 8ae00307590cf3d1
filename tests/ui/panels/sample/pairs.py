"""Pairs of both parts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from bpviz.ui.panels.sample.panel import SamplePanel
from tests.ui.frames import (
    make_images,
)

TEST = make_images(5)

DATA = make_images(12, test=TEST)


def press(panel: SamplePanel, name: str, qtbot: Any) -> None:
    button = panel.findChild(QToolButton, f"sample_{name}")
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def facts(panel: SamplePanel) -> dict[str, str]:
    found = (panel.facts.predicted, panel.facts.label, panel.facts.error, panel.facts.loss)
    return {f.caption.text(): f.value.text() for f in found if f.isVisible()}
