"""BrowserPanel: all samples of the training or the test set, to look at and to train on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.datasets.dataset import Dataset, Part
from bpviz.training.commands import SelectSample
from bpviz.training.events import Frame, State
from bpviz.training.looks import Scan
from bpviz.ui.echo import Echo
from bpviz.ui.frame_pump import Needs
from bpviz.ui.panel import Panel, Send
from bpviz.ui.theme import Theme
from bpviz.ui.widgets.browser_bar import BrowserBar
from bpviz.ui.widgets.browser_controls import BrowserControls
from bpviz.ui.widgets.browser_head import BrowserHead
from bpviz.ui.widgets.browser_views import BrowserViews
from bpviz.ui.widgets.browser_words import how_many, no_part, not_listed, nothing_listed
from bpviz.ui.widgets.sample_filter import SampleFilter
from bpviz.ui.widgets.sample_listing import (
    NOTHING_LISTED,
    SampleLister,
    SortKey,
    fitting,
    needs_scan,
)
from bpviz.ui.widgets.sample_menu import SampleMenu, train_command, train_tooltip
from bpviz.ui.widgets.scan_pace import ScanPace
from bpviz.ui.widgets.shown_samples import ShownSamples

SLOW = 10.0
"""Steps a second up to which one can see which sample is at hand while the run goes on."""


class BrowserPanel(Panel):
    """Pictures or rows of samples, filtered and sorted by what the network makes of them.

    Marks and numbers follow each new scan, but at most about twice a second.  Order and membership
    do so as well, unless a person points at a sample, drags the scroll bar, has a menu open or has
    switched "live" off: then every sample stays where it is until that ends.
    """

    interval_ms = 100

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("browser_panel", send, parent)
        self._frame: Frame | None = None
        self._whole: Dataset | None = None
        self._wished: SampleFilter | None = None
        self._shown: ShownSamples | None = None
        self._order_scan: Scan | None = None
        self._selected: tuple[int | None, Part] = (None, Part.TRAIN)
        self._menu_open = False
        self._lister = SampleLister()
        self._pace = ScanPace(self)
        self._pace.taken.connect(self._scan_taken)
        self._selection = Echo(self._follow)
        self.controls = BrowserControls()
        self.head = BrowserHead()
        self.views = BrowserViews()
        self.bar = BrowserBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.controls)
        column.addWidget(self.head)
        column.addWidget(self.views, 1)
        column.addWidget(self.bar)
        self.controls.filter_changed.connect(self._filter_changed)
        self.controls.sort_changed.connect(self._sort_changed)
        self.controls.live.toggled.connect(self._released)
        self.controls.numbers.toggled.connect(self._numbers_changed)
        self.head.size_slider.valueChanged.connect(self.views.grid.set_size_index)
        self.views.grid.size_changed.connect(self.head.size_slider.setValue)
        self.head.size_slider.setValue(self.views.grid.size_index)
        self.views.table.sort_wanted.connect(self._sort_wanted)
        for view in (self.views.grid, self.views.table):
            view.chosen.connect(self._chosen)
            view.train_wanted.connect(self._train)
            view.menu_wanted.connect(self._open_menu)
            view.pointed.connect(self._pointed)
            view.released.connect(self._released)
            view.verticalScrollBar().sliderReleased.connect(self._released)
            view.typing.changed.connect(self._typing)
            view.typing.wanted.connect(self._typed)
        self.head.refresh.clicked.connect(self._refresh)
        self.bar.train_wanted.connect(self._train_current)
        self.bar.current_wanted.connect(self._go_to_current)
        self.controls.setEnabled(False)
        self.views.say(no_part(None, Part.TRAIN))

    def title(self) -> str:
        """Return the translated title of the panel's dock."""
        return self.tr("Samples")

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        super().set_theme(theme)
        for part in (self.head, self.views, self.bar):
            part.set_theme(theme)

    def set_presenting(self, on: bool) -> None:
        """Leave the room to the samples."""
        self.controls.set_presenting(on)
        self.bar.setVisible(not on)

    def needs(self) -> Needs:
        """Return what the list that is shown is made of."""
        data, wanted, key = self._data, self.controls.wanted, self.controls.key
        pictures = self.views.pictures
        marks = not pictures or (data is not None and data.labels is not None)
        uses = marks or self.controls.numbers.isChecked() or needs_scan(wanted, key)
        if self._whole is not None and (data is None or not uses):
            return Needs()
        if wanted.part is Part.TRAIN:
            return Needs(scan=True)
        return Needs(evaluation=True, test_gradients=not pictures or key.by.gradient)

    def set_filter(self, wanted: SampleFilter) -> None:
        """List other samples; also while nobody sees the panel, or before there is data."""
        self._wished = wanted
        if self._whole is not None:
            self._take_wish()

    @property
    def shown(self) -> ShownSamples | None:
        """What is listed; None while there is nothing to list."""
        return self._shown

    @property
    def _data(self) -> Dataset | None:
        """The part that is listed."""
        return None if self._whole is None else self._whole.part(self.controls.wanted.part)

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Show what `frame` has that is new; costs next to nothing if that is nothing."""
        before, self._frame = self._frame, frame
        if frame.dataset is not self._whole or before is None:
            self._take_data(frame.dataset)
        elif before.run != frame.run:
            self._offer(at_once=True)
            self._relist(anew=True)
        elif self._offer(at_once=frame.state is not State.RUNNING):
            self._relist()
        self._selection.arrived((frame.selected, frame.selected_part), frame)
        self._mark()

    def _take_data(self, whole: Dataset | None) -> None:
        self._whole = whole
        self._selected = (None, Part.TRAIN)
        self.controls.setEnabled(whole is not None)
        if self._wished is not None and whole is not None:
            self._take_wish()
        else:
            self.controls.set_wanted(SampleFilter(self.controls.wanted.part))
            self._take_part()

    def _take_wish(self) -> None:
        wanted, self._wished = self._wished, None
        if wanted is not None and self._whole is not None:
            self.controls.set_data(self._whole, self._whole.part(wanted.part))
            self.controls.set_wanted(wanted)
            self._take_part()

    def _take_part(self) -> None:
        """Begin with another part of the data, or with other data."""
        whole, data = self._whole, self._data
        self._shown = None
        if whole is not None:
            self.controls.set_data(whole, data)
        if whole is None or data is None or not data.n_samples:
            self.views.say(no_part(whole, self.controls.wanted.part))
            self.head.say("", stale=False)
            self._enable()
            return
        part = self.controls.wanted.part
        self.views.take_data(ShownSamples(whole, part, NOTHING_LISTED))
        self.controls.set_pictures(self.views.pictures)
        self.head.size_slider.setVisible(self.views.pictures)
        self.views.table.set_sort(self.controls.key)
        sample, of = self._selected
        self.views.view.set_current(sample if of is part else None)
        self._numbers_changed()
        self._offer(at_once=True)
        self._relist(anew=True, to_top=True)

    def _offer(self, *, at_once: bool) -> bool:
        """Look for another scan; return whether one is to be shown."""
        frame, data = self._frame, self._data
        if frame is None or data is None:
            return False
        training = self.controls.wanted.part is Part.TRAIN
        scan = fitting(data, frame.scan if training else frame.test_scan)
        return self._pace.offer(scan, at_once=at_once)

    def _relist(self, *, anew: bool = False, to_top: bool = False) -> None:
        """Show the newest numbers, and the newest order unless a person holds the old one."""
        whole, data = self._whole, self._data
        if whole is None or data is None or not data.n_samples:
            return
        wanted, key, scan = self.controls.wanted, self.controls.key, self._pace.scan
        if anew or self._order_scan is None or not self._held:
            self._order_scan = scan
        indices = self._lister.listed(data, self._order_scan, wanted, key)
        self._shown = ShownSamples(whole, wanted.part, indices, scan)
        computed = scan is not None or not (wanted.wrong or wanted.predicted is not None)
        self.views.view.set_message(nothing_listed(whole, wanted, computed))
        self.views.show_samples(self._shown, to_top=to_top)
        self._say_how_many()
        self._mark()

    @property
    def _held(self) -> bool:
        """Whether every sample has to stay where it is."""
        return not self.controls.live.isChecked() or self._menu_open or self.views.view.held

    @property
    def _stale(self) -> bool:
        """Whether the order is that of an older scan than the numbers are."""
        depends = needs_scan(self.controls.wanted, self.controls.key)
        return depends and self._order_scan is not self._pace.scan

    def _say_how_many(self) -> None:
        shown, scan = self._shown, self._pace.scan
        if shown is None:
            return
        order = self._order_scan if self._stale else scan
        words = how_many(shown, self.controls.wanted, None if order is None else order.step)
        self.head.say(words, stale=self._stale)

    # Selection and marks -----------------------------------------------------------------------

    def _follow(self, selected: tuple[int | None, Part]) -> None:
        """Follow what is selected elsewhere."""
        if selected != self._selected:
            self._selected = selected
            sample, part = selected
            if sample is not None and part is self.controls.wanted.part:
                self.views.view.set_current(sample)

    def _mark(self) -> None:
        frame, part = self._frame, self.controls.wanted.part
        if frame is None:
            return
        sample, of = self._selected
        slow = frame.state is not State.RUNNING or frame.steps_per_second <= SLOW
        own = part is not Part.TRAIN or frame.own is not None
        self.views.view.set_marks(
            sample if of is part else None, frame.sample if slow and not own else None
        )
        self._enable()

    def _enable(self) -> None:
        shown = self._shown
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
        part = self._shown.part if self._shown is not None else None
        if self.controls.wanted.part is not part:
            self._take_part()
        else:
            self._relist(anew=True, to_top=True)

    @Slot()
    def _sort_changed(self) -> None:
        self.views.table.set_sort(self.controls.key)
        self._numbers_changed()
        self._relist(anew=True, to_top=True)

    @Slot(object)
    def _sort_wanted(self, key: SortKey) -> None:
        self.controls.set_key(key)
        self._sort_changed()

    @Slot()
    def _numbers_changed(self) -> None:
        self.views.set_numbers(self.controls.key.by if self.controls.numbers.isChecked() else None)

    @Slot()
    def _scan_taken(self) -> None:
        self._relist()

    @Slot()
    def _released(self) -> None:
        if self._stale:
            self._relist()

    @Slot()
    def _refresh(self) -> None:
        self._relist(anew=True)

    @Slot(int)
    def _chosen(self, sample: int) -> None:
        if self._shown is not None:
            self._selected = sample, self._shown.part
            self._selection.sent(self.send(SelectSample(sample, self._shown.part)))
            self._say_facts(sample)
            self._mark()

    @Slot(int)
    def _train(self, sample: int) -> None:
        if self._shown is not None:
            self.send(train_command(self._shown, sample))

    @Slot()
    def _train_current(self) -> None:
        current = self.views.view.current
        if current is not None:
            self._train(current)

    @Slot()
    def _go_to_current(self) -> None:
        goal = self._goal()
        if goal is None or self._whole is None:
            return
        sample, part = goal
        if part is not self.controls.wanted.part:
            self.controls.set_wanted(SampleFilter(part))
            self._take_part()
        if self.views.view.scroll_to(sample, centred=True):
            self.views.view.set_current(sample)
            self._say_facts(sample)
            self._enable()
        else:
            self.bar.say(not_listed(self._whole, part, sample))

    @Slot(str)
    def _typing(self, digits: str) -> None:
        self.bar.say(self.tr("Go to sample {index}…").format(index=digits) if digits else "")

    @Slot(int)
    def _typed(self, sample: int) -> None:
        shown = self._shown
        if shown is not None and shown.place(sample) is None:
            self.bar.say(not_listed(shown.whole, shown.part, sample))

    @Slot(object)
    def _pointed(self, sample: int | None) -> None:
        if not self.views.view.typing.active:
            self._say_facts(self.views.view.current if sample is None else sample)

    def _say_facts(self, sample: int | None) -> None:
        shown = self._shown
        known = shown is not None and sample is not None and 0 <= sample < shown.data.n_samples
        self.bar.say(" · ".join(shown.facts(sample)) if known else "")  # type: ignore[union-attr, arg-type]

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
        if self._shown is None or self._frame is None:
            return None
        return SampleMenu(self._shown, sample, self._frame, self.send, self)

    @Slot()
    def _menu_closed(self) -> None:
        self._menu_open = False
        self._released()
