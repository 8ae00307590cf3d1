"""DrawBody: inputs on one side and the answer on the other, as they have room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from bpviz.ui.widgets.input_sliders import InputSliders
from bpviz.ui.widgets.network_answer import NetworkAnswer
from bpviz.ui.widgets.picture_input import PictureInput

SPACING = 8


class DrawBody(QWidget):
    """A canvas or sliders, and what the network says beside or below them.

    Attributes
    ----------
    inputs : QStackedWidget
        `picture` or `sliders`.
    """

    def __init__(self, picture: PictureInput, sliders: InputSliders, answer: NetworkAnswer) -> None:
        super().__init__()
        self._picture, self._sliders = picture, sliders
        self.inputs = QStackedWidget()
        self.inputs.addWidget(picture)
        self.inputs.addWidget(sliders)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACING)
        self._box.addWidget(self.inputs)
        self._box.addWidget(answer)
        picture.tools.seen_toggled.connect(self._share)

    @property
    def drawn(self) -> bool:
        """Whether inputs are drawn rather than set by sliders."""
        return self.inputs.currentWidget() is self._picture

    def show_drawn(self, drawn: bool) -> None:
        """Show the canvas, or the sliders."""
        self.inputs.setCurrentWidget(self._picture if drawn else self._sliders)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give the canvas the height that there is, and the answer the rest of the width."""
        width, height = max(self.width() - SPACING, 2), self.height()
        upright = height > 1.1 * width
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        )
        if upright:
            shares = (11, 9) if self.drawn else (9, 11)
        else:
            most = round(0.66 * width)
            wanted = self._picture.width_for(height, most) if self.drawn else round(0.6 * width)
            wanted = max(wanted, round(0.4 * width))
            shares = wanted, width - wanted
        for place, share in enumerate(shares):
            self._box.setStretch(place, share)
