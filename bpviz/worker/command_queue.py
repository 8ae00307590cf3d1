"""What a waiting command means for those before it."""

from __future__ import annotations

from bpviz.training.commands import Command
from bpviz.training.commands.base import Place, Replaces


def makes_void(waiting: list[Command]) -> bool:
    """Whether a move under way need not be carried out, because of what waits behind it.

    What a relative move or a change does depends on where the move ends: they wait for it.
    """
    places = [command.place for command in waiting]
    first = next((place for place in places if place is not Place.ANYWHERE), Place.ANYWHERE)
    return first is Place.ELSEWHERE or Place.NOWHERE in places


def ends_loading(waiting: list[Command]) -> bool:
    """Whether nobody waits any more for what is being loaded, because of what waits behind it."""
    return any(command.ends_loading for command in waiting)


def coalesced(waiting: list[Command]) -> list[Command]:
    """Leave out what a later command of the same batch makes void, see `Command.replaces`."""
    last = {type(command): i for i, command in enumerate(waiting)}
    kept: list[Command] = []
    for i, command in enumerate(waiting):
        kind = type(command)
        if command.replaces is Replaces.ALL and i < last[kind]:
            continue
        if command.replaces is Replaces.NEIGHBOUR and kept and type(kept[-1]) is kind:
            kept.pop()
        kept.append(command)
    return kept
