"""Which test runs which lines, seen by the interpreter: a line costs one event a test."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from numba.core.dispatcher import Dispatcher

from .compiled import Kernels
from .fork import Report

AT_IMPORT = ""
"""The name under which lines stand that ran before the first test."""


class Recorder:
    """Lines of the files in `folder` that ran, test by test.

    Of what numba compiles only calls are seen; every line of a compiled function that is called,
    and of all that it calls, counts as run.
    """

    def __init__(self, folder: Path) -> None:
        if not hasattr(sys, "monitoring"):
            raise SystemExit("Recording the lines of tests needs Python 3.12 or newer.")
        self._monitoring: Any = sys.monitoring
        self._folder = str(folder)
        self._lines: set[tuple[str, int]] = set()
        self._called: dict[int, Any] = {}
        self._kernels: Kernels | None = None

    def _line(self, code: CodeType, line: int) -> Any:
        if code.co_filename.startswith(self._folder):
            self._lines.add((code.co_filename, line))
        return self._monitoring.DISABLE

    def _call(self, code: CodeType, offset: int, called: Any, first: Any) -> Any:
        if isinstance(called, Dispatcher):
            self._called[id(called)] = called
        return self._monitoring.DISABLE

    def _add_kernels(self) -> None:
        if self._called:
            self._kernels = self._kernels or Kernels(Path(self._folder))
            for kernel in self._kernels.used_by(self._called.values()):
                code = kernel.py_func.__code__
                self._lines |= {
                    (code.co_filename, line) for *_, line in code.co_lines() if line is not None
                }

    @contextmanager
    def watching(self, *, kernels: bool = True) -> Iterator[dict[str, list[int]]]:
        """Fill the dictionary that is given, file → lines, at the end of the block.

        Without `kernels`, what is compiled does not count: test modules call it when they are
        imported, and what they keep of that is theirs.
        """
        monitoring, tool = self._monitoring, self._monitoring.COVERAGE_ID
        line, call = monitoring.events.LINE, monitoring.events.CALL
        monitoring.use_tool_id(tool, "mutation")
        monitoring.register_callback(tool, line, self._line)
        monitoring.register_callback(tool, call, self._call)
        monitoring.set_events(tool, line | call)
        monitoring.restart_events()
        self._lines, self._called = set(), {}
        found: dict[str, list[int]] = {}
        try:
            yield found
        finally:
            monitoring.set_events(tool, 0)
            monitoring.free_tool_id(tool)
            if kernels:
                self._add_kernels()
            for name, number in sorted(self._lines):
                found.setdefault(name.removeprefix(self._folder).lstrip("/"), []).append(number)


class Verdicts:
    """A pytest plugin: whether the test at hand failed or was skipped."""

    def __init__(self) -> None:
        self.failed = False
        self.skipped = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what a test's set-up, call or tear-down came to."""
        self.failed |= report.failed
        self.skipped |= report.skipped


def record(
    items: list[pytest.Item], folder: Path, verdicts: Verdicts, report: Report
) -> dict[str, Any]:
    """Run all tests once; return what each cost in seconds of CPU, whether it passed, its lines."""
    recorder = Recorder(folder)
    found: dict[str, Any] = {}
    for item, after in zip(items, [*items[1:], None], strict=True):
        verdicts.failed = verdicts.skipped = False
        report(item.nodeid)
        begun = time.process_time()
        with recorder.watching() as lines:
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        found[item.nodeid] = {
            "seconds": round(time.process_time() - begun, 4),
            "passed": not (verdicts.failed or verdicts.skipped),
            "lines": lines,
        }
    return found
