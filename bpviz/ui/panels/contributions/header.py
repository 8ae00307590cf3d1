"""ContributionsHeader: of what and of which steps, Compute or Cancel, and the sum that came out."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from bpviz.ui.core.formatting import count
from bpviz.ui.core.selection import Selection
from bpviz.ui.kit.controls.buttons import flat_push, push_button
from bpviz.ui.kit.controls.labels import AdaptiveLabel, Complaint
from bpviz.ui.kit.controls.layouts import flow, hbox, named, vbox, widget_of
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.kit.controls.number_text import read_whole
from bpviz.ui.kit.controls.segmented import Segmented

WEIGHT, ROW, UNIT = "weight", "row", "unit"
SAMPLES, CLASSES, SUM, TIME = "samples", "classes", "sum", "time"
"""The pages."""


class ContributionsHeader(QWidget):
    """The question, and its answer in a line.

    Signals
    -------
    asked(), cancelled()
    page_changed(str)

    Attributes
    ----------
    kinds : Segmented
        WEIGHT, ROW or UNIT.
    pages : Segmented
    start, stop : NumberLine
        Empty is step 0, and where the run stands.
    controls : QWidget
        Everything above the answer.
    """

    asked = Signal()
    cancelled = Signal()
    page_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tip = 0
        self._asking = False
        self._low = False
        self._equation: tuple[str, ...] = ()
        self._stretch = ""
        self._zoomed: tuple[int, int] | None = None
        self.kinds = Segmented(
            "contributions_kind",
            (
                (WEIGHT, self.tr("Weight"), self.tr("What made the selected weight")),
                (ROW, self.tr("Row"), self.tr("What made its whole row of W₁ or W₂")),
                (
                    UNIT,
                    self.tr("Unit"),
                    self.tr("What made its hidden unit: a row of W₁, a column of W₂"),
                ),
            ),
        )
        self.start = self._step_line(
            "contributions_start",
            self.tr("First step"),
            self.tr("The stretch begins before this step: 0 unless you type another. Return asks."),
        )
        self.stop = self._step_line(
            "contributions_stop",
            self.tr("Last step"),
            self.tr("The stretch ends at this step: here unless you type another. Return asks."),
        )
        self.start.setPlaceholderText("0")
        self.stop.setPlaceholderText(self.tr("here"))
        first = named(QLabel(self.tr("steps")), "contributions_start_label")
        last = named(QLabel(self.tr("to")), "contributions_stop_label")
        first.setBuddy(self.start)
        last.setBuddy(self.stop)
        self.zoomed = flat_push(
            "contributions_zoomed",
            self.tr("as zoomed"),
            self.tr("Take the steps that the plots along time are zoomed to."),
        )
        self.zoomed.hide()
        self.button = push_button("contributions_ask", self.tr("Compute"), "")
        self.progress = named(
            QProgressBar(maximum=1000, textVisible=False),
            "contributions_progress",
            self.tr("Progress of the replay"),
            tip=self.tr("Share of the steps that have been replayed"),
        )
        self.progress.setMaximumWidth(120)
        self.progress.hide()
        self.pages = Segmented(
            "contributions_page",
            (
                (SAMPLES, self.tr("Samples"), self.tr("Show the samples that changed it most")),
                (CLASSES, self.tr("Classes"), self.tr("Show what each class added")),
                (SUM, self.tr("Sum"), self.tr("Show the row as the sum of what classes added")),
                (
                    TIME,
                    self.tr("Over time"),
                    self.tr("Show how a sample's share grew"),
                ),
            ),
        )
        self.side = Segmented(
            "contributions_side",
            (
                ("W1", self.tr("W₁ in"), self.tr("Show the unit's row of W₁: what goes in")),
                ("W2", self.tr("W₂ out"), self.tr("Show the unit's column of W₂: what comes out")),
            ),
        )
        self.side.hide()
        self.what = AdaptiveLabel(name="contributions_what", bold=True)
        self.sum = AdaptiveLabel(name="contributions_sum")
        self.complaint = Complaint("contributions_complaint")
        for line in (self.start, self.stop):
            line.complained.connect(self.complaint.show_sentence)
        begins = widget_of(hbox(first, self.start, spacing=6))
        ends = widget_of(hbox(last, self.stop, spacing=6))
        self.controls = flow(
            self.kinds,
            begins,
            ends,
            self.zoomed,
            self.button,
            self.progress,
            self.pages,
            self.side,
        )
        vbox(self.controls, self.complaint, self.what, self.sum, into=self, spacing=3)
        self.start.entered.connect(self.asked)
        self.stop.entered.connect(self.asked)
        self.zoomed.clicked.connect(self._take_zoomed)
        self.button.clicked.connect(self._clicked)
        self.pages.changed.connect(self.page_changed)
        self._dress()

    def _step_line(self, name: str, title: str, tip: str) -> NumberLine:
        return named(NumberLine(self._read, digits=9), name, title, tip=tip)

    def _read(self, typed: str) -> int:
        """Return a step; −1 where nothing is typed."""
        return read_whole(typed, high=self._tip) if typed.strip() else -1

    def stretch(self, step: int) -> tuple[int, int] | None:
        """Return the steps that are asked about, where the run stands at `step`; None complains."""
        start, stop = self.start.taken(), self.stop.taken()
        if start is None or stop is None:
            return None
        first, last = max(int(start), 0), step if stop < 0 else int(stop)
        if first > last:
            self.complaint.show_sentence(
                self.tr("The stretch ends at step {stop}, before it begins. Type an earlier step.")
                .format(stop=count(last))
            )  # fmt: skip
            return None
        self.complaint.show_sentence("")
        return first, last

    def set_tip(self, tip: int) -> None:
        """Take steps up to `tip`."""
        self._tip = tip

    def set_zoomed(self, steps: tuple[int, int] | None) -> None:
        """Offer the steps that other plots show."""
        self._zoomed = steps
        self.zoomed.setVisible(steps is not None)

    def show_target(self, selection: Selection | None, *, ready: bool) -> None:
        """Say of what, and whether it can be asked."""
        self.button.setEnabled(self._asking or (selection is not None and ready))

    def show_progress(self, fraction: float | None) -> None:
        """Show how far a replay under way has come; None is that there is none."""
        if self._asking is not (fraction is not None):
            self._asking = fraction is not None
            self._dress()
        self.progress.setVisible(self._asking)
        self.progress.setValue(round(1000 * (fraction or 0.0)))

    def say(self, what: tuple[str, ...], equation: tuple[str, ...], stretch: str, tip: str) -> None:
        """Show the answer in words; where it is low the sum alone, with its steps."""
        self._equation, self._stretch = equation, stretch
        self.what.set_sentences(what)
        self.sum.setToolTip("\n\n".join((*what[:1], tip)))
        self._fit_lines()

    def set_low(self, low: bool) -> None:
        """Leave the room of a line to what is below: the sum says of what it is as well."""
        self._low = low
        self._fit_lines()

    def _fit_lines(self) -> None:
        told = self._equation
        self.what.setVisible(bool(told) and not self._low)
        if self._low and told:
            told = *(f"{self._stretch}: {words}" for words in told), told[-1]
        self.sum.set_sentences(told)
        self.sum.setVisible(bool(told))

    def _dress(self) -> None:
        words, tip = (
            self.tr("Compute"),
            self.tr("Replay these steps, and add up what each sample did."),
        )
        if self._asking:
            words, tip = self.tr("Cancel"), self.tr("Give up the replay; the run does not notice.")
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setToolTip(tip)

    @Slot()
    def _clicked(self) -> None:
        (self.cancelled if self._asking else self.asked).emit()

    @Slot()
    def _take_zoomed(self) -> None:
        if self._zoomed is not None:
            for line, step in zip((self.start, self.stop), self._zoomed, strict=True):
                line.setText(count(min(step, self._tip)))
            self.asked.emit()
