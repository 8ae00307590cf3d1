"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset, load
from bpviz.network import Network, predict
from bpviz.training import Session, Settings
from bpviz.ui.panels.draw.panel import DrawPanel
from tests.ui.shown_panels import Sent, shown


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> DrawPanel:
    return shown(qtbot, DrawPanel(sent), 520, 420)


@pytest.fixture(scope="module")
def trained() -> tuple[Dataset, Network]:
    """About 97 per cent right on the test digits 8 × 8; a second of training."""
    digits = load("digits")
    session = Session(Settings(n_hidden=32, learning_rate=0.3, seed=0), digits)
    session.advance(30_000)
    assert digits.test is not None
    answers = predict(session.network, digits.test.X).argmax(axis=1)
    assert np.mean(answers == digits.test.labels) > 0.95
    return digits, session.network
