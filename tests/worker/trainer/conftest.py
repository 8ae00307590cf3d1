"""What a straight run would have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session
from tests.training.oracle import bits
from tests.worker.trainer.turns import SETTINGS


@pytest.fixture
def straight(sparse: Dataset) -> Callable[[int], bytes]:
    """The bits that a run of SETTINGS has after some steps."""

    def after(step: int) -> bytes:
        session = Session(SETTINGS, sparse)
        session.advance(step)
        return bits(session.network)

    return after
