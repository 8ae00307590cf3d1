"""What each watch is, read off the straight line with NumPy alone."""

from __future__ import annotations

import math

import numpy as np

from bpviz.network import Network
from bpviz.training import Breakpoint
from bpviz.training.breakpoints import Condition
from bpviz.training.watches import NORMS, Quantity, Watch
from tests.training.oracle import Line


def norm(values: np.ndarray) -> float:
    with np.errstate(all="ignore"):
        square = float((values * values).sum())
        if math.isnan(square):
            return math.nan
        largest = float(np.abs(values).max())
        if largest == 0 or math.isinf(largest):
            return largest
        return largest * math.sqrt(float(((values / largest) ** 2).sum()))


def of_weights(line: Line, network: Network, watch: Watch) -> float:
    """A number that is made of some weights alone."""
    W1, W2 = network.W1, network.W2
    row = slice(None) if watch.row is None else watch.row
    column = slice(None) if watch.column is None else watch.column
    match watch.quantity:
        case Quantity.W1 | Quantity.NORM_W1:
            found = W1[row, column]
        case Quantity.W2 | Quantity.NORM_W2:
            found = W2[row, column]
        case Quantity.BIAS:
            assert line.data.constant is not None
            found = W1[row, line.data.constant]
        case _:
            assert watch.sample is not None
            return of_sample(line, network, watch)
    return norm(found) if watch.quantity in NORMS else float(found)


def of_sample(line: Line, network: Network, watch: Watch) -> float:
    from bpviz.network import trace

    i = watch.sample
    t = trace(network, line.data.x(i), line.data.Y[i])
    if watch.quantity is Quantity.LOSS:
        return t.loss
    return float(getattr(t, str(watch.quantity))[watch.row])


def number(line: Line, step: int, watch: Watch) -> float:
    """What a run shows of it at `step`."""
    if not watch.own:
        return of_weights(line, line.network(step), watch)
    t = line.trace(step)
    if watch.quantity is Quantity.LOSS:
        return t.loss
    return float(getattr(t, str(watch.quantity))[watch.row])


def before_and_after(line: Line, step: int, watch: Watch) -> tuple[float, float] | None:
    """The two values between which a step moves it; None where there is no step before."""
    if not watch.own:
        rows = line.data.n_outputs + line.settings.n_hidden
        half = line.half_updated(step, rows)
        return number(line, step, watch), of_weights(line, half, watch)
    return None if step == 0 else (number(line, step - 1, watch), number(line, step, watch))


def moved(line: Line, step: int, watch: Watch) -> float:
    """By how much a step moves it; NaN where there is no step before."""
    t, rate = line.trace(step), line.rate(step)
    with np.errstate(all="ignore"):
        if watch.quantity is Quantity.W1:
            return float(abs(rate * t.delta1[watch.row] * t.x[watch.column]))
        if watch.quantity is Quantity.W2:
            return float(abs(rate * t.delta2[watch.row] * t.h[watch.column]))
        pair = before_and_after(line, step, watch)
        return math.nan if pair is None else abs(pair[1] - pair[0])


def met(line: Line, step: int, breakpoint: Breakpoint) -> bool:
    """Whether a data breakpoint is met in a step."""
    watch, value = breakpoint.watch, breakpoint.value
    assert watch is not None
    match breakpoint.condition:
        case Condition.WATCH_ABOVE:
            return number(line, step, watch) > value
        case Condition.WATCH_BELOW:
            return number(line, step, watch) < value
        case Condition.MOVE_ABOVE:
            return moved(line, step, watch) > value
    pair = before_and_after(line, step, watch)
    if pair is None or math.isnan(pair[0]) or math.isnan(pair[1]):
        return False
    return (pair[0] < 0) != (pair[1] < 0)
