"""The view, and what it draws now."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset, load
from bpviz.ui.panels.network_graph.view import GraphView
from tests.ui.panels.network_graph.views import Now


@pytest.fixture(scope="module")
def iris() -> Dataset:
    return load("iris")


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def view(qtbot: QtBot, now: Now) -> GraphView:
    view = GraphView("graph", clock=now)
    qtbot.addWidget(view)
    view.resize(700, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.clearFocus()
    return view
