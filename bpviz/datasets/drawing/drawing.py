"""Drawing: strokes upon clean paper or a sample, with undo and redo, and the ink that they make."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.drawing.strokes import Ink, Stroke, bend
from bpviz.network.types import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What the canvas is covered with before anything else is drawn.

    Attributes
    ----------
    picture : (height, width) float64 or None
        A picture of the field, 0 for paper … 1 for ink; None is clean paper.
    """

    picture: Floats | None = None


Deed: TypeAlias = Stroke | Ground
"""What can be undone."""


class Drawing:
    """What a person has drawn on a canvas for pictures of `height` × `width` inputs."""

    def __init__(self, height: int, width: int) -> None:
        self.shape = height, width
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._ink = Ink(height, width)
        self._live = Ink(height, width)
        self._points: list[Floats] = []
        self._width, self._erase = 0.1, False

    @property
    def ink(self) -> NDArray[np.float32]:
        """The canvas with the stroke at hand, see `Ink.values`; changes while somebody draws."""
        return self._live.values if self._points else self._ink.values

    @property
    def fineness(self) -> int:
        """Pixels of ink along the side of one pixel of the field."""
        return self._ink.fineness

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What has been done and not undone, oldest first."""
        return tuple(self._done)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The strokes since the canvas was last cleared or covered with a sample."""
        return tuple(deed for deed in self._done[self._begin() :] if isinstance(deed, Stroke))

    @property
    def ground(self) -> Floats | None:
        """The picture that the strokes lie on, (height, width), 0 … 1; None is clean paper."""
        begin = self._begin()
        deed = self._done[begin] if begin < len(self._done) else None
        return deed.picture if isinstance(deed, Ground) else None

    @property
    def blank(self) -> bool:
        """Whether there is no ink."""
        return not bool(self.ink.any())

    @property
    def at_work(self) -> bool:
        """Whether a stroke has begun and not ended."""
        return bool(self._points)

    @property
    def pen(self) -> tuple[float, float] | None:
        """Where the pen of the stroke at work is; None if it is not down."""
        return (float(self._points[-1][0]), float(self._points[-1][1])) if self._points else None

    # A stroke, as it is drawn ------------------------------------------------------------------

    def begin(self, x: float, y: float, width: float, erase: bool = False) -> None:
        """Put the pen down; what was at work is ended."""
        self.end()
        self._width, self._erase = width, erase
        self._points = [np.array([x, y])]
        self._ink.line(self._points[0], self._points[0], width, erase)
        np.copyto(self._live.values, self._ink.values)

    def extend(self, x: float, y: float) -> None:
        """Move the pen that is down."""
        if not self._points:
            return
        points = self._points
        points.append(np.array([x, y]))
        # All but the end, which later points will bend, is as it will be.
        path = [points[0], (points[0] + points[1]) / 2]
        if len(points) > 2:
            path = list(bend(*points[-3:]))
        for start, end in pairwise(path):
            self._ink.line(start, end, self._width, self._erase)
        np.copyto(self._live.values, self._ink.values)
        self._live.line(path[-1], points[-1], self._width, self._erase)

    def end(self) -> None:
        """Lift the pen: the stroke is done."""
        if self._points:
            np.copyto(self._ink.values, self._live.values)
            stroke = Stroke(np.array(self._points), self._width, self._erase)
            self._points = []
            self._keep(stroke)

    def cancel(self) -> None:
        """Give up the stroke at work."""
        if self._points:
            self._points = []
            self._draw_again()

    # Deeds -------------------------------------------------------------------------------------

    def add(self, stroke: Stroke) -> None:
        """Draw a whole stroke."""
        self.end()
        self._ink.draw(stroke)
        self._keep(stroke)

    def paste(self, picture: Floats) -> None:
        """Cover the canvas with a picture of the field, (height, width), 0 … 1.

        Raises
        ------
        ValueError
            If it has another shape.
        """
        if picture.shape != self.shape:
            raise ValueError(f"The picture has the shape {picture.shape}, not {self.shape}.")
        self._cover(Ground(np.clip(np.nan_to_num(picture), 0.0, 1.0)))

    def clear(self) -> None:
        """Begin again with clean paper."""
        self._cover(Ground())

    def undo(self) -> bool:
        """Take back the newest deed, or the stroke at work; return False if there is none."""
        if self._points:
            self.end()
        if not self._done:
            return False
        self._undone.append(self._done.pop())
        self._draw_again()
        return True

    def redo(self) -> bool:
        """Do again what was undone last; return False if there is nothing."""
        self.end()
        if not self._undone:
            return False
        deed = self._undone.pop()
        self._done.append(deed)
        self._do(deed)
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._done or self._points)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to redo."""
        return bool(self._undone)

    def _keep(self, deed: Deed) -> None:
        self._done.append(deed)
        self._undone.clear()

    def _cover(self, ground: Ground) -> None:
        self.end()
        self._do(ground)
        self._keep(ground)

    def _do(self, deed: Deed) -> None:
        if isinstance(deed, Stroke):
            self._ink.draw(deed)
        else:
            self._ink.lay(deed.picture)

    def _draw_again(self) -> None:
        self._ink.lay(None)
        for deed in self._done[self._begin() :]:
            self._do(deed)

    def _begin(self) -> int:
        """Return the place of the newest ground among the deeds, 0 where there is none."""
        for place in range(len(self._done) - 1, -1, -1):
            if isinstance(self._done[place], Ground):
                return place
        return 0
