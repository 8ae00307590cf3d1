"""What the sample browser says of its list in one line."""

from __future__ import annotations

from bpviz.datasets.dataset import Dataset, Part
from bpviz.ui.core import counting, plurals
from bpviz.ui.core.formatting import count, ordinal, translator
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.kit.controls.placeholder import loading
from bpviz.ui.kit.sample_list.model import ShownSamples

_tr = translator("BrowserWords")


def which(whole: Dataset, wanted: SampleFilter) -> str:
    """Say which samples pass a filter: "4 taken for 9"; empty if all do."""
    label, predicted = (
        None if c is None else class_name(whole.class_names, c)
        for c in (wanted.label, wanted.predicted)
    )
    if label is not None and predicted is not None:
        words = _tr("{label} predicted as {predicted}"), _tr("{label} misclassified as {predicted}")
    elif label is not None:
        words = _tr("class {label}"), _tr("{label} misclassified")
    elif predicted is not None:
        words = _tr("predicted as {predicted}"), _tr("misclassified as {predicted}")
    else:
        words = "", _tr("misclassified")
    return words[wanted.wrong].format(label=label, predicted=predicted)


def how_many(shown: ShownSamples, wanted: SampleFilter, step: int | None) -> str:
    """Say how many samples are listed, which ones, and with the weights of which step."""
    named = {
        "n": count(len(shown)),
        "m": count(shown.data.n_samples),
        "which": which(shown.whole, wanted),
        "step": count(step),
    }
    if not named["which"]:
        named["samples"] = plurals.samples(shown.data.n_samples)
        words = "{samples}" if step is None else _tr("{samples}, at step {step}")
        return words.format(**named)
    if step is None:
        words = _tr("{n} of {m} samples: {which}")
    else:
        words = _tr("{n} of {m} samples: {which}, at step {step}")
    return words.format(**named)


def nothing_listed(shown: ShownSamples, wanted: SampleFilter, *, computed: bool) -> str:
    """Say why the list is empty; say nothing where it is not."""
    if len(shown):
        return ""
    if not computed:
        return _tr("Computing the predictions for all samples…")
    return _tr("No samples match: {which}.").format(which=which(shown.whole, wanted))


def no_part(whole: Dataset | None, part: Part) -> str:
    """Say why there is no list at all."""
    if whole is None:
        return loading()
    if part is Part.TEST:
        return _tr(
            "This data set has no test set: no samples were held out. Set a test share above 0 in "
            "Setup, if it offers one."
        )
    return _tr("This data set has no samples.")


def not_listed(whole: Dataset, part: Part, sample: int) -> str:
    """Say why one cannot go to a sample."""
    data = whole.part(part)
    m = 0 if data is None else data.n_samples
    if not 0 <= sample < m:
        return _tr("Sample {sample} does not exist. Use an index from {first} to {last}.").format(
            sample=ordinal(sample), first=counting.first(), last=ordinal(m - 1)
        )
    return _tr("Sample {sample} is not listed with these filters.").format(sample=ordinal(sample))
