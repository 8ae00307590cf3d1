"""DrawContent: inputs on one side and the answer on the other, as they have room."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.panels.draw.picture_input import BESIDE, PictureInput
from bpviz.ui.panels.draw.prediction import Prediction
from bpviz.ui.panels.draw.sliders import InputSliders

SPACING = 8

LEAST_ANSWER = 9
"""Lines of text that the answer is wide at least where the canvas takes what it can."""

SEEN, LARGE_SEEN, ROOMY = 4, 7, 30
"""Lines of text that what the network sees is wide where it stands beside the answer's words; the
second from so many lines of height on."""

HIGH = 16
"""Lines of text from which on it has room there, above the bars."""

GAIN = 1.15
"""It goes there if the canvas grows by this factor at least."""


class DrawContent(FittedWidget):
    """A canvas or sliders, and what the network says beside or below them.

    Attributes
    ----------
    inputs : QStackedWidget
        `picture` or `sliders`.
    """

    def __init__(self, picture: PictureInput, sliders: InputSliders, answer: Prediction) -> None:
        super().__init__()
        self._picture, self._sliders, self._answer = picture, sliders, answer
        self.inputs = QStackedWidget()
        self.inputs.addWidget(picture)
        self.inputs.addWidget(sliders)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACING)
        self._box.addWidget(self.inputs)
        self._box.addWidget(answer)
        picture.tools.seen.toggled.connect(self._fit)

    @property
    def drawn(self) -> bool:
        """Whether inputs are drawn rather than set by sliders."""
        return self.inputs.currentWidget() is self._picture

    def show_drawn(self, drawn: bool) -> None:
        """Show the canvas, or the sliders."""
        self.inputs.setCurrentWidget(self._picture if drawn else self._sliders)
        self._fit()

    def _fit(self) -> None:
        """Give the canvas the height that there is, and the answer the rest of the width."""
        width, height = max(self.width() - SPACING, 2), self.height()
        upright = height > 1.1 * width
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        )
        if upright:
            shares = (11, 9) if self.drawn else (9, 11)
        elif self.drawn:
            shares = self._beside(width, height)
        else:
            wanted = round(0.6 * width)
            shares = wanted, width - wanted
        if upright or not self.drawn:
            self._set_apart(0)
        for place, share in enumerate(shares):
            self._box.setStretch(place, share)

    def _beside(self, width: int, height: int) -> tuple[int, int]:
        """Share the width between canvas and answer.

        In a narrow place, what the network sees goes to the words of the answer, so that there is
        more room to draw.
        """
        text, picture = self.fontMetrics().height(), self._picture
        most = round(0.66 * width)
        wanted = picture.width_for(height, most)
        alone = picture.canvas_for(height, width - LEAST_ANSWER * text)
        apart = height >= HIGH * text and alone > GAIN * wanted / (1 + BESIDE)
        side = LARGE_SEEN if height >= ROOMY * text else SEEN
        self._set_apart(side * text if apart else 0)
        wanted = alone if apart else max(wanted, round(0.4 * width))
        return wanted, width - wanted

    def _set_apart(self, side: int) -> None:
        if side and self._picture.beside.parentWidget() is not self._answer:
            self._answer.take_in(self._picture.beside)
        self._picture.set_apart(side)
