"""Scripts of a step: they run by themselves, and get the numbers that bpviz shows."""

from __future__ import annotations

import importlib.util
import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset, load
from bpviz.exchange import (
    About,
    ExchangeError,
    ScriptKind,
    about_run,
    export_script,
    step_script,
)
from bpviz.exchange.scripts import numpy_text, torch_text
from bpviz.exchange.scripts import step_script as writing
from bpviz.network import Activation, GradientRule, Network, predict
from bpviz.training import Session, Settings

CASES = list(itertools.product(Activation, Activation, GradientRule))
KINDS = [
    pytest.param(
        kind,
        marks=pytest.mark.skipif(
            importlib.util.find_spec(str(kind)) is None, reason=f"{kind} is not installed"
        ),
    )
    for kind in ScriptKind
]


def script_of(run: Session, kind: ScriptKind = ScriptKind.NUMPY) -> str:
    return step_script(run.network_before, run.preview, run.learning_rate, kind, about_run(run))


def loaded(text: str) -> SimpleNamespace:
    """Run a script as an import does, and return what it defines."""
    names: dict[str, Any] = {"__name__": "script"}
    exec(compile(text, "script.py", "exec"), names)
    return SimpleNamespace(**names)


@pytest.fixture(scope="module")
def small() -> Dataset:
    rng = np.random.default_rng(4)
    return Dataset.from_arrays("small", rng.normal(size=(20, 3)), rng.uniform(size=(20, 2)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("sigma1", "sigma2", "rule"), CASES)
def test_that_a_script_takes_the_step_at_hand_with_every_activation_and_rule(
    small: Dataset, sigma1: Activation, sigma2: Activation, rule: GradientRule, kind: ScriptKind
) -> None:
    run = Session(
        Settings(4, 0.02, seed=1, sigma1=sigma1, sigma2=sigma2, gradient_rule=rule), small
    )
    for steps in (0, 150):
        run.advance(steps)
        script = loaded(script_of(run, kind))
        script.main()
        assert script.ABOUT["gradient_rule"] == rule
        shown = {name: np.asarray(value) for name, (value, _) in script.SHOWN.items()}
        assert shown["delta1"].tobytes() == run.preview.delta1.tobytes()
        assert shown["loss"] == run.preview.loss
        assert shown["grad_W1_norm"] == run.preview.grad_W1_norm
        run.advance(1)  # which the shown weights after the step are those of, to the bit
        assert shown["W1"].tobytes() == run.network.W1.tobytes()
        assert shown["W2"].tobytes() == run.network.W2.tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_script_of_mnist_runs_on_its_own_file_alone(
    tmp_path: Path, kind: ScriptKind
) -> None:
    run = Session(Settings(32, 0.1, seed=0), load("mnist"))
    run.advance(500)
    path = tmp_path / "step.py"
    export_script(run.network_before, run.preview, run.learning_rate, path, kind, about_run(run))
    assert path.read_text().isascii()
    environment = {**os.environ, "PYTHONPATH": "", "PYTHONWARNINGS": "error"}
    if kind is ScriptKind.TORCH:
        del environment["PYTHONWARNINGS"]
    done = subprocess.run(
        [sys.executable, path], cwd=tmp_path, capture_output=True, text=True, env=environment
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[-1] == "All numbers are those that bpviz shows."
    assert [line.split()[0] for line in lines[1:-1]] == [
        "z1", "h", "z2", "f", "loss", "delta2", "delta1", "grad_W2_norm", "grad_W1_norm", "W2",
        "W1",
    ]  # fmt: skip
    for line in lines[1:-1]:
        assert float(line.split()[2]) < 1e-11
        assert float(line.split()[1]) < 1e-12


def test_that_the_script_computes_f_of_all_test_pictures_within_1e_12() -> None:
    mnist = load("mnist")
    assert mnist.test is not None
    run = Session(Settings(32, 0.1, seed=0), mnist)
    run.advance(2000)
    script = loaded(script_of(run))
    X, f = mnist.test.X, predict(run.network, mnist.test.rows)
    assert len(X) == 10_000
    assert abs(script.forward(X)[-1] - f).max() < 1e-12


def changed(text: str, name: str, by: float) -> str:
    """Return a script that shows a number that is not there."""
    shown = loaded(text).SHOWN[name]
    value = np.asarray(shown[0])
    return text.replace(
        "\nif __name__", f"\nSHOWN[{name!r}] = (np.array({(value + by).tolist()!r}), {shown[1]!r})"
        "\n\nif __name__",
    )  # fmt: skip


@pytest.mark.parametrize(
    "name", ["z1", "h", "z2", "f", "loss", "delta2", "delta1", "grad_W2_norm", "W2", "W1"]
)
def test_that_a_script_stops_at_a_number_that_is_not_the_one_shown(
    small: Dataset, name: str
) -> None:
    text = script_of(Session(Settings(4, 0.05), small))
    with pytest.raises(AssertionError, match=f"{name} is not what bpviz shows"):
        loaded(changed(text, name, 1e-12)).main()


def test_that_saturated_units_and_kinks_leave_tolerances_that_still_tell() -> None:
    """Numbers far below 1 are not let pass because others are large."""
    X = np.array([[1.0, -1.0, 0.5]])
    data = Dataset.from_arrays("far", X, np.array([[0.5]]))
    for scale in (20.0, 60.0):
        net = Network(scale * np.array([[1.0, -0.5, 1], [1, 1, 0.25]]), np.ones((1, 2)))
        run = Session(Settings(2, 0.1), data, network=net)
        script = loaded(script_of(run))
        script.main()
        shown, at_most = script.SHOWN["delta1"]
        assert 0 < at_most < 1e-10 * abs(shown).max()
    kink = Network([[1.0, 1.0, 0.0], [0.1, 0.1, 0.0]], [[1.0, 1.0]], "relu", "identity")
    run = Session(Settings(2, 0.1, sigma1="relu", sigma2="identity"), data, network=kink)  # type: ignore[arg-type]
    loaded(script_of(run)).main()


def test_that_names_in_a_script_are_no_code(small: Dataset) -> None:
    run = Session(Settings(4, 0.05), small)
    name = 'a"""\nraise SystemExit\n@SIGMA1@ \\ \'"ü'
    text = step_script(run.network, run.preview, 0.05, "numpy", About(dataset=name))
    script = loaded(text)
    script.main()
    assert script.ABOUT["dataset"] == name
    assert text.isascii()


def test_that_what_cannot_be_a_script_is_one_sentence(
    small: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Session(Settings(4, 0.05), small)
    given = run.network_before, run.preview, 0.05
    wide = Network(np.full((4, 3), 1e200), np.full((2, 4), 1e200), "identity", "identity")
    far = Session(
        Settings(4, 0.05, sigma1=Activation.IDENTITY, sigma2=Activation.IDENTITY), small,
        network=wide,
    )  # fmt: skip
    faults: list[tuple[Callable[[], object], str]] = [
        (lambda: step_script(far.network, far.preview, 0.05), "its numbers are not finite. Go"),
        (lambda: export_script(*given, tmp_path / "no" / "x.py"), "there is no such folder"),
        (lambda: export_script(*given, tmp_path / "numpy.py"), "numpy.py would hide the library"),
    ]
    for attempt, words in faults:
        with pytest.raises(ExchangeError, match=words):
            attempt()
    monkeypatch.setattr(writing, "MOST_BYTES", 100)
    with pytest.raises(ExchangeError, match=r"would have 426 bytes; the limit is 100\. Export its"):
        step_script(*given)
    assert list(tmp_path.iterdir()) == []


def test_that_both_kinds_know_every_activation_and_rule() -> None:
    assert set(numpy_text.SIGMA) == set(torch_text.MODULES) == set(Activation)
    assert set(numpy_text.DELTA1) == set(torch_text.GRADIENT) == set(GradientRule)
    for sigma, (function, derivative) in numpy_text.SIGMA.items():
        t = np.linspace(-30, 30, 61)
        for text, right in ((function, sigma.function), (derivative, sigma.derivative)):
            found = eval(text, {"np": np, "t": t})
            expected = np.array([right(each) for each in t.tolist()])
            assert np.allclose(found, expected, rtol=1e-14, atol=0)
