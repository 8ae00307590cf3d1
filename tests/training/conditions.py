"""What each breakpoint means, read off the recorded and traced quantities of one step."""

from __future__ import annotations

import numpy as np

from bpviz.network import Activation
from bpviz.training import Breakpoint
from bpviz.training.breakpoints import Condition
from tests.training import watching
from tests.training.oracle import Line


def saturated(sigma1: Activation, h: np.ndarray) -> float:
    match sigma1:
        case Activation.SIGMOID:
            full = (h < 0.01) | (h > 0.99)
        case Activation.TANH:
            full = np.abs(h) > 0.98
        case Activation.RELU:
            full = h == 0
        case Activation.SOFTPLUS:
            full = h < 0.01
        case _:
            full = np.zeros(len(h), dtype=bool)
    return int(full.sum()) / len(h)


def met(line: Line, step: int, breakpoint: Breakpoint) -> bool:
    """Whether the condition holds in a step, from the recorded and traced quantities."""
    if breakpoint.watch is not None:
        return watching.met(line, step, breakpoint)
    data, value, i = line.data, breakpoint.value, line.sample(step)
    t, finite = line.trace(step), line.can_reach(step + 1)
    loss, norm1, norm2 = line.values[step] if finite else (t.loss, t.grad_W1_norm, t.grad_W2_norm)
    match breakpoint.condition:
        case Condition.LOSS_ABOVE:
            return loss > value
        case Condition.LOSS_BELOW:
            return loss < value
        case Condition.GRADIENT_W1_ABOVE:
            return norm1 > value
        case Condition.GRADIENT_W2_ABOVE:
            return norm2 > value
        case Condition.SAMPLE:
            return i == value
        case Condition.LABEL:
            return data.labels is not None and int(data.labels[i]) == value
        case Condition.MISCLASSIFIED:
            if data.labels is None:
                return False
            f = t.f.tolist()
            chosen = int(f[0] >= 0.5) if len(f) == 1 else max(range(len(f)), key=lambda j: f[j])
            return chosen != int(data.labels[i])
        case Condition.SATURATED:
            return saturated(line.settings.sigma1, t.h) >= value
        case Condition.LOSS_JUMP:
            if step < 1000:
                return False
            mean = 0.0
            for at in range(step):
                mean = mean + (line.values[at][0] - mean) / min(at + 1, 1000)
            return loss > value * mean
        case Condition.EVERY:
            return step > 0 and step % int(value) == 0
        case Condition.NOT_FINITE:
            return not finite
    raise AssertionError(breakpoint)
