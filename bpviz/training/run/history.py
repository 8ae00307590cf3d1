"""History: what a person asks of the record of a run, exact where asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.dataset import Part
from bpviz.network.types import Floats, Ints
from bpviz.quoting import spelled
from bpviz.training.evaluation.results import Evaluations
from bpviz.training.events import HistoryView
from bpviz.training.message import Message
from bpviz.training.quantities import TEST_CURVE, TRAIN_CURVE, Curves
from bpviz.training.record.record import SERIES, Record
from bpviz.training.run.run_state import Standing, looking
from bpviz.training.settings import SettingsError, check_count

Replay = Callable[[int, int], Floats]
"""Given steps a and b, the exact (3, b − a) values of steps a … b − 1."""

Chosen = Callable[[int, int], tuple[Ints, Floats]]
"""Given the same, the pair and λ of each of these steps."""


class History:
    """Loss and gradient magnitudes of every step of the current branch.

    Steps count from 0 to `tip`; what lies beyond the current position after going back is
    included.  It is a look at its session, and is neither copied nor pickled without it: what
    `to_dict` returns can be, and so can the session.
    """

    def __init__(
        self,
        standing: Standing,
        record: Record,
        replay: Replay,
        chosen: Chosen,
        curves: Callable[[], Curves],
    ) -> None:
        self._standing = standing
        self._kept = record
        self._replay = replay
        self._chosen = chosen
        self._curves = curves

    def __repr__(self) -> str:
        return f"<History of {self.tip} steps>"

    def __reduce__(self) -> NoReturn:
        """Refuse to be torn from the session, whose replays it needs."""
        raise TypeError(
            "A history belongs to its session and cannot be copied or pickled alone. Copy or "
            "pickle the session, or what history.to_dict() returns."
        )

    @property
    def _record(self) -> Record:
        _ = self._standing.state  # which sees to it that the record ends where it should
        return self._kept

    @property
    def tip(self) -> int:
        """Steps recorded."""
        return self._record.end

    @looking
    def loss(self, first: int = 0, last: int | None = None) -> Floats:
        """Loss of each of the steps ``first … last − 1``, exact, (last − first,) float64.

        Of all steps up to `tip` unless given.  Steps older than the last million are replayed.

        Raises
        ------
        SettingsError
            Unless 0 ≤ first ≤ last ≤ tip.
        """
        return self._exact(0, first, last)

    @looking
    def gradient_W1(self, first: int = 0, last: int | None = None) -> Floats:
        """‖∂W1‖_F of each step's pair; see `loss`."""
        return self._exact(1, first, last)

    @looking
    def gradient_W2(self, first: int = 0, last: int | None = None) -> Floats:
        """‖∂W2‖_F of each step's pair; see `loss`."""
        return self._exact(2, first, last)

    def _exact(self, row: int, first: int, last: int | None) -> Floats:
        return np.array(self._replay(*self._range(first, last))[row])

    def _range(self, first: int, last: int | None) -> tuple[int, int]:
        first = check_count("The first step", first, 0, self.tip)
        last = self.tip if last is None else last
        return first, check_count("The end of the range", last, first, self.tip)

    @looking
    def to_dict(self, first: int = 0, last: int | None = None) -> dict[str, NDArray[Any]]:
        """Return columns of equal length, one row a step, as ``pandas.DataFrame`` takes them.

        Parameters
        ----------
        first, last : int
            The steps ``first … last − 1``; all of them unless given.

        Returns
        -------
        dict
            "step" and "sample", int64, the pair that it trained on; "loss", "gradient_W1",
            "gradient_W2" (‖∂W1‖_F and ‖∂W2‖_F of that pair, before the update) and
            "learning_rate", float64.

        Raises
        ------
        SettingsError
            Unless 0 ≤ first ≤ last ≤ tip.
        """
        first, last = self._range(first, last)
        loss, gradient_W1, gradient_W2 = self._replay(first, last)
        samples, rates = self._chosen(first, last)
        return {
            "step": np.arange(first, last),
            "sample": samples,
            "loss": np.array(loss),
            "gradient_W1": np.array(gradient_W1),
            "gradient_W2": np.array(gradient_W2),
            "learning_rate": rates,
        }

    @looking
    def evaluations(self, part: Part | str = Part.TRAIN) -> Evaluations:
        """What was measured now and then on the training or the test set, by rising step.

        By `Session.train` after each epoch, and by the window while it shows it.

        Raises
        ------
        SettingsError
            If `part` is neither "train" nor "test".
        """
        if part not in tuple(Part):
            raise SettingsError(
                Message.of(
                    'The part is {value}; it must be "train" or "test".', value=spelled(part)
                )
            )
        curve = TRAIN_CURVE if part == Part.TRAIN else TEST_CURVE
        return self._curves()[curve].shown()

    @looking
    def envelope(
        self, first: int, last: int, buckets: int, series: str = "loss"
    ) -> tuple[Floats, Floats, Floats]:
        """Minimum, mean and maximum in `buckets` even parts of the steps ``first … last − 1``.

        Always cheap.  Exact within the last million steps; in older parts the edges of a part may
        be moved outward, so that no extreme is lost.

        Parameters
        ----------
        first, last : int
            0 ≤ first < last ≤ tip.
        buckets : int
            1 … last − first; more are reduced to that.
        series : str
            "loss", "gradient_W1" or "gradient_W2".

        Returns
        -------
        low, mean, high : (buckets,) float64

        Raises
        ------
        SettingsError
            If an argument is out of its range.
        """
        if series not in SERIES:
            raise SettingsError(
                f"The series is {spelled(series)}; it must be one of {', '.join(SERIES)}."
            )
        last = check_count("The end of the range", last, 1, max(self.tip, 1))
        first = check_count("The first step", first, 0, last - 1)
        buckets = min(check_count("The number of buckets", buckets, 1, 2**31), last - first)
        if self.tip == 0:
            raise SettingsError("No step is recorded yet.")
        whole = first + (last - first) * np.arange(buckets + 1, dtype=object) // buckets
        return self._record.envelope(SERIES.index(series), whole.astype(np.int64))

    @looking
    def view(self, first: int, last: int, max_buckets: int) -> HistoryView:
        """Return all three series for drawing; see `Record.view`."""
        return self._record.view(first, last, max_buckets)

    @looking
    def mean_loss(self, step: int, window: int = 1000) -> float:
        """Mean loss of the last `window` steps before `step`; NaN if there is none."""
        first = max(0, step - window)
        if step == 0:
            return float("nan")
        if first >= self._record.exact_from:
            return float(self._record.raw(first, step)[0].mean())
        return float(self._record.envelope(0, np.array([first, step]))[1][0])

    @looking
    def recent_gradients(self, step: int, window: int = 1000) -> tuple[float, float]:
        """Largest ‖∂W1‖_F and ‖∂W2‖_F of the last `window` steps before `step`.

        NaN where there is none, or not all of them are kept exactly any more.
        """
        first = max(0, step - window)
        if step == 0 or first < self._record.exact_from:
            return float("nan"), float("nan")
        largest = self._record.raw(first, step)[1:].max(axis=1)
        return float(largest[0]), float(largest[1])
