"""AdviceLine: what an adviser says of the run, in the status bar, where it moves nothing."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWhatsThis, QWidget

from bpviz.training.advice import Advice, Adviser, Kind
from bpviz.training.events import Frame
from bpviz.ui.core import formatting
from bpviz.ui.core.icons import set_icon
from bpviz.ui.kit.controls.buttons import flat_push
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import announce
from bpviz.ui.kit.controls.layouts import hbox

_log = logging.getLogger(__name__)

PANELS: Mapping[Kind, str] = {
    Kind.OVERFLOW: "gradients_panel",
    Kind.ALIKE: "weights1_panel",
    Kind.RATE: "loss_panel",
    Kind.DEAD: "gradients_panel",
    Kind.SATURATED: "units_panel",
    Kind.CONSTANT: "setup_panel",
    Kind.CHANCE: "evaluation_panel",
    Kind.SPIKE: "loss_panel",
}
"""The panel that shows what each kind of advice is about."""


class AdviceLine(FittedWidget):
    """One sentence, or its heading where there is less room, and the panel that shows it.

    Signals
    -------
    panel_wanted(str)
        This panel is to be brought before the others.
    changed()
        There is something to say, or nothing any more.
    """

    panel_wanted = Signal(str)
    changed = Signal()

    interval_ms = 250

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advice")
        self._adviser = Adviser()
        self._on = True
        self._advice: tuple[int, Advice] | None = None  # and the run that it is about
        self._words = ""
        self.heading = flat_push(
            "advice_text", "", self.tr("Read what was noticed in this run, and what to do.")
        )
        self.heading.setAccessibleName(self.tr("Advice"))
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_icon(self.heading, "advice")
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.show_panel = flat_push(
            "advice_show", self.tr("Show"), self.tr("Bring the panel forward that shows it.")
        )
        self.dismiss = flat_push(
            "advice_dismiss",
            "×",
            self.tr("Dismiss this advice; it does not come back in this run."),
        )  # fmt: skip
        set_icon(self.dismiss, "dismiss")
        self.dismiss.setAccessibleName(self.tr("Dismiss the advice"))
        self.heading.clicked.connect(self._read)
        self.show_panel.clicked.connect(self._show)
        self.dismiss.clicked.connect(self._clear)
        hbox(
            self.heading, self.show_panel, self.dismiss,
            into=self, spacing=2, stretch=self.heading,
        )  # fmt: skip
        # The status bar is as high as without it, or all panels would move.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.hide()

    def sentence(self) -> str:
        """Return what it says, all of it; empty if that is nothing."""
        return self._words

    def least_width(self) -> int:
        """Return the pixels that heading and buttons take; 0 if there is nothing to say."""
        if self._advice is None:
            return 0
        return self._taken() + self.heading.fontMetrics().horizontalAdvance(self._heading())

    @Slot(bool)
    def set_on(self, on: bool) -> None:
        """Look at the run, or leave it alone."""
        self._on = on
        if not on:
            self._clear()

    def look(self, frame: Frame) -> None:
        """Judge `frame`; what was said of another run, or of steps not done any more, goes."""
        if self._advice is not None:
            run, advice = self._advice
            if run != frame.run or frame.step < advice.step:
                self._clear()
        found = self._adviser.look(frame) if self._on else None
        if found is not None:
            self._say(frame.run, found)

    def _say(self, run: int, advice: Advice) -> None:
        self._advice = run, advice
        self._words = formatting.translated(advice.text)
        self.heading.setToolTip(self._words)
        self.heading.setAccessibleName(self._words)
        _log.warning("%s", self._words)
        self._fit()
        self.changed.emit()
        announce(self.heading, self._words)

    @Slot()
    def _clear(self) -> None:
        if self._advice is not None:
            self._advice, self._words = None, ""
            self.changed.emit()

    @Slot()
    def _read(self) -> None:
        button = self.heading
        QWhatsThis.showText(button.mapToGlobal(QPoint(12, 0)), self._words, button)

    @Slot()
    def _show(self) -> None:
        if self._advice is not None:
            self.panel_wanted.emit(PANELS[self._advice[1].kind])

    def _heading(self) -> str:
        assert self._advice is not None
        return {
            Kind.OVERFLOW: self.tr("Overflow ahead"),
            Kind.ALIKE: self.tr("Hidden units all alike"),
            Kind.RATE: self.tr("Loss rising since λ was raised"),
            Kind.DEAD: self.tr("Every gradient is 0"),
            Kind.SATURATED: self.tr("Hidden units saturated"),
            Kind.CONSTANT: self.tr("No constant input"),
            Kind.CHANCE: self.tr("Accuracy at chance"),
            Kind.SPIKE: self.tr("One loss hides the others"),
        }[self._advice[1].kind]

    def fit_text(self, font: QFont) -> None:
        """Write in `font`."""
        for button in (self.heading, self.show_panel, self.dismiss):
            button.setFont(font)
        self._fit()

    def _taken(self) -> int:
        """Pixels that everything but the words takes."""
        buttons = self.show_panel.sizeHint().width() + self.dismiss.sizeHint().width()
        return buttons + self.heading.iconSize().width() + 24

    def _fit(self) -> None:
        if self._advice is None:
            return
        wide = self.heading.fontMetrics().horizontalAdvance
        whole = wide(self._words) <= self.width() - self._taken()
        self.heading.setText(self._words if whole else self._heading())
