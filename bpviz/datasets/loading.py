"""From a name or a path to the data."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bpviz.datasets import catalog
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.entry import Chosen, Entry
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.memory import too_large
from bpviz.datasets.progress import ProgressCallback
from bpviz.datasets.request import DataRequest
from bpviz.datasets.shipped import digits_and_iris, mnist
from bpviz.datasets.toys import loading

_LOADERS: dict[str, Callable[[Entry, Chosen, ProgressCallback | None], Dataset]] = {
    "mnist": mnist.load_mnist,
    "digits": digits_and_iris.load_digits,
    "iris": digits_and_iris.load_iris,
    **dict.fromkeys(loading.MAKERS, loading.load_toy),
}


def load(
    source: str | Path | DataRequest,
    *,
    progress: ProgressCallback | None = None,
    **options: Any,
) -> Dataset:
    """Load a data set; safe in any thread, and other threads keep running.

    Parameters
    ----------
    source : str, Path or DataRequest
        One of ``catalog.NAMES``, the path of a file or a folder, or a request for one of these. A
        ``Path`` is always a path, even where the catalogue has that name.
    progress : callable, optional
        Called as ``progress(what, fraction)`` every few milliseconds of work, with a fraction that
        rises from 0 to 1.  What it raises passes through and cancels the loading.
    **options
        Anything that a `DataRequest` has, such as ``noise=0.2`` or ``target="species"``.

    Raises
    ------
    DatasetError
        If there is no such data, it cannot be had with these options, or a file is missing or
        damaged.
    """
    if isinstance(source, Path) and str(source) in catalog.NAMES:
        source = os.path.join(os.curdir, source)
    request = DataRequest.of(source, **options)
    return dataclasses.replace(_loaded(request, progress), request=request)


def _loaded(request: DataRequest, progress: ProgressCallback | None) -> Dataset:
    if request.source not in catalog.NAMES and looks_like_a_path(request.source):
        from bpviz.datasets import user_files  # late: it brings the parsers with it

        return user_files.load_file(request, progress)
    entry = catalog.entry(request.source)
    chosen = entry.chosen(request)
    cancelled: list[BaseException] = []

    def told(what: str, fraction: float | None) -> None:
        try:
            if progress is not None:
                progress(what, fraction)
        except BaseException as error:
            cancelled.append(error)
            raise

    try:
        return _LOADERS[entry.name](entry, chosen, told)
    except MemoryError:
        if cancelled:
            raise
        raise too_large(entry.title) from None


def keep(data: Dataset) -> None:
    """Keep what `load` took long for, so that nobody need decode it again.

    What cannot be written is not kept, without a word.
    """
    if data.request is not None and data.request.source == "mnist":
        with contextlib.suppress(DatasetError):
            mnist.keep(data)


def looks_like_a_path(source: str) -> bool:
    """Whether `source` has a separator or a dot, or there is such a file."""
    marks = {".", os.sep, os.altsep or os.sep}
    return any(mark in source for mark in marks) or (source != "" and os.path.exists(source))
