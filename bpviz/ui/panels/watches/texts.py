"""Watches as a person types and reads them, indices counted as everywhere on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bpviz.datasets.dataset import Dataset
from bpviz.training.events import Frame
from bpviz.training.settings import SettingsError
from bpviz.training.watch_text import watch_of
from bpviz.training.watches import Cost, Watch
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import translated, translator
from bpviz.ui.core.selection import Selection

_tr = translator("Watches")


def _counted(watch: Watch, count: Callable[[int], int]) -> Watch:
    """Return a watch with its indices counted otherwise."""
    places = (watch.row, watch.column, watch.sample)
    row, column, sample = (None if at is None else count(at) for at in places)
    return Watch(watch.quantity, row, column, sample)


def read_watch(typed: str, frame: Frame) -> Watch:
    """Return what a person typed.

    Raises
    ------
    SettingsError
        If it is no number of the run.
    """
    watch = watch_of(typed)
    places = (watch.row, watch.column, watch.sample)
    if any(at is not None and counting.meant(at) < 0 for at in places):
        raise SettingsError(_tr("An index is 0, and they count from 1. Use 1 for the first."))
    watch = _counted(watch, counting.meant)
    if frame.dataset is not None:
        watch.check(frame.dataset, frame.settings.n_hidden, frame.own_pairs)
    return watch


def typed_form(watch: Watch) -> str:
    """Return what is to be typed for a watch, see `read_watch`."""
    return str(_counted(watch, counting.shown))


def words_of(watch: Watch) -> str:
    """Return what a watch is called."""
    return translated(watch.title())


def cost_words(watch: Watch) -> str:
    """Return what it takes to look at a number in every step; "" where it is nothing."""
    return {
        Cost.STEP: "",
        Cost.MATRIX: _tr("Read from many weights: a search looks at all of them in every step."),
        Cost.SAMPLE: _tr("Of one sample: a search computes it anew in every step."),
    }[watch.cost]


def suggestions(frame: Frame, selection: Selection | None) -> Iterator[Watch]:
    """Yield numbers that one may want to follow: of the selected weight, its unit, the pair."""
    data = frame.dataset
    if data is None:
        return
    at = selection or Selection("W1", 0, 0)
    yield Watch.weight(at.matrix, at.row, at.column)
    unit = at.hidden_unit
    for quantity in ("h", "z1", "delta1"):
        yield Watch.of_unit(quantity, unit)
    yield Watch.norm("W1", row=unit)
    if data.constant is not None:
        yield Watch.bias(unit)
    yield from (Watch.loss(), Watch.norm("W1"), Watch.norm("W2"))
    sample = _shown_sample(frame)
    output = at.row if at.matrix == "W2" else _class_of(data, sample)
    yield Watch.of_unit("f", output)
    if sample is not None:
        yield Watch.loss(sample)
        yield Watch.of_unit("f", output, sample)


def _shown_sample(frame: Frame) -> int | None:
    """Return the sample of the training set that is shown, or that of the step."""
    if frame.selected is not None:
        return frame.selected if frame.selected_part.value == "train" else None
    return frame.sample


def _class_of(data: Dataset, sample: int | None) -> int:
    known = data.labels is not None and sample is not None and sample < data.n_samples
    if not known or data.n_outputs == 1:
        return 0
    assert data.labels is not None
    return int(data.labels[sample])
