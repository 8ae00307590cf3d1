"""One file by its number: made, looked at, loaded, judged, and how long that took."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bpviz.datasets import DataRequest, Dataset, DatasetError
from bpviz.datasets.request import MAX_BYTES
from bpviz.datasets.user_files import load_file, preview

from . import hostile, valid
from .damage import damaged

LONGEST = 2.0
"""Processor seconds within which every file is loaded or refused, but for `_PER_BYTE`."""

_PER_BYTE = 4e-7
"""Seconds more for a byte that is unpacked, where the options lift the limit that refuses what
unpacks to very much: somebody wants to wait for it."""

_HOSTILE = 0.02
"""Share of files that are made up to be slow: they are large, and take as long as many others."""

_OPTIONS: dict[str, tuple[Any, ...]] = {
    "target": ("a", "1", "x", "y"),
    "inputs": (("a", "b"), ("1",), ("X",)),
    "kind": ("classes", "regression"),
    "scaling": ("none", "unit", "standard"),
    "missing": ("drop",),
    "separator": (",", ";", "\t", " "),
    "decimal": (".", ","),
    "encoding": ("utf-8", "latin-1", "utf-16", "ascii"),
    "header": (True, False),
    "test_share": (0.0, 0.5, 0.95),
    "constant": (True, False),
    "size": ((1, 1), (3, 40)),
    "max_bytes": (1, 4096, 2**33),
    "seed": (7,),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a file.

    Attributes
    ----------
    number : int
        By which it can be made again.
    what : str
        The kind of file, and the options.
    seconds : float
        Of the processor, for the longer of preview and loading.
    loaded : bool
    fault : str
        What is wrong with the loader; empty where nothing is.
    """

    number: int
    what: str
    seconds: float
    loaded: bool
    fault: str = ""


def files_of(number: int) -> tuple[str, valid.Files, dict[str, Any]]:
    """Return what kind of file has that number, the files, and the options to load them with."""
    draw = random.Random(number)
    if draw.random() < _HOSTILE:
        make = draw.choice(hostile.KINDS)
        files = make(draw)
    else:
        make = draw.choice(valid.KINDS)
        files = make(draw)
        for name in draw.sample(sorted(files), min(draw.choice((1, 1, 2)), len(files))):
            files[name] = damaged(draw, files[name])
    names = draw.sample(sorted(_OPTIONS), draw.choice((0, 0, 0, 0, 1, 2)))
    return make.__name__, files, {name: draw.choice(_OPTIONS[name]) for name in names}


def allowed(files: valid.Files, options: dict[str, Any]) -> float:
    """Return the processor seconds that loading may take."""
    if options.get("max_bytes", 0) <= MAX_BYTES:
        return LONGEST
    told = (each[-4:] for name, each in files.items() if name.endswith(".gz"))
    return LONGEST + _PER_BYTE * sum(int.from_bytes(size, "little") for size in told)


def some_files(numbers: range) -> list[Tried]:
    """Try files one after the other, in a folder of their own."""
    with tempfile.TemporaryDirectory(prefix="bpviz-fuzz-") as folder:
        return [try_file(number, Path(folder)) for number in numbers]


def try_file(number: int, folder: Path) -> Tried:
    """Make a file in an empty folder, preview and load it, and remove it."""
    kind, files, options = files_of(number)
    for name, contents in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents)
    first = next(iter(files))
    source = folder / first.split("/")[0]
    what = f"{kind} {first} {options}"
    request = DataRequest.of(str(source), **options)
    longest, loaded, fault = 0.0, False, ""
    for work in (preview, load_file):
        begun = time.process_time()
        try:
            with _quietly():
                found = work(request)
            if isinstance(found, Dataset):
                loaded = True
                _judge(found)
        except DatasetError as error:
            if error.__cause__ is not None:
                fault = f"nobody foresaw {error.__cause__!r}"
            elif "\n" in str(error) or len(str(error)) > 2000:
                fault = f"no sentence: {str(error)[:200]!r}"
        except AssertionError as error:
            fault = f"a data set that is none: {error}"
        except BaseException as error:  # whatever it is, the number of the file is to be told
            fault = f"{type(error).__name__}: {error}"
            if isinstance(error, KeyboardInterrupt):
                raise
        longest = max(longest, time.process_time() - begun)
    if longest > allowed(files, options) and not fault:
        fault = f"{longest:.1f} s of processor time"
    for entry in folder.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    return Tried(number, what, longest, loaded, fault)


@contextmanager
def _quietly() -> Iterator[None]:
    """Let a warning be a fault: somebody finds it on the terminal, and cannot make sense of it."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            yield
        finally:
            if told:
                raise RuntimeError(f"a warning: {told[0].message}")


def _judge(data: Dataset) -> None:
    """Check what everybody behind the loader relies on."""
    for part in (data, data.test):
        if part is None:
            continue
        assert min(part.n_samples, part.n_inputs, part.n_outputs) >= 1, "it is empty"
        assert np.isfinite(part.Y).all(), "a target is not finite"
        assert np.isfinite(part.rows.values).all(), "an input is not finite"
        shapes = [(each.n_inputs, each.n_outputs) for each in (part, data)]
        assert shapes[0] == shapes[1], "the parts differ"
        if part.labels is not None:
            most = len(part.class_names)
            assert set(part.labels.tolist()) <= set(range(most)), "a label outside"
    assert str(data.description), "nothing is said of it"
