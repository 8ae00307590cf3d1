"""Heatmap: a weight matrix as a live heatmap, or as one picture a row, that can be read."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from bpviz.network.types import Floats
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.theme import MUTED, current_theme, theme_changed
from bpviz.ui.kit.charts.colour_bar import ColourBar
from bpviz.ui.kit.controls.export_menu import export_menu, tab_separated
from bpviz.ui.kit.controls.keys import ARROWS, ENTER, plain
from bpviz.ui.kit.heatmap.items import HeatmapItems
from bpviz.ui.kit.heatmap.marks import Cell
from bpviz.ui.kit.heatmap.plot import HeatmapPlot
from bpviz.ui.kit.heatmap.readout_line import ReadoutLine
from bpviz.ui.kit.heatmap.tiles import TileGrid

OPEN = (*ENTER, Qt.Key.Key_F2)


class Heatmap(QWidget):
    """Heatmap with axes, colour bar, and a line below that reads what is under the mouse.

    Rows run downwards, columns to the right.  The wheel zooms, dragging pans.  Entries that are
    not finite are drawn in the theme's warning colour, rows not computed yet as hatched ground.

    Arrow keys move the selection, Enter or F2 edits the selected entry.  While none is selected,
    the arrow keys are left to whoever else has a use for them, and Enter selects one.

    Parameters
    ----------
    name : str
        objectName; the line below is ``{name}_readout``.

    Attributes
    ----------
    image_item : pg.ImageItem
        Its `image` is float32(matrix), shape (rows, columns), also while tiles are shown.
    numbers : CellNumbers
        The numbers in the cells, where these have room.
    marks : MatrixMarks
        The frames on it; `set_mark` changes the selection's.
    describe : callable
        Called with (row, column); returns the text for the line below.
    called : callable
        Called with (row, column); returns of which input or output the entry is, "" without names.
    hint : str
        What the line below says when nothing is pointed at or marked.

    Signals
    -------
    clicked(int, int)
        Row and column of the entry that was clicked, or that an arrow key went to.
    edit_wanted(int, int)
        Row and column of an entry that was double-clicked, or opened with Enter or F2.
    fit_wanted()
        A person asked for colours fitted to the values shown now.
    read(str)
        What the line below says of the entry under the mouse, or of the one that keys are moving;
        empty without one.
    """

    clicked = Signal(int, int)
    edit_wanted = Signal(int, int)
    fit_wanted = Signal()
    picture_type, bar_type = HeatmapItems, ColourBar
    """How values become colours; another view may do it in another way."""
    read = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.describe: Callable[[int, int], str] = lambda row, column: f"{row}, {column}"
        self.called: Callable[[int, int], str] = lambda row, column: ""
        self.hint = ""
        self._matrix: Floats = np.zeros((0, 0))
        self._titles = ("", "", "")
        self._names: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._mouse: QPointF | None = None
        self._zoomed = False

        self.plot = HeatmapPlot(f"{name}_plot", self, self.bar_type())
        self.box, self.bar = self.plot.box, self.plot.bar
        self._picture = self.picture_type(self.box)
        self.image_item, self.marks = self._picture.image_item, self._picture.marks
        self.numbers = self._picture.numbers
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the bare keys where they are
        self._below = ReadoutLine(name, self)
        self.readout, self.show_all_button = self._below.text, self._below.show_all
        self.show_all_button.clicked.connect(self.show_all)
        self.zoom_hint = QLabel(self.tr("zoomed: right click, Show all"), self.plot)
        self.zoom_hint.setObjectName(f"{name}_zoom_hint")
        self.zoom_hint.setForegroundRole(MUTED)
        self.zoom_hint.setBackgroundRole(QPalette.ColorRole.Button)
        self.zoom_hint.setAutoFillBackground(True)
        self.zoom_hint.setMargin(2)
        self.zoom_hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.zoom_hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)  # room for the line that shows the focus
        column.setSpacing(2)
        column.addWidget(self.plot, 1)
        column.addWidget(self._below)
        self.plot.scene().sigMouseClicked.connect(self._mouse_clicked)
        self.plot.viewport().installEventFilter(self)
        self.plot.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.plot.customContextMenuRequested.connect(self._open_menu)
        self.box.sigRangeChangedManually.connect(self._zoomed_by_hand)
        self.box.sigResized.connect(self._resized)
        self._recolour()
        theme_changed.connect(self._recolour)
        counting_changed.connect(self._recount)

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

    def set_names(self, rows: tuple[str, ...], columns: tuple[str, ...]) -> None:
        """Call each row and each column by a name; () leaves them their index."""
        if (rows, columns) != self._names:
            self._names = rows, columns
            self._dress_axes()

    def set_tile_shape(self, shape: tuple[int, int] | None) -> None:
        """Draw every row as a picture of `shape` (height, width); None draws the matrix."""
        if self._picture.set_tile_shape(shape):
            self._lay_out()

    def set_matrix(
        self, matrix: Floats, image: NDArray[np.float32], limit: float, known: int | None = None
    ) -> None:
        """Draw another matrix.

        Parameters
        ----------
        matrix : (r, c) float64
            Kept and read from, never written to; nobody else may write to it either.
        image : (r, c) float32
            The same, as it is drawn (`as_image`).
        limit : float
            Colours run from −limit to +limit.
        known : int, optional
            Rows that are computed; those below are NaN and drawn as empty.
        """
        self._matrix = self.numbers.values = matrix
        self.bar.set_limit(limit)
        if self._picture.set_matrix(image, limit, known):
            self._lay_out()
        self.refresh_readout()

    def set_mark(self, row: int | None, column: int | None) -> None:
        """Select a row, a column, or an entry with its row; (None, None) selects nothing."""
        self.marks.set_selection((row, column))
        self.refresh_readout()

    @Slot()
    def _recolour(self) -> None:
        self.plot.setBackground(current_theme().base)
        self._dress_axes()
        self._picture.recolour()

    @Slot()
    def _recount(self) -> None:
        self._dress_axes()
        self.refresh_readout()

    @Slot()
    def show_all(self) -> None:
        """Undo any zoom."""
        self._zoomed = False
        self.show_all_button.hide()
        self.zoom_hint.hide()
        height, width = self._picture.shape
        if height and width:
            self.box.setAspectLocked(self.grid is not None)
            self.box.setRange(QRectF(-0.5, -0.5, width, height), padding=0)

    def take_over(self, other: Heatmap) -> None:
        """Show what is in sight of another heatmap of the same shape, where that is zoomed."""
        if other._zoomed and other._picture.shape == self._picture.shape:
            self.box.setRange(other.box.viewRect(), padding=0)
            self._zoomed_by_hand(None)

    def zoom(self) -> list[float] | None:
        """Return x, y, width and height of what is in sight; None where all of it is."""
        seen = self.box.viewRect()
        sides = seen.x(), seen.y(), seen.width(), seen.height()
        return [float(side) for side in sides] if self._zoomed else None

    def bring_zoom(self, zoom: list[float]) -> None:
        """Show what another one said by `zoom`; raises ValueError where that means nothing."""
        x, y, width, height = zoom
        if not (width > 0 and height > 0):
            raise ValueError(zoom)
        self.box.setRange(QRectF(x, y, width, height), padding=0)
        self._zoomed_by_hand(None)

    def _lay_out(self) -> None:
        self._dress_axes()
        self.show_all()

    def _dress_axes(self) -> None:
        rows, columns, tiles = self._titles
        plain = self.grid is None
        titles = rows, columns if plain else tiles
        theme, font = current_theme(), self.font()
        self.plot.dress(titles, plain=plain, theme=theme, font=font, names=self._names)
        self.numbers.set_font(font)

    def cell_at(self, scene_position: QPointF) -> Cell | None:
        """Return (row, column) of the entry at a place of the scene; None beside it.

        Where the box is so low or narrow that all entries are drawn on one line, there is none.
        """
        drawn = self.box.childTransform().determinant() != 0
        if not drawn or not self.box.sceneBoundingRect().contains(scene_position):
            return None
        return self._picture.entry(self.box.mapSceneToView(scene_position))

    def widget_position(self, row: int, column: int) -> QPoint:
        """Return where the middle of an entry is drawn, in the viewport of `plot`."""
        scene = self.box.mapViewToScene(self._picture.point(row, column))
        return self.plot.mapFromScene(scene)  # type: ignore[no-any-return]

    def refresh_readout(self) -> None:
        """Write the line below again: what is under the mouse, else what is marked."""
        pointed = self.cell_at(self._mouse) if self._mouse is not None else None
        cell = pointed or self.marks.selected
        words = self.describe(*cell) if cell is not None else self.hint
        self.readout.setText(words)
        self.read.emit(words if pointed or (cell and self.hasFocus()) else "")

    def set_low(self, low: bool) -> None:
        """Leave the room of the line below to the picture; somebody else shows what is `read`."""
        self._below.setVisible(not low)

    @Slot(object)
    def _mouse_clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        cell = self.cell_at(event.scenePos())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.clicked.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are meant for the heatmap."""
        selected, key = self.marks.selected, event.key()
        if plain(event) and key in ARROWS and selected is not None:
            found = self._picture.neighbour(selected, *ARROWS[key])
            if found != selected:
                self._move_to(*found)
        elif plain(event) and key in OPEN and not event.isAutoRepeat():
            self._open(selected)
        else:
            super().keyPressEvent(event)

    def _open(self, selected: Cell | None) -> None:
        if selected is not None:
            self.edit_wanted.emit(*selected)
            return
        rows, columns = self._picture.matrix_shape
        row, column = self.marks.selection  # perhaps a row or a column alone
        if rows and columns:
            self._move_to(min(row or 0, rows - 1), min(column or 0, columns - 1))

    def _move_to(self, row: int, column: int) -> None:
        """Select an entry, and pan to it if a zoom has put it out of sight."""
        point, sight = self._picture.point(row, column), self.box.viewRect()
        if not sight.contains(point):
            sight.moveCenter(point)
            self.box.setRange(sight, padding=0)
        self.clicked.emit(row, column)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep track of the mouse; pyqtgraph's own signal leaves out moves in quick succession."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._mouse = self.plot.mapToScene(event.position().toPoint())
            self.refresh_readout()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
            cell = self.cell_at(self.plot.mapToScene(event.position().toPoint()))
            if event.button() == Qt.MouseButton.LeftButton and cell is not None:
                self.edit_wanted.emit(*cell)
            return True  # to pyqtgraph it would be one click more
        elif event.type() == QEvent.Type.Leave:
            self._mouse = None
            self.refresh_readout()
        elif event.type() == QEvent.Type.ToolTip:
            return True  # it would lie upon the entries that somebody is reading
        return super().eventFilter(watched, event)

    @Slot(object)
    def _zoomed_by_hand(self, _axes: object) -> None:
        self._zoomed = True
        self.show_all_button.show()
        self._place_hint()

    def _place_hint(self) -> None:
        """Say in a corner of the picture that not all of it is in sight, where that has room."""
        self.zoom_hint.adjustSize()
        box = self.plot.mapFromScene(self.box.sceneBoundingRect()).boundingRect()
        hint = self.zoom_hint.size()
        fits = hint.width() + 4 <= box.width() and 3 * hint.height() <= box.height()
        self.zoom_hint.move(box.right() - hint.width() - 2, box.top() + 2)
        self.zoom_hint.setVisible(self._zoomed and fits)

    @Slot(object)
    def _resized(self, _box: object) -> None:
        changed = self._picture.set_aspect(self.box.width() / max(self.box.height(), 1.0))
        if changed or (self.grid is not None and not self._zoomed):
            self.show_all()
        if self._zoomed:
            self._place_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the colour bar where there is no room for it."""
        super().resizeEvent(event)
        self.bar.setVisible(self.width() >= 200)

    def changeEvent(self, event: QEvent) -> None:
        """Let numbers and titles follow the window's font (presentation mode)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress_axes()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line around the rest while it has the focus, in the accent colour."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Read what the keys are at."""
        super().focusInEvent(event)
        self.refresh_readout()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read what the mouse is at."""
        super().focusOutEvent(event)
        self.refresh_readout()

    def values_text(self) -> str:
        """Return the whole matrix, float64 with all digits, as tab separated text."""
        return tab_separated(self._matrix.tolist())

    def grab_picture(self) -> QPixmap:
        """Return what is seen, with axes and colour bar."""
        return self.plot.grab()  # type: ignore[no-any-return]

    @Slot(QPoint)
    def _open_menu(self, position: QPoint) -> None:
        self.build_menu().popup(self.plot.mapToGlobal(position))

    def add_colour_actions(self, menu: QMenu) -> None:
        """Offer what can be done with the colours."""
        menu.addAction(self.tr("Fit colours to these values")).triggered.connect(self.fit_wanted)

    def build_menu(self) -> QMenu:
        """Return a new context menu."""
        menu = export_menu(self, self.values_text, self.grab_picture)
        menu.addSeparator()
        self.add_colour_actions(menu)
        numbers = menu.addAction(self.tr("Numbers in the cells"))
        numbers.setCheckable(True)
        numbers.setChecked(self.numbers.on)
        numbers.toggled.connect(self.numbers.set_on)
        menu.addAction(self.tr("Show all")).triggered.connect(self.show_all)
        return menu
