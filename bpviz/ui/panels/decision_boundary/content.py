"""BoundaryContent: the parts of the decision boundary's panel in their places."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bpviz.ui.kit.controls.export_menu import export_menu
from bpviz.ui.kit.controls.placeholder import Placeholder
from bpviz.ui.kit.heatmap.readout_line import ReadoutLine
from bpviz.ui.panels.decision_boundary.curve_view import CurveView
from bpviz.ui.panels.decision_boundary.header import BoundaryHeader
from bpviz.ui.panels.decision_boundary.input_plot import InputPlot
from bpviz.ui.panels.decision_boundary.plane_view import PlaneView
from bpviz.ui.panels.decision_boundary.probe_table import ProbeTable

_LEAST_PLOT = 20
"""Lines of text that a plot is wide at least beside the numbers of the tried point; with fewer its
plane would be but a strip."""

_LINE_FROM = 12
"""Lines of text from which on there is room for the line that reads the tried point while there is
none, in height."""


class BoundaryContent(QStackedWidget):
    """A sentence while there is nothing to draw, else head, plot and readings.

    Attributes
    ----------
    plane, curve : PlaneView, CurveView
        One of them is shown; `both` has them both.
    reading : ProbeTable
        Every unit at the tried point; there only where it has room.
    line : ReadoutLine
        The tried point in one line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = BoundaryHeader()
        self.plane, self.curve = PlaneView(), CurveView()
        self.both: tuple[InputPlot, InputPlot] = self.plane, self.curve
        self.reading = ProbeTable("boundary_reading_values")
        self.line = ReadoutLine("boundary", self)
        self.empty = Placeholder("boundary_empty")
        self.empty.setContentsMargins(24, 12, 24, 12)
        self._name()
        self.views = QStackedWidget()
        self.views.addWidget(self.plane)
        self.views.addWidget(self.curve)
        self.readings = QScrollArea()
        self._set_up_readings(self.readings)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.views, 1)
        body.addWidget(self.readings)
        self.line.setContentsMargins(8, 0, 4, 2)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addLayout(body, 1)
        column.addWidget(self.line)
        self.addWidget(self.empty)
        self.addWidget(shown)

    def _name(self) -> None:
        how = self.tr(
            "Click a sample to make it the current one, the line or number of a hidden unit to "
            "select it, and anywhere else to place the probe (Shift and click: anywhere). A line "
            "whose number has no room beside the samples names its unit when pointed at. Drag the "
            "probe or move it with the arrow keys; Esc removes it. Wheel: zoom. Drag: move. Home: "
            "show all."
        )
        plane = self.tr(
            "f at every point of the plane, with the samples in the colours of their classes: "
            "training samples filled, test samples hollow."
        )
        curve = self.tr(
            "f along the only input, with the samples: training samples filled, test samples "
            "hollow. On the right axis what each hidden unit adds to z2."
        )
        for view, name, what, words in (
            (self.plane, "plane", self.tr("Network output over the plane of its inputs"), plane),
            (self.curve, "curve", self.tr("Network output along its input"), curve),
        ):
            view.setObjectName(f"boundary_{name}")
            view.setAccessibleName(what)
            view.setWhatsThis(f"{words} {how}")
        self.reading.setAccessibleName(self.tr("All units at the probe"))
        self.line.show_all.setToolTip(
            self.tr("Reset zoom and position, so that all samples are visible")
        )

    def _set_up_readings(self, scroll: QScrollArea) -> None:
        scroll.setObjectName("boundary_reading")
        scroll.setWidget(self.reading)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.reading.accessibleName())
        scroll.setToolTip(self.tr("z and σ(z) of every output and every hidden unit at the probe"))
        scroll.hide()
        self.reading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.reading.customContextMenuRequested.connect(self._open_reading_menu)

    @property
    def view(self) -> InputPlot:
        """The plot that is shown."""
        return self.curve if self.views.currentWidget() is self.curve else self.plane

    def show_view(self, view: InputPlot) -> None:
        """Show one of the plots."""
        self.views.setCurrentWidget(view)
        self.setCurrentIndex(1)
        self.show_zoomed(view.zoomed)

    @Slot(bool)
    def show_zoomed(self, on: bool) -> None:
        """Offer the way back from a zoom."""
        self.line.show_all.setVisible(on)
        self.fit()

    def say(self, words: str) -> None:
        """Show nothing but a sentence."""
        self.empty.setText(words)
        self.setCurrentIndex(0)

    def fit(self) -> None:
        """Show the readings, and the line that reads the tried point, where there is room."""
        view, text = self.view, self.fontMetrics().height()
        width = self.reading.least_width() + self.readings.verticalScrollBar().sizeHint().width()
        reads = view.tried is not None and self.width() - width >= _LEAST_PLOT * text
        high = self.height() >= _LINE_FROM * text
        self.head.fit(lines=2 if high else 1)
        self.line.setVisible(high or view.tried is not None or view.zoomed)
        self.readings.setFixedWidth(width)
        self.readings.setVisible(reads)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room to what fits."""
        super().resizeEvent(event)
        self.fit()

    @Slot(QPoint)
    def _open_reading_menu(self, position: QPoint) -> None:
        menu = export_menu(self, self.reading.text, self.reading.grab)
        menu.popup(self.reading.mapToGlobal(position))
