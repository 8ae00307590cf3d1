"""Watch: a number of a run that somebody follows through it, and what exactly it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from bpviz.quoting import spelled
from bpviz.training.message import Index, Message, sentence_of
from bpviz.training.settings import MAX_SEED, SettingsError, check_count

if TYPE_CHECKING:
    from bpviz.datasets.dataset import Dataset


class Quantity(StrEnum):
    """What a number is of."""

    W1 = "W1"
    W2 = "W2"
    BIAS = "bias"
    NORM_W1 = "norm W1"
    NORM_W2 = "norm W2"
    Z1 = "z1"
    H = "h"
    DELTA1 = "delta1"
    Z2 = "z2"
    F = "f"
    DELTA2 = "delta2"
    LOSS = "loss"


WEIGHTS = frozenset({Quantity.W1, Quantity.W2, Quantity.BIAS})
"""A single weight."""

NORMS = frozenset({Quantity.NORM_W1, Quantity.NORM_W2})
"""The norm of a matrix, or of a row or a column of it."""

HIDDEN = frozenset({Quantity.Z1, Quantity.H, Quantity.DELTA1})
"""A hidden unit has one."""

OUTPUTS = frozenset({Quantity.Z2, Quantity.F, Quantity.DELTA2})
"""An output has one."""

BACKWARD = frozenset({Quantity.DELTA1, Quantity.DELTA2})
"""There is one of the step's own pair alone."""

_SHOWN = {
    Quantity.W1: "W₁", Quantity.W2: "W₂", Quantity.NORM_W1: "W₁", Quantity.NORM_W2: "W₂",
    Quantity.DELTA1: "δ1", Quantity.DELTA2: "δ2",
}  # fmt: skip


class Cost(StrEnum):
    """What it takes to look at a number in every step."""

    STEP = "step"
    """Nothing to speak of: a single weight, or what the step computes anyway."""
    MATRIX = "matrix"
    """As many weights are read as the norm is made of."""
    SAMPLE = "sample"
    """Another forward pass."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A number of a run; make one with the class methods.

    What is made of the weights alone is that of the weights W(t) with which step t begins, as
    ``seek(t)`` shows them.  What belongs to the step's own pair is that of step t, which comes next
    there: that of `Session.preview`.

    Attributes
    ----------
    quantity : Quantity
    row : int or None
        Hidden unit or output, counted from 0; None for a loss, and in a norm for all rows.
    column : int or None
        Input or hidden unit, from which a weight comes; in a norm None for all columns.
    sample : int or None
        The sample that it is of, counted from 0 in the training set, from m on a person's own; None
        for the pair of each step.

    Raises
    ------
    SettingsError
        If there is no such number in any run.
    """

    quantity: Quantity
    row: int | None = None
    column: int | None = None
    sample: int | None = None

    def __post_init__(self) -> None:
        try:
            quantity = Quantity(self.quantity)
        except ValueError:
            raise SettingsError(
                Message.of(
                    "The quantity to watch is {value}; it must be one of {known}.",
                    value=spelled(self.quantity),
                    known=", ".join(Quantity),
                )
            ) from None
        object.__setattr__(self, "quantity", quantity)
        weight, norm = quantity in (Quantity.W1, Quantity.W2), quantity in NORMS
        has_row, has_column = quantity is not Quantity.LOSS, weight or norm
        for name, wanted, needed in (
            ("row", has_row, has_row and not norm),
            ("column", has_column, weight),
            ("sample", quantity not in WEIGHTS | NORMS | BACKWARD, False),
        ):
            value = getattr(self, name)
            if value is None and not needed:
                continue
            if not wanted:
                raise SettingsError(_has_no(name, quantity))
            value = check_count(_index_of(name, quantity), value, 0, MAX_SEED)
            object.__setattr__(self, name, value)
        if norm and self.row is not None and self.column is not None:
            raise SettingsError(
                Message.of(
                    "A norm is of a row, of a column or of the whole matrix. Leave out one of "
                    "row and column."
                )
            )

    @classmethod
    def weight(cls, matrix: Literal["W1", "W2"], row: int, column: int) -> Watch:
        """W1[row, column] or W2[row, column]."""
        return cls(Quantity(_matrix(matrix)), row, column)

    @classmethod
    def bias(cls, unit: int) -> Watch:
        """The weight from the constant input to hidden unit `unit`, where the data has such one."""
        return cls(Quantity.BIAS, unit)

    @classmethod
    def norm(
        cls, matrix: Literal["W1", "W2"], row: int | None = None, column: int | None = None
    ) -> Watch:
        """‖W1‖_F or ‖W2‖_F, or the norm of one row or one column of it."""
        return cls(Quantity(f"norm {_matrix(matrix)}"), row, column)

    @classmethod
    def of_unit(
        cls,
        quantity: Literal["z1", "h", "delta1", "z2", "f", "delta2"],
        unit: int,
        sample: int | None = None,
    ) -> Watch:
        """An entry of z1, h, δ1 (hidden units), z2, f or δ2 (outputs), on each step's own pair.

        With `sample` on that one in every step; not of δ1 and δ2.
        """
        return cls(Quantity(quantity), unit, None, sample)

    @classmethod
    def loss(cls, sample: int | None = None) -> Watch:
        """‖f − y‖² of each step's own pair, or of one sample in every step."""
        return cls(Quantity.LOSS, None, None, sample)

    @property
    def own(self) -> bool:
        """Whether it belongs to the pair of each step."""
        return self.sample is None and self.quantity not in WEIGHTS | NORMS

    @property
    def cost(self) -> Cost:
        """What it takes to look at it in every step."""
        if self.quantity in NORMS:
            return Cost.MATRIX
        return Cost.STEP if self.sample is None else Cost.SAMPLE

    def __str__(self) -> str:
        """The form in which it is typed, printed and kept, see `watch_of`."""
        row, column = _place(self.row, ":"), _place(self.column, ":")
        match self.quantity:
            case Quantity.W1 | Quantity.W2:
                return f"{self.quantity}[{row}, {column}]"
            case Quantity.NORM_W1 | Quantity.NORM_W2:
                if self.row is None and self.column is None:
                    return str(self.quantity)
                return f"{self.quantity}[{row}, {column}]"
            case Quantity.LOSS:
                text = "loss"
            case _:
                text = f"{self.quantity}[{row}]"
        return text if self.sample is None else f"{text} of sample {self.sample}"

    def title(self) -> Message:
        """Return what to call it on a screen."""
        name = _SHOWN.get(self.quantity, str(self.quantity))
        row, column = _place(self.row, "·"), _place(self.column, "·")
        if self.quantity in NORMS:
            if self.row is None and self.column is None:
                return Message.of("‖{name}‖", name=name)
            return Message.of("‖{name}[{row}, {column}]‖", name=name, row=row, column=column)
        if self.column is not None:
            return Message.of("{name}[{row}, {column}]", name=name, row=row, column=column)
        if self.quantity is Quantity.BIAS:
            own = Message.of("bias[{row}]", row=row)
        elif self.quantity is Quantity.LOSS:
            own = Message.of("loss")
        else:
            own = Message.of("{name}[{row}]", name=name, row=row)
        if self.sample is None:
            return own
        return Message.of("{number} of sample {sample}", number=own, sample=Index(self.sample))

    def check(self, dataset: Dataset, n_hidden: int, own_pairs: int = 0) -> None:
        """See that a run has it.

        Parameters
        ----------
        dataset : Dataset
        n_hidden : int
        own_pairs : int
            How many pairs a person made.

        Raises
        ------
        SettingsError
            If it has not, with the indices that there are.
        """
        n, d = dataset.n_inputs, dataset.n_outputs
        if self.quantity is Quantity.BIAS and dataset.constant is None:
            raise SettingsError(
                Message.of(
                    "The data set {name} has no constant input, so its hidden units have no bias. "
                    "Watch another number.",
                    name=dataset.name,
                )
            )
        outputs = self.quantity in OUTPUTS or self.quantity in (Quantity.W2, Quantity.NORM_W2)
        for name, value, count in (
            ("row", self.row, d if outputs else n_hidden),
            ("column", self.column, n_hidden if outputs else n),
            ("sample", self.sample, dataset.n_samples + own_pairs),
        ):
            if value is not None:
                check_count(_index_of(name, self.quantity), value, 0, count - 1)

    def problem(self, dataset: Dataset, n_hidden: int, own_pairs: int = 0) -> str:
        """Return why a run does not have it, as `check` would say; empty if it has."""
        try:
            self.check(dataset, n_hidden, own_pairs)
        except SettingsError as error:
            return sentence_of(error)
        return ""


def _index_of(name: str, quantity: Quantity) -> Message:
    if name == "row":
        return Message.of("The row or unit of {quantity}", quantity=str(quantity))
    if name == "column":
        return Message.of("The column of {quantity}", quantity=str(quantity))
    return Message.of("The sample for {quantity}", quantity=str(quantity))


def _has_no(name: str, quantity: Quantity) -> Message:
    if name == "row":
        return Message.of("{quantity} has no rows. Leave out the index.", quantity=str(quantity))
    if name == "column":
        return Message.of("{quantity} has no columns. Leave out one index.", quantity=str(quantity))
    return Message.of(
        "{quantity} cannot be of one sample in every step. Leave out the sample.",
        quantity=str(quantity),
    )


def _matrix(matrix: object) -> str:
    if matrix not in ("W1", "W2"):
        raise SettingsError(f'The matrix is {spelled(matrix)}; it must be "W1" or "W2".')
    return str(matrix)


def _place(at: int | None, other: str) -> Index | str:
    return other if at is None else Index(at)
