"""What every request is, and what those who queue it must know of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar


class Place(Enum):
    """What a command has to do with where the run stands when it is carried out."""

    ANYWHERE = "anywhere"
    """It does the same wherever the run stands."""
    HERE = "here"
    """It begins where the run stands: what moves it before is carried out first."""
    ADDED = "added"
    """It goes on from where steps asked for before will have ended, and need not wait for them."""
    ELSEWHERE = "elsewhere"
    """It goes to a place of its own: a move before it need not be carried out."""
    NOWHERE = "nowhere"
    """It gives up whatever move is under way or waits."""


class Replaces(Enum):
    """Which commands of its kind before it are void, where they wait in the same queue."""

    NONE = "none"
    NEIGHBOUR = "neighbour"
    """Those directly before it."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Command:
    """Base of every request.

    Each declares `place` and `beside_comparison`; the others only where they differ.

    Attributes
    ----------
    place : Place
    beside_comparison : bool
        Whether a comparison of both gradient rules goes on beside it; anything else ends it.
    replaces : Replaces
    ends_loading : bool
        Whether nobody waits any more for what is being loaded.
    kept_for_data : bool
        Whether it is carried out later where there is no data yet, rather than not at all.
    """

    place: ClassVar[Place]
    beside_comparison: ClassVar[bool]
    replaces: ClassVar[Replaces] = Replaces.NONE
    ends_loading: ClassVar[bool] = False
    kept_for_data: ClassVar[bool] = False
