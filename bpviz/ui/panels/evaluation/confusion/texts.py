"""What the confusion matrix says of a cell, in a sentence and as a table."""

from __future__ import annotations

from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.confusion import Confusion
from bpviz.ui.core.formatting import count, per_cent, translator
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.kit.controls.export_menu import tab_separated

_tr = translator("ConfusionWords")


def cell_text(confusion: Confusion, row: int, column: int, *, as_shares: bool) -> str:
    """Return what stands in a cell: its count, or its share of the class in per cent."""
    n = int(confusion.counts[row, column])
    if not as_shares or n == 0:
        return count(n)
    words = per_cent(confusion.shares[row, column]).removesuffix(" %")
    return "100" if words == "100.0" else words


def sentence(confusion: Confusion, names: tuple[str, ...], chosen: SampleFilter) -> str:
    """Say how many samples `chosen` has: "4 taken for 9: 37 of 982 (3.8 %)"."""
    rows, right = confusion.rows, confusion.right
    true, said = chosen.label, chosen.predicted
    total = int(rows.sum())
    if true is not None and said is not None:
        n, whole = int(confusion.counts[true, said]), int(rows[true])
        words = _tr("{true} predicted as {said}: {n} of {whole} ({share})")
        if true == said:
            words = _tr("{true} classified correctly: {n} of {whole} ({share})")
    elif true is not None:
        n, whole = int(rows[true] - right[true]), int(rows[true])
        words = _tr("{true} misclassified: {n} of {whole} ({share})")
        if not chosen.wrong:
            n, whole = int(rows[true]), total
            words = _tr("class {true}: {n} of {whole} samples ({share})")
    elif said is not None:
        n, whole = int(confusion.columns[said]), total
        words = _tr(
            "predicted as {said}: {n} of {whole} samples ({share}), {right} of them correctly"
        )
    else:
        n, whole = total - int(right.sum()), total
        words = _tr("all classes: {n} of {whole} samples misclassified ({share})")
        if not chosen.wrong:
            words = _tr("all {whole} samples, {n} of them misclassified ({share})")
    return words.format(
        true="" if true is None else class_name(names, true),
        said="" if said is None else class_name(names, said),
        n=count(n),
        whole=count(whole),
        share=per_cent(n / whole if whole else None),
        right=count(0 if said is None else int(right[said])),
    )


def table(confusion: Confusion, names: tuple[str, ...], part: Part) -> str:
    """Return the counts with their sums and the accuracies, tabs between columns."""
    classes = [class_name(names, c) for c in range(confusion.n_classes)]
    lines: list[list[object]] = [[f"{part}: true \\ predicted", *classes, "sum", "accuracy"]]
    for c, name in enumerate(classes):
        counts = confusion.counts[c].tolist()
        lines.append([name, *counts, int(confusion.rows[c]), float(confusion.accuracy[c])])
    total = int(confusion.rows.sum())
    overall = int(confusion.right.sum()) / total if total else float("nan")
    lines.append(["sum", *confusion.columns.tolist(), total, overall])
    return tab_separated(lines) + "\n"
