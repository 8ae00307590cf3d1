"""The general formula of each phase in the note's symbols, as LaTeX and as text."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.network.activations import Activation
from bpviz.training.step.phases import Phase


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula to be typeset.

    Attributes
    ----------
    latex : str
    text : str
        The same in plain characters: what is shown until it is typeset, copied, and read aloud.
    """

    latex: str
    text: str


_PHASES: dict[Phase, tuple[Formula, ...]] = {
    Phase.DRAW: (
        Formula(
            r"(x,y)=(X_i,Y_i),\quad i\in\{0,\ldots,m-1\}", "(x, y) = (X_i, Y_i), i ∈ {0, …, m − 1}"
        ),
    ),
    Phase.Z1: (
        Formula(r"z1=W_1x,\quad z1_k=\sum_i W_{1,k,i}\,x_i", "z1 = W₁x, z1_k = Σ_i W_{1,k,i} x_i"),
    ),
    Phase.H: (Formula(r"h=\sigma_1(z1),\quad h_k=\sigma_1(z1_k)", "h = σ₁(z1), h_k = σ₁(z1_k)"),),
    Phase.Z2: (
        Formula(r"z2=W_2h,\quad z2_k=\sum_j W_{2,k,j}\,h_j", "z2 = W₂h, z2_k = Σ_j W_{2,k,j} h_j"),
    ),
    Phase.F: (Formula(r"f=\sigma_2(z2),\quad f_k=\sigma_2(z2_k)", "f = σ₂(z2), f_k = σ₂(z2_k)"),),
    Phase.LOSS: (
        Formula(
            r"d_\mathrm{MSE}(f,y)=\|f-y\|^2=\sum_k (f_k-y_k)^2",
            "d_MSE(f, y) = ‖f − y‖² = Σ_k (f_k − y_k)²",
        ),
    ),
    Phase.GRAD_W2: (
        Formula(r"\delta2_k=2\,(f_k-y_k)\,\sigma_2'(z2_k)", "δ2_k = 2(f_k − y_k) σ₂′(z2_k)"),
        Formula(
            r"\frac{\partial}{\partial W_{2,k,\cdot}}=\delta2_k\,h^\top", "∂/∂W_{2,k,·} = δ2_k hᵀ"
        ),
    ),
    Phase.GRAD_W1: (
        Formula(
            r"\delta1_k=\Bigl(\sum_j \delta2_j\,W_{2,j,k}\Bigr)\,\sigma_1'(z1_k)",
            "δ1_k = (Σ_j δ2_j W_{2,j,k}) σ₁′(z1_k)",
        ),
        Formula(
            r"\frac{\partial}{\partial W_{1,k,\cdot}}=\delta1_k\,x^\top", "∂/∂W_{1,k,·} = δ1_k xᵀ"
        ),
    ),
}

_UPDATES = (
    Formula(
        r"W_{2,k,\cdot}\leftarrow W_{2,k,\cdot}-(\lambda\,\delta2_k)\,h^\top",
        "W_{2,k,·} ← W_{2,k,·} − (λδ2_k) hᵀ",
    ),
    Formula(
        r"W_{1,k,\cdot}\leftarrow W_{1,k,\cdot}-(\lambda\,\delta1_k)\,x^\top",
        "W_{1,k,·} ← W_{1,k,·} − (λδ1_k) xᵀ",
    ),
)

PRINTED = Formula(
    r"\frac{\partial}{\partial W_{1,k,\cdot}}=2\,(f-y)^\top J_{\sigma_2}(W_2h)\,1_d"
    r"\cdot e^{-W_{1,k}h}\,\sigma(W_{1,k}h)^2\,x^\top",
    "∂/∂W_{1,k,·} = 2(f − y)ᵀ J_σ₂(W₂h) 1_d · exp(−W_{1,k}h) σ(W_{1,k}h)² xᵀ",
)
"""The note's formula as it is printed."""

_READ = (
    Formula(
        r"\delta1_k=\Bigl(\sum_j \delta2_j\cdot 1\Bigr)\,\sigma_1'(z1_k)",
        "δ1_k = (Σ_j δ2_j · 1) σ₁′(z1_k)",
    ),
    _PHASES[Phase.GRAD_W1][1],
)
"""How it is evaluated here."""


def sigma_formula(layer: int, kind: Activation) -> Formula:
    """Return σ₁ or σ₂ (N2)."""
    return Formula(rf"\sigma_{layer}(t)={kind.latex}", f"σ{'₁₂'[layer - 1]}(t) = {kind.formula}")


def slope_formula(layer: int, kind: Activation) -> Formula:
    """Return σ₁′ or σ₂′ (N2)."""
    name = "₁₂"[layer - 1]
    return Formula(rf"\sigma_{layer}'(t)={kind.slope_latex}", f"σ{name}′(t) = {kind.slope}")


def formulas_of(
    phase: Phase, sigma1: Activation, sigma2: Activation, *, as_printed: bool, of_W1: bool
) -> tuple[Formula, ...]:
    """Return the formulas of a phase, one a line.

    Parameters
    ----------
    phase : Phase
    sigma1, sigma2 : Activation
    as_printed : bool
        Whether δ1 follows the note's printed formula.
    of_W1 : bool
        In the update: whether its row is one of W₁.
    """
    match phase:
        case Phase.H:
            return (*_PHASES[phase], sigma_formula(1, sigma1))
        case Phase.F:
            return (*_PHASES[phase], sigma_formula(2, sigma2))
        case Phase.GRAD_W2:
            return (*_PHASES[phase], slope_formula(2, sigma2))
        case Phase.GRAD_W1:
            read = (PRINTED, *_READ) if as_printed else _PHASES[phase]
            return (*read, slope_formula(1, sigma1))
        case Phase.UPDATE:
            return (_UPDATES[of_W1],)
    return _PHASES[phase]
