"""StepSlider: a position among 64-bit steps, the range around it that is shown, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSlider, QWidget

from bpviz.network.types import Ints
from bpviz.ui.core.theme import LIGHT, Theme
from bpviz.ui.panels.timeline.axis import MARGIN, TimeAxis, unit_of
from bpviz.ui.panels.timeline.marks import MarkRow, Spot
from bpviz.ui.panels.timeline.range import SLOTS, StepRange, slot_of, step_of
from bpviz.ui.panels.timeline.slider_painting import Look

HEIGHT = 34
"""Pixels that groove and marks need beside ordinary text."""


class StepSlider(QSlider):
    """What a `PositionSlider` is without mouse and picture.

    It keeps the exact step beside Qt's 32-bit position, which always counts over the whole run,
    whatever part of it is shown.

    Attributes
    ----------
    page : int
        Steps of an epoch.
    rows : tuple of MarkRow
        Marks above the groove, on it and below it.

    Signals
    -------
    step_wanted(object)
        Go to that step.
    shown_changed()
        Another range of steps is shown.
    """

    step_wanted = Signal(object)
    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme: Theme = LIGHT
        self.tip = 0
        self.page = 1
        self.keyframes: Ints | None = None
        self.rows = (MarkRow(), MarkRow(), MarkRow())
        self._shown: StepRange | None = None  # None is the whole run
        self._step = 0
        self.setRange(0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Our own changes are silent: this is assistive technology, or a script, moving it.
        self.valueChanged.connect(self._moved_by_value)

    # Position ----------------------------------------------------------------------------------

    def step(self) -> int:
        """Return the step that the handle stands for."""
        return self._step

    def set_position(self, step: int, tip: int) -> None:
        """Show `step` of `tip`; while the mouse holds the handle, only the ends may grow.

        A range that was zoomed into follows a position that leaves it.
        """
        tip = max(tip, 0)
        if self.isSliderDown():
            step, tip = self._step, max(tip, self._step)
        step = min(max(step, 0), tip)
        if (step, tip) != (self._step, self.tip):
            before, self._step, self.tip = self._step, step, tip
            if step != before:
                self._follow(before)
            elif self._shown is not None:
                self.show_range(self._shown.moved(0, tip))
            self._show()

    def set_marks(self, keyframes: Ints, journal: MarkRow, hits: MarkRow, forks: MarkRow) -> None:
        """Show where weights are kept, and where something happened."""
        if keyframes is not self.keyframes or (journal, hits, forks) != self.rows:
            self.keyframes, self.rows = keyframes, (journal, hits, forks)
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        self.update()

    def _show(self) -> None:
        blocked = self.blockSignals(True)
        self.setRange(0, min(self.tip, SLOTS))
        self.setValue(slot_of(self._step, self.tip))
        self.blockSignals(blocked)
        self.update()

    def _moved_by_value(self, slot: int) -> None:
        self.want(step_of(slot, self.tip))

    def want(self, step: int) -> None:
        """Stand for another step, and say that it is wanted."""
        if step != self._step:
            before, self._step = self._step, step
            self._follow(before)
            self._show()
            self.step_wanted.emit(step)

    # The range that is shown -------------------------------------------------------------------

    def shown(self) -> StepRange:
        """Return the steps from the left end to the right end."""
        return StepRange(0, self.tip) if self._shown is None else self._shown

    def zoomed(self) -> bool:
        """Whether less than the whole run is shown."""
        return self._shown is not None

    @Slot()
    def show_whole(self) -> None:
        """Show the whole run."""
        self.show_range(None)

    def show_range(self, wanted: StepRange | None) -> None:
        """Show some steps; None, or all of them, is the whole run however it grows."""
        if wanted is not None and wanted.span >= self.tip:
            wanted = None
        if wanted != self._shown:
            self._shown = wanted
            self.shown_changed.emit()
            self.update()

    def _follow(self, before: int) -> None:
        if self._shown is not None:
            self.show_range(self._shown.following(self._step, before, self.tip))

    def axis(self) -> TimeAxis:
        """Return where the steps lie."""
        return TimeAxis(self.shown(), self.width(), round(MARGIN * unit_of(self)))

    # Geometry ----------------------------------------------------------------------------------

    def base_height(self) -> int:
        """Return the height of groove and marks; more is used for a ruler below."""
        return round(HEIGHT * unit_of(self))

    def sizeHint(self) -> QSize:
        """Ask for the groove, the marks above and the ticks below it."""
        return QSize(300, self.base_height())

    def minimumSizeHint(self) -> QSize:
        """Let a dock shrink it."""
        return QSize(60, self.base_height())

    def look(self) -> Look:
        """Return everything that its picture depends on."""
        return Look(
            axis=self.axis(),
            height=self.height(),
            base=min(self.base_height(), self.height()),
            unit=unit_of(self),
            step=self._step,
            tip=self.tip,
            zoomed=self.zoomed(),
            theme=self.theme,
            font=self.font(),
            keyframes=self.keyframes,
            rows=self.rows,
        )

    def spot_at(self, at: QPointF) -> Spot | None:
        """Return the marks under a point: those of the row that it is in."""
        return self.look().spot_at(at.x(), at.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by a step, Page keys by `page` steps, Home and End to the ends."""
        keys = Qt.Key
        moves: dict[int, int] = {
            keys.Key_Left: -1,
            keys.Key_Down: -1,
            keys.Key_Right: 1,
            keys.Key_Up: 1,
            keys.Key_PageDown: -self.page,
            keys.Key_PageUp: self.page,
            keys.Key_Home: -self.tip,
            keys.Key_End: self.tip,
        }
        move = moves.get(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if move is None or plain != Qt.KeyboardModifier.NoModifier:
            event.ignore()
            return
        self.want(min(max(self._step + move, 0), self.tip))
        event.accept()
