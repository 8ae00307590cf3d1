"""TimeAxis: which step lies at which pixel, the same for the slider and the lanes under it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bpviz.ui.panels.timeline.range import StepRange

MARGIN = 10
"""Pixels beside the line, room for half a handle; grows with the text, see `unit_of`."""


def unit_of(widget: QWidget) -> float:
    """Return how much thicker things are drawn beside large text, 1 … 2."""
    return min(max(widget.fontMetrics().height() / 18, 1.0), 2.0)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The steps `shown` along `width` pixels with `margin` on either side."""

    shown: StepRange
    width: int
    margin: int

    @property
    def room(self) -> int:
        """Length of the line in pixels, at least 1."""
        return max(self.width - 2 * self.margin, 1)

    @property
    def left(self) -> int:
        """First pixel of the line."""
        return self.margin

    @property
    def right(self) -> int:
        """Last pixel of the line."""
        return self.margin + self.room

    def x_of(self, step: int) -> float:
        """Return the x pixel of a step; outside of the line for one that is not shown."""
        return self.margin + self.shown.share(step) * self.room

    def share_at(self, x: float) -> float:
        """Return where an x pixel lies along the line, 0 … 1 on it."""
        return (x - self.margin) / self.room

    def step_at(self, x: float) -> int:
        """Return the step at an x pixel, held within those shown."""
        return self.shown.step_at(self.share_at(x))
