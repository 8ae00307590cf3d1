"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.evaluation.panel import EvaluationPanel
from tests.ui.panels.evaluation.evaluating import make_panel
from tests.ui.shown_panels import Sent


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> EvaluationPanel:
    return make_panel(qtbot, sent)
