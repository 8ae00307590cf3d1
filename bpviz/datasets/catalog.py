"""What is known of every data set without loading it."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.datasets.errors import DatasetError


@dataclass(frozen=True, slots=True)
class Entry:
    """One data set of the catalogue.

    Attributes
    ----------
    name : str
        What `load` takes.
    title : str
        Name for people.
    description : str
        What it is, where it comes from, its licence.
    n_inputs, n_outputs : int
        n and d.
    n_samples, n_test : int
        m, and the samples held back for testing.
    image_shape : tuple of two int, or None
        Height and width where the inputs are a picture.
    n_hidden : int
        A hidden size l that learns it well.
    learning_rate : float
        A learning rate λ that learns it well, with that l and sigmoids.
    """

    name: str
    title: str
    description: str
    n_inputs: int
    n_outputs: int
    n_samples: int
    n_test: int
    image_shape: tuple[int, int] | None
    n_hidden: int
    learning_rate: float


ENTRIES: tuple[Entry, ...] = (
    Entry(
        name="mnist",
        title="MNIST",
        description=(
            "Handwritten digits, 28×28 grey pixels from 0 to 1: 60 000 to train and 10 000 to "
            "test. The MNIST database by Yann LeCun, Corinna Cortes and Christopher J. C. Burges; "
            "CC BY-SA 3.0."
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
            "Small handwritten digits, 8×8 grey pixels from 0 to 1: 1 437 to train, and 360 to "
            "test, the same fifth of each class every time. Optical Recognition of Handwritten "
            "Digits (test part) by E. Alpaydin and C. Kaynak, UCI Machine Learning Repository; "
            "CC BY 4.0."
        ),
        n_inputs=64,
        n_outputs=10,
        n_samples=1437,
        n_test=360,
        image_shape=(8, 8),
        n_hidden=32,
        learning_rate=0.3,
    ),
    Entry(
        name="iris",
        title="Iris",
        description=(
            "Four measures of the flowers of three species: 120 to train, and 30 to test, the same "
            "fifth of each species every time. Each input is standardised to mean 0 and variance 1 "
            "over the training part. R. A. Fisher (1936), UCI Machine Learning Repository; "
            "CC BY 4.0."
        ),
        n_inputs=4,
        n_outputs=3,
        n_samples=120,
        n_test=30,
        image_shape=None,
        n_hidden=8,
        learning_rate=0.3,
    ),
    Entry(
        name="xor",
        title="XOR",
        description=(
            "The four pairs of exclusive or: x₁, x₂ and a constant 1, because the network has no "
            "biases; the output is 1 where exactly one of x₁ and x₂ is."
        ),
        n_inputs=3,
        n_outputs=1,
        n_samples=4,
        n_test=0,
        image_shape=None,
        n_hidden=8,
        learning_rate=1.0,
    ),
)
"""Every data set that comes with the program, in the order in which to offer them."""

NAMES: tuple[str, ...] = tuple(entry.name for entry in ENTRIES)
"""The name of each entry, in the same order."""


def entry(name: str) -> Entry:
    """Return the entry called `name`.

    Raises
    ------
    DatasetError
        If there is none; the message lists the names that there are.
    """
    for known in ENTRIES:
        if known.name == name:
            return known
    raise DatasetError(
        "There is no data set called {name}; the known ones are {known}.",
        name=repr(name),
        known=", ".join(NAMES),
    )
