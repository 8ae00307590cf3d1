"""Every choice has words of its own."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import pytest

from bpviz.network import Activation, GradientRule, Initializer
from bpviz.training import Order
from bpviz.ui.core import option_labels
from bpviz.ui.core.option_labels import Choices


@pytest.mark.parametrize(
    ("kind", "choices"),
    [
        (Activation, option_labels.activations),
        (Initializer, option_labels.initializers),
        (Order, option_labels.orders),
        (GradientRule, option_labels.gradient_rules),
    ],
)
def test_that_everything_there_is_can_be_chosen(
    kind: type[StrEnum], choices: Callable[[], Choices]
) -> None:
    offered = choices()
    assert [value for value, _ in offered] == list(kind)
    assert len({words for _, words in offered}) == len(kind)


def test_that_every_activation_says_where_it_saturates_with_its_own_numbers() -> None:
    sentences = {kind: option_labels.saturation(kind) for kind in Activation}
    assert len(set(sentences.values())) == len(Activation)
    for kind, words in sentences.items():
        ends = [f"{end:g}" for end in map(abs, kind.saturation) if 1e-300 < end < 1]
        assert all(end in words for end in ends)
        assert ("no unit" in words) == (kind is Activation.IDENTITY)
