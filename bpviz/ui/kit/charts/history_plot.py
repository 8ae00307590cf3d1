"""EnvelopePlot: quantities recorded at every step, drawn over the steps of a run."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats
from bpviz.training.events import HistoryView
from bpviz.ui.kit.charts.history_painting import (
    Band,
    Points,
    in_sight,
    paint_averages,
    paint_bands,
    paint_points,
    paint_position,
)
from bpviz.ui.kit.charts.raster import trailing_mean
from bpviz.ui.kit.charts.scale import fitted
from bpviz.ui.kit.charts.step_chart import AVERAGED_STEPS, StepChart


class EnvelopePlot(StepChart):
    """Bands from least to greatest value, with moving averages, and measured points above them.

    The upright axis follows what is in sight.

    Attributes
    ----------
    strong : bool
        Whether the moving averages are drawn thicker than usual.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history: HistoryView | None = None
        self.bands: tuple[Band, ...] = ()
        self.points: tuple[Points, ...] = ()
        self.strong = False
        self._averages: list[Floats] = []
        self.fit()

    # What a plot adds --------------------------------------------------------------------------

    def paint_between(self, painter: QPainter, area: QRect) -> None:
        """Draw what lies before the bands and behind averages and points."""

    def other_values(self) -> Floats:
        """Return what else, beside bands and points, the upright axis must show."""
        return np.zeros(0)

    # Data --------------------------------------------------------------------------------------

    def set_data(
        self,
        history: HistoryView | None,
        bands: tuple[Band, ...],
        points: tuple[Points, ...],
        step: int,
        tip: int,
    ) -> None:
        """Show a record, with the run standing at `step` of `tip`."""
        if history is not None and not len(history.starts):
            history, bands = None, ()
        if history is not self.history:
            self._averages = [
                trailing_mean(band.curve.mean, self.average_buckets(history)) for band in bands
            ]
        self.history, self.bands, self.points = history, bands, points
        self.step, self.tip = step, tip
        self.fit()
        self.update()

    @staticmethod
    def average_buckets(history: HistoryView | None) -> int:
        """Buckets that the moving average looks back."""
        return 1 if history is None else max(1, math.ceil(AVERAGED_STEPS / history.width))

    def averaged_steps(self) -> int:
        """Steps that the moving average looks back."""
        width = 1 if self.history is None else self.history.width
        return self.average_buckets(self.history) * width

    def fit_values(self) -> None:
        """Fit the upright axis to what is in sight."""
        others = self.other_values()
        seen: list[Floats] = [others]
        means: list[Floats] = [others]
        if self.history is not None:
            inside = in_sight(self, self.history.starts, self.history.width)
            for band, average in zip(self.bands, self._averages, strict=True):
                seen += [band.curve.low[inside], band.curve.high[inside]]
                means.append(average[inside])
        for line in self.points:
            if not line.on_right:
                inside = in_sight(self, line.steps, 1)
                seen.append(line.values[inside])
                means.append(line.values[inside])
        self.y_scale = fitted(np.concatenate(seen), log=self.log_y, means=np.concatenate(means))

    def bucket_at(self, step: float) -> int | None:
        """Return the bucket that holds `step`, None where nothing is recorded."""
        if self.history is None:
            return None
        i = int(np.searchsorted(self.history.starts, math.floor(step + 0.5), "right")) - 1
        if i < 0 or step + 0.5 >= int(self.history.starts[i]) + self.history.width:
            return None
        return i if step <= self.history.tip else None

    def average_at(self, band: int, bucket: int) -> float:
        """Return the moving average of a band at a bucket."""
        return float(self._averages[band][bucket])

    # Painting ----------------------------------------------------------------------------------

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw bands, averages, points, the future in grey and the position."""
        if self.history is not None:
            paint_bands(painter, self, self.history, self.bands)
        self.paint_between(painter, area)
        for points in self.points:
            paint_points(painter, self, points)
        if self.history is not None:
            paint_averages(painter, self, self.history, self.bands, self._averages, self.strong)
        paint_position(painter, self, self.step, self.tip)
        self.paint_choice(painter, area)
