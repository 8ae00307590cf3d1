"""The general formulas, and what becomes of them when they are typeset."""

from __future__ import annotations

import re

import pytest

from bpviz.network import Activation
from bpviz.training.step.phases import PHASES, Phase
from bpviz.ui.panels.debugger.formulas.templates import PRINTED, Formula, formulas_of
from bpviz.ui.panels.debugger.typesetter import typeset


def every_formula() -> set[Formula]:
    return {
        formula
        for phase in PHASES
        for kind in Activation
        for printed in (False, True)
        for first in (False, True)
        for formula in formulas_of(phase, kind, kind, as_printed=printed, of_W1=first)
    }


def test_that_every_formula_can_be_typeset() -> None:
    for formula in every_formula():
        svg = typeset(formula.latex).decode()
        # A bracket that grew without bounds would make a picture of any height.
        box = re.search(r'viewBox="([-\d. ]+)"', svg)
        assert box is not None, formula
        _, _, width, height = map(float, box.group(1).split())
        assert 5 < width < 500, formula
        assert 5 < height < 90, formula
        assert svg.count("<path") >= 1
        assert "<symbol" not in svg  # which QSvgRenderer draws as nothing


def test_that_a_formula_that_cannot_be_typeset_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert typeset(r"\frac{1") == b""
    assert "cannot be typeset" in caplog.text


def test_that_the_printed_formula_stands_only_where_its_rule_is_used() -> None:
    kinds = Activation.SIGMOID, Activation.SIGMOID
    for phase in PHASES:
        for printed in (False, True):
            found = formulas_of(phase, *kinds, as_printed=printed, of_W1=True)
            assert (PRINTED in found) == (printed and phase is Phase.GRAD_W1)


def test_that_the_update_names_its_matrix_and_its_association() -> None:
    kinds = Activation.SIGMOID, Activation.SIGMOID
    first, second = (
        formulas_of(Phase.UPDATE, *kinds, as_printed=False, of_W1=of_W1)[0].text
        for of_W1 in (True, False)
    )
    assert first == "W_{1,k,·} ← W_{1,k,·} − (λδ1_k) xᵀ"
    assert second == "W_{2,j,·} ← W_{2,j,·} − (λδ2_j) hᵀ"


@pytest.mark.parametrize("kind", list(Activation))
def test_that_each_layer_has_the_formula_of_its_own_activation(kind: Activation) -> None:
    other = Activation.TANH if kind is not Activation.TANH else Activation.RELU
    own = formulas_of(Phase.H, kind, other, as_printed=False, of_W1=False)[-1]
    assert own == formulas_of(Phase.H, kind, kind, as_printed=False, of_W1=False)[-1]
    assert own != formulas_of(Phase.H, other, kind, as_printed=False, of_W1=False)[-1]
    slope = formulas_of(Phase.GRAD_W2, other, kind, as_printed=False, of_W1=False)[-1]
    assert slope.text.startswith("σ₂′(t) = ")
