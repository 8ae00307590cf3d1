"""BrowserViews: grid, table, or a sentence where there is nothing to list."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from bpviz.ui.core.image_shape import pixel_shape
from bpviz.ui.kit.controls.placeholder import Placeholder
from bpviz.ui.kit.sample_list.grid import SampleGrid
from bpviz.ui.kit.sample_list.model import ShownSamples
from bpviz.ui.kit.sample_list.sorting import SortBy
from bpviz.ui.kit.sample_list.table import SampleTable
from bpviz.ui.kit.sample_list.view import SampleView


class BrowserViews(QStackedWidget):
    """Shows one of the three.

    Attributes
    ----------
    grid : SampleGrid
        Where the inputs are pictures.
    table : SampleTable
        Where they are not, or a person would rather read numbers.
    sentence : Placeholder
    view : SampleView
        Grid or table, whichever suits the data or was wished for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Placeholder("browser_sentence")
        self.grid = SampleGrid("browser_grid")
        self.table = SampleTable("browser_table")
        self.view: SampleView = self.grid
        for widget in (self.sentence, self.grid, self.table):
            self.addWidget(widget)

    @property
    def pictures(self) -> bool:
        """Whether that is the grid."""
        return self.view is self.grid

    def say(self, words: str) -> None:
        """Show a sentence and no samples."""
        self.sentence.setText(words)
        self.setCurrentWidget(self.sentence)
        for view in (self.grid, self.table):
            view.set_current(None)
            view.show_samples(None)

    def take_data(self, shown: ShownSamples, *, as_table: bool = False) -> bool:
        """Prepare for other data, and return whether its inputs are pictures.

        What is listed comes with its `show_samples`.  `as_table` makes rows of pictures as well.
        """
        shape = pixel_shape(shown.whole, shown.data.n_inputs)
        other: SampleView
        if shape is not None and not as_table:
            self.view, other = self.grid, self.table
            self.grid.show_pictures(shown, shape)
        else:
            self.view, other = self.table, self.grid
            self.table.show_columns(shown)
        other.show_samples(None)
        self.setCurrentWidget(self.view)
        return shape is not None

    def set_numbers(self, by: SortBy | None) -> None:
        """Write below pictures what they are sorted by, else their loss; None writes nothing."""
        columns = {SortBy.GRADIENT_W1: 0, SortBy.GRADIENT_W2: 1}
        self.grid.set_numbers(None if by is None else columns.get(by, -1))
