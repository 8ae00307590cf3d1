"""What can be written for other programs, as actions of File → Export and of context menus."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from bpviz.datasets import Part
from bpviz.exchange.scripts.step_script import ScriptKind
from bpviz.exchange.weights.formats import WEIGHT_FORMATS
from bpviz.training.commands import CancelExport, Export
from bpviz.training.commands.exports import Exported
from bpviz.training.events import Frame
from bpviz.ui.core import counting, formatting
from bpviz.ui.core.panel import Send
from bpviz.ui.window.actions.action_group import ActionGroup
from bpviz.ui.window.export.file_dialog import saving_dialog
from bpviz.ui.window.export.progress import ExportProgress

Listed: TypeAlias = tuple[Part, tuple[int, ...]]


class ExportActions(ActionGroup):
    """Asks for a file, has it written beside the run, and says when that is done.

    Parameters
    ----------
    window : QWidget
    send : callable
        Takes the commands.
    listed : callable
        Returns the samples that a person sees listed, in their order; None where there are none.

    Signals
    -------
    written(str, str)
        A sentence, and the file that was written.

    Attributes
    ----------
    menu : QMenu
        File → Export.
    """

    written = Signal(str, str)

    def __init__(
        self, window: QWidget, send: Send, listed: Callable[[], Listed | None] = lambda: None
    ) -> None:
        super().__init__(window, send)
        self._listed = listed
        self._frame: Frame | None = None
        self._before: int | None = None
        self._folder = ""
        self._progress = ExportProgress(window)
        self._progress.cancelled.connect(self._cancel)
        table = (self.tr("Table (CSV)"), ".csv")
        arrays = (self.tr("NumPy arrays (NPZ)"), ".npz")
        weights = [(formatting.translated(each.title), each.suffix) for each in WEIGHT_FORMATS]
        self._kinds = {
            Exported.LOSSES: [table, arrays],
            Exported.WEIGHTS: weights,
            Exported.SCRIPT: [(formatting.translated(kind.words), ".py") for kind in ScriptKind],
        }
        self._table = [table]
        (
            self.losses, self.evaluations, self.journal, self.samples, self.listed, self.pairs,
            self.weights, self.script,
        ) = self._add(
            ("export_losses", partial(self._ask, Exported.LOSSES), "", "", "",
             self.tr("Losses of every step…"),
             self.tr("Write loss, both gradient magnitudes, λ and sample of every step of this "
                     "branch, with all digits, as CSV or NPZ.")),
            ("export_evaluations", partial(self._ask, Exported.EVALUATIONS), "", "", "",
             self.tr("Evaluations…"),
             self.tr("Write mean loss and accuracy of both sets along this branch as CSV.")),
            ("export_journal", partial(self._ask, Exported.JOURNAL), "", "", "",
             self.tr("Journal…"),
             self.tr("Write what was changed along this branch as CSV.")),
            ("export_samples", partial(self._ask, Exported.SAMPLES), "", "", "",
             self.tr("Samples…"),
             self.tr("Write every sample of both sets, with what the network says of it, as CSV.")),
            ("export_listed", partial(self._ask, Exported.SAMPLES, listed=True), "", "", "",
             self.tr("Listed samples…"),
             self.tr("Write the samples that the panel Samples lists, in its order, as CSV.")),
            ("export_pairs", partial(self._ask, Exported.PAIRS), "", "", "",
             self.tr("Custom pairs…"),
             self.tr("Write the pairs that you made as CSV.")),
            ("export_weights", partial(self._ask, Exported.WEIGHTS), "", "", "",
             self.tr("Weights…"),
             self.tr("Write W₁ and W₂ at this position as NPZ, safetensors, ONNX or CSV.")),
            ("export_script", partial(self._ask, Exported.SCRIPT), "", "", "",
             self.tr("Step as a script…"),
             self.tr("Write the step at hand as a Python program for NumPy or PyTorch, which takes "
                     "it and asserts the numbers shown.")),
        )  # fmt: skip
        self.all = [
            self.losses, self.evaluations, self.journal, self.samples, self.listed, self.pairs,
            self.weights, self.script,
        ]  # fmt: skip
        for action in self.all:
            action.setEnabled(False)  # until there is something
        self.menu = QMenu(self.tr("Export"), window)
        self.menu.setObjectName("export_menu")
        self.menu.setToolTipsVisible(True)
        self.menu.addActions(self.all)

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Offer what there is, and say what was written."""
        self._frame, exporting = frame, frame.exporting
        self._progress.follow(exporting)
        there = frame.dataset is not None and not exporting.path
        evaluated = len(frame.train_curve.steps) > 0 or len(frame.test_curve.steps) > 0
        for action, some in (
            (self.losses, frame.tip > 0), (self.evaluations, evaluated),
            (self.journal, bool(frame.journal)), (self.samples, True), (self.listed, True),
            (self.pairs, frame.own_pairs > 0), (self.weights, True),
            (self.script, True),
        ):  # fmt: skip
            if action.isEnabled() is not (there and some):
                action.setEnabled(there and some)
        if self._before is not None and exporting.written > self._before:
            name = formatting.shortened(os.path.basename(exporting.last), 60)
            self.written.emit(self.tr("Written: {name}").format(name=name), exporting.last)
        self._before = exporting.written

    @property
    def path(self) -> str:
        """The file that is being written; empty where there is none."""
        return "" if self._frame is None else self._frame.exporting.path

    @Slot()
    def _cancel(self) -> None:
        self._send(CancelExport())

    def _ask(self, what: Exported, *, listed: bool = False) -> None:
        """Open a dialog for the file; it blocks nothing, and the run goes on behind it."""
        chosen = self._listed() if listed else None
        kinds = self._kinds.get(what, self._table)
        dialog = saving_dialog(
            self._window, self._title(what), self._usual_folder(), self._usual_name(what), kinds
        )
        dialog.setObjectName("export_dialog")
        dialog.fileSelected.connect(
            lambda path: self.write(what, path, chosen, self._kind_of(dialog, what))
        )
        dialog.open()

    @staticmethod
    def _kind_of(dialog: QFileDialog, what: Exported) -> str:
        """Return which kind of script was chosen; empty of anything else."""
        chosen, filters = dialog.selectedNameFilter(), dialog.nameFilters()
        if what is not Exported.SCRIPT or chosen not in filters:
            return ""
        return str(tuple(ScriptKind)[filters.index(chosen)])

    def write(
        self, what: Exported, path: str, listed: Listed | None = None, script: str = ""
    ) -> None:
        """Have something written to a file."""
        self._folder = os.path.dirname(path)
        self._send(Export(what, path, counting.first(), listed, script))

    def _title(self, what: Exported) -> str:
        return {
            Exported.LOSSES: self.tr("Export losses of every step"),
            Exported.EVALUATIONS: self.tr("Export evaluations"),
            Exported.JOURNAL: self.tr("Export journal"),
            Exported.SAMPLES: self.tr("Export samples"),
            Exported.PAIRS: self.tr("Export custom pairs"),
            Exported.WEIGHTS: self.tr("Export weights"),
            Exported.SCRIPT: self.tr("Export step"),
        }[what]

    def _usual_folder(self) -> str:
        """Return the folder where something was written last, or that of documents."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return self._folder or QStandardPaths.writableLocation(place)

    def _usual_name(self, what: Exported) -> str:
        """Return a name that says what it is: "losses mnist l32 λ0.1"."""
        frame = self._frame
        assert frame is not None
        source = os.path.basename(frame.dataset_name.rstrip(os.sep))
        base = os.path.splitext(source)[0] or "run"
        parts = [str(what), base, f"l{frame.settings.n_hidden}", f"λ{frame.learning_rate:.4g}"]
        if what in (Exported.SAMPLES, Exported.WEIGHTS, Exported.SCRIPT):
            parts.append(f"step {frame.step}")
        return " ".join(parts)

    def offered_by(self, panel: str) -> list[QAction]:
        """Return what the context menus of a panel offer of this."""
        return {
            "loss_panel": [self.losses, self.evaluations],
            "gradients_panel": [self.losses, self.samples],
            "evaluation_panel": [self.evaluations, self.samples],
            "branches_panel": [self.journal, self.losses],
            "browser_panel": [self.listed, self.samples],
            "weights1_panel": [self.weights],
            "weights2_panel": [self.weights],
        }.get(panel, [])
