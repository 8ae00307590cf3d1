"""MatrixView: a weight matrix as a live heatmap, or as one picture a row, that can be read."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from bpviz.network.types import Floats
from bpviz.ui.text import tabular
from bpviz.ui.theme import LIGHT, Theme
from bpviz.ui.widgets.colour_bar import ColourBar
from bpviz.ui.widgets.export import add_export_actions, tab_separated
from bpviz.ui.widgets.index_axis import IndexAxis
from bpviz.ui.widgets.line_label import LineLabel
from bpviz.ui.widgets.matrix_picture import Cell, MatrixPicture
from bpviz.ui.widgets.tiles import TileGrid


class MatrixView(QWidget):
    """Heatmap with axes, colour bar, and a line below that reads what is under the mouse.

    Rows run downwards, columns to the right.  The wheel zooms, dragging pans.  Entries that are
    not finite are drawn in the theme's warning colour.

    Parameters
    ----------
    name : str
        objectName; the line below is ``{name}_readout``.

    Attributes
    ----------
    image_item : pg.ImageItem
        Its `image` is float32(matrix), shape (rows, columns), also while tiles are shown.
    describe : callable
        Called with (row, column); returns the text for the line below.
    hint : str
        What the line below says when nothing is pointed at or marked.

    Signals
    -------
    clicked(int, int)
        Row and column of the entry that was clicked.
    fit_wanted()
        A person asked for colours fitted to the values shown now.
    """

    clicked = Signal(int, int)
    fit_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.describe: Callable[[int, int], str] = lambda row, column: f"{row}, {column}"
        self.hint = ""
        self._matrix: Floats = np.zeros((0, 0))
        self._titles = ("", "", "")
        self._theme: Theme = LIGHT
        self._mouse: QPointF | None = None
        self._zoomed = False

        self._axes = IndexAxis("left"), IndexAxis("bottom")
        for axis in self._axes:
            axis.setStyle(hideOverlappingLabels=False, tickTextOffset=3)
        self.plot = pg.PlotWidget(self, axisItems={"left": self._axes[0], "bottom": self._axes[1]})
        self.plot.setObjectName(f"{name}_plot")
        for widget in (self.plot, self.plot.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMinimumSize(40, 30)
        self.plot.hideButtons()
        self.plot.setMenuEnabled(False)
        self.box: pg.ViewBox = self.plot.getViewBox()
        self.box.invertY(True)
        self.box.disableAutoRange()
        self._picture = MatrixPicture(self.plot)
        self.image_item = self._picture.image_item
        self.bar = ColourBar()
        layout = self.plot.getPlotItem().layout
        layout.addItem(self.bar, 2, 3)
        layout.setColumnSpacing(2, 8)

        self.readout = LineLabel()
        self.readout.setObjectName(f"{name}_readout")
        self.show_all_button = self._make_show_all_button()
        below = QHBoxLayout()
        below.addWidget(self.readout, 1)
        below.addWidget(self.show_all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.plot, 1)
        column.addLayout(below)

        self.plot.scene().sigMouseClicked.connect(self._mouse_clicked)
        self.plot.viewport().installEventFilter(self)
        self.plot.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.plot.customContextMenuRequested.connect(self._open_menu)
        self.box.sigRangeChangedManually.connect(self._zoomed_by_hand)
        self.box.sigResized.connect(self._resized)
        self.set_theme(LIGHT)

    def _make_show_all_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{self.objectName()}_show_all")
        button.setText(self.tr("Show all"))
        button.setAccessibleName(self.tr("Show all of the matrix"))
        button.setToolTip(self.tr("Undo the zoom, so that all entries are in sight"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoRaise(True)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.hide()
        button.clicked.connect(self.show_all)
        return button

    @property
    def matrix(self) -> Floats:
        """The float64 matrix shown last."""
        return self._matrix

    @property
    def grid(self) -> TileGrid | None:
        """The layout of the tiles; None while the matrix is drawn as such."""
        return self._picture.grid

    def set_titles(self, rows: str, columns: str, tiles: str) -> None:
        """Name what the rows and the columns count, and what stands below the tiles."""
        if (rows, columns, tiles) != self._titles:
            self._titles = (rows, columns, tiles)
            self._lay_out()

    def set_tile_shape(self, shape: tuple[int, int] | None) -> None:
        """Draw every row as a picture of `shape` (height, width); None draws the matrix."""
        if self._picture.set_tile_shape(shape):
            self._lay_out()

    def set_matrix(self, matrix: Floats, image: NDArray[np.float32], limit: float) -> None:
        """Draw another matrix.

        Parameters
        ----------
        matrix : (r, c) float64
            Kept and read from, never written to; nobody else may write to it either.
        image : (r, c) float32
            The same, as it is drawn (`as_image`).
        limit : float
            Colours run from −limit to +limit.
        """
        self._matrix = matrix
        self.bar.set_limit(limit)
        if self._picture.set_matrix(image, limit):
            self._lay_out()
        self.refresh_readout()

    def set_mark(self, row: int | None, column: int | None) -> None:
        """Frame a row, a column, or an entry with its row; (None, None) frames nothing."""
        self._picture.set_mark(row, column)
        self.refresh_readout()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.plot.setBackground(theme.base)
        self._dress_axes()
        self.bar.set_theme(theme)
        self._picture.set_theme(theme)
        palette = self.readout.palette()
        palette.setColor(self.readout.foregroundRole(), QColor(theme.text))
        self.readout.setPalette(palette)

    @Slot()
    def show_all(self) -> None:
        """Undo any zoom."""
        self._zoomed = False
        self.show_all_button.hide()
        height, width = self._picture.shape
        if height and width:
            self.box.setAspectLocked(self.grid is not None)
            self.box.setRange(QRectF(-0.5, -0.5, width, height), padding=0)

    def _lay_out(self) -> None:
        self._dress_axes()
        self.show_all()

    def _dress_axes(self) -> None:
        rows, columns, tiles = self._titles
        plain = self.grid is None
        font = tabular(self.font())
        self.plot.showAxis("left", plain)
        self._axes[1].setStyle(tickTextHeight=self.fontMetrics().height() - 3)
        for axis, title in zip(self._axes, (rows, columns if plain else tiles), strict=True):
            axis.bare = not plain
            axis.setStyle(showValues=plain)
            axis.setPen(pg.mkPen(self._theme.border) if plain else pg.mkPen(None))
            axis.setTextPen(self._theme.muted)
            axis.setTickFont(font)
            axis.label.setFont(font)
            axis.setLabel(title, color=self._theme.muted)
        self.bar.set_font(font)

    def cell_at(self, scene_position: QPointF) -> Cell | None:
        """Return (row, column) of the entry at a place of the scene; None beside it."""
        if not self.box.sceneBoundingRect().contains(scene_position):
            return None
        return self._picture.entry(self.box.mapSceneToView(scene_position))

    def widget_position(self, row: int, column: int) -> QPoint:
        """Return where the middle of an entry is drawn, in the viewport of `plot`."""
        scene = self.box.mapViewToScene(self._picture.point(row, column))
        return self.plot.mapFromScene(scene)  # type: ignore[no-any-return]

    def refresh_readout(self) -> None:
        """Write the line below again: what is under the mouse, else what is marked."""
        cell = self.cell_at(self._mouse) if self._mouse is not None else None
        cell = cell or self._picture.marked
        self.readout.setText(self.describe(*cell) if cell is not None else self.hint)

    @Slot(object)
    def _mouse_clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            cell = self.cell_at(event.scenePos())
            if cell is not None:
                self.clicked.emit(*cell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep track of the mouse; pyqtgraph's own signal leaves out moves in quick succession."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._mouse = self.plot.mapToScene(event.position().toPoint())
            self.refresh_readout()
        elif event.type() == QEvent.Type.Leave:
            self._mouse = None
            self.refresh_readout()
        return super().eventFilter(watched, event)

    @Slot(object)
    def _zoomed_by_hand(self, _axes: object) -> None:
        self._zoomed = True
        self.show_all_button.show()

    @Slot(object)
    def _resized(self, _box: object) -> None:
        changed = self._picture.set_aspect(self.box.width() / max(self.box.height(), 1.0))
        if changed or (self.grid is not None and not self._zoomed):
            self.show_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the colour bar where there is no room for it."""
        super().resizeEvent(event)
        self.bar.setVisible(self.width() >= 200)

    def changeEvent(self, event: QEvent) -> None:
        """Let numbers and titles follow the window's font (presentation mode)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress_axes()

    def values_text(self) -> str:
        """Return the whole matrix, float64 with all digits, as tab separated text."""
        return tab_separated(self._matrix.tolist())

    def grab_picture(self) -> QPixmap:
        """Return what is seen, with axes and colour bar."""
        return self.plot.grab()  # type: ignore[no-any-return]

    @Slot(QPoint)
    def _open_menu(self, position: QPoint) -> None:
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.plot.mapToGlobal(position))

    def build_menu(self) -> QMenu:
        """Return a new context menu."""
        menu = QMenu(self)
        add_export_actions(menu, self, self.values_text, self.grab_picture)
        menu.addSeparator()
        menu.addAction(self.tr("Fit colours to these values")).triggered.connect(self.fit_wanted)
        menu.addAction(self.tr("Show all")).triggered.connect(self.show_all)
        return menu
