"""bpviz: see and debug backpropagation.

A one-hidden-layer network trained by single-sample stochastic gradient descent, with every
quantity of every step open to inspection.  ``bpviz.network`` holds the mathematics,
``bpviz.datasets`` the data, ``bpviz.training`` the run; ``bpviz.worker`` and ``bpviz.ui`` make it
a program with a window.

What one uses in Python is here as well, each name loaded when it is first used::

    import bpviz

    data = bpviz.load("mnist")
    run = bpviz.Session(bpviz.Settings(n_hidden=32), data)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bpviz.datasets import DataRequest as DataRequest
    from bpviz.datasets import Dataset as Dataset
    from bpviz.datasets import DatasetError as DatasetError
    from bpviz.datasets import Part as Part
    from bpviz.datasets import RequestError as RequestError
    from bpviz.datasets import catalog as catalog
    from bpviz.datasets import load as load
    from bpviz.network import Activation as Activation
    from bpviz.network import GradientCheck as GradientCheck
    from bpviz.network import GradientRule as GradientRule
    from bpviz.network import Initializer as Initializer
    from bpviz.network import Network as Network
    from bpviz.network import NetworkError as NetworkError
    from bpviz.network import StepTrace as StepTrace
    from bpviz.network import gradient_check as gradient_check
    from bpviz.network import predict as predict
    from bpviz.network import trace as trace
    from bpviz.training import Breakpoint as Breakpoint
    from bpviz.training import DocumentError as DocumentError
    from bpviz.training import EpochReport as EpochReport
    from bpviz.training import Evaluation as Evaluation
    from bpviz.training import NetworkClassifier as NetworkClassifier
    from bpviz.training import NetworkRegressor as NetworkRegressor
    from bpviz.training import Order as Order
    from bpviz.training import Outcome as Outcome
    from bpviz.training import Phase as Phase
    from bpviz.training import ReplayCancelled as ReplayCancelled
    from bpviz.training import Session as Session
    from bpviz.training import Settings as Settings
    from bpviz.training import SettingsError as SettingsError
    from bpviz.training import StoppingRule as StoppingRule
    from bpviz.training import StopReason as StopReason
    from bpviz.training import Training as Training

    from_arrays = Dataset.from_arrays

__version__ = "0.1.0"

_PARTS = {
    "datasets": (
        "DataRequest", "Dataset", "DatasetError", "Part", "RequestError", "catalog", "load",
    ),
    "network": (
        "Activation", "GradientCheck", "GradientRule", "Initializer", "Network", "NetworkError",
        "StepTrace", "gradient_check", "predict", "trace",
    ),
    "training": (
        "Breakpoint", "DocumentError", "EpochReport", "Evaluation", "NetworkClassifier",
        "NetworkRegressor", "Order", "Outcome", "Phase", "ReplayCancelled", "Session", "Settings",
        "SettingsError", "StopReason", "StoppingRule", "Training",
    ),
}  # fmt: skip
"""The names that each part gives to the whole."""

_PART_OF = {name: part for part, names in _PARTS.items() for name in names}

__all__ = sorted([*_PART_OF, "from_arrays"])


def __getattr__(name: str) -> Any:
    # Late: the program starts with this package, and need not wait for NumPy or the kernels here.
    if name == "from_arrays":
        value = __getattr__("Dataset").from_arrays
    elif name in _PART_OF:
        from importlib import import_module

        value = getattr(import_module(f"bpviz.{_PART_OF[name]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
