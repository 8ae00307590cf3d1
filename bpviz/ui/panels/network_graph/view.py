"""GraphView: the network drawn as units and connections, with what a step computes in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bpviz.ui.core.figure_mode import painting_figure, picture_ratio
from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.controls.keys import ENTER
from bpviz.ui.panels.network_graph.colours import GraphColours, GraphLook
from bpviz.ui.panels.network_graph.error_flow import Motion
from bpviz.ui.panels.network_graph.hover import paint_frame, paint_pinned
from bpviz.ui.panels.network_graph.layout import GraphLayout
from bpviz.ui.panels.network_graph.model import GraphState, Item, Layer, Unit
from bpviz.ui.panels.network_graph.navigation import KeyboardCursor
from bpviz.ui.panels.network_graph.painting import paint_graph
from bpviz.ui.panels.network_graph.texts import describe


class GraphView(QWidget):
    """A canvas of units and connections that can be pointed at, clicked and walked through.

    Parameters
    ----------
    name : str
        objectName.
    clock : callable
        Returns seconds; the marks of the flow stand where it says.

    Attributes
    ----------
    state : GraphState or None
        What is drawn.
    pinned : Unit or None
        The unit whose values stay on view.

    Signals
    -------
    connection_clicked(object)
        A person clicked a connection, or pressed Enter on it: its `Selection`.
    pointed(object)
        What is under the mouse, else where the keys stand, else the selection: an `Item` or None.
    """

    connection_clicked = Signal(object)
    pointed = Signal(object)

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(tabular(self.font()))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves → and Space to the run
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Network graph"))
        self.state: GraphState | None = None
        self.pinned: Unit | None = None
        self._look = GraphLook(GraphColours(current_theme()))
        self._picture = QPixmap()
        self._drawn: tuple[object, ...] = ()  # what is drawn in it
        self._layout: GraphLayout | None = None
        self._hover: Item | None = None
        self._walk = KeyboardCursor()
        self._motion = Motion(self, clock)
        theme_changed.connect(self._recolour)

    # What is shown ------------------------------------------------------------------------------

    @property
    def flowing(self) -> bool:
        """Whether marks run at this moment."""
        return self._motion.timer.isActive()

    @property
    def item(self) -> Item | None:
        """What is pointed at: by the mouse, by the keys, or else what is selected."""
        item = self._hover
        if item is None and self.hasFocus():
            item = self._walk.item
        return item if item is not None else self._shown_selection()

    def set_state(self, state: GraphState, limit: float, limits: Mapping[Layer, float]) -> None:
        """Draw `state`; weights are coloured from −limit to +limit, units by their layer's."""
        old, self.state = self.state, state
        if old is None or old.shape != state.shape:
            self._walk.forget()
            self._hover = self.pinned = None
        if old is None or old.names != state.names:
            self._layout = None
        self._motion.show(state)
        self._draw(limit=limit, limits=limits)
        self._tell()

    def _draw(self, **look: object) -> None:
        """Draw it with another look."""
        self._look = replace(self._look, **look)  # type: ignore[arg-type]
        self.update()

    def _recolour(self) -> None:
        self._motion.forget()
        self._draw(colours=GraphColours(current_theme()))

    def set_titles(self, titles: Mapping[Layer, str], weight: str) -> None:
        """Name the columns, and what the legend is of."""
        self._draw(titles=titles, weight=weight)

    def set_selection(self, selection: Selection | None) -> None:
        """Mark a connection; one that the network does not have marks nothing."""
        self._draw(selection=selection)
        self._tell()

    def set_highlight(self, highlight: Highlight | None) -> None:
        """Mark what something else points at."""
        self._draw(highlight=highlight)

    def _shown_selection(self) -> Selection | None:
        selection = self._look.selection
        return selection if self.state and self.state.shape.has(selection) else None

    def graph_layout(self) -> GraphLayout | None:
        """Return where everything stands; None while there is nothing to draw."""
        state = self.state
        if self._layout is None and state is not None:
            size, metrics = QSizeF(self.size()), QFontMetricsF(self.font())
            names = (*state.input_names, *state.output_names)
            self._layout = GraphLayout.fitting(state.shape, size, metrics, names)
            self._motion.forget()
        return self._layout

    # Painting -----------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing move unseen."""
        super().hideEvent(event)
        self._motion.wake()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the network, the marks upon it, and what is pointed at."""
        self._motion.wake()
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        state, layout, colours = self.state, self.graph_layout(), self._look.colours
        if state is None or layout is None:
            painter.fillRect(self.rect(), colours.base)
            return
        if painting_figure():
            painter.fillRect(self.rect(), colours.base)
            painter.save()
            painter.setFont(self.font())
            paint_graph(painter, layout, state, self._look)
            painter.restore()
        else:
            self._draw_picture(state, layout)
            painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._motion.paint(painter, layout, colours, picture_ratio(self))
        ink = colours.text
        if self.hasFocus() and self._walk.item is not None:
            paint_frame(painter, layout, self._walk.item, ink, Qt.PenStyle.DashLine)
        for item in (self._hover, self.pinned):
            if item is not None:
                paint_frame(painter, layout, item, ink, Qt.PenStyle.SolidLine)
        if self.pinned is not None:
            facts, bounds = state.facts(self.pinned), QRectF(self.rect())
            paint_pinned(painter, layout, self.pinned, facts, colours, bounds)

    def _draw_picture(self, state: GraphState, layout: GraphLayout) -> None:
        """Keep the picture until something in it changes, so that marks run over it cheaply."""
        ratio = self.devicePixelRatioF()
        drawn = state, self._look, layout, ratio, self.font().key()
        if self._picture.size() != self.size() * ratio:  # fresh memory costs more than painting it
            self._picture, self._drawn = QPixmap(self.size() * ratio), ()
        if self._drawn != drawn:
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self._look.colours.base)
            with QPainter(self._picture) as painter:
                painter.setFont(self.font())
                paint_graph(painter, layout, state, self._look)
            self._drawn = drawn

    # Mouse and keys -----------------------------------------------------------------------------

    def item_at(self, point: QPointF) -> Item | None:
        """Return the unit or connection at a point of the widget."""
        layout = self.graph_layout()
        return None if layout is None else layout.item_at(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        self._set_hover(self.item_at(event.position()))

    def event(self, event: QEvent) -> bool:
        """Keep the tooltip out of the way of what is pointed at; the panel reads that."""
        if event.type() == QEvent.Type.ToolTip and self._hover is not None:
            QToolTip.hideText()
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._set_hover(None)

    def _set_hover(self, item: Item | None) -> None:
        if item != self._hover:
            self._hover = item
            self.setCursor(
                Qt.CursorShape.ArrowCursor if item is None else Qt.CursorShape.PointingHandCursor
            )
            self.update()
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a connection; let the values of a unit stay, or go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._activate(self.item_at(event.position()))

    def _activate(self, item: Item | None) -> None:
        if isinstance(item, Unit):
            self.pinned = None if item == self.pinned else item
            self.update()
        elif item is not None:
            self.set_selection(item)
            self.connection_clicked.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; Enter does what a click does."""
        if self.state is not None and self._walk.press(self.state.shape, event):
            self._hover = None
            self.update()
            self._tell()
        elif event.key() in ENTER:
            self._activate(self._walk.item)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys stand."""
        super().focusInEvent(event)
        if self.state is not None:
            self._walk.begin(self._shown_selection())
        self.update()
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide where the keys stand."""
        super().focusOutEvent(event)
        self.update()
        self._tell()

    def _tell(self) -> None:
        item = self.item
        if self.hasFocus() and self.state is not None and item is not None:
            self.setAccessibleDescription(describe(self.state, item))
        self.pointed.emit(item)

    # Housekeeping -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._layout = self._hover = None

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew in another font, with figures of one width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._layout = None
            if not self.font().featureTags():
                self.setFont(tabular(self.font()))

    def minimumSizeHint(self) -> QSize:
        """Let a dock shrink it to almost nothing."""
        return QSize(60, 60)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable size."""
        return QSize(520, 360)

    def picture(self) -> QPixmap:
        """Return what is drawn, without a frame around what is pointed at."""
        hover, self._hover = self._hover, None
        picture = self.grab()
        self._hover = hover
        return picture
