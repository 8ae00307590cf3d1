"""RuleHeatmaps: the gradient by both rules and by differences, side by side on one scale."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from bpviz.datasets.dataset import Dataset
from bpviz.network.norms import frobenius
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.selection import MATRIX_SYMBOLS, Selection, marked_in
from bpviz.ui.core.theme import Theme, current_theme, theme_changed
from bpviz.ui.kit.charts.colour_image import Colours, packed, rgb
from bpviz.ui.kit.charts.colour_range import ColourRange
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import hbox, vbox
from bpviz.ui.kit.heatmap.axis_names import name_axes
from bpviz.ui.kit.heatmap.items import HeatmapItems, as_image
from bpviz.ui.kit.heatmap.view import Heatmap
from bpviz.ui.panels.rule_comparison import texts
from bpviz.ui.panels.rule_comparison.model import WAYS, ShownRules, Way, way_colour

NORM = "‖∂W₁‖ = 1.23e−10"
"""As long as what is said of a norm."""


class KinkPicture(HeatmapItems):
    """Entries without a value have the colour that a kink of ReLU has in the gradient check."""

    def _bad_colours(self, theme: Theme) -> Colours:
        return packed(rgb(theme.kink)[np.newaxis])


class Picture(Heatmap):
    """A heatmap without a colour bar of its own: one scale stands for all of them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never show the bar."""
        super().resizeEvent(event)
        self.bar.setVisible(False)


class DifferencesPicture(Picture):
    """A heatmap of differences: they are missing where a kink lies between the two losses."""

    picture_type = KinkPicture


class RuleHeatmap(FittedWidget):
    """One heatmap below its title.

    Parameters
    ----------
    way : Way
    """

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = way
        self.title = ElidedLabel(texts.way_title(way), name=f"rule_{way}_title", bold=True)
        self.norm = ElidedLabel(name=f"rule_{way}_norm", muted=True)
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
        head = hbox(self.title, self.norm, margins=(2, 0, 2, 0), stretch=self.norm)
        vbox(head, self.view, into=self, spacing=1, stretch=self.view)
        self._recolour()
        theme_changed.connect(self._recolour)
        # As wide as the others whatever its title: tiles are compared place by place.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _fit(self) -> None:
        """Say less above it where it is narrow."""
        wide, line = self.title.fontMetrics().horizontalAdvance, self.fontMetrics().height()
        widest = max(wide(texts.way_title(way)) for way in WAYS)  # all of them say as much
        with_norm = widest + self.fontMetrics().horizontalAdvance(NORM) + line <= self.width()
        titles = texts.way_titles(self.way)
        title = next((each for each in titles if wide(each) + 4 <= self.width()), titles[-1])
        self.title.setText(title)
        self.title.setMinimumWidth(min(wide(title) + 4, self.width()))
        self.norm.setText(self._norm_words if with_norm else "")

    @Slot()
    def _recolour(self) -> None:
        palette = self.title.palette()
        palette.setColor(self.title.foregroundRole(), way_colour(self.way, current_theme()))
        self.title.setPalette(palette)

    def show_gradient(self, rules: ShownRules, matrix: MatrixName, limit: float) -> None:
        """Draw one gradient with colours from −limit to +limit."""
        values, known = rules.gradient(matrix, self.way), rules.known(matrix, self.way)
        if values is None:
            net = rules.network
            shape = (rules.rows, net.n_inputs) if matrix == "W1" else net.W2.shape
            values = np.full(shape, np.nan)
        whole = known == len(values)
        finite = values[~np.isnan(values)] if whole and np.isnan(values).any() else values
        symbol = f"‖∂{MATRIX_SYMBOLS[matrix]}‖"
        size = number(frobenius(finite) if whole else None, 3)
        self._norm_words = f"{symbol} = {size}"
        self._fit()
        self.view.set_matrix(values, as_image(values), limit, known)


class RuleHeatmaps(QWidget):
    """Three heatmaps, and a fourth for the gap between the rules where it is wanted.

    Signals
    -------
    clicked(object)
        A `Selection`: the entry that was clicked in any of them.
    read(str)
        What is under the mouse, else what is selected; empty for nothing.
    limit_changed(float)
        Another value stands at the ends of the colours.
    """

    clicked = Signal(object)
    read = Signal(str)
    limit_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix: MatrixName = "W1"
        self.pictures = {way: RuleHeatmap(way, self) for way in Way}  # not all are placed at once
        self._rules: ShownRules | None = None
        self._tiles: tuple[int, int] | None = None
        self._data: Dataset | None = None
        self._selection: Selection | None = None
        self._scale = ColourRange()
        self._stretch: object = None
        self._words: dict[Way, str] = {}
        self._gap = False
        self._placed = (0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for way, picture in self.pictures.items():
            view = picture.view
            view.describe = self._describe
            view.clicked.connect(self._clicked)
            view.fit_wanted.connect(self._fit)
            view.read.connect(lambda words, way=way: self._read(way, words))
        self.pictures[Way.GAP].hide()
        self._arrange()

    def show_rules(
        self,
        rules: ShownRules,
        matrix: MatrixName,
        tiles: tuple[int, int] | None,
        *,
        standing: bool,
        stretch: object = None,
        data: Dataset | None = None,
    ) -> None:
        """Draw `matrix`; each row of W₁ as a picture of `tiles` where given.

        The scale fits where the run stands, and moves slowly where pair follows upon pair in one
        `stretch` (see `Frame.stretch`).  `data` says what inputs and outputs are called.
        """
        self._stretch, self._data = stretch, data
        self._rules, self.matrix, self._tiles = rules, matrix, tiles
        self._draw(fit=standing)

    def _draw(self, *, fit: bool = False) -> None:
        rules, matrix = self._rules, self.matrix
        if rules is None:
            return
        largest = rules.peak(matrix)
        limit = self._scale.show(largest, (self._stretch, matrix))
        if fit:
            limit = self._scale.fit(largest)
        self.limit_changed.emit(limit)
        for picture in self._shown():
            self._name_axes(picture.view, rules)
            picture.show_gradient(rules, matrix, limit)
        self._mark()

    def _name_axes(self, view: Heatmap, rules: ShownRules) -> None:
        if self.matrix == "W2":
            name_axes(view, "W2", self._data)
            view.set_tile_shape(None)
            return
        units = tile = ""
        if rules.rows < rules.network.n_hidden:
            some = {"rows": count(rules.rows), "all": count(rules.network.n_hidden)}
            units = self.tr("hidden unit k; the first {rows} of {all}").format(**some)
            tile = self.tr("one tile per hidden unit k; the first {rows} of {all}").format(**some)
        elif self._tiles is not None and rules.network.n_inputs > math.prod(self._tiles):
            tile = self.tr("one tile per hidden unit k; the constant input below it")
        name_axes(view, "W1", self._data, units=units, tile=tile)
        view.set_tile_shape(self._tiles)

    def show_gap(self, on: bool) -> None:
        """Show what lies between both rules as well, or no longer."""
        self._gap = on
        self.pictures[Way.GAP].setVisible(on)
        self._arrange()
        self._draw()

    def select(self, selection: Selection | None) -> None:
        """Frame the selected weight in all of them."""
        self._selection = selection
        self._mark()
        self.tell()

    def _mark(self) -> None:
        for picture in self.pictures.values():
            picture.view.set_mark(*marked_in(self.matrix, self._selection))

    def _describe(self, row: int, column: int) -> str:
        if self._rules is None:
            return ""
        return texts.reading(self._rules, self.matrix, row, column, self._data)

    def _read(self, way: Way, words: str) -> None:
        if words or self._words.get(way):
            self._words[way] = words
            self.tell()

    def tell(self) -> None:
        """Say once more what is under the mouse, else what is selected."""
        pointed = next((words for words in self._words.values() if words), "")
        selection, rules = self._selection, self._rules
        if not pointed and selection is not None and rules is not None:
            rows = rules.rows if self.matrix == "W1" else rules.network.n_outputs
            there = selection.matrix == self.matrix and selection.row < rows
            there = there and selection.exists_in(rules.network)
            pointed = self._describe(selection.row, selection.column) if there else ""
        self.read.emit(pointed)

    @Slot(int, int)
    def _clicked(self, row: int, column: int) -> None:
        self.clicked.emit(Selection(self.matrix, row, column))

    @Slot()
    def _fit(self) -> None:
        self._draw(fit=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put them beside each other, or below each other where that gives them more room."""
        super().resizeEvent(event)
        self._arrange()

    def _shown(self) -> list[RuleHeatmap]:
        return [picture for way, picture in self.pictures.items() if self._gap or way in WAYS]

    def _arrange(self) -> None:
        shown = self._shown()
        wide = self.width() >= 0.7 * self.height()
        columns = len(shown) if wide else 1
        if wide and len(shown) == 4 and self.width() < 2.2 * self.height():
            columns = 2
        if (len(shown), columns) == self._placed:
            return
        self._placed = len(shown), columns
        for at, picture in enumerate(shown):
            self._grid.addWidget(picture, at // columns, at % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        rows = -(-len(shown) // columns)
        for row in range(4):
            self._grid.setRowStretch(row, 1 if row < rows else 0)
