"""Everything a training run is, without a screen: settings, session, history, time travel.

`Session` needs the compiled kernels and is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.settings import Order, Settings, SettingsError, StoppingRule
from bpviz.training.step.phases import Phase

if TYPE_CHECKING:
    from bpviz.training.session import Session

__all__ = [
    "Breakpoint",
    "Order",
    "Outcome",
    "Phase",
    "Session",
    "Settings",
    "SettingsError",
    "StopReason",
    "StoppingRule",
]


def __getattr__(name: str) -> Any:
    if name == "Session":
        from bpviz.training.session import Session

        return Session
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
