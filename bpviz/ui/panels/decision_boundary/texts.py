"""What the panel of the decision boundary says in words and numbers."""

from __future__ import annotations

import html
from collections.abc import Sequence

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


def _listed(values: Floats) -> str:
    """Return the first numbers of some, with commas between."""
    words = ", ".join(number(value) for value in values[:_MOST_NUMBERS].tolist())
    return words + (", …" if len(values) > _MOST_NUMBERS else "")


def _inputs(scene: PlotInputs, x: Floats) -> list[str]:
    """Return the inputs that vary, "x₁ = 0.5000", "x₂ = −1.200"."""
    inputs = scene.inputs
    pairs = zip(inputs.names, x[list(inputs.axes)].tolist(), strict=True)
    return [f"{shortened(name, 16)} = {number(value)}" for name, value in pairs]


def _outputs(scene: PlotInputs, values: Floats, unnamed: str) -> list[tuple[str, str]]:
    """Return names and values, in their own units, of the first outputs or targets (d,)."""
    found = []
    for j, value in enumerate(values[:_MOST_NUMBERS].tolist()):
        offset, factor = scale_of(scene.data, j)
        name = shortened(output_name(scene.data, j), 16) or unnamed.format(j=j)
        found.append((name, number(offset + factor * value)))
    return found


def _answer(scene: PlotInputs, f: Floats) -> str:
    """Return the outputs, and the predicted class or the value in its own units."""
    data = scene.data
    if data.labels is None:
        named = _outputs(scene, f, "f" if len(f) == 1 else "f[{j}]")
        words = " · ".join(f"{name} = {value}" for name, value in named)
        return words + (" …" if len(f) > _MOST_NUMBERS else "")
    words = f"f = {_listed(f)}" if len(f) == 1 else f"f = ({_listed(f)})"
    guess = predicted_class(data, f)
    if guess is None:
        return words
    return _tr("{f} → class {name}").format(f=words, name=class_name(data.class_names, guess))


def point(scene: PlotInputs, trace: StepTrace) -> str:
    """Return what the line below says about the tried point."""
    where = " · ".join(_inputs(scene, trace.x))
    return _tr("{answer} at {where}").format(where=where, answer=_answer(scene, trace.f))


def point_lines(scene: PlotInputs, values: Sequence[float]) -> list[str]:
    """Return the readout's lines for the place under the mouse."""
    trace, unit = scene.trace(scene.inputs.at(values)), scene.unit
    if trace is None:
        return []
    lines = [*_inputs(scene, trace.x), _answer(scene, trace.f)]
    if unit is not None:
        lines.append(f"h[{unit}] = {number(float(trace.h[unit]))}")
    return [*lines, _tr("click: probe this point")]


def sample_lines(scene: PlotInputs, part: Part, index: int) -> list[str]:
    """Return the readout's lines for a sample."""
    data = scene.data.part(part)
    trace = None if data is None else scene.trace(data.x(index))
    if data is None or trace is None:
        return []
    words = _tr("test sample {index}") if part is Part.TEST else _tr("sample {index}")
    head = words.format(index=count(index))
    if data.labels is not None:
        name = class_name(data.class_names, int(data.labels[index]))
        head += _tr(" · class {name}").format(name=name)
    lines = [head, *_inputs(scene, trace.x)]
    if data.labels is None:
        words = _tr("target {name} = {value}")
        targets = _outputs(scene, data.Y[index], "y")
        lines += [words.format(name=name, value=value) for name, value in targets]
    return [*lines, _answer(scene, trace.f), _tr("click: make it the current sample")]


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
    return [
        _tr("hidden unit {k}").format(k=unit),
        f"z1 = {' + '.join(terms)}".replace("+ −", "− "),
        f"W₂[:, {unit}] = {_listed(net.W2[:, unit])}",
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
