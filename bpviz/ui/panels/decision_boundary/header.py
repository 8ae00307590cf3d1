"""BoundaryHeader: what stands above the plane: the legend, and what is shown."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from bpviz.datasets.dataset import Dataset
from bpviz.ui.core.formatting import number
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.layouts import flow, vbox
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.panels.decision_boundary import texts
from bpviz.ui.panels.decision_boundary.quantity import PlottedQuantity
from bpviz.ui.panels.decision_boundary.scene import InputKind

_MOST_CLASSES = 12


_SPACING = 6
"""Pixels between the parts."""


class BoundaryHeader(QWidget):
    """Legend, the choice of output or hidden unit, and three switches.

    Attributes
    ----------
    shown : QComboBox
    lines, wrong, equal : QToolButton
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend = LegendBar(most=1)
        self.shown = QComboBox()
        self.shown.setObjectName("boundary_shown")
        self.shown.setAccessibleName(self.tr("Quantity drawn over the inputs"))
        self.shown.setToolTip(
            self.tr(
                "The quantity drawn over the inputs: the outputs f, one of them, or the value h "
                "of one hidden unit. ↑ and ↓ go through them."
            )
        )
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.shown.setMaxVisibleItems(20)
        self._wheel = WheelGuard(self)
        self._wheel.guard(self.shown)
        self.lines = flat_button(
            "boundary_lines",
            self.tr("units"),
            self.tr(
                "Draw the line w_k·x = 0 of each hidden unit k; stronger lines have larger output "
                "weights. The tick points to the side where z1 > 0."
            ),
        )
        self.lines.setChecked(True)
        self.wrong = flat_button(
            "boundary_wrong",
            self.tr("wrong"),
            self.tr(
                "Cross out the misclassified samples, as of the latest evaluation of all samples."
            ),
        )
        self.equal = flat_button(
            "boundary_equal",
            "1:1",
            self.tr(
                "Equal scales: the same length stands for the same difference on both axes, so "
                "that angles and distances are those of the data. Otherwise each axis fits its own "
                "data."
            ),
        )
        self.equal.setAccessibleName(self.tr("Equal scales on both axes"))
        self._row = (self.legend, self.shown, self.lines, self.wrong, self.equal)
        vbox(flow(*self._row, spacing=_SPACING), into=self, margins=(8, 4, 8, 0))
        self._choices: tuple[PlottedQuantity, ...] = ()
        self._data: Dataset | None = None
        self._presenting = False
        self._curve = False
        self._on_paper = False
        theme_changed.connect(self._update)

    def chosen(self) -> PlottedQuantity | None:
        """Return what is chosen; None while there is no choice yet."""
        index = self.shown.currentIndex()
        return self._choices[index] if 0 <= index < len(self._choices) else None

    def choose(self, shown: PlottedQuantity) -> None:
        """Choose without a signal of `shown`; what is not among the choices changes nothing."""
        if shown in self._choices:
            with QSignalBlocker(self.shown):
                self.shown.setCurrentIndex(self._choices.index(shown))

    def offer(
        self, data: Dataset, kind: InputKind, offered: tuple[PlottedQuantity, ...]
    ) -> PlottedQuantity:
        """Offer these choices, keep the one at hand where it is among them, and return it."""
        if offered != self._choices or data is not self._data:
            kept = self.chosen() if _alike(data, self._data) else None
            with QSignalBlocker(self.shown):
                self.shown.clear()
                self.shown.addItems([texts.choice(data, one) for one in offered])
            self._choices, self._data = offered, data
            self.choose(offered[0] if kept is None else kept)
            self._curve = kind is InputKind.CURVE
            self._update()
        return self.chosen() or offered[0]

    def name_choices(self) -> None:
        """Name every choice anew."""
        if self._data is not None:
            for place, one in enumerate(self._choices):
                self.shown.setItemText(place, texts.choice(self._data, one))

    def set_presenting(self, on: bool) -> None:
        """Leave out the switches, which large text has no room for."""
        self._presenting = on
        self._update()

    def explain_lines(self) -> None:
        """Name the lines of the units in the legend, as on paper, which has no switch for them."""
        self._on_paper = True
        self.lines.toggled.connect(self._update)
        self._update()

    def fit(self, *, lines: int) -> None:
        """Leave out the legend where there is room for one line alone and it would take another."""
        parts = [part for part in self._row if part is self.legend or not part.isHidden()]
        wide = sum(part.sizeHint().width() + _SPACING for part in parts)
        self.legend.setVisible(lines > 1 or wide <= self.width() - 16 + _SPACING)

    def _update(self) -> None:
        data = self._data
        if data is None:
            return
        classes = data.labels is not None
        self.wrong.setVisible(classes and not self._presenting)
        self.lines.setVisible(not self._presenting)
        self.equal.setVisible(not self._curve and not self._presenting)
        self.shown.setVisible(len(self._choices) > 1)
        colours = current_theme().classes
        entries: list[LegendEntry] = []
        if classes:
            entries += [
                LegendEntry(Mark.DOT, colours[i % len(colours)], name)
                for i, name in enumerate(data.class_names[:_MOST_CLASSES])
            ]
        elif self._curve:
            entries.append(LegendEntry(Mark.DOT, current_theme().series[0], self.tr("samples")))
            entries.append(LegendEntry(Mark.LINE, current_theme().series[1], "f"))
        if data.test is not None:
            entries.append(LegendEntry(Mark.HEADING, "", self.tr("hollow: test")))
        if classes and data.n_outputs == 1 and not self._curve:
            middle = "½" if data.threshold == 0.5 else number(data.threshold)
            entries.append(LegendEntry(Mark.LINE, current_theme().text, f"f = {middle}"))
        if self._on_paper and self.lines.isChecked() and not self._curve:
            entries.append(LegendEntry(Mark.THIN, current_theme().text, self.tr("z1[k] = 0")))
        self.legend.set_entries(tuple(entries))


def _alike(data: Dataset, other: Dataset | None) -> bool:
    """Whether two data sets differ only in their samples, as with another share of noise."""
    return other is not None and (data.name, data.class_names, data.target_names) == (
        other.name,
        other.class_names,
        other.target_names,
    )
