"""Which tests a mutant is shown to, and in which order."""

from __future__ import annotations

from typing import Any

from .mutants import Mutant
from .recording import AT_IMPORT

ALONE = ("training.warmup", "network.compiler", "network.__init__", "training.__init__")
"""Modules about what is compiled or imported, which a process that did all that cannot judge."""

COVERED_LIKE = {"network/lanes.py": "network/equations.py"}
"""Files that run when something is compiled, and where what is compiled of them is used."""

SLOWEST = 8.0
"""A test that takes longer (seconds of CPU) is not run: it would cost more than it finds."""


class Choice:
    """Tests for mutants, from a recording.

    Parameters
    ----------
    recording : dict
        As `recording.record` makes it.
    budget : float
        Tests of so many seconds in all are run, at most, for one mutant.
    """

    def __init__(self, recording: dict[str, Any], budget: float) -> None:
        self._budget = budget
        self._at_import = recording.get(AT_IMPORT, {}).get("lines", {})
        self._lines: dict[str, dict[str, set[int]]] = {}
        self.seconds: dict[str, float] = {}
        for test, entry in recording.items():
            if test == AT_IMPORT or not entry["passed"] or entry["seconds"] > SLOWEST:
                continue
            self.seconds[test] = entry["seconds"]
            for file, lines in entry["lines"].items():
                self._lines.setdefault(file, {})[test] = set(lines)

    def needs_fresh_process(self, file: str, mutant: Mutant) -> bool:
        """Whether the mutant's lines run, or matter, when modules are imported."""
        if not mutant.inside or mutant.module in ALONE:
            return True
        first, last = mutant.lines
        return any(first <= line <= last for line in self._at_import.get(file, []))

    def tests(self, file: str, mutant: Mutant, span: tuple[int, int]) -> tuple[list[str], bool]:
        """Return the tests for a mutant, and whether the budget left some out.

        Those that run its lines; where none does, those that run its function, whose lines are
        `span`, or anything of its file.  Where modules are imported anew, the file's own tests in
        any case: they may import it in another process.  Own tests come first, quick before slow.
        """
        like = COVERED_LIKE.get(file)
        by_test = self._lines.get(like or file, {})
        own = f"/test_{file.rsplit('/')[-1].removesuffix('.py')}"
        found: list[str] = []
        for first, last in (mutant.lines, span) if mutant.inside and not like else ():
            found = [t for t, lines in by_test.items() if any(first <= k <= last for k in lines)]
            if found:
                break
        if not found:  # what runs at import, or a record whose methods Python makes
            found = [test for test in self.seconds if test in by_test or own in test]
        elif self.needs_fresh_process(file, mutant):
            found += [test for test in self.seconds if own in test and test not in found]
        found.sort(key=lambda t: (own not in t, self.seconds[t]))
        kept: list[str] = []
        spent = 0.0
        for test in found:
            spent += self.seconds[test]
            if kept and spent > self._budget:
                return kept, True
            kept.append(test)
        return kept, False
