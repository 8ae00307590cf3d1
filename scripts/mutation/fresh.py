"""Mutants of what runs at import: each in a fork that has imported no part of bpviz yet."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import pytest

from .fork import Report, in_child, limit_of, start_clock
from .jobs import Results
from .recording import Verdicts
from .session import quick_examples

OPTIONS = ["-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:faulthandler"]


class _Stop(Verdicts):
    """Gives every test its limit, and ends at the first that fails."""

    def __init__(self, report: Report, seconds: float) -> None:
        super().__init__()
        self._report, self._seconds = report, seconds

    def pytest_collection(self) -> None:
        quick_examples()

    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        self._report(item.nodeid)
        start_clock(self._seconds)


def run_waiting(results: Results, tree: Path, seconds: float, spare: float) -> None:
    """Run `results.waiting`: write each mutant into its module in `tree`, and put it back."""
    for job, tests in results.waiting:
        file = job.file(tree)
        file.write_text(job.mutant.apply(job.source))
        try:
            end, last = in_child(partial(_collect_and_run, tree, tests, limit_of(seconds, spare)))
        finally:
            file.write_text(job.source)
        results.add_end(job, end, last, tests=len(tests), cut=False)


def _collect_and_run(tree: Path, tests: list[str], limit: float, report: Report) -> None:
    os.chdir(tree)
    os.environ["PYTHONPATH"] = str(tree)
    sys.path.insert(0, str(tree))
    sys.dont_write_bytecode = True
    start_clock(limit)
    plugin = _Stop(report, limit)
    code = pytest.main([*OPTIONS, "-x", *tests], plugins=[plugin])
    report("passed" if code == 0 else "failed")
