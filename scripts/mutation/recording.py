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

from .fork import Report

AT_IMPORT = ""
"""The name under which lines stand that ran before the first test."""


class Recorder:
    """Lines of the files in `folder` that ran, test by test.

    What numba compiles is not seen; a recording of kernels is made with NUMBA_DISABLE_JIT.
    """

    def __init__(self, folder: Path) -> None:
        if not hasattr(sys, "monitoring"):
            raise SystemExit("Recording the lines of tests needs Python 3.12 or newer.")
        self._monitoring: Any = sys.monitoring
        self._folder = str(folder)
        self._lines: set[tuple[str, int]] = set()

    def _line(self, code: CodeType, line: int) -> Any:
        if code.co_filename.startswith(self._folder):
            self._lines.add((code.co_filename, line))
        return self._monitoring.DISABLE

    @contextmanager
    def watching(self) -> Iterator[dict[str, list[int]]]:
        """Fill the dictionary that is given, file → lines, at the end of the block."""
        monitoring, tool = self._monitoring, self._monitoring.COVERAGE_ID
        event = monitoring.events.LINE
        monitoring.use_tool_id(tool, "mutation")
        monitoring.register_callback(tool, event, self._line)
        monitoring.set_events(tool, event)
        monitoring.restart_events()
        self._lines = set()
        found: dict[str, list[int]] = {}
        try:
            yield found
        finally:
            monitoring.set_events(tool, 0)
            monitoring.free_tool_id(tool)
            for name, line in sorted(self._lines):
                found.setdefault(name.removeprefix(self._folder).lstrip("/"), []).append(line)


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
