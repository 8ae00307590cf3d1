"""What an object shows of its parts looks as if it were its own."""

from __future__ import annotations

import inspect

import pytest

from bpviz.training import Session
from bpviz.training.run.delegation import method_of, property_of


class Part:
    def __init__(self, number: int) -> None:
        self._number = number

    @property
    def number(self) -> int:
        """The number."""
        return self._number

    def plus(self, other: int = 1, *, twice: bool = False) -> int:
        """Add another."""
        return (self._number + other) * (1 + twice)


class Whole:
    def __init__(self, number: int) -> None:
        self._part = Part(number)

    number = property_of("_part", Part.number)
    plus = method_of("_part", Part.plus)


def test_that_each_object_shows_what_its_own_part_does() -> None:
    one, other = Whole(1), Whole(5)
    assert (one.number, other.number) == (1, 5)
    assert (one.plus(), other.plus(2), other.plus(2, twice=True)) == (2, 7, 14)
    other._part = Part(8)
    assert (one.number, other.number, other.plus()) == (1, 8, 9)


def test_that_signature_and_docstring_are_those_of_the_part() -> None:
    signature = "(other: 'int' = 1, *, twice: 'bool' = False) -> 'int'"
    assert str(inspect.signature(Whole(1).plus)) == signature
    assert (Whole.plus.__doc__, Whole.number.__doc__) == ("Add another.", "The number.")
    with pytest.raises(TypeError, match="third"):
        Whole(1).plus(third=3)  # type: ignore[call-arg]


def test_that_a_property_cannot_be_set() -> None:
    with pytest.raises(AttributeError, match="no setter"):
        Whole(1).number = 3  # type: ignore[assignment]


def test_that_a_session_is_documented_under_every_name() -> None:
    for name in dir(Session):
        if not name.startswith("_"):
            assert inspect.getdoc(getattr(Session, name)), name
