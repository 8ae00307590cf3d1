"""The options that the window and ``bpviz train`` share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bpviz.data_options import data_of
from bpviz.datasets import DataRequest
from bpviz.network import Activation
from bpviz.options import Parser, add_run_options, settings_of
from bpviz.training.settings import Settings, StoppingRule


def read(*argv: str) -> Settings:
    parser = Parser(prog="bpviz")
    add_run_options(parser)
    return settings_of(parser.parse_args(argv), Settings(n_hidden=5, learning_rate=0.7))


def test_that_an_output_activation_that_is_given_is_what_targets_of_a_file_are_scaled_for() -> None:
    parser = Parser(prog="bpviz")
    add_run_options(parser)
    for source, sigma2 in (("t.csv", Activation.TANH), ("iris", None)):
        data = data_of(parser.parse_args(["--sigma2", "tanh"]), DataRequest(source))
        assert data == DataRequest(source, sigma2=sigma2)


def test_that_no_option_changes_nothing() -> None:
    assert read() == Settings(n_hidden=5, learning_rate=0.7)


def test_that_every_option_reaches_the_settings() -> None:
    settings = read(
        "--hidden", "100", "--learning-rate", "0,3", "--seed", str(2**63 - 1),
        "--order", "shuffled", "--sigma1", "tanh", "--sigma2", "identity",
        "--initializer", "glorot", "--gradient-rule", "as_printed",
        "--stop-window", "500", "--stop-tolerance", "1e-2", "--stop-patience", "4",
        "--keyframe-memory", "64",
    )  # fmt: skip
    assert settings == Settings(
        n_hidden=100,
        learning_rate=0.3,
        seed=2**63 - 1,
        order="shuffled",  # type: ignore[arg-type]
        sigma1="tanh",  # type: ignore[arg-type]
        sigma2="identity",  # type: ignore[arg-type]
        initializer="glorot",  # type: ignore[arg-type]
        gradient_rule="as_printed",  # type: ignore[arg-type]
        stopping=StoppingRule(500, 0.01, 4),
        keyframe_budget=64 * 2**20,
    )


def test_that_the_stopping_rule_is_off_unless_one_of_its_options_is_given() -> None:
    assert read().stopping is None
    assert read("--stop").stopping == StoppingRule()
    assert read("--stop-patience", "2").stopping == StoppingRule(patience=2)


@pytest.mark.parametrize(
    "argv",
    [
        ("--hidden", "0"), ("--hidden", "4097"), ("--hidden", "many"),
        ("--learning-rate", "0"), ("--learning-rate", "-1"), ("--learning-rate", "nan"),
        ("--learning-rate", "fast"), ("--learning-rate", ""),
        ("--seed", "-1"), ("--seed", str(2**63)), ("--order", "backwards"),
        ("--sigma1", "step"), ("--stop-tolerance", "1"), ("--stop-window", "0"), ("--nonsense",),
        ("--keyframe-memory", "0"), ("--keyframe-memory", "much"),
    ],
)  # fmt: skip
def test_that_a_bad_value_ends_with_one_sentence_and_code_2(
    argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        read(*argv)
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith("bpviz: ")
    assert said.endswith(".\n")


def test_that_reading_options_brings_no_qt_and_no_numba(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys, bpviz.options, bpviz.app, bpviz.display;"
        "print([m for m in ('PySide6', 'numba', 'pyqtgraph') if m in sys.modules])"
    )
    done: Any = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
