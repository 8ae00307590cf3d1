"""Frames with answers in them, found by a session as the trainer would."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings
from bpviz.training.contributions import Contributions, Target, Trail, UnitContributions
from bpviz.training.events import Frame
from bpviz.training.infos import AskedInfo
from tests.ui.frames import changed, make_frame


class Answered:
    """A small run, and what is asked of it."""

    def __init__(self, data: Dataset, steps: int = 60) -> None:
        self.session = Session(Settings(n_hidden=8, learning_rate=0.5), data)
        self.session.advance(steps - 10)
        self.session.edit_weight("W1", 1, 0, 0.25)
        self.session.advance(10)
        self.frame = make_frame(
            data, network=self.session.network, step=steps, tip=steps,
            branches=(), asked=AskedInfo(),
        )  # fmt: skip

    def asked(self, **found: Any) -> Frame:
        """Return the frame with something found."""
        return changed(self.frame, asked=replace(self.frame.asked, **found))

    def contributions(self, target: Target) -> Contributions:
        return self.session.contributions(target.matrix, target.row, target.column)

    def unit(self, k: int) -> UnitContributions:
        return self.session.contributions_of_unit(k)

    def trail(self, of: Contributions, **which: Any) -> Trail:
        job = self.session.trail_job(of, **which)
        job.carry_out(np.zeros(1, np.uint8), lambda: None)
        return job.result()
