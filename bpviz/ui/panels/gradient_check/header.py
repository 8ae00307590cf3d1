"""CheckHeader: what stands above the pictures of a gradient check: the button, and the verdict."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from bpviz.network.rules import GradientRule
from bpviz.training.evaluation.check_info import CheckInfo
from bpviz.ui.core import counting
from bpviz.ui.core.theme import MUTED, current_theme, theme_changed
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import AdaptiveLabel
from bpviz.ui.kit.controls.layouts import flow, hbox, named, vbox
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.panels.gradient_check import texts
from bpviz.ui.panels.gradient_check.texts import Verdict, verdict_of

AS_RUN = "run"
"""The choice of the rule that the run itself follows."""

GAP, PROGRESS = 8, 180
"""Pixels between what stands in one line, and those that the bar of the progress is wide."""


class CheckHeader(FittedWidget):
    """Check or Cancel, the rule, progress, and what came out in words.

    Signals
    -------
    check_wanted(), cancel_wanted()

    Attributes
    ----------
    button : QPushButton
    rules : Segmented
        "run", "exact" or "as_printed".
    worst : QToolButton
        Selects the weight with the largest error.
    """

    check_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._checking = self._presenting = self._low = self._lowest = self._old = False
        self._joined = False
        self._shown: object = None
        self.button = named(QPushButton(), "gradient_check_button")
        self.rules = self._make_rules()
        self.progress = named(
            QProgressBar(maximum=1000, textVisible=False),
            "gradient_check_progress",
            self.tr("Progress of the check"),
            tip=self.tr("Share of the weights that have been compared"),
        )
        self.progress.setMaximumWidth(PROGRESS)
        self.verdict = named(QLabel(), "gradient_check_verdict")
        self.where = AdaptiveLabel(name="gradient_check_where")
        self.details = AdaptiveLabel(name="gradient_check_details")
        self.notes = named(QLabel(), "gradient_check_notes")
        for label in (self.verdict, self.notes):
            label.setWordWrap(True)
            label.setMinimumSize(1, 1)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.notes.setForegroundRole(MUTED)
        font = self.verdict.font()
        font.setBold(True)
        self.verdict.setFont(font)
        self.worst = flat_button(
            "gradient_check_worst",
            self.tr("Select weight"),
            self.tr("Select the weight with the largest error in all panels"),
            checkable=False,
        )
        self._lay_out()
        self.button.clicked.connect(self._clicked)
        theme_changed.connect(self._colour)
        self.show_state(None, None, "")

    def _make_rules(self) -> Segmented:
        choices = (
            (AS_RUN, self.tr("rule of this run"), self.tr("Check the gradient rule of the run")),
            (
                GradientRule.EXACT.value,
                self.tr("exact"),
                self.tr("Check the exact rule, δ1 = (W₂ᵀ δ2) σ₁′(z1), whichever rule the run uses"),
            ),
            (
                GradientRule.AS_PRINTED.value,
                self.tr("as printed"),
                self.tr("Check the rule as printed in the note, whichever rule the run uses"),
            ),
        )
        return Segmented("gradient_check_rule", choices, self)

    def _lay_out(self) -> None:
        above = flow(self.button, self.rules, self.progress, spacing=GAP)
        self._place = hbox(self.where, self.worst, spacing=GAP, stretch=self.where)
        below = (self.verdict, self._place, self.details, self.notes)
        self._column = vbox(above, *below, into=self, spacing=2)
        self._column.insertSpacing(1, 4)

    def chosen_rule(self) -> GradientRule | None:
        """Return the rule that a person chose; None is that of the run."""
        value = self.rules.value()
        return None if value == AS_RUN else GradientRule(value)

    def show_state(self, note: CheckInfo | None, fraction: float | None, age: str) -> None:
        """Say what came out, how far a check under way has come, and why `note` is old."""
        shown = (note, fraction, age, counting.first())
        if shown == self._shown:
            return
        self._shown = shown
        self._checking = fraction is not None
        self._dress_button()
        self.progress.setValue(round(1000 * (fraction or 0.0)))
        self._verdict = None if note is None else verdict_of(note)
        self.verdict.setText(self._hint() if note is None else texts.verdict(note))
        where = () if note is None else texts.where(note)
        self.where.set_sentences(where)
        self.where.setToolTip(where[0] if where else "")
        self.where.setVisible(bool(where))
        of_what = "" if note is None else texts.of_what(note)
        self.details.set_sentences((f"{age}  ({of_what})", age) if age else (of_what,))
        self.details.setToolTip(self.details.whole())
        said = [] if note is None else texts.notes(note)
        self.notes.setText(" ".join(said))
        self.notes.setToolTip("\n\n".join(said))
        self._old = bool(age)
        self._fit()
        self._colour()

    def set_presenting(self, on: bool) -> None:
        """Say only what came out and where, and whether it is old."""
        self._presenting = on
        self._fit()

    def set_low(self, low: bool, *, lowest: bool = False) -> None:
        """Leave room for the pictures, and more where it is `lowest`.

        What is left out is in the tooltip of the verdict.
        """
        self._low, self._lowest = low, lowest
        self._fit()

    def _fit(self) -> None:
        """Find out what has room in one line."""
        brief = self._presenting or self._low
        self.notes.setVisible(bool(self.notes.text()) and not brief)
        details, terse = self.details.whole(), self._presenting or self._lowest
        self.details.setVisible(bool(details) and (self._old or not terse))
        self.worst.setVisible(bool(self.where.text()) and not self._presenting)
        left_out = (details if terse else "", self.notes.toolTip())
        self.verdict.setToolTip("\n\n".join(filter(None, left_out)))
        self._join()
        self._show_progress()

    def _join(self) -> None:
        """Put verdict and place in one line where it is low and they have room in it."""
        verdict = self.verdict.fontMetrics().horizontalAdvance(self.verdict.text())
        beside = self.worst.sizeHint().width() if not self._presenting else 0
        needed = verdict + self.where.least_width() + beside + 2 * GAP
        joined = self._low and bool(self.where.text()) and needed <= self.width()
        if joined is self._joined:
            return
        self._joined = joined
        wide = QSizePolicy.Policy.Fixed if joined else QSizePolicy.Policy.Ignored
        self.verdict.setSizePolicy(wide, QSizePolicy.Policy.Minimum)
        self.verdict.setWordWrap(not joined)  # after that: a policy forgets heights for widths
        if joined:
            self._place.insertWidget(0, self.verdict)
        else:
            self._column.insertWidget(self._column.indexOf(self._place), self.verdict)

    def _show_progress(self) -> None:
        """Show it while checking; a presentation has no second line for it alone."""
        there = self.button.sizeHint().width() + self.rules.sizeHint().width()
        room = not self._presenting or there + PROGRESS + 2 * GAP <= self.width()
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(room)
        self.progress.setSizePolicy(policy)
        self.progress.setVisible(self._checking and room)

    def _hint(self) -> str:
        return self.tr(
            "Check compares the gradient of the pair shown with central differences of the loss, "
            "weight by weight."
        )

    def _dress_button(self) -> None:
        words, title = self.tr("Check"), self.tr("Check the gradient")
        tip = self.tr(
            "Compare every weight's gradient with (E(w + s) − E(w − s)) / 2s, at this position, "
            "for the pair shown (F6)."
        )
        if self._checking:
            words, title = self.tr("Cancel"), self.tr("Cancel the gradient check")
            tip = self.tr("Cancel this check; the result before it is kept")
        if words != self.button.text():
            self.button.setText(words)
            self.button.setAccessibleName(title)
            self.button.setToolTip(tip)

    def _colour(self) -> None:
        theme = current_theme()
        loud = theme.warning if self._verdict is Verdict.DIFFERS else theme.text
        if self._verdict is None:
            loud = theme.muted
        elif self._verdict.good:
            loud = theme.series[2]
        for label, colour in (
            (self.verdict, theme.muted if self._old else loud),
            (self.details, theme.series[1] if self._old else theme.muted),
        ):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            label.setPalette(palette)

    @Slot()
    def _clicked(self) -> None:
        (self.cancel_wanted if self._checking else self.check_wanted).emit()
