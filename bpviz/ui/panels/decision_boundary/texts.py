"""What the panel of the decision boundary says in words and numbers."""

from __future__ import annotations

import html

import numpy as np

from bpviz.datasets.dataset import Dataset, Part
from bpviz.network import StepTrace
from bpviz.network.types import Floats
from bpviz.ui.core.formatting import count, number, shortened, translator
from bpviz.ui.core.shown_pair import class_name, predicted_class
from bpviz.ui.kit.controls.export_menu import tab_separated
from bpviz.ui.panels.decision_boundary.quantity import (
    PlottedQuantity,
    Quantity,
    output_name,
    scale_of,
)
from bpviz.ui.panels.decision_boundary.scene import PlaneInputs, PlotInputs

_MOST_NUMBERS = 6
"""So many outputs are written out in a line."""


_tr = translator("BoundaryPanel")


def not_drawn(data: Dataset, inputs: PlaneInputs) -> str:
    """Say what data the panel can show, and what this one has instead."""
    n = len(inputs.axes)
    words = _tr(
        "This panel shows the network over the plane of two inputs, as for Two moons, or along one "
        "input, as for the Sine curve. {title} has {n} inputs."
    )
    if data.constant is not None:
        words = _tr(
            "This panel shows the network over the plane of two inputs, as for Two moons, or "
            "along one input, as for the Sine curve. {title} has {n} inputs and the constant 1."
        )
    return words.format(title=data.title, n=count(n))


def choice(data: Dataset, shown: PlottedQuantity) -> str:
    """Name what can be shown, for the list of choices."""
    if shown.quantity is Quantity.UNIT:
        return _tr("unit {k}").format(k=shown.index)
    if shown.quantity is Quantity.CLASSES:
        return _tr("class") if data.n_outputs > 1 else "f"
    if data.n_outputs == 1:
        return "f"
    name = output_name(data, shown.index)
    return f"f[{shown.index}] {shortened(name, 12)}".strip()


def value_title(data: Dataset, shown: PlottedQuantity) -> str:
    """Name the quantity beside its colours or its axis."""
    if shown.quantity is Quantity.UNIT:
        return f"h[{shown.index}]"
    symbol = "f" if data.n_outputs == 1 else f"f[{shown.index}]"
    name = output_name(data, shown.index) if shown.quantity is Quantity.OUTPUT else ""
    if not name:
        return symbol
    if data.labels is None:
        return name
    return _tr("{symbol} for {name}").format(symbol=symbol, name=name)


def target(scene: PlotInputs) -> str:
    """Name the upright axis of a curve: the quantity, or which output it is."""
    if scene.output is None:
        return "f"
    return value_title(scene.data, PlottedQuantity(Quantity.OUTPUT, scene.output))


def output(scene: PlotInputs, j: int) -> str:
    """Name an output among others: its class or quantity, else its number."""
    return output_name(scene.data, j) or str(j)


def title(name: str) -> str:
    """Return the name of an input as the title of an axis, which is rich text."""
    name = shortened(name, 40)
    return f"<span>{html.escape(name)}</span>" if {"<", "&"} & {*name} else name


def without(off: tuple[int, ...]) -> str:
    """Say which units are switched off; empty where none is."""
    if not off:
        return ""
    if len(off) == 1:
        return _tr("without unit {k}").format(k=off[0])
    return _tr("without units {units}").format(units=", ".join(map(str, off)))


def inputs_words(inputs: PlaneInputs, values: Floats) -> str:
    """Return the inputs that vary, "x₁ = 0.5000 · x₂ = −1.200"."""
    parts = (
        f"{shortened(name, 16)} = {number(value)}"
        for name, value in zip(inputs.names, values.tolist(), strict=True)
    )
    return " · ".join(parts)


def answer(scene: PlotInputs, f: Floats) -> str:
    """Return the outputs, and the predicted class or the value in its own units."""
    data = scene.data
    if data.labels is None:
        parts = []
        for j, value in enumerate(f[:_MOST_NUMBERS].tolist()):
            offset, factor = scale_of(data, j)
            name = shortened(output_name(data, j), 16) or ("f" if len(f) == 1 else f"f[{j}]")
            parts.append(f"{name} = {number(offset + factor * value)}")
        return " · ".join(parts) + (" …" if len(f) > _MOST_NUMBERS else "")
    numbers = ", ".join(number(value) for value in f[:_MOST_NUMBERS].tolist())
    if len(f) > _MOST_NUMBERS:
        numbers += ", …"
    words = f"f = {numbers}" if len(f) == 1 else f"f = ({numbers})"
    guess = predicted_class(data, f)
    if guess is None:
        return words
    return _tr("{f} → class {name}").format(f=words, name=class_name(data.class_names, guess))


def point(scene: PlotInputs, trace: StepTrace) -> str:
    """Return what the line below says about the tried point."""
    where = inputs_words(scene.inputs, trace.x[list(scene.inputs.axes)])
    return _tr("{answer} at {where}").format(where=where, answer=answer(scene, trace.f))


def point_lines(scene: PlotInputs, trace: StepTrace) -> list[str]:
    """Return the readout's lines for the place under the mouse."""
    lines = inputs_words(scene.inputs, trace.x[list(scene.inputs.axes)]).split(" · ")
    lines.append(answer(scene, trace.f))
    unit = scene.unit
    if unit is not None:
        lines.append(f"h[{unit}] = {number(float(trace.h[unit]))}")
    return lines


def sample_lines(scene: PlotInputs, part: Part, index: int, trace: StepTrace) -> list[str]:
    """Return the readout's lines for a sample."""
    data = scene.data.part(part)
    if data is None or not 0 <= index < data.n_samples:
        return []
    words = _tr("test sample {index}") if part is Part.TEST else _tr("sample {index}")
    head = words.format(index=count(index))
    lines = [head]
    if data.labels is not None:
        lines[0] += _tr(" · class {name}").format(
            name=class_name(data.class_names, int(data.labels[index]))
        )
    lines += inputs_words(scene.inputs, trace.x[list(scene.inputs.axes)]).split(" · ")
    if data.labels is None:
        for j, value in enumerate(data.Y[index, :_MOST_NUMBERS].tolist()):
            offset, factor = scale_of(data, j)
            name = shortened(output_name(data, j), 16) or "y"
            lines.append(
                _tr("target {name} = {value}").format(
                    name=name, value=number(offset + factor * value)
                )
            )
    lines.append(answer(scene, trace.f))
    lines.append(_tr("click: make it the current sample"))
    return lines


def unit_lines(scene: PlotInputs, unit: int) -> list[str]:
    """Return the readout's lines for the line of a hidden unit."""
    net, inputs = scene.net, scene.inputs
    if not 0 <= unit < net.n_hidden:
        return []
    row = net.W1[unit]
    terms = [
        f"{number(float(row[i]))} {shortened(name, 12)}"
        for i, name in zip(inputs.axes, inputs.names, strict=True)
    ]
    if scene.data.constant is not None:
        terms.append(number(float(row[scene.data.constant])))
    z1 = " + ".join(terms).replace("+ −", "− ")
    outputs = net.W2[:, unit]
    weights = ", ".join(number(value) for value in outputs[:_MOST_NUMBERS].tolist())
    if len(outputs) > _MOST_NUMBERS:
        weights += ", …"
    return [
        _tr("hidden unit {k}").format(k=unit),
        f"z1 = {z1}",
        f"W₂[:, {unit}] = {weights}",
        _tr("click: select it"),
    ]


def grid_table(scene: PlotInputs, across: Floats, up: Floats, f: Floats, h: Floats) -> str:
    """Return f, and the unit that is shown, at every point of a grid, with all digits.

    Parameters
    ----------
    across, up : (columns,), (rows,) float64
    f : (rows, columns, d) float64
    h : (rows, columns, u) float64, u at most 1
    """
    n, d = len(up) * len(across), f.shape[2]
    head = [*scene.inputs.names, *(f"f[{j}]" for j in range(d))]
    head += [f"h[{scene.unit}]"] * h.shape[2]
    at = [np.tile(across, len(up)), np.repeat(up, len(across))]
    return _table(head, [*at, f.reshape(n, d), h.reshape(n, h.shape[2])])


def curve_table(scene: PlotInputs, x: Floats, f: Floats, parts: Floats) -> str:
    """Return f, (c, d) in its own units, and what each unit adds, (c, u), along x, (c,)."""
    names = [output_name(scene.data, j) or f"f[{j}]" for j in range(f.shape[1])]
    head = [*scene.inputs.names, *names]
    head += [f"W2[{scene.output}, {k}] h[{k}]" for k in range(parts.shape[1])]
    return _table(head, [x, f, parts])


def _table(head: list[str], columns: list[Floats]) -> str:
    rows = np.column_stack(columns).tolist()
    return tab_separated([head, *rows]) + "\n"
