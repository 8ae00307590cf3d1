"""The mathematics of the note: N1–N9, readable in `reference`, compiled in `kernels`.

The names that need compiled code load numba when they are first used, so that a window can be on
the screen before that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bpviz.network.activations import Activation
from bpviz.network.rows import CompressedRows
from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.weights import Initializer, Network, NetworkError

if TYPE_CHECKING:
    from bpviz.network.central_differences import GradientCheck, gradient_check
    from bpviz.network.evaluate import predict, trace

__all__ = [
    "Activation",
    "CompressedRows",
    "GradientCheck",
    "GradientRule",
    "Initializer",
    "Network",
    "NetworkError",
    "StepTrace",
    "gradient_check",
    "predict",
    "trace",
]


def __getattr__(name: str) -> Any:
    if name in ("predict", "trace"):
        from bpviz.network import evaluate

        return getattr(evaluate, name)
    if name in ("gradient_check", "GradientCheck"):
        from bpviz.network import central_differences as module

        return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
