"""What is of another kind, or in another order, is refused by the name of the right one."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import DataRequest, Dataset, DatasetError, Missing, Scaling, load
from bpviz.network import (
    Activation,
    GradientRule,
    Initializer,
    NetworkError,
    gradient_check,
    predict,
)
from bpviz.training import Order, Session, Settings, SettingsError, StoppingRule
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.pairs.custom_pair import CustomPair

DATA: Any = Dataset.from_arrays("two", np.eye(2), np.eye(2), labels=[0, 1])


class DataFrame:
    """As pandas has it: many lines, and no name or path."""

    def __repr__(self) -> str:
        return "   a  b\n0  1  2\n1  3  4"


FRAME: Any = DataFrame()
NAME: Any = "iris"
NOTHING: Any = None


@pytest.mark.parametrize(
    ("call", "error", "right"),
    [
        (lambda: Session(DATA, Settings()), SettingsError, "Session(Settings(), data)"),  # type: ignore[arg-type]
        (lambda: Session(DATA), SettingsError, "Session(Settings(), data)"),
        (lambda: Session(Settings()), SettingsError, 'load("iris")'),
        (
            lambda: Session(Settings(), NAME),
            SettingsError,
            "'iris'; it must be a Dataset",
        ),
        (lambda: Session(Settings(), FRAME), SettingsError, "Dataset.from_arrays"),
        (lambda: Session({"n_hidden": 3}, DATA), SettingsError, "Settings(n_hidden=32)"),  # type: ignore[arg-type]
        (lambda: Session(NOTHING, DATA), SettingsError, "None; they must be Settings"),
        (lambda: load(FRAME), DatasetError, "Use Dataset.from_arrays"),
        (lambda: load(np.eye(2)), DatasetError, "Use Dataset.from_arrays"),  # type: ignore[arg-type]
        (lambda: load(NOTHING), DatasetError, "None; it must be a path"),
        (lambda: load(DATA), DatasetError, "a path, a DataRequest or a name of"),
        (lambda: load(7), DatasetError, "a path, a DataRequest or a name of"),  # type: ignore[arg-type]
        (lambda: Dataset.from_arrays(np.eye(2), np.eye(2), NAME), DatasetError, '("name", X, Y)'),  # type: ignore[arg-type]
        (lambda: Settings(DATA), SettingsError, "hidden size l is <Dataset two"),
        (lambda: Settings(learning_rate="0.1"), SettingsError, "'0.1'; it must be a finite number"),  # type: ignore[arg-type]
        (lambda: Settings(sigma1=DATA), SettingsError, "one of sigmoid, tanh"),
        (
            lambda: Settings(stopping=3),
            SettingsError,
            "a StoppingRule or None, or hold the fields",
        ),  # type: ignore[arg-type]
        (lambda: Settings(stopping={"windows": 3}), SettingsError, "must be a StoppingRule"),  # type: ignore[arg-type]
        (lambda: Settings(stopping={"window": 0}), SettingsError, "stopping window is 0"),  # type: ignore[arg-type]
        (lambda: predict(session().network, np.ones((2, 5))), NetworkError, "takes n = 2"),
        (lambda: predict(session().network, FRAME), NetworkError, "(m, 2) real numbers"),
        (lambda: predict(session().network, ["a"]), NetworkError, "(m, 2) real numbers"),
    ],
)
def test_that_what_is_of_another_kind_is_told_what_would_be_right(
    call: Callable[[], Any], error: type[Exception], right: str
) -> None:
    with pytest.raises(error) as caught:
        call()
    assert right in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def session() -> Session:
    made = Session(Settings(n_hidden=70), DATA)
    made.advance(3)
    return made


counts = st.integers(1, 2**63 - 1)


@given(
    st.builds(
        Settings,
        n_hidden=st.integers(1, 4096),
        learning_rate=st.floats(0, exclude_min=True, allow_infinity=False),
        seed=st.integers(0, 2**63 - 1),
        order=st.sampled_from(Order),
        sigma1=st.sampled_from(Activation),
        sigma2=st.sampled_from(Activation),
        initializer=st.sampled_from(Initializer),
        gradient_rule=st.sampled_from(GradientRule),
        stopping=st.none()
        | st.builds(StoppingRule, st.none() | counts, st.floats(0, 1, exclude_max=True), counts),
        keyframe_budget=counts,
    )
)
def test_that_settings_come_back_from_json_as_they_were(settings: Settings) -> None:
    stored = json.loads(json.dumps(dataclasses.asdict(settings)))
    assert Settings(**stored) == settings


def test_that_a_request_comes_back_from_json_as_it_was() -> None:
    asked = DataRequest.of(
        "t.csv", target="y", inputs=["a", "b"], scaling=Scaling.UNIT, missing=Missing.DROP,
        size=(28, 28), test_share=0.25, header=True,
    )  # fmt: skip
    assert DataRequest.of(**json.loads(json.dumps(dataclasses.asdict(asked)))) == asked
    assert DataRequest.of(Path("t.csv")) == DataRequest("t.csv")


def public_objects() -> list[object]:
    run = session()
    network, data = run.network, run.dataset
    scan = ScanJob(network, 3, data, GradientRule.EXACT, gradients=True)
    scan.advance()
    check = gradient_check(network, data.x(0), data.Y[0])
    run.restart()
    run.set_learning_rate(0.2)
    run.advance(2)
    return [
        run, run.settings, network, data, data.rows, run.history, run.history.view(0, 2, 2),
        run.preview, run.trace, run.last_change, run.branch, run.branches, run.compare(0, 1),
        run.advance(1), check, check.W1, scan.result(),
        CustomPair(np.ones(2), np.ones(2), 0, "mine"),
        load("iris"), load("mnist"),
    ]  # fmt: skip


def test_that_every_public_object_says_what_it_is_in_one_line_without_its_numbers() -> None:
    for each in public_objects():
        said = repr(each)
        assert "\n" not in said
        assert "array(" not in said
        assert " object at 0x" not in said
        assert len(said) < 700
        assert type(each).__name__ in said or isinstance(each, tuple)
