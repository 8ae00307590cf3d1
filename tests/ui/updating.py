"""A frame in the midst of an update, made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from bpviz.network import Network
from bpviz.training.events import Frame
from bpviz.training.step.phases import Phase
from tests.ui.frames import make_frame


def mid_update(row: int, **overrides: Any) -> Frame:
    """The first `row` rows of W₂, and then of W₁, are new already."""
    frame = make_frame(phase=Phase.UPDATE, row=row, **({"step": 7} | overrides))
    trace, old = frame.preview, frame.network
    assert trace is not None
    W1, W2 = old.W1.copy(), old.W2.copy()
    second, first = min(row, len(W2)), max(row - len(W2), 0)
    W2[:second] -= np.outer(frame.learning_rate * trace.delta2[:second], trace.h)
    W1[:first] -= np.outer(frame.learning_rate * trace.delta1[:first], trace.x)
    new = Network(W1, W2, old.sigma1, old.sigma2)
    return replace(frame, network=new, network_before=old)
