"""Damage saved runs everywhere; each must open as the run that it was, or be refused in a sentence.

    python -m scripts.document_damage                       minutes
    python -m scripts.document_damage --share 0.01 --places 500

A file of about 20 kB is cut at every offset, and has one bit flipped in every byte; a larger one is
cut or has a bit flipped at `--places` random places.  What opens must have every number of the run
that was saved, where it stands and half way; everything else must end in one `DocumentError`,
`SettingsError` or `DatasetError`, within two seconds of the processor and without taking memory.
Ends with 1 where anything else happened.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bpviz.datasets import Dataset, DatasetError
from bpviz.network.digest import digest
from bpviz.training import Breakpoint, Session, Settings, SettingsError
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.recipe import recipe_of, to_plain
from bpviz.training.document.text import canonical

LONGEST = 2.0
"""Seconds of the processor that one file may take."""
MOST_MEMORY = 2**28
"""Bytes by which the process may grow over all files together."""

Truth = tuple[bytes, str, str, str]


@dataclass
class Found:
    """What became of the files that were tried."""

    opened: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def a_run(samples: int, inputs: int, hidden: int, steps: int) -> Session:
    """Return a run on arrays with two branches, edits, and breakpoints that stopped it."""
    rng = np.random.default_rng(3)
    labels = rng.integers(0, 3, samples)
    X = rng.normal(size=(samples, inputs))
    data = Dataset.from_arrays(
        "own", X, np.eye(3)[labels], labels=labels, class_names=("a", "b", "c"),
        test=Dataset.from_arrays("own", X[:5], np.eye(3)[labels[:5]], labels=labels[:5]),
    )  # fmt: skip
    session = Session(Settings(n_hidden=hidden, learning_rate=0.05), data)
    session.breakpoints.add(Breakpoint.every(max(steps // 2, 1)), ignore=1)
    session.advance(steps)
    session.seek(steps // 2)
    session.edit_weight("W1", 1, 1, 0.25)
    session.rename_branch(session.branch.number, "another")
    session.advance(steps // 4)
    session.set_learning_rate(0.07)
    session.advance(30)
    session.advance_phase()
    return session


def truth(session: Session) -> Truth:
    """Return what must not become another."""
    plain = canonical(to_plain(recipe_of(session._run)))
    here, data = digest(session.network), session.dataset.digest
    session.seek(session.tip // 2)
    return plain, here, digest(session.network), data


def outcome(path: Path, right: Truth) -> str:
    """Open a damaged file; return the fault of what came of it, else "opened" or the sentence."""
    try:
        with warnings.catch_warnings(action="error"):
            found = truth(Session.load(path))
    except (DocumentError, SettingsError, DatasetError) as error:
        words = str(error)
        single = words.endswith(".") and "\n" not in words and 20 < len(words) < 900
        return words if single else f"fault: no sentence: {words!r}"
    except BaseException as error:
        return f"fault: {type(error).__name__}: {error}"
    return "opened" if found == right else "fault: it opened as another run"


def damages(size: int, rng: random.Random, share: float, places: int) -> Iterator[tuple[int, int]]:
    """Draw what is done to a file of `size` bytes: offset, and the bit to flip there or −1 to cut.

    At a share of all offsets both, or at so many places either.
    """
    if places:
        for _ in range(places):
            yield rng.randrange(size), rng.choice([-1, *range(8)])
        return
    for offset in range(size):
        if rng.random() < share:
            yield offset, -1
            yield offset, rng.randrange(8)


def attempt(session: Session, folder: Path, *, share: float, places: int, seed: int = 0) -> Found:
    """Save a run, damage the file again and again, and tell what came of it."""
    path, rng, found = folder / "run.bpviz", random.Random(seed), Found()
    session.save(path)
    contents = path.read_bytes()
    right = truth(Session.load(path))
    for offset, bit in damages(len(contents), rng, share, places):
        with open(path, "r+b") as stream:
            if bit < 0:
                stream.truncate(offset)
            else:
                stream.seek(offset)
                stream.write(bytes([contents[offset] ^ 1 << bit]))
        begun = time.process_time()
        said = outcome(path, right)
        took = time.process_time() - begun
        with open(path, "r+b") as stream:
            stream.seek(offset)
            stream.write(contents[offset:] if bit < 0 else contents[offset : offset + 1])
        what = f"byte {offset} of {len(contents)}, " + ("cut" if bit < 0 else f"bit {bit}")
        found.slowest = max(found.slowest, took)
        if said.startswith("fault"):
            found.faults.append(f"{what}: {said}")
        elif took > LONGEST:
            found.faults.append(f"{what}: it took {took:.1f} s")
        elif said == "opened":
            found.opened += 1
        else:
            found.refused[said.replace(str(path), "FILE")] += 1
    return found


def _memory() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else 1024)


def main() -> int:
    """Return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m scripts.document_damage")
    parser.add_argument("--share", type=float, default=1.0, help="of the offsets (default: 1)")
    parser.add_argument("--places", type=int, default=100_000, help="(default: 100000)")
    parser.add_argument("--seed", type=int, default=0, help="of the choice (default: 0)")
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as name:
        for what, session, places in (
            ("small", a_run(20, 6, 4, 200), 0),
            ("larger", a_run(500, 20, 16, 20_000), options.places),
        ):
            folder = Path(name) / what
            folder.mkdir()
            session.save(folder / "run.bpviz")
            size, before = (folder / "run.bpviz").stat().st_size, _memory()
            found = attempt(session, folder, share=options.share, places=places, seed=options.seed)
            grown = _memory() - before
            failed |= bool(found.faults) or grown > MOST_MEMORY
            print(
                f"{what} file of {size} bytes: {sum(found.refused.values())} refused in "
                f"{len(found.refused)} sentences, {found.opened} opened as they were, "
                f"{len(found.faults)} faults; the slowest took {found.slowest:.2f} s, "
                f"memory grew by {grown / 2**20:.0f} MB",
                flush=True,
            )
            for fault in found.faults[:20]:
                print(f"  {fault}")
            for said, count in found.refused.most_common(3):
                print(f"  {count} × {said}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
