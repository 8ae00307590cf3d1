"""The columns of the sample browser's table: what stands in each, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from bpviz.network.types import Floats
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import NOTHING, exact, number, ordinal, translator
from bpviz.ui.kit.sample_list.model import ShownSamples
from bpviz.ui.kit.sample_list.sorting import SortBy, errors, in_own_units, magnitudes

_tr = translator("SampleColumns")


class ColumnKind(Enum):
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
    VALUE = auto()


@dataclass(frozen=True, slots=True)
class SampleColumn:
    """A column; `which` counts targets, outputs, errors, matrices or inputs."""

    kind: ColumnKind
    which: int = 0

    @property
    def sort(self) -> tuple[SortBy, int] | None:
        """What a click on its title sorts by; None where nothing does."""
        if self.kind is ColumnKind.ERROR:
            return SortBy.ERROR, self.which
        if self.kind is ColumnKind.GRADIENT:
            return (SortBy.GRADIENT_W1, SortBy.GRADIENT_W2)[self.which], 0
        plain = {ColumnKind.INDEX: SortBy.INDEX, ColumnKind.LOSS: SortBy.LOSS}.get(self.kind)
        return None if plain is None else (plain, 0)

    @property
    def words(self) -> bool:
        """Whether it holds names instead of numbers."""
        return self.kind in (ColumnKind.CLASS, ColumnKind.PREDICTED)


def columns_of(shown: ShownSamples) -> list[SampleColumn]:
    """Return the columns for some data, those that can be many last."""
    found = [SampleColumn(ColumnKind.INDEX)]
    if shown.values is not None:
        found.append(SampleColumn(ColumnKind.VALUE))
        if shown.data.labels is not None:
            found.append(SampleColumn(ColumnKind.CLASS))
        else:
            found += [SampleColumn(ColumnKind.TARGET, j) for j in range(shown.data.n_outputs)]
        return found + [SampleColumn(ColumnKind.INPUT, i) for i in range(shown.data.n_inputs)]
    if shown.data.labels is not None:
        found += [SampleColumn(ColumnKind.CLASS), SampleColumn(ColumnKind.PREDICTED)]
    else:
        for j in range(shown.data.n_outputs):
            found += [
                SampleColumn(ColumnKind.TARGET, j),
                SampleColumn(ColumnKind.OUTPUT, j),
                SampleColumn(ColumnKind.ERROR, j),
            ]
    found += [
        SampleColumn(ColumnKind.LOSS),
        SampleColumn(ColumnKind.GRADIENT, 0),
        SampleColumn(ColumnKind.GRADIENT, 1),
    ]
    return found + [SampleColumn(ColumnKind.INPUT, i) for i in range(shown.data.n_inputs)]


def title(shown: ShownSamples, column: SampleColumn) -> str:
    """Return what stands above a column."""
    which = column.which
    if column.kind is ColumnKind.INPUT:
        return shown.input_name(which)
    if column.kind is ColumnKind.GRADIENT:
        return ("‖∂W₁‖", "‖∂W₂‖")[which]
    words = {
        ColumnKind.INDEX: _tr("index"),
        ColumnKind.CLASS: _tr("class"),
        ColumnKind.PREDICTED: _tr("predicted"),
        ColumnKind.TARGET: _tr("target"),
        ColumnKind.OUTPUT: _tr("output"),
        ColumnKind.ERROR: _tr("error"),
        ColumnKind.LOSS: _tr("loss"),
        ColumnKind.VALUE: shown.values_name,
    }[column.kind]
    many = (
        column.kind in (ColumnKind.TARGET, ColumnKind.OUTPUT, ColumnKind.ERROR)
        and shown.data.n_outputs > 1
    )
    return f"{words} {shown.target_name(which)}" if many else words


def explanation(shown: ShownSamples, column: SampleColumn) -> str:
    """Return what the tooltip of a column's title says."""
    which = column.which
    name = shown.target_name(which) if column.kind in (ColumnKind.TARGET, ColumnKind.OUTPUT) else ""
    words = {
        ColumnKind.INDEX: _tr(
            "Index of the sample, counted from {first}. Click to sort by it."
        ).format(first=counting.first()),
        ColumnKind.CLASS: _tr("The true class"),
        ColumnKind.PREDICTED: _tr(
            "The predicted class: the one with the largest output; ✗ where it is wrong"
        ),
        ColumnKind.TARGET: _tr("The target, in its original units"),
        ColumnKind.OUTPUT: _tr("The output, in the target's original units"),
        ColumnKind.ERROR: _tr(
            "Output minus target, in the target's original units. Click to sort by its magnitude."
        ),
        ColumnKind.LOSS: _tr("‖f − y‖²: the sum of squared differences. Click to sort by it."),
        ColumnKind.GRADIENT: _tr("Frobenius norm of the gradient. Click to sort by it."),
        ColumnKind.INPUT: _tr("Input {name}, as the network sees it").format(
            name=shown.input_name(which) if column.kind is ColumnKind.INPUT else ""
        ),
        ColumnKind.VALUE: _tr("What the steps on this sample added, in the unit of the weight"),
    }[column.kind]
    return f"{name}: {words}" if name else words


def value_of(
    shown: ShownSamples, column: SampleColumn, sample: int, x: Floats | None
) -> float | None:
    """Return the number in a cell; None where it is not known.

    Parameters
    ----------
    x : (n,) float64 or None
        The sample's inputs, if they are there already.
    """
    kind, which, scan = column.kind, column.which, shown.scan
    if kind is ColumnKind.INPUT:
        return float(shown.data.x(sample)[which] if x is None else x[which])
    if kind is ColumnKind.VALUE:
        return None if shown.values is None else float(shown.values[sample])
    if kind is ColumnKind.TARGET:
        return float(in_own_units(shown.whole, shown.data.Y[sample])[which])
    if scan is None:
        return None
    if kind is ColumnKind.LOSS:
        return float(scan.losses[sample])
    if kind is ColumnKind.GRADIENT:
        values = magnitudes(scan, which)
        return None if values is None else float(values[sample])
    if kind is ColumnKind.OUTPUT and scan.outputs is not None:
        with np.errstate(all="ignore"):
            return float(in_own_units(shown.whole, scan.outputs[sample])[which])
    if kind is ColumnKind.ERROR:
        found = errors(shown.data, scan, which)
        return None if found is None else float(found[sample])
    return None


def text_of(
    shown: ShownSamples,
    column: SampleColumn,
    sample: int,
    x: Floats | None = None,
    *,
    all_digits: bool = False,
) -> str:
    """Return what stands in a cell."""
    if column.kind is ColumnKind.INDEX:
        return ordinal(sample)
    if column.kind is ColumnKind.CLASS:
        return shown.label(sample)
    if column.kind is ColumnKind.PREDICTED:
        name = shown.predicted(sample)
        return f"✗ {name}" if name and shown.wrong(sample) else name or NOTHING
    value = value_of(shown, column, sample, x)
    return exact(value) if all_digits else number(value)
