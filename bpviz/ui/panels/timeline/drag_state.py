"""Grip: what the mouse has got hold of on a timeline, and how far it has gone since."""

from __future__ import annotations

from bpviz.ui.panels.timeline.range import StepRange
from bpviz.ui.panels.timeline.slider_painting import Look


class Grip:
    """Either the handle, or (`panning`) the range of steps that is shown.

    Attributes
    ----------
    offset : float
        Pixels from the handle's middle to the mouse that holds it.
    moved : bool
        Whether the handle has left the place where it was taken.
    before : int
        The step of the handle before it was taken.
    x : float
        Where the mouse was last.
    panning : bool
        The range is held, not the handle.
    centre : int or None
        A press beside the thumb of the overview wants this step in the middle.
    """

    def __init__(self) -> None:
        self.offset = self.x = 0.0
        self.moved = self.panning = False
        self.before = 0
        self.centre: int | None = None
        self._from: tuple[float, StepRange] = (0.0, StepRange(0, 0))
        self._bar = False

    def hold(self, x: float, look: Look, *, moved: bool = False) -> None:
        """Take the handle; with `moved` it has just jumped to under the mouse."""
        if not moved:
            self.before = look.step
        self.x, self.moved, self.panning = x, moved, False
        self.offset = x - look.axis.x_of(look.step)

    def pan(self, x: float, look: Look, *, bar: bool) -> None:
        """Take the range, by its bar along the upper edge or by the steps themselves."""
        axis = look.axis
        self.x, self.panning, self._bar, self.centre = x, True, bar, None
        self._from = (x, axis.shown)
        if bar:
            step = StepRange(0, look.tip).step_at(axis.share_at(x))
            if not axis.shown.first <= step <= axis.shown.last:
                self.centre = step
                self._from = (
                    x,
                    axis.shown.moved(step - axis.shown.first - axis.shown.span // 2, look.tip),
                )

    def went(self, x: float) -> bool:
        """Note where the mouse is; whether that is another place than before."""
        other = x != self.x
        self.x = x
        return other

    def steps_to(self, x: float, look: Look) -> int:
        """Return by how many steps the range that is shown must move for the mouse at `x`."""
        begun, shown = self._from
        span = look.tip if self._bar else -shown.span
        wanted = shown.first + round((x - begun) / look.axis.room * span)
        return wanted - look.axis.shown.first
