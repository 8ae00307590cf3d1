"""Start weights of a person's own, and whether they fit a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network.activations import Activation
from bpviz.network.types import Floats
from bpviz.network.weights import Network
from bpviz.quoting import brief, spelled
from bpviz.training.message import Index, Message
from bpviz.training.settings import Settings, SettingsError

MATRICES = ("W1", "W2")
"""What the matrices of a network are called."""


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Where a saved run keeps weights.

    Attributes
    ----------
    branch : int
        Its number.
    name : str or Message
        What the branch is called.
    step : int
    usual : bool
        Whether none was kept later on the way to where the run stands.
    """

    branch: int
    name: str | Message
    step: int
    usual: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class StartWeights:
    """Weights with which a run begins in place of drawn ones.

    Two are equal where they are the same object: a file may have changed between two looks at it.

    Attributes
    ----------
    source : str
        The file that they came from, by its whole path: of weights, or of a saved run.
    network : Network
        Both matrices.  Its activations mean nothing: those of the settings are used.
    activations : (Activation, Activation) or None
        σ₁ and σ₂ where the file names them; the settings take them over as they take l.
    remarks : tuple of Message
        What a person should know of how they were read.
    place : KeptPlace or None
        Where the saved run had them that they came from.
    """

    source: str
    network: Network
    activations: tuple[Activation, Activation] | None = None
    remarks: tuple[Message, ...] = ()
    place: KeptPlace | None = None

    __repr__ = brief

    @property
    def name(self) -> str:
        """The name of the file, and of a saved run the step."""
        name = Path(self.source).name
        return name if self.place is None else f"{name} @ {self.place.step}"

    def settings_for(self, settings: Settings) -> Settings:
        """Return `settings` with l of the weights, and with their activations where known."""
        sigma1, sigma2 = self.activations or (settings.sigma1, settings.sigma2)
        return settings.replace(n_hidden=self.network.n_hidden, sigma1=sigma1, sigma2=sigma2)

    def network_for(self, settings: Settings) -> Network:
        """Return the weights with the activations of `settings`; the arrays are shared."""
        return Network.of_transposed(
            self.network.W1T, self.network.W2, settings.sigma1, settings.sigma2
        )


def fitting_start(network: Network, settings: Settings, dataset: Dataset) -> Network:
    """Return a copy of start weights, contiguous and of doubles, that nobody else has.

    Raises
    ------
    SettingsError
        If they do not fit the settings or the data, or are not finite.
    """
    if not isinstance(network, Network):
        raise SettingsError(
            Message.of(
                "The start weights are {value}; they must be a Network, such as Network(W1, W2).",
                value=spelled(network),
            )
        )
    check_shape(network, settings.n_hidden, dataset.n_inputs, dataset.n_outputs)
    wanted = settings.sigma1, settings.sigma2
    if (network.sigma1, network.sigma2) != wanted:
        raise SettingsError(
            Message.of(
                "The activations of the start weights are {found1} and {found2}, those of the "
                "settings {wanted1} and {wanted2}. Use the same σ₁ and σ₂ for both.",
                found1=str(network.sigma1),
                found2=str(network.sigma2),
                wanted1=str(settings.sigma1),
                wanted2=str(settings.sigma2),
            )
        )
    own = Network(network.W1, network.W2, *wanted)
    for name, matrix in zip(MATRICES, (own.W1, own.W2), strict=True):
        place = first_not_finite(matrix)
        if place is not None:
            raise SettingsError(
                Message.of(
                    "The start weight {matrix}[{row}, {column}] is {value}. Use finite weights.",
                    matrix=name,
                    row=Index(place[0]),
                    column=Index(place[1]),
                    value=str(matrix[place]),
                )
            )
    return own


def check_shape(network: Network, n_hidden: int, n_inputs: int, n_outputs: int) -> None:
    """Refuse start weights of another shape than a run has.

    Raises
    ------
    SettingsError
        If l, n or d is another one.
    """
    if network.n_hidden != n_hidden:
        raise SettingsError(
            Message.of(
                "The start weights are for l = {found}, the hidden size of the settings is "
                "l = {wanted}. Choose l = {found}, or other weights.",
                found=network.n_hidden,
                wanted=n_hidden,
            )
        )
    l, n, d = network.n_hidden, network.n_inputs, network.n_outputs  # noqa: E741 - as the note
    if n == d != n_inputs and l == n_inputs == n_outputs:
        raise SettingsError(
            Message.of(
                "The start weights fit the data only transposed: W1 is ({rows}, {columns}), and "
                "the data has n = {wanted} inputs. Use W1.T and W2.T.",
                rows=network.n_hidden,
                columns=network.n_inputs,
                wanted=n_inputs,
            )
        )
    if network.n_inputs != n_inputs:
        raise SettingsError(
            Message.of(
                "W1 of the start weights has {found} columns, the data n = {wanted} inputs. Choose "
                "weights and data that fit each other.",
                found=network.n_inputs,
                wanted=n_inputs,
            )
        )
    if network.n_outputs != n_outputs:
        raise SettingsError(
            Message.of(
                "W2 of the start weights has {found} rows, the data d = {wanted} outputs. Choose "
                "weights and data that fit each other.",
                found=network.n_outputs,
                wanted=n_outputs,
            )
        )


def first_not_finite(matrix: Floats) -> tuple[int, int] | None:
    """Return row and column of the first number that is not finite; None if all are."""
    wrong = ~np.isfinite(matrix)
    if not wrong.any():
        return None
    row, column = divmod(int(wrong.argmax()), matrix.shape[1])
    return row, column
