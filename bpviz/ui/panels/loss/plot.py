"""LossPlot: the loss of every step, measured losses and accuracies, and the other branches."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.network.types import Floats
from bpviz.training.events import Frame
from bpviz.ui.core.formatting import count, number, shortened
from bpviz.ui.kit.charts.branch_curves import BranchLine, BranchLines
from bpviz.ui.kit.charts.evaluation_series import (
    evaluation_lines,
    evaluation_points,
    evaluation_rows,
)
from bpviz.ui.kit.charts.history_plot import Band, HistoryPlot
from bpviz.ui.kit.charts.scale import Scale
from bpviz.ui.kit.controls.export_menu import put_first

STEP = 0
"""Series of the theme."""

REACH = 12.0
"""Pixels within which a click means the curve of a branch."""

MOST_READ = 3
"""Branches that the readout names at most."""


class LossPlot(HistoryPlot):
    """The plot; it also reads out and copies what it shows.

    Signals
    -------
    branch_chosen(object)
        Number of the branch whose curve was clicked with Alt held, or chosen in the menu.

    Attributes
    ----------
    branches : BranchLines
        The curves of the other branches, behind everything else.
    branches_shown : bool
    """

    branch_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.branches = BranchLines()  # before the base, which asks for what must be in sight
        super().__init__(parent)
        self.frame: Frame | None = None
        self.branches_shown = True
        self._alt_pressed = False
        self.y_title = self.tr("loss ‖f − y‖²")
        self.right_title = self.tr("accuracy (%)")
        self.message = self.tr("No step has been done yet.")

    def show_frame(self, frame: Frame) -> None:
        """Draw the record in `frame`."""
        self.frame = frame
        self.follow_run(frame.run)
        compared = frame.comparison
        strong = () if compared is None else (compared.first, compared.second)
        self.strong = frame.branch in strong
        notes = tuple(note for note in frame.branches if note.number != frame.branch)
        self.branches.set_branches(notes if self.branches_shown else (), strong)
        history = frame.history
        bands = () if history is None else (Band(history.loss, STEP, history.loss_quantiles),)
        points, classified = evaluation_points(frame)
        self.right_scale = Scale(-2.0, 102.0) if classified else None
        empty = (history is None or not len(history.starts)) and not any(
            len(line.steps) for line in points
        )
        self.message = self.tr("No step has been done yet.") if empty else ""
        self.set_data(history, bands, points, frame.step, frame.tip)

    def show_branches(self, on: bool) -> None:
        """Show or hide the curves of the other branches."""
        self.branches_shown = on
        if self.frame is not None:
            self.show_frame(self.frame)

    def end(self) -> int:
        """Return the last step of the longest branch in sight."""
        return max(self.tip, self.branches.end())

    def other_values(self) -> Floats:
        """Return what the curves of the other branches reach to."""
        return self.branches.extremes(self)

    def paint_between(self, painter: QPainter, area: QRect) -> None:
        """Draw the curves of the other branches."""
        self.branches.paint(painter, self, area)

    def branch_at(self, at: QPointF) -> BranchLine | None:
        """Return the branch whose curve runs near a point of the plot."""
        if not self.area().contains(at.toPoint()):
            return None
        hits = self.branches.near(self, at)
        return hits[0].line if hits and hits[0].distance <= REACH else None

    def readout(self) -> list[str]:
        """Read off the bucket under the mouse, the evaluations and the branches nearest to it."""
        if self.hover is None or self.frame is None:
            return []
        at = self.x_value(self.hover.x())
        lines = []
        bucket, history = self.bucket_at(at), self.history
        if bucket is not None and history is not None:
            first = int(history.starts[bucket])
            last = min(first + history.width, history.tip) - 1
            loss, (lower, upper) = history.loss, history.loss_quantiles
            low, at_10, mean, at_90, high = (
                number(float(values[bucket]))
                for values in (loss.low, lower, loss.mean, upper, loss.high)
            )
            if last <= first:
                lines.append(self.tr("step {step}").format(step=count(first)))
                lines.append(self.tr("loss {loss}").format(loss=mean))
            else:
                lines.append(
                    self.tr("steps {first} … {last}").format(first=count(first), last=count(last))
                )
                lines += [
                    self.tr("mean loss {mean}").format(mean=mean),
                    self.tr("10–90 % of the steps: {low} … {high}").format(low=at_10, high=at_90),
                    self.tr("extremes: {low} … {high}").format(low=low, high=high),
                ]
            averaged = self.averaged_steps(bucket)
            if averaged > 1:
                lines.append(
                    self.tr("mean of {steps} steps: {mean}").format(
                        steps=count(averaged), mean=number(self.average_at(0, bucket))
                    )
                )
        elif 0 <= round(at) <= self.tip:
            lines.append(self.tr("step {step}").format(step=count(round(at))))
        lines += evaluation_lines(self, self.frame, at)
        room = self.height() // self.fontMetrics().height() - 1 - len(lines)
        return lines + self._read_branches(self.hover, room)

    def _read_branches(self, at: QPointF, room: int) -> list[str]:
        """Describe the branches whose curves run nearest to a point, in about `room` lines."""
        hits = self.branches.near(self, at)
        most = min(MOST_READ, max(1, room - 2))
        lines = [
            self.tr("{branch}: mean {mean}").format(
                branch=shortened(hit.line.name), mean=number(hit.value)
            )
            for hit in hits[:most]
        ]
        if len(hits) > most:
            lines.append(self.tr("+ {n} more branches").format(n=count(len(hits) - most)))
        if hits and hits[0].distance <= REACH and room > len(lines):
            lines.append(
                self.tr("Alt + click: switch to “{branch}”").format(
                    branch=shortened(hits[0].line.name)
                )
            )
        return lines

    def values_text(self) -> str:
        """Return the record in sight, then the evaluations, as a table."""
        names = ("first_step", "loss_min", "loss_mean", "loss_max", "loss_moving_average")
        rows = ["\t".join([*names, "loss_10_percent", "loss_90_percent"])]
        if self.history is not None:
            loss, (lower, upper) = self.history.loss, self.history.loss_quantiles
            for i, start in enumerate(self.history.starts.tolist()):
                if self.x_scale.low <= start <= self.x_scale.high:
                    columns = loss.low, loss.mean, loss.high
                    values = [*(column[i] for column in columns), self.average_at(0, i)]
                    values += [lower[i], upper[i]]
                    rows.append("\t".join([str(start), *(repr(float(v)) for v in values)]))
        if self.frame is not None:
            rows += evaluation_rows(self.frame)
        for line in self.branches.lines:
            rows += ["", f"first_step\tloss_moving_average\t{line.name}"]
            for first, value in zip(line.curve.starts.tolist(), line.values.tolist(), strict=True):
                if self.x_scale.low <= first <= self.x_scale.high:
                    rows.append(f"{first}\t{value!r}")
        return "\n".join(rows) + "\n"

    # Mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, with Alt on the curve of a branch."""
        self._alt_pressed = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not self._alt_pressed:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click; one with Alt chooses a branch and goes nowhere."""
        if not self._alt_pressed:
            super().mouseReleaseEvent(event)
            return
        self._alt_pressed = False
        branch = self.branch_at(event.position())
        if branch is not None and event.button() is Qt.MouseButton.LeftButton:
            self.branch_chosen.emit(branch.number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the curve under the mouse."""
        self.hover = QPointF(event.pos())
        super().contextMenuEvent(event)

    def copy_menu(self) -> QMenu:
        """Return the menu of the right mouse button."""
        menu = super().copy_menu()
        branch = None if self.hover is None else self.branch_at(self.hover)
        if branch is not None:
            chosen, number_of_it = self.branch_chosen, branch.number
            text = self.tr("Switch to “{branch}”").format(branch=shortened(branch.name))
            action = QAction(text.replace("&", "&&"), menu)
            action.setObjectName("switch_to_branch")
            action.triggered.connect(lambda: chosen.emit(number_of_it))
            put_first(menu, action)
        return menu
