"""A digest of the weights: two networks that have the same one are equal to the last bit."""

from __future__ import annotations

import hashlib

from bpviz.network.weights import Network


def digest(net: Network) -> str:
    """Return the SHA-256 of shapes, activations and every bit of both matrices.

    The bytes are float64, little-endian, W₁ and then W₂ row by row, so that the digest does not
    depend on how the machine or the program lays them out.  It tells 0 from −0.

    Returns
    -------
    str
        64 hexadecimal digits.
    """
    found = hashlib.sha256(f"{net.W1.shape} {net.W2.shape} {net.sigma1} {net.sigma2}\n".encode())
    for matrix in (net.W1, net.W2):
        found.update(matrix.astype("<f8").tobytes(order="C"))
    return found.hexdigest()
