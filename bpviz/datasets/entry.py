"""Entry: what is known of a data set without loading it, and what can be chosen about it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from bpviz.datasets.errors import RequestError
from bpviz.datasets.request import DataRequest
from bpviz.datasets.sentence import Sentence, spelled

_Number = TypeVar("_Number", int, float)


@dataclass(frozen=True, slots=True)
class Range(Generic[_Number]):
    """The values that an option can have.

    Attributes
    ----------
    default : int or float
        What is taken where nothing is chosen.
    low, high : int or float
        The least and the largest; both are allowed.
    """

    default: _Number
    low: _Number
    high: _Number


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen about a data set; None where there is nothing to choose.

    Attributes
    ----------
    n_samples : Range of int or None
        Samples to generate, training and test part together.
    noise : Range of float or None
        Standard deviation of the noise.
    test_share : Range of float or None
        Share held back for testing.
    constant : bool
        Whether a constant input 1 is appended where nothing is chosen; every set can have one.
    """

    n_samples: Range[int] | None = None
    noise: Range[float] | None = None
    test_share: Range[float] | None = None
    constant: bool = False

    @property
    def seeded(self) -> bool:
        """Whether the seed of a request makes a difference."""
        return self.n_samples is not None or self.test_share is not None

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the options that there are."""
        ranges = ("n_samples", "noise", "test_share")
        there = tuple(name for name in ranges if getattr(self, name) is not None)
        return (*there, "constant", *(("seed",) if self.seeded else ()))


@dataclass(frozen=True, slots=True)
class Chosen:
    """A request for a data set of the catalogue with nothing left open.

    Attributes
    ----------
    n_samples : int
        Training and test part together.
    noise : float
        0 where the set has none.
    test_share : float
        0 where nothing is to be held back.
    constant : bool
        Whether a constant input 1 is appended.
    seed : int
        Fixes what is generated and held back.
    """

    n_samples: int
    noise: float
    test_share: float
    constant: bool
    seed: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One data set of the catalogue.

    Attributes
    ----------
    name : str
        What `load` takes.
    title : str
        Name for people.
    description : str
        What it is, where it comes from, its licence.
    n_inputs, n_outputs : int
        n, the constant input counted where there is one by default, and d.
    n_samples, n_test : int
        m, and the samples held back for testing, where nothing else is chosen.
    image_shape : tuple of two int, or None
        Height and width where the inputs are a picture.
    n_hidden : int
        A hidden size l that learns it well.
    learning_rate : float
        A learning rate λ that learns it well, with that l and sigmoids.
    options : Options
        What can be chosen about it.
    """

    name: str
    title: str
    description: str
    n_inputs: int
    n_outputs: int
    n_samples: int
    n_test: int
    image_shape: tuple[int, int] | None
    n_hidden: int
    learning_rate: float
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        for name in ("title", "description"):  # the interface translates them
            object.__setattr__(self, name, Sentence.of(getattr(self, name)))

    def chosen(self, request: DataRequest) -> Chosen:
        """Fill in what `request` leaves open.

        Raises
        ------
        RequestError
            If this set does not have an option that is chosen, or not that value of it.
        """
        for each in dataclasses.fields(request):
            if each.name in ("source", "seed", *self.options.names):
                continue
            if getattr(request, each.name) != each.default:
                raise RequestError(
                    "{title} has no option {name}. Its options are: {known}.",
                    title=self.title,
                    name=each.name,
                    known=", ".join(self.options.names),
                )
        options, constant = self.options, request.constant
        total = self.n_samples + self.n_test
        return Chosen(
            n_samples=int(self._one_of("n_samples", request.n_samples, options.n_samples, total)),
            noise=float(self._one_of("noise", request.noise, options.noise, 0.0)),
            test_share=float(
                self._one_of("test_share", request.test_share, options.test_share, 0.0)
            ),
            constant=options.constant if constant is None else bool(constant),
            seed=int(request.seed),
        )

    def _one_of(
        self, name: str, value: _Number | None, range_: Range[_Number] | None, fixed: _Number
    ) -> _Number:
        if range_ is None:
            return fixed
        if value is None:
            return range_.default
        if not range_.low <= value <= range_.high:
            raise RequestError(
                "The option {name} of {title} is {value}; it must be from {low} to {high}.",
                name=name,
                title=self.title,
                value=spelled(value),
                low=range_.low,
                high=range_.high,
            )
        return value
