"""Answers that are of another branch than the one at hand: what it is called, the way there."""

from __future__ import annotations

from bpviz.training.commands import Command, Seek, SwitchBranch
from bpviz.training.events import Frame
from bpviz.ui.core.formatting import translated, translator

_tr = translator("AnsweredBranch")


def elsewhere(frame: Frame, branch: int) -> str:
    """Return what a branch is called; "" where it is the one at hand."""
    if branch == frame.branch:
        return ""
    names = (each.name for each in frame.branches if each.number == branch)
    return next(map(translated, names), _tr("another branch"))


def way_to(frame: Frame | None, branch: int | None, step: int) -> Command:
    """Return the command that goes to a step of a branch; None is the one at hand."""
    if frame is None or branch is None or branch == frame.branch:
        return Seek(step)
    return SwitchBranch(branch, step)
