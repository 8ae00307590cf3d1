"""Breakpoints; `number` is that of `BreakpointInfo`."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands.base import Command


@dataclass(frozen=True, slots=True)
class AddBreakpoint(Command):
    """Arm `breakpoint`; its first `ignore` hits only count."""

    breakpoint: Breakpoint
    ignore: int = 0


@dataclass(frozen=True, slots=True)
class ChangeBreakpoint(Command):
    """Change what is not None."""

    number: int
    breakpoint: Breakpoint | None = None
    enabled: bool | None = None
    ignore: int | None = None
    reset_hits: bool = False


@dataclass(frozen=True, slots=True)
class RemoveBreakpoint(Command):
    """Remove one; None removes all."""

    number: int | None


@dataclass(frozen=True, slots=True)
class ClearHits(Command):
    """Forget where breakpoints stopped this branch."""


@dataclass(frozen=True, slots=True)
class RunBack(Command):
    """The reverse of `Run`: go back to the last step that meets a breakpoint, else to step 0."""
