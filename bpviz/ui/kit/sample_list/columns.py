"""The columns of the sample browser's table: what stands in each, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QCoreApplication

from bpviz.network.types import Floats
from bpviz.ui.core.formatting import NOTHING, count, exact, number
from bpviz.ui.kit.sample_list.model import ShownSamples
from bpviz.ui.kit.sample_list.sorting import SortBy, errors, in_own_units, magnitudes


def _tr(words: str) -> str:
    return QCoreApplication.translate("SampleColumns", words)


class Kind(Enum):
    """What a column holds."""

    INDEX = auto()
    CLASS = auto()
    PREDICTED = auto()
    TARGET = auto()
    OUTPUT = auto()
    ERROR = auto()
    LOSS = auto()
    GRADIENT = auto()
    INPUT = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `which` counts targets, outputs, errors, matrices or inputs."""

    kind: Kind
    which: int = 0

    @property
    def sort(self) -> tuple[SortBy, int] | None:
        """What a click on its title sorts by; None where nothing does."""
        if self.kind is Kind.ERROR:
            return SortBy.ERROR, self.which
        if self.kind is Kind.GRADIENT:
            return (SortBy.GRADIENT_W1, SortBy.GRADIENT_W2)[self.which], 0
        plain = {Kind.INDEX: SortBy.INDEX, Kind.LOSS: SortBy.LOSS}.get(self.kind)
        return None if plain is None else (plain, 0)

    @property
    def words(self) -> bool:
        """Whether it holds names instead of numbers."""
        return self.kind in (Kind.CLASS, Kind.PREDICTED)


def columns_of(shown: ShownSamples) -> list[Column]:
    """Return the columns for some data, those that can be many last."""
    found = [Column(Kind.INDEX)]
    if shown.data.labels is not None:
        found += [Column(Kind.CLASS), Column(Kind.PREDICTED)]
    else:
        for j in range(shown.data.n_outputs):
            found += [Column(Kind.TARGET, j), Column(Kind.OUTPUT, j), Column(Kind.ERROR, j)]
    found += [Column(Kind.LOSS), Column(Kind.GRADIENT, 0), Column(Kind.GRADIENT, 1)]
    return found + [Column(Kind.INPUT, i) for i in range(shown.data.n_inputs)]


def title(shown: ShownSamples, column: Column) -> str:
    """Return what stands above a column."""
    which = column.which
    if column.kind is Kind.INPUT:
        return shown.input_name(which)
    if column.kind is Kind.GRADIENT:
        return ("‖∂W₁‖", "‖∂W₂‖")[which]
    words = {
        Kind.INDEX: _tr("index"),
        Kind.CLASS: _tr("class"),
        Kind.PREDICTED: _tr("predicted"),
        Kind.TARGET: _tr("target"),
        Kind.OUTPUT: _tr("output"),
        Kind.ERROR: _tr("error"),
        Kind.LOSS: _tr("loss"),
    }[column.kind]
    many = column.kind in (Kind.TARGET, Kind.OUTPUT, Kind.ERROR) and shown.data.n_outputs > 1
    return f"{words} {shown.target_name(which)}" if many else words


def explanation(shown: ShownSamples, column: Column) -> str:
    """Return what the tooltip of a column's title says."""
    which = column.which
    name = shown.target_name(which) if column.kind in (Kind.TARGET, Kind.OUTPUT) else ""
    words = {
        Kind.INDEX: _tr("Index of the sample, counted from 0. Click to sort by it."),
        Kind.CLASS: _tr("The true class"),
        Kind.PREDICTED: _tr("The class with the largest output; ✗ where it is the wrong one"),
        Kind.TARGET: _tr("What the output should be, in its own unit"),
        Kind.OUTPUT: _tr("What the network answers, in the target's own unit"),
        Kind.ERROR: _tr("Output minus target in its own unit. Click to sort by its magnitude."),
        Kind.LOSS: _tr("‖f − y‖²: the sum of squared differences. Click to sort by it."),
        Kind.GRADIENT: _tr("Frobenius norm of the gradient. Click to sort by it."),
        Kind.INPUT: _tr("Input {name}, as the network sees it").format(
            name=shown.input_name(which) if column.kind is Kind.INPUT else ""
        ),
    }[column.kind]
    return f"{name}: {words}" if name else words


def value_of(shown: ShownSamples, column: Column, sample: int, x: Floats | None) -> float | None:
    """Return the number in a cell; None where it is not known.

    Parameters
    ----------
    x : (n,) float64 or None
        The sample's inputs, if they are there already.
    """
    kind, which, scan = column.kind, column.which, shown.scan
    if kind is Kind.INPUT:
        return float(shown.data.x(sample)[which] if x is None else x[which])
    if kind is Kind.TARGET:
        return float(in_own_units(shown.whole, shown.data.Y[sample])[which])
    if scan is None:
        return None
    if kind is Kind.LOSS:
        return float(scan.losses[sample])
    if kind is Kind.GRADIENT:
        values = magnitudes(scan, which)
        return None if values is None else float(values[sample])
    if kind is Kind.OUTPUT and scan.outputs is not None:
        with np.errstate(all="ignore"):
            return float(in_own_units(shown.whole, scan.outputs[sample])[which])
    if kind is Kind.ERROR:
        found = errors(shown.data, scan, which)
        return None if found is None else float(found[sample])
    return None


def text_of(
    shown: ShownSamples,
    column: Column,
    sample: int,
    x: Floats | None = None,
    *,
    all_digits: bool = False,
) -> str:
    """Return what stands in a cell."""
    if column.kind is Kind.INDEX:
        return count(sample)
    if column.kind is Kind.CLASS:
        return shown.label(sample)
    if column.kind is Kind.PREDICTED:
        name = shown.predicted(sample)
        return f"✗ {name}" if name and shown.wrong(sample) else name or NOTHING
    value = value_of(shown, column, sample, x)
    return exact(value) if all_digits else number(value)
