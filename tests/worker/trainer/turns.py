"""Scripts for the trainer, turn by turn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bpviz.datasets import DataRequest
from bpviz.training import Session, Settings
from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.training.quantities import Need
from tests.worker.play import Box, Script

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)

NEW = c.NewRun(DataRequest("sparse"), SETTINGS)

QUIET = c.Subscribe(frozenset({Need.HISTORY}), history_buckets=100)


def until_paused(box: Box) -> Script:
    for _ in range(10_000):
        if box.frame.state is not State.RUNNING:
            return
        yield []
    raise AssertionError("it never came to rest")


def during_advance(monkeypatch: pytest.MonkeyPatch, what: Callable[[], object]) -> None:
    """Do something once, at the moment when the trainer begins its next chunk of steps."""
    real, pending = Session.advance, [what]

    def advance(self: Session, *arguments: object) -> object:
        if pending:
            pending.pop()()
        return real(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "advance", advance)
