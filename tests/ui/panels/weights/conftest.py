"""Both panels of weights."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from bpviz.ui.panels.weights.panel import WeightsPanel
from tests.ui.panels.weights.bench import Bench
from tests.ui.panels.weights.making import make_panel


@pytest.fixture(params=["W1", "W2"])
def panel(qtbot: QtBot, request: pytest.FixtureRequest) -> WeightsPanel:
    return make_panel(qtbot, request.param)


@pytest.fixture
def first(qtbot: QtBot) -> WeightsPanel:
    return make_panel(qtbot, "W1")


@pytest.fixture
def second(qtbot: QtBot) -> WeightsPanel:
    return make_panel(qtbot, "W2")


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot, "W2")
