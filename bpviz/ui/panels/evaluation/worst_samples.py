"""WorstSamples: the samples of one part with the largest losses."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from bpviz.datasets.dataset import Dataset, Part
from bpviz.network.types import Floats, Ints
from bpviz.training.evaluation.results import Scan
from bpviz.ui.core.image_shape import pixel_shape
from bpviz.ui.kit.controls.export_menu import export_menu, put_first
from bpviz.ui.kit.controls.layouts import vbox
from bpviz.ui.kit.sample_list.columns import ColumnKind
from bpviz.ui.kit.sample_list.grid import SampleGrid
from bpviz.ui.kit.sample_list.model import ShownSamples
from bpviz.ui.kit.sample_list.sorting import SortBy, SortKey
from bpviz.ui.kit.sample_list.table import SampleTable
from bpviz.ui.kit.sample_list.view import SampleView

MOST = 100
"""So many samples are listed."""

SPACING_MS = 500
"""Time between two updates, at least: a list that changes faster cannot be read."""

LOSS = -1
"""What the grid writes below a picture."""


def worst(losses: Floats, most: int) -> Ints:
    """Return the indices of the `most` (or all) largest losses, the largest first, (k,) int64.

    Equal ones stand by rising index; what is not a number counts as infinite.
    """
    values = np.where(np.isnan(losses), np.inf, losses)
    m = len(values)
    if m > most > 0:
        least = np.partition(values, m - most)[m - most]
        found = np.flatnonzero(values > least)
        found = np.concatenate([found, np.flatnonzero(values == least)[: most - len(found)]])
    else:
        found = np.arange(m if m <= most else 0)
    found.sort()
    return found[np.argsort(-values[found], kind="stable")]


class WorstSamples(QWidget):
    """Pictures, or rows of a table where the inputs are none.

    The list is kept as it is while somebody points at it.

    Signals
    -------
    sample_chosen(int)
        A person went to this sample.
    train_wanted(object)
        A person wants the run to train on this `ShownPair`.
    """

    sample_chosen = Signal(int)
    train_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[Dataset, Part, Scan] | None = None
        self._shown: tuple[Dataset, Part, Scan] | None = None
        self.pictures = SampleGrid("evaluation_worst_pictures")
        self.pictures.set_numbers(LOSS)
        self.rows = SampleTable("evaluation_worst_rows")
        self.rows.horizontalHeader().setSectionsClickable(False)
        self.rows.set_sort(SortKey(SortBy.LOSS, descending=True))
        self.pages = QStackedWidget()
        for view in (self.pictures, self.rows):
            view.setAccessibleName(self.tr("The samples with the largest losses"))
            view.setToolTip(
                self.tr(
                    "The samples with the largest losses, the worst one first. Click: show the "
                    "sample. Double click or Return: train on it next. The list does not change "
                    "while the mouse is over it."
                )
            )
            view.chosen.connect(self.sample_chosen)
            view.train_wanted.connect(self._train)
            view.menu_wanted.connect(self._open_menu)
            view.released.connect(self._update)
            self.pages.addWidget(view)
        vbox(self.pages, into=self)
        self.pause = QTimer(self, singleShot=True, interval=SPACING_MS)
        self.pause.timeout.connect(self._update)

    @property
    def view(self) -> SampleView:
        """What the list is shown as."""
        return self.pictures if self.pages.currentWidget() is self.pictures else self.rows

    def show_scan(self, whole: Dataset, part: Part, scan: Scan) -> None:
        """List the worst samples of `part` of the data set `whole`, of which `scan` is."""
        self._wanted = (whole, part, scan)
        if self._shown is None or self._shown[:2] != (whole, part):
            self._show(fresh=True)
        elif not self.pause.isActive():
            self._update()

    def set_marks(self, selected: int | None, at_hand: int | None) -> None:
        """Mark the sample that is looked at and that of the step at hand."""
        self.view.set_marks(selected, at_hand)

    @Slot()
    def _update(self) -> None:
        """Show what is wanted unless it is shown already or a person points at the list."""
        if self._wanted != self._shown and not self.view.held:
            self._show(fresh=False)

    def _show(self, *, fresh: bool) -> None:
        if self._wanted is None:
            return
        self._shown = whole, part, scan = self._wanted
        shown = ShownSamples(whole, part, worst(scan.losses, MOST), scan)
        if fresh:
            shape = pixel_shape(whole, whole.n_inputs)
            if shape is None:
                self.rows.show_columns(shown)
                for place, column in enumerate(self.rows.table.columns):
                    self.rows.setColumnHidden(place, column.kind is ColumnKind.GRADIENT)
                self.pages.setCurrentWidget(self.rows)
            else:
                self.pictures.show_pictures(shown, shape)
                self.pages.setCurrentWidget(self.pictures)
        self.view.show_samples(shown, to_top=fresh)
        self.pause.start()

    @Slot(int)
    def _train(self, sample: int) -> None:
        shown = self.view.shown
        pair = None if shown is None else shown.pair(sample)
        if pair is not None:
            self.train_wanted.emit(pair)

    @Slot(int, QPoint)
    def _open_menu(self, sample: int, at: QPoint) -> None:
        self.build_menu(sample).popup(at)

    def build_menu(self, sample: int) -> QMenu:
        """Return a new menu for a sample."""
        menu = export_menu(self, self.values_text, self.view.grab)
        train = QAction(self.tr("Train on this sample next"), menu)
        train.setObjectName("evaluation_train_next")
        train.triggered.connect(lambda: self._train(sample))
        put_first(menu, train)
        return menu

    def values_text(self) -> str:
        """Return the list as a table, tabs between columns."""
        shown = self.view.shown
        return "" if shown is None else shown.list_text()
