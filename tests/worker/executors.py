"""Executors that stand in for the thread of the looks: every turn is known, nothing waits."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any


class AtOnce(Executor):
    """Carries out what it is given at once, in the test's own thread."""

    def submit(  # type: ignore[override]
        self, work: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        future: Future[Any] = Future()
        _carry_out(future, lambda: work(*args, **kwargs))
        return future


class Held(Executor):
    """Keeps what it is given until the test says `go`."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Callable[[], Any], tuple[Any, ...]]] = []

    def submit(  # type: ignore[override]
        self, work: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, lambda: work(*args, **kwargs), args))
        return future

    def go(self) -> None:
        """Carry out everything that waits."""
        while self.waiting:
            future, work, _ = self.waiting.pop(0)
            _carry_out(future, work)


def _carry_out(future: Future[Any], work: Callable[[], Any]) -> None:
    try:
        future.set_result(work())
    except Exception as error:
        future.set_exception(error)
