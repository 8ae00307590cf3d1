"""Put a mutant into a process that has imported everything: exchange the code of its functions."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType

from .compiled import Kernels
from .mutants import Mutant

TAKE_PART_IN_COMPILING = ("activations.py", "compiler.py", "lanes.py")
"""Modules of functions that the compiler itself calls, or takes in under another name."""

Place = tuple[str, str, int]
"""File, qualified name and first line of a function."""


class Functions:
    """All Python functions of the files in `folder` that exist, however they are decorated."""

    def __init__(self, folder: Path) -> None:
        self.kernels = Kernels(folder)
        self._known: dict[Place, list[FunctionType]] = {}
        for thing in gc.get_objects():
            if type(thing) is FunctionType and thing.__code__.co_filename.startswith(str(folder)):
                self._known.setdefault(_place(thing.__code__), []).append(thing)

    def exchange(self, file: Path, mutant: Mutant, source: str) -> bool:
        """Let every function that `mutant` changes run its new code; False where that can't be.

        What is compiled of it will be compiled anew when it is called.  Nothing else is touched, so
        what was computed at import stays: see `Mutant.inside`.
        """
        old = {_place(c): c for c in _codes(compile(source, str(file), "exec"))}
        new = {_place(c): c for c in _codes(compile(mutant.apply(source), str(file), "exec"))}
        changed = [p for p, code in new.items() if p in old and code != old[p] and p[1] != ""]
        done: list[FunctionType] = []
        for place in changed:
            for function in self._known.get(place, []):
                try:
                    function.__code__ = new[place]
                except ValueError:  # it has other free variables now
                    return False
                done.append(function)
        self.kernels.forget(done, everything=file.name in TAKE_PART_IN_COMPILING)
        return bool(done)


def _place(code: CodeType) -> Place:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _codes(code: CodeType) -> Iterator[CodeType]:
    """All code objects in `code`, without the module's own."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)
