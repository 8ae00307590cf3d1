"""Commands: each says for itself what the queue and a comparison of rules must know of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import DataRequest
from bpviz.training import Settings, commands
from bpviz.training.commands import Command
from bpviz.training.commands.base import Place
from bpviz.worker.command_queue import coalesced, makes_void

ALL = [getattr(commands, name) for name in commands.__all__ if name != "Command"]

ALONE: list[Command] = [
    commands.Run(),
    commands.Pause(),
    commands.Advance(3),
    commands.Back(2),
    commands.Seek(7),
    commands.Restart(),
    commands.Undo(),
    commands.SetLearningRate(0.3),
    commands.AdvancePhase(),
    commands.CancelMove(),
    commands.NewRun(DataRequest("xor"), Settings()),
]


def test_that_every_command_there_is_can_be_imported_from_the_package() -> None:
    made = {kind for kind in Command.__subclasses__() if kind.__module__.startswith("bpviz")}
    assert {kind.__name__ for kind in ALL} == {kind.__name__ for kind in made}


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_that_every_command_declares_what_others_must_know_of_it(kind: type[Command]) -> None:
    declared = vars(kind)
    assert isinstance(declared["place"], Place)
    assert isinstance(declared["beside_comparison"], bool)


def test_that_a_command_that_declares_nothing_is_an_error() -> None:
    class Forgotten(Command):
        pass

    with pytest.raises(AttributeError, match="place"):
        makes_void([Forgotten()])


@given(st.lists(st.sampled_from(ALONE), max_size=12))
def test_that_leaving_out_what_is_void_changes_nothing_of_what_the_queue_means(
    waiting: list[Command],
) -> None:
    kept = coalesced(waiting)
    rest = iter(waiting)
    assert all(any(one is command for one in rest) for command in kept)  # in their order
    assert coalesced(kept) == kept
    assert set(map(type, kept)) == set(map(type, waiting))
    assert makes_void(kept) == makes_void(waiting)


@given(st.lists(st.sampled_from(ALONE), max_size=8))
def test_that_a_move_is_void_only_if_nothing_before_its_end_depends_on_it(
    waiting: list[Command],
) -> None:
    given_up = any(isinstance(each, commands.CancelMove | commands.NewRun) for each in waiting)
    for each in waiting:
        if isinstance(each, commands.Seek | commands.Restart):
            assert makes_void(waiting)
            return
        if not isinstance(each, commands.Run | commands.Pause | commands.Undo):
            break
    assert makes_void(waiting) == given_up
