"""docs/performance.md and its figure, from what scaling.py measured."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import numba
import numpy as np
from scaling_points import Point

Sweeps = dict[str, tuple[list[Point], Point]]
"""The points of each sweep by its letter, and the base in the same rounds."""

NAMES = {"n": "inputs n", "l": "hidden units l", "d": "outputs d", "m": "pairs m"}

INTRODUCTION = """\
# What a step costs

Written by `benchmarks/scaling.py`, which also painted the figure: the time of a step and the
memory of a run against the number of inputs n, of hidden units l, of outputs d and of pairs m. One
of them varies, the others stay at n = 784, l = 32, d = 10, m = 1000; 19 % of the inputs are not
zero, as in MNIST, and lie anywhere. Loss and both gradient magnitudes of every step are recorded.

Times are multiples of a step at these sizes, measured in the same rounds (the least of each).
"model" divides a time by what a cost strictly proportional to the multiply-adds would be: 2 for
each entry of x that is not zero and hidden unit, 3 for each weight of W₂. Above 1 a multiply-add
costs more than at the base, below 1 less. Each sweep takes the step at these sizes a second time,
as one of its points: how far that lies from 1 tells the noise. Memory is that of the pairs
(compressed rows, norms, targets) and of both matrices.

![Time of a step and memory against n, l, d and m](images/scaling.png)
"""

MEANING = """\
## What the curves mean

- **Small networks** pay for the step itself: drawing the pair, the activations, the norms, the
  looks at numbers that are not finite and at the mailbox. That is why the model is far above 1
  at the left end of n and l, and somewhat below 1 where larger ones spread it over more work.
- **n** costs only where inputs are not zero; the zeros of a compressed row are never looked at.
- **l** is the length of the inner loops. Rows of W₁ that a step uses are read twice and written
  once: while they fit into the fastest cache, arithmetic sets the pace; beyond it, the second
  cache does, and once all of W₁ is larger than that, the third, which the dotted lines show.
- **d** is cheap: W₂ is small, and stays in the fastest cache until d · l · 8 bytes is more than
  that. z2 is summed in strict order, output by output, which a processor cannot do as wide as the
  rest; many outputs cost a little more a multiply-add for it.
- **m** costs nothing in arithmetic. Pairs are drawn at random, so that beyond the caches each one
  comes from main memory; the next pair is asked for while the present one is computed, and what
  remains is the little that the curve rises.
"""


def machine() -> str:
    """Processor family, caches, system and versions: what figures depend on, and nobody's name."""
    caches = (f"{name} cache {size // 1024} KiB" for name, size in cache_sizes().items())
    versions = (f"Python {platform.python_version()}", f"NumPy {np.__version__}")
    return ", ".join(
        (
            f"{os.cpu_count()} cores of a shared {platform.machine()} machine",
            *caches,
            platform.system(),
            *versions,
            f"numba {numba.__version__}",
        )
    )


def cache_sizes() -> dict[str, int]:
    """Bytes of the data caches by level, where the system tells (Linux); else empty."""
    sizes = {}
    for folder in sorted(Path("/sys/devices/system/cpu/cpu0/cache").glob("index*")):
        try:
            kind = (folder / "type").read_text().strip()
            level = (folder / "level").read_text().strip()
            size = (folder / "size").read_text().strip()
        except OSError:
            continue
        if kind != "Instruction" and size.endswith("K"):
            sizes[f"L{level}"] = int(size[:-1]) * 1024
    return sizes


def against_model(point: Point, base: Point) -> float:
    """The time as a multiple of what the base says that the operations should take."""
    return (point.seconds / base.seconds) / (point.sizes.operations / base.sizes.operations)


def table(letter: str, points: list[Point], base: Point) -> str:
    """A sweep as a table of Markdown."""
    lines = [
        f"| {letter} | time of a step | model | pairs | weights |",
        "|---:|---:|---:|---:|---:|",
    ]
    for point in points:
        value = f"{getattr(point.sizes, letter):,}".replace(",", " ")
        lines.append(
            f"| {value} | {point.seconds / base.seconds:.3g}× | {against_model(point, base):.2f} "
            f"| {megabytes(point.pair_bytes)} | {megabytes(point.weight_bytes)} |"
        )
    return "\n".join(lines)


def megabytes(size: int) -> str:
    """Bytes for people."""
    return f"{size / 2**20:.3g} MB" if size >= 2**20 else f"{size / 2**10:.3g} kB"


def write_page(found: Sweeps, folder: Path) -> None:
    """Paint the figure and write the page."""
    from scaling_figure import paint

    (folder / "images").mkdir(parents=True, exist_ok=True)
    paint(found, cache_sizes(), folder / "images" / "scaling.png")
    parts = [INTRODUCTION, f"Measured on {machine()}.\n"]
    for letter, (points, base) in found.items():
        parts.append(f"## {NAMES[letter].capitalize()}\n\n{table(letter, points, base)}\n")
    parts.append(MEANING)
    page = folder / "performance.md"
    page.write_text("\n".join(parts), encoding="utf-8")
    print(f"{page} and its figure written")
