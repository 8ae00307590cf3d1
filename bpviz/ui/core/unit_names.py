"""What inputs and outputs are called: the columns of the data, its targets, its classes."""

from __future__ import annotations

from bpviz.datasets.dataset import Dataset
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.counting import shown
from bpviz.ui.core.formatting import translator
from bpviz.ui.core.image_shape import constant_name

_tr = translator("UnitNames")


def input_names(data: Dataset | None) -> tuple[str, ...]:
    """Return what each of the n inputs is called; () where they are pixels or without names."""
    if data is None or len(data.input_names) != data.n_inputs:
        return ()
    names = enumerate(data.input_names)
    return tuple(constant_name() if i == data.constant else name for i, name in names)


def output_names(data: Dataset | None) -> tuple[str, ...]:
    """Return what each of the d outputs is called: its class or its target; () without names.

    One output that tells two classes apart stands for the second one.  A class that is but a number
    would be taken for that of the output.
    """
    if data is None:
        return ()
    names, d = data.class_names if data.labels is not None else data.target_names, data.n_outputs
    if d == 1 and len(names) == 2:
        return () if names[1].isdigit() else names[1:]
    return names if len(names) == d else ()


def entry_name(data: Dataset | None, matrix: MatrixName, row: int, column: int) -> str:
    """Return of which input or for which output a weight is, "petal length" or "class 3".

    Empty where that has no name, or one that says no more than its index.
    """
    return input_name(data, column) if matrix == "W1" else output_name(data, row)


def input_name(data: Dataset | None, index: int) -> str:
    """Return what an input is called; see `entry_name`."""
    if data is None or data.constant == index:
        return "" if data is None else _tr("constant")
    named = len(data.input_names) == data.n_inputs and data.input_names[index] != str(shown(index))
    return data.input_names[index] if named else ""


def output_name(data: Dataset | None, index: int) -> str:
    """Return what an output is called, a class as such; see `entry_name`."""
    names = output_names(data)
    if data is None or index >= len(names) or names[index] == str(shown(index)):
        return ""
    classes = data.labels is not None
    return _tr("class {name}").format(name=names[index]) if classes else names[index]
