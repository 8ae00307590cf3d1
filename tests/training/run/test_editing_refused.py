"""Changes that cannot be: refused with one sentence, and nothing is lost."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training import Phase, Session, Settings, SettingsError
from tests.training.conftest import small_world
from tests.training.oracle import bits, tight

SMALL = Settings(n_hidden=5, learning_rate=0.3)


@pytest.fixture
def session(sparse: Dataset) -> Session:
    return Session(SMALL, sparse)


def state(session: Session) -> tuple[object, ...]:
    return (
        session.step, session.phase, session.row, session.tip, bits(session.network),
        tuple(session.branch.journal), len(session.branches), session.undo_words,
    )  # fmt: skip


BAD_WEIGHTS = [
    math.nan, math.inf, -math.inf, "0.5", "", None, True, 1j, [0.5], 10**400, Fraction(10**400),
    np.array(["x"]),
]  # fmt: skip


@pytest.mark.parametrize("value", BAD_WEIGHTS, ids=repr)
def test_that_a_weight_must_be_a_finite_number(session: Session, value: object) -> None:
    session.advance(5)
    session.advance_phase()
    before = state(session)
    with pytest.raises(
        SettingsError, match=r"The weight W2\[1, 2\] would become .* finite number"
    ) as e:
        session.edit_weight("W2", 1, 2, value)  # type: ignore[arg-type]
    assert str(e.value).endswith(", such as 0.5.")
    assert "\n" not in str(e.value)
    assert state(session) == before


@pytest.mark.parametrize(
    ("matrix", "row", "column", "words"),
    [
        ("W1", 5, 0, r"The row of W1 is 5; .* from 0 to 4"),
        ("W1", 0, 7, r"The column of W1 is 7; .* from 0 to 6"),
        ("W2", 3, 0, r"The row of W2 is 3; .* from 0 to 2"),
        ("W2", 0, 5, r"The column of W2 is 5; .* from 0 to 4"),
        ("W1", -1, 0, r"The row of W1 is -1"),
        ("W1", 1.0, 0, r"The row of W1 is 1.0"),
        ("W1", 0, None, r"The column of W1 is None"),
        ("W1", True, 0, r"The row of W1 is True"),
        ("W3", 0, 0, r"The matrix is 'W3'"),
        (None, 0, 0, r"The matrix is None"),
    ],
)
def test_that_a_weight_must_exist(
    session: Session, matrix: object, row: object, column: object, words: str
) -> None:
    session.advance(5)
    before = state(session)
    with pytest.raises(SettingsError, match=words):
        session.edit_weight(matrix, row, column, 1.0)  # type: ignore[arg-type]
    assert state(session) == before


@pytest.mark.parametrize("value", [-1, 24, 1.0, "1", True, math.nan, [1]], ids=repr)
def test_that_a_chosen_sample_must_exist(session: Session, value: object) -> None:
    session.advance(5)
    before = state(session)
    with pytest.raises(SettingsError, match=r"The sample to train on is .* from 0 to 23"):
        session.train_next(value)  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match=r"The sample to keep training on is .* from 0 to 23"):
        session.hold(value)  # type: ignore[arg-type]
    assert state(session) == before


@pytest.mark.parametrize("value", ["right", 1, None, [], True], ids=repr)
def test_that_a_rule_must_be_known(session: Session, value: object) -> None:
    before = state(session)
    with pytest.raises(SettingsError, match='it must be "exact" or "as_printed"'):
        session.set_gradient_rule(value)  # type: ignore[arg-type]
    assert state(session) == before


@pytest.mark.parametrize("row", [-1, 8, 1.0, None, True])
def test_that_a_place_in_a_step_must_exist(session: Session, row: object) -> None:
    session.advance(2)
    with pytest.raises(SettingsError, match="The row is"):
        session.advance_to(Phase.UPDATE, row)  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match=r"The row is 1; .* from 0 to 0"):
        session.advance_to(Phase.Z1, 1)
    assert (session.step, session.phase, session.row) == (2, Phase.DRAW, 0)
    session.advance_to(Phase.UPDATE, 7)
    assert (session.phase, session.row) == (Phase.UPDATE, 7)


def test_that_a_budget_below_two_keyframes_is_refused(sparse: Dataset) -> None:
    least = tight(SMALL, sparse)
    assert least.keyframe_budget == 2 * 8 * (7 * 5 + 3 * 5 + 5)
    with small_world(16):
        session = Session(least, sparse)
        session.advance(500)
        assert session.keyframes.tolist() == [0, 496]
    with pytest.raises(SettingsError) as info:
        Session(least.replace(keyframe_budget=least.keyframe_budget - 1), sparse)
    assert str(info.value) == (
        "The keyframe budget is 879 bytes; two keyframes of this network take 880. Allow at least "
        "that much, or choose a smaller hidden size l."
    )


def test_that_a_change_that_changes_nothing_is_none(session: Session, sparse: Dataset) -> None:
    session.advance(20)
    session.back(5)
    before = state(session)
    session.set_learning_rate(0.3)
    session.set_gradient_rule("exact")
    session.hold(None)
    session.train_next(session.sample_index(15))
    session.edit_weight("W1", 2, 3, float(session.network.W1[2, 3]))
    assert state(session) == before
