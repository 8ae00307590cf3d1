"""FigureDialog: which figure, in which format, how large and in which theme; with a preview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QWidget

from bpviz.figure_files import ENDINGS, LEAST, MOST, PIXELS, WINDOW
from bpviz.ui.core.formatting import translator
from bpviz.ui.kit.controls.combo_box import BoundedComboBox
from bpviz.ui.kit.controls.form import add_rows, fields_form
from bpviz.ui.kit.controls.labels import Complaint
from bpviz.ui.kit.controls.layouts import EDGE, hbox, vbox, widget_of
from bpviz.ui.kit.controls.number_edit import FloatEdit
from bpviz.ui.window.figures.choice import CM, PX, PX_IN_CM, RESOLUTIONS, FigureChoice

_tr = translator("FigureDialog")

PAUSE_MS = 150
"""After a change, so that several in a row are drawn once."""

PREVIEW = QSize(420, 300)

_SMOOTH = Qt.TransformationMode.SmoothTransformation


def choices(items: Mapping[Any, str], value: object) -> QComboBox:
    """Return a list of values by their words, one of them chosen."""
    box = BoundedComboBox()
    for each, words in items.items():
        box.addItem(words, each)
    box.setCurrentIndex(max(box.findData(value), 0))
    return box


class FigureDialog(QDialog):
    """Chooses a figure and its format; blocks nothing, and the run goes on behind it.

    Parameters
    ----------
    subjects : mapping of str to str
        What there is to draw, by name: panels in sight, and `WINDOW`.
    subject : str
        Which of them is chosen first.
    choice : FigureChoice
        What was chosen last.
    preview : callable
        Returns the picture of a subject by a choice, for the preview.

    Signals
    -------
    wanted(str, object)
        The subject and the `FigureChoice` that a person wants to be written.
    """

    wanted = Signal(str, object)

    def __init__(
        self,
        subjects: Mapping[str, str],
        subject: str,
        choice: FigureChoice,
        preview: Callable[[str, FigureChoice], QImage],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("figure_dialog")
        self.setWindowTitle(_tr("Export figure"))
        self._draw = preview
        self._unit = choice.unit
        self.subject = choices(subjects, subject)
        self.format = choices({each: _words(each) for each in ENDINGS}, choice.ending)
        themes = {"light": _tr("light"), "dark": _tr("dark"), "screen": _tr("as on the screen")}
        self.theme = choices(themes, choice.theme)
        self.width_edit, self.height_edit = (
            FloatEdit(LEAST, MOST, value, places=1, widest="00000.0")
            for value in (choice.width, choice.height)
        )
        self.unit = choices({PX: _tr("pixels"), CM: _tr("cm")}, choice.unit)
        resolutions = {dpi: _tr("{n} dpi").format(n=dpi) for dpi in RESOLUTIONS}
        self.resolution = choices(resolutions, choice.dpi)
        self.image = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.image.setObjectName("figure_preview")
        self.image.setAccessibleName(_tr("Preview"))
        self.image.setMinimumSize(PREVIEW)
        self.complaint = Complaint("figure_complaint")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.show_preview)
        self._lay_out()
        for box in (self.subject, self.format, self.theme, self.unit, self.resolution):
            box.currentIndexChanged.connect(self._changed)
        self._show_unit(choice)
        self.unit.currentIndexChanged.connect(self._convert)
        for edit in (self.width_edit, self.height_edit):
            edit.valueChanged.connect(self._changed)
            edit.valueChanged.connect(lambda: self.complaint.show_sentence(""))
            edit.refused.connect(self.complaint.show_sentence)
        self._changed()
        self.show_preview()

    def _lay_out(self) -> None:
        rows = QWidget()
        rows.setMinimumWidth(48 * self.fontMetrics().averageCharWidth())
        self.form = fields_form(rows)
        add_rows(
            self.form,
            (_tr("Figure"), self.subject, "figure_subject", _tr("Figure"),
             _tr("A panel in sight, or the whole window.")),
            (_tr("Format"), self.format, "figure_format", _tr("Format"),
             _tr("SVG and PDF keep lines and letters sharp at any size; PNG is made of pixels.")),
            (_tr("Theme"), self.theme, "figure_theme", _tr("Theme"),
             _tr("Light suits paper, dark suits dark slides.")),
            (_tr("Width"), self.width_edit, "figure_width", _tr("Width"),
             _tr("Width of the figure. Text stays as large as it is: a smaller figure has less "
                 "room for curves.")),
            (_tr("Height"), self.height_edit, "figure_height", _tr("Height"),
             _tr("Height of the figure.")),
            (_tr("Unit"), self.unit, "figure_unit", _tr("Unit"),
             _tr("Pixels of 1/96 inch, as browsers count them, or centimetres on paper.")),
            (_tr("Resolution"), self.resolution, "figure_resolution", _tr("Resolution"),
             _tr("Pixels in an inch of a picture: 96 for the screen, 300 for print.")),
        )  # fmt: skip
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = vbox(rows, self.complaint, spacing=6)
        column.addStretch(1)
        upper = widget_of(hbox(widget_of(column), self.image, spacing=12, stretch=self.image))
        vbox(upper, self.buttons, into=self, margins=EDGE, spacing=8, stretch=upper)

    # What is chosen ----------------------------------------------------------------------------

    def choice(self) -> FigureChoice:
        """Return what is chosen."""
        factor = PX_IN_CM if self._unit == CM else 1.0
        sides = (self.width_edit.value(), self.height_edit.value())
        width, height = (min(max(side * factor, LEAST), MOST) for side in sides)
        return FigureChoice(
            ending=self.format.currentData(),
            theme=self.theme.currentData(),
            width=width,
            height=height,
            unit=self._unit,
            dpi=self.resolution.currentData(),
        )

    def _show_unit(self, choice: FigureChoice) -> None:
        factor = PX_IN_CM if self._unit == CM else 1.0
        for edit, value in ((self.width_edit, choice.width), (self.height_edit, choice.height)):
            edit.blockSignals(True)
            edit.setRange(round(LEAST / factor, 1), round(MOST / factor, 1))
            edit.setValue(edit.rounded(value / factor))
            edit.blockSignals(False)

    @Slot()
    def _convert(self) -> None:
        """Write the same size in another unit."""
        choice = self.choice()
        self._unit = self.unit.currentData()
        self._show_unit(choice)

    @Slot()
    def _changed(self) -> None:
        pixels = self.format.currentData() in PIXELS
        self.form.setRowVisible(self.resolution, pixels)
        whole = self.subject.currentData() == WINDOW
        self.height_edit.setEnabled(not whole)  # it keeps its shape
        self._pause.start()

    @Slot()
    def show_preview(self) -> None:
        """Draw what would be written, as large as there is room."""
        picture = self._draw(self.subject.currentData(), self.choice())
        ratio = self.devicePixelRatioF()
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        room = self.image.size().expandedTo(PREVIEW)
        scaled = QPixmap.fromImage(picture).scaled(room * ratio, keep, smooth)
        scaled.setDevicePixelRatio(ratio)
        self.image.setPixmap(scaled)

    @Slot()
    def _accept(self) -> None:
        self.wanted.emit(self.subject.currentData(), self.choice())
        self.accept()


def _words(ending: str) -> str:
    return {
        "svg": _tr("SVG (vector)"),
        "pdf": _tr("PDF (vector)"),
        "png": _tr("PNG (pixels)"),
        "jpg": _tr("JPEG (pixels)"),
    }[ending]
