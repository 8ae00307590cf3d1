"""BrowserTalk: what the line below the samples says while a person points, goes and types."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from bpviz.ui.panels.sample_browser.bars import BrowserBar
from bpviz.ui.panels.sample_browser.live_list import LiveList
from bpviz.ui.panels.sample_browser.texts import not_listed
from bpviz.ui.panels.sample_browser.views import BrowserViews


class BrowserTalk(QObject):
    """Tells of the sample that the mouse points at, else of the one that the keys are at."""

    def __init__(
        self, bar: BrowserBar, views: BrowserViews, samples: LiveList, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bar, self._views, self._samples = bar, views, samples
        for view in (views.grid, views.table):
            view.pointed.connect(self._pointed)
            view.typing.changed.connect(self._typing)
            view.typing.wanted.connect(self._typed)

    def say_facts(self) -> None:
        """Tell what is known of the sample that is pointed at, or of the current one."""
        view, shown = self._views.view, self._samples.shown
        sample = view.current if view.below_mouse is None else view.below_mouse
        if view.typing.active or shown is None:
            return
        known = sample is not None and 0 <= sample < shown.data.n_samples
        self._bar.say(" · ".join(shown.facts(sample)) if sample is not None and known else "")

    def say_not_listed(self, sample: int) -> None:
        """Say why one cannot go to a sample of the part that is listed."""
        if self._samples.whole is not None:
            self._bar.say(not_listed(self._samples.whole, self._samples.wanted.part, sample))

    @Slot(object)
    def _pointed(self, _sample: int | None) -> None:
        self.say_facts()

    @Slot(str)
    def _typing(self, digits: str) -> None:
        if digits:
            self._bar.say(self.tr("Go to sample {index}…").format(index=digits))
        else:
            self.say_facts()

    @Slot(int)
    def _typed(self, sample: int) -> None:
        shown = self._samples.shown
        if shown is not None and shown.place(sample) is None:
            self.say_not_listed(sample)
