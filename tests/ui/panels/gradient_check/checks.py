"""Gradient checks made by hand, so that their panel can be tested without a trainer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.datasets.dataset import Part
from bpviz.network import GradientRule
from bpviz.network.central_differences import CheckJob
from bpviz.training.commands import Command
from bpviz.training.evaluation.check_info import CheckInfo, WeightSweep
from bpviz.training.events import Frame
from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.gradient_check.panel import GradientCheckPanel
from tests.ui.frames import make_frame, make_table

Left = Qt.MouseButton.LeftButton

Weight = tuple[Any, int, int]


def make_note(
    frame: Frame,
    rule: GradientRule = GradientRule.EXACT,
    weight: Weight | None = None,
    **options: Any,
) -> CheckInfo:
    """Check the pair that `frame` shows, as the trainer does; `options` are those of the job."""
    shown = frame.preview if frame.selected is None else frame.selected_trace
    assert shown is not None
    job = CheckJob(frame.network, shown.x, shown.y, rule, **options)
    job.advance()
    result = job.result()

    def swept(weight: Weight | None) -> WeightSweep | None:
        return None if weight is None else WeightSweep(*weight, job.sweep(*weight))

    return CheckInfo(
        step=frame.step,
        branch=0,
        part=frame.selected_part if frame.selected is not None else Part.TRAIN,
        sample=frame.sample if frame.selected is None else frame.selected,
        own="" if frame.own is None else frame.own.title,
        network=frame.network,
        trace=job.trace,
        result=result,
        worst=swept(result.worst),
        chosen=swept(weight),
    )


def checked(frame: Frame, rule: GradientRule = GradientRule.EXACT, **options: Any) -> Frame:
    """Return `frame` with a check of it."""
    return replace(frame, check=make_note(frame, rule, **options))


def small(**overrides: Any) -> Frame:
    return make_frame(make_table(), n_hidden=5, **overrides)


class Desk:
    """A panel, and what it sent."""

    def __init__(self, qtbot: QtBot, width: int = 760, height: int = 720) -> None:
        self.sent: list[Command] = []
        self.selected: list[Selection] = []
        self.panel = GradientCheckPanel(self._send)
        qtbot.addWidget(self.panel)
        self.panel.weight_selected.connect(self.selected.append)
        self.panel.resize(width, height)
        with qtbot.waitExposed(self.panel):
            self.panel.show()

    def _send(self, command: Command) -> int:
        self.sent.append(command)
        return len(self.sent)

    def show(self, frame: Frame) -> None:
        self.panel.show_frame(frame)
        QGuiApplication.processEvents()

    def text(self, name: str) -> str:
        label = self.panel.findChild(object, f"gradient_check_{name}")
        assert label is not None
        return str(label.text())  # type: ignore[attr-defined]

    def view(self, matrix: str) -> Any:
        return self.panel.body.parts[matrix].view  # type: ignore[index]

    def click_weight(self, matrix: str, row: int, column: int) -> None:
        view = self.view(matrix)
        at = view.widget_position(row, column)
        QTest.mouseMove(view.plot.viewport(), at)
        QTest.mouseClick(view.plot.viewport(), Left, pos=at)
        QGuiApplication.processEvents()
