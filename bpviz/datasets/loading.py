"""From a name to the data."""

from __future__ import annotations

from collections.abc import Callable

from bpviz.datasets import catalog, mnist, tables, toys
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.progress import ProgressCallback

_LOADERS: dict[str, Callable[[catalog.Entry, ProgressCallback | None], Dataset]] = {
    "mnist": mnist.load_mnist,
    "digits": tables.load_digits,
    "iris": tables.load_iris,
    "xor": toys.load_xor,
}


def load(name: str, *, progress: ProgressCallback | None = None) -> Dataset:
    """Load a data set of the catalogue; safe in any thread, and other threads keep running.

    Parameters
    ----------
    name : str
        One of ``catalog.NAMES``.
    progress : callable, optional
        Called as ``progress(what, fraction)`` every few milliseconds of work, with a fraction that
        rises from 0 to 1.  What it raises passes through and cancels the loading.

    Raises
    ------
    DatasetError
        If there is no data set of that name, or a file that it needs is missing or damaged.
    """
    entry = catalog.entry(name)
    return _LOADERS[entry.name](entry, progress)
