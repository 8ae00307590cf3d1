"""RuleFormulas: ∂W₁ by both rules side by side, with the factors marked in which they differ."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.colour_image import rgb
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.flow_layout import FlowLayout
from bpviz.ui.panels.rule_comparison import texts
from bpviz.ui.panels.rule_comparison.model import Way, way_colour

SHARE = 0.25
"""How much of its colour is seen behind a factor that is right, and behind the second slip."""


class RuleFormulas(FittedWidget):
    """Both formulas, in one line where they have room, each behind its name where that has.

    Attributes
    ----------
    formulas : mapping of Way to QLabel
        Of the exact and the printed rule.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one_output = False
        self._named = True
        layout = FlowLayout(16)
        self.setLayout(layout)
        self.formulas = {way: QLabel() for way in (Way.EXACT, Way.PRINTED)}
        for way, label in self.formulas.items():
            label.setObjectName(f"rule_{way}_formula")
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setAccessibleName(texts.way_title(way))
            label.setMinimumWidth(1)
            layout.addWidget(label)
        theme_changed.connect(self._write)
        self._write()

    def set_one_output(self, one: bool) -> None:
        """Write the sum over the outputs as its only term where there is one."""
        if one is not self._one_output:
            self._one_output = one
            self._fit()

    def _fit(self) -> None:
        """Leave the names, which the colours say too, out where a formula would be cut."""
        self._named = True
        self._write()
        widest = max(label.sizeHint().width() for label in self.formulas.values())
        if widest > self.width():
            self._named = False
            self._write()

    @Slot()
    def _write(self) -> None:
        theme, one = current_theme(), self._one_output
        right = _ground(way_colour(Way.EXACT, theme), theme.window)
        second = _ground(theme.warning, theme.window)
        wrong = f"background-color:{theme.warning};color:{theme.base};font-weight:bold"
        marked = {
            Way.EXACT: (_marked("W₂ₖ" if one else "W₂ⱼₖ", right), _marked("x", right)),
            Way.PRINTED: (_marked("1", wrong), _marked("h", second)),
        }
        for way, label in self.formulas.items():
            factor, argument = marked[way]
            sent_back = f"δ2 · {factor} ·" if one else f"(Σⱼ δ2ⱼ · {factor})"
            colour = way_colour(way, theme)
            name = f"{texts.way_title(way)}: " if self._named else ""
            label.setText(
                f'<b style="color:{colour}">{name}∂W₁ₖ</b> = {sent_back} σ₁′(W₁ₖ {argument}) xᵀ'
            )
            explained = texts.formula_explained(way, one_output=one)
            label.setToolTip(explained)
            label.setAccessibleDescription(explained)


def _marked(factor: str, style: str) -> str:
    return f'<span style="{style}">&nbsp;{factor}&nbsp;</span>'


def _ground(colour: str, window: str) -> str:
    """Return a style: a share of `colour`, opaque, behind what is written."""
    mixed = rgb(window) + SHARE * (rgb(colour) - rgb(window))
    return f"background-color:{QColor(*mixed.round().astype(int).tolist()).name()}"
