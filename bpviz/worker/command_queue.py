"""What a waiting command means for those before it."""

from __future__ import annotations

from bpviz.training import commands as c

_INDEPENDENT = (
    c.Run, c.Pause, c.Watch, c.SetSpeed, c.SelectSample, c.AddBreakpoint, c.ChangeBreakpoint,
    c.RemoveBreakpoint, c.ClearHits, c.RenameBranch, c.DeleteBranch, c.CompareBranches, c.Undo,
    c.Redo, c.CancelLoading, c.CancelCheck, c.SweepWeight,
)  # fmt: skip
"""What does the same wherever the run stands."""


def makes_void(waiting: list[c.Command]) -> bool:
    """Whether a move under way need not be carried out, because of what waits behind it.

    What a relative move or a change does depends on where the move ends: they wait for it.
    """
    if any(isinstance(command, (c.CancelMove, c.NewRun)) for command in waiting):
        return True
    for command in waiting:
        if isinstance(command, (c.Seek, c.Restart)):
            return True
        if not isinstance(command, _INDEPENDENT):
            return False
    return False


def ends_loading(waiting: list[c.Command]) -> bool:
    """Whether nobody waits any more for what is being loaded, because of what waits behind it."""
    return any(isinstance(command, (c.NewRun, c.CancelLoading)) for command in waiting)


def begins_where_it_stands(command: c.Command) -> bool:
    """Whether what `command` does depends on where the run stands when it is carried out."""
    elsewhere = (*_INDEPENDENT, c.Advance, c.Seek, c.Restart, c.NewRun, c.CancelMove)
    return not isinstance(command, elsewhere)


def coalesced(waiting: list[c.Command]) -> list[c.Command]:
    """Leave out what a later command of the same batch makes void.

    Of several new runs only the last counts, of several seeks in a row or changes of λ in a row
    too.
    """
    last_run = max((i for i, x in enumerate(waiting) if isinstance(x, c.NewRun)), default=-1)
    kept: list[c.Command] = []
    for i, command in enumerate(waiting):
        if isinstance(command, c.NewRun) and i < last_run:
            continue
        if (
            kept
            and isinstance(command, (c.Seek, c.SetLearningRate))
            and type(kept[-1]) is type(command)
        ):
            kept.pop()
        kept.append(command)
    return kept
