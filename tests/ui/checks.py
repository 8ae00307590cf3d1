"""Gradient checks made by hand, so that their panel can be tested without a trainer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bpviz.datasets.dataset import Part
from bpviz.network import GradientRule
from bpviz.network.central_differences import CheckJob
from bpviz.training.check_note import CheckNote, WeightSweep
from bpviz.training.events import Frame

Weight = tuple[Any, int, int]


def make_note(
    frame: Frame,
    rule: GradientRule = GradientRule.EXACT,
    weight: Weight | None = None,
    **options: Any,
) -> CheckNote:
    """Check the pair that `frame` shows, as the trainer does; `options` are those of the job."""
    shown = frame.preview if frame.selected is None else frame.selected_trace
    assert shown is not None
    job = CheckJob(frame.network, shown.x, shown.y, rule, **options)
    job.advance()
    result = job.result()

    def swept(weight: Weight | None) -> WeightSweep | None:
        return None if weight is None else WeightSweep(*weight, job.sweep(*weight))

    return CheckNote(
        step=frame.step,
        branch=0,
        part=frame.selected_part if frame.selected is not None else Part.TRAIN,
        sample=frame.sample if frame.selected is None else frame.selected,
        own="" if frame.own is None else frame.own.title,
        network=frame.network,
        trace=job.trace,
        result=result,
        worst=swept(result.worst),
        chosen=swept(weight),
    )


def checked(frame: Frame, rule: GradientRule = GradientRule.EXACT, **options: Any) -> Frame:
    """Return `frame` with a check of it."""
    return replace(frame, check=make_note(frame, rule, **options))
