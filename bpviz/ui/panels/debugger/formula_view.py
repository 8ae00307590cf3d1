"""FormulaView: typeset formulas, as large as the window's text asks for and sharp anywhere."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.ui.core.figure_mode import painting_figure
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.panels.debugger.formula_path import formula_path
from bpviz.ui.panels.debugger.formulas.templates import Formula
from bpviz.ui.panels.debugger.typesetter import SIZE, Typesetter

ENLARGED = 1.35
"""Letters of a formula are so much larger than those of the text around it."""

SMALLEST = 0.55
"""Where there is no room it shrinks down to this."""


class FormulaView(QWidget):
    """Formulas beside one another where they fit, else one below the other.

    Until a formula is typeset its text stands in its place.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr("The formula of this phase in the symbols of the lecture note")
        named(self, name, self.tr("Formula"), tip=tip)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._formulas: tuple[Formula, ...] = ()
        self._renderers: dict[str, QSvgRenderer] = {}
        self._images: dict[tuple[str, int, int, str], QImage] = {}
        self._typesetter = Typesetter(self)
        self._typesetter.ready.connect(self._changed)

    def set_formulas(self, formulas: tuple[Formula, ...]) -> None:
        """Show other formulas."""
        if formulas != self._formulas:
            self._formulas = formulas
            self.setAccessibleDescription(self.text())
            self._changed()

    def text(self) -> str:
        """Return the formulas in plain characters, one a line."""
        return "\n".join(formula.text for formula in self._formulas)

    @property
    def typeset(self) -> bool:
        """Whether all that is shown is typeset."""
        return all(self._renderer(formula) is not None for formula in self._formulas)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return round(max((rect.bottom() for _, rect in self._places(width)), default=0.0)) + 1

    def sizeHint(self) -> QSize:
        """As high as it is at its width."""
        return QSize(200, self.heightForWidth(max(self.width(), 100)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes."""
        return QSize(40, 0)

    @Slot()
    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _renderer(self, formula: Formula) -> QSvgRenderer | None:
        renderer = self._renderers.get(formula.latex)
        if renderer is None:
            svg = self._typesetter.svg(formula.latex)
            if not svg:
                return None
            renderer = QSvgRenderer(QByteArray(svg), self)
            self._renderers[formula.latex] = renderer
        return renderer

    def _size(self, formula: Formula, width: float) -> QSizeF:
        renderer = self._renderer(formula)
        if renderer is None:
            metrics = self.fontMetrics()
            # Advances are rounded: without a little more the last letter may go to another line.
            whole = metrics.horizontalAdvance(formula.text) + 2
            lines = -(-whole // max(round(width), 1))
            return QSizeF(min(whole, width), lines * metrics.height())
        natural = renderer.viewBoxF().size()
        scale = self._letter() / SIZE
        scale = min(scale, max(width / natural.width(), SMALLEST * scale))
        return QSizeF(natural.width() * scale, natural.height() * scale)

    def _letter(self) -> float:
        """Return how high the letters are, in pixels."""
        return ENLARGED * self.fontInfo().pixelSize()

    def _places(self, width: int) -> list[tuple[Formula, QRectF]]:
        gap, lead = 1.6 * self._letter(), 0.35 * self._letter()
        rows: list[list[tuple[Formula, QSizeF]]] = []
        x = 0.0
        for formula in self._formulas:
            size = self._size(formula, width)
            if not rows or x + size.width() > width:
                rows.append([])
                x = 0.0
            rows[-1].append((formula, size))
            x += size.width() + gap
        places, y = [], 0.0
        for row in rows:
            height = max(size.height() for _, size in row)
            x = 0.0
            for formula, size in row:
                top = y + (height - size.height()) / 2
                places.append((formula, QRectF(QPointF(x, top), size)))
                x += size.width() + gap
            y += height + lead
        return places

    def _fill(self, painter: QPainter, formula: Formula, rect: QRectF) -> None:
        """Fill the outlines of a formula's letters."""
        renderer, svg = self._renderer(formula), self._typesetter.svg(formula.latex)
        if renderer is None or not svg:
            return
        box = renderer.viewBoxF()
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / box.width(), rect.height() / box.height())
        painter.translate(-box.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(formula_path(svg), QColor(current_theme().text))
        painter.restore()

    def _image(self, formula: Formula, renderer: QSvgRenderer, size: QSizeF) -> QImage:
        ratio = self.devicePixelRatioF()
        width, height = round(size.width() * ratio), round(size.height() * ratio)
        key = formula.latex, width, height, current_theme().text
        image = self._images.get(key)
        if image is None:
            if len(self._images) > 60:
                self._images.clear()
            image = QImage(max(width, 1), max(height, 1), QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            with QPainter(image) as painter:
                renderer.render(painter, QRectF(image.rect()))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
                painter.fillRect(image.rect(), QColor(current_theme().text))
            image.setDevicePixelRatio(ratio)
            self._images[key] = image
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the formulas."""
        painter = QPainter(self)
        for formula, rect in self._places(self.width()):
            renderer = self._renderer(formula)
            if renderer is not None:
                if painting_figure():
                    self._fill(painter, formula, rect)
                    continue
                ratio = self.devicePixelRatioF()
                # Whole pixels of the screen, or lines would be blurred.
                corner = QPointF(round(rect.x() * ratio) / ratio, round(rect.y() * ratio) / ratio)
                painter.drawImage(corner, self._image(formula, renderer, rect.size()))
            else:
                painter.setPen(QColor(current_theme().text))
                painter.drawText(rect, Qt.TextFlag.TextWrapAnywhere, formula.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the width changes it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's font (presentation mode)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._changed()
