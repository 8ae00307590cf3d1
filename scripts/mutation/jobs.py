"""The mutants to run, and the file in which their ends are kept, so that a run can go on."""

from __future__ import annotations

import ast
import hashlib
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .mutants import Mutant, mutants_of

NOTICED = ("killed", "timeout", "crashed")
"""Ends of a mutant that the tests notice; the other is "survived"."""


@dataclass(frozen=True)
class Job:
    """A mutant, the text of its module, and the lines of the function that holds it."""

    mutant: Mutant
    source: str
    span: tuple[int, int]

    @property
    def in_package(self) -> str:
        """Path of the module, seen from ``bpviz``."""
        return self.mutant.module.replace(".", "/") + ".py"

    @property
    def version(self) -> str:
        """Hash of the module's text."""
        return hashlib.sha256(self.source.encode()).hexdigest()[:12]

    def file(self, tree: Path) -> Path:
        """Return where the module lies in a copy of the repository."""
        return tree / "bpviz" / self.in_package


def jobs_of(tree: Path, package: str, module: str | None) -> list[Job]:
    """Return all mutants of ``bpviz/<package>``, or of one module of it."""
    jobs = []
    for path in sorted((tree / "bpviz" / package).rglob("*.py")):
        name = ".".join(path.relative_to(tree / "bpviz").with_suffix("").parts)
        if module in (None, name):
            source = path.read_text()
            spans = _spans(ast.parse(source))
            for mutant in mutants_of(name, source):
                jobs.append(Job(mutant, source, spans.get(mutant.function, mutant.lines)))
    return jobs


def sampled(jobs: list[Job], share: float, seed: int) -> list[Job]:
    """Return a share of the mutants of every module, drawn without replacement.

    A mutant that is in the sample of a small share is in that of a larger one.
    """
    kept = []
    for module in sorted({job.mutant.module for job in jobs}):
        among = [job for job in jobs if job.mutant.module == module]
        order = list(range(len(among)))
        random.Random(f"{seed} {module}").shuffle(order)
        count = -int(-share * len(among) // 1)
        kept += [among[k] for k in sorted(order[:count])]
    return kept


def note_samples(work: Path, package: str, samples: list[tuple[float, int]]) -> None:
    """Write down which samples of a package were run, each a share and a seed."""
    path = work / "samples.json"
    known = samples_of(work)
    for sample in samples:
        if sample not in known.setdefault(package, []):
            known[package].append(sample)
    path.write_text(json.dumps(known))


def samples_of(work: Path) -> dict[str, list[tuple[float, int]]]:
    """Return the samples that were run, by package."""
    path = work / "samples.json"
    found = json.loads(path.read_text()) if path.exists() else {}
    return {package: [(share, seed) for share, seed in of] for package, of in found.items()}


def _spans(tree: ast.Module) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}

    def walk(body: list[ast.stmt], names: tuple[str, ...]) -> None:
        for node in body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                inner = (*names, node.name)
                if isinstance(node, ast.FunctionDef):
                    found[".".join(inner)] = (node.lineno + 1, node.end_lineno or node.lineno)
                walk(node.body, inner)

    walk(tree.body, ())
    return found


class Results:
    """One JSON object a line: key, version of the module, end, and which test noticed.

    Parameters
    ----------
    path : Path
    total : int
        Mutants in all, for the progress that is printed.
    """

    def __init__(self, path: Path, total: int = 0) -> None:
        self._path = path
        self._total = total
        self._noticed = self._survived = 0
        self.waiting: list[tuple[Job, list[str]]] = []

    def read(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Return the newest result of every (key, version)."""
        if not self._path.exists():
            return {}
        entries = [json.loads(line) for line in self._path.read_text().splitlines() if line]
        return {(e["key"], e["version"]): e for e in entries}

    def later(self, job: Job, tests: list[str]) -> None:
        """Keep a mutant for a process that imports everything anew."""
        self.waiting.append((job, tests))

    def add_end(self, job: Job, end: str, last: str, **more: Any) -> None:
        """Write down how `fork.in_child` ended."""
        if end == "done":
            end = "survived" if last == "passed" else "killed"
        self.add(job, end, by=last.removeprefix("failed "), **more)

    def add(self, job: Job, end: str, **more: Any) -> None:
        """Write down how a mutant ended."""
        mutant = job.mutant
        entry = {
            "key": mutant.key,
            "version": job.version,
            "module": mutant.module,
            "end": end,
            **more,
        }
        with self._path.open("a") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        self._noticed += end in NOTICED
        self._survived += end not in NOTICED
        done = self._noticed + self._survived
        if end == "survived":
            print(f"{done}/{self._total} survived  {mutant.key}", flush=True)
        elif done % 100 == 0:
            print(f"{done}/{self._total}", flush=True)
