"""EvaluationPanel: how good the network is on training and test set, and where it fails."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from bpviz.datasets.dataset import Dataset, Part
from bpviz.training.commands import Seek, SelectSample, TrainNext, TrainOwn
from bpviz.training.evaluation.results import Scan
from bpviz.training.events import Frame
from bpviz.training.quantities import Need
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.shown_pair import ShownPair
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import vbox
from bpviz.ui.kit.controls.placeholder import Placeholder, loading
from bpviz.ui.kit.sample_list.marks import at_hand
from bpviz.ui.kit.sample_list.sorting import fitting
from bpviz.ui.panels.evaluation.confusion.view import ConfusionView
from bpviz.ui.panels.evaluation.header import EvaluationHeader, View
from bpviz.ui.panels.evaluation.over_time import EvaluationTime
from bpviz.ui.panels.evaluation.regression import RegressionView
from bpviz.ui.panels.evaluation.worst_samples import WorstSamples


class EvaluationPanel(Panel):
    """Accuracy and mean loss now and over time, confusion, worst samples, predictions.

    Signals
    -------
    view_changed()
        Another view or part is shown; see `needs`.
    """

    interval_ms = 50
    view_changed = Signal()

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("evaluation_panel", send, parent)
        self._frame: Frame | None = None
        self._wish = Part.TEST
        self.head = EvaluationHeader()
        self.views, self.parts = self.head.views, self.head.parts
        self.figures = self.head.figures
        self.note = ElidedLabel(name="evaluation_note", muted=True)
        self.time = EvaluationTime()
        self.confusion = ConfusionView()
        self.regression = RegressionView()
        self.worst = WorstSamples()
        self.message = Placeholder("evaluation_message")
        self.pages = QStackedWidget()
        for page in (self.time, self.confusion, self.regression, self.worst, self.message):
            self.pages.addWidget(page)

        layout = vbox(self.head, self.note, self.pages, into=self, spacing=3, stretch=self.pages)
        # It may be as low as a view alone.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.note.setContentsMargins(8, 0, 8, 0)
        self.note.hide()

        self.views.changed.connect(self._changed)
        self.parts.changed.connect(self._choose_part)
        self.time.plot.step_clicked.connect(lambda step: send(Seek(step)))
        self.confusion.matrix.chosen.connect(self.samples_wanted)
        self.regression.plot.sample_clicked.connect(self._select)
        self.worst.sample_chosen.connect(self._select)
        self.worst.train_wanted.connect(self._train)
        self._show_part()
        self._say(loading())

    def figure_subject(self) -> str:
        """Return what is shown below the figures, and of which samples."""
        words = self.views.button(self.view).text()
        if self.view is View.TIME:
            return words
        return f"{words}, {self.parts.button(self.part).text()}"

    # What is shown and needed ------------------------------------------------------------------

    @property
    def view(self) -> View:
        """What is shown below the figures."""
        return View(self.views.value())

    @property
    def part(self) -> Part:
        """The part of the data set that is looked at; the training set where it is the only one."""
        return Part(self.parts.value())

    def set_view(self, view: View) -> None:
        """Show another view."""
        if view is not self.view:
            self.views.set_value(view.value)
            self._changed()

    def set_part(self, part: Part) -> None:
        """Look at the other part, as soon as there is one."""
        self._wish = part
        self._show_part()
        self._changed()

    def needs(self) -> Set[Need]:
        """Return what it draws from."""
        training = self.part is Part.TRAIN or self.view is View.TIME
        scan = training or not self.figures.isHidden()
        return {Need.EVALUATION, Need.SCAN} if scan else {Need.EVALUATION}

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Show the newest looks in `frame`; they cost next to nothing while they are the same."""
        before, self._frame = self._frame, frame
        data = frame.dataset
        if before is None or before.dataset is not data:
            self.head.name_answers(classes=data is None or data.labels is not None)
            self._show_part()
        if data is None:
            self.figures.show_scans(None, None, frame.step, True)
            self._say(loading())
            return
        train = fitting(data, frame.scan)
        test = None if data.test is None else fitting(data.test, frame.test_scan)
        self.figures.show_scans(train, test, frame.step, data.labels is not None)
        self.head.show_parts(self.view is not View.TIME)  # which shows both
        if self.view is View.TIME:
            self.time.show_frame(frame)
            self.pages.setCurrentWidget(self.time)
        else:
            self._show_samples(frame, data, train if self.part is Part.TRAIN else test)

    def _show_samples(self, frame: Frame, data: Dataset, scan: Scan | None) -> None:
        part, pairs = self.part, data.part(self.part)
        known = scan is not None and (scan.predicted is not None or scan.outputs is not None)
        if scan is None or pairs is None or not known:
            self._say(self.tr("Computing…"))
            return
        selected = frame.selected if frame.selected_part is part else None
        hand = at_hand(frame) if part is Part.TRAIN else None
        if self.view is View.WORST:
            self.worst.show_scan(data, part, scan)
            self.worst.set_marks(selected, hand)
            self.pages.setCurrentWidget(self.worst)
        elif pairs.labels is not None and scan.predicted is not None:
            self.confusion.show_scan(pairs, part, scan)
            self.pages.setCurrentWidget(self.confusion)
        elif scan.outputs is not None:
            self.regression.show_scan(pairs, part, scan)
            self.regression.plot.set_marks(selected, hand)
            self.pages.setCurrentWidget(self.regression)

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.pages.setCurrentWidget(self.message)

    def _show_part(self) -> None:
        data = None if self._frame is None else self._frame.dataset
        tested = data is None or data.test is not None
        self.parts.button(Part.TEST).setEnabled(tested)
        self.parts.set_value(self._wish if tested else Part.TRAIN)
        self.note.setVisible(not tested)
        self.note.setText(
            "" if tested else self.tr("There is no test set: no samples were held out.")
        )
        self.note.setToolTip(self.note.text())

    # What a person does ------------------------------------------------------------------------

    @Slot()
    def _changed(self) -> None:
        if self._frame is not None:
            self.show_frame(self._frame)
        self.view_changed.emit()

    @Slot(str)
    def _choose_part(self, part: str) -> None:
        self._wish = Part(part)
        self._changed()

    @Slot(object)
    def _select(self, index: int) -> None:
        self.send(SelectSample(index, self.part))

    @Slot(object)
    def _train(self, pair: ShownPair) -> None:
        self.send(TrainNext(pair.index) if pair.trains else TrainOwn(pair.as_own()))

    # Look --------------------------------------------------------------------------------------

    def set_presenting(self, on: bool) -> None:
        """Leave out the switches of the plot along time."""
        self.time.set_presenting(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out figures where there is little room."""
        super().resizeEvent(event)
        self.head.set_room(self.height())
