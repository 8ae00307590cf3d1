"""BrowserPanel: all samples of the training or the test set, to look at and to train on."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from bpviz.datasets.dataset import Part
from bpviz.training.commands import SelectSample
from bpviz.training.events import Frame, State
from bpviz.training.quantities import Need
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.pair_commands import train_command
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.pending_edit import PendingEdit
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.sample_list.marks import at_hand
from bpviz.ui.kit.sample_list.model import ShownSamples
from bpviz.ui.kit.sample_list.sorting import NOTHING_LISTED, SortKey
from bpviz.ui.panels.sample_browser.bars import BrowserBar, BrowserHeader
from bpviz.ui.panels.sample_browser.controls import BrowserControls
from bpviz.ui.panels.sample_browser.live_list import LiveList
from bpviz.ui.panels.sample_browser.menu import SampleMenu, train_tooltip
from bpviz.ui.panels.sample_browser.texts import how_many, no_part, not_listed, nothing_listed
from bpviz.ui.panels.sample_browser.views import BrowserViews

MOST = 0.5
"""Share of the height that the controls take at most; with less room they go."""


class BrowserPanel(Fitted, Panel):
    """Pictures or rows of samples, filtered and sorted by what the network makes of them.

    Marks and numbers follow each new scan, but at most about twice a second.  Order and membership
    do so as well, unless a person points at a sample, drags the scroll bar, has a menu open or has
    switched "live" off: then every sample stays where it is until that ends.

    Attributes
    ----------
    controls : BrowserControls
    head : BrowserHeader
    views : BrowserViews
    bar : BrowserBar
    samples : LiveList
    """

    interval_ms = 100

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("browser_panel", send, parent)
        self._frame: Frame | None = None
        self._wished: SampleFilter | None = None
        self._selected: tuple[int | None, Part] = (None, Part.TRAIN)
        self._menu_open = False
        self.samples = LiveList(self)
        self._selection = PendingEdit(self._follow)
        self.controls, self.head = BrowserControls(), BrowserHeader()
        self.views, self.bar = BrowserViews(), BrowserBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        for part in (self.controls, self.head, self.views, self.bar):
            column.addWidget(part, int(part is self.views))
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.head.size_slider.valueChanged.connect(self.views.grid.set_size_index)
        self.views.grid.size_changed.connect(self.head.size_slider.setValue)
        self.head.size_slider.setValue(self.views.grid.size_index)
        self.samples.pace.taken.connect(self._scan_taken)
        self.controls.filter_changed.connect(self._filter_changed)
        self.controls.sort_changed.connect(self._sort_changed)
        self.controls.live.toggled.connect(self._released)
        self.controls.numbers.toggled.connect(self._show_order)
        self.controls.table.toggled.connect(self._change_view)
        self.views.table.sort_wanted.connect(self._sort_wanted)
        for view in (self.views.grid, self.views.table):
            view.chosen.connect(self._chosen)
            view.train_wanted.connect(self._train)
            view.menu_wanted.connect(self._open_menu)
            view.pointed.connect(self._say_facts)
            view.typing.changed.connect(self._typing)
            view.typing.wanted.connect(self._typed)
            view.released.connect(self._released)
            view.verticalScrollBar().sliderReleased.connect(self._released)
        self.head.refresh.clicked.connect(self._list)
        self.bar.train.clicked.connect(self._train_current)
        self.bar.locate.clicked.connect(self._go_to_current)
        counting_changed.connect(self._recount)
        self.controls.setEnabled(False)
        self.views.say(no_part(None, Part.TRAIN))

    def set_presenting(self, on: bool) -> None:
        """Leave the room to the samples."""
        self.controls.set_presenting(on)
        self.bar.setVisible(not on)

    def minimumSizeHint(self) -> QSize:
        """Need no room for the controls, which go where there is none."""
        least = super().minimumSizeHint()
        if self.controls.isHidden():
            return least
        controls = self.controls.minimumSizeHint().height() + 4
        return QSize(least.width(), least.height() - controls)

    def _fit(self) -> None:
        """Leave out the controls where hardly anything of the samples would be seen."""
        needed = self.controls.heightForWidth(self.width() - 16)
        self.controls.setVisible(needed <= MOST * self.height())

    def needs(self) -> Set[Need]:
        """Return what the list that is shown is made of."""
        return self.samples.needs(
            pictures=self.views.pictures, numbers=self.controls.numbers.isChecked()
        )

    def set_filter(self, wanted: SampleFilter) -> None:
        """List other samples; also while nobody sees the panel, or before there is data."""
        self._wished = wanted
        if self.samples.whole is not None:
            self._take_part(wanted)

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Show what `frame` has that is new; costs next to nothing if that is nothing."""
        before, self._frame = self._frame, frame
        if before is None or frame.dataset is not self.samples.whole:
            self.samples.whole = frame.dataset
            self._selected = (None, Part.TRAIN)
            self._take_part(self._wished or SampleFilter(self.controls.wanted.part))
        elif before.run != frame.run:
            self.samples.offer(frame, at_once=True)
            self._list()
        elif self.samples.offer(frame, at_once=frame.state is not State.RUNNING):
            self._list(held=self._held)
        if frame.dataset is not None:
            self._wished = None
        self._selection.arrived((frame.selected, frame.selected_part), frame)
        self._mark()

    def _take_part(self, wanted: SampleFilter) -> None:
        """Begin with other data, with another part of it, or with another filter."""
        whole = self.samples.whole
        self.controls.setEnabled(whole is not None)
        if whole is not None:
            self.controls.set_data(whole, whole.part(wanted.part))
        self.controls.set_wanted(wanted)
        self.samples.wanted, self.samples.key = self.controls.wanted, self.controls.key
        data = self.samples.data
        if whole is None or data is None:
            self.samples.shown = None
            self.views.say(no_part(whole, wanted.part))
            self.head.say("", stale=False)
            self._enable()
            return
        shown = ShownSamples(whole, wanted.part, NOTHING_LISTED)
        as_table = self.controls.table.isChecked()
        self.controls.set_pictures(self.views.take_data(shown, as_table=as_table))
        self.head.size_slider.setVisible(self.views.pictures)
        sample, of = self._selected
        self.views.view.set_current(sample if of is wanted.part else None)
        if self._frame is not None:
            self.samples.offer(self._frame, at_once=True)
        self._show_order()
        self._list(to_top=True)

    @Slot()
    def _list(self, *, held: bool = False, to_top: bool = False) -> None:
        """Show the newest numbers, and the newest order unless it is held."""
        shown = self.samples.renew(held=held)
        if shown is None:
            return
        samples = self.samples
        view = self.views.view
        view.set_message(nothing_listed(shown, samples.wanted, computed=samples.computed))
        view.show_samples(shown, to_top=to_top)
        self.head.say(how_many(shown, samples.wanted, samples.order_step), stale=samples.stale)
        self._say_facts()
        self._mark()

    @property
    def _held(self) -> bool:
        """Whether every sample has to stay where it is."""
        return not self.controls.live.isChecked() or self._menu_open or self.views.view.held

    # What is said of a sample -------------------------------------------------------------------

    @Slot()
    def _say_facts(self) -> None:
        """Tell what is known of the sample that is pointed at, or of the current one."""
        view, shown = self.views.view, self.samples.shown
        sample = view.current if view.below_mouse is None else view.below_mouse
        if view.typing.active or shown is None:
            return
        known = sample is not None and 0 <= sample < shown.data.n_samples
        self.bar.words.say(" · ".join(shown.facts(sample)) if sample is not None and known else "")

    @Slot()
    def _recount(self) -> None:
        """Name samples, and classes and targets without a name, by other numbers."""
        whole = self.samples.whole
        if whole is not None:
            self.controls.set_data(whole, self.samples.data)
        self._say_facts()

    def _say_not_listed(self, sample: int) -> None:
        if self.samples.whole is not None:
            self.bar.words.say(not_listed(self.samples.whole, self.samples.wanted.part, sample))

    @Slot(str)
    def _typing(self, digits: str) -> None:
        if digits:
            self.bar.words.say(self.tr("Go to sample {index}…").format(index=digits))
        else:
            self._say_facts()

    @Slot(int)
    def _typed(self, sample: int) -> None:
        shown = self.samples.shown
        if shown is not None and shown.place(sample) is None:
            self._say_not_listed(sample)

    # Selection and marks -----------------------------------------------------------------------

    def _follow(self, selected: tuple[int | None, Part]) -> None:
        """Follow what is selected elsewhere."""
        if selected != self._selected:
            self._selected = selected
            sample, part = selected
            if sample is not None and part is self.samples.wanted.part:
                self.views.view.set_current(sample)
                self._say_facts()

    def _mark(self) -> None:
        frame, part = self._frame, self.samples.wanted.part
        if frame is None:
            return
        sample, of = self._selected
        hand = at_hand(frame) if part is Part.TRAIN else None
        self.views.view.set_marks(sample if of is part else None, hand)
        self._enable()

    def _enable(self) -> None:
        shown = self.samples.shown
        self.bar.train.setEnabled(shown is not None and self.views.view.current is not None)
        self.bar.train.setToolTip(train_tooltip(shown))
        self.bar.locate.setEnabled(self._goal() is not None)

    def _goal(self) -> tuple[int, Part] | None:
        """Return the sample that a person looks at; while following the run, that of the step."""
        sample, part = self._selected
        if sample is not None:
            return sample, part
        frame = self._frame
        if frame is None or frame.dataset is None or frame.own is not None:
            return None
        return frame.sample, Part.TRAIN

    # What a person does ------------------------------------------------------------------------

    @Slot()
    def _filter_changed(self) -> None:
        wanted = self.controls.wanted
        if wanted.part is not self.samples.wanted.part:
            self._take_part(wanted)
        else:
            self.samples.wanted = wanted
            self._list(to_top=True)

    @Slot()
    def _sort_changed(self) -> None:
        self.samples.key = self.controls.key
        self._show_order()
        self._list(to_top=True)

    @Slot(object)
    def _sort_wanted(self, key: SortKey) -> None:
        self.controls.set_key(key)
        self._sort_changed()

    @Slot()
    def _show_order(self) -> None:
        by = self.samples.key.by
        self.views.table.set_sort(self.samples.key)
        self.views.set_numbers(by if self.controls.numbers.isChecked() else None)

    @Slot()
    def _change_view(self) -> None:
        current = self.views.view.current
        self._take_part(self.samples.wanted)
        if current is not None:
            self.views.view.set_current(current)
            self.views.view.scroll_to(current, centred=True)
            self._mark()

    @Slot()
    def _scan_taken(self) -> None:
        self._list(held=self._held)

    @Slot()
    def _released(self) -> None:
        if self.samples.stale and not self._held:
            self._list()

    @Slot(int)
    def _chosen(self, sample: int) -> None:
        part = self.samples.wanted.part
        self._selected = sample, part
        self._selection.sent(self.send(SelectSample(sample, part)))
        self._say_facts()
        self._mark()

    @Slot(int)
    def _train(self, sample: int) -> None:
        if self.samples.shown is not None:
            self.send(train_command(self.samples.shown.pair(sample)))

    @Slot()
    def _train_current(self) -> None:
        current = self.views.view.current
        if current is not None:
            self._train(current)

    @Slot()
    def _go_to_current(self) -> None:
        goal = self._goal()
        if goal is None or self.samples.whole is None:
            return
        sample, part = goal
        if part is not self.samples.wanted.part:
            self._take_part(SampleFilter(part))
        if self.views.view.scroll_to(sample, centred=True):
            self.views.view.set_current(sample)
            self._say_facts()
            self._enable()
        else:
            self._say_not_listed(sample)

    @Slot(int, QPoint)
    def _open_menu(self, sample: int, place: QPoint) -> None:
        menu = self.build_menu(sample)
        if menu is not None:
            self._menu_open = True
            menu.aboutToHide.connect(self._menu_closed)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def build_menu(self, sample: int) -> SampleMenu | None:
        """Return a new context menu for a sample; None while nothing is listed."""
        if self.samples.shown is None or self._frame is None:
            return None
        return SampleMenu(self.samples.shown, sample, self._frame, self.send, self)

    @Slot()
    def _menu_closed(self) -> None:
        self._menu_open = False
        self._released()
