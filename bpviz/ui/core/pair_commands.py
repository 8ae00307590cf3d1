"""What lets a run do something with a pair of its training or test set."""

from __future__ import annotations

from collections.abc import Sequence

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    AddBreakpoint,
    ChangeBreakpoint,
    Command,
    RemoveBreakpoint,
    TrainNext,
    TrainOwn,
)
from bpviz.training.events import Frame
from bpviz.training.infos import BreakpointInfo
from bpviz.ui.core.shown_pair import ShownPair


def train_command(pair: ShownPair) -> Command:
    """Return what lets the step at hand train on a pair; on a test sample as on a pair made."""
    return TrainOwn(pair.as_own()) if pair.number is None else TrainNext(pair.number)


def breakpoints_at(frame: Frame, sample: int) -> list[BreakpointInfo]:
    """Return the breakpoints at a sample of the training set."""
    wanted = Breakpoint.sample(sample)
    return [note for note in frame.breakpoints if note.breakpoint == wanted]


def break_commands(notes: Sequence[BreakpointInfo], sample: int, *, on: bool) -> list[Command]:
    """Return what switches breaking at a sample on or off, where there are `notes` already."""
    if not on:
        return [RemoveBreakpoint(note.number) for note in notes]
    if notes and not any(note.enabled for note in notes):
        return [ChangeBreakpoint(notes[0].number, enabled=True)]
    return [AddBreakpoint(Breakpoint.sample(sample))]
