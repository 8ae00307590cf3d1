"""The matrix, and what is chosen in it."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.confusion import Confusion
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.panels.evaluation.confusion.matrix import ConfusionMatrix
from tests.ui.panels.evaluation.confusion.counting import COUNTS, NAMES


@pytest.fixture
def chosen() -> list[SampleFilter]:
    return []


@pytest.fixture
def matrix(qtbot: Any, chosen: list[SampleFilter]) -> ConfusionMatrix:
    made = ConfusionMatrix()
    qtbot.addWidget(made)
    made.chosen.connect(chosen.append)
    made.set_confusion(Confusion(COUNTS), NAMES, Part.TEST)
    made.resize(500, 300)
    made.show()
    made.setFocus()
    return made
