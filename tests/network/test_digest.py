"""A digest tells networks apart by every bit, and by nothing else."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from bpviz.network import Network
from bpviz.network.digest import digest

NET = Network.initial(n_inputs=5, n_hidden=3, n_outputs=2, seed=1)


def test_that_equal_networks_have_equal_digests_however_they_lie_in_memory() -> None:
    same = Network(np.asfortranarray(NET.W1), np.asfortranarray(NET.W2))
    assert digest(same) == digest(NET)
    assert len(digest(NET)) == 64


@pytest.mark.parametrize("matrix", ["W1", "W2"])
def test_that_the_last_bit_of_any_weight_counts(matrix: str) -> None:
    for place in np.ndindex(getattr(NET, matrix).shape):
        weights = {"W1": np.array(NET.W1), "W2": np.array(NET.W2)}
        weights[matrix][place] = np.nextafter(weights[matrix][place], np.inf)
        assert digest(Network(weights["W1"], weights["W2"])) != digest(NET)


def test_that_shape_activation_and_the_sign_of_zero_count() -> None:
    row, column = np.ones((1, 4)), np.ones((4, 1))
    networks = (
        Network(row, np.ones((1, 1))),
        Network(np.ones((2, 2)), np.ones((1, 2))),
        Network(column, row),
        Network(column, np.zeros((1, 4))),
        Network(column, -np.zeros((1, 4))),
        Network(column, row, "tanh"),
        Network(column, row, "sigmoid", "tanh"),
    )
    assert len({digest(net) for net in networks}) == len(networks)


def test_that_it_can_be_made_by_other_means() -> None:
    bytes_ = b"".join(
        np.array(matrix, dtype="<f8").tobytes() for matrix in (NET.W1.tolist(), NET.W2.tolist())
    )
    expected = hashlib.sha256(b"(3, 5) (2, 3) sigmoid sigmoid\n" + bytes_)
    assert digest(NET) == expected.hexdigest()
