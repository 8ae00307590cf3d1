"""Expansion: a sum of the step written out, whose shown parts add up to the kernel's value.

The kernels round after every operation; here the float64s they worked with are taken as the exact
rational numbers that they are.  What was rounded away is part of the rest, so nothing is lost.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from bpviz.network.types import Floats, Ints

Exact = Fraction | float
"""A rational number; a float only where it is infinite or not a number."""

TERMS = 5
"""So many terms are written out, unless told otherwise."""


def product(*factors: float) -> Exact:
    """Return the exact product; a float (±∞ or NaN) if a factor is not finite."""
    if all(map(math.isfinite, factors)):
        return math.prod(map(Fraction, factors), start=Fraction(1))
    return math.prod(factors, start=1.0)


def squared_difference(left: float, right: float) -> Exact:
    """Return (left − right)² exactly; a float (∞ or NaN) if one of them is not finite."""
    if math.isfinite(left) and math.isfinite(right):
        return (Fraction(left) - Fraction(right)) ** 2
    return (left - right) * (left - right)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a sum.

    Attributes
    ----------
    index : int
        Its place in the sum, counted from 0.
    factors : tuple of float
        The float64s that it is made of.
    value : Fraction, or float if it is not finite
        What it is exactly, with its sign in the sum.
    """

    index: int
    factors: tuple[float, ...]
    value: Exact


@dataclass(frozen=True, slots=True)
class Expansion:
    """The largest terms of a sum, and what is left of it.

    Attributes
    ----------
    terms : tuple of Term
        The largest ones, largest first; all of them, in their own order, if there are few.
    more : int
        Terms that are not among them.
    total : float or None
        The kernel's value; None if the step has not computed it yet.
    """

    terms: tuple[Term, ...]
    more: int
    total: float | None

    @classmethod
    def of_products(
        cls,
        left: Floats,
        right: Floats,
        total: float | None,
        *,
        indices: Ints | None = None,
        shown: int = TERMS,
    ) -> Expansion:
        """Write out Σ leftᵢ · rightᵢ.

        Parameters
        ----------
        left, right : (s,) float64
        total : float or None
            What the kernel made of it.
        indices : (s,) int, optional
            What the terms are called; 0, 1, … unless given.
        shown : int
            At most so many terms are written out, and one more if that is the last one.
        """
        with np.errstate(all="ignore"):
            chosen = _largest(np.abs(left * right), shown)
        names = chosen if indices is None else indices[chosen]
        terms = []
        for place, name in zip(chosen.tolist(), names.tolist(), strict=True):
            factors = float(left[place]), float(right[place])
            terms.append(Term(name, factors, product(*factors)))
        return cls(tuple(terms), len(left) - len(terms), total)

    @classmethod
    def of_squared_differences(
        cls, left: Floats, right: Floats, total: float | None, *, shown: int = TERMS
    ) -> Expansion:
        """Write out Σ (leftᵢ − rightᵢ)²; the parameters are those of `of_products`."""
        with np.errstate(all="ignore"):
            chosen = _largest(np.abs(left - right), shown)
        terms = []
        for place in chosen.tolist():
            factors = float(left[place]), float(right[place])
            terms.append(Term(place, factors, squared_difference(*factors)))
        return cls(tuple(terms), len(left) - len(terms), total)

    @classmethod
    def of_update(cls, old: float, scaled: float, value: float, new: float | None) -> Expansion:
        """Write out new = old − (λδ) · value, where `scaled` is λδ (N9)."""
        change = product(-1.0, scaled, value)
        return cls((Term(0, (old,), product(old)), Term(1, (scaled, value), change)), 0, new)

    @property
    def rest(self) -> Fraction | None:
        """`total` − Σ `terms`, exactly: all further terms, and what the kernel rounded away.

        None without a total, and where something is not finite.
        """
        if self.total is None or not math.isfinite(self.total):
            return None
        rest = Fraction(self.total)
        for term in self.terms:
            if not isinstance(term.value, Fraction):
                return None
            rest -= term.value
        return rest


def _largest(sizes: Floats, shown: int) -> Ints:
    """Return the places of the largest, largest first; all in their order if that is about all."""
    if len(sizes) <= shown + 1:
        return np.arange(len(sizes))
    ranks = np.where(np.isnan(sizes), np.inf, sizes)  # what spoils the sum comes first
    bound = np.partition(ranks, len(ranks) - shown)[len(ranks) - shown]
    candidates = np.flatnonzero(ranks >= bound)
    # A stable order, so that equal terms do not change places from frame to frame.
    chosen: Ints = candidates[np.argsort(-ranks[candidates], kind="stable")[:shown]]
    return chosen
