"""The same seed gives the same bits, whichever way one goes: a digest of the weights says so."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from bpviz.cli import base_settings
from bpviz.datasets import DataRequest, Dataset
from bpviz.network.digest import digest
from bpviz.training import Breakpoint, Session, Settings
from bpviz.training.events import State
from tests.e2e.conftest import Person

Make = Callable[..., Person]

COMPARED = "for comparison: "
STEPS = 10_000
ROOT = Path(__file__).parents[2]


def by_command_line(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "main.py", "train", "--dataset", "digits", "--seed", "5", "--digest",
         "--json"],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["steps"] == STEPS
    return str(report["digest"])


@pytest.fixture(scope="module")
def settings() -> Settings:
    return base_settings(DataRequest("digits")).replace(seed=5)


@pytest.fixture(scope="module")
def expected(digits: Dataset, settings: Settings) -> str:
    session = Session(settings, digits)
    session.advance(STEPS)
    return digest(session.network)


def singly(session: Session) -> None:
    for _ in range(STEPS):
        session.advance(1)


def in_odd_chunks(session: Session) -> None:
    while session.step < STEPS:
        session.advance(min(777, STEPS - session.step))


def by_seeking(session: Session) -> None:
    session.seek(STEPS + 3000)
    session.seek(17)
    session.back(10)
    session.seek(STEPS)


def by_rows_and_phases(session: Session) -> None:
    session.advance(STEPS - 3)
    while session.step < STEPS - 2:
        session.advance_row()
    while session.step < STEPS - 1:
        session.advance_phase()
    session.advance_phase()
    session.back_phase()
    session.finish_step()


def with_breakpoints(session: Session) -> None:
    session.breakpoints.add(Breakpoint.every(1234))
    session.breakpoints.add(Breakpoint.gradient_above(2.0, "W1"))
    while session.step < STEPS:
        session.advance(STEPS - session.step)


@pytest.mark.parametrize(
    "way", [singly, in_odd_chunks, by_seeking, by_rows_and_phases, with_breakpoints]
)
def test_that_every_way_through_a_session_leads_to_the_same_bits(
    way: Callable[[Session], None], digits: Dataset, settings: Settings, expected: str
) -> None:
    session = Session(settings, digits)
    way(session)
    assert session.step == STEPS
    assert digest(session.network) == expected


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"OMP_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        {"OMP_NUM_THREADS": "7", "NUMBA_NUM_THREADS": "5", "OPENBLAS_NUM_THREADS": "3"},
        {"BPVIZ_NO_KERNEL_CACHE": "1"},
    ],
    ids=["as it is", "one thread", "many threads", "no cache"],
)
def test_that_the_command_line_prints_that_digest_in_any_environment(
    environment: dict[str, str], expected: str
) -> None:
    assert by_command_line(**environment) == expected


def test_that_processors_and_libraries_of_other_kinds_have_no_say() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/same_bits.py", "--short"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    ours, others = done.stdout.split(f"| {COMPARED}", 1)
    cells = [row.strip("| ").split(" | ") for row in ours.splitlines()]
    assert {name for name, *_ in cells} >= {"initial weights", "activations", "run, tanh"}
    assert "BLAS" in others
    assert all(cell in ("=", "–") for _, *row in cells[2:] for cell in row)
    assert all("=" in row for _, *row in cells[2:])


def test_that_a_number_that_is_not_the_same_everywhere_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(ROOT / "scripts")
    script = importlib.import_module("same_bits")

    def report(weights: str, product: str) -> dict[str, object]:
        return {"digests": {"weights": weights, COMPARED + "BLAS": product}}

    reports = {"as it is": report("a", "b"), "ARM": report("a", "c"), "old": report("d", "b")}
    assert script.table(reports)[2:] == [
        "| weights | = | differs |", f"| {COMPARED}BLAS | differs | = |",
    ]  # fmt: skip
    assert script.differing(reports) == ["weights differs: old."]


def test_that_the_window_comes_to_the_same_bits_live_and_by_going_back(
    person: Make, expected: str
) -> None:
    someone = person("--dataset", "digits", "--seed", "5")
    someone.wait_for(State.PAUSED)
    someone.find("step_size_edit").setValue(STEPS // 2)
    for done in (STEPS // 2, STEPS):
        someone.trigger("action_step")
        someone.wait(lambda f, done=done: f.step == done and f.state is State.PAUSED)
    assert digest(someone.frame.network) == expected
    someone.trigger("action_run")
    someone.wait(lambda f: f.step > 3 * STEPS)
    someone.trigger("action_run")
    someone.wait_for(State.PAUSED)
    edit = someone.find("timeline_go_edit")
    edit.setFocus()
    someone.qtbot.keyClicks(edit, str(STEPS))
    someone.qtbot.keyClick(edit, Qt.Key.Key_Return)
    someone.wait(lambda f: f.step == STEPS)
    assert digest(someone.frame.network) == expected
