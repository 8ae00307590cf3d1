"""The numbers of docs/math.md are those that the program computes."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, Network, gradient_check, reference, trace
from bpviz.training import Session, Settings
from scripts import ulps

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return (ROOT / "docs" / "math.md").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def scripts() -> Iterator[None]:
    """Let the scripts import one another as they do when one of them is run."""
    before = sys.path[:]
    sys.path.insert(0, str(ROOT / "scripts"))
    yield
    sys.path[:] = before


@pytest.fixture(scope="module")
def example(scripts: None) -> ModuleType:
    return importlib.import_module("worked_example")


@pytest.fixture(scope="module")
def trial(scripts: None) -> ModuleType:
    return importlib.import_module("printed_rule")


def is_there(rows: list[str], lines: list[str]) -> bool:
    """Whether the rows stand in the text, one below the other."""
    return any(lines[at : at + len(rows)] == rows for at in range(len(lines)))


def test_that_both_tables_of_the_worked_example_are_what_the_program_computes(
    example: ModuleType, lines: list[str]
) -> None:
    assert is_there(example.forward_rows(), lines)
    assert is_there(example.hidden_rows(), lines)


def test_that_the_remarks_on_the_worked_example_are_what_the_program_computes(
    example: ModuleType, lines: list[str]
) -> None:
    text = " ".join(lines)
    numbers = [found for row in example.remarks() for found in re.findall(r"−?\d\.\d+", row)]
    assert len(numbers) == 5
    assert [number for number in numbers if number not in text] == []


def test_that_the_worked_example_is_what_the_plain_equations_give(example: ModuleType) -> None:
    t = reference.step(example.NETWORK.W1, example.NETWORK.W2, example.X, example.Y)
    assert [Fraction(v).limit_denominator(64) for v in t.delta1] == [
        Fraction(-3, 32), Fraction(9, 32),
    ]  # fmt: skip
    np.testing.assert_allclose(t.loss, 5 / 16, rtol=1e-15)


def test_that_a_number_that_is_no_simple_fraction_is_not_passed_off_as_one(
    example: ModuleType,
) -> None:
    assert example.fraction(-0.375) == "−3/8"
    with pytest.raises(ValueError, match="no fraction"):
        example.fraction(float(np.pi))


def test_that_the_tables_of_both_runs_begin_as_the_program_trains(
    trial: ModuleType, lines: list[str], mnist: Dataset
) -> None:
    steps = trial.STEPS[0], trial.STEPS[3]
    exact, printed = (trial.run(mnist, rule, 0, steps) for rule in GradientRule)
    for table in (trial.runs_rows, trial.direction_rows, trial.inside_rows):
        rows = table(exact, printed)
        assert len(rows) == 2 + len(steps)
        assert is_there(rows[:3], lines)
        assert rows[3] in lines


@pytest.mark.parametrize("rule", GradientRule)
def test_that_both_runs_end_near_the_accuracies_of_the_table(
    rule: GradientRule, trial: ModuleType, lines: list[str], mnist: Dataset
) -> None:
    (row,) = (line for line in lines if line.startswith("| 60") and line.count("%") == 2
              and line.count(".") == 4)  # fmt: skip
    claimed = dict(zip(GradientRule, re.findall(r"([\d.]+) %", row), strict=True))
    session = Session(Settings(gradient_rule=rule), mnist)
    session.advance(60_000)
    assert mnist.test is not None
    # On another processor the last bits differ, and 60 000 steps may make something of that.
    assert abs(100 * session.accuracy(mnist.test) - float(claimed[rule])) < 1.0


def test_that_the_gradient_checks_are_what_the_program_finds(
    trial: ModuleType, lines: list[str]
) -> None:
    assert is_there(trial.special_rows()[:2], lines)
    for row in trial.special_rows()[3:]:  # those above it measure the rounding of the machine
        assert row in lines


def test_that_rows_that_do_not_stand_in_a_text_are_missed() -> None:
    assert is_there(["b", "c"], ["a", "b", "c"])
    assert not is_there(["b", "d"], ["a", "b", "c"])
    assert not is_there(["c", "b"], ["a", "b", "c"])


@pytest.mark.parametrize("seed", ["-1", "99999999999999999999", "abc", "1.5"])
def test_that_a_seed_that_is_none_is_refused_in_one_sentence(
    seed: str,
    trial: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["printed_rule.py", f"--seed={seed}"])
    with pytest.raises(SystemExit) as left:
        trial.main()
    assert left.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("printed_rule.py: The seed is ")
    assert said.err.endswith("it must be a whole number from 0 to 9223372036854775807.\n")
    assert said.err.count("\n") == 1


def test_that_each_numbered_equation_is_written_out_where_its_number_stands(
    lines: list[str],
) -> None:
    for number in range(1, 10):
        rows = [line for line in lines if re.match(rf"(\| )?N{number} (\||is) ", line)]
        assert len(rows) == 1, number


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_that_the_printed_rule_sees_of_the_output_weights_only_what_they_come_to(
    sign: float,
) -> None:
    # Units 0 and 1 have the same h, so that what leaves one can be moved to the other.
    W1, x, y = np.array([[0.5, -1.0], [0.5, -1.0]]), np.array([1.0, 2.0]), np.array([1.0, 0.0])
    leaving, sums = np.array([0.7, -0.2]), np.array([0.3, 0.4])
    W2 = np.column_stack([sign * leaving, sums - sign * leaving])
    exact, printed = (trace(Network(W1, W2), x, y, rule) for rule in GradientRule)
    back = 2 * (exact.f - y) * exact.f * (1 - exact.f)
    slope = exact.h * (1 - exact.h)
    np.testing.assert_allclose(exact.f, 1 / (1 + np.exp(-sums * exact.h[0])), rtol=1e-14)
    np.testing.assert_allclose(exact.delta1[0], sign * (back @ leaving) * slope[0], rtol=1e-13)
    np.testing.assert_allclose(printed.delta1, back.sum() * slope, rtol=1e-13)


def test_that_a_saturated_unit_is_measured_beside_the_others_and_not_judged_alone() -> None:
    W2, x, y = np.array([[0.4, -0.3]]), np.array([1.0, 2.0]), np.array([0.0])
    saturated = [40.0, 0.0]
    beside = gradient_check(Network(np.array([saturated, [0.5, 0.2]]), W2), x, y)
    assert 0 < np.abs(beside.analytic_W1[0]).max() < 1e-17
    assert beside.W1.unresolved.tolist() == [False] * 4
    assert beside.W1.max_relative_error < 1e-9
    alone = gradient_check(Network(np.array([saturated, saturated]), W2), x, y)
    assert alone.W1.unresolved.tolist() == [True] * 4
    assert alone.W1.max_relative_error == 0.0


def test_that_what_is_promised_of_the_functions_is_what_is_measured(lines: list[str]) -> None:
    """The script that measures ends where an error reaches what is promised."""
    measured = {
        name: float(error)
        for line in lines
        if (found := re.fullmatch(r"\| (\S.*?) \| [\d.]+ \| ([\d.]+) \| [\d.]* \|", line))
        for name, error in [found.groups()]
    }
    assert list(measured) == list(ulps.FUNCTIONS)
    for name, function in ulps.FUNCTIONS.items():
        assert f"| {name} | {function.promised:g} | {measured[name]:.2f} |" in "\n".join(lines)
        assert measured[name] < function.promised
