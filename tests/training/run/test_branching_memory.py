"""What branches keep of their record once they are left, and once there are many newer ones."""

from __future__ import annotations

import pytest

from bpviz.datasets import Dataset
from bpviz.network import GradientRule
from bpviz.training import Session, Settings

SMALL = Settings(n_hidden=3)
LONG = 20_000
NEWEST = 32
"""Branches that keep the detail of their record."""


@pytest.fixture
def session(sparse: Dataset) -> Session:
    """A single branch of 20 000 steps, one of which ran before the others."""
    session = Session(SMALL, sparse)
    session.advance(LONG)
    return session


def width(session: Session, first: int) -> int:
    """How fine the branch at hand can be seen from `first` on."""
    return session.history.view(first, first + 1, 10**6).width


def test_that_a_branch_that_is_left_keeps_its_newest_16_384_steps_one_by_one(
    session: Session,
) -> None:
    losses = session.history.loss(0, LONG)
    session.switch_branch(0, 5)
    assert session.branch.record.exact_from == 0
    session.seek(100)
    session.set_learning_rate(0.3)  # the old branch is left behind
    session.advance(LONG)
    old, new = session.branches
    assert (old.record.exact_from, new.record.exact_from) == (LONG - 2**14, 0)
    session.switch_branch(1, 7)  # to where it stands already
    assert new.record.exact_from == 0
    session.switch_branch(0, LONG)
    assert new.record.exact_from == new.tip - 2**14
    assert session.history.loss(0, LONG).tolist() == losses.tolist()
    given_up = session.switch_branch(1, 3000, lambda done, total: False)
    assert given_up.step == LONG


def test_that_a_branch_with_32_newer_ones_is_kept_in_1_024_steps_and_buckets_of_each_width(
    session: Session,
) -> None:
    for number in range(1, NEWEST):
        session.branch_off(GradientRule.EXACT, f"{number}")
    assert len(session.branches) == NEWEST
    session.switch_branch(0)
    assert [width(session, LONG - at) for at in (1, 2**14)] == [1, 1]
    session.switch_branch(1)
    session.branch_off(GradientRule.EXACT, "one more")
    session.switch_branch(0)
    assert [width(session, LONG - at) for at in (1024, 1025)] == [1, 16]
    assert [width(session, LONG - at) for at in (2**14, 2**14 + 16)] == [16, 256]
    session.switch_branch(1)
    assert width(session, LONG - 2**14) == 1


def test_that_a_branch_that_one_stands_on_stays_in_detail(session: Session) -> None:
    for number in range(NEWEST):
        session.switch_branch(0)
        session.branch_off(GradientRule.EXACT, f"{number}")
    session.switch_branch(0)
    assert len(session.branches) == NEWEST + 1
    assert width(session, LONG - 2**14) == 1
