"""UnitsHead: what stands above the hidden units: the verdict, its age, and the choices."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bpviz.ui.theme import Theme
from bpviz.ui.widgets.line_label import LineLabel
from bpviz.ui.widgets.segmented import Segmented
from bpviz.ui.widgets.small_buttons import switch
from bpviz.ui.widgets.unit_state import UnitOrder

CARDS, HISTOGRAMS = "units", "histograms"


class UnitsHead(QWidget):
    """Choices in the first line, or in two where there is no room; below them two sentences.

    Attributes
    ----------
    views : Segmented
        "units" or "histograms".
    order : QComboBox
        Its data are `UnitOrder`; there only with the cards.
    verdict, age : LineLabel
    all_on : QToolButton
    """

    def __init__(self, histogram_choice: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = Segmented(
            "units_view",
            (
                (CARDS, self.tr("Units"), self.tr("A card for each hidden unit.")),
                (
                    HISTOGRAMS,
                    self.tr("Histograms"),
                    self.tr("How the weights and the values of the hidden units are distributed."),
                ),
            ),
        )
        self._histogram_choice = histogram_choice
        self.order = self._make_order()
        self.verdict = LineLabel()
        self.verdict.setObjectName("units_verdict")
        bold = self.verdict.font()
        bold.setBold(True)
        self.verdict.setFont(bold)
        self.verdict.setToolTip(
            self.tr(
                "How good the network is without the units that are switched off, beside what it "
                "is with all of them. Switching off changes no weight and not the run, which goes "
                "on with all units: only what questions the network leaves them out, that is the "
                "drawing, the plane of its inputs and these figures."
            )
        )
        self.all_on = switch(
            "units_all_on",
            self.tr("All on"),
            self.tr("Switch all hidden units on again."),
            checkable=False,
        )
        self.age = LineLabel()
        self.age.setObjectName("units_age")
        self.age.setToolTip(
            self.tr(
                "Of which step and of how many samples the figures of the units are. While the run "
                "goes on they follow it from time to time; the weights are those of each moment."
            )
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._stacked: bool | None = None
        said = QHBoxLayout()
        said.addWidget(self.verdict, 1)
        said.addWidget(self.all_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._grid)
        column.addLayout(said)
        column.addWidget(self.age)
        policy = self.all_on.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.all_on.setSizePolicy(policy)
        self._place(stacked=False)
        self.views.changed.connect(self.show_view)
        self.show_view(CARDS)

    def _make_order(self) -> QComboBox:
        order = QComboBox()
        order.setObjectName("units_order")
        order.setAccessibleName(self.tr("Order of the hidden units"))
        order.setToolTip(
            self.tr(
                "How the units follow one another: by index, or the largest first. Importance is "
                "what is lost without a unit; the norm is that of its row of W₁."
            )
        )
        order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        order.setMinimumContentsLength(12)
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

    def show_view(self, view: str) -> None:
        """Show the choices that belong to a view."""
        self.order.setVisible(view == CARDS)
        self._histogram_choice.setVisible(view == HISTOGRAMS)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        palette = self.age.palette()
        palette.setColor(self.age.foregroundRole(), QColor(theme.muted))
        self.age.setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices below each other where they have no room beside each other."""
        super().resizeEvent(event)
        second = max(self.order.sizeHint().width(), self._histogram_choice.sizeHint().width())
        self._place(stacked=self.width() < self.views.sizeHint().width() + 16 + second)

    def _place(self, *, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._grid.addWidget(self.views, 0, 0, Qt.AlignmentFlag.AlignLeft)
        row, column = (1, 0) if stacked else (0, 2)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
        for choice in (self.order, self._histogram_choice):
            self._grid.addWidget(choice, row, column, side | Qt.AlignmentFlag.AlignVCenter)
