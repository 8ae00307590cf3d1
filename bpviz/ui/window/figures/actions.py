"""FigureActions: figures of panels and of the whole window, written where a person says."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal, Slot
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMainWindow, QMenu

from bpviz.animation import Stretch
from bpviz.figure_files import ENDINGS, WINDOW, FigureNameError, ending_of
from bpviz.training.events import Frame
from bpviz.training.whole_file import not_written
from bpviz.ui.core import formatting, panel_titles
from bpviz.ui.core.panel import Send
from bpviz.ui.core.sight import in_sight
from bpviz.ui.kit.figure.encoding import Format, picture
from bpviz.ui.window.actions.action_group import ActionGroup
from bpviz.ui.window.docks import Docks
from bpviz.ui.window.export.file_dialog import saving_dialog
from bpviz.ui.window.figures.animation_dialog import AnimationChoice, AnimationDialog
from bpviz.ui.window.figures.animation_job import AnimationJob
from bpviz.ui.window.figures.choice import FigureChoice
from bpviz.ui.window.figures.dialog import FigureDialog
from bpviz.ui.window.figures.panel_figure import page_of
from bpviz.ui.window.figures.panel_state import state_of
from bpviz.ui.window.figures.saving import (
    figure_of,
    name_of,
    window_as,
    window_picture,
    write_figure,
)
from bpviz.ui.window.language import spoken
from bpviz.ui.window.panel_set import PanelSet


class FigureActions(ActionGroup):
    """Asks for format, size and place of a figure, and writes it.

    Parameters
    ----------
    window : QMainWindow
    panel_set : PanelSet
    docks : Docks
        Says which panel is at hand.
    frame : callable
        Returns the newest frame, None before the first.
    send : callable
        Takes the command that saves a copy of the run for an animation.
    view : callable
        Returns what the window has in sight, as a saved run keeps it.

    Signals
    -------
    written(str, str)
        What was written, in a sentence, and its path.
    refused(str)
        Why something cannot be done, in a sentence.

    Attributes
    ----------
    choice : FigureChoice
        What was chosen last.
    of_panels : mapping of str to QAction
        For the context menu of each panel.
    """

    written = Signal(str, str)
    refused = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        panel_set: PanelSet,
        docks: Docks,
        frame: Callable[[], Frame | None],
        send: Send,
        view: Callable[[], str],
    ) -> None:
        super().__init__(window, send)
        self._main, self._panel_set, self._docks, self._frame = window, panel_set, docks, frame
        self.choice = FigureChoice()
        self._folder = ""
        self.moving = AnimationChoice()
        self.job = AnimationJob(window, send, view)
        self.job.refused.connect(self.refused)
        self.job.written.connect(self._say_animated)
        self.figure, self.whole, self.animation = self._add(
            ("export_figure", lambda: self.ask(docks.current()), "Ctrl+Shift+E", "", "",
             self.tr("Figure…"),
             self.tr("Save what the panel at hand shows as SVG, PDF or PNG, with title, legend, "
                     "axes and the circumstances of the run.")),
            ("export_window", lambda: self.ask(WINDOW), "", "", "", self.tr("Whole window…"),
             self.tr("Save a picture of the whole window as SVG, PDF or PNG.")),
            ("export_animation", lambda: self.ask_to_animate(docks.current()), "", "", "",
             self.tr("Animation…"),
             self.tr("Save what the panel at hand, or the window, shows along a stretch of the run "
                     "as GIF or APNG. The run stays where it is.")),
        )  # fmt: skip
        self.of_panels = {name: self._of_panel(name) for name in panel_set.panels}

    def _of_panel(self, name: str) -> QAction:
        action = QAction(self.figure.text(), self._window)
        action.setObjectName(f"figure_of_{name}")
        action.setToolTip(self.figure.toolTip())
        action.triggered.connect(lambda: self.ask(name))
        return action

    def fill(self, menu: QMenu) -> None:
        """Put what makes pictures into a menu."""
        if menu.actions():
            menu.addSeparator()
        menu.addActions([self.figure, self.whole, self.animation])

    def ask(self, subject: str) -> FigureDialog | None:
        """Open the dialog for a panel or for `WINDOW`; return it."""
        if self._frame() is None:
            self.refused.emit(self.tr("There is nothing to draw yet. Wait for the data."))
            return None
        subjects = self._subjects(subject)
        chosen = subject or WINDOW
        dialog = FigureDialog(subjects, chosen, self.choice, self._preview, self._main)
        dialog.wanted.connect(self._ask_where)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _subjects(self, also: str) -> dict[str, str]:
        """Return what there is to draw: panels in sight, one that is asked for, and the window."""
        subjects = {
            name: panel_titles.title(name)
            for name, place in self._panel_set.places.items()
            if in_sight(place) or name == also
        }
        return subjects | {WINDOW: self.tr("Whole window")}

    def _preview(self, subject: str, choice: FigureChoice) -> QImage:
        frame, size = self._frame(), _size(choice)
        if subject == WINDOW or frame is None:
            return window_picture(self._main, size)
        panel, chosen = self._panel_set.panels[subject], self._panel_set.selected
        with page_of(panel, frame, size, choice.look(), selection=chosen) as page:
            return picture(page, page.asked, without=page.left_out)

    @Slot(str, object)
    def _ask_where(self, subject: str, choice: FigureChoice) -> None:
        """Open a dialog for the file; it blocks nothing."""
        self.choice = choice
        others = [ending for ending in ENDINGS if ending != choice.ending]
        self._open_files(
            self.tr("Export figure"),
            subject,
            (choice.ending, *others),
            lambda path: self.save(subject, path, choice),
        )

    def _open_files(
        self, title: str, subject: str, endings: Sequence[str], then: Callable[[str], None]
    ) -> None:
        """Ask for a file that ends in one of `endings`; it blocks nothing."""
        words = self.tr("window") if subject == WINDOW else panel_titles.short_title(subject)
        place = QStandardPaths.StandardLocation.PicturesLocation
        folder = self._folder or QStandardPaths.writableLocation(place)
        kinds = [(ending.upper(), f".{ending}") for ending in endings]
        dialog = saving_dialog(self._main, title, folder, name_of(words, self._frame()), kinds)
        dialog.setObjectName("figure_file_dialog")
        dialog.fileSelected.connect(then)
        dialog.open()

    def save(self, subject: str, path: str, choice: FigureChoice) -> None:
        """Write a figure of a panel or of `WINDOW`, in the format that the file's name says."""
        file, frame = Path(path), self._frame()
        self._folder = os.path.dirname(path)
        try:
            kind = Format(ending_of(file))
        except FigureNameError:
            words = self.tr("{name} is no figure. Choose a name that ends in .svg, .pdf or .png.")
            self.refused.emit(words.format(name=formatting.shortened(file.name, 60)))
            return
        try:
            if subject == WINDOW or frame is None:
                data = window_as(
                    self._main, choice.look(), kind, size=_size(choice), dpi=choice.dpi, frame=frame
                )
            else:
                panel, chosen = self._panel_set.panels[subject], self._panel_set.selected
                data = figure_of(
                    panel, frame, _size(choice), choice.look(), kind,
                    dpi=choice.dpi, selection=chosen,
                )  # fmt: skip
            write_figure(file, data)
        except ValueError as error:
            words = self.tr(
                "A picture of {size} pixels is too large. Choose a smaller size or resolution."
            )
            self.refused.emit(words.format(size=error))
        except OSError as error:
            self.refused.emit(formatting.translated(not_written(file, error)))
        else:
            words = self.tr("Figure written: {name}")
            name = formatting.shortened(file.name, 60)
            self.written.emit(words.format(name=name), str(file.absolute()))

    # Animations --------------------------------------------------------------------------------

    def ask_to_animate(self, subject: str) -> AnimationDialog | None:
        """Open the dialog for an animation of a panel or of `WINDOW`; return it."""
        frame = self._frame()
        if frame is None or frame.dataset is None:
            self.refused.emit(self.tr("There is nothing to draw yet. Wait for the data."))
            return None
        if self.job.busy:
            self.refused.emit(
                self.tr("An animation is being written. Wait for it, or cancel it first.")
            )
            return None
        chosen = subject or WINDOW
        subjects = self._subjects(subject)
        dialog = AnimationDialog(subjects, chosen, frame.tip, self.moving, self._main)
        dialog.wanted.connect(self._ask_where_to_animate)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @Slot(str, object, object)
    def _ask_where_to_animate(
        self, subject: str, stretch: Stretch, choice: AnimationChoice
    ) -> None:
        self.moving = choice
        other = "apng" if choice.ending == "gif" else "gif"
        self._open_files(
            self.tr("Export animation"),
            subject,
            (choice.ending, other),
            lambda path: self.animate(subject, path, stretch, choice),
        )

    def animate(self, subject: str, path: str, stretch: Stretch, choice: AnimationChoice) -> None:
        """Have an animation written, in the format that the file's name says."""
        if Path(path).suffix.lower() not in (".gif", ".apng", ".png"):
            words = self.tr("{name} is no animation. Choose a name that ends in .gif or .apng.")
            name = formatting.shortened(Path(path).name, 60)
            self.refused.emit(words.format(name=name))
            return
        self._folder = os.path.dirname(path)
        arguments = {
            "--from": stretch.first, "--to": stretch.last, "--frames": stretch.frames,
            "--fps": round(stretch.rate), "--size": f"{choice.width}x{choice.height}",
            "--theme": choice.theme, "--language": spoken(),
        }  # fmt: skip
        told = [str(part) for pair in arguments.items() for part in pair]
        if subject != WINDOW:
            panel = self._panel_set.panels[subject]
            told += ["--panel", subject, "--figure", "--state", state_of(panel)]
        self.job.start(path, told)

    @Slot(str)
    def _say_animated(self, path: str) -> None:
        words = self.tr("Animation written: {name}")
        name = formatting.shortened(os.path.basename(path), 60)
        self.written.emit(words.format(name=name), path)


def _size(choice: FigureChoice) -> QSize:
    return QSize(round(choice.width), round(choice.height))
