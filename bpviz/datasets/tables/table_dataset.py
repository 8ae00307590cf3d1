"""From a table and a plan to the pairs (X, Y)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.assembly import About, Part, assemble
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.dense_blocks import blocks_of, compress_blocks, different
from bpviz.datasets.outcomes import Outcomes, class_outcomes, number_outcomes
from bpviz.datasets.progress import Meter
from bpviz.datasets.raw_format import RawColumn, RawFormat
from bpviz.datasets.request import DataRequest, Scaling, TargetKind
from bpviz.datasets.splitting import draw_test_part
from bpviz.datasets.tables.plan import Plan
from bpviz.datasets.tables.table import Table, number_name
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats, Ints


def outcomes_of(
    table: Table, plan: Plan, request: DataRequest, held: NDArray[np.bool_] | None = None
) -> tuple[Outcomes, NDArray[np.bool_]]:
    """Return the targets of the rows kept, and which of these are held back for testing.

    `held` is given where that is settled, (m,) bool over all rows; else they are drawn.
    """
    values = table.values[:, plan.targets][plan.kept]
    if held is not None:
        held = held[plan.kept]
    if plan.kind is TargetKind.REGRESSION:
        if held is None:
            held = draw_test_part(len(values), None, request.test_share, request.seed)
        names = tuple(table.columns[j].name for j in plan.targets)
        return number_outcomes(values, names, ~held, request.fitting), held
    codes = different(values[:, 0])
    labels = np.searchsorted(codes, values[:, 0])
    kinds = table.columns[plan.targets[0]].kinds
    if kinds is None:
        names = tuple(number_name(code) for code in codes)
    else:  # codes are in the order of appearance, which means nothing
        texts = {code: text for text, code in kinds.items()}
        named = [texts[code] for code in codes]
        order = np.array(sorted(range(len(named)), key=named.__getitem__), dtype=np.int64)
        labels = np.argsort(order)[labels]
        names = tuple(named[k] for k in order)
    if held is None:
        held = draw_test_part(len(labels), labels, request.test_share, request.seed)
    return class_outcomes(labels, names), held


def build(
    table: Table,
    plan: Plan,
    request: DataRequest,
    about: About,
    outcomes: Outcomes,
    held: NDArray[np.bool_],
    meter: Meter,
    *,
    second: int = 0,
) -> Dataset:
    """Return the data set; `meter` is told of every input four times.

    `outcomes` and `held` are what `outcomes_of` returns; `second` is the row of the table at which
    a test part of its own begins.
    """
    kept = np.flatnonzero(plan.kept)
    inputs = Inputs(table, plan, request, kept[~held], meter)
    parts = [
        Part(inputs.rows(kept[chosen], meter), outcomes.part(chosen), kept[chosen] - first)
        for chosen, first in ((~held, 0), (held, second))
        if chosen.any()
    ]
    described = About(
        about.name,
        about.title,
        about.description,
        input_names=tuple(inputs.names),
        constant=inputs.n_inputs - 1 if request.constant else None,
        raw=inputs.raw,
    )
    return assemble(described, parts[0], parts[1] if len(parts) > 1 else None)


def n_inputs_of(table: Table, plan: Plan, request: DataRequest) -> int:
    """Return n: a number is one input, text one for each of its kinds; and the constant."""
    kinds = (table.columns[j].kinds for j in plan.inputs)
    return sum(1 if each is None else len(each) for each in kinds) + bool(request.constant)


@dataclass
class Inputs:
    """How rows of a table become inputs: numbers scaled over the training part, text one-hot."""

    table: Table
    plan: Plan
    request: DataRequest
    training: Ints
    meter: Meter
    names: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Lay out the inputs, in the order of the columns."""
        columns = self.table.columns
        self._numbers = [j for j in self.plan.inputs if not columns[j].is_text]
        self._number_places: list[int] = []
        # Of each input that stands for a kind of text: its place, its column, the kind's code.
        places: list[int] = []
        of: list[int] = []
        codes: list[float] = []
        for j in self.plan.inputs:
            kinds = columns[j].kinds
            if kinds is None:
                self._number_places.append(len(self.names))
                self.names.append(columns[j].name)
            else:
                texts = sorted(kinds)
                places += range(len(self.names), len(self.names) + len(texts))
                of += [j] * len(texts)
                codes += [kinds[text] for text in texts]
                self.names += [f"{columns[j].name} = {text}" for text in texts]
        if self.request.constant:
            self.names.append("1")
        self._kind_places, self._kind_columns = np.array(places, int), np.array(of, int)
        self._codes = np.array(codes)
        self._shift, self._factor = self._scale()

    @property
    def raw(self) -> RawFormat:
        """How the rows that are left out here, or come later, become inputs."""
        scales = zip(self._numbers, self._shift.tolist(), self._factor.tolist(), strict=True)
        scale = {j: (shift, factor) for j, shift, factor in scales}
        columns = [(j, self.table.columns[j]) for j in self.plan.inputs]
        return RawFormat(
            tuple(
                RawColumn(column.name, *scale[j])
                if column.kinds is None
                else RawColumn(column.name, kinds=tuple(sorted(column.kinds)))
                for j, column in columns
            ),
            decimal=self.request.decimal or ".",
            also_missing=self.request.also_missing,
        )

    @property
    def n_inputs(self) -> int:
        """n."""
        return len(self.names)

    def rows(self, chosen: Ints, meter: Meter) -> CompressedRows:
        """Return the inputs of some rows."""
        return compress_blocks(
            len(chosen), self.n_inputs, lambda block: self._dense(chosen[block]), meter
        )

    def _dense(self, rows: Ints) -> Floats:
        values = self.table.values[rows]
        if not len(self._codes) and not self.request.constant:
            return (values[:, self._numbers] - self._shift) / self._factor
        dense = np.ones((len(rows), self.n_inputs))  # what is not written below is the constant
        dense[:, self._number_places] = (values[:, self._numbers] - self._shift) / self._factor
        if len(self._codes):
            dense[:, self._kind_places] = values[:, self._kind_columns] == self._codes
        return dense

    def _scale(self) -> tuple[Floats, Floats]:
        """Return shift and factor of the number columns, over the training part."""
        count = len(self._numbers)
        none = np.zeros(count), np.ones(count)
        if self.request.scaling is Scaling.NONE or not count:
            return none
        low, high, total = np.full(count, np.inf), np.full(count, -np.inf), np.zeros(count)
        for values in self._training_blocks():
            np.minimum(low, values.min(axis=0), out=low)
            np.maximum(high, values.max(axis=0), out=high)
            total += values.sum(axis=0)
        flat = high - low <= 1e-100
        if self.request.scaling is Scaling.UNIT:
            return low, np.where(flat, 1.0, high - low)
        mean = total / len(self.training)
        squares = np.zeros(count)
        for values in self._training_blocks():
            squares += ((values - mean) ** 2).sum(axis=0)
        deviation = np.sqrt(squares / len(self.training))
        # A column that never changes becomes zeros: rounding must not make a pattern of it.
        flat |= deviation <= 1e-100
        return np.where(flat, low, mean), np.where(flat, 1.0, deviation)

    def _training_blocks(self) -> Iterator[Floats]:
        for block in blocks_of(len(self.training), len(self.table.columns)):
            values = self.table.values[self.training[block]][:, self._numbers]
            yield values
            self.meter.add(values.size)
