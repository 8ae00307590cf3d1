"""AnimationDialog: which steps of the run are shown, in how many frames, and how large."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from bpviz.animation import LEAST_RATE, MOST_FRAMES, MOST_RATE, Stretch
from bpviz.figure_files import LEAST, MOST
from bpviz.ui.core.formatting import count, localized, translator
from bpviz.ui.kit.controls.form import add_rows, fields_form
from bpviz.ui.kit.controls.labels import Complaint, Note
from bpviz.ui.kit.controls.layouts import EDGE, vbox
from bpviz.ui.kit.controls.number_edit import IntegerEdit
from bpviz.ui.window.figures.dialog import choices

_tr = translator("AnimationDialog")


@dataclass(frozen=True, slots=True)
class AnimationChoice:
    """What a person chose of an animation last; the steps are those of the run at hand."""

    frames: int = 100
    rate: int = 20
    width: int = 640
    height: int = 400
    theme: str = "light"
    ending: str = "gif"


class AnimationDialog(QDialog):
    """Chooses an animation; blocks nothing, and the run goes on behind it.

    Parameters
    ----------
    subjects : mapping of str to str
        What there is to draw, by name.
    subject : str
        Which of them is chosen first.
    tip : int
        The last step that the run has come to.
    choice : AnimationChoice
        What was chosen last.

    Signals
    -------
    wanted(str, object, object)
        The subject, the `Stretch` and the `AnimationChoice`.
    """

    wanted = Signal(str, object, object)

    def __init__(
        self,
        subjects: Mapping[str, str],
        subject: str,
        tip: int,
        choice: AnimationChoice,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("animation_dialog")
        self.setWindowTitle(_tr("Export animation"))
        self.subject = choices(subjects, subject)
        self.first, self.last = IntegerEdit(0), IntegerEdit(0)
        self.last.setValue(max(tip, 0))
        self.frames, self.rate = IntegerEdit(1, MOST_FRAMES), IntegerEdit(LEAST_RATE, MOST_RATE)
        self.width_edit, self.height_edit = IntegerEdit(LEAST, MOST), IntegerEdit(LEAST, MOST)
        self.theme = choices({"light": _tr("light"), "dark": _tr("dark")}, choice.theme)
        self.format = choices({"gif": _tr("GIF"), "apng": _tr("APNG")}, choice.ending)
        self.length = Note("animation_length")
        self.complaint = Complaint("animation_complaint")
        for edit, value in (
            (self.frames, choice.frames), (self.rate, choice.rate),
            (self.width_edit, choice.width), (self.height_edit, choice.height),
        ):  # fmt: skip
            edit.setValue(value)
        self._lay_out()
        for edit in (self.first, self.last, self.frames, self.rate):
            edit.valueChanged.connect(self._changed)
        for edit in (
            self.first, self.last, self.frames, self.rate, self.width_edit, self.height_edit,
        ):  # fmt: skip
            edit.refused.connect(self.complaint.show_sentence)
        self._changed()

    def _lay_out(self) -> None:
        rows = QWidget()
        rows.setMinimumWidth(56 * self.fontMetrics().averageCharWidth())
        form = fields_form(rows)
        add_rows(
            form,
            (_tr("Figure"), self.subject, "animation_subject", _tr("Figure"),
             _tr("A panel in sight, or the whole window.")),
            (_tr("From step"), self.first, "animation_first", _tr("From step"),
             _tr("The step of the first frame.")),
            (_tr("To step"), self.last, "animation_last", _tr("To step"),
             _tr("The step of the last frame; steps that the run has not taken yet are taken in a "
                 "copy of it.")),
            (_tr("Frames"), self.frames, "animation_frames", _tr("Frames"),
             _tr("How many frames show these steps, evenly.")),
            (_tr("Frames a second"), self.rate, "animation_rate", _tr("Frames a second"),
             _tr("How fast they follow each other.")),
            (_tr("Width"), self.width_edit, "animation_width", _tr("Width"), _tr("In pixels.")),
            (_tr("Height"), self.height_edit, "animation_height", _tr("Height"),
             _tr("In pixels.")),
            (_tr("Theme"), self.theme, "animation_theme", _tr("Theme"),
             _tr("Light suits paper, dark suits dark slides.")),
            (_tr("Format"), self.format, "animation_format", _tr("Format"),
             _tr("GIF is shown everywhere, with 255 colours; APNG has all of them.")),
        )  # fmt: skip
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        vbox(rows, self.length, self.complaint, self.buttons, into=self, margins=EDGE, spacing=8)

    def stretch(self) -> Stretch:
        """Return the steps that are chosen."""
        first, last = self.first.value(), self.last.value()
        return Stretch(first, max(first, last), self.frames.value(), self.rate.value())

    @Slot()
    def _changed(self) -> None:
        self.complaint.show_sentence("")
        ordered = self.first.value() <= self.last.value()
        if not ordered:
            self.complaint.show_sentence(
                _tr("The first step is after the last one. Choose a smaller one.")
            )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(ordered)
        stretch = self.stretch()
        # Not their list: there may be thousands.
        frames = min(stretch.frames, stretch.last - stretch.first + 1)
        words = _tr("{frames} frames in {seconds} s")
        if frames == 1:
            words = _tr("1 frame in {seconds} s")
        seconds = localized(f"{frames / stretch.rate:.3g}")
        self.length.setText(words.format(frames=count(frames), seconds=seconds))

    @Slot()
    def _accept(self) -> None:
        choice = AnimationChoice(
            self.frames.value(),
            self.rate.value(),
            self.width_edit.value(),
            self.height_edit.value(),
            self.theme.currentData(),
            self.format.currentData(),
        )
        self.wanted.emit(self.subject.currentData(), self.stretch(), choice)
        self.accept()
