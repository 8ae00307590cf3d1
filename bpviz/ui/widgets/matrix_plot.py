"""MatrixPlot: the plot that a heatmap stands in, with its axes and its colour bar."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from bpviz.ui.text import tabular
from bpviz.ui.theme import Theme
from bpviz.ui.widgets.colour_bar import ColourBar
from bpviz.ui.widgets.index_axis import IndexAxis


class MatrixPlot(pg.PlotWidget):  # type: ignore[misc]
    """A plot whose y axis runs downwards, without pyqtgraph's own buttons and menus.

    Attributes
    ----------
    box : pg.ViewBox
    bar : ColourBar
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        self._axes = IndexAxis("left"), IndexAxis("bottom")
        for axis in self._axes:
            axis.setStyle(hideOverlappingLabels=False, tickTextOffset=3)
        super().__init__(parent, axisItems={"left": self._axes[0], "bottom": self._axes[1]})
        self.setObjectName(name)
        for widget in (self, self.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(40, 30)
        self.hideButtons()
        self.setMenuEnabled(False)
        self.box: pg.ViewBox = self.getViewBox()
        self.box.invertY(True)
        self.box.disableAutoRange()
        self.bar = ColourBar()
        layout = self.getPlotItem().layout
        layout.addItem(self.bar, 2, 3)
        layout.setColumnSpacing(2, 8)

    def dress(self, titles: tuple[str, str], *, plain: bool, theme: Theme, font: QFont) -> None:
        """Name the left and the bottom axis; only `plain` ones have a left axis, and numbers."""
        font = tabular(font)
        self.showAxis("left", plain)
        self._axes[1].setStyle(tickTextHeight=QFontMetrics(font).height() - 3)
        for axis, title in zip(self._axes, titles, strict=True):
            axis.bare = not plain
            axis.setStyle(showValues=plain)
            axis.setPen(pg.mkPen(theme.border) if plain else pg.mkPen(None))
            axis.setTextPen(theme.muted)
            axis.setTickFont(font)
            axis.label.setFont(font)
            axis.setLabel(title, color=theme.muted)
        self.bar.set_font(font)
