"""Delegation: an object that shows what its parts do, under their names, as if it did it itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast, overload

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

Guard = Callable[[Callable[..., Any]], Callable[..., Any]]
"""`exclusive` or `looking`."""


class Shown(Generic[R]):
    """What a type checker takes the property of a part for, which it is."""

    @overload
    def __get__(self, whole: None, kind: type) -> Shown[R]: ...
    @overload
    def __get__(self, whole: object, kind: type) -> R: ...
    def __get__(self, whole: object | None, kind: type) -> Any:
        raise NotImplementedError


def method_of(
    part: str, method: Callable[Concatenate[T, P], R], guard: Guard | None = None
) -> Callable[Concatenate[Any, P], R]:
    """Return a method that calls `method` of attribute `part`, with its signature and docstring.

    Parameters
    ----------
    part : str
        Name of an attribute that holds an object with `method`.
    method : callable
    guard : callable, optional
        Who may call it, see `exclusive` and `looking`; anybody at any time unless given.
    """

    @wraps(method)
    def call(self: Any, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return method(getattr(self, part), *args, **kwargs)

    return call if guard is None else guard(call)


def property_of(part: str, shown: Callable[[T], R], guard: Guard | None = None) -> Shown[R]:
    """Return a property that reads property `shown` of attribute `part`; see `method_of`."""
    get = cast("property", shown).fget
    assert get is not None

    @wraps(get)
    def read(self: Any) -> Any:
        return get(getattr(self, part))

    return cast("Shown[R]", property(read if guard is None else guard(read)))
