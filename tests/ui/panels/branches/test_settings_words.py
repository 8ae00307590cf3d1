"""What runs are made with, in words, and in what branches differ."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from bpviz.datasets import DataRequest
from bpviz.datasets.request import Missing, Scaling, TargetKind, TargetScaling
from bpviz.network.activations import Activation
from bpviz.network.rules import GradientRule
from bpviz.network.weights import Initializer
from bpviz.training.infos import BranchInfo, RunInfo
from bpviz.training.settings import Order, Settings, StoppingRule
from bpviz.ui.panels.branches.settings_words import differences, run_words

SETTINGS = Settings(n_hidden=8)
DATA = DataRequest("t.csv", kind=TargetKind.CLASSES)

OTHER_SETTINGS: dict[str, Any] = {
    "n_hidden": 9, "learning_rate": 0.1000001, "seed": 1, "order": Order.SEQUENTIAL,
    "sigma1": Activation.TANH, "sigma2": Activation.TANH, "initializer": Initializer.HE,
    "gradient_rule": GradientRule.AS_PRINTED, "stopping": StoppingRule(),
}  # fmt: skip
OTHER_DATA: dict[str, Any] = {
    "source": "u.csv", "noise": 0.3, "seed": 1, "test_share": 0.3, "constant": True,
    "target": ("y",), "inputs": ("a", "b"), "kind": TargetKind.REGRESSION,
    "scaling": Scaling.NONE, "target_scaling": TargetScaling.SIGNED, "missing": Missing.DROP,
    "separator": ";", "decimal": ",", "encoding": "latin-1", "header": False, "size": (8, 8),
    "also_missing": ("n/a",), "categories": ("a",),
}  # fmt: skip


def run(settings: Settings = SETTINGS, data: DataRequest = DATA) -> RunInfo:
    return RunInfo("a table", settings, data, 80, 20, 3, 2, True)


def branch(info: RunInfo, number: int = 0) -> BranchInfo:
    return BranchInfo(number, f"b{number}", run=info, learning_rate=0.1)


@pytest.mark.parametrize(
    "info",
    [
        *(run(SETTINGS.replace(**{name: value})) for name, value in OTHER_SETTINGS.items()),
        *(
            run(data=dataclasses.replace(DATA, **{name: value}))
            for name, value in OTHER_DATA.items()
        ),
    ],
)
def test_that_every_setting_of_run_and_data_is_a_difference(info: RunInfo) -> None:
    found = differences(branch(run()), branch(info))
    assert len(found) == 1
    _, one, other = found[0]
    assert one != other
    words = run_words([branch(run()), branch(info, 1)])
    told_apart = len(set(words.values())) == 2
    # λ and the rule stand in columns of their own; so they need not, but may, be told here too.
    assert told_apart


def test_that_start_weights_of_ones_own_stand_in_the_place_of_how_weights_are_drawn() -> None:
    own = dataclasses.replace(run(), weights="weights.npz")
    assert differences(branch(run()), branch(own)) == [("initial weights", "normal", "weights.npz")]
    words = run_words([branch(run()), branch(own, 1)])
    assert words[id(own)].endswith(", initial weights: weights.npz")


def test_that_no_field_of_settings_or_data_is_forgotten() -> None:
    kept = {"keyframe_budget", "sigma2", "n_samples", "max_bytes"}  # in another field, or no matter
    for kind, known in ((Settings, OTHER_SETTINGS), (DataRequest, OTHER_DATA)):
        assert {field.name for field in dataclasses.fields(kind)} - set(known) <= kept


def test_that_what_holds_at_the_end_is_a_difference_too() -> None:
    one = branch(run())
    other = dataclasses.replace(one, learning_rate=0.3, gradient_rule=GradientRule.AS_PRINTED)
    assert [row[1:] for row in differences(one, other)] == [("0.1", "0.3"), ("–", "as printed")]
    assert differences(one, one) == []
