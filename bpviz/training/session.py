"""Session: a training run, its whole time, and everything that can be asked of it."""

from __future__ import annotations

import math
from dataclasses import replace

from bpviz.datasets.dataset import Dataset
from bpviz.network import predict
from bpviz.network.types import Floats
from bpviz.quoting import short, spelled
from bpviz.training.evaluation.scan import gradient_magnitudes
from bpviz.training.message import Message
from bpviz.training.record.hits import Hits
from bpviz.training.record.keyframes import keyframe_size
from bpviz.training.run.editing import Editing
from bpviz.training.run.position import Known
from bpviz.training.run.run_state import Spot, exclusive, looking
from bpviz.training.settings import Settings, SettingsError

_PREPARED = 200_000  # weights in one go of `Session.prepare`
_RESTING_SHARE = 8


class Session(Editing):
    """A training run of one network on one data set, which can go anywhere in its own time.

    The same seed, settings and changes on the same machine give the same bits, whether a step is
    taken by rows, by phases, singly, in chunks, or reached by `seek`.

    Parameters
    ----------
    settings : Settings
    dataset : Dataset
        With at least one sample.
    first_branch : int
        Number of the first branch.

    Raises
    ------
    SettingsError
        If an argument is of another kind, the data set has no sample, or the keyframe budget is too
        small for two keyframes.
    """

    def __init__(
        self,
        settings: Settings,
        dataset: Dataset = None,  # type: ignore[assignment]  # left out, it gets a sentence too
        first_branch: int = 0,
    ) -> None:
        _check_kinds(settings, dataset)
        if dataset.n_samples < 1:
            raise SettingsError(
                Message.of(
                    "The data set {name} is empty. Use one with at least one sample.",
                    name=dataset.name,
                )
            )
        least = 2 * keyframe_size(dataset.n_inputs, settings.n_hidden, dataset.n_outputs)
        if settings.keyframe_budget < least:
            raise SettingsError(
                Message.of(
                    "The keyframe budget is {budget} bytes; two keyframes of this network take "
                    "{least}. Allow at least that much, or choose a smaller hidden size l.",
                    budget=settings.keyframe_budget,
                    least=least,
                )
            )
        super().__init__(settings, dataset, first_branch)

    def __repr__(self) -> str:
        return (
            f"<Session on {short(self.dataset.name)}, {self.settings.n_hidden} hidden units, "
            f"at step {self.step} of {self.tip} of branch {self.branch.number}>"
        )

    @exclusive
    def rest(self) -> None:
        """Give most of the memory back while another run is at hand; nothing is lost."""
        for branch in self.branches:
            branch.record.compact()
        self._replayer.pool.resize(self._replayer.pool.capacity // _RESTING_SHARE)
        self._engines = self._engine, None
        self._known = Known(Spot())

    @exclusive
    def wake(self) -> None:
        """Be ready to train again after `rest`."""
        self._replayer.pool.resize(None)

    @exclusive
    def prepare(self) -> bool:
        """Do a few milliseconds of what the run would otherwise wait for later.

        Returns
        -------
        bool
            Whether there is more to do.
        """
        size = self.dataset.n_inputs * self.settings.n_hidden
        return self._replayer.pool.touch(max(1, _PREPARED // size))

    @exclusive
    def clear_hits(self) -> None:
        """Forget where breakpoints stopped the branch at hand."""
        state = self._state
        self._stand(state.with_branch(replace(state.branch, hits=Hits())))

    @looking
    def gradient_magnitudes(self) -> Floats:
        """‖∂W1‖_F and ‖∂W2‖_F of every sample at this position, (m, 2) float64."""
        return gradient_magnitudes(self.network_before, self.dataset, self.gradient_rule)

    @looking
    def accuracy(self, dataset: Dataset | None = None) -> float:
        """Share of `dataset` (the training data unless given) classified rightly, 0 … 1.

        NaN for regression.

        Raises
        ------
        SettingsError
            If `dataset` is none.
        """
        data = self.dataset if dataset is None else dataset
        if not isinstance(data, Dataset):
            raise SettingsError(
                Message.of(
                    "The data to evaluate is {value}; it must be a Dataset, such as "
                    "session.dataset or session.dataset.test.",
                    value=spelled(data),
                )
            )
        if data.labels is None:
            return math.nan
        f = predict(self.network_before, data.rows)
        return float((self.dataset.predicted(f) == data.labels).mean())


def _check_kinds(settings: object, dataset: object) -> None:
    """Refuse anything but settings and a data set, and say how to come to these."""
    if isinstance(settings, Settings) and isinstance(dataset, Dataset):
        return
    if isinstance(settings, Dataset):
        raise SettingsError(
            "Settings and data are in the wrong order. Use Session(Settings(), data)."
        )
    if not isinstance(settings, Settings):
        raise SettingsError(
            Message.of(
                "The settings of the run are {value}; they must be Settings, such as "
                "Settings(n_hidden=32).",
                value=spelled(settings),
            )
        )
    raise SettingsError(
        Message.of(
            'The data of the run is {value}; it must be a Dataset. Use load, as in load("iris"), '
            "or Dataset.from_arrays.",
            value=spelled(dataset),
        )
    )
