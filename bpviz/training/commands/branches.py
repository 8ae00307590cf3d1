"""Branches; numbers are those of `BranchInfo`."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.commands.base import Command, Place


@dataclass(frozen=True, slots=True)
class SwitchBranch(Command):
    """Stand on another branch, at `step`; None is the step at hand, or its end if it is shorter."""

    place, beside_comparison = Place.HERE, False

    number: int
    step: int | None = None


@dataclass(frozen=True, slots=True)
class RenameBranch(Command):
    """Give a branch another name."""

    place, beside_comparison = Place.ANYWHERE, True

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class DeleteBranches(Command):
    """Take branches away; none of them is the one that the run stands on."""

    place, beside_comparison = Place.ANYWHERE, False

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RestoreBranches(Command):
    """Bring back what the last `DeleteBranches` took away, unless another run began since."""

    place, beside_comparison = Place.ANYWHERE, False
