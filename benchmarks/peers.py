"""The same step in other libraries, each as its own users would write it at batch size 1."""

from __future__ import annotations

import os

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false")

import importlib.util
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np

from bpviz.datasets import Dataset
from bpviz.network import reference


class Data:
    """MNIST as everybody gets it: dense float64 arrays, and the order of the pairs."""

    def __init__(self, dataset: Dataset, order: np.ndarray) -> None:
        self.dataset = dataset
        self.order = order
        self.X = dataset.X
        self.Y = dataset.Y


class Peer(Protocol):
    """Something that can take steps."""

    def steps(self, count: int) -> None:
        """Take `count` steps."""

    def W1(self) -> np.ndarray | None:
        """The hidden weights (l, n); None if they cannot be compared."""


Maker = Callable[[np.ndarray, np.ndarray, Data, float], Peer]


class _Counting:
    """Walks through the order, round and round."""

    def __init__(self, data: Data, rate: float) -> None:
        self.data, self.rate, self.at = data, rate, 0

    def next(self) -> int:
        i = int(self.data.order[self.at % len(self.data.order)])
        self.at += 1
        return i


class NumpyLoop(_Counting):
    """NumPy, one line an equation: `reference.py` in a loop, weights updated in place."""

    def __init__(self, W1: np.ndarray, W2: np.ndarray, data: Data, rate: float) -> None:
        super().__init__(data, rate)
        self._W1, self._W2 = np.array(W1, order="C"), np.array(W2)

    def steps(self, count: int) -> None:
        sigma, sigma_prime = reference.sigmoid, reference.sigmoid_prime
        W1, W2 = self._W1, self._W2
        for _ in range(count):
            i = self.next()
            x, y = self.data.X[i], self.data.Y[i]
            z1 = W1 @ x
            h = sigma(z1)
            z2 = W2 @ h
            f = sigma(z2)
            delta2 = 2 * (f - y) * sigma_prime(z2)
            delta1 = (W2.T @ delta2) * sigma_prime(z1)
            W2 -= np.outer(self.rate * delta2, h)
            W1 -= np.outer(self.rate * delta1, x)

    def W1(self) -> np.ndarray:
        return self._W1


class TorchEager(_Counting):
    """PyTorch with autograd and its SGD optimizer."""

    def __init__(self, W1: np.ndarray, W2: np.ndarray, data: Data, rate: float) -> None:
        import torch

        super().__init__(data, rate)
        torch.set_num_threads(1)
        self.torch = torch
        self._W1 = torch.tensor(np.array(W1), requires_grad=True)
        self._W2 = torch.tensor(np.array(W2), requires_grad=True)
        self._X, self._Y = torch.from_numpy(np.array(data.X)), torch.from_numpy(np.array(data.Y))
        self._sgd = torch.optim.SGD([self._W1, self._W2], lr=rate)

    def steps(self, count: int) -> None:
        torch = self.torch
        for _ in range(count):
            i = self.next()
            f = torch.sigmoid(self._W2 @ torch.sigmoid(self._W1 @ self._X[i]))
            loss = ((f - self._Y[i]) ** 2).sum()
            self._sgd.zero_grad()
            loss.backward()
            self._sgd.step()

    def W1(self) -> Any:
        return self._W1.detach().numpy()


class JaxScan(_Counting):
    """JAX: `lax.scan` over the pairs, compiled, with automatic gradients."""

    BLOCK = 2048

    def __init__(self, W1: np.ndarray, W2: np.ndarray, data: Data, rate: float) -> None:
        import jax
        import jax.numpy as jnp

        super().__init__(data, rate)
        jax.config.update("jax_enable_x64", True)
        self._X, self._Y = jnp.asarray(data.X), jnp.asarray(data.Y)
        self._W = (jnp.asarray(W1), jnp.asarray(W2))

        def loss(W: Any, x: Any, y: Any) -> Any:
            f = jax.nn.sigmoid(W[1] @ jax.nn.sigmoid(W[0] @ x))
            return ((f - y) ** 2).sum()

        def many(W: Any, X: Any, Y: Any, samples: Any) -> Any:
            def step(W: Any, i: Any) -> Any:
                value, grad = jax.value_and_grad(loss)(W, X[i], Y[i])
                return (W[0] - rate * grad[0], W[1] - rate * grad[1]), value

            return jax.lax.scan(step, W, samples)

        self._many = jax.jit(many, donate_argnums=0)

    def steps(self, count: int) -> None:
        order = self.data.order
        while count > 0:
            block = self.BLOCK if count >= self.BLOCK else count
            samples = order[(self.at + np.arange(block)) % len(order)]
            self._W, losses = self._many(self._W, self._X, self._Y, samples)
            losses.block_until_ready()
            self.at += block
            count -= block

    def W1(self) -> np.ndarray:
        return np.asarray(self._W[0])


class ScikitLearn(_Counting):
    """scikit-learn's MLPRegressor with `partial_fit` on one pair.

    It has biases, an identity output and ½ in its loss: less work on one side, a little more on
    the other, so only its time is compared.
    """

    def __init__(self, W1: np.ndarray, W2: np.ndarray, data: Data, rate: float) -> None:
        from sklearn.neural_network import MLPRegressor

        super().__init__(data, rate)
        self._model = MLPRegressor(
            hidden_layer_sizes=(W1.shape[0],),
            activation="logistic",
            solver="sgd",
            alpha=0.0,
            batch_size=1,
            learning_rate_init=rate,
            momentum=0.0,
            nesterovs_momentum=False,
            random_state=0,
        )
        self._model.partial_fit(data.X[:1], data.Y[:1])

    def steps(self, count: int) -> None:
        for _ in range(count):
            i = self.next()
            self._model.partial_fit(self.data.X[i : i + 1], self.data.Y[i : i + 1])

    def W1(self) -> None:
        return None


def available() -> dict[str, Maker]:
    """Every peer that is installed, by its name for the table; says in one line which are not."""
    known: tuple[tuple[str, str, Maker], ...] = (
        ("NumPy loop", "numpy", NumpyLoop),
        ("JAX lax.scan, compiled", "jax", JaxScan),
        ("PyTorch eager, batch 1", "torch", TorchEager),
        ("scikit-learn partial_fit", "sklearn", ScikitLearn),
    )
    missing = [name for name, module, _ in known if not importlib.util.find_spec(module)]
    if missing:
        print(f"Not installed here, and left out: {'; '.join(missing)}.")
    return {name: make for name, module, make in known if name not in missing}
