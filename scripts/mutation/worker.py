"""One process for one package: `python -m scripts.mutation.worker`, started by ``__main__``."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import numba  # noqa: F401
import numpy as np  # noqa: F401
import pytest
import pytestqt.plugin  # noqa: F401

from .fresh import OPTIONS, run_waiting
from .jobs import Results, jobs_of, sampled
from .session import Session


def main() -> None:
    """Run the mutants that the plan on the command line names."""
    plan = json.loads(sys.argv[1])
    work, tree = Path(plan["work"]), Path(plan["tree"])
    jobs = jobs_of(tree, plan["package"], plan["module"])
    drawn = {job for seed in plan["seed"] for job in sampled(jobs, plan["share"], seed)}
    jobs = [job for job in jobs if job in drawn]
    path = work / "results.jsonl"
    known = Results(path).read()
    todo = []
    for job in jobs:
        entry = known.get((job.mutant.key, job.version))
        if entry is None or (plan["again"] and entry["end"] == "survived"):
            todo.append(job)
    print(f"{plan['package']}: {len(jobs)} mutants, {len(todo)} to run", flush=True)
    if not todo:
        return
    results = Results(path, len(todo))
    waiting = work / f"waiting-{plan['package']}.json"
    waiting.unlink(missing_ok=True)
    recording = work / f"recording-{plan['package']}.json"

    pid = os.fork()
    if pid == 0:
        session = Session(tree, recording, todo, results, plan["budget"], plan["spare"])
        tests = [f"tests/{name}" for name in plan["tests"]]
        code = pytest.main([*OPTIONS, "-s", *tests], plugins=[session])
        keys = {job.mutant.key: tests for job, tests in results.waiting}
        waiting.write_text(json.dumps(keys))
        os._exit(int(code))
    _, status = os.waitpid(pid, 0)
    if status or not waiting.exists():
        raise SystemExit("The tests of the unchanged program could not be collected and run.")
    left = json.loads(waiting.read_text())
    results = Results(path, len(left))
    results.waiting = [(job, left[job.mutant.key]) for job in todo if job.mutant.key in left]
    run_waiting(results, Path(plan["second"]), plan["budget"], plan["spare"])


if __name__ == "__main__":
    main()
