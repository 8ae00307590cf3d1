"""PictureInput: a canvas, what the network sees of it, and the inputs that it makes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from bpviz.datasets import Dataset
from bpviz.datasets.drawing.preparation import Preparation, pen_width, prepare
from bpviz.datasets.pictures.picture_field import PictureField
from bpviz.network.types import Floats
from bpviz.ui.kit.controls.export_menu import export_menu, tab_separated
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import AdaptiveLabel
from bpviz.ui.kit.pair.pixel_picture import PixelPicture
from bpviz.ui.panels.draw.canvas import DrawCanvas
from bpviz.ui.panels.draw.tools import DrawTools

SPACING = 6

BESIDE = 0.4
"""How wide what the network sees is, beside a canvas of width 1."""

QWIDGETSIZE_MAX = 2**24 - 1

LEAST = 14
"""Lines of text that both together must be wide."""


class PictureInput(FittedWidget):
    """Draws inputs of a data set of pictures.

    The tools are a widget of their own, so that they can have the whole width of a panel.

    Signals
    -------
    changed()
        There are other inputs.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = DrawCanvas("draw_canvas")
        self.tools = DrawTools(self.canvas)
        self.seen = PixelPicture("draw_seen_picture")
        self.seen.setToolTip(
            self.tr(
                "The drawing as the network sees it, after preprocessing: one square per input."
            )
        )
        self._caption = AdaptiveLabel(muted=True)
        self._caption.set_sentences((self.tr("Network input"), "x"))
        self._field: PictureField | None = None
        self._known = Preparation.FIT
        self._usual = Preparation.MNIST
        self._how = Preparation.FIT
        self._prepared: Floats | None = None
        self._apart = False
        self._name_preparation(on=False)
        self.beside = QWidget()
        column = QVBoxLayout(self.beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._caption)
        column.addWidget(self.seen, 1)
        column.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACING)
        self._row.addWidget(self.canvas, 3)
        self._row.addWidget(self.beside, 2)
        self.canvas.changed.connect(self._drawn)
        self.tools.seen.toggled.connect(self._fit)
        self.tools.prepare.toggled.connect(self._prepare)
        for widget in (self.canvas, self.seen):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(self._open_menu)

    # Data --------------------------------------------------------------------------------------

    def set_data(self, data: Dataset, field: PictureField) -> None:
        """Draw inputs of `data`; what is drawn stays if the shape is the same."""
        before, self._field = self._field, None  # nothing is shown until both have one shape
        known = Preparation.usual(data)
        other_shape = before is None or before.shape != field.shape
        if other_shape or known is not self._known:
            self._how = self._known = known
            self._usual = Preparation.MNIST if known is Preparation.FIT else known
            self._name_preparation(known is not Preparation.FIT)
        if other_shape:
            self.tools.set_pen_width(pen_width(known))
            self.canvas.set_shape(*field.shape)
        self._field = field
        self._drawn()

    def _name_preparation(self, on: bool) -> None:
        if self._usual is Preparation.DIGITS:
            words = self.tr("Preprocess as the data")
            explained = self.tr(
                "Preprocess the drawing as the digits of the data were: upright, 20 wide and 32 "
                "high in a bitmap of 32 × 32 pixels, counted in blocks of 4 × 4. Off: the network "
                "sees the whole canvas."
            )
        else:
            words = self.tr("Preprocess as MNIST")
            explained = self.tr(
                "Preprocess the drawing as MNIST's digits were: scaled to fit a box of 20 × 20 of "
                "28 × 28 pixels, with its centre of mass in the middle. Off: the network sees the "
                "whole canvas."
            )
        self.tools.set_preparation(words, explained, on)

    @property
    def input_values(self) -> Floats | None:
        """The inputs (n,) float64; None while there is no ink."""
        if self._field is None or self.canvas.drawing.blank:
            return None
        return self._field.x(self._picture())

    def paste(self, x: Floats) -> None:
        """Put the picture of some inputs (n,) onto the canvas."""
        if self._field is not None:
            self.canvas.paste(self._field.picture(x))

    def _picture(self) -> Floats:
        """Return the drawing after its preparation, (height, width), made once for each change."""
        if self._prepared is None:
            self._prepared = prepare(self.canvas.drawing, self._how)
        return self._prepared

    @Slot()
    def _drawn(self) -> None:
        self._prepared = None
        field = self._field
        if field is None:
            return
        if not self.beside.isHidden():
            self._show_seen(field)
        self.changed.emit()

    def _show_seen(self, field: PictureField) -> None:
        x = field.x(self._picture())
        shape = field.shape
        pixels = x[: shape[0] * shape[1]].reshape(shape)
        self.seen.set_picture(pixels, max(abs(field.paper), abs(field.ink)))
        self.seen.set_more(self.tr("and a constant 1") if x.size > pixels.size else "")

    @Slot(bool)
    def _prepare(self, on: bool) -> None:
        self._how = self._usual if on else Preparation.FIT
        self._drawn()

    # Room --------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for both pictures."""
        return QSize(340, 240)

    def width_for(self, height: int, most: int) -> int:
        """Return how wide it would like to be where it is `height` high; at most `most`."""
        canvas = self.canvas_for(height, most)
        both = min(round(canvas + SPACING + BESIDE * canvas), most)
        return both if self._has_room(both) else min(round(canvas), most)

    def canvas_for(self, height: int, most: int) -> int:
        """Return how wide a canvas alone is that has so much room, as its pictures are shaped."""
        rows, columns = self.canvas.drawing.shape
        return min(round(height * columns / rows), most)

    def set_apart(self, side: int) -> None:
        """Leave what the network sees to somebody else, `side` wide; 0 takes it back."""
        if side and self.tools.seen.isChecked():
            self.beside.setVisible(True)
            rows, columns = self.canvas.drawing.shape
            self._caption.setVisible(False)
            self.beside.setFixedSize(side, side * rows // columns + self._words())
            self.seen.setMaximumHeight(QWIDGETSIZE_MAX)
            if not self._apart and self._field is not None:
                self._show_seen(self._field)
        elif self._apart and not side:
            self.beside.setMinimumSize(0, 0)
            self.beside.setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX)
            self._caption.setVisible(True)
            self._row.addWidget(self.beside, 2)
        elif side:
            self.beside.setVisible(False)
        self._apart = side > 0
        self._fit()

    def _words(self) -> int:
        """Return the height of what is said below the picture."""
        return (self.fontMetrics().height() + 4 if self.seen.more else 0) + 2

    def _has_room(self, width: int) -> bool:
        """Whether what the network sees should stand beside the canvas."""
        return self.tools.seen.isChecked() and width >= LEAST * self.fontMetrics().height()

    @Slot()
    def _fit(self) -> None:
        """Show what the network sees beside the canvas, unless that leaves the canvas too small."""
        if self._apart:
            return
        wanted = self._has_room(self.width())
        if wanted is self.beside.isHidden():
            self.beside.setVisible(wanted)
            if wanted and self._field is not None:
                self._show_seen(self._field)
        rows, columns = self.canvas.drawing.shape
        room = max(self.width() - SPACING, 2)
        canvas = min(self.height() * columns / rows, room / (1 + BESIDE))
        beside = max(round(room - canvas), 1)
        self._row.setStretch(0, room - beside)
        self._row.setStretch(1, beside)
        self.seen.setMaximumHeight(beside * rows // columns + self._words())

    @Slot(QPoint)
    def _open_menu(self, position: QPoint) -> None:
        source = self.sender()
        if isinstance(source, QWidget):
            self.build_menu(source).popup(source.mapToGlobal(position))

    def build_menu(self, source: QWidget) -> QMenu:
        """Return a new context menu for the canvas or what the network sees."""
        return export_menu(self, self.text, source.grab)

    def text(self) -> str:
        """Return what the network sees as tab separated text, a line for each row of pixels."""
        return "" if self._field is None else tab_separated(self._picture().tolist())
