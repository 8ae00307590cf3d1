"""The engine by itself, watched by a breakpoint."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, kernels
from bpviz.network.watchpoints import LOSS_ABOVE, STOP, Watchpoints
from bpviz.training import Settings
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.run.engine import Engine
from tests.training.oracle import initial


@pytest.mark.parametrize("left", [None, 0, 1, 2])
def test_that_every_step_is_watched_unless_told_otherwise(
    sparse: Dataset, left: int | None
) -> None:
    engine = Engine(Settings(n_hidden=4), Pairs(sparse))
    engine.load(initial(engine.settings, sparse))
    watch = Watchpoints.empty(1)
    watch.codes[0], watch.limits[0], watch.mode[0] = LOSS_ABOVE, -1.0, STOP
    samples = np.array([3, 1, 4], np.int64)
    samples.flags.writeable = False
    more = {} if left is None else {"unwatched": left}
    found = engine.run(samples, 0.5, GradientRule.EXACT, np.empty((3, 3)), watch=watch, **more)
    assert found == (left or 0, kernels.BREAK)
