"""What goes into a run and comes out of it, each as a digest: one process of `same_bits.py`.

    python scripts/same_bits_quantities.py FOLDER [QUANTITY ...]

FOLDER holds the files that `same_bits.py` has written.  Prints one line of JSON: the versions, and
the digests by name.
"""

from __future__ import annotations

import hashlib
import json
import math
import platform
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from bpviz.datasets import Dataset, load
from bpviz.datasets.drawing.preparation import like_digits, like_mnist
from bpviz.datasets.drawing.strokes import Ink, Stroke
from bpviz.datasets.toys.loading import MAKERS
from bpviz.network import Activation, Initializer, Network, predict
from bpviz.training import Order, Session, Settings, StoppingRule

Arrays = Iterable[Any]

STEPS = 2000
COMPARED = "for comparison: "
"""With this begin the names of what is not of this program, and may differ."""


def initial_weights(folder: Path) -> Arrays:
    """Weights of every initializer, of a small and a large network."""
    for kind in Initializer:
        for size, seed in ((7, 3), (100, 0)):
            net = Network.initial(
                n_inputs=784, n_hidden=size, n_outputs=10, seed=seed, initializer=kind
            )
            yield from (net.W1, net.W2)


def activations(folder: Path) -> Arrays:
    """σ and σ′ by the kernels, near 0 and far from it."""
    from bpviz.network.equations import activate

    rng = np.random.default_rng(0)
    t = np.ldexp(rng.random(200_000) - 0.5, rng.integers(-30, 10, 200_000))
    for kind in Activation:
        both = np.empty((2, t.size))
        activate(kind.code, t, *both)
        yield both


def run_of(sigma1: Activation, sigma2: Activation) -> Callable[[Path], Arrays]:
    """Return a run on the digits: weights, record, an opened step and what the network answers."""

    def run(folder: Path) -> Arrays:
        data = load("digits")
        settings = Settings(
            n_hidden=30, seed=5, sigma1=sigma1, sigma2=sigma2, learning_rate=0.02,
            initializer=Initializer.GLOROT, order=Order.SHUFFLED,
        )  # fmt: skip
        session = Session(settings, data)
        session.advance(STEPS)
        net, step = session.network, session.preview
        yield from (net.W1, net.W2, predict(net, data.X))
        for record in (session.history.loss, session.history.gradient_W1):
            yield record(0, STEPS)
        yield from (step.delta1, step.grad_W1, step.grad_W1_norm, step.grad_W2_norm)

    return run


def stopped(folder: Path) -> Arrays:
    """Where the stopping rule ends a run."""
    rule = StoppingRule(window=100, tolerance=0.3, patience=2)
    session = Session(Settings(n_hidden=5, stopping=rule), load("iris"))
    session.advance(100_000)
    yield from (session.step, session.network.W1)


def _arrays(data: Dataset) -> Arrays:
    for part in filter(None, (data, data.test)):
        yield from (part.rows.values, part.rows.indices, part.Y, part.input_norms)


def shipped(folder: Path) -> Arrays:
    """Inputs and targets of the data sets that come with the program, but for MNIST."""
    for name in ("iris", "digits"):
        yield from _arrays(load(name))


def made_up(folder: Path) -> Arrays:
    """Inputs and targets of every set that is drawn."""
    for name in MAKERS:
        yield from _arrays(load(name))


def tables(folder: Path) -> Arrays:
    """A table with scaled columns."""
    for scaling in ("standard", "unit"):
        yield from _arrays(load(folder / "table.csv", scaling=scaling))


def colours(folder: Path) -> Arrays:
    """Arrays of coloured pictures, of bytes and of real numbers."""
    for name in ("bytes.npz", "numbers.npz"):
        yield from _arrays(load(folder / name))


def pictures(folder: Path) -> Arrays:
    """A folder of pictures that are made smaller."""
    yield from _arrays(load(folder / "pictures", size=(11, 13)))


def drawings(folder: Path) -> Arrays:
    """What the network sees of drawings."""
    rng = np.random.default_rng(4)
    for _ in range(20):
        stroke = Stroke(0.1 + 0.8 * rng.random((9, 2)), 0.09)
        large, small = Ink(28, 28), Ink(8, 8)
        for ink in (large, small):
            ink.draw(stroke)
        yield like_mnist(large.values, (28, 28), large.fineness)
        yield like_digits(small.values, (8, 8))


def numpys(folder: Path) -> Arrays:
    """Functions and products of NumPy's."""
    u = np.random.default_rng(1).random(100_000)
    yield from (np.log(u), np.sin(6.0 * u), np.exp(-u), np.tanh(u))


def products(folder: Path) -> Arrays:
    """A product of matrices, by BLAS."""
    values = np.random.default_rng(2).random((300, 300))
    yield values @ values[:, :3]


def librarys(folder: Path) -> Arrays:
    """The hyperbolic tangent of the C library."""
    yield [math.tanh(t) for t in np.random.default_rng(3).random(100_000).tolist()]


QUANTITIES: dict[str, Callable[[Path], Arrays]] = {
    "initial weights": initial_weights,
    "activations": activations,
    "run, sigmoid": run_of(Activation.SIGMOID, Activation.SIGMOID),
    "run, tanh": run_of(Activation.TANH, Activation.TANH),
    "run, relu and identity": run_of(Activation.RELU, Activation.IDENTITY),
    "run, softplus": run_of(Activation.SOFTPLUS, Activation.SOFTPLUS),
    "stopping rule": stopped,
    "shipped data": shipped,
    "made-up data": made_up,
    "scaled table": tables,
    "coloured arrays": colours,
    "picture files": pictures,
    "drawings": drawings,
    COMPARED + "NumPy's functions": numpys,
    COMPARED + "BLAS": products,
    COMPARED + "the C library's tanh": librarys,
}


def digest(arrays: Arrays) -> str:
    """Return twelve hexadecimal digits that every bit of the arrays has a say in."""
    found = hashlib.sha256()
    for array in arrays:
        values = np.ascontiguousarray(array)
        found.update(f"{values.dtype.str} {values.shape}\n".encode() + values.tobytes())
    return found.hexdigest()[:12]


def main() -> None:
    """Print the line."""
    folder, names = Path(sys.argv[1]), sys.argv[2:] or list(QUANTITIES)
    core: Any = np._core._multiarray_umath  # type: ignore[attr-defined]
    report = {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "machine": platform.machine(),
        "features": [name for name in core.__cpu_dispatch__ if core.__cpu_features__.get(name)],
        "digests": {name: digest(QUANTITIES[name](folder)) for name in names},
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
