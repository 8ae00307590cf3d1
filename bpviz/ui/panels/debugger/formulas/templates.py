"""The general formula of each phase in the note's symbols, as LaTeX and as text."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.network.activations import Activation
from bpviz.training.step.phases import Phase
from bpviz.ui.core import counting


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
    Phase.Z1: (
        Formula(r"z1=W_1x,\quad z1_k=\sum_i W_{1,k,i}\,x_i", "z1 = W₁x, z1_k = Σ_i W_{1,k,i} x_i"),
    ),
    Phase.H: (Formula(r"h=\sigma_1(z1),\quad h_k=\sigma_1(z1_k)", "h = σ₁(z1), h_k = σ₁(z1_k)"),),
    Phase.Z2: (
        Formula(r"z2=W_2h,\quad z2_j=\sum_k W_{2,j,k}\,h_k", "z2 = W₂h, z2_j = Σ_k W_{2,j,k} h_k"),
    ),
    Phase.F: (Formula(r"f=\sigma_2(z2),\quad f_j=\sigma_2(z2_j)", "f = σ₂(z2), f_j = σ₂(z2_j)"),),
    Phase.LOSS: (
        Formula(
            r"\mathrm{loss}=d_\mathrm{MSE}(f,y)=\|f-y\|^2=\sum_j (f_j-y_j)^2",
            "loss = d_MSE(f, y) = ‖f − y‖² = Σ_j (f_j − y_j)²",
        ),
    ),
    Phase.GRAD_W2: (
        Formula(r"\delta2_j=2\,(f_j-y_j)\,\sigma_2'(z2_j)", "δ2_j = 2(f_j − y_j) σ₂′(z2_j)"),
        Formula(
            r"\frac{\partial\,\mathrm{loss}}{\partial W_{2,j,\cdot}}=\delta2_j\,h^\top",
            "∂loss/∂W_{2,j,·} = δ2_j hᵀ",
        ),
    ),
    Phase.GRAD_W1: (
        Formula(
            r"\delta1_k=\Bigl(\sum_j \delta2_j\,W_{2,j,k}\Bigr)\,\sigma_1'(z1_k)",
            "δ1_k = (Σ_j δ2_j W_{2,j,k}) σ₁′(z1_k)",
        ),
        Formula(
            r"\frac{\partial\,\mathrm{loss}}{\partial W_{1,k,\cdot}}=\delta1_k\,x^\top",
            "∂loss/∂W_{1,k,·} = δ1_k xᵀ",
        ),
    ),
}

_UPDATES = (
    Formula(
        r"W_{2,j,\cdot}\leftarrow W_{2,j,\cdot}-(\lambda\,\delta2_j)\,h^\top",
        "W_{2,j,·} ← W_{2,j,·} − (λδ2_j) hᵀ",
    ),
    Formula(
        r"W_{1,k,\cdot}\leftarrow W_{1,k,\cdot}-(\lambda\,\delta1_k)\,x^\top",
        "W_{1,k,·} ← W_{1,k,·} − (λδ1_k) xᵀ",
    ),
)

PRINTED = Formula(
    r"\frac{\partial\,\mathrm{loss}}{\partial W_{1,k,\cdot}}=2\,(f-y)^\top J_{\sigma_2}(W_2h)\,1_d"
    r"\cdot e^{-W_{1,k}h}\,\sigma(W_{1,k}h)^2\,x^\top",
    "∂loss/∂W_{1,k,·} = 2(f − y)ᵀ J_σ₂(W₂h) 1_d · exp(−W_{1,k}h) σ(W_{1,k}h)² xᵀ",
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


def draw_formula() -> Formula:
    """Return which pair is drawn, i counted as `counting` has it."""
    ends = {0: (0, "m-1"), 1: (1, "m")}[counting.first()]
    return Formula(
        rf"(x,y)=(X_i,Y_i),\quad i\in\{{{ends[0]},\ldots,{ends[1]}\}}",
        f"(x, y) = (X_i, Y_i), i ∈ {{{ends[0]}, …, {ends[1].replace('-', ' − ')}}}",
    )


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
        case Phase.DRAW:
            return (draw_formula(),)
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
