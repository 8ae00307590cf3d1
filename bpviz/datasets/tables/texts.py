"""What was found in a table, and what is made of it, in words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.outcomes import RANGES, Outcomes
from bpviz.datasets.request import DataRequest, Scaling, TargetKind, TargetScaling
from bpviz.datasets.sentence import Sentence, listed, short
from bpviz.datasets.tables.csv_format import TextFormat
from bpviz.datasets.tables.plan import Plan
from bpviz.datasets.tables.table import Table

_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "latin-1": "Latin-1",
    "iso8859-1": "Latin-1",
    "cp1252": "Windows-1252 (Latin-1)",
}


def format_words(written: TextFormat) -> list[Sentence]:
    """Say how a text table is written."""
    encoding = _ENCODINGS.get(written.encoding, written.encoding)
    mark = {" ": Sentence.of("spaces"), "\t": Sentence.of("tabs")}.get(written.separator)
    header = (
        Sentence.of("The first row holds the names of the columns.")
        if written.header
        else Sentence.of("There is no row of names; the columns are numbered.")
    )
    return [
        Sentence.of(
            "The text is {encoding}, cells are separated by {separator}, the decimal mark is "
            "“{decimal}”.",
            encoding=encoding,
            separator=mark or f"“{written.separator}”",
            decimal=written.decimal,
        ),
        header,
    ]


def plan_words(
    table: Table,
    plan: Plan,
    request: DataRequest,
    outcomes: Outcomes,
    held: NDArray[np.bool_],
    *,
    own: bool = False,
) -> list[Sentence]:
    """Say what is made of a table; `own` where the test part is one of its own."""
    return [
        *_input_words(table, plan, request),
        _target_words(table, plan, outcomes, request.fitting),
        *_missing_words(plan),
        split_words(int(held.sum()), len(held), request, own=own),
    ]


def split_words(
    n_test: int, n_samples: int, request: DataRequest, *, own: bool = False
) -> Sentence:
    """Say how many samples are held back, and how they were chosen; `own` where nobody chose."""
    m = n_samples - n_test
    trained = Sentence.of("1 sample to train" if m == 1 else "{m} samples to train", m=m)
    if not n_test:
        return Sentence.of("{trained}; none is held back.", trained=trained)
    if own:
        return Sentence.of(
            "{trained}; {test} to test, a part of their own.", trained=trained, test=n_test
        )
    return Sentence.of(
        "{trained}; {test} to test ({share:.0%}), drawn with the seed {seed}.",
        trained=trained,
        test=n_test,
        share=n_test / n_samples,
        seed=request.seed,
    )


def constant_words(request: DataRequest) -> list[Sentence]:
    """Say whether a constant input is appended."""
    if not request.constant:
        return []
    return [Sentence.of("A constant input 1 is appended, in place of a bias.")]


def scaling_words(scaling: Scaling) -> Sentence:
    """Say how number inputs are scaled."""
    if scaling is Scaling.NONE:
        return Sentence.of("as they are")
    if scaling is Scaling.UNIT:
        return Sentence.of("scaled to 0 … 1 over the training part")
    return Sentence.of("standardised to mean 0 and variance 1 over the training part")


def _input_words(table: Table, plan: Plan, request: DataRequest) -> list[Sentence]:
    columns = [table.columns[j] for j in plan.inputs]
    numbers = [column.name for column in columns if not column.is_text]
    texts = [column.name for column in columns if column.is_text]
    words: list[Sentence] = []
    if numbers:
        words.append(
            Sentence.of(
                "Inputs are the numbers in {names}, {scaling}.",
                names=listed(numbers),
                scaling=scaling_words(request.scaling),
            )
        )
    if texts:
        words.append(
            Sentence.of(
                "The text in {names} becomes inputs, one for each kind: 1 where it is that kind, "
                "else 0.",
                names=listed(texts),
            )
        )
    if plan.counting:
        words.append(
            Sentence.of(
                "Left out because it only counts the rows: {names}; name it among the inputs to "
                "learn from it.",
                names=listed([table.columns[j].name for j in plan.counting]),
            )
        )
    used = {*plan.inputs, *plan.targets, *plan.counting}
    unused = [column.name for j, column in enumerate(table.columns) if j not in used]
    if unused:
        words.append(Sentence.of("Not used: {names}.", names=listed(unused)))
    return words + constant_words(request)


def _target_words(table: Table, plan: Plan, outcomes: Outcomes, scaling: TargetScaling) -> Sentence:
    names = listed([table.columns[j].name for j in plan.targets])
    if plan.kind is TargetKind.REGRESSION:
        return regression_words(names, scaling)
    return class_words(names, outcomes.class_names)


def regression_words(names: str, scaling: TargetScaling) -> Sentence:
    """Say what becomes of the targets of a regression."""
    if scaling is TargetScaling.NONE:
        return Sentence.of("The target is {names}, as numbers, as they are.", names=names)
    if scaling is TargetScaling.STANDARD:
        return Sentence.of(
            "The target is {names}, as numbers, standardised to mean 0 and variance 1 over the "
            "training part and shown back in its own units.",
            names=names,
        )
    low, high = RANGES[scaling]
    return Sentence.of(
        "The target is {names}, as numbers; the training part's range is scaled to {low:g} … "
        "{high:g} and shown back in its own units.",
        names=names,
        low=low,
        high=high,
    )


def class_words(target: str, class_names: tuple[str, ...]) -> Sentence:
    """Say which classes there are, and how the outputs stand for them."""
    if len(class_names) == 2:
        return Sentence.of(
            "The target is {target}, in 2 classes: one output, 0 for {first} and 1 for {second}.",
            target=target,
            first=short(class_names[0]),
            second=short(class_names[1]),
        )
    return Sentence.of(
        "The target is {target}, in {count} classes, an output each: {names}.",
        target=target,
        count=len(class_names),
        names=listed(class_names, 12),
    )


def _missing_words(plan: Plan) -> list[Sentence]:
    dropped = int((~plan.kept).sum())
    if not dropped:
        return []
    return [Sentence.of("Rows left out because something is missing: {count}.", count=dropped)]
