"""What a run was begun with, in words: all of it, and what sets one run apart from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bpviz.datasets import catalog
from bpviz.datasets.request import Missing, Scaling, TargetKind, TargetScaling
from bpviz.network.rules import GradientRule
from bpviz.training.infos import BranchInfo, RunInfo
from bpviz.ui.core.formatting import NOTHING, count, exact, per_cent, translated, translator
from bpviz.ui.core.option_labels import activations, initializers, orders

_tr = translator("BranchSettings")


def rule_words(rule: GradientRule | None) -> str:
    """Return a gradient rule in the room of a cell."""
    if rule is None:
        return NOTHING
    return _tr("exact") if rule is GradientRule.EXACT else _tr("as printed")


def settings_of(run: RunInfo) -> dict[str, str]:
    """Return every setting of a run and of its data by its name, in words."""
    settings = run.settings
    stopping = _tr("none")
    if settings.stopping is not None:
        rule = settings.stopping
        stopping = _tr("window {window}, tolerance {tolerance}, patience {patience}").format(
            window=count(rule.window_for(run.n_samples)),
            tolerance=exact(rule.tolerance),
            patience=count(rule.patience),
        )
    return {
        **_data(run),
        "l": count(settings.n_hidden),
        "σ₁": _chosen(activations(), settings.sigma1),
        "σ₂": _chosen(activations(), settings.sigma2),
        _tr("initial weights"): run.weights or _chosen(initializers(), settings.initializer),
        _tr("seed"): count(settings.seed),
        _tr("sample order"): _chosen(orders(), settings.order),
        _tr("λ at the start"): exact(settings.learning_rate),
        _tr("gradient rule at the start"): rule_words(settings.gradient_rule),
        _tr("stopping rule"): stopping,
    }


def _data(run: RunInfo) -> dict[str, str]:
    """Return what can be chosen about data; what was left open is named as such."""
    data = run.data
    kinds = {TargetKind.CLASSES: _tr("classes"), TargetKind.REGRESSION: _tr("numbers")}
    scalings = {
        Scaling.AUTO: _tr("mean 0, variance 1"),
        Scaling.STANDARD: _tr("mean 0, variance 1"),
        Scaling.UNIT: _tr("0 … 1"),
        Scaling.NONE: _tr("not scaled"),
    }
    targets = {
        TargetScaling.AUTO: _tr("to fit σ₂"),
        TargetScaling.UNIT: _tr("0.1 … 0.9"),
        TargetScaling.SIGNED: _tr("−0.8 … 0.8"),
        TargetScaling.STANDARD: _tr("mean 0, variance 1"),
        TargetScaling.NONE: _tr("not scaled"),
    }
    missing = {Missing.REFUSE: _tr("reject the file"), Missing.DROP: _tr("leave out the row")}
    detected = _tr("as detected")
    size = "" if data.size is None else "{} × {}".format(*data.size)
    header = {None: detected, True: _tr("yes"), False: _tr("no")}
    return {
        _tr("data set"): translated(run.title),
        _tr("file"): NOTHING if data.source in catalog.NAMES else str(Path(data.source)),
        _tr("training samples"): count(run.n_samples),
        _tr("test samples"): count(run.n_test),
        _tr("test share"): per_cent(data.test_share) if data.test_share is not None else detected,
        _tr("noise"): NOTHING if data.noise is None else exact(data.noise),
        _tr("seed of the data"): count(data.seed),
        _tr("inputs"): count(run.n_inputs),
        _tr("outputs"): count(run.n_outputs),
        _tr("constant input 1"): header[bool(data.constant)],
        _tr("input columns"): ", ".join(data.inputs) or detected,
        _tr("target columns"): ", ".join(data.target) or detected,
        _tr("targets"): kinds.get(data.kind, detected),
        _tr("scaling of the inputs"): scalings[data.scaling],
        _tr("scaling of the targets"): targets[data.target_scaling],
        _tr("rows with gaps"): missing[data.missing],
        _tr("also missing"): ", ".join(data.also_missing) or NOTHING,
        _tr("columns of categories"): ", ".join(data.categories) or detected,
        _tr("separator"): data.separator or detected,
        _tr("decimal mark"): data.decimal or detected,
        _tr("encoding"): data.encoding or detected,
        _tr("header row"): header[data.header],
        _tr("size of the pictures"): size or detected,
    }


def _chosen(choices: Iterable[tuple[str, str]], value: str) -> str:
    return next(words for choice, words in choices if choice == value)


def differences(first: BranchInfo, second: BranchInfo) -> list[tuple[str, str, str]]:
    """Return what two branches were made with that differs: its name, and of each the words."""
    both = []
    for note in (first, second):
        words = {} if note.run is None else settings_of(note.run)
        words[_tr("λ at the end")] = exact(note.learning_rate)
        words[_tr("gradient rule at the end")] = rule_words(note.gradient_rule)
        both.append(words)
    one, other = both
    return [
        (name, one.get(name, NOTHING), other.get(name, NOTHING))
        for name in {**one, **other}
        if one.get(name) != other.get(name)
    ]


def run_words(notes: Iterable[BranchInfo]) -> Mapping[int, str]:
    """Return, by the id of its `RunInfo`, which run each is.

    Data set, l and seed; and whatever else differs from another run on the same data set.
    """
    runs = list({id(note.run): note.run for note in notes if note.run is not None}.values())
    all_words = [settings_of(run) for run in runs] if len(runs) > 1 else []
    found = {}
    for at, run in enumerate(runs):
        settings = run.settings
        words = _tr("{data}, l = {l}, seed {seed}").format(
            data=translated(run.title), l=count(settings.n_hidden), seed=count(settings.seed)
        )
        if all_words:
            own = all_words[at]
            others = [
                each
                for each, other in zip(all_words, runs, strict=True)
                if other.title == run.title and other is not run
            ]
            told = {_tr("data set"), "l", _tr("seed"), _tr("inputs"), _tr("outputs")}
            words += "".join(
                f", {name}: {value}"
                for name, value in own.items()
                if name not in told and any(other[name] != value for other in others)
            )
        found[id(run)] = words
    return found
