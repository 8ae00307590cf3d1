"""DataRequest: which data is wanted, and how it is to be made or read."""

from __future__ import annotations

import dataclasses
import math
import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from numbers import Real
from pathlib import Path
from typing import Any

import numpy as np

from bpviz.datasets.errors import RequestError
from bpviz.datasets.sentence import Sentence, spelled
from bpviz.network.activations import Activation


class TargetKind(StrEnum):
    """What the targets of a table are."""

    AUTO = "auto"
    CLASSES = "classes"
    REGRESSION = "regression"


class Scaling(StrEnum):
    """What is done to number inputs of a table."""

    AUTO = "auto"
    """Standardised."""
    NONE = "none"
    UNIT = "unit"
    """Over the training part to 0 … 1."""
    STANDARD = "standard"
    """Over the training part to mean 0 and variance 1."""


class TargetScaling(StrEnum):
    """What is done to the targets of a regression; they are shown in their own units."""

    AUTO = "auto"
    """What fits `DataRequest.sigma2`: see `fitting`."""
    NONE = "none"
    UNIT = "unit"
    """Over the training part to 0.1 … 0.9, which every σ₂ reaches."""
    SIGNED = "signed"
    """Over the training part to −0.8 … 0.8."""
    STANDARD = "standard"
    """Over the training part to mean 0 and variance 1."""


class Missing(StrEnum):
    """What is done with rows in which something is missing."""

    REFUSE = "refuse"
    DROP = "drop"


MADE_UP = ("n_samples", "noise")
"""Options that only data has that is made up, and no file."""

MAX_BYTES = 2 * 2**30
"""Unpacked bytes that a file may have, unless the request allows more."""


_CHOICES: dict[str, type[StrEnum]] = {
    "kind": TargetKind,
    "scaling": Scaling,
    "target_scaling": TargetScaling,
    "sigma2": Activation,
    "missing": Missing,
}


@dataclass(frozen=True, slots=True)
class DataRequest:
    """A data set of the catalogue or a file, with everything that can be chosen about it.

    None always means: what the catalogue suggests, or what is found by looking.

    Attributes
    ----------
    source : str
        A name of the catalogue, or a path.
    n_samples : int or None
        Samples to generate, training and test part together, 4 … 1 000 000.
    noise : float or None
        Standard deviation of the noise of a generated set, ≥ 0.
    seed : int
        Fixes what is generated, and which rows are held back.
    test_share : float or None
        Share held back for testing, 0 ≤ share < 1.
    constant : bool or None
        Whether a constant input 1 is appended; None: to tables, not to pictures.
    target, inputs : tuple of str
        Columns of a table; empty: found by looking, those that only count the rows left out.
    kind : TargetKind
    scaling : Scaling
    target_scaling : TargetScaling
    sigma2 : Activation or None
        The output activation that the targets of a regression are scaled for; None: any.
    missing : Missing
    also_missing : tuple of str
        Texts in the cells of a table that say that a value is missing, besides the usual ones.
    categories : tuple of str
        Columns of a table that are categories although nearly all of their cells are numbers.
    separator, decimal, encoding : str or None
        Of a text table.
    header : bool or None
        Whether its first row holds names.
    size : (height, width) or None
        To which pictures of a folder are brought.
    max_bytes : int
        Largest size of a file, unpacked.
    """

    source: str
    n_samples: int | None = None
    noise: float | None = None
    seed: int = 0
    test_share: float | None = None
    constant: bool | None = None
    target: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    kind: TargetKind = TargetKind.AUTO
    scaling: Scaling = Scaling.AUTO
    target_scaling: TargetScaling = TargetScaling.AUTO
    sigma2: Activation | None = None
    missing: Missing = Missing.REFUSE
    also_missing: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    separator: str | None = None
    decimal: str | None = None
    encoding: str | None = None
    header: bool | None = None
    size: tuple[int, int] | None = None
    max_bytes: int = MAX_BYTES

    @classmethod
    def of(cls, source: str | Path | DataRequest, **options: Any) -> DataRequest:
        """Return the request for `source` with some options, validated.

        Raises
        ------
        RequestError
            If an option is not known, or its value is out of range.
        """
        request = source if isinstance(source, DataRequest) else cls(_name_or_path(source))
        known = {field.name for field in dataclasses.fields(cls)} - {"source"}
        for name in options:
            if name not in known:
                raise RequestError(
                    "There is no data option {name}. The options are: {known}.",
                    name=spelled(name),
                    known=", ".join(sorted(known)),
                )
        options = {name: _plain(value) for name, value in options.items()}
        for name in ("target", "inputs", "categories"):
            if name in options:
                options[name] = _names(name, options[name])
        if "also_missing" in options:
            options["also_missing"] = _texts(options["also_missing"])
        for name, kind in _CHOICES.items():
            if name in options and not (name == "sigma2" and options[name] is None):
                options[name] = _choice(name, kind, options[name])
        made = dataclasses.replace(request, **options)
        made._check()
        return made

    @property
    def fitting(self) -> TargetScaling:
        """How the targets of a regression are scaled, AUTO being what fits σ₂."""
        if self.target_scaling is not TargetScaling.AUTO:
            return self.target_scaling
        if self.sigma2 is None or self.sigma2.range[0] >= 0:
            return TargetScaling.UNIT
        return TargetScaling.SIGNED if self.sigma2.bounded else TargetScaling.STANDARD

    def _check(self) -> None:
        _whole(Sentence.of("The number of samples"), self.n_samples, 4, 1_000_000)
        _whole(Sentence.of("The seed of the data"), self.seed, 0, 2**63 - 1, may_be_open=False)
        _whole(Sentence.of("The size limit"), self.max_bytes, 1, 2**63 - 1, may_be_open=False)
        _real(Sentence.of("The noise"), self.noise, 0.0, math.inf)
        _real(Sentence.of("The test share"), self.test_share, 0.0, 1.0)
        if self.size is not None and (not isinstance(self.size, tuple) or len(self.size) != 2):
            raise RequestError(
                "The size of the pictures is {size}; it must be a pair of height and width, such "
                "as (28, 28).",
                size=spelled(self.size),
            )
        for side in self.size or ():
            _whole(Sentence.of("The size of the pictures"), side, 1, 1024)
        for words, value in (
            (Sentence.of("The separator"), self.separator),
            (Sentence.of("The decimal mark"), self.decimal),
            (Sentence.of("The encoding"), self.encoding),
        ):
            if value is not None and not isinstance(value, str):
                raise RequestError(
                    "{name} is {value}; it must be text.", name=words, value=spelled(value)
                )
        for words, flag in (
            (Sentence.of("The header"), self.header),
            (Sentence.of("The constant input"), self.constant),
        ):
            if flag is not None and not isinstance(flag, bool):
                raise RequestError(
                    "{name} is {value}; it must be True or False.", name=words, value=spelled(flag)
                )


def _name_or_path(source: object) -> str:
    if isinstance(source, (str, os.PathLike)):
        return os.fsdecode(source)
    raise RequestError(
        "The data set is {value}; it must be a path, a DataRequest or a name of "
        "bpviz.datasets.catalog.NAMES. Use Dataset.from_arrays for arrays and tables in memory.",
        value=spelled(source),
    )


def _plain(value: object) -> object:
    """Return NumPy's numbers and truth values as Python's, and lists as tuples; else `value`."""
    if isinstance(value, np.ndarray):
        value = value.tolist()  # of one number, that number
    if isinstance(value, (list, tuple)):
        return tuple(_plain(each) for each in value)
    if isinstance(value, np.bool_):
        return bool(value)
    if isinstance(value, np.integer):
        return int(value)
    return float(value) if isinstance(value, np.floating) else value


def _names(option: str, value: object) -> tuple[str, ...]:
    """Return the names of one column or of several; none where they are left open."""
    if value is None:
        return ()
    given = (value,) if isinstance(value, str) else value
    if isinstance(given, Iterable):
        given = tuple(given)  # once: what gives its items one by one gives them only once
    if not isinstance(given, tuple) or not all(isinstance(each, str) for each in given):
        raise RequestError(
            "{name} is {value}; it must be the name of a column, or several names.",
            name=option,
            value=spelled(value),
        )
    return given


def _texts(value: object) -> tuple[str, ...]:
    """Return the texts that stand for a missing value, without the spaces around them."""
    given = (value,) if isinstance(value, str) else () if value is None else value
    if not isinstance(given, tuple) or not all(isinstance(each, str) for each in given):
        raise RequestError(
            "also_missing is {value}; it must be a text that stands for a missing value, or "
            "several texts.",
            value=spelled(value),
        )
    return tuple(dict.fromkeys(text.strip() for text in given if text.strip()))


def _choice(name: str, kind: type[StrEnum], value: object) -> StrEnum:
    try:
        return kind(value if isinstance(value, str) else "")
    except ValueError:
        raise RequestError(
            "{name} is {value}; it must be one of {known}.",
            name=name,
            value=spelled(value),
            known=", ".join(member.value for member in kind),
        ) from None


def _whole(name: Sentence, value: object, low: int, high: int, *, may_be_open: bool = True) -> None:
    if value is None and may_be_open:
        return
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise RequestError(
            "{name} is {value}; it must be a whole number from {low} to {high}.",
            name=name,
            value=spelled(value),
            low=low,
            high=high,
        )


def _real(name: Sentence, value: object, low: float, below: float) -> None:
    if value is None:
        return
    # Not turned into a float first: a whole number may be too large for one. NaN is below nothing.
    if isinstance(value, bool) or not isinstance(value, Real) or value < low or not value < below:
        raise RequestError(
            "{name} is {value}; it must be a finite number of at least {low:g}."
            if math.isinf(below)
            else "{name} is {value}; it must be a number from {low:g} to below {below:g}.",
            name=name,
            value=spelled(value),
            low=low,
            below=below,
        )
