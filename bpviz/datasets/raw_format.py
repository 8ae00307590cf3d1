"""RawFormat: how a row as it stands in a source becomes the inputs of a network."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

NOTHING = frozenset({"None", "<NA>", "NaT"})
"""How Python and pandas write that there is no value."""


@dataclass(frozen=True, slots=True)
class RawColumn:
    """A column of a source.

    Attributes
    ----------
    name : str
    shift, factor : float
        Of numbers: the input is (value − shift) / factor.
    kinds : tuple of str
        Of text: each is an input, 1 in the rows that hold it, else 0; empty for numbers.
    """

    name: str
    shift: float = 0.0
    factor: float = 1.0
    kinds: tuple[str, ...] = ()

    @property
    def n_inputs(self) -> int:
        """How many inputs it becomes."""
        return len(self.kinds) or 1


@dataclass(frozen=True, slots=True)
class RawFormat:
    """What is done to a row of a table, or to a picture; a constant input comes after that.

    Attributes
    ----------
    columns : tuple of RawColumn
        Of a table, those that become inputs, in the order of these; empty for pictures.
    white : float
        Of pictures, the value that becomes 1.
    decimal : str
        The decimal mark of numbers that are text, "." or ",".
    also_missing : tuple of str
        Texts that say that a value is missing, besides the usual ones.
    """

    columns: tuple[RawColumn, ...] = ()
    white: float = 1.0
    decimal: str = "."
    also_missing: tuple[str, ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "columns": [
                [column.name, list(column.kinds)]
                if column.kinds
                else [column.name, column.shift, column.factor]
                for column in self.columns
            ],
            "white": self.white,
            "decimal": self.decimal,
            "also_missing": list(self.also_missing),
        }

    @classmethod
    def from_plain(cls, plain: object) -> RawFormat:
        """Return what `to_plain` has written.

        Raises
        ------
        ValueError
            If it is none.
        """
        match plain:
            case {
                "columns": list(columns),
                "white": int() | float() as white,
                "decimal": "." | "," as decimal,
                "also_missing": list(missing),
            } if white > 0 and math.isfinite(white) and _are_texts(missing):
                found = tuple(map(_column, columns))
                return cls(found, float(white), decimal, tuple(missing))
        raise ValueError("how raw rows become inputs")


def _column(plain: object) -> RawColumn:
    match plain:
        case [str() as name, list(kinds)] if kinds and _are_texts(kinds):
            return RawColumn(name, kinds=tuple(kinds))
        case [str() as name, int() | float() as shift, int() | float() as factor] if (
            math.isfinite(shift) and math.isfinite(factor) and factor != 0
        ):
            return RawColumn(name, float(shift), float(factor))
    raise ValueError("how a raw column becomes inputs")


def _are_texts(values: Sequence[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def named_columns(rows: object) -> list[str] | None:
    """Return the names of the columns of a data frame, mapping or structured array, else None."""
    if hasattr(rows, "columns") and hasattr(rows, "to_numpy"):
        return [str(name) for name in rows.columns]
    if isinstance(rows, Mapping):
        return [str(name) for name in rows]
    names = getattr(getattr(rows, "dtype", None), "names", None)
    return None if names is None else list(names)
