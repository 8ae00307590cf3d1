"""What is computed beside the run, only while a panel asks for it: each quantity declared once.

A panel names its needs (`Need`) and reads what was found by its `Quantity` in `Frame.results`.
Who computes it declares the same two: see `bpviz.worker.evaluations.EvaluationTask`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from types import MappingProxyType
from typing import Any, Generic, Protocol, TypeVar

from bpviz.training.evaluation.curves import CosineCurve, PointCurve
from bpviz.training.evaluation.results import Evaluations, Scan, UnitScan
from bpviz.training.evaluation.rule_infos import RuleCosines, RuleDifferences
from bpviz.training.evaluation.weight_history import WeightCurve, WeightHistory


class Need(Enum):
    """What a panel draws from beyond the step at hand."""

    HISTORY = auto()
    """The record of losses and gradient magnitudes, `Frame.history`."""
    BRANCHES = auto()
    """The curves of the other branches, `BranchInfo.curve`."""
    SCAN = auto()
    """The scan of the training set."""
    EVALUATION = auto()
    """The scan of the test set, and the curves of both sets."""
    TEST_GRADIENTS = auto()
    """The gradient magnitudes of the test set too, where `EVALUATION` is needed."""
    UNITS = auto()
    """What the hidden units do."""
    RULE = auto()
    """The two gradient rules: cosines, differences and `Frame.trial`."""
    WEIGHTS = auto()
    """Histograms of both matrices along the branch."""
    WATCHES = auto()
    """What the watches are where the run stands, `Frame.watches`."""

    __hash__ = object.__hash__  # that of an Enum is Python, and needs are asked for in every chunk


T = TypeVar("T")
C = TypeVar("C", bound="MeasuredCurve")


class Quantity(Generic[T]):
    """Key of a result in `Results`; `nothing` stands for it before there is one."""

    def __init__(self, nothing: T) -> None:
        self.nothing = nothing


class MeasuredCurve(Protocol):
    """What is measured now and then along a branch, in bounded memory."""

    def cut(self: C, end: int) -> C:
        """Return a copy without what lies beyond step `end`."""

    def shown(self) -> Any:
        """Return all of it for a frame; the same object while nothing is put in."""


class CurveQuantity(Quantity[T], Generic[T, C]):
    """Key of a `MeasuredCurve` in `Curves`, and in `Results` of what it shows."""

    def __init__(self, curve: type[C]) -> None:
        super().__init__(curve().shown())
        self.curve = curve


SCAN = Quantity[Scan | None](None)
TEST_SCAN = Quantity[Scan | None](None)
UNITS = Quantity[UnitScan | None](None)
DIFFERENCES = Quantity[RuleDifferences | None](None)
TRAIN_CURVE = CurveQuantity[Evaluations, PointCurve](PointCurve)
TEST_CURVE = CurveQuantity[Evaluations, PointCurve](PointCurve)
COSINES = CurveQuantity[RuleCosines, CosineCurve](CosineCurve)
WEIGHT_HISTORY = CurveQuantity[WeightHistory, WeightCurve](WeightCurve)


class Curves:
    """What was measured along a branch: a curve for each quantity, made when it is asked for."""

    def __init__(self) -> None:
        self._curves: dict[CurveQuantity[Any, Any], Any] = {}

    def __getitem__(self, quantity: CurveQuantity[Any, C]) -> C:
        """Return the curve of a quantity, to be added to."""
        if quantity not in self._curves:
            self._curves[quantity] = quantity.curve()
        curve: C = self._curves[quantity]
        return curve

    def put(self, quantity: CurveQuantity[Any, C], curve: C) -> None:
        """Put in a whole curve."""
        self._curves[quantity] = curve

    def cut(self, end: int) -> Curves:
        """Return a copy without what lies beyond step `end`."""
        copy = Curves()
        copy._curves = {quantity: curve.cut(end) for quantity, curve in self._curves.items()}
        return copy

    def forget(self, step: int) -> None:
        """Forget what was measured at `step` and beyond: its weights are others now."""
        self._curves = self.cut(step - 1)._curves

    def shown(self) -> dict[Quantity[Any], object]:
        """Return what a frame shows of each."""
        return {quantity: curve.shown() for quantity, curve in self._curves.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """The newest result of every quantity, frozen."""

    found: Mapping[Quantity[Any], object] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, quantity: Quantity[T]) -> T:
        """Return the newest result; `Quantity.nothing` where there is none."""
        result: T = self.found.get(quantity, quantity.nothing)  # type: ignore[assignment]
        return result
