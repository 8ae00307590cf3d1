"""Watches: numbers of the run that somebody follows."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.commands.base import Command, Place
from bpviz.training.watches import Watch


@dataclass(frozen=True, slots=True)
class AddWatch(Command):
    """Follow a number."""

    place, beside_comparison = Place.ANYWHERE, True
    kept_for_data = True

    watch: Watch


@dataclass(frozen=True, slots=True)
class RemoveWatch(Command):
    """Follow it no more; None removes all."""

    place, beside_comparison = Place.ANYWHERE, True

    watch: Watch | None
