"""What the machine says of this process: memory, and time in line for a processor."""

from __future__ import annotations

import ctypes
import os
import re
import resource
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path


def resident_mb() -> float:
    """Return the resident set in MB now (Linux), or its peak (elsewhere)."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (2**20 if sys.platform == "darwin" else 2**10)
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@dataclass(frozen=True)
class Heap:
    """What the C library's allocator holds, in MB: NumPy's arrays, Qt's objects, pixels, fonts.

    Attributes
    ----------
    in_use : float
        Handed out and not given back.
    free : float
        Given back, but kept from the system: gaps between what is in use.
    """

    in_use: float
    free: float


class _MallocInfo(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks",
            "fordblks", "keepcost",
        )
    )  # fmt: skip


@cache
def _mallinfo() -> Callable[[], _MallocInfo] | None:
    """Return glibc's own count over all arenas, None where there is none (it is of 2.33)."""
    function = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if function is not None:
        function.restype = _MallocInfo
    return function


def heap() -> Heap:
    """Return what the allocator of the C library holds; NaN where it does not say."""
    count = _mallinfo()
    if count is None:
        return Heap(float("nan"), float("nan"))
    info = count()
    return Heap((info.uordblks + info.hblkhd) / 2**20, info.fordblks / 2**20)


_ARENA = 2**26
"""What glibc aligns the arenas of threads to."""


def resident_by_kind() -> Counter[str]:
    """Return the resident set in kB by what it is for (Linux; elsewhere nothing).

    ``files`` are pages of programs and libraries, which come as they are run for the first time;
    ``heap`` and ``arenas`` are malloc's, ``large`` what is mapped by itself: large arrays, the
    arenas of Python's small objects, the stacks of threads.
    """
    kinds: Counter[str] = Counter()
    kind = ""
    try:
        lines = Path("/proc/self/smaps").read_text().splitlines()
    except OSError:
        return kinds
    for line in lines:
        mapping = re.match(r"([0-9a-f]+)-[0-9a-f]+ \S+ \S+ \S+ \S+ *(.*)", line)
        if mapping is not None:
            name = mapping[2]
            if name.startswith("/"):
                kind = "files"
            elif name == "[heap]":
                kind = "heap"
            else:
                kind = "arenas" if int(mapping[1], 16) % _ARENA == 0 else "large"
        elif line.startswith("Rss:"):
            kinds[kind] += int(line.split()[1])
    return kinds


def waited() -> float:
    """Return the seconds for which the threads of this process stood in line; 0 if not known."""
    total = 0
    for path in Path("/proc/self/task").glob("*/schedstat"):
        try:
            total += int(path.read_text().split()[1])
        except (OSError, IndexError):
            continue
    return total / 1e9
