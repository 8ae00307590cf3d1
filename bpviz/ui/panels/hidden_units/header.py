"""UnitsHeader: what stands above the hidden units: the verdict, its age, and the choices."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from bpviz.ui.kit.charts.colour_bar import ColourKey
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.combo_box import combo_box
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import AdaptiveLabel, ElidedLabel
from bpviz.ui.kit.controls.layouts import hbox, vbox
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.panels.hidden_units.model import UnitOrder

CARDS, HISTOGRAMS = "units", "histograms"


class UnitsHeader(FittedWidget):
    """Choices in the first line, or in two where there is no room; below them two sentences.

    Attributes
    ----------
    views : Segmented
        "units" or "histograms".
    order : QComboBox
        Its data are `UnitOrder`; there only with the cards.
    verdict, age : LineLabel
    all_on : QToolButton
    scale : ScaleKey
    """

    def __init__(self, histogram_choice: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cards = self.tr("One card per hidden unit.")
        bins = self.tr("How the weights and the values of the hidden units are distributed.")
        views = (CARDS, self.tr("Units"), cards), (HISTOGRAMS, self.tr("Histograms"), bins)
        self.views = Segmented("units_view", views)
        self._histogram_choice = histogram_choice
        self.order = self._make_order()
        self.verdict = AdaptiveLabel(name="units_verdict", bold=True)
        self._about_verdict = self.tr(
            "How good the network is without the ablated units, compared with all units. Ablation "
            "changes neither a weight nor the run, which goes on with all units: only what "
            "evaluates the network leaves the ablated ones out, that is the drawing, the plane of "
            "its inputs and these figures."
        )
        self.all_on = flat_button(
            "units_all_on",
            self.tr("All on"),
            self.tr("End the ablation of all hidden units."),
            checkable=False,
        )
        self.all_on.setAutoRaise(False)
        self.age = ElidedLabel(name="units_age", muted=True)
        self.age.setToolTip(
            self.tr(
                "The step and the number of samples that the figures of the units are from. They "
                "follow a running run from time to time; the weights are always the current ones."
            )
        )
        self.scale = ColourKey("units_scale", "W₁")
        self.scale.setToolTip(
            self.tr(
                "Colour scale of W₁; the bars of W₁ use the same range. It grows at once with the "
                "weights and shrinks slowly."
            )
        )
        self._presenting = self._low = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._stacked: bool | None = None
        said = hbox(self.verdict, self.all_on, stretch=self.verdict)
        found = hbox(self.age, self.scale, stretch=self.age)
        vbox(self._grid, said, found, into=self, spacing=2)
        self._place(stacked=False)
        self.show_view(CARDS)

    def _make_order(self) -> QComboBox:
        tip = self.tr(
            "Order of the units: by index, or the largest first. Importance is what is lost "
            "without a unit; the norm is that of its row of W₁."
        )
        order = combo_box("units_order", self.tr("Order of the hidden units"), tip, letters=12)
        for text, value in (
            (self.tr("by index"), UnitOrder.INDEX),
            (self.tr("by importance"), UnitOrder.IMPORTANCE),
            (self.tr("by mean h"), UnitOrder.ACTIVATION),
            (self.tr("by saturation"), UnitOrder.SATURATION),
            (self.tr("by norm of weights"), UnitOrder.NORM),
        ):
            order.addItem(text, value)
        return order

    def chosen_order(self) -> UnitOrder:
        """Return in which order the units should stand."""
        return UnitOrder(self.order.currentData())

    def say(self, verdict: tuple[str, ...], age: str, *, some_off: bool) -> None:
        """Say how good the network is, in the first of these words that fit, and since when."""
        self.all_on.setVisible(some_off)
        self.age.setText(age)
        self.verdict.set_sentences(verdict)
        self.verdict.setToolTip(f"{verdict[0]}\n\n{self._about_verdict}")

    def show_view(self, view: str) -> None:
        """Show the choices that belong to a view."""
        self.order.setVisible(view == CARDS)
        self._histogram_choice.setVisible(view == HISTOGRAMS)
        self._fit()

    def set_presenting(self, on: bool) -> None:
        """Leave out of how many samples the figures are."""
        self._presenting = on
        self._fit()

    def set_low(self, low: bool) -> None:
        """Leave that out where there is little room as well."""
        if low != self._low:
            self._low = low
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let it become as narrow as the choices below each other."""
        widest = max(self.views.minimumSizeHint().width(), self.order.minimumSizeHint().width())
        return QSize(widest, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Put the choices below each other where they have no room beside each other."""
        second = max(self.order.sizeHint().width(), self._histogram_choice.sizeHint().width())
        self._place(stacked=self.width() < self.views.sizeHint().width() + 16 + second)
        brief = self._presenting or self._low
        self.age.setVisible(not brief)
        roomy = self.width() > 2.4 * self.scale.sizeHint().width()
        self.scale.setVisible(not brief and roomy and not self.order.isHidden())

    def _place(self, *, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._grid.addWidget(self.views, 0, 0, Qt.AlignmentFlag.AlignLeft)
        row, column = (1, 0) if stacked else (0, 2)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
        for choice in (self.order, self._histogram_choice):
            self._grid.addWidget(choice, row, column, side | Qt.AlignmentFlag.AlignVCenter)
