"""The bench."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.weights_editing.bench import Bench


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot, "W2")
