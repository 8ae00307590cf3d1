"""IndexAxis: an axis whose ticks are whole numbers that name rows or columns."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg


class IndexAxis(pg.AxisItem):  # type: ignore[misc]
    """Axis for indices; however far one zooms in, there is no tick at a half.

    Attributes
    ----------
    bare : bool
        Whether it shows its title alone.
    """

    bare = False

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)  # of few rows it would make thousandths

    def tickValues(
        self, minVal: float, maxVal: float, size: float
    ) -> list[tuple[float, Sequence[float]]]:
        """Return pyqtgraph's ticks, or none while the axis is bare."""
        return [] if self.bare else super().tickValues(minVal, maxVal, size)

    def tickSpacing(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, float]]:
        """Return pyqtgraph's spacings without those below 1."""
        wide = [(s, o) for s, o in super().tickSpacing(minVal, maxVal, size) if s >= 1]
        return wide or [(1.0, 0.0)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write whole numbers; outside the matrix (below 0) there is nothing to name."""
        return [str(round(value)) if value >= 0 else "" for value in values]
