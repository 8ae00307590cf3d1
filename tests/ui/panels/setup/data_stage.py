"""Choosing data in the setup of a window."""

from __future__ import annotations

from typing import Any

from bpviz.datasets import DataRequest
from tests.ui.conftest import Stage
from tests.ui.frames import make_table

EDITORS = {
    "n_samples": "data_samples_edit",
    "noise": "data_noise_edit",
    "test_share": "data_test_share_edit",
    "seed": "data_seed_edit",
    "constant": "data_constant_edit",
}


def shows(stage: Stage) -> set[str]:
    panel = stage.child("setup_panel")
    return {n for n, name in EDITORS.items() if stage.child(name).isVisibleTo(panel)}


def choose(stage: Stage, source: str) -> None:
    box = stage.child("dataset_edit")
    box.setCurrentIndex(box.findData(source))
    stage.clear()


def asked(stage: Stage) -> DataRequest:
    return stage.new_runs()[-1].data


def own(stage: Stage, source: str, description: str = "", **options: Any) -> DataRequest:
    """Open a file, and let the trainer have loaded it."""
    from dataclasses import replace

    request = DataRequest.of(source, **options)
    stage.request.open(request)
    data = replace(make_table(m=20_000), name=source, title="t", description=description)
    stage.offer(step=0, dataset=data, data_request=request)
    return request
