"""Random runs with everything that a document has to keep, and what can be asked of them."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable
from typing import Any

import numpy as np

from bpviz.datasets import DataRequest, Dataset
from bpviz.network import GradientRule
from bpviz.network.digest import digest
from bpviz.training import Breakpoint, Phase, Session, Settings, SettingsError, Watch
from bpviz.training.journal.entries import RateChange
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.settings import StoppingRule

Act = Callable[[Session, random.Random], object]

SETTINGS = (
    Settings(n_hidden=3),
    Settings(n_hidden=5, seed=7, order="shuffled", learning_rate=0.03),  # type: ignore[arg-type]
    Settings(n_hidden=2, sigma1="tanh", stopping=StoppingRule(50, 0.01, 2)),  # type: ignore[arg-type]
    Settings(n_hidden=4, gradient_rule="as_printed", keyframe_budget=3000),  # type: ignore[arg-type]
)


def _own_pair(session: Session, rng: random.Random) -> None:
    data = session.dataset
    x = np.array([rng.random() for _ in range(data.n_inputs)])
    title = rng.choice(["a drawing as 2", "eine Zeichnung – «ä»", "x" * 700])
    session.train_own(CustomPair(x, data.Y[0], int(data.labels[0]), title))  # type: ignore[index]


def _elsewhere(session: Session, rng: random.Random) -> None:
    session.switch_branch(rng.choice(session.branches).number)


def _delete(session: Session, rng: random.Random) -> None:
    others = [b.number for b in session.branches if b.number != session.branch.number]
    if others:
        session.delete_branch(rng.choice(others))
        if rng.random() < 0.3:
            session.restore_branches()


def _weight(session: Session, rng: random.Random) -> None:
    session.edit_weight("W2", 0, rng.randrange(session.settings.n_hidden), rng.uniform(-2, 2))


def _breakpoint(session: Session, rng: random.Random) -> None:
    session.breakpoints.add(
        rng.choice(
            [
                Breakpoint.every(rng.randrange(20, 300)), Breakpoint.loss_above(rng.random()),
                Breakpoint.sample(rng.randrange(3)), Breakpoint.misclassified(),
                Breakpoint.loss_above(float("inf")), Breakpoint.loss_jump(1.5),
                Breakpoint.above(Watch.weight("W1", 1, 0), rng.random()),
                Breakpoint.changes_sign(Watch.of_unit("delta2", 0)),
                Breakpoint.moves(Watch.of_unit("f", 0, rng.randrange(3)), float("inf")),
            ]
        ),
        ignore=rng.randrange(50), enabled=rng.random() < 0.7,
    )  # fmt: skip


def _watch(session: Session, rng: random.Random) -> None:
    session.watches.add(rng.choice(["W1[1, 0]", "norm W2", "loss of sample 2", "h[0]"]))
    if rng.random() < 0.3:
        session.watches.clear()


def _clear(session: Session, rng: random.Random) -> None:
    notes = session.breakpoints.notes()
    if notes:
        session.breakpoints.remove(rng.choice(notes).number)


ACTS: tuple[Act, ...] = (
    lambda s, r: s.advance(r.choice([1, 7, 100, 700])),
    lambda s, r: s.advance(r.randrange(1, 60)),
    lambda s, r: s.seek(r.randrange(s.tip + 1)),
    lambda s, r: s.set_learning_rate(r.choice([0.05, 0.1, 1 / 3]), r.choice([0, 1])),
    lambda s, r: s.set_gradient_rule(r.choice(list(GradientRule))),
    lambda s, r: s.train_next(r.randrange(s.dataset.n_samples)),
    lambda s, r: s.hold(r.choice([None, 0, 1])),
    lambda s, r: s.skip(),
    lambda s, r: s.undo(),
    lambda s, r: s.redo(),
    lambda s, r: s.rename_branch(s.branch.number, r.choice(["mine", "Branch 2", "“ä”"])),
    lambda s, r: s.branch_off(s.gradient_rule, "off"),
    lambda s, r: s.advance_to(r.choice(list(Phase)), r.randrange(2)),
    lambda s, r: s.advance_row(),
    _own_pair, _elsewhere, _delete, _weight, _weight, _breakpoint, _breakpoint, _watch, _clear,
)  # fmt: skip


def shipped(sparse: Dataset) -> Dataset:
    """Return a data set as if it came with the program, so that a recipe may name it."""
    return dataclasses.replace(sparse, request=DataRequest("iris"))


def random_run(data: Dataset, seed: int, acts: int = 25) -> Session:
    """Return a run to which that many things were done, the same ones for the same seed."""
    rng = random.Random(seed)
    session = Session(rng.choice(SETTINGS), data)
    for _ in range(acts):
        try:
            rng.choice(ACTS)(session, rng)
        except SettingsError:  # as where there is nothing to undo
            continue
    return session


def facts(session: Session) -> dict[str, Any]:
    """Return what a document keeps, to the last bit."""
    return {
        "place": (session.step, session.tip, session.phase, session.row),
        "weights": digest(session.network),
        "settings": session.settings,
        "branches": [
            (
                b.number, str(b.name), b.fork, b.tip, b.parent and b.parent.number,
                *([_lasting(each) for each in journal] for journal in (b.journal, b.taken_along)),
            )
            for b in session.branches
        ],
        "branch": (session.branch.number, session.next_branch),
        "breakpoints": session.breakpoints.notes(),
        "watches": session.watches.notes(),
        "losses": session.history.loss(0, session.tip).tobytes(),
    }  # fmt: skip


def _lasting(change: object) -> object:
    return dataclasses.replace(change, gesture=0) if isinstance(change, RateChange) else change


def gone_on(session: Session, seed: int) -> list[dict[str, Any]]:
    """Go back, on, and elsewhere; return the facts at each place."""
    rng, found = random.Random(seed), []
    for act in (
        lambda: session.seek(session.tip // 2),
        lambda: session.advance(30),
        lambda: session.seek(session.tip),
        lambda: session.advance(80),
        lambda: _elsewhere(session, rng),
        lambda: session.seek(session.tip // 3),
        lambda: session.set_learning_rate(0.0625),
        lambda: session.advance(20),
        lambda: session.breakpoints.add(Breakpoint.every(5)),
        lambda: session.advance(20),
    ):
        act()
        found.append(facts(session))
    return found
