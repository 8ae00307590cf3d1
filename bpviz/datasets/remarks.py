"""What is to be said before a network learns from data, because it would mislead unsaid."""

from __future__ import annotations

from bpviz.datasets.dataset import Dataset
from bpviz.datasets.sentence import Sentence
from bpviz.network.activations import Activation


def remarks(data: Dataset, sigma1: Activation, sigma2: Activation) -> tuple[Sentence, ...]:
    """Return what to say of a run on `data` with these activations; mostly nothing.

    Without biases f(0) = σ₂(W₂ σ₁(0)), whatever the weights are.
    """
    free = data.constant is not None or sigma1.function(0.0) != 0
    if data.labels is not None or sigma2 is not Activation.IDENTITY or free:
        return ()
    return (
        Sentence.of(
            "Where all inputs are 0, f is 0 whatever is learned: the curve goes through the "
            "origin. Append the constant input 1 to remove this restriction."
        ),
    )
