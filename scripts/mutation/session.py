"""The pytest plugin that shows mutants to tests: one collection, then one fork a mutant."""

from __future__ import annotations

import gc
import json
from functools import partial
from pathlib import Path

import hypothesis
import pytest

from .choice import Choice
from .fork import Report, in_child, limit_of, start_clock
from .jobs import Job, Results
from .recording import AT_IMPORT, Recorder, Verdicts, record
from .swap import Functions


def quick_examples() -> None:
    """The same examples as ever, but those that fail are not made smaller."""
    hypothesis.settings.register_profile(
        "mutation",
        parent=hypothesis.settings.get_profile("bpviz"),
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
        report_multiple_bugs=False,
    )
    hypothesis.settings.load_profile("mutation")


class Session:
    """Records what is covered, then runs the mutants inside functions; leaves the others.

    Parameters
    ----------
    tree : Path
        Root of the copy that is tested.
    recording : Path
        JSON file; made if it is not there.
    jobs : list of Job
    results : Results
    budget : float
        See `BoundedComboBox`.
    spare : float
        See `fork.limit_of`.
    """

    def __init__(
        self,
        tree: Path,
        recording: Path,
        jobs: list[Job],
        results: Results,
        budget: float,
        spare: float,
    ) -> None:
        self._tree, self._recording = tree, recording
        self._jobs, self._results = jobs, results
        self._budget, self._spare = budget, spare
        self._verdicts = Verdicts()
        self._watching = Recorder(tree / "bpviz").watching(kernels=False)
        self._imported: dict[str, list[int]] = {}
        if not recording.exists():
            self._imported = self._watching.__enter__()

    def pytest_collection(self) -> None:
        """Before any test module is imported."""
        quick_examples()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of running the tests once."""
        session.config.pluginmanager.register(self._verdicts)
        if not self._recording.exists():
            self._watching.__exit__(None, None, None)
            end, last = in_child(partial(self._record, session.items))
            if end != "done":
                raise RuntimeError(f"The recording of the unchanged tests {end}: {last}")
        choice = Choice(json.loads(self._recording.read_text()), self._budget)
        self._load_kernels()
        self._functions = Functions(self._tree / "bpviz")
        items = {item.nodeid: item for item in session.items}
        gc.collect()
        gc.freeze()
        for job in self._jobs:
            tests, cut = choice.tests(job.in_package, job.mutant, job.span)
            if not tests:
                self._results.add(job, "survived", tests=0)
            elif choice.needs_fresh_process(job.in_package, job.mutant):
                self._results.later(job, tests)
            else:
                chosen = [items[t] for t in tests]
                limits = [limit_of(choice.seconds[t], self._spare) for t in tests]
                end, last = in_child(partial(self._try, job, chosen, limits))
                if last == "elsewhere":
                    self._results.later(job, tests)
                else:
                    self._results.add_end(job, end, last, tests=len(tests), cut=cut)
        return True

    def _load_kernels(self) -> None:
        """Once, before the forks."""
        from bpviz.training.warmup import warm_up

        warm_up(lambda *_: None)

    def _record(self, items: list[pytest.Item], report: Report) -> None:
        found = record(items, self._tree / "bpviz", self._verdicts, report)
        found[AT_IMPORT] = {"seconds": 0.0, "passed": True, "lines": self._imported}
        self._recording.write_text(json.dumps(found))

    def _try(self, job: Job, items: list[pytest.Item], limits: list[float], report: Report) -> None:
        """In the child: put the mutant in, run its tests up to the first that fails."""
        if not self._functions.exchange(job.file(self._tree), job.mutant, job.source):
            report("elsewhere")
            return
        for item, after, limit in zip(items, [*items[1:], None], limits, strict=True):
            report(item.nodeid)
            start_clock(limit)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if self._verdicts.failed:
                report(f"failed {item.nodeid}")
                return
        report("passed")
