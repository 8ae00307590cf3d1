"""The files that lie beside a file."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

from bpviz.datasets.source import unreadable

_MOST = 10_000


def beside(path: Path, endings: tuple[str, ...]) -> list[Path]:
    """Return the files in the folder of `path` whose names end so, in the order of their names.

    Looks at 10 000 names at most: a folder with more does not hold a set of a few files.

    Raises
    ------
    DatasetError
        If the folder cannot be read.
    """
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in itertools.islice(entries, _MOST)]
    except (OSError, ValueError) as error:
        raise unreadable(path.parent, error) from None
    return [path.parent / name for name in sorted(names) if name.lower().endswith(endings)]
