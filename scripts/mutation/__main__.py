"""Mutation testing: `python -m scripts.mutation run` and `python -m scripts.mutation report`.

Small mistakes are put into copies of ``bpviz/network`` and ``bpviz/training``, one at a time; the
tests should notice.  The checkout itself is never changed.  docs/mutation.md says more.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .jobs import note_samples
from .report import REVISION, write_report

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("bpviz", "tests", "resources", "scripts", "pyproject.toml", "main.py")

SPARE = {"network": 40.0, "training": 5.0}
"""CPU seconds that a test may take in any case: in the network a kernel is compiled meanwhile."""


def main() -> None:
    """Parse the command line and do what it says."""
    parser = argparse.ArgumentParser(prog="python -m scripts.mutation", description=__doc__)
    parser.add_argument("action", choices=["run", "report"])
    parser.add_argument(
        "--work",
        type=Path,
        default=Path(tempfile.gettempdir()) / "bpviz-mutation",
        help="folder for copies, recordings and results (default: %(default)s)",
    )
    parser.add_argument("--package", choices=list(SPARE), help="default: both")
    parser.add_argument("--module", help="only one module, such as network.equations")
    parser.add_argument("--sample", type=float, default=1.0, help="share of the mutants, 0 … 1")
    parser.add_argument(
        "--seed", type=int, nargs="+", default=[1], help="of the sample, or samples"
    )
    parser.add_argument("--budget", type=float, default=30.0, help="CPU seconds of tests a mutant")
    parser.add_argument("--again", action="store_true", help="run those that survived again")
    parser.add_argument("--refresh", action="store_true", help="copy the checkout anew")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "mutation.md")
    args = parser.parse_args()
    if not 0.0 < args.sample <= 1.0:
        parser.error("--sample is a share above 0 and at most 1")
    if args.module and not args.package:
        args.package = args.module.partition(".")[0]
    packages = [args.package] if args.package else list(SPARE)
    if args.action == "report":
        write_report(args.work, packages, args.out)
        return
    args.work.mkdir(parents=True, exist_ok=True)
    tree, second = (_copy(args.work / name, args.refresh) for name in ("tree", "second"))
    note_revision(args.work, args.refresh)
    # A run that was ended in the midst of a mutant may have left it there.
    shutil.copytree(tree / "bpviz", second / "bpviz", dirs_exist_ok=True)
    for package in packages:
        if args.refresh:
            (args.work / f"recording-{package}.json").unlink(missing_ok=True)
        plan = {
            "package": package,
            "module": args.module,
            "work": str(args.work),
            "tree": str(tree),
            "second": str(second),
            "share": args.sample,
            "seed": args.seed,
            "budget": args.budget,
            "again": args.again,
            "spare": SPARE[package],
            "tests": [package] if package == "training" else [package, "training"],
        }
        subprocess.run(
            [sys.executable, "-m", "scripts.mutation.worker", json.dumps(plan)],
            cwd=tree,
            env=_environment(args.work, tree),
            check=True,
        )
        if args.module is None:
            note_samples(args.work, package, [(args.sample, seed) for seed in args.seed])


def note_revision(work: Path, again: bool) -> None:
    """Write down of which code the copies are, once or `again`."""
    noted = work / REVISION
    if again or not noted.exists():
        git = ["git", "-C", str(ROOT), "log", "-1", "--format=`%h` of %as"]
        told = subprocess.run(git, capture_output=True, text=True, check=False)
        noted.write_text(told.stdout.strip() or "that no version control knows")


def _environment(work: Path, tree: Path) -> dict[str, str]:
    return dict(os.environ) | {
        "PYTHONPATH": str(tree),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "QT_QPA_PLATFORM": "offscreen",
        "OPENBLAS_NUM_THREADS": "1",
        "XDG_CACHE_HOME": str(work / "cache"),
    }


def _copy(target: Path, refresh: bool) -> Path:
    """Return a copy of the checkout, without what version control ignores."""
    if target.exists() and refresh:
        shutil.rmtree(target)
    if not target.exists():
        ignored = shutil.ignore_patterns("__pycache__", ".*")
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, target / name, ignore=ignored)
            else:
                shutil.copy2(ROOT / name, target / name)
    return target


if __name__ == "__main__":
    main()
