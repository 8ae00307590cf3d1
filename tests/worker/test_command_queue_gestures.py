"""λ changed several times in one gesture, from the commands to the journal."""

from __future__ import annotations

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings
from bpviz.training import commands as c
from bpviz.training.journal.entries import RateChange
from bpviz.worker.command_dispatch import change_of
from tests.training.oracle import bits


def test_that_a_gesture_is_live_replayed_to_the_bit_and_taken_back_whole(sparse: Dataset) -> None:
    settings = Settings(n_hidden=4, learning_rate=0.1)
    session = Session(settings, sparse)
    session.advance(5)
    for value in (0.2, 0.4, 0.8):
        change = change_of(session, c.SetLearningRate(value, gesture=3))
        assert change is not None
        change()
        session.advance(7)
    entries = [x for x in session.branch.journal if isinstance(x, RateChange)]
    assert [(x.step, x.learning_rate, x.gesture) for x in entries[1:]] == [
        (5, 0.2, 3), (12, 0.4, 3), (19, 0.8, 3),
    ]  # fmt: skip
    there = bits(session.network)
    session.seek(0)
    session.seek(26)
    assert bits(session.network) == there
    session.undo()
    assert session.learning_rate == 0.1
    assert session.step == 5
