"""Load damaged and hostile files by the thousand; nothing but a `DatasetError` may come of it.

    python -m scripts.loader_fuzz                       # 10 000 files
    python -m scripts.loader_fuzz --files 1000000 --processes 2
    python -m scripts.loader_fuzz --first 4711 --files 1    # one of them again

Each file has a number, from which it is made again.  Ends with 1 where a file led to anything else,
or took more processor time than is allowed; the slowest are listed.
"""

from __future__ import annotations

import argparse
import heapq
import multiprocessing
import sys
from collections.abc import Iterator

from tqdm import tqdm

from .trying import LONGEST, Tried, some_files

_AT_ONCE = 500


def tried(first: int, count: int, processes: int) -> Iterator[Tried]:
    """Try files `first` … `first + count − 1`."""
    ends = range(first, first + count, _AT_ONCE)
    parts = [range(at, min(at + _AT_ONCE, first + count)) for at in ends]
    if processes == 1:
        for part in parts:
            yield from some_files(part)
        return
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        for found in pool.imap(some_files, parts):
            yield from found


def main() -> int:
    """Return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m scripts.loader_fuzz")
    parser.add_argument("--files", type=int, default=10_000, metavar="N", help="default: 10 000")
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="default: 0")
    parser.add_argument("--processes", type=int, default=1, metavar="P", help="default: 1")
    options = parser.parse_args()
    slowest: list[tuple[float, int, str]] = []
    faults = loaded = 0
    found = tried(options.first, options.files, options.processes)
    for each in tqdm(found, total=options.files, unit=" files", disable=None):
        loaded += each.loaded
        heapq.heappush(slowest, (each.seconds, each.number, each.what))
        if len(slowest) > 10:
            heapq.heappop(slowest)
        if each.fault:
            faults += 1
            print(f"file {each.number} ({each.what}): {each.fault}", flush=True)
    print(f"{options.files} files: {loaded} loaded, {faults} faults")
    print(f"slowest, in seconds of the processor (allowed: {LONGEST:g}):")
    for seconds, number, what in sorted(slowest, reverse=True):
        print(f"{seconds:8.3f}  file {number}: {what}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
