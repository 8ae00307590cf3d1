"""What somebody gave, as it stands in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import Dataset, load
from bpviz.network import Network, gradient_check, predict, trace
from bpviz.network.step_sizes import step_size_sweep
from bpviz.options import Parser, add_run_options
from bpviz.parsing import parse_count, parse_number
from bpviz.quoting import cut, spelled
from bpviz.training import Breakpoint, Session, Settings, StoppingRule

LONG = "x" * 100_000
NET = Network(np.eye(2), np.eye(2))
DATA = Dataset.from_arrays("two", np.eye(2), np.eye(2), labels=[0, 1])


@given(st.one_of(st.text(), st.binary(), st.floats(), st.lists(st.text())))
def test_that_whatever_is_quoted_is_short_and_printable(value: object) -> None:
    for said in (spelled(value), spelled([value] * 1000)):
        assert len(said) <= 60
        assert said.isprintable()


@given(st.text(), st.integers(min_value=10, max_value=700))
def test_that_a_sentence_is_cut_in_its_middle_alone(text: str, longest: int) -> None:
    said = cut(text, longest)
    assert len(said) <= longest + 3
    assert said.isprintable() or not said
    if text.isprintable() and len(text) <= longest:
        assert said == text


def test_that_arrays_are_quoted_in_one_line() -> None:
    assert spelled(np.eye(2)) == "array([[1., 0.], [0., 1.]])"


CALLS: list[Callable[[], Any]] = [
    *(
        lambda name=name: Settings(**{name: LONG})
        for name in (
            "n_hidden", "learning_rate", "seed", "order", "sigma1", "sigma2", "initializer",
            "gradient_rule", "stopping", "keyframe_budget",
        )
    ),
    *(
        lambda name=name: StoppingRule(**{name: LONG})
        for name in ("window", "tolerance", "patience")
    ),
    *(
        lambda name=name: load("moons", **{name: LONG})
        for name in (
            "n_samples", "noise", "seed", "test_share", "constant", "target", "kind", "scaling",
            "missing", "separator", "decimal", "encoding", "header", "size", "max_bytes", LONG,
        )
    ),
    lambda: load(LONG),
    lambda: load(LONG + ".csv"),
    lambda: load(Path(LONG)),
    lambda: load("moons", size=(LONG, LONG)),
    lambda: parse_number(LONG),
    lambda: parse_count(LONG),
    lambda: Network(np.eye(2), np.eye(2), sigma1=LONG),
    lambda: Network.initial(n_inputs=LONG, n_hidden=1, n_outputs=1),  # type: ignore[arg-type]
    lambda: Network.initial(n_inputs=1, n_hidden=1, n_outputs=1, initializer=LONG),
    lambda: predict(NET, LONG),
    lambda: predict(NET, [[LONG, LONG]]),
    lambda: trace(NET, [0, 0], [0, 0], LONG),
    lambda: gradient_check(NET, [0, 0], [0, 0], LONG),  # type: ignore[arg-type]
    lambda: step_size_sweep(NET, [0, 0], [0, 0], matrix=LONG, row=0, column=0),  # type: ignore[arg-type]
    lambda: Session(LONG, DATA),  # type: ignore[arg-type]
    lambda: Session(Settings(), LONG),  # type: ignore[arg-type]
    lambda: Breakpoint.loss_above(LONG),  # type: ignore[arg-type]
    lambda: Session(Settings(), DATA).breakpoints.add(LONG),  # type: ignore[arg-type]
    lambda: Session(Settings(), DATA).set_gradient_rule(LONG),  # type: ignore[arg-type]
    lambda: Session(Settings(), DATA).set_learning_rate(LONG),  # type: ignore[arg-type]
    lambda: Session(Settings(), DATA).edit_weight(LONG, 0, 0, 1.0),  # type: ignore[arg-type]
    lambda: Session(Settings(), DATA).edit_weight("W1", 0, 0, LONG),  # type: ignore[arg-type]
    lambda: Session(Settings(), DATA).history.envelope(0, 1, 1, LONG),
    lambda: Dataset.from_arrays("x", [[LONG]], [[1]]),
    lambda: Dataset.from_arrays("x", [[1]], LONG),
    lambda: Dataset.from_arrays(np.eye(200), np.eye(2), np.eye(2)),  # type: ignore[arg-type]
]  # fmt: skip


@pytest.mark.parametrize("call", CALLS)
def test_that_no_error_echoes_a_long_text(call: Callable[[], Any]) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of whatever kind
        call()
    # Paths are given whole up to the length that a path can have.
    assert len(str(caught.value)) < 6000
    assert "\n" not in str(caught.value)


def test_that_no_option_echoes_a_long_text(capsys: pytest.CaptureFixture[str]) -> None:
    parser = Parser(prog="bpviz")
    add_run_options(parser)
    for action in parser._actions:
        for option in action.option_strings[:1]:
            any_text = ("--dataset", "--weights", "--target", "--inputs", "--categories", "--also-missing")
            if action.nargs == 0 or option in ("--help", *any_text):
                continue
            with pytest.raises(SystemExit) as caught:
                parser.parse_args([option, LONG])
            assert caught.value.code == 2
            said = capsys.readouterr().err
            assert said.count("\n") == 1, option
            assert len(said) < 700, option
