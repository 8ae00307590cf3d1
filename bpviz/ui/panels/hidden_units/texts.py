"""What the units panel says in words and numbers of a hidden unit, a weight of it, a bin of it."""

from __future__ import annotations

from collections.abc import Callable

from bpviz.training.evaluation.results import UnitScan
from bpviz.ui.core import option_labels, plurals
from bpviz.ui.core.formatting import count, number, translator
from bpviz.ui.kit.controls.export_menu import tab_separated
from bpviz.ui.panels.hidden_units.model import ShownUnits, row_norms

Write = Callable[[float], str]

_tr = translator("UnitWords")


def widest_figure() -> str:
    """Return the longest value of a figure."""
    return _tr("{number} pp").format(number="−0.01000")


def figure_names() -> tuple[str, str, str, str]:
    """Return what the figures on a card are called; the last one is that of the weights now."""
    return _tr("importance"), _tr("mean h"), _tr("saturated"), "‖W₁ₖ‖"


def unit_name(unit: int) -> str:
    """Return what a card is headed."""
    return _tr("Unit {unit}").format(unit=unit)


def figures(units: ShownUnits, unit: int) -> tuple[str, str, str]:
    """Return how much a unit matters, its mean activation, and how often it is saturated."""
    scan, importance = units.scan, units.importance
    if scan is None or importance is None:
        return "–", "–", "–"
    matters = number(importance[unit])
    if scan.accuracy is not None:
        matters = _tr("{number} pp").format(number=matters)
    share = _tr("{number} %").format(number=number(100 * scan.saturated[unit]))
    return matters, number(scan.mean_activation[unit]), share


def explanations(units: ShownUnits) -> tuple[str, str, str, str]:
    """Return what the figures mean, in the order of `figure_names`."""
    if units.dataset.labels is None:
        matters = _tr(
            "Importance: by how much the mean loss rises without this unit, that is with its "
            "column of W₂ set to zero. Below 0, the network is better without it."
        )
    else:
        matters = _tr(
            "Importance: how many percentage points (pp) of accuracy are lost without this unit, "
            "that is with its column of W₂ set to zero. Below 0, the network is better without it."
        )
    mean = _tr("Mean h: the unit's value hₖ = σ₁(W₁ₖx), averaged over the samples.")
    saturated = _tr(
        "Saturated: share of the samples on which σ₁′ is almost 0, so that the unit hardly learns."
    )
    saturated = f"{saturated} {option_labels.saturation(units.network.sigma1)}"
    return matters, mean, saturated, _tr("‖W₁ₖ‖: length of the vector of the unit's input weights.")


def input_reading(units: ShownUnits, unit: int, index: int, write: Write = number) -> str:
    """Return what an input weight is, and of which input."""
    words = f"W₁[{unit}, {index}] = {write(units.network.W1[unit, index])}"
    names, pixels = units.input_names, units.pixels
    if pixels is not None and index < pixels[0] * pixels[1]:
        row, column = divmod(index, pixels[1])
        where_from = _tr("    from the pixel in row {row}, column {column}")
        return words + where_from.format(row=row, column=column)
    if names:
        return words + _tr("    from {name}").format(name=names[index])
    return words + _tr("    from input {index}").format(index=index)


def output_reading(units: ShownUnits, unit: int, index: int, write: Write = number) -> str:
    """Return what an output weight is, and of which output."""
    words = f"W₂[{index}, {unit}] = {write(units.network.W2[index, unit])}"
    names = units.output_names
    if names:
        return words + _tr("    to output {index} ({name})").format(index=index, name=names[index])
    return words + _tr("    to output {index}").format(index=index)


def bin_reading(scan: UnitScan, unit: int, index: int) -> str:
    """Return how many samples have a value of h in a bin."""
    return _tr("h of unit {unit} from {low} to {high}: {count} of {samples} samples").format(
        unit=unit,
        low=number(scan.edges[index], 3),
        high=number(scan.edges[index + 1], 3),
        count=count(int(scan.counts[unit, index])),
        samples=count(scan.n_samples),
    )


def unit_reading(units: ShownUnits, unit: int) -> str:
    """Return all figures of a unit in one line."""
    names = figure_names()
    values = (*figures(units, unit), number(row_norms(units.network.W1T[:, unit : unit + 1])[0]))
    parts = [f"{name} {value}" for name, value in zip(names, values, strict=True)]
    head = _tr("unit {unit}").format(unit=unit)
    if unit in units.off:
        head = _tr("unit {unit}, ablated").format(unit=unit)
    return " · ".join([head, *parts])


def where(scan: UnitScan) -> str:
    """Return on which set something was found: "on the test set"."""
    if scan.part.value == "test":
        return _tr("on the test set")
    return _tr("on the training set")


def verdict(units: ShownUnits) -> tuple[str, ...]:
    """Return how good the network is, and without the units that are switched off.

    The same in fewer and fewer words, for places with less and less room.
    """
    scan, off = units.scan, units.off
    if len(off) == 1:
        who = _tr("Without unit {unit}").format(unit=min(off))
    else:
        who = _tr("Without {n} units").format(n=count(len(off))) if off else _tr("All units")
    if scan is None or (off and frozenset(scan.off) != off):
        return (_tr("{who}: computing…").format(who=who),)
    if scan.accuracy is None or scan.accuracy_off is None:
        whole, rest = number(scan.loss), number(scan.loss_off)
        one = (_tr("{who}: mean loss {value} {where}"), _tr("{who}: mean loss {value}"))
        two = (
            _tr("{who}: mean loss {value} instead of {whole} {where}"),
            _tr("{who}: mean loss {value} instead of {whole}"),
        )
    else:
        whole, rest = (
            _tr("{number} %").format(number=number(100 * share))
            for share in (scan.accuracy, scan.accuracy_off)
        )
        one = (_tr("{who}: accuracy {value} {where}"), _tr("{who}: accuracy {value}"))
        two = (
            _tr("{who}: accuracy {value} instead of {whole} {where}"),
            _tr("{who}: accuracy {value} instead of {whole}"),
        )
    templates, value = (two, rest) if off else (one, whole)
    short: tuple[str, ...] = (_tr("{who}: {value}"), "{value}")
    if off:
        short = (_tr("{who}: {whole} → {value}"), "{whole} → {value}", "{value}")
    return tuple(
        template.format(who=who, value=value, whole=whole, where=where(scan))
        for template in (*templates, *short)
    )


def age(units: ShownUnits, step: int) -> str:
    """Return of which step the figures are, and of how many samples."""
    scan = units.scan
    if scan is None:
        return _tr("computing…")
    there = units.dataset.part(scan.part)
    total = scan.n_samples if there is None else there.n_samples
    parts = [plurals.samples(scan.n_samples)]
    if total > scan.n_samples:
        words = _tr("{some} of {all} samples")
        parts = [words.format(some=count(scan.n_samples), all=count(total))]
    parts.append(_tr("at step {step}").format(step=count(scan.step)))
    if step != scan.step:
        parts.append(plurals.away(step - scan.step))
    return " · ".join(parts)


def table(units: ShownUnits) -> str:
    """Return all units as a tab separated table, with all digits."""
    scan, importance = units.scan, units.importance
    norms = row_norms(units.network.W1T)
    head = ["unit", "on", "norm_W1", "mean_h", "saturated", "loss_without", "accuracy_without"]
    rows: list[list[object]] = [[*head, "importance"]]
    for k in range(units.network.n_hidden):
        found: list[object] = ["", "", "", "", ""]
        if scan is not None and importance is not None:
            right = scan.accuracy_without
            found = [float(scan.mean_activation[k]), float(scan.saturated[k])]
            found += [float(scan.loss_without[k]), "" if right is None else float(right[k])]
            found.append(float(importance[k]))
        rows.append([k, int(k not in units.off), float(norms[k]), *found])
    return tab_separated(rows)
