"""Everything a training run is, without a screen: settings, session, history, time travel.

`Session` and `Evaluation` need the compiled kernels and are loaded when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.settings import Order, Settings, SettingsError, StoppingRule
from bpviz.training.step.phases import Phase

if TYPE_CHECKING:
    from bpviz.training.document.errors import DocumentError
    from bpviz.training.epochs import EpochReport, Training
    from bpviz.training.estimators import NetworkClassifier, NetworkRegressor
    from bpviz.training.evaluation.evaluation import Evaluation
    from bpviz.training.run.replayed import ReplayCancelled
    from bpviz.training.session import Session

__all__ = [
    "Breakpoint",
    "DocumentError",
    "EpochReport",
    "Evaluation",
    "NetworkClassifier",
    "NetworkRegressor",
    "Order",
    "Outcome",
    "Phase",
    "ReplayCancelled",
    "Session",
    "Settings",
    "SettingsError",
    "StopReason",
    "StoppingRule",
    "Training",
]

_LATE = {
    "EpochReport": "epochs",
    "Training": "epochs",
    "DocumentError": "document.errors",
    "Evaluation": "evaluation.evaluation",
    "NetworkClassifier": "estimators",
    "NetworkRegressor": "estimators",
    "ReplayCancelled": "run.replayed",
    "Session": "session",
}
"""Names that need the kernels, or that few need, by their modules."""


def __getattr__(name: str) -> Any:
    if name in _LATE:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
