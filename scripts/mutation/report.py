"""docs/mutation.md: the score of every module, and every survivor with why it lives."""

from __future__ import annotations

import difflib
import math
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from .jobs import NOTICED, Job, Results, jobs_of, sampled

_HERE = Path(__file__).parent
_KINDS = {"equivalent": "changes nothing that can be seen", "accepted": "not worth a test"}


def write_report(work: Path, packages: list[str], share: float, seed: int, out: Path) -> None:
    """Join results and reasons into a page.

    Raises
    ------
    SystemExit
        If mutants of the sample were not run yet.
    """
    results = Results(work / "results.jsonl").read()
    reasons = read_reasons(_HERE / "reasons.toml")
    parts = [(_HERE / "page.md").read_text().rstrip()]
    survivors: list[tuple[Job, dict[str, Any]]] = []
    missing = 0
    for package in packages:
        every = jobs_of(work / "tree", package, None)
        jobs = sampled(every, share, seed)
        ends = {job: results.get((job.mutant.key, job.version)) for job in jobs}
        missing += sum(end is None for end in ends.values())
        run = [(job, end) for job, end in ends.items() if end is not None]
        parts.append(_table(package, every, run, reasons, share, seed))
        survivors += [(job, end) for job, end in run if end["end"] not in NOTICED]
    if missing:
        print(f"{missing} mutants were not run yet and are not counted.")
    parts.append(_listing(survivors, reasons))
    out.write_text("\n\n".join(parts) + "\n")
    unexplained = [job.mutant.key for job, _ in survivors if job.mutant.key not in reasons]
    print(f"{out}: {len(survivors)} survivors, {len(unexplained)} without a reason")
    for key in unexplained:
        print("   ", key)


def read_reasons(path: Path) -> dict[str, tuple[str, str]]:
    """Return kind and reason of each mutant's key, from ``reasons.toml``."""
    found = {}
    for entry in tomllib.loads(path.read_text()).get("survivors", []):
        if entry["kind"] not in _KINDS:
            raise SystemExit(f"{path.name}: kind {entry['kind']!r} is none of {list(_KINDS)}")
        for key in entry["mutants"]:
            found[key] = (entry["kind"], entry["why"])
    return found


def interval(noticed: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if total == 0:
        return 0.0, 1.0
    z, p = 1.96, noticed / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return middle - half, middle + half


def _table(
    package: str,
    every: list[Job],
    run: list[tuple[Job, dict[str, Any]]],
    reasons: dict[str, tuple[str, str]],
    share: float,
    seed: int,
) -> str:
    all_of = Counter(job.mutant.module for job in every)
    ran: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    same: Counter[str] = Counter()
    for job, end in run:
        for name in (job.mutant.module, package):
            ran[name] += 1
            noticed[name] += end["end"] in NOTICED
            if end["end"] not in NOTICED:
                same[name] += reasons.get(job.mutant.key, ("", ""))[0] == "equivalent"
    all_of[package] = len(every)
    low, high = interval(noticed[package], ran[package])
    drawn = "all" if share == 1.0 else f"{share:.0%} of each module's, drawn with seed {seed}"
    lines = [
        f"## bpviz/{package}",
        "",
        f"{len(every)} mutants, {ran[package]} run ({drawn}): **{_percent(noticed, ran, package)} "
        f"killed** (95 % interval {low:.1%} to {high:.1%}); without those that change nothing "
        f"that can be seen, {_percent(noticed, ran - same, package)}.",
        "",
        "| module | mutants | run | killed | survived | of these equivalent | score |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for name in [*sorted(set(all_of) - {package}), package]:
        label = "**all**" if name == package else f"`{name.partition('.')[2]}`"
        lived = ran[name] - noticed[name]
        lines.append(
            f"| {label} | {all_of[name]} | {ran[name]} | {noticed[name]} | {lived} "
            f"| {same[name]} | {_percent(noticed, ran, name)} |"
        )
    return "\n".join(lines)


def _percent(noticed: Counter[str], ran: Counter[str], name: str) -> str:
    return f"{noticed[name] / ran[name]:.1%}" if ran[name] else "–"


def _listing(
    survivors: list[tuple[Job, dict[str, Any]]], reasons: dict[str, tuple[str, str]]
) -> str:
    lines = ["## Survivors", "", "Each with its change; those with one reason stand together."]
    groups: dict[tuple[str, str], list[Job]] = {}
    for job, _ in survivors:
        groups.setdefault(reasons.get(job.mutant.key, ("", "")), []).append(job)
    for kind, title in (*_KINDS.items(), ("", "no reason given yet")):
        chosen = {why: jobs for (k, why), jobs in groups.items() if k == kind}
        if not chosen:
            continue
        count = sum(map(len, chosen.values()))
        lines += ["", f"### {title[0].upper()}{title[1:]} ({count})"]
        for why, jobs in chosen.items():
            lines += ["", why or "Not looked at.", "", "```diff"]
            for job in jobs:
                lines += [f"# {job.mutant.module}: {job.mutant.function or 'at import'}"]
                lines += _diff(job)
            lines += ["```"]
    return "\n".join(lines)


def _diff(job: Job) -> list[str]:
    old = job.source.splitlines()
    new = job.mutant.apply(job.source).splitlines()
    changed = difflib.unified_diff(old, new, n=0, lineterm="")
    lines = [line for line in changed if not line.startswith(("---", "+++", "@@"))]
    return [line[0] + " " + line[1:].strip() for line in lines if line[1:].strip()]
