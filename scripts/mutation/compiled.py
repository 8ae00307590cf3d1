"""numba's compiled functions: which exist, which uses which, and how one is compiled anew."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path
from types import FunctionType
from typing import Any

from numba.core.caching import NullCache
from numba.core.dispatcher import Dispatcher


class Kernels:
    """All compiled functions of the files in `folder`.

    Parameters
    ----------
    folder : Path
    """

    def __init__(self, folder: Path) -> None:
        self._all: list[Any] = [
            thing
            for thing in gc.get_objects()
            # By its type: a dead weak proxy, asked for its class, raises.
            if issubclass(type(thing), Dispatcher)
            and thing.py_func.__code__.co_filename.startswith(str(folder))
        ]
        self._used = {id(kernel): self._named_in(kernel) for kernel in self._all}

    def _named_in(self, kernel: Any) -> list[Any]:
        function: FunctionType = kernel.py_func
        named = (function.__globals__.get(name) for name in function.__code__.co_names)
        return [thing for thing in named if isinstance(thing, Dispatcher)]

    def used_by(self, kernels: Iterable[Any]) -> list[Any]:
        """Return these kernels and all that they call, directly or not."""
        found: dict[int, Any] = {}
        waiting = list(kernels)
        while waiting:
            kernel = waiting.pop()
            if id(kernel) not in found and id(kernel) in self._used:
                found[id(kernel)] = kernel
                waiting += self._used[id(kernel)]
        return list(found.values())

    def forget(self, functions: list[FunctionType], *, everything: bool = False) -> None:
        """Let whatever calls one of these be compiled anew when it is called next.

        `everything` is for functions that take part in compiling.
        """
        for kernel in self._all:
            if everything or any(k.py_func in functions for k in self.used_by([kernel])):
                kernel._cache = NullCache()
                kernel._reset_overloads()
                kernel._can_compile = True
