"""The matrix, and what is chosen in it."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.datasets.dataset import Part
from bpviz.ui.widgets.confusion import Confusion
from bpviz.ui.widgets.confusion_matrix import ConfusionMatrix
from bpviz.ui.widgets.sample_filter import SampleFilter
from tests.ui.confusion_matrix.counting import COUNTS, NAMES


@pytest.fixture
def chosen() -> list[SampleFilter]:
    return []


@pytest.fixture
def matrix(qtbot: Any, chosen: list[SampleFilter]) -> ConfusionMatrix:
    made = ConfusionMatrix("made")
    qtbot.addWidget(made)
    made.chosen.connect(chosen.append)
    made.set_confusion(Confusion(COUNTS), NAMES, Part.TEST)
    made.resize(500, 300)
    made.show()
    made.setFocus()
    return made
