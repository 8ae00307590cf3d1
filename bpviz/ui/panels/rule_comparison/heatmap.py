"""RulePicture: the gradient of one pair by one of the ways to it, as a heatmap below its title."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bpviz.network.norms import frobenius
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.formatting import number
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.controls.labels import LineLabel
from bpviz.ui.kit.heatmap.items import MatrixPicture, as_image
from bpviz.ui.kit.heatmap.view import MatrixView
from bpviz.ui.panels.rule_comparison import texts
from bpviz.ui.panels.rule_comparison.colours import way_colour
from bpviz.ui.panels.rule_comparison.model import WAYS, ShownRules, Way

NORM = "‖∂W₁‖ = 1.23e−10"
"""As long as what is said of a norm."""


class KinkPicture(MatrixPicture):
    """Entries without a value have the colour that a kink of ReLU has in the gradient check."""

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        super().set_theme(theme)
        self._warning = QColor(theme.kink)
        self._draw()


class Picture(MatrixView):
    """A heatmap without a colour bar of its own: one scale stands for all of them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never show the bar."""
        super().resizeEvent(event)
        self.bar.setVisible(False)


class DifferencesPicture(Picture):
    """A heatmap of differences: they are missing where a kink lies between the two losses."""

    picture_type = KinkPicture


class RulePicture(QWidget):
    """One heatmap below its title.

    Parameters
    ----------
    way : Way
    """

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = way
        self.title = LineLabel()
        self.title.setObjectName(f"rule_{way}_title")
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.norm = LineLabel()
        self.norm.setObjectName(f"rule_{way}_norm")
        self.norm.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._norm_words = ""
        kind = DifferencesPicture if way is Way.DIFFERENCES else Picture
        self.view = kind(f"rule_{way}")
        self.view.set_low(True)
        self.view.setAccessibleName(texts.way_title(way))
        explained = texts.way_explained(way)
        for part in (self.title, self.norm, self.view):
            part.setToolTip(explained)
        self.view.setWhatsThis(explained)
        self.title.setText(texts.way_title(way))
        head = QHBoxLayout()
        head.setContentsMargins(2, 0, 2, 0)
        head.addWidget(self.title)
        head.addWidget(self.norm, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        # As wide as the others whatever its title: tiles are compared place by place.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less above it where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide, line = self.title.fontMetrics().horizontalAdvance, self.fontMetrics().height()
        widest = max(wide(texts.way_title(way)) for way in WAYS)  # all of them say as much
        with_norm = widest + self.fontMetrics().horizontalAdvance(NORM) + line <= self.width()
        titles = texts.way_titles(self.way)
        title = next((each for each in titles if wide(each) + 4 <= self.width()), titles[-1])
        self.title.setText(title)
        self.title.setMinimumWidth(min(wide(title) + 4, self.width()))
        self.norm.setText(self._norm_words if with_norm else "")

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self.view.set_theme(theme)
        for label, colour in (
            (self.title, QColor(way_colour(self.way, theme))),
            (self.norm, QColor(theme.muted)),
        ):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), colour)
            label.setPalette(palette)

    def show_gradient(self, rules: ShownRules, matrix: MatrixName, limit: float) -> None:
        """Draw one gradient with colours from −limit to +limit."""
        values, known = rules.gradient(matrix, self.way), rules.known(matrix, self.way)
        if values is None:
            net = rules.network
            shape = (rules.rows, net.n_inputs) if matrix == "W1" else net.W2.shape
            values = np.full(shape, np.nan)
        whole = known == len(values)
        finite = values[~np.isnan(values)] if whole and np.isnan(values).any() else values
        symbol = "‖∂W₁‖" if matrix == "W1" else "‖∂W₂‖"
        size = number(frobenius(finite) if whole else None, 3)
        self._norm_words = f"{symbol} = {size}"
        self._fit()
        self.view.set_matrix(values, as_image(values), limit, known)
