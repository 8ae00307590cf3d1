"""DrawTools: pen and eraser, how thick they are, and what can be done to the whole drawing."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QToolButton, QWidget

from bpviz.ui.kit.controls.buttons import flat_button, flat_push
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.flow_layout import FlowLayout
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.kit.controls.short_slider import ShortSlider
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.panels.draw.canvas import DrawCanvas

THINNEST, THICKEST = 10, 250
"""Of the pen, in thousandths of the canvas's longer side."""


ROOMY = 22
"""Lines of text that the tools are wide where there is room for what the network sees."""


class DrawTools(FittedWidget):
    """Lines of small buttons above a canvas.

    Attributes
    ----------
    paste : QToolButton
        The sample at hand should be pasted.
    seen, prepare : QToolButton
        Whether what the network sees is shown; whether drawings are prepared like the data.
    """

    def __init__(self, canvas: DrawCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._presenting = False
        self.pen = Segmented(
            "draw_pen",
            (
                ("pen", self.tr("Pen"), self.tr("Draw ink")),
                ("eraser", self.tr("Eraser"), self.tr("Erase ink")),
            ),
        )
        self.width_edit = named(
            ShortSlider(5),
            "draw_width",
            self.tr("Thickness"),
            self.tr(
                "How thick pen and eraser draw, from 1 to 25 % of the canvas. The default makes "
                "strokes as thick as those of the data."
            ),
        )
        self.width_edit.setRange(THINNEST, THICKEST)
        self.width_edit.setSingleStep(5)
        self.width_edit.setPageStep(20)
        self.undo = flat_push(
            "draw_undo",
            self.tr("Undo"),
            self.tr("Undo the last stroke, pasted sample or clearing."),
        )
        self.redo = flat_push("draw_redo", self.tr("Redo"), self.tr("Redo what was undone last."))
        self.clear = flat_push(
            "draw_clear", self.tr("Clear"), self.tr("Clear the canvas. It can be undone.")
        )
        self.paste = flat_push(
            "draw_paste",
            self.tr("Paste sample"),
            self.tr("Copy the current sample to the canvas, to change it. It can be undone."),
        )
        self.seen = flat_button(
            "draw_seen",
            self.tr("Show network input"),
            self.tr(
                "Show beside the canvas what the network sees: the drawing after preprocessing, "
                "one square per input."
            ),
            kind=QToolButton,  # the canvas needs the room
        )
        self.seen.setChecked(True)
        self.prepare = flat_button(
            "draw_prepare", self.tr("Preprocess as MNIST"), "", kind=QToolButton
        )
        flow = FlowLayout(4, self)
        for widget in self._widgets():
            flow.addWidget(widget)
        self._guard = WheelGuard(self)
        self._guard.guard(self.width_edit)
        self._connect()
        self.follow()

    def _widgets(self) -> tuple[QWidget, ...]:
        return (
            self.pen, self.width_edit, self.undo, self.redo, self.clear, self.paste,
            self.seen, self.prepare,
        )  # fmt: skip

    def _connect(self) -> None:
        canvas = self._canvas
        self.pen.changed.connect(self._set_pen)
        self.width_edit.valueChanged.connect(self._set_width)
        self.undo.clicked.connect(canvas.undo)
        self.redo.clicked.connect(canvas.redo)
        self.clear.clicked.connect(canvas.clear)
        canvas.changed.connect(self.follow)

    def set_preparation(self, text: str, tooltip: str, on: bool) -> None:
        """Name the switch of the preparation; it is then `on`, without a signal."""
        self.prepare.blockSignals(True)
        self.prepare.setText(text)
        self.prepare.setAccessibleName(text)
        self.prepare.setToolTip(tooltip)
        self.prepare.setChecked(on)
        self.prepare.blockSignals(False)

    def set_pen_width(self, width: float) -> None:
        """Let pen and eraser be `width` thick, a share of the canvas's longer side."""
        self.width_edit.setValue(round(1000 * width))
        canvas = self._canvas
        canvas.pen_width = width

    def set_presenting(self, on: bool) -> None:
        """Keep what a class needs, which has room in large letters."""
        self._presenting = on
        for widget in (self.width_edit, self.redo, self.paste, self.prepare):
            widget.setVisible(not on)
        self._fit()

    def _fit(self) -> None:
        """Offer what the network sees only where it has room."""
        roomy = self.width() >= ROOMY * self.fontMetrics().height()
        self.seen.setVisible(roomy and not self._presenting)

    @Slot()
    def follow(self) -> None:
        """Enable what can be done."""
        drawing = self._canvas.drawing
        self.undo.setEnabled(drawing.can_undo)
        self.redo.setEnabled(drawing.can_redo)
        self.clear.setEnabled(drawing.can_undo or drawing.can_redo)

    @Slot(str)
    def _set_pen(self, value: str) -> None:
        self._canvas.erasing = value == "eraser"

    @Slot(int)
    def _set_width(self, thousandths: int) -> None:
        self._canvas.pen_width = thousandths / 1000
        self._canvas.update()
