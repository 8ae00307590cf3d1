"""docs/mutation.md: the score of every module, and every survivor with why it lives."""

from __future__ import annotations

import difflib
import math
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from .jobs import NOTICED, Job, Results, jobs_of, sampled, samples_of

_HERE = Path(__file__).parent
_KINDS = {"equivalent": "changes nothing that can be seen", "accepted": "not worth a test"}


REVISION = "revision.txt"
"""In the folder of the results: of which code they are."""

Ends = dict[Job, dict[str, Any]]
Reasons = dict[str, tuple[str, str]]


def write_report(work: Path, packages: list[str], out: Path) -> None:
    """Join results and reasons into a page.

    Mutants of the samples whose module has changed since are left out, and their number is printed.
    """
    results = Results(work / "results.jsonl").read()
    reasons = read_reasons(_HERE / "reasons.toml")
    noted = work / REVISION
    revision = noted.read_text() if noted.exists() else "that nobody noted"
    told = f"The tables and the list below are of the code of revision {revision}."
    parts = [(_HERE / "page.md").read_text().rstrip(), told]
    survivors: list[Job] = []
    missing = 0
    for package in packages:
        every = jobs_of(work / "tree", package, None)
        samples = {s: sampled(every, *s) for s in samples_of(work).get(package, [])}
        drawn = {job for jobs in samples.values() for job in jobs}
        ends: Ends = {}
        for job in (job for job in every if job in drawn):
            end = results.get((job.mutant.key, job.version))
            if end is not None:
                ends[job] = end
        missing += len(drawn) - len(ends)
        parts.append(_head(package, every, ends, samples, reasons))
        parts.append(_table(package, every, ends, reasons))
        survivors += [job for job, end in ends.items() if end["end"] not in NOTICED]
    if missing:
        print(f"{missing} mutants have no result for the module as it is and are not counted.")
    parts.append(_listing(survivors, reasons))
    out.write_text("\n\n".join(parts) + "\n")
    unexplained = [job.mutant.key for job in survivors if job.mutant.key not in reasons]
    print(f"{out}: {len(survivors)} survivors, {len(unexplained)} without a reason")
    for key in unexplained:
        print("   ", key)


def read_reasons(path: Path) -> Reasons:
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


def _head(
    package: str,
    every: list[Job],
    ends: Ends,
    samples: dict[tuple[float, int], list[Job]],
    reasons: Reasons,
) -> str:
    """The score in words: of all mutants, or of each sample."""
    lines = [f"## bpviz/{package}", ""]
    for (share, seed), jobs in samples.items():
        run = [job for job in jobs if job in ends]
        noticed = sum(ends[job]["end"] in NOTICED for job in run)
        same = sum(_is_equivalent(job, ends[job], reasons) for job in run)
        low, high = interval(noticed, len(run))
        which = "" if share == 1.0 else f" {share:.0%} of each module's, drawn with seed {seed}:"
        different = noticed / max(len(run) - same, 1)
        lines.append(
            f"-{which} {len(run)} of {len(every)} mutants, **{noticed / max(len(run), 1):.1%} "
            f"killed** (95 % interval {low:.1%} to {high:.1%}); without the {same} that change "
            f"nothing that can be seen, {different:.1%}."
        )
    return "\n".join(lines)


def _is_equivalent(job: Job, end: dict[str, Any], reasons: Reasons) -> bool:
    known = reasons.get(job.mutant.key, ("", ""))[0]
    return end["end"] not in NOTICED and known == "equivalent"


def _table(package: str, every: list[Job], ends: Ends, reasons: Reasons) -> str:
    all_of = Counter(job.mutant.module for job in every)
    ran: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    same: Counter[str] = Counter()
    for job, end in ends.items():
        for name in (job.mutant.module, package):
            ran[name] += 1
            noticed[name] += end["end"] in NOTICED
            same[name] += _is_equivalent(job, end, reasons)
    all_of[package] = len(every)
    lines = [
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


def _listing(survivors: list[Job], reasons: Reasons) -> str:
    lines = ["## Survivors", "", "Each with its change; those with one reason stand together."]
    groups: dict[tuple[str, str], list[Job]] = {}
    for job in survivors:
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
