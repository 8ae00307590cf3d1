"""SampleMarks: which samples of a browser stand out, and how they are framed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bpviz.training.events import Frame, State
from bpviz.ui.core.formatting import line_scale
from bpviz.ui.core.theme import Theme, faint
from bpviz.ui.kit.heatmap.brackets import draw_brackets

_TINT = 45  # opacity of the selected sample's ground, of 255


SLOW = 10.0
"""Steps a second up to which one can see which sample is at hand while the run goes on."""


def at_hand(frame: Frame) -> int | None:
    """Return the training sample of the step at hand; None where it is none or cannot be seen."""
    seen = frame.state is not State.RUNNING or frame.steps_per_second <= SLOW
    return frame.sample if seen and frame.own is None else None


@dataclass(slots=True)
class SampleMarks:
    """Samples by their indices in the data set; None where there is none.

    Attributes
    ----------
    current : int or None
        The one that keys start from: dots around it.
    selected : int or None
        The one that is looked at: a box around it, its ground tinted.
    at_hand : int or None
        That of the step at hand: in brackets.
    """

    current: int | None = None
    selected: int | None = None
    at_hand: int | None = None

    def paint_ground(self, painter: QPainter, sample: int, rect: QRect, theme: Theme) -> None:
        """Paint what lies behind a sample."""
        if sample == self.selected:
            tint = faint(theme.accent, _TINT)
            painter.fillRect(rect, tint)

    def paint_frames(
        self, painter: QPainter, sample: int, rect: QRect, theme: Theme, *, focused: bool
    ) -> None:
        """Paint what lies around a sample; `focused` if keys go to the view."""
        if sample not in (self.current, self.selected, self.at_hand):
            return
        unit = line_scale(painter.fontMetrics())
        if sample == self.selected:
            pen = QPen(QColor(theme.accent), 2 * unit)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(unit, unit, -unit, -unit))
        elif sample == self.current:
            colour = theme.text if focused else theme.muted
            painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if sample == self.at_hand:
            inner = rect.adjusted(4 * unit, 4 * unit, -4 * unit, -4 * unit)
            draw_brackets(painter, inner.toRectF(), theme, unit, reads=False)
