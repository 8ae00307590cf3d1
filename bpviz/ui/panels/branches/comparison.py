"""BranchComparison: two branches, their settings, their curves, and their weights at one step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bpviz.training.events import Frame
from bpviz.training.infos import BranchInfo, Comparison
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import NOTHING, count, number, shortened, translated
from bpviz.ui.core.image_shape import pixel_shape
from bpviz.ui.core.pending_edit import PendingEdit
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark
from bpviz.ui.kit.controls.buttons import flat_push
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import AdaptiveLabel
from bpviz.ui.kit.controls.layouts import flow, hbox, widget_of
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.kit.controls.number_text import read_whole
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.kit.heatmap.difference import DifferenceView
from bpviz.ui.panels.branches.curves import ComparedCurvesView
from bpviz.ui.panels.branches.differences import DifferencesTable, Row

LEAST_HEIGHT, LEAST_WIDTH = 8, 14
"""Lines of text that a heatmap is high and wide at least where both are shown."""


class BranchComparison(FittedWidget):
    """Names, in what they differ, mean losses, and on three pages settings, curves and weights.

    Signals
    -------
    step_wanted(object)
        Another step at which the two should be compared, an int.
    """

    step_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("branch_comparison")
        self._frame: Frame | None = None
        self._comparison: Comparison | None = None
        self._presenting = False
        self._tiles_wanted = True
        self._step = PendingEdit[int](self._follow_step)
        self._last_step = 0
        self._shapes = (NOTHING, NOTHING), (NOTHING, NOTHING)
        theme_changed.connect(self._recolour)

        self.names = LegendBar()
        self.names.setObjectName("comparison_names")
        self.names.setToolTip(self.tr("The weights of the first branch minus those of the second."))
        self.losses = LegendBar()
        self.losses.setObjectName("comparison_losses")
        self.end_button = flat_push(
            "comparison_end",
            self.tr("End comparison"),
            self.tr("Go back to the list of branches."),
        )
        self.step_edit = NumberLine(self._read_step)
        self.step_edit.setObjectName("comparison_step")
        self.step_edit.setAccessibleName(self.tr("Step at which the branches are compared"))
        self.step_edit.setToolTip(
            self.tr(
                "Number of updates after which the branches are compared, at most as many as the "
                "shorter one has. Return applies it."
            )
        )  # fmt: skip
        self.step_edit.entered.connect(self._enter_step)
        label = QLabel(self.tr("at step"))
        label.setBuddy(self.step_edit)
        self.page = self._make_page()
        self.table = DifferencesTable()
        self.curves = ComparedCurvesView()
        self.curves.plot.step_clicked.connect(self._click_step)
        self.summary = AdaptiveLabel(name="comparison_summary", muted=True)
        self.which = self._make_which()
        self.layout_choice = self._make_layout_choice()
        self.views = self._make_view("W1"), self._make_view("W2")

        first = QHBoxLayout()
        first.addWidget(self.names, 1)
        first.addWidget(self.end_button, 0, Qt.AlignmentFlag.AlignTop)
        self.at_step = widget_of(hbox(label, self.step_edit, spacing=6))
        second = flow(self.page, self.at_step, self.layout_choice, self.which)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(6)
        for view in self.views:
            self._both.addWidget(view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self.summary)
        column.addWidget(second)
        column.addWidget(self.losses)
        column.addWidget(self.table, 1)
        column.addWidget(self.curves, 1)
        self._weights = widget_of(self._both)  # a layout would keep its share where all is hidden
        column.addWidget(self._weights, 1)
        self._fit()

    def _make_view(self, matrix: MatrixName) -> DifferenceView:
        symbol = f"Δ{MATRIX_SYMBOLS[matrix]}"
        return DifferenceView(
            matrix,
            f"difference{matrix[1]}",
            self.tr("Difference {symbol} of the two branches").format(symbol=symbol),
            self.tr(
                "{symbol}: the weights of the first branch minus those of the second; 0 is the "
                "middle of the colour scale."
            ).format(symbol=symbol),
        )

    def _make_which(self) -> Segmented:
        choices = tuple(
            (matrix, symbol, self.tr("Show the difference of {symbol}").format(symbol=symbol))
            for matrix, symbol in MATRIX_SYMBOLS.items()
        )
        which = Segmented("comparison_matrix", choices, self)
        which.changed.connect(self._fit)
        return which

    def _make_page(self) -> Segmented:
        choices = (
            ("weights", self.tr("Weights"), self.tr("Show the differences of the weights")),
            ("curves", self.tr("Curves"), self.tr("Show the losses and test accuracies of both")),
            ("settings", self.tr("Settings"), self.tr("Show in which settings they differ")),
        )
        page = Segmented("comparison_page", choices, self)
        page.changed.connect(self._fit)
        return page

    def _make_layout_choice(self) -> Segmented:
        choices = (
            ("tiles", self.tr("Tiles"), self.tr("Draw the row of each hidden unit as a picture")),
            ("matrix", self.tr("Matrix"), self.tr("Draw ΔW₁ with a row for each hidden unit")),
        )
        choice = Segmented("comparison_layout", choices, self)
        choice.changed.connect(self._layout_changed)
        return choice

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Show the comparison in `frame`, which has one."""
        comparison = frame.comparison
        if comparison is None:
            return
        self._frame = frame
        notes = {note.number: note for note in frame.branches}
        first, second = notes.get(comparison.first), notes.get(comparison.second)
        pair = second, first
        self._step.arrived(comparison.step, frame)
        self._last_step = min((note.tip for note in pair if note is not None), default=0)
        self._name(pair)
        self._write_losses(comparison, pair)
        before, self._comparison = self._comparison, comparison
        if first is not None and second is not None:
            self._summarise(self.table.show_comparison(comparison, first, second))
            if self.page.value() == "curves":
                self.curves.show_comparison(comparison, (first, second))
        if before is None or comparison.W1 is not before.W1 or comparison.W2 is not before.W2:
            self._draw(first, second)

    def _summarise(self, rows: list[Row]) -> None:
        """Say in one line in what they differ, as much as there is room for."""
        words = [f"{what}: {one} ↔ {other}" for what, one, other in rows]
        told = [" · ".join(words[:most]) for most in range(len(words), 0, -1)]
        short = [f"{text} · …" if text != told[0] else text for text in told]
        self.summary.set_sentences(short or [self.tr("The settings are the same.")])
        self.summary.setToolTip("\n".join(words))

    def pair(self) -> tuple[int, int] | None:
        """Return the numbers of the branches compared, first and second."""
        compared = self._comparison
        return None if compared is None else (compared.first, compared.second)

    def sent(self, number_of_it: int) -> None:
        """Note the number of the command that asks for another step."""
        self._step.sent(number_of_it)

    @Slot()
    def _recolour(self) -> None:
        if self._frame is not None:
            self.show_frame(self._frame)

    def set_presenting(self, on: bool) -> None:
        """Leave out the switch between tiles and matrix."""
        self._presenting = on
        self._show_layout_choice()
        self._fit()

    def _follow_step(self, step: int) -> None:
        if not (self.step_edit.hasFocus() and self.step_edit.isModified()):
            text = count(step)
            if self.step_edit.text() != text:
                self.step_edit.setText(text)

    def _dot(self, note: BranchInfo | None, text: str) -> LegendEntry:
        colour = current_theme().muted
        if note is not None:
            colour = branch_colour(note.number, current_theme()).name()
        return LegendEntry(Mark.DOT, colour, text)

    def _name(self, pair: tuple[BranchInfo | None, BranchInfo | None]) -> None:
        names = [NOTHING if note is None else shortened(translated(note.name), 40) for note in pair]
        self.names.set_entries(
            (
                LegendEntry(Mark.HEADING, "", self.tr("weights of")),
                self._dot(pair[0], names[0]),
                LegendEntry(Mark.HEADING, "", self.tr("minus")),
                self._dot(pair[1], names[1]),
            )
        )

    def _write_losses(
        self,
        comparison: Comparison,
        pair: tuple[BranchInfo | None, BranchInfo | None],
    ) -> None:
        means = dict(
            zip((comparison.first, comparison.second), comparison.mean_losses, strict=True)
        )
        steps = min(comparison.step, 1000)
        entries = [LegendEntry(Mark.HEADING, "", self.tr("mean loss there:"))]
        lines = []
        for note in pair:
            name = NOTHING if note is None else translated(note.name)
            mean = None if note is None or steps == 0 else means[note.number]
            entries.append(self._dot(note, f"{shortened(name, 16)} {number(mean)}"))
            lines.append(
                self.tr("{name}: mean loss {value} of the last {steps} steps").format(
                    name=name, value=number(mean), steps=count(steps)
                )
            )
        self.losses.set_entries(tuple(entries))
        self.losses.setToolTip("\n".join(lines))

    # Differences -------------------------------------------------------------------------------

    def _draw(self, first: BranchInfo | None, second: BranchInfo | None) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        self._shapes = _shapes(first), _shapes(second)
        self._draw_weights(comparison)

    def _draw_weights(self, comparison: Comparison) -> None:
        data, W1, W2 = comparison.dataset, comparison.W1, comparison.W2
        shape = None if W1 is None else pixel_shape(data, W1.shape[1])
        fits = shape is not None
        self.layout_choice.setEnabled(fits)
        self._show_layout_choice()
        tiles = fits and self._tiles_wanted
        self.layout_choice.set_value("tiles" if tiles else "matrix")
        for at, (view, values) in enumerate(zip(self.views, (W1, W2), strict=True)):
            if values is None:
                one, other = (shapes[at] for shapes in self._shapes)
                view.show_nothing(
                    self.tr("{symbol} cannot be drawn: one matrix is {one}, the other {other}.")
                    .format(symbol=view.symbol, one=one, other=other)
                )  # fmt: skip
            else:
                view.show_values(values, shape if tiles and at == 0 else None, data)

    def _show_layout_choice(self) -> None:
        shown = self.page.value() == "weights" and self.layout_choice.isEnabled()
        self.layout_choice.setVisible(shown and not self._presenting)

    @Slot()
    def _fit(self) -> None:
        """Put the heatmaps below or beside each other, or show one where both have no room."""
        line = self.fontMetrics().height()
        high = self.height() - 5 * line >= 2 * LEAST_HEIGHT * line
        wide = self.width() >= 2 * LEAST_WIDTH * line
        upright = high and (not wide or self.height() > self.width())
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
        both, page = high or wide, self.page.value()
        roomy = self.height() >= (LEAST_HEIGHT + 6) * line
        self.losses.setVisible(roomy)
        self.summary.setVisible(roomy and page != "settings")
        self.which.setVisible(page == "weights" and not both)
        self.table.setVisible(page == "settings")
        self._weights.setVisible(page == "weights")
        if page == "curves" and self.curves.isHidden() and self._frame is not None:
            self.curves.show()
            self.show_frame(self._frame)
        self.curves.setVisible(page == "curves")
        self._show_layout_choice()
        for view in self.views:
            view.setVisible(both or view.matrix == self.which.value())

    @Slot(str)
    def _layout_changed(self, layout: str) -> None:
        self._tiles_wanted = layout == "tiles"
        if self._comparison is not None:
            self._draw_weights(self._comparison)

    @Slot(object)
    def _click_step(self, step: int) -> None:
        self.step_wanted.emit(min(step, self._last_step))

    def _read_step(self, typed: str) -> int:
        return read_whole(typed, high=self._last_step)

    @Slot(object)
    def _enter_step(self, step: int) -> None:
        self.step_edit.setModified(False)
        self.step_wanted.emit(step)


def _shapes(note: BranchInfo | None) -> tuple[str, str]:
    """Return the shapes of W₁ and W₂ of a branch, in words."""
    if note is None or note.run is None:
        return NOTHING, NOTHING
    run, hidden = note.run, count(note.run.settings.n_hidden)
    return f"{hidden} × {count(run.n_inputs)}", f"{count(run.n_outputs)} × {hidden}"
