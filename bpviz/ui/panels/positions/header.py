"""PositionsHeader: from which position to which, Compare or Cancel."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QWidget

from bpviz.training.events import Frame
from bpviz.ui.core.formatting import shortened, translated
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.kit.controls.combo_box import combo_box
from bpviz.ui.kit.controls.labels import Complaint
from bpviz.ui.kit.controls.layouts import flow, hbox, named, vbox, widget_of
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.kit.controls.number_text import read_whole


class PlaceEdit(QObject):
    """Editors of a branch and a step of it; empty is where the run stands, or step 0.

    Signals
    -------
    entered()
        Return was pressed.
    complained(str)
        See `NumberLine`.

    Parameters
    ----------
    name : str
        Of the list of branches; that of the step ends with ``_step``.
    label : str
    nothing : str
        What an empty step means.

    Attributes
    ----------
    parts : (QWidget, QWidget)
        The editors with their labels.
    """

    entered = Signal()
    complained = Signal(str)

    def __init__(self, name: str, label: str, nothing: str, parent: QObject) -> None:
        super().__init__(parent)
        self._branches: tuple[tuple[int, str, int], ...] = ()
        self._chosen = False
        self.branch: QComboBox = combo_box(
            f"{name}_branch",
            self.tr("{label}: branch").format(label=label),
            self.tr("The branch that this position is on."),
            letters=10,
        )
        self.step = named(
            NumberLine(self._read, digits=9),
            f"{name}_step",
            self.tr("{label}: step").format(label=label),
            tip=self.tr("Number of updates on that branch; {nothing} unless you type one. Return "
                        "compares.").format(nothing=nothing),
        )  # fmt: skip
        self.step.setPlaceholderText(nothing)
        words = named(QLabel(label), f"{name}_label")
        words.setBuddy(self.branch)
        step = named(QLabel(self.tr("step")), f"{name}_step_label")
        step.setBuddy(self.step)
        self.parts = (
            widget_of(hbox(words, self.branch, spacing=6)),
            widget_of(hbox(step, self.step, spacing=6)),
        )
        self.branch.activated.connect(self._choose)
        self.step.entered.connect(self.entered)
        self.step.complained.connect(self.complained)

    def _read(self, typed: str) -> int:
        """Return a step; −1 where nothing is typed."""
        return read_whole(typed, high=self._tip()) if typed.strip() else -1

    def _tip(self) -> int:
        at = self.branch.currentIndex()
        return self._branches[at][2] if 0 <= at < len(self._branches) else 0

    def show_branches(self, frame: Frame) -> None:
        """List the branches; one that a person chose stays, else it is the present one."""
        branches = tuple((b.number, translated(b.name), b.tip) for b in frame.branches)
        chosen = self.number() if self._chosen else None
        if [each[:2] for each in branches] != [each[:2] for each in self._branches]:
            self.branch.clear()
            self.branch.addItems([shortened(name, 40) for _, name, _ in branches])
        self._branches = branches
        numbers = [number for number, _, _ in branches]
        self._chosen = chosen in numbers
        wanted = chosen if chosen in numbers else frame.branch
        if wanted in numbers:
            self.branch.setCurrentIndex(numbers.index(wanted))

    @Slot()
    def _choose(self) -> None:
        self._chosen = True

    def number(self) -> int | None:
        """Return the number of the branch that is chosen."""
        at = self.branch.currentIndex()
        return self._branches[at][0] if 0 <= at < len(self._branches) else None

    def place(self, otherwise: int) -> tuple[int, int] | None:
        """Return branch and step; None where what is typed is to be corrected."""
        number, step = self.number(), self.step.taken()
        if number is None or step is None:
            return None
        return number, min(otherwise, self._tip()) if step < 0 else int(step)


class PositionsHeader(QWidget):
    """Both positions, the button, and how far it has come.

    Signals
    -------
    asked(), cancelled()

    Parameters
    ----------
    *switches : QWidget
        What stands behind the button.

    Attributes
    ----------
    first, second : PlaceEdit
    controls : QWidget
        Everything but complaints.
    """

    asked = Signal()
    cancelled = Signal()

    def __init__(self, *switches: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking = False
        self.first = PlaceEdit("positions_first", self.tr("from"), "0", self)
        self.second = PlaceEdit("positions_second", self.tr("to"), self.tr("here"), self)
        self.button = push_button("positions_compare", self.tr("Compare"), "")
        self.progress = named(
            QProgressBar(maximum=1000, textVisible=False),
            "positions_progress",
            self.tr("Progress of the replay"),
            tip=self.tr("Share of the steps that have been replayed"),
        )
        self.progress.setMaximumWidth(120)
        self.progress.hide()
        self.complaint = Complaint("positions_complaint")
        self.controls = flow(
            *self.first.parts, *self.second.parts, self.button, self.progress, *switches
        )
        vbox(self.controls, self.complaint, into=self, spacing=3)
        for edit in (self.first, self.second):
            edit.entered.connect(self.asked)
            edit.complained.connect(self.complaint.show_sentence)
        self.button.clicked.connect(self._clicked)
        self._dress()

    def show_frame(self, frame: Frame, fraction: float | None) -> None:
        """List the branches, and show how far a comparison has come."""
        self.first.show_branches(frame)
        self.second.show_branches(frame)
        self.button.setEnabled(frame.dataset is not None)
        if self._asking is not (fraction is not None):
            self._asking = fraction is not None
            self._dress()
        self.progress.setVisible(self._asking)
        self.progress.setValue(round(1000 * (fraction or 0.0)))

    def places(self, step: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Return both positions, the run standing at `step`; None complains."""
        first, second = self.first.place(0), self.second.place(step)
        return None if first is None or second is None else (first, second)

    def _dress(self) -> None:
        words = self.tr("Compare")
        tip = self.tr("Replay up to both positions, and show what differs.")
        if self._asking:
            words = self.tr("Cancel")
            tip = self.tr("Give up the replay; the run does not notice.")
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setToolTip(tip)

    @Slot()
    def _clicked(self) -> None:
        (self.cancelled if self._asking else self.asked).emit()
