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
    mark = {" ": Sentence.of("space"), "\t": Sentence.of("tab")}.get(written.separator)
    header = (
        Sentence.of("The first row contains the column names.")
        if written.header
        else Sentence.of("There is no header row; the columns are numbered.")
    )
    return [
        Sentence.of(
            "Encoding {encoding}, separator {separator}, decimal mark “{decimal}”.",
            encoding=encoding,
            separator=mark or Sentence.of("“{mark}”", mark=written.separator),
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
    trained = Sentence.of("1 training sample" if m == 1 else "{m} training samples", m=m)
    if not n_test:
        return Sentence.of("{trained}; none held out for testing.", trained=trained)
    tested = Sentence.of("1 test sample" if n_test == 1 else "{m} test samples", m=n_test)
    if own:
        return Sentence.of(
            "{trained} and {tested} from a separate test set.", trained=trained, tested=tested
        )
    return Sentence.of(
        "{trained} and {tested} ({percent:.0f} %), drawn with seed {seed}.",
        trained=trained,
        tested=tested,
        percent=100 * n_test / n_samples,
        seed=str(request.seed),
    )


def constant_words(request: DataRequest) -> list[Sentence]:
    """Say whether a constant input is appended."""
    if not request.constant:
        return []
    return [Sentence.of("A constant input 1 is appended in place of biases.")]


def scaling_words(scaling: Scaling) -> Sentence:
    """Say how number inputs are scaled."""
    if scaling is Scaling.NONE:
        return Sentence.of("not scaled")
    if scaling is Scaling.UNIT:
        return Sentence.of("scaled to 0 … 1 over the training set")
    return Sentence.of("standardised to mean 0 and variance 1 over the training set")


def _input_words(table: Table, plan: Plan, request: DataRequest) -> list[Sentence]:
    columns = [table.columns[j] for j in plan.inputs]
    numbers = [column.title for column in columns if not column.is_text]
    texts = [column.title for column in columns if column.is_text]
    words: list[Sentence] = []
    if numbers:
        words.append(
            Sentence.of(
                "Numeric inputs: {names}, {scaling}.",
                names=listed(numbers),
                scaling=scaling_words(request.scaling),
            )
        )
    if texts:
        words.append(
            Sentence.of(
                "Categorical inputs, a 0/1 input for each distinct value (one-hot): {names}.",
                names=listed(texts),
            )
        )
    if plan.counting:
        words.append(
            Sentence.of(
                "Left out as row numbers: {names}. Choose them as inputs to train on them anyway.",
                names=listed([table.columns[j].title for j in plan.counting]),
            )
        )
    used = {*plan.inputs, *plan.targets, *plan.counting}
    unused = [column.title for j, column in enumerate(table.columns) if j not in used]
    if unused:
        words.append(Sentence.of("Not used: {names}.", names=listed(unused)))
    return words + constant_words(request)


def _target_words(table: Table, plan: Plan, outcomes: Outcomes, scaling: TargetScaling) -> Sentence:
    names = listed([table.columns[j].title for j in plan.targets])
    if plan.kind is TargetKind.REGRESSION:
        return regression_words(names, scaling)
    return class_words(names, outcomes.class_names)


def regression_words(names: str, scaling: TargetScaling) -> Sentence:
    """Say what becomes of the targets of a regression."""
    if scaling is TargetScaling.NONE:
        return Sentence.of("Target (regression): {names}, not scaled.", names=names)
    if scaling is TargetScaling.STANDARD:
        return Sentence.of(
            "Target (regression): {names}, standardised to mean 0 and variance 1 over the "
            "training set and shown in original units.",
            names=names,
        )
    low, high = RANGES[scaling]
    return Sentence.of(
        "Target (regression): {names}, its range in the training set scaled to {low:g} … {high:g} "
        "and shown in original units.",
        names=names,
        low=low,
        high=high,
    )


def class_words(target: str, class_names: tuple[str, ...]) -> Sentence:
    """Say which classes there are, and how the outputs stand for them."""
    if len(class_names) == 2:
        return Sentence.of(
            "Target (2 classes): {target}; one output, 0 for {first} and 1 for {second}.",
            target=target,
            first=short(class_names[0]),
            second=short(class_names[1]),
        )
    return Sentence.of(
        "Target ({count} classes): {target}; one output for each class: {names}.",
        target=target,
        count=len(class_names),
        names=listed(class_names, 12),
    )


def _missing_words(plan: Plan) -> list[Sentence]:
    dropped = int((~plan.kept).sum())
    if not dropped:
        return []
    return [Sentence.of("Rows dropped because of missing values: {count}.", count=dropped)]
