"""To save a run, and to bring a saved one back."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.commands.base import Command, Place, Replaces
from bpviz.training.commands.run import NewRun


@dataclass(frozen=True, slots=True)
class SaveRun(Command):
    """Write the run as it stands to a file; training goes on while it is written."""

    place, beside_comparison = Place.HERE, True

    path: str
    view: str = ""
    """What the window wants to find again, as JSON."""
    copy: bool = False
    """Whether the run stays that of the file it had."""


@dataclass(frozen=True, slots=True)
class CopyRecipe(Command):
    """Say the run as a text, in `DocumentInfo.recipe`."""

    place, beside_comparison = Place.HERE, True


@dataclass(frozen=True, slots=True)
class OpenRun(Command):
    """Bring a saved run back where it stood; if that is not possible, the current run stays."""

    place, beside_comparison = Place.NOWHERE, False
    replaces = Replaces.ALL
    ends_loading = True

    path: str = ""
    """The file; empty where `recipe` says what the run is."""
    recipe: str = ""
    data: str = ""
    """Where its data is now; empty where it was."""
    recovered: str = ""
    """The folder of what another program left, in place of a file; all its runs come back."""
    otherwise: NewRun | None = None
    """What begins where it cannot be opened and there is no run yet that could stay."""


@dataclass(frozen=True, slots=True)
class DeclineLeft(Command):
    """Remove the runs that a program left when it ended, for good; see `Frame.left`."""

    place, beside_comparison = Place.ANYWHERE, True
    kept_for_data = True

    path: str
