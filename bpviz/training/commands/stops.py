"""Breakpoints; `number` is that of `BreakpointInfo`."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands.base import Command, Place


@dataclass(frozen=True, slots=True)
class AddBreakpoint(Command):
    """Arm `breakpoint`; its first `ignore` hits only count."""

    place, beside_comparison = Place.ANYWHERE, True
    kept_for_data = True

    breakpoint: Breakpoint
    ignore: int = 0


@dataclass(frozen=True, slots=True)
class ChangeBreakpoint(Command):
    """Change what is not None."""

    place, beside_comparison = Place.ANYWHERE, True

    number: int
    breakpoint: Breakpoint | None = None
    enabled: bool | None = None
    ignore: int | None = None
    reset_hits: bool = False


@dataclass(frozen=True, slots=True)
class RemoveBreakpoint(Command):
    """Remove one; None removes all."""

    place, beside_comparison = Place.ANYWHERE, True

    number: int | None


@dataclass(frozen=True, slots=True)
class ClearHits(Command):
    """Forget where breakpoints stopped this branch."""

    place, beside_comparison = Place.ANYWHERE, True


@dataclass(frozen=True, slots=True)
class RunBack(Command):
    """The reverse of `Run`: go back to the last step that meets a breakpoint, else to step 0."""

    place, beside_comparison = Place.HERE, False
