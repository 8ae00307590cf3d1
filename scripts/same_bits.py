"""Which numbers have the same bits on other processors, and with other libraries.

    python scripts/same_bits.py [--short] [--python python3.11 ...]

Computes everything that goes into a run and comes out of it (`same_bits_quantities.py`) again and
again, each time in a process of its own that is made to work like one on another processor: NumPy
without AVX-512 and without AVX2, kernels for any x86-64, the C library without FMA, other kernels
of OpenBLAS, one thread.  `--python` names other interpreters in which numpy, numba and Pillow are
installed; one of an emulated processor will do.  Prints a table of quantities and variations, and
ends with code 1 if a number of this program differs.  The last rows are of others, and may differ:
they show that the variations are some.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from PIL import Image
from same_bits_quantities import COMPARED, QUANTITIES

from bpviz.network.kernel_files import NO_CACHE

_CHILD = Path(__file__).with_name("same_bits_quantities.py")
_ALL = tuple(QUANTITIES)
_ANY_X86 = {"NUMBA_CPU_NAME": "x86-64", "NUMBA_CPU_FEATURES": "+sse2", NO_CACHE: "1"}
_NO_FMA = "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F,-AVX512VL,-AVX2_Usable,-FMA_Usable"

Report = dict[str, Any]


class Variation(NamedTuple):
    """One way to compute everything again.

    Attributes
    ----------
    name : str
    environment : mapping of str to str
        What is added to the environment.
    quantities : tuple of str
        What is computed.
    python : str
        The interpreter.
    """

    name: str
    environment: Mapping[str, str]
    quantities: tuple[str, ...] = _ALL
    python: str = sys.executable


def variations(features: list[str], pythons: list[str], short: bool) -> Iterator[Variation]:
    """Yield the variations, where NumPy chooses among the code for these features."""
    numpy = {"NPY_DISABLE_CPU_FEATURES": " ".join(features)} if features else {}
    library, blas = {"GLIBC_TUNABLES": _NO_FMA}, {"OPENBLAS_CORETYPE": "Nehalem"}
    if short:
        yield Variation("another processor", numpy | library | blas)
        yield Variation("kernels for any x86-64", _ANY_X86, ("activations",))
        return
    wide = [name for name in features if name.startswith(("AVX512", "X86_V4"))]
    if wide:
        yield Variation("NumPy without AVX-512", {"NPY_DISABLE_CPU_FEATURES": " ".join(wide)})
    if set(features) - set(wide):
        yield Variation("NumPy without AVX2", numpy)
    yield Variation("C library without FMA", library)
    for core in ("Prescott", "Nehalem", "Haswell"):
        yield Variation(f"OpenBLAS for {core}", {"OPENBLAS_CORETYPE": core})
    yield Variation("kernels for any x86-64", _ANY_X86)
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
    yield Variation("one thread", one)
    for python in pythons:
        yield Variation(python, {}, python=python)


def computed(variation: Variation, folder: Path) -> Report:
    """Return what a process of its own found.

    Raises
    ------
    SystemExit
        If it failed; the message is its last line.
    """
    done = subprocess.run(
        [variation.python, str(_CHILD), str(folder), *variation.quantities],
        env={**os.environ, **variation.environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise SystemExit(f"{variation.name} failed: {reason}")
    report: Report = json.loads(done.stdout)
    return report


def write_files(folder: Path) -> None:
    """Write the tables and pictures that every process reads."""
    rng = np.random.default_rng(0)
    lines = ["a,b,c,class"]
    for a, b, c in (rng.normal(size=(5000, 3)) * [1.0, 1e-3, 1e6]).tolist():
        lines.append(f"{a!r},{b!r},{c!r},{'xy'[a * b > 0]}")
    (folder / "table.csv").write_text("\n".join(lines) + "\n")
    y = np.arange(60) % 3
    X = rng.integers(0, 256, (60, 9, 7, 3), dtype=np.uint8)
    np.savez(folder / "bytes.npz", X=X, y=y)
    np.savez(folder / "numbers.npz", X=rng.random((60, 9, 7, 3)), y=y)
    for number in range(12):
        place = folder / "pictures" / "xy"[number % 2]
        place.mkdir(parents=True, exist_ok=True)
        picture = Image.fromarray(rng.integers(0, 256, (50, 40, 3), dtype=np.uint8))
        picture.save(place / f"{number}.{'png' if number % 3 else 'jpg'}")


def table(reports: Mapping[str, Report]) -> list[str]:
    """Return the rows of the table; all reports are compared with the first."""
    first, *others = reports
    lines = [f"| | {' | '.join(others)} |", "|---" * (len(others) + 1) + "|"]
    for name, right in reports[first]["digests"].items():
        cells = []
        for other in others:
            found = reports[other]["digests"].get(name)
            cells.append("–" if found is None else "=" if found == right else "differs")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def differing(reports: Mapping[str, Report]) -> list[str]:
    """Return a line for each number of this program that is not the same everywhere."""
    first, *others = reports.values()
    return [
        f"{name} differs: {name_of_other}."
        for name_of_other, other in zip(list(reports)[1:], others, strict=True)
        for name, found in other["digests"].items()
        if not name.startswith(COMPARED) and found != first["digests"][name]
    ]


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--short", action="store_true", help="all at once; of the kernels σ alone")
    parser.add_argument("--python", nargs="+", default=[], metavar="INTERPRETER")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder)
        plain = Variation("as it is", {})
        reports = {plain.name: computed(plain, folder)}
        features = reports[plain.name]["features"]
        for variation in variations(features, options.python, options.short):
            report = computed(variation, folder)
            name = variation.name
            if variation.python != sys.executable:
                name = "Python {python}, NumPy {numpy}, {machine}".format(**report)
            print(f"{name}: computed", file=sys.stderr, flush=True)
            reports[name] = report
    print("\n".join(table(reports)))
    differences = differing(reports)
    if differences:
        raise SystemExit("\n".join(differences))


if __name__ == "__main__":
    main()
