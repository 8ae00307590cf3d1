"""ContributionTime: how what a sample or a class added grew, and the steps at which it acted."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QModelIndex, QObject, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QBoxLayout, QTreeView, QWidget

from bpviz.network.types import Floats
from bpviz.training.contributions import Contributions, Trail
from bpviz.ui.core.formatting import count, exact, ordinal
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.scale import Scale
from bpviz.ui.kit.charts.step_chart import StepChart
from bpviz.ui.kit.controls.export_menu import export_menu, tab_separated
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import named, vbox
from bpviz.ui.kit.controls.table_model import RIGHT, FlatModel, Index, show_rows
from bpviz.ui.panels.contributions import texts


class TrailPlot(StepChart):
    """The curve: level between the steps at which something was added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trail: Trail | None = None
        self.y_title = self.tr("added")

    def show_trail(self, trail: Trail | None, step: int, tip: int, message: str) -> None:
        """Draw another curve."""
        new = trail is not self.trail
        if not new and (step, tip, message) == (self.step, self.tip, self.message):
            return
        self.trail, self.step, self.tip, self.message = trail, step, tip, message
        if new and trail is not None:
            self.view_range = int(trail.places[0]), max(int(trail.places[-1]), 1)
        self.fit()
        self.update()

    def fit_values(self) -> None:
        """Fit the upright axis, with 0 in sight."""
        total = np.zeros(1) if self.trail is None else self.trail.total
        low, high = min(float(total.min()), 0.0), max(float(total.max()), 0.0)
        room = (high - low) * 0.05 or 1.0
        self.y_scale = Scale(low - (room if low < 0 else 0.0), high + room)

    def zoom_hint(self) -> str:
        """Say nothing: the stretch that was asked about is all there is."""
        return ""

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw zero, the curve, and where the run stands."""
        theme = current_theme()
        zero = float(self.py(np.zeros(1))[0])
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(QPointF(area.left(), zero), QPointF(area.right(), zero))
        here = float(self.px(np.array([self.step]))[0])
        painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(here, area.top()), QPointF(here, area.bottom()))
        if self.trail is None:
            return
        xs, ys = self._curve(self.trail)
        painter.setPen(QPen(QColor(theme.series[1]), self.thickness()))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(xs, ys, strict=True)]))

    def _curve(self, trail: Trail) -> tuple[Floats, Floats]:
        """Return the corners of the curve in pixels: exact stairs where all steps are known."""
        if trail.count > len(trail.steps):
            return self.px(trail.places), self.py(trail.total)
        before = np.concatenate([[0.0], trail.added.cumsum()])
        steps = np.concatenate([[trail.places[0]], np.repeat(trail.steps, 2), [trail.places[-1]]])
        return self.px(steps), self.py(np.repeat(before, 2))

    def readout(self) -> list[str]:
        """Read off what was added up to the step under the mouse."""
        if self.hover is None or self.trail is None:
            return []
        at = int(np.searchsorted(self.trail.places, self.x_value(self.hover.x()), "right")) - 1
        at = min(max(at, 0), len(self.trail.places) - 1)
        return [
            self.tr("before step {step}").format(step=count(int(self.trail.places[at]))),
            self.tr("added {value}").format(value=texts.signed(float(self.trail.total[at]))),
        ]

    def values_text(self) -> str:
        """Return the curve as a table, tabs between columns."""
        trail = self.trail
        if trail is None:
            return ""
        rows = zip(trail.places.tolist(), map(repr, trail.total.tolist()), strict=True)
        return tab_separated([("step", "added"), *rows])


class StepsModel(FlatModel):
    """A row for each step at which a sample or class acted, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trail: Trail | None = None

    def show_trail(self, trail: Trail | None) -> None:
        """List other steps."""
        if trail is not self.trail:
            self.beginResetModel()
            self.trail = trail
            self.endResetModel()

    def shape(self) -> tuple[int, int]:
        """Return the number of steps, and two columns."""
        return 0 if self.trail is None else len(self.trail.steps), 2

    def step(self, row: int) -> tuple[int, float]:
        """Return the step of a row, and what it added."""
        assert self.trail is not None
        at = len(self.trail.steps) - 1 - row
        return int(self.trail.steps[at]), float(self.trail.added[at])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("step"), self.tr("added"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(RIGHT)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if self.trail is None or not 0 <= index.row() < len(self.trail.steps):
            return None
        step, added = self.step(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return count(step) if index.column() == 0 else texts.signed(added)
        if role == Qt.ItemDataRole.ToolTipRole:
            return exact(added)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(RIGHT)
        return None


class StepsTable(QTreeView):
    """The list of steps.

    Signals
    -------
    step_chosen(object)
        A person wants to go before this step, an int.
    """

    step_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepsModel(self)
        show_rows(self, self.steps)
        self.setObjectName("contributions_steps")
        self.setAccessibleName(self.tr("Steps at which it acted"))
        self.setToolTip(
            self.tr(
                "The steps that trained on it and what each added, the newest first. Click or "
                "Return: go to where the run stands before that step."
            )
        )
        self.header().setStretchLastSection(False)  # or that one is wider than the others
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.step_chosen.emit(self.steps.step(index.row())[0])

    def values_text(self) -> str:
        """Return the steps with all digits, tabs between columns."""
        rows = (self.steps.step(row) for row in range(self.steps.rowCount()))
        return tab_separated([("step", "added"), *((t, repr(v)) for t, v in rows)])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the values or the picture."""
        export_menu(self, self.values_text, self.grab).popup(event.globalPos())


class ContributionTime(FittedWidget):
    """Title, curve and steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alone = False
        self.title = ElidedLabel(name="contributions_trail", bold=True)
        self.plot = named(
            TrailPlot(),
            "contributions_plot",
            self.tr("What a sample or a class added so far, along the steps"),
            about=self.tr(
                "The sum of what the steps on the chosen sample or class have added. Click: go to "
                "that step. Wheel or drag: zoom. Right click: copy."
            ),
        )
        self.table = StepsTable()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(6)
        self._both.addWidget(self.plot, 3)
        self._both.addWidget(self.table, 1)
        column = vbox(self.title, into=self, spacing=2)
        column.addLayout(self._both, 1)

    def show_trail(
        self, found: Contributions, trail: Trail | None, step: int, tip: int, waiting: bool
    ) -> None:
        """Show the curve and the steps of what was chosen."""
        words = ""
        if trail is None:
            message = self.tr("Choose a sample or a class on the other pages.")
            message = self.tr("Replaying…") if waiting else message
        else:
            message = ""
            words = self._words(found, trail)
        self.title.say(words)
        self.plot.show_trail(trail, step, tip, message)
        self.table.steps.show_trail(trail)

    def _words(self, found: Contributions, trail: Trail) -> str:
        if trail.label is not None:
            name = class_name(found.dataset.class_names, trail.label)
            what = self.tr("class {name}").format(name=name)
        else:
            sample, m = trail.sample or 0, found.dataset.n_samples
            what = self.tr("sample {index}").format(index=ordinal(sample))
            if sample >= m:
                what = texts.own_pair(found, sample - m)
        n = self.tr("1 step") if trail.count == 1 else self.tr("{n} steps")
        total = texts.signed(float(trail.total[-1]))
        words = self.tr("{what}: {total} in {steps}").format(
            what=what, total=total, steps=n.format(n=count(trail.count))
        )
        if trail.count > len(trail.steps):
            words += " · " + self.tr("the last {n} are listed").format(n=count(len(trail.steps)))
        return words

    def leave_out_steps(self) -> None:
        """Show the curve alone."""
        self._alone = True
        self._fit()

    def _fit(self) -> None:
        """Leave out the list where there is no room beside the curve, or put it below."""
        line = self.fontMetrics().height()
        direction = QBoxLayout.Direction
        wide = self.width() >= 26 * line
        self._both.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self.table.setVisible(not self._alone and (wide or self.height() >= 18 * line))
        room = 24 * self.fontMetrics().averageCharWidth() if wide else 1
        self.table.setMinimumWidth(room)
        self.table.setMaximumWidth(room if wide else 16_777_215)
