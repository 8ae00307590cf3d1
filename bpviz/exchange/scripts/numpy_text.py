"""The text of a step in NumPy: every equation on a line, with its number in docs/math.md."""

from __future__ import annotations

from bpviz.network.activations import Activation
from bpviz.network.rules import GradientRule

SIGMA = {
    Activation.SIGMOID: (
        "1 / (1 + np.exp(-t))",
        "np.exp(-np.abs(t)) / (1 + np.exp(-np.abs(t))) ** 2  # with |t|, so as not to overflow",
    ),
    Activation.TANH: ("np.tanh(t)", "1 / np.cosh(np.clip(t, -350, 350)) ** 2"),
    Activation.RELU: ("np.maximum(t, 0)", "np.where(t > 0, 1.0, 0.0)"),
    Activation.SOFTPLUS: ("np.logaddexp(0, t)  # ln(1 + exp(t))", "np.exp(-np.logaddexp(0, -t))"),
    Activation.IDENTITY: ("t", "np.ones_like(t)"),
}
"""σ and σ′ of an array t."""

DELTA1 = {
    GradientRule.EXACT: "(W2.T @ delta2) * sigma1_prime(z1)  # N7",
    GradientRule.AS_PRINTED: "np.sum(delta2) * sigma1_prime(z1)  # N7 as printed: 1 for W2",
}

_TEXT = '''\
"""One step of backpropagation, as bpviz shows it, computed once more with NumPy alone.

The network is f(x) = sigma2(W2 sigma1(W1 x)), without biases, and the loss of a pair (x, y) is
|f - y|^2.  Run this file: it takes the step at hand and compares every number with bpviz's.
N3 to N9 are the equations of the lecture note; docs/math.md of bpviz derives them.
"""

import base64

import numpy as np


def sigma1(t):
    return @SIGMA1@


def sigma1_prime(t):
    return @SIGMA1_PRIME@


def sigma2(t):
    return @SIGMA2@


def sigma2_prime(t):
    return @SIGMA2_PRIME@


def forward(x):
    """N4: from the inputs x, one sample or a row for each of many, to the outputs f."""
    z1 = x @ W1.T
    h = sigma1(z1)
    z2 = h @ W2.T
    f = sigma2(z2)
    return z1, h, z2, f


def backward(x, y, z1, h, z2, f):
    """From the error of the outputs back to the gradients of both matrices."""
    delta2 = 2 * (f - y) * sigma2_prime(z2)  # N5
    grad_W2 = np.outer(delta2, h)  # N6
    delta1 = @DELTA1@
    grad_W1 = np.outer(delta1, x)  # N8
    return delta2, delta1, grad_W2, grad_W1


def main():
    z1, h, z2, f = forward(x)
    loss = np.sum((f - y) ** 2)  # N3
    delta2, delta1, grad_W2, grad_W1 = backward(x, y, z1, h, z2, f)
    W2_after = W2 - learning_rate * grad_W2  # N9
    W1_after = W1 - learning_rate * grad_W1

    print("quantity      differs by   at most")
    check("z1", z1)
    check("h", h)
    check("z2", z2)
    check("f", f)
    check("loss", loss)
    check("delta2", delta2)
    check("delta1", delta1)
    check("grad_W2_norm", np.linalg.norm(grad_W2))
    check("grad_W1_norm", np.linalg.norm(grad_W1))
    check("W2", W2_after)  # after the step
    check("W1", W1_after)
    print("All numbers are those that bpviz shows.")


def check(name, computed):
    """Stop where a number differs from the one that bpviz shows by more than rounding does."""
    shown, at_most = SHOWN[name]
    difference = np.max(np.abs(computed - shown))
    print(f"{name:13} {difference:10.1e} {at_most:9.1e}")
    assert difference <= at_most, f"{name} is not what bpviz shows."


def numbers(*shape, text):
    """Return the array that is packed in a text: its bytes as base64, 8 for each number."""
    return np.frombuffer(base64.b64decode(text), dtype="<f8").reshape(shape)


@NUMBERS@

if __name__ == "__main__":
    main()
'''


def of_step(sigma1: Activation, sigma2: Activation, rule: GradientRule, numbers: str) -> str:
    """Return the script."""
    parts = {
        "@SIGMA1@": SIGMA[sigma1][0],
        "@SIGMA1_PRIME@": SIGMA[sigma1][1],
        "@SIGMA2@": SIGMA[sigma2][0],
        "@SIGMA2_PRIME@": SIGMA[sigma2][1],
        "@DELTA1@": DELTA1[rule],
    }
    text = _TEXT
    for place, part in parts.items():
        text = text.replace(place, part)
    return text.replace("@NUMBERS@", numbers)  # last: what stands in it is not looked at
