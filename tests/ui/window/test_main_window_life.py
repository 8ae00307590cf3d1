"""From the first picture to closing, and what is kept."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from bpviz.datasets import DataRequest
from bpviz.training.commands import Run, Subscribe
from bpviz.training.events import Problem
from bpviz.training.quantities import Need
from bpviz.training.settings import Settings, StoppingRule
from bpviz.ui.kit.controls.flow_layout import FlowLayout
from bpviz.ui.window.preferences import Preferences
from tests.ui.conftest import Stage


def test_that_the_trainer_starts_behind_the_first_picture(fresh: Stage, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: fresh.trainer.starts == 1)


def test_that_closing_hides_and_ends_the_trainer(stage: Stage) -> None:
    stage.window.close()
    assert not stage.window.isVisible()
    assert stage.trainer.ends == 1
    stage.mailbox.found.append(Problem("too late"))
    stage.trainer.published.emit()
    assert stage.mailbox.asked(Run) == []


def test_that_quit_closes(stage: Stage) -> None:
    stage.child("action_quit").trigger()
    assert stage.trainer.ends == 1


def test_that_a_row_of_several_lines_fills_a_widget_and_is_never_a_part_of_another_layout(
    stage: Stage,
) -> None:
    stage.window.panel_set.make_all()
    rows = stage.window.findChildren(FlowLayout)
    assert rows
    assert [row for row in rows if not isinstance(row.parent(), QWidget)] == []


def test_that_hidden_panels_are_not_asked_for(stage: Stage) -> None:
    stage.child("action_layout_debug").trigger()
    stage.pump.look()
    watches = [c for c in stage.mailbox.posted if isinstance(c, Subscribe)]
    assert not {Need.HISTORY, Need.SCAN} & watches[-1].needs
    stage.child("action_layout_overview").trigger()
    stage.pump.look()
    watch = [c for c in stage.mailbox.posted if isinstance(c, Subscribe)][-1]
    assert {Need.HISTORY, Need.SCAN} <= watch.needs


def test_that_preferences_survive_a_restart(tmp_path: Any) -> None:
    path = str(tmp_path / "bpviz.ini")
    chosen = Settings(
        n_hidden=77, learning_rate=0.3, seed=2**63 - 1, stopping=StoppingRule(500, 0.01, 4)
    )
    first = Preferences(QSettings(path, QSettings.Format.IniFormat))
    assert first.last_run() is None
    assert first.theme() == "system"
    assert first.last_weights() == ""
    first.remember_run(DataRequest("digits"), chosen, "/home/me/weights.npz")
    assert first.count_from() == 0
    first.remember({"theme": "dark", "count_from": 1})
    first.save()
    again = Preferences(QSettings(path, QSettings.Format.IniFormat))
    assert again.last_run() == (DataRequest("digits"), chosen)
    assert again.last_weights() == "/home/me/weights.npz"
    again.remember_run(DataRequest("digits"), chosen)
    assert again.last_weights() == ""
    assert again.theme() == "dark"
    assert again.count_from() == 1


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", '{"dataset": 3}', '{"dataset": "x", "settings": {"n_hidden": 0}}', "null"],
)
def test_that_unreadable_preferences_count_as_none(tmp_path: Any, stored: str) -> None:
    store = QSettings(str(tmp_path / "bpviz.ini"), QSettings.Format.IniFormat)
    store.setValue("run", stored)
    store.setValue("theme", "pink")
    store.setValue("count_from", "seven")
    store.setValue("layout", "not bytes")
    preferences = Preferences(store)
    assert preferences.last_run() is None
    assert preferences.last_weights() == ""
    assert preferences.theme() == "system"
    assert preferences.count_from() == 0
    assert preferences.layout().isEmpty()
