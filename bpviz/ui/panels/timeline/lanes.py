"""BranchLanes: a line for each branch of the run, from its fork to its end, under the slider."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bpviz.training.infos import BranchInfo
from bpviz.training.journal.journal import NEVER
from bpviz.ui.core import plurals
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import count, text_scale, translated
from bpviz.ui.core.theme import current_theme
from bpviz.ui.panels.timeline.axis import TimeAxis
from bpviz.ui.panels.timeline.hover_box import HoverReadout

MOST = 6
"""Most lanes that are drawn; the others are in the list."""

THIN = 4
"""Pixels of a lane where none has room for a name."""


def chosen_lanes(branches: tuple[BranchInfo, ...], current: int, most: int) -> list[BranchInfo]:
    """Return the branches that get a lane, oldest first.

    The current one, what it left and what left it come first, then the newest.
    """
    parent = next((b.parent for b in branches if b.number == current), None)

    def rank(branch: BranchInfo) -> tuple[int, int]:
        if branch.number == current:
            return (0, 0)
        if branch.number == parent:
            return (1, 0)
        return (2 if branch.parent == current else 3, -branch.number)

    return sorted(sorted(branches, key=rank)[:most], key=lambda branch: branch.number)


class BranchLanes(QWidget):
    """Draws as many lanes as there is room for, on the slider's axis.

    Where not even one name has room, the lanes are thin, and the branch at hand has none: the
    slider above is its lane.

    Parameters
    ----------
    axis : callable
        Returns the slider's `TimeAxis`.
    anchor : QWidget
        What is under the mouse is told above it; as wide as the lanes.

    Signals
    -------
    branch_wanted(object, object)
        Number of the branch whose lane was clicked, and the step there.
    more_wanted()
        The sign "+ n more" was clicked.
    """

    branch_wanted = Signal(object, object)
    more_wanted = Signal()

    def __init__(
        self, axis: Callable[[], TimeAxis], anchor: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.branches: tuple[BranchInfo, ...] = ()
        self.current = 0
        self.readout = HoverReadout(anchor)
        self._axis = axis
        self._pointed: int | None = None
        # Kept for a number of rows, thin or not.
        self._chosen: tuple[tuple[int, bool], list[BranchInfo]] | None = None
        self.setMouseTracking(True)

    def set_branches(self, branches: tuple[BranchInfo, ...], current: int) -> None:
        """Show the branches of a run."""
        self.branches, self.current, self._chosen = branches, current, None
        self.update()

    # Geometry ----------------------------------------------------------------------------------

    def lane_height(self) -> int:
        """Return the height of a lane, that of its name where this has room."""
        return self._line_in(self.height())

    def _line_in(self, height: int) -> int:
        line = self.fontMetrics().height()
        return line if height >= line else round(THIN * text_scale(self.fontMetrics()))

    @property
    def _thin(self) -> bool:
        return self.lane_height() < self.fontMetrics().height()

    def rows_for(self, height: int) -> int:
        """Return how many lanes fit into `height`; none for a single branch."""
        if len(self.branches) < 2:
            return 0
        line = self._line_in(height)
        most = len(self.branches) - (line < self.fontMetrics().height())
        return max(min(height // line, most, MOST), 0)

    def height_in(self, room: int) -> int:
        """Return how high the lanes are where there is `room` for them."""
        return self.rows_for(room) * self._line_in(room)

    def sizeHint(self) -> QSize:
        """As high as its lanes."""
        return QSize(300, self.fontMetrics().height() * min(len(self.branches), MOST))

    def minimumSizeHint(self) -> QSize:
        """Let the panel decide."""
        return QSize(0, 0)

    def lanes(self) -> list[BranchInfo]:
        """Return the branches that are drawn, from top to bottom."""
        rows = self.rows_for(self.height())
        if self._chosen is None or self._chosen[0] != (rows, self._thin):
            chosen = chosen_lanes(self.branches, self.current, rows + self._thin)
            if self._thin:
                chosen = [branch for branch in chosen if branch.number != self.current]
            self._chosen = (rows, self._thin), chosen
        return self._chosen[1]

    def _more(self) -> str:
        hidden = len(self.branches) - len(self.lanes())
        return self.tr("+ {n} more").format(n=count(hidden)) if hidden else ""

    def more_rect(self) -> QRectF:
        """Return where "+ n more" stands; empty if all branches have a lane."""
        text, line = self._more(), self.lane_height()
        if not text or not self.lanes() or self._thin:
            return QRectF()
        width = self.fontMetrics().horizontalAdvance(text) + 10
        top = (len(self.lanes()) - 1) * line
        return QRectF(self.width() - width, top, width, line)

    def lane_at(self, at: QPointF) -> BranchInfo | None:
        """Return the branch whose lane a point is in."""
        lanes, row = self.lanes(), int(at.y() // self.lane_height())
        return lanes[row] if 0 <= row < len(lanes) and at.y() >= 0 else None

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lanes."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        axis, lanes, line = self._axis(), self.lanes(), self.lane_height()
        rows = {branch.number: row for row, branch in enumerate(lanes)}
        for row, branch in enumerate(lanes):
            self._paint_lane(painter, branch, axis, (row + 0.5) * line)
            above = rows.get(branch.parent) if branch.parent is not None else None
            x = axis.x_of(branch.fork)
            if above is not None and axis.left <= x <= axis.right:
                painter.setPen(QPen(branch_colour(branch.number, current_theme()), 1))
                painter.drawLine(QLineF(x, (above + 0.5) * line, x, (row + 0.5) * line))
        more = self.more_rect()
        if not more.isEmpty():
            painter.fillRect(more, self.palette().window())
            painter.setPen(QColor(current_theme().accent))
            painter.setFont(self.font())
            painter.drawText(more, Qt.AlignmentFlag.AlignCenter, self._more())

    def _paint_lane(self, painter: QPainter, branch: BranchInfo, axis: TimeAxis, y: float) -> None:
        current, unit = branch.number == self.current, text_scale(self.fontMetrics())
        colour = branch_colour(branch.number, current_theme())
        first = axis.x_of(branch.fork if branch.parent is not None else 0)
        last = axis.x_of(branch.tip)
        left = min(max(first, axis.left), axis.right)
        right = min(max(last, axis.left), axis.right)
        strong = current or branch.number == self._pointed
        thin = 2.0 if self._thin else 1.5  # two whole pixels where there are but four
        pen = QPen(colour, (4.0 if current else 2.5 if strong else thin) * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if current else Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        if last >= axis.left and first <= axis.right:
            painter.drawLine(QLineF(left, y, max(right, left + 1), y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        r = (2.0 if self._thin else 3.5) * unit
        for beyond, x, side in (
            (last > axis.right + 0.5, axis.right, 1),
            (last < axis.left, axis.left, -1),
        ):
            if beyond:  # it goes on where nothing is shown
                tip = QPointF(x + side * (r + 3), y)
                painter.drawPolygon([QPointF(x, y - r), QPointF(x, y + r), tip])
        if not self._thin:
            self._paint_name(painter, branch, left, right, y, axis)

    def _paint_name(
        self,
        painter: QPainter,
        branch: BranchInfo,
        left: float,
        right: float,
        y: float,
        axis: TimeAxis,
    ) -> None:
        font = QFont(self.font())
        font.setBold(branch.number == self.current)
        painter.setFont(font)
        metrics, line = painter.fontMetrics(), self.lane_height()
        most = max(axis.room // 3, 40)
        name = metrics.elidedText(translated(branch.name), Qt.TextElideMode.ElideRight, most)
        if branch.tip > self._tip():
            name = self.tr("{name} → {step}").format(name=name, step=count(branch.tip))
        width = metrics.horizontalAdvance(name) + 10
        end = axis.right - self.more_rect().width()
        if right + 8 + width <= end:
            x = right + 8
        elif left - 8 - width >= axis.left:
            x = left - 8 - width
        else:
            x = min(max((left + right - width) / 2, axis.left + 12.0), end - width)
        box = QRectF(x, y - line / 2, width, line)
        painter.fillRect(box.adjusted(0, 1, 0, -1), self.palette().window())
        strong = branch.number in (self.current, self._pointed)
        painter.setPen(QColor(current_theme().text if strong else current_theme().muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _tip(self) -> int:
        """Return the last step of the branch at hand, to which the axis is scaled."""
        tips = (branch.tip for branch in self.branches if branch.number == self.current)
        return next(tips, NEVER)

    # Mouse -------------------------------------------------------------------------------------

    def words(self, branch: BranchInfo) -> list[str]:
        """Return what the readout says of a branch."""
        lines = [translated(branch.name)]
        if branch.parent is not None:
            names = {other.number: translated(other.name) for other in self.branches}
            text = self.tr("forks from {parent} at step {step}: {change}")
            if not branch.change:
                text = self.tr("forks from {parent} at step {step}")
            lines.append(
                text.format(
                    parent=names.get(branch.parent, ""),
                    step=count(branch.fork),
                    change=translated(branch.change),
                )
            )
        lines.append(plurals.steps(branch.tip))
        if branch.tip > self._tip():
            beyond = plurals.steps(branch.tip - self._tip())
            lines.append(self.tr("goes on beyond this branch, by {steps}").format(steps=beyond))
        return lines

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which branch is under the mouse, and which step of it a click goes to."""
        at = event.position()
        branch = None if self.more_rect().contains(at) else self.lane_at(at)
        self._pointed = None if branch is None else branch.number
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if branch is None:
            self.readout.put_away()
        else:
            go = self.tr("Click: go to step {step} of this branch")
            step = min(self._axis().step_at(at.x()), branch.tip)
            lines = [*self.words(branch), go.format(step=count(step))]
            self.readout.show_at(round(at.x()), lines)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Switch to the branch, at the step under the mouse."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        at = event.position()
        branch = self.lane_at(at)
        if self.more_rect().contains(at):
            self.more_wanted.emit()
        elif branch is not None:
            step = min(self._axis().step_at(at.x()), branch.tip)
            self.branch_wanted.emit(branch.number, step)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the readout away."""
        super().leaveEvent(event)
        self._pointed = None
        self.readout.put_away()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put the readout away."""
        super().hideEvent(event)
        self.readout.put_away()
