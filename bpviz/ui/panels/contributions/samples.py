"""ContributionSamples: the samples that raised a weight most, and those that lowered it most."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QMenu, QStackedWidget, QWidget

from bpviz.datasets.dataset import Part
from bpviz.ui.core.image_shape import pixel_shape
from bpviz.ui.kit.controls.export_menu import export_menu, put_first
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import vbox
from bpviz.ui.kit.sample_list.cell import VALUES
from bpviz.ui.kit.sample_list.grid import SampleGrid
from bpviz.ui.kit.sample_list.model import ShownSamples
from bpviz.ui.kit.sample_list.table import SampleTable
from bpviz.ui.kit.sample_list.view import SampleView
from bpviz.ui.panels.contributions import texts
from bpviz.ui.panels.contributions.parts import Parts


class SideOfSamples(QWidget):
    """One of the two lists: pictures, or rows of a table where the inputs are none.

    Signals
    -------
    chosen(int)
        A person went to this sample.
    curve_wanted(int)
        A person wants to see how its share grew.
    """

    chosen = Signal(int)
    curve_wanted = Signal(int)

    def __init__(self, name: str, title: str, sign: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self.title = ElidedLabel(name=f"{name}_title", bold=True)
        self.pictures = SampleGrid(f"{name}_pictures")
        self.pictures.set_numbers(VALUES)
        self.rows = SampleTable(f"{name}_rows")
        self.rows.horizontalHeader().setSectionsClickable(False)
        self.pages = QStackedWidget()
        for view in (self.pictures, self.rows):
            view.setAccessibleName(title)
            view.setToolTip(
                self.tr(
                    "What the steps on each sample added, the largest first. Click: show the "
                    "sample in the other panels, and its curve over time here. Double click or "
                    "Return: its curve and its steps."
                )
            )
            view.chosen.connect(self.chosen)
            view.train_wanted.connect(self.curve_wanted)
            view.menu_wanted.connect(self._open_menu)
            self.pages.addWidget(view)
        vbox(self.title, self.pages, into=self, spacing=2, stretch=self.pages)

    @property
    def view(self) -> SampleView:
        """What the list is shown as."""
        return self.pictures if self.pages.currentWidget() is self.pictures else self.rows

    def show_parts(self, parts: Parts) -> None:
        """List the samples on this side of 0."""
        data = parts.found.dataset
        shown = ShownSamples(
            data, Part.TRAIN, parts.most(self._sign), values=parts.by_sample,
            values_name=self.tr("share"),
        )  # fmt: skip
        self.title.say(texts.side(parts, self._sign))
        shape = pixel_shape(data, data.n_inputs)
        if shape is None:
            self.rows.show_columns(shown)
            self.pages.setCurrentWidget(self.rows)
        else:
            self.pictures.show_pictures(shown, shape)
            self.pages.setCurrentWidget(self.pictures)
        self.view.set_message(self.tr("none"))
        self.view.show_samples(shown, to_top=True)

    def set_marks(self, selected: int | None, at_hand: int | None) -> None:
        """Mark the sample that is looked at and that of the step at hand."""
        self.view.set_marks(selected, at_hand)

    @Slot(int, QPoint)
    def _open_menu(self, sample: int, at: QPoint) -> None:
        self.build_menu(sample).popup(at)

    def build_menu(self, sample: int) -> QMenu:
        """Return a new menu for a sample."""
        menu = export_menu(self, self.values_text, self.view.grab)
        curve = QAction(self.tr("Curve and steps of this sample"), menu)
        curve.triggered.connect(lambda: self.curve_wanted.emit(sample))
        put_first(menu, curve)
        return menu

    def values_text(self) -> str:
        """Return the list as a table, tabs between columns."""
        shown = self.view.shown
        return "" if shown is None else shown.list_text()


class ContributionSamples(FittedWidget):
    """Both lists, beside each other or below.

    Signals
    -------
    chosen(int), curve_wanted(int)
        See `SideOfSamples`.
    """

    chosen = Signal(int)
    curve_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides = (
            SideOfSamples("contributions_raised", self.tr("Samples that raised it most"), 1),
            SideOfSamples("contributions_lowered", self.tr("Samples that lowered it most"), -1),
        )
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(8)
        for side in self.sides:
            self._both.addWidget(side, 1)
            side.chosen.connect(self.chosen)
            side.curve_wanted.connect(self.curve_wanted)

    def show_parts(self, parts: Parts) -> None:
        """List the samples of another answer."""
        for side in self.sides:
            side.show_parts(parts)

    def set_marks(self, selected: int | None, at_hand: int | None) -> None:
        """Mark the sample that is looked at and that of the step at hand."""
        for side in self.sides:
            side.set_marks(selected, at_hand)

    def _fit(self) -> None:
        """Put the lists where each has most room for pictures."""
        direction = QBoxLayout.Direction
        upright = self.height() > 1.2 * self.width()
        self._both.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
