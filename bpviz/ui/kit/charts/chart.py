"""Chart: a plot area with axes, titles and a readout, painted at the widget's own pixels."""

from __future__ import annotations

from collections.abc import Callable

from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QWidget

from bpviz.network.types import Floats
from bpviz.ui.core.figure_mode import clipped, painting_figure
from bpviz.ui.core.formatting import line_scale, tabular
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.axes import BAR, BAR_GAP, TICK, paint_bottom, paint_sides
from bpviz.ui.kit.charts.colour_image import Colours
from bpviz.ui.kit.charts.scale import Scale, Tick
from bpviz.ui.kit.controls.export_menu import export_menu

Paint = Callable[[QPainter, QRect], None]
"""Draws something of the data in the area."""


class Chart(QWidget):
    """Base of the plots along time and over samples.

    Painting straight onto the widget takes a third of the time that a graphics scene with axis
    items takes, and maps pixels to data by plain arithmetic.  Axes and `parts` are kept as a
    picture, which the mouse moves over; it is drawn again after `redraw`, and when a scale, the
    size, the font or the look changes.

    Attributes
    ----------
    x_scale, y_scale : Scale
        Of the bottom and the left axis.
    right_scale : Scale or None
        Of the axis on the right; None hides it.
    bar : (k,) uint32 or None
        Colours of the right axis from its lower end on, drawn as a bar beside it.
    x_title, y_title, right_title : str
        Titles, rich text.
    message : str
        Stands in the middle while there is nothing to draw.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.x_scale = Scale(0.0, 1.0)
        self.y_scale = Scale(0.0, 1.0)
        self.right_scale: Scale | None = None
        self.bar: Colours | None = None
        self.x_title = self.y_title = self.right_title = ""
        self.message = ""
        self.hover: QPointF | None = None
        self._sides: tuple[object, QPixmap] | None = None
        self._kept = QPixmap()
        self._kept_of: object = None  # what its look and data are
        self._drawn = 0  # how many parts are in it; whoever kept these would keep itself alive
        self._version = 0
        self._area: tuple[object, QRect] | None = None
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self._drawing.timeout.connect(self._draw_on)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What a plot adds --------------------------------------------------------------------------

    def parts(self) -> tuple[Paint, ...]:
        """Return what draws the data as they are until `redraw`, each clipped to the area."""
        return ()

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw what else there is in front of `parts`, clipped to `area`, at each painting."""

    def readout(self) -> list[str]:
        """Return the lines that describe what is under the mouse; none hides the readout."""
        return []

    def zoom_hint(self) -> str:
        """Return that only a part is in sight, and how all of it is shown again; "" where all is.

        The part before the colon stands alone where there is little room.
        """
        return ""

    def kept_clear(self) -> list[QRectF]:
        """Return places, in pixels, that the readout does not hide."""
        return []

    def values_text(self) -> str:
        """Return what is drawn as a table, tabs between columns."""
        return ""

    def x_ticks(self, most: int) -> list[Tick]:
        """Return the ticks of the bottom axis."""
        return self.x_scale.ticks(most)

    # Geometry ----------------------------------------------------------------------------------

    def area(self) -> QRect:
        """Return the rectangle of the data in pixels; it may be empty."""
        key = self.width(), self.height(), self.right_scale is None, self.bar is None
        if self._area is None or self._area[0] != key:  # asked for dozens of times a painting
            self._area = key, self._measured()
        return self._area[1]

    def _measured(self) -> QRect:
        metrics = QFontMetrics(self.font())
        line = metrics.height()
        # A fixed room for tick labels, so that the plot does not jump when they change.
        labels = metrics.horizontalAdvance("0.00000") + TICK + 3
        left = line + 4 + labels
        end = line
        if self.right_scale is not None:
            end += 4 + metrics.horizontalAdvance("−0.0" if self.bar is None else "−0.00") + TICK + 3
            end += 0 if self.bar is None else BAR_GAP + BAR
        bottom = 2 * line + TICK + 4
        top = line // 2 + 2
        return QRect(left, top, self.width() - left - end, self.height() - top - bottom)

    def thickness(self) -> int:
        """Return the width of lines in pixels: 1, and more beside the text of a presentation."""
        return line_scale(self.fontMetrics())

    def joins_within(self) -> float:
        """Return how many pixels two measurements may lie apart for a line between them.

        One and a half lines of text, at most 1/16 of the bottom axis: a line that is longer than
        that along the axis looks like something that was measured.
        """
        return min(1.5 * self.fontMetrics().height(), self.area().width() / 16)

    def px(self, values: ArrayLike) -> Floats:
        """Return the x pixel of each value on the bottom axis."""
        area = self.area()
        return area.left() + self.x_scale.place(values) * area.width()

    def py(self, values: ArrayLike, scale: Scale | None = None) -> Floats:
        """Return the y pixel of each value on the left axis, or on `scale`."""
        area = self.area()
        bottom = area.top() + area.height()
        return bottom - (scale or self.y_scale).place(values) * area.height()

    def x_value(self, pixel: float) -> float:
        """Return the value of the bottom axis at an x pixel."""
        area = self.area()
        return self.x_scale.value((pixel - area.left()) / max(area.width(), 1))

    def minimumSizeHint(self) -> QSize:
        """Let a dock shrink it to almost nothing."""
        return QSize(40, 30)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable size."""
        return QSize(480, 240)

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes, data and readout."""
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        area = self.area()
        if area.width() < 8 or area.height() < 8:
            painter.fillRect(self.rect(), QColor(current_theme().base))
            return
        if painting_figure():
            self._paint_axes(painter)
            for paint in self.parts():
                with clipped(painter, area):
                    paint(painter, area)
        else:
            self._begin_picture()
            while self._draw_next():
                pass
            painter.drawPixmap(0, 0, self._kept)
        with clipped(painter, area):
            self.paint_data(painter, area)
        if self.message:
            painter.setPen(QColor(current_theme().muted))
            wrap = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(area, wrap, self.message)
        if (hint := self.zoom_hint()) and not painting_figure():
            self._paint_hint(painter, area, hint)
        if self.hover is not None and area.contains(self.hover.toPoint()):
            self._paint_readout(painter, area, self.hover)

    def _paint_axes(self, painter: QPainter) -> None:
        painter.save()
        painter.fillRect(self.rect(), QColor(current_theme().base))
        painter.setFont(tabular(self.font()))
        paint_sides(painter, self)
        paint_bottom(painter, self)
        painter.restore()

    def redraw(self) -> None:
        """Draw the data anew: part after part, and other events between them, then on the screen.

        All at once would keep everything else waiting for most of a frame.  Where the parts do not
        keep up with the data they are drawn all at once.
        """
        if self._kept_of is not None and self._drawn < len(self.parts()):
            self.update()
        self._version += 1
        if not self._drawing.isActive():  # begun again and again it would never be due
            self._drawing.start()

    @Slot()
    def _draw_on(self) -> None:
        seen = self.isVisible() and not self.area().isEmpty()
        if seen and (self._begin_picture() or self._draw_next()):
            self._drawing.start()
        else:
            self.update()

    def _begin_picture(self) -> bool:
        """Draw the axes where the picture shows another look or other data; say whether it does."""
        ratio = self.devicePixelRatioF()
        # A painter takes from the font of the program what that of the widget leaves open.
        fonts = self.font().key(), QApplication.font().key()
        look = (self.size(), ratio, current_theme().name, fonts)
        titles = (self.x_title, self.y_title, self.right_title)
        bar = None if self.bar is None else self.bar.tobytes()
        sides = (self.y_scale, self.right_scale, bar, titles, look)
        wanted = (self.x_scale, sides, self.axes_key(), self._version)
        if self._kept_of == wanted:
            return False
        if self._sides is None or self._sides[0] != sides:  # mostly only the bottom axis changes
            picture = self._empty_picture()
            picture.fill(QColor(current_theme().base))
            with QPainter(picture) as painter:
                painter.setFont(tabular(self.font()))
                paint_sides(painter, self)
            self._sides = sides, picture
        around = self._sides[1]
        if self._kept.size() != around.size() or self._kept.devicePixelRatioF() != ratio:
            self._kept = self._empty_picture()
        with QPainter(self._kept) as painter:
            painter.drawPixmap(0, 0, around)
            painter.setFont(tabular(self.font()))
            paint_bottom(painter, self)
        self._kept_of, self._drawn = wanted, 0
        return True

    def _empty_picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _draw_next(self) -> bool:
        """Draw another part into the picture; say whether there was one."""
        parts, at = self.parts(), self._drawn
        if at >= len(parts):
            return False
        self._drawn += 1
        with QPainter(self._kept) as painter, clipped(painter, self.area()):
            painter.setFont(self.font())
            parts[at](painter, self.area())
        return True

    def axes_key(self) -> object:
        """Return what else, beside scales and titles, decides how the axes look."""
        return None

    def _paint_hint(self, painter: QPainter, area: QRect, hint: str) -> None:
        metrics = QFontMetrics(self.font())
        texts = (hint, hint.partition(":")[0])
        fits = (text for text in texts if metrics.horizontalAdvance(text) + 12 <= area.width())
        words = next(fits, "")
        box = QRect(0, 0, metrics.horizontalAdvance(words) + 10, metrics.height() + 2)
        if not words or box.height() > area.height() / 3:
            return
        box.moveTopRight(area.topRight() + QPoint(-2, 2))
        painter.fillRect(box, faint(current_theme().raised, 225))
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_readout(self, painter: QPainter, area: QRect, at: QPointF) -> None:
        lines = self.readout()
        if not lines:
            return
        painter.setFont(tabular(self.font()))
        metrics = QFontMetrics(painter.font())
        width = max(metrics.horizontalAdvance(line) for line in lines) + 16
        height = metrics.height() * len(lines) + 10
        box = self._readout_box(area, at, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        background = faint(current_theme().raised, 240)
        painter.setBrush(background)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(current_theme().text))
        for i, line in enumerate(lines):
            base = box.top() + 5 + metrics.height() * i + metrics.ascent()
            painter.drawText(QPointF(box.left() + 8, base), line)

    def _readout_box(self, area: QRect, at: QPointF, width: int, height: int) -> QRectF:
        """Return a place beside the pointer, on the side with more room, never out of the widget.

        Where that would hide what is kept clear, it is another place near by.
        """
        sides = [at.x() + 14, at.x() - 14 - width]
        if at.x() >= area.left() + area.width() / 2:
            sides.reverse()
        boxes = [
            QRectF(
                min(max(x, 2.0), self.width() - width - 2.0),
                min(max(y, 2.0), self.height() - height - 2.0),
                width,
                height,
            )
            for y in (at.y() - height / 2, at.y() + 14, at.y() - 14 - height)
            for x in sides
        ]
        clear = self.kept_clear()
        open_ = (box for box in boxes if not any(box.intersects(kept) for kept in clear))
        return next(open_, boxes[0])

    # Mouse -------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the readout."""
        self.hover = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the readout."""
        self.hover = None
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the readout."""
        self.hover = event.position()
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the values or the picture."""
        self.copy_menu().popup(event.globalPos())

    def copy_menu(self) -> QMenu:
        """Return the menu of the right mouse button."""
        return export_menu(self, self.values_text, self.picture)

    def picture(self) -> QPixmap:
        """Return the plot as a picture, without the readout."""
        hover, self.hover = self.hover, None
        picture = self.grab()
        self.hover = hover
        return picture

    def changeEvent(self, event: QEvent) -> None:
        """Make room for labels in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._area = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Forget where the mouse was: the data moved from under it."""
        self.hover = None
        super().resizeEvent(event)


def near(a: QPointF | QPoint, b: QPointF | QPoint, distance: float = 4.0) -> bool:
    """Whether two points are so near that a press and a release there are a click."""
    return abs(a.x() - b.x()) + abs(a.y() - b.y()) < distance
