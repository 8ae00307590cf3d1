"""SampleMenu: what can be done with a sample of the training or the test set."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.datasets.dataset import Part
from bpviz.training.commands import HoldSample, SelectSample
from bpviz.training.events import Frame
from bpviz.ui.core.formatting import translator
from bpviz.ui.core.pair_commands import break_commands, breakpoints_at, train_command
from bpviz.ui.core.panel import Send
from bpviz.ui.kit.controls.export_menu import add_exports
from bpviz.ui.kit.sample_list.model import ShownSamples

_tr = translator("SampleMenu")


class SampleMenu(QMenu):
    """The context menu of one sample.

    Parameters
    ----------
    shown : ShownSamples
        What is listed.
    sample : int
        Index of the sample in the part that is listed.
    frame : Frame
        How things stand.
    send : callable
        Puts a command into the trainer's mailbox.
    """

    def __init__(
        self, shown: ShownSamples, sample: int, frame: Frame, send: Send, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._shown, self._sample, self._send = shown, sample, send
        self._notes = breakpoints_at(frame, sample)
        self.setToolTipsVisible(True)
        name = shown.pair(sample).words
        training = shown.part is Part.TRAIN
        never = self.tr("Not possible for a test sample: steps draw from the training set.")
        self.look = self._action("browser_look", self.tr("Show {name}").format(name=name))
        self.look.triggered.connect(self._look)
        self.train = self._action("browser_menu_train", self.tr("Train on it next"))
        self.train.setToolTip(train_tooltip(shown))
        self.train.triggered.connect(self._train)
        self.keep = self._action("browser_keep", self.tr("Keep training on it"))
        self.keep.setCheckable(True)
        self.keep.setChecked(training and frame.held == sample)
        self.keep.setToolTip(
            self.tr("Train every step from here on with this pair; turn it off to draw pairs again")
            if training
            else never
        )
        self.keep.triggered.connect(self._keep)
        self.breaks = self._action("browser_break", self.tr("Breakpoint on this sample"))
        self.breaks.setCheckable(True)
        self.breaks.setChecked(training and any(note.enabled for note in self._notes))
        self.breaks.setToolTip(
            self.tr("Stop the run at every step that trains on this pair, before its update")
            if training
            else never
        )
        self.breaks.triggered.connect(self._break)
        for action in (self.keep, self.breaks):
            action.setEnabled(training)
        self.addSeparator()
        self.copy = self._action("browser_copy", self.tr("Copy values"))
        self.copy.triggered.connect(self._copy)
        self.copy_list = self._action("browser_copy_list", self.tr("Copy the list"))
        self.copy_list.setToolTip(
            self.tr("A line for each listed sample: index, class, predicted class, loss, ‖∂W‖")
        )
        self.copy_list.triggered.connect(self._copy_list)
        add_exports(self, parent)

    def _action(self, name: str, text: str) -> QAction:
        action = self.addAction(text)
        action.setObjectName(name)
        return action

    @Slot()
    def _look(self) -> None:
        self._send(SelectSample(self._sample, self._shown.part))

    @Slot()
    def _train(self) -> None:
        self._send(train_command(self._shown.pair(self._sample)))

    @Slot(bool)
    def _keep(self, on: bool) -> None:
        self._send(HoldSample(self._sample if on else None))

    @Slot(bool)
    def _break(self, on: bool) -> None:
        for command in break_commands(self._notes, self._sample, on=on):
            self._send(command)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._shown.values_text(self._sample))

    @Slot()
    def _copy_list(self) -> None:
        QGuiApplication.clipboard().setText(self._shown.list_text())


def train_tooltip(shown: ShownSamples | None) -> str:
    """Return what training on a sample of the listed part means."""
    words = _tr(
        "Train the current step on this pair instead of the one drawn. If its update has begun, "
        "the next step does."
    )
    if shown is not None and shown.part is Part.TEST:
        words += " " + _tr(
            "It is a test sample: afterwards the test results no longer show how the network does "
            "on samples that it has not seen."
        )
    return words
