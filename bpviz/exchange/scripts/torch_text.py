"""The text of a step in PyTorch: a model of its modules, automatic differentiation and SGD."""

from __future__ import annotations

from bpviz.network.activations import Activation
from bpviz.network.rules import GradientRule

MODULES = {
    Activation.SIGMOID: "nn.Sigmoid()",
    Activation.TANH: "nn.Tanh()",
    Activation.RELU: "nn.ReLU()",
    # From its threshold on PyTorch leaves the exponential out; that of 20 loses digits of doubles.
    Activation.SOFTPLUS: "nn.Softplus(threshold=40)",
    Activation.IDENTITY: "nn.Identity()",
}

GRADIENT = {
    GradientRule.EXACT: "",
    GradientRule.AS_PRINTED: """
    # The run follows the note's printed formula, in which 1 stands in place of W2: delta1 is the
    # sum of delta2 times sigma1'(z1).  That is no gradient, so it is put in place of PyTorch's.
    (sigma1_prime,) = torch.autograd.grad(model[1](z1).sum(), z1)
    delta1 = z2.grad.sum() * sigma1_prime
    model[0].weight.grad = torch.outer(delta1, x)
""",
}

DELTA1 = {GradientRule.EXACT: "z1.grad", GradientRule.AS_PRINTED: "delta1"}

_TEXT = '''\
"""One step of backpropagation, as bpviz shows it, computed once more by PyTorch.

The network is f(x) = sigma2(W2 sigma1(W1 x)), without biases, in double precision; the loss of a
pair (x, y) is |f - y|^2.  Run this file: it takes the step at hand with automatic differentiation
and SGD, and compares every number with bpviz's.
"""

import base64

import torch
from torch import nn


def build():
    """Return the network before the step."""
    model = nn.Sequential(
        nn.Linear(W1.shape[1], W1.shape[0], bias=False),
        @SIGMA1@,
        nn.Linear(W2.shape[1], W2.shape[0], bias=False),
        @SIGMA2@,
    ).double()
    model.load_state_dict({"0.weight": W1, "2.weight": W2})
    return model


def main():
    model = build()
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)

    # Module by module, so that what is between them can be looked at, and its gradient kept.
    z1 = model[0](x)
    h = model[1](z1)
    z2 = model[2](h)
    f = model[3](z2)
    z1.retain_grad()
    z2.retain_grad()
    loss = ((f - y) ** 2).sum()
    loss.backward()
@GRADIENT@
    print("quantity      differs by   at most")
    check("z1", z1)
    check("h", h)
    check("z2", z2)
    check("f", f)
    check("loss", loss)
    check("delta2", z2.grad)  # how the loss changes with z2
    check("delta1", @DELTA1@)
    check("grad_W2_norm", model[2].weight.grad.norm())
    check("grad_W1_norm", model[0].weight.grad.norm())
    optimizer.step()
    check("W2", model[2].weight)  # after the step
    check("W1", model[0].weight)
    print("All numbers are those that bpviz shows.")


def check(name, computed):
    """Stop where a number differs from the one that bpviz shows by more than rounding does."""
    shown, at_most = SHOWN[name]
    difference = (computed.detach() - shown).abs().max().item()
    print(f"{name:13} {difference:10.1e} {at_most:9.1e}")
    assert difference <= at_most, f"{name} is not what bpviz shows."


def numbers(*shape, text):
    """Return the tensor that is packed in a text: its bytes as base64, 8 for each number."""
    flat = torch.frombuffer(bytearray(base64.b64decode(text)), dtype=torch.float64)
    return flat.reshape(shape)


torch.set_default_dtype(torch.float64)
@NUMBERS@

if __name__ == "__main__":
    main()
'''


def of_step(sigma1: Activation, sigma2: Activation, rule: GradientRule, numbers: str) -> str:
    """Return the script."""
    parts = {
        "@SIGMA1@": MODULES[sigma1],
        "@SIGMA2@": MODULES[sigma2],
        "@GRADIENT@": GRADIENT[rule],
        "@DELTA1@": DELTA1[rule],
    }
    text = _TEXT
    for place, part in parts.items():
        text = text.replace(place, part)
    return text.replace("@NUMBERS@", numbers)  # last: what stands in it is not looked at
