"""An evaluation panel to be tested, with looks made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from bpviz.datasets import Dataset
from bpviz.training.evaluation.results import Evaluations, Scan
from bpviz.training.events import Frame
from bpviz.ui.panels.evaluation.panel import EvaluationPanel
from tests.ui.frames import make_frame
from tests.ui.records import make_classes, make_evaluations, make_scan
from tests.ui.shown_panels import Sent

NO_CURVE = Evaluations(np.zeros(0, np.int64), np.zeros(0), np.zeros(0))


def make_panel(qtbot: Any, sent: Sent) -> EvaluationPanel:
    panel = EvaluationPanel(sent)
    qtbot.addWidget(panel)
    panel.resize(600, 400)
    panel.show()
    return panel


def scan_of(data: Dataset, step: int, losses: Any, predicted: Any) -> Scan:
    assert data.labels is not None
    said = np.asarray(predicted)
    return Scan(
        step=step,
        losses=np.asarray(losses, float),
        magnitudes=np.zeros((0, 2)),
        predicted=said,
        correct=said == data.labels,
    )


def with_test(m: int = 40, n: int = 30) -> Dataset:
    return replace(make_classes(m), test=make_classes(n, seed=1))


def frame_of(data: Dataset | None = None, step: int = 700, **overrides: Any) -> Frame:
    data = data or with_test()
    values: dict[str, Any] = {
        "step": step,
        "scan": make_scan(data, step),
        "test_scan": None if data.test is None else make_scan(data.test, step),
        "train_curve": make_evaluations(step, 5),
        "test_curve": NO_CURVE if data.test is None else make_evaluations(step, 4),
    }
    return make_frame(data, **(values | overrides))


def texts(panel: EvaluationPanel) -> tuple[list[str], list[str]]:
    figures = panel.figures
    return [label.text() for label in figures.accuracies], [x.text() for x in figures.losses]
