"""MatrixPlot: the plot that a heatmap stands in, with its axes and its colour bar."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_bar import ColourBar
from bpviz.ui.kit.heatmap.axis import IndexAxis


class MatrixPlot(pg.PlotWidget):  # type: ignore[misc]
    """A plot whose y axis runs downwards, without pyqtgraph's own buttons and menus.

    Attributes
    ----------
    box : pg.ViewBox
    bar : ColourBar
    """

    def __init__(self, name: str, parent: QWidget, bar: ColourBar | None = None) -> None:
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
        self.bar = ColourBar() if bar is None else bar
        layout = self.getPlotItem().layout
        layout.addItem(self.bar, 2, 3)
        layout.setColumnSpacing(2, 8)
        layout.setContentsMargins(1, 3, 1, 1)  # the number of a low first row reaches above it

    def dress(self, titles: tuple[str, str], *, plain: bool, theme: Theme, font: QFont) -> None:
        """Name the left and the bottom axis; only `plain` ones have a left axis, and numbers.

        Where a title is longer than its axis, only what stands before its semicolon is written,
        or only its symbol, the last word.
        """
        font = tabular(font)
        self.showAxis("left", plain)
        line = QFontMetrics(font).height()
        self._axes[0].setStyle(tickTextOffset=3 + line // 6)  # the title reaches over its edge
        self._axes[1].setStyle(tickTextHeight=line - 3)
        for axis, title in zip(self._axes, titles, strict=True):
            axis.bare = not plain
            axis.setStyle(showValues=plain)
            axis.setPen(pg.mkPen(theme.border) if plain else pg.mkPen(None))
            shortest = title.rpartition(" ")[2] if plain else " "
            axis.set_words((title, title.partition(";")[0], shortest), theme.muted, font)
        self.bar.set_font(font)
