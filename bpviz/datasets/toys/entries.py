"""The catalogue's entries of the data sets that are made up rather than measured."""

from __future__ import annotations

from bpviz.datasets.classes import TEST_SHARE, n_held_back
from bpviz.datasets.entry import Entry, Options, Range

_MAX_SAMPLES = 100_000


def _table(
    name: str, title: str, description: str, n_bits: int, n_hidden: int, learning_rate: float
) -> Entry:
    """Return the entry of a truth table: every row of it, none held back."""
    return Entry(
        name=name,
        title=title,
        description=description,
        n_inputs=n_bits + 1,
        n_outputs=1,
        n_samples=2**n_bits,
        n_test=0,
        image_shape=None,
        n_hidden=n_hidden,
        learning_rate=learning_rate,
        options=Options(constant=True),
    )


def _drawn(
    name: str,
    title: str,
    description: str,
    n_inputs: int,
    n_samples: int,
    noise: tuple[float, float],
    n_hidden: int,
    learning_rate: float,
) -> Entry:
    """Return the entry of a set that is drawn at random; `noise` is its default and its largest."""
    n_test = n_held_back(n_samples)
    return Entry(
        name=name,
        title=title,
        description=description,
        n_inputs=n_inputs + 1,
        n_outputs=1,
        n_samples=n_samples - n_test,
        n_test=n_test,
        image_shape=None,
        n_hidden=n_hidden,
        learning_rate=learning_rate,
        options=Options(
            n_samples=Range(n_samples, 10, _MAX_SAMPLES),
            noise=Range(noise[0], 0.0, noise[1]),
            test_share=Range(TEST_SHARE, 0.0, 0.9),
            constant=True,
        ),
    )


TOYS: tuple[Entry, ...] = (
    _table(
        "xor",
        "XOR",
        "The four pairs of exclusive or: the output is 1 where exactly one input is 1. No "
        "straight line separates the two classes, so a hidden layer is needed. A constant input 1 "
        "replaces the biases that the network does not have.",
        2, 8, 1.0,
    ),
    _table(
        "and",
        "AND",
        "The four pairs of logical and: the output is 1 only where both inputs are 1. A straight "
        "line separates the two classes, but none through the origin, so the constant input 1 is "
        "needed.",
        2, 6, 1.0,
    ),
    _table(
        "or",
        "OR",
        "The four pairs of logical or: the output is 1 where at least one input is 1. The easiest "
        "of the truth tables, learned in a few hundred steps.",
        2, 4, 1.0,
    ),
    _table(
        "parity",
        "Parity of 3 bits",
        "The eight triples of bits: the output is 1 where an odd number of bits is 1. Any two "
        "that differ in a single bit have different outputs, which makes it a harder relative of "
        "XOR.",
        3, 12, 2.0,
    ),
    Entry(
        name="autoencoder",
        title="Autoencoder 8-3-8",
        description=(
            "Eight patterns, each with a single 1, that the network is to reproduce although they "
            "pass through only l = 3 hidden units: these learn a code for eight things, much like "
            "the three digits of a binary number. After Ackley, Hinton and Sejnowski (1985)."
        ),
        n_inputs=8,
        n_outputs=8,
        n_samples=8,
        n_test=0,
        image_shape=None,
        n_hidden=3,
        learning_rate=1.0,
        options=Options(),  # beside one-hot inputs, a constant would add nothing
    ),
    _drawn(
        "gaussians",
        "Two Gaussians",
        "Two round clouds of points in the plane, around (−1, −1) for class 0 and (1, 1) for "
        "class 1; the noise is the standard deviation of each. Where they overlap, no network can "
        "classify every point correctly.",
        2, 500, (0.6, 3.0), 4, 0.3,
    ),
    _drawn(
        "circles",
        "Two circles",
        "Points on a circle of radius 2, class 0, and on one of radius 1 inside it, class 1, moved "
        "by noise in both directions. The hidden units' lines have to close a ring.",
        2, 500, (0.15, 2.0), 8, 1.0,
    ),
    _drawn(
        "moons",
        "Two moons",
        "Two interleaved half circles of radius 1, the upper one class 0, the lower one class 1, "
        "moved by noise in both directions.",
        2, 500, (0.1, 2.0), 8, 1.0,
    ),
    _drawn(
        "spirals",
        "Two spirals",
        "Two arms that wind one and a quarter times around the origin, half a turn apart, moved "
        "by noise in both directions. They take many hidden units and some patience.",
        2, 600, (0.05, 2.0), 16, 1.0,
    ),
    _drawn(
        "checkerboard",
        "Checkerboard",
        "Points on a board of 3×3 squares of side 3, the middle and the corners class 0, the other "
        "four class 1; noise moves the points after they got their class. Sharp corners are hard "
        "for sigmoids.",
        2, 2000, (0.0, 2.0), 32, 0.05,
    ),
    _drawn(
        "sine",
        "Sine curve",
        "Regression: one period of y = sin x for x from −π to π, with noise in y. The targets are "
        "scaled to 0.1 … 0.9, so that every σ₂ can reach them, and shown in original units.",
        1, 200, (0.1, 1.0), 8, 1.0,
    ),
)  # fmt: skip
"""First the truth tables, then the planes, then the curve; easier ones before harder ones."""
