"""PositionsPanel: what differs between two positions, of one branch or of two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QStackedWidget, QWidget

from bpviz.datasets.dataset import Part
from bpviz.training.commands import AskDifference, CancelQuestion, SelectSample
from bpviz.training.difference import Difference, Place
from bpviz.training.events import Frame
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.formatting import count, per_cent, translated
from bpviz.ui.core.image_shape import pixel_shape
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.selection import MATRIX_SYMBOLS, Selection
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import AdaptiveLabel
from bpviz.ui.kit.controls.layouts import EDGE, vbox
from bpviz.ui.kit.controls.placeholder import Placeholder, loading
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.kit.heatmap.difference import DifferenceView
from bpviz.ui.panels.positions.flips import FlipsTable
from bpviz.ui.panels.positions.header import PositionsHeader

QUESTION = AskDifference.__name__
WEIGHTS, FLIPS = "weights", "flips"
LOW = 15
"""Lines of text; lower, the summary is left out."""
LEAST_HEIGHT, LEAST_WIDTH = 8, 14
"""Lines of text that a heatmap is high and wide at least where both are shown."""


class Differences(FittedWidget):
    """ΔW₁ and ΔW₂, beside each other or below, or one where both have no room.

    Signals
    -------
    fitted()
        Whether both have room may be another now: `both`.
    """

    fitted = Signal()
    both = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = self._make_view("W1"), self._make_view("W2")
        self.which = Segmented(
            "positions_matrix",
            tuple(
                (matrix, symbol, self.tr("Show the difference of {symbol}").format(symbol=symbol))
                for matrix, symbol in MATRIX_SYMBOLS.items()
            ),
        )
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(6)
        for view in self.views:
            self._both.addWidget(view, 1)
        self.which.changed.connect(self._fit)

    def _make_view(self, matrix: MatrixName) -> DifferenceView:
        symbol = f"Δ{MATRIX_SYMBOLS[matrix]}"
        return DifferenceView(
            matrix,
            f"positions_difference{matrix[1]}",
            self.tr("Difference {symbol} of the two positions").format(symbol=symbol),
            self.tr(
                "{symbol}: the weights at the second position minus those at the first; 0 is the "
                "middle of the colour scale. Click: select the weight."
            ).format(symbol=symbol),
        )

    def show_difference(self, found: Difference) -> None:
        """Draw another one, the rows of W₁ as pictures where the inputs are some."""
        for view, values in zip(self.views, (found.W1, found.W2), strict=True):
            if values is None:
                view.show_nothing(
                    self.tr("{symbol} cannot be drawn: the matrices have different sizes.").format(
                        symbol=view.symbol
                    )
                )
            else:
                first = view.matrix == "W1"
                shape = pixel_shape(found.dataset, values.shape[1]) if first else None
                view.show_values(values, shape, found.dataset)

    @Slot()
    def _fit(self) -> None:
        line = self.fontMetrics().height()
        high = self.height() >= 2 * LEAST_HEIGHT * line
        wide = self.width() >= 2 * LEAST_WIDTH * line
        upright = high and (not wide or self.height() > self.width())
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
        self.both = high or wide
        for view in self.views:
            view.setVisible(self.both or view.matrix == self.which.value())
        self.fitted.emit()


class PositionsPanel(Panel):
    """Asks for a replay up to both, and shows the weights' difference and what flipped."""

    interval_ms = 50

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("positions_panel", send, parent)
        self._frame: Frame | None = None
        self._found: Difference | None = None
        self._names: tuple[str, str] = ("", "")
        self.what = AdaptiveLabel(name="positions_what", bold=True)
        self.summary = AdaptiveLabel(name="positions_summary")
        self.page = Segmented(
            "positions_page",
            (
                (WEIGHTS, self.tr("Weights"), self.tr("Show the differences of the weights")),
                (FLIPS, self.tr("Flips"), self.tr("List what is classified otherwise")),
            ),
        )
        self.weights = Differences()
        self.head = PositionsHeader(self.page, self.weights.which)
        self.table = FlipsTable()
        self.message = Placeholder("positions_message")
        self.pages = QStackedWidget()
        for page in (self.weights, self.table, self.message):
            self.pages.addWidget(page)
        layout = vbox(
            self.head, self.what, self.summary, self.pages,
            into=self, margins=EDGE, spacing=4, stretch=self.pages,
        )  # fmt: skip
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.head.asked.connect(self.compare)
        self.head.cancelled.connect(self._cancel)
        self.page.changed.connect(self._show_page)
        self.table.chosen.connect(self._choose)
        self.weights.fitted.connect(self._show_page)
        for view in self.weights.views:
            view.view.clicked.connect(self._clicked)
        self._show_page()

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return the question: the answer says what was asked."""
        return (self.head.controls,)

    def figure_subject(self) -> str:
        """Return which page is shown."""
        return self.page.button(self.page.value()).text()

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Show the newest comparison, and how far one under way has come."""
        self._frame = frame
        asked = frame.asked
        self.head.show_frame(frame, asked.fraction if asked.what == QUESTION else None)
        found = asked.difference
        names = ("", "")
        if found is not None:
            names = self._name(found.first), self._name(found.second)
        if found is not self._found or names != self._names:
            self._found, self._names = found, names
            self._show_found()
        self._show_page()

    def _name(self, place: Place) -> str:
        assert self._frame is not None
        notes = self._frame.branches
        name = next((translated(b.name) for b in notes if b.number == place.branch), "")
        return self.tr("{branch}, step {step}").format(branch=name, step=count(place.step))

    def _show_found(self) -> None:
        found = self._found
        if found is None:
            return
        arrow = " → ".join(self._names)
        steps = " → ".join(count(place.step) for place in (found.first, found.second))
        self.what.set_sentences((arrow, self.tr("steps {steps}").format(steps=steps)))
        summary = self._summary(found)
        self.what.setToolTip(f"{arrow}\n\n{summary[0]}")
        self.summary.set_sentences(summary)
        self.weights.show_difference(found)
        flips = found.flips
        self.table.flips.show_flips(flips, () if flips is None else flips.data.class_names)

    def _summary(self, found: Difference) -> tuple[str, ...]:
        flips = found.flips
        if flips is None:
            return (self.tr("There is no test set with classes that both have."),)
        m = flips.data.n_samples
        if len(flips) == 0:
            words = self.tr("All {m} test samples are classified as before").format(m=count(m))
            return (words,)
        words = self.tr("{k} of {m} test samples are classified otherwise").format(
            k=count(len(flips)), m=count(m)
        )
        accuracy = " → ".join(per_cent(right / m, 2) for right in flips.right)
        won = int((flips.after == flips.true).sum())
        lost = int((flips.before == flips.true).sum())
        more = self.tr("now right {won}, now wrong {lost}").format(won=count(won), lost=count(lost))
        accurate = self.tr("accuracy {accuracy}").format(accuracy=accuracy)
        return f"{words}: {more} · {accurate}", f"{words} · {accurate}", accurate

    @Slot()
    def _show_page(self) -> None:
        found, frame = self._found, self._frame
        low = self.height() < LOW * self.fontMetrics().height()
        self.what.setVisible(found is not None)
        self.summary.setVisible(found is not None and not low)
        self.page.setVisible(found is not None)
        page = self.page.value() if found is not None else ""
        self.weights.which.setVisible(page == WEIGHTS and not self.weights.both)
        if found is None:
            self.message.setText(self._nothing(frame))
            self.pages.setCurrentWidget(self.message)
            return
        if page == WEIGHTS:
            self.pages.setCurrentWidget(self.weights)
        elif found.flips is None or not len(found.flips):
            self.message.setText(self._summary(found)[0])
            self.pages.setCurrentWidget(self.message)
        else:
            self.pages.setCurrentWidget(self.table)

    def _nothing(self, frame: Frame | None) -> str:
        if frame is None or frame.dataset is None:
            return loading()
        if frame.asked.problem and frame.asked.asked == QUESTION:
            return translated(frame.asked.problem)
        if frame.asked.what == QUESTION:
            return self.tr("Replaying…")
        return self.tr(
            "What differs between two steps, or two branches? Choose both, and press Compare."
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where it is low."""
        super().resizeEvent(event)
        self._show_page()

    # What a person does ------------------------------------------------------------------------

    @Slot()
    def compare(self) -> None:
        """Ask what differs between the two positions that are chosen."""
        frame = self._frame
        if frame is None or frame.dataset is None:
            return
        places = self.head.places(frame.step)
        if places is not None:
            self.send(AskDifference(*places))

    @Slot()
    def _cancel(self) -> None:
        self.send(CancelQuestion())

    @Slot(int)
    def _choose(self, sample: int) -> None:
        self.send(SelectSample(sample, Part.TEST))

    @Slot(int, int)
    def _clicked(self, row: int, column: int) -> None:
        matrix = next(v.matrix for v in self.weights.views if v.view is self.sender())
        selection = Selection(matrix, row, column)
        if self._frame is not None and selection.exists_in(self._frame.network):
            self.weight_selected.emit(selection)

    def select(self, selection: Selection | None) -> None:
        """Mark the selected weight."""
        for view in self.weights.views:
            there = selection is not None and selection.matrix == view.matrix
            view.view.set_mark(
                *((selection.row, selection.column) if there and selection else (None, None))
            )
