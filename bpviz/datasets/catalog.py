"""What is known of every data set without loading it."""

from __future__ import annotations

from typing import NamedTuple

from bpviz.datasets.classes import TEST_SHARE, n_held_back
from bpviz.datasets.entry import Chosen, Entry, Options, Range
from bpviz.datasets.errors import RequestError
from bpviz.datasets.request import DataRequest
from bpviz.datasets.sentence import spelled
from bpviz.datasets.toys.entries import TOYS

__all__ = ["ENTRIES", "NAMES", "Chosen", "Entry", "Options", "Range", "Shape", "entry", "shape_of"]

_SHARE = Options(test_share=Range(TEST_SHARE, 0.0, 0.9))

ENTRIES: tuple[Entry, ...] = (
    Entry(
        name="mnist",
        title="MNIST",
        description=(
            "Handwritten digits, 28×28 grey pixels from 0 to 1: 60 000 for training and 10 000 for "
            "testing. The MNIST database by Yann LeCun, Corinna Cortes and Christopher J. C. "
            "Burges; CC BY-SA 3.0."
        ),
        n_inputs=784,
        n_outputs=10,
        n_samples=60_000,
        n_test=10_000,
        image_shape=(28, 28),
        n_hidden=32,
        learning_rate=0.1,
    ),
    Entry(
        name="digits",
        title="Digits 8×8",
        description=(
            "1 797 small handwritten digits, 8×8 grey pixels from 0 to 1. A fifth of each class, "
            "or the chosen share, is held out for testing; the same seed gives the same split. "
            "Optical Recognition of Handwritten Digits (test set) by E. Alpaydin and C. Kaynak, "
            "UCI Machine Learning Repository; CC BY 4.0."
        ),
        n_inputs=64,
        n_outputs=10,
        n_samples=1437,
        n_test=360,
        image_shape=(8, 8),
        n_hidden=32,
        learning_rate=0.3,
        options=_SHARE,
    ),
    Entry(
        name="iris",
        title="Iris",
        description=(
            "Four measurements of 150 flowers of three species. A fifth of each species, or the "
            "chosen share, is held out for testing; the same seed gives the same split. Each input "
            "is standardised to mean 0 and variance 1 over the training set. R. A. Fisher (1936), "
            "UCI Machine Learning Repository; CC BY 4.0."
        ),
        n_inputs=4,
        n_outputs=3,
        n_samples=120,
        n_test=30,
        image_shape=None,
        n_hidden=8,
        learning_rate=0.3,
        options=_SHARE,
    ),
    *TOYS,
)
"""Every data set that comes with the program, in the order in which to offer them."""

NAMES: tuple[str, ...] = tuple(entry.name for entry in ENTRIES)
"""The name of each entry, in the same order."""


class Shape(NamedTuple):
    """How large the network and the data of a request are.

    Attributes
    ----------
    n_inputs : int
        n, the constant input counted where there is one.
    n_hidden : int
        The l that the catalogue suggests.
    n_outputs : int
        d.
    n_samples : int
        m, the training part.
    n_test : int
        Samples held back.
    """

    n_inputs: int
    n_hidden: int
    n_outputs: int
    n_samples: int
    n_test: int


def entry(name: str) -> Entry:
    """Return the entry called `name`.

    Raises
    ------
    RequestError
        If there is none; the message lists the names that there are.
    """
    for known in ENTRIES:
        if known.name == name:
            return known
    raise RequestError(
        "There is no data set {name}. Choose one of {known}, or a file or folder.",
        name=spelled(name),
        known=", ".join(NAMES),
    )


def shape_of(request: DataRequest | str) -> Shape | None:
    """Return the shape of the data that `request` would load; None for a file, before it is read.

    Raises
    ------
    RequestError
        If the request is for a data set of the catalogue that cannot be had like that.
    """
    asked = DataRequest.of(request)
    if asked.source not in NAMES:
        return None
    known = entry(asked.source)
    chosen = known.chosen(asked)
    n_test = known.n_test
    if known.options.test_share is not None:
        n_test = n_held_back(chosen.n_samples, chosen.test_share)
    return Shape(
        n_inputs=known.n_inputs - known.options.constant + chosen.constant,
        n_hidden=known.n_hidden,
        n_outputs=known.n_outputs,
        n_samples=chosen.n_samples - n_test,
        n_test=n_test,
    )
