"""The same trainings by PyTorch's automatic differentiation, in double precision.

    python -m tests.training.run.autograd

writes what PyTorch finds into ``autograd.npz`` beside this file.  Forward pass and loss are written
here once more; every gradient comes from ``backward`` and every update from ``torch.optim.SGD``.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bpviz.datasets import Dataset, load
from bpviz.network import Network
from bpviz.training import Session, Settings

STORED = Path(__file__).with_suffix(".npz")
STEPS = 1000
OPENED = (0, 1, 500, 999)
"""Steps of which every intermediate quantity is compared."""

QUANTITIES = ("z1", "h", "z2", "f", "loss", "delta2", "delta1", "grad_W2", "grad_W1")
ACTIVATIONS = ("sigmoid", "tanh", "relu", "softplus", "identity")


@dataclass(frozen=True)
class Case:
    """One training that both sides do."""

    sigma1: str
    sigma2: str
    data: str = "made up"

    @property
    def name(self) -> str:
        """Return what its arrays are called by."""
        return f"{self.data}/{self.sigma1}/{self.sigma2}"

    @property
    def settings(self) -> Settings:
        """Return hyperparameters with which every activation stays finite and moves."""
        if self.data == "mnist":
            return Settings(n_hidden=32, learning_rate=0.1, seed=4)
        return Settings(
            n_hidden=6, learning_rate=0.02, seed=4, sigma1=self.sigma1, sigma2=self.sigma2
        )

    def dataset(self, mnist: Dataset | None = None) -> Dataset:
        """Return the pairs: MNIST's, or sixty of nine inputs, half of them zero."""
        if self.data == "mnist":
            return load("mnist") if mnist is None else mnist
        rng = np.random.default_rng(2)
        X = rng.normal(size=(60, 9)) * (rng.random((60, 9)) < 0.5)
        return Dataset.from_arrays("made up", X, rng.random((60, 3)))


CASES = (
    *(Case(first, second) for first in ACTIVATIONS for second in ACTIVATIONS),
    Case("sigmoid", "sigmoid", "mnist"),
)


def probes(n: int) -> np.ndarray[Any, Any]:
    """Return (n, 4) directions: W₁ of MNIST is compared through these, to keep the file small."""
    return np.random.default_rng(8).normal(size=(n, 4)) / np.sqrt(n)


def shown(net: Network) -> dict[str, Any]:
    """Return what is compared of a network."""
    W1 = net.W1 if net.W1.size < 1000 else net.W1 @ probes(net.n_inputs)
    return {"W1": np.array(W1), "W2": np.array(net.W2)}


def by_bpviz(case: Case, data: Dataset) -> dict[str, Any]:
    """Train with bpviz; return everything that is compared, by name."""
    session = Session(case.settings, data)
    found: dict[str, Any] = {f"begin/{k}": v for k, v in shown(session.network).items()}
    found["order"] = np.array([session.sample_index(step) for step in range(STEPS)])
    for step in OPENED:
        session.advance(step - session.step)
        for name in QUANTITIES:
            array = np.asarray(getattr(session.preview, name))
            found[f"{step}/{name}"] = array @ probes(array.shape[1]) if array.size > 1000 else array
    session.advance(STEPS - session.step)
    found["losses"] = np.asarray(session.history.loss(0, STEPS))
    found.update({f"end/{k}": v for k, v in shown(session.network).items()})
    return found


def by_torch(case: Case, data: Dataset) -> dict[str, Any]:
    """Train the same network on the same pairs with PyTorch; return the same names."""
    torch: Any = importlib.import_module("torch")
    torch.set_num_threads(1)
    sigma = {
        "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu, "identity": lambda z: z,
        # Above its threshold PyTorch takes t for ln(1 + eᵗ); by itself that is from 20 on.
        "softplus": lambda z: torch.nn.functional.softplus(z, threshold=700),
    }  # fmt: skip
    session = Session(case.settings, data)
    order = [session.sample_index(step) for step in range(STEPS)]
    W1, W2 = (
        torch.tensor(np.array(weights), dtype=torch.float64, requires_grad=True)
        for weights in (session.network.W1, session.network.W2)
    )
    sgd = torch.optim.SGD([W1, W2], lr=case.settings.learning_rate)
    settings = case.settings

    def network() -> Network:
        return Network(W1.detach().numpy(), W2.detach().numpy(), settings.sigma1, settings.sigma2)

    found: dict[str, Any] = {f"begin/{k}": v for k, v in shown(network()).items()}
    found["order"] = np.array(order)
    losses = np.empty(STEPS)
    for step, sample in enumerate(order):
        x, y = (torch.from_numpy(np.array(a)) for a in (data.x(sample), data.Y[sample]))
        z1 = W1 @ x
        h = sigma[case.sigma1](z1)
        z2 = W2 @ h
        f = sigma[case.sigma2](z2)
        loss = ((f - y) ** 2).sum()
        z1.retain_grad()
        z2.retain_grad()
        sgd.zero_grad()
        loss.backward()
        losses[step] = loss.item()
        if step in OPENED:
            values = (z1, h, z2, f, loss, z2.grad, z1.grad, W2.grad, W1.grad)
            for name, value in zip(QUANTITIES, values, strict=True):
                array = value.detach().numpy().copy()
                found[f"{step}/{name}"] = (
                    array @ probes(array.shape[1]) if array.size > 1000 else array
                )
        sgd.step()
    found["losses"] = losses
    found.update({f"end/{k}": v for k, v in shown(network()).items()})
    return found


def main() -> None:
    """Write the file anew."""
    arrays = {
        f"{case.name}/{name}": array
        for case in CASES
        for name, array in by_torch(case, case.dataset()).items()
    }
    np.savez_compressed(STORED, **arrays)
    print(f"{len(arrays)} arrays of {len(CASES)} trainings: {STORED.stat().st_size} bytes")


if __name__ == "__main__":
    main()
