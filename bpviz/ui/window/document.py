"""The run as a document of the window: its file, what is not saved of it, and how it is shared."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, QStandardPaths, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QMessageBox, QWidget

from bpviz.datasets import DatasetError
from bpviz.training.commands import CopyRecipe, DeclineLeft, Pause, SaveRun
from bpviz.training.document import SUFFIX
from bpviz.training.events import Frame
from bpviz.training.infos import NO_DOCUMENT, DataWanted, LeftInfo
from bpviz.training.message import sentence_of
from bpviz.ui.core import formatting
from bpviz.ui.core.panel import Send
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.window.actions.action_group import ActionGroup
from bpviz.ui.window.recipe_code import MOST, RecipeCode


def is_run(path: str) -> bool:
    """Whether a file is a saved run, by its name."""
    return path.lower().endswith(SUFFIX)


@dataclass(frozen=True, slots=True)
class _Saving:
    """What was asked to be written: `number` of the command, and how many files were before."""

    number: int
    path: str
    then_close: bool
    before: int


class RunDocument(ActionGroup):
    """Begins, saves and shares the run; asks before one is lost with the window.

    Parameters
    ----------
    window : QWidget
    send : callable
        Takes the commands.
    request : RunRequest
        Is asked for other runs.
    view : callable
        Returns what the window wants to find again with the run, as JSON has it.
    writing : callable
        Returns the files that are being written and would be given up with the window.

    Signals
    -------
    opened(object)
        The view of a run that was just opened, a dict.
    said(str)
        What was done, in a few words.
    refused(str)
        Why something cannot be done, in a sentence.
    may_close()
        A person has answered: the window may go.
    weights_wanted(str)
        The path of a run that cannot be opened, whose weights are to begin one.
    """

    opened = Signal(object)
    said = Signal(str)
    refused = Signal(str)
    may_close = Signal()
    weights_wanted = Signal(str)

    def __init__(
        self,
        window: QWidget,
        send: Send,
        request: RunRequest,
        view: Callable[[], dict[str, Any]],
        writing: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(window, send)
        self._request, self._view, self._writing = request, view, writing
        self._file = NO_DOCUMENT
        self._opened = 0
        self._saving: _Saving | None = None
        self._copying: tuple[int, Callable[[str], None]] | None = None  # and what is done with it
        self._question: QMessageBox | None = None
        self._folder = ""
        self._offered: set[str] = set()
        self._wanted = 0
        (
            self.new, self.save, self.save_as, self.save_copy, self.copy, self.code, self.paste,
        ) = self._add(
            ("new_run", request.start, "Ctrl+N", "", "", self.tr("New run"),
             self.tr("Begin a new run with the settings and the data at hand; the one so far stays "
                     "in the list of branches.")),
            ("save_run", self._save, "Ctrl+S", "", "", self.tr("Save run"),
             self.tr("Write the run with its branches, changes and breakpoints to its file.")),
            ("save_run_as", self._ask_where, "Ctrl+Shift+S", "", "", self.tr("Save run as…"),
             self.tr("Write the run to another file, which is its file from then on.")),
            ("save_run_copy", lambda: self._ask_where(copy=True), "", "", "",
             self.tr("Save a copy…"),
             self.tr("Write the run to another file; its own file stays what it is.")),
            ("copy_recipe", lambda: self._ask_for_recipe(self._copy), "", "", "",
             self.tr("Copy recipe"),
             self.tr("Copy the whole run as a text of a few hundred characters, from which anybody "
                     "has it computed again, to the last bit.")),
            ("recipe_code", lambda: self._ask_for_recipe(self._show_code), "", "", "",
             self.tr("Show recipe as QR code…"),
             self.tr("Show the recipe large enough for phones to read it from a screen.")),
            ("paste_recipe", self._paste, "", "", "", self.tr("Paste recipe"),
             self.tr("Compute the run of a recipe that was copied.")),
        )  # fmt: skip
        self._of_run = self.save, self.save_as, self.save_copy, self.copy, self.code
        for action in self._of_run:
            action.setEnabled(False)  # until there is one

    def fill(self, menu: QMenu) -> None:
        """Put what saves and shares into a menu; `new` stands elsewhere in it."""
        menu.addActions([self.save, self.save_as, self.save_copy])
        menu.addSeparator()
        menu.addActions([self.copy, self.code, self.paste])
        menu.addSeparator()

    @property
    def name(self) -> str:
        """The file's name without its ending; empty where there is none."""
        return os.path.splitext(os.path.basename(self._file.path))[0]

    def title(self, run: str) -> str:
        """Return the title of the window of a run, "[*]" where Qt marks what is not saved."""
        name = f"{self.name}[*] · {run}" if self.name else f"{run}[*]"
        return self.tr("{run} · bpviz").format(run=name)

    @Slot(str)
    def open(self, path: str) -> None:
        """Bring a saved run back."""
        self._request.open_run(path=path)

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Note what is saved, and what was opened."""
        there = frame.dataset is not None
        for action in self._of_run:
            if action.isEnabled() is not there:
                action.setEnabled(there)
        self._file = file = frame.document
        if file.opened not in (0, self._opened):
            self._opened = file.opened
            view = json.loads(file.view) if file.view else {}
            self.opened.emit(view)
        saving = self._saving
        if saving is not None and frame.acknowledged >= saving.number and not file.saving:
            self._saving = None
            if file.saved > saving.before:
                self._saved(saving)
        copying = self._copying
        if copying is not None and frame.acknowledged >= copying[0]:
            self._copying = None
            if file.recipe:
                copying[1](file.recipe)
        if file.wanted is not None and file.wanted.number > self._wanted:
            self._wanted = file.wanted.number
            self._ask_for_data(file.wanted)
        for left in frame.left:
            if left.path not in self._offered:
                self._offered.add(left.path)
                self._offer(left)

    def take_over(self, other: RunDocument) -> None:
        """Go on where another window of the same run was: what it showed and offered is done."""
        self._opened, self._folder = other._opened, other._folder
        self._offered, self._wanted = other._offered, other._wanted

    def _ask_for_data(self, wanted: DataWanted) -> None:
        """Ask where the data of a run is that cannot be opened without it."""
        words = self.tr("It is missing or has changed since the run was saved: {source}")
        box = self._question_box(
            "data_question",
            self.tr("Where is the data of this run?"),
            words.format(source=formatting.shortened(wanted.source, 200)),
        )
        role = QMessageBox.ButtonRole.AcceptRole
        choose = box.addButton(self.tr("Choose file…"), role)
        weights = box.addButton(self.tr("Use weights alone"), role) if wanted.path else None
        if weights is not None:
            box.setInformativeText(
                box.informativeText()
                + "\n\n"
                + self.tr(
                    "Without it nothing can be computed of the run. The weights that it kept can "
                    "begin a new one, of the data at hand."
                )
            )
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(choose)

        def answer(button: QAbstractButton) -> None:
            if button is choose:
                self._choose_data(wanted)
            elif button is weights:
                self.weights_wanted.emit(wanted.path)

        box.buttonClicked.connect(answer)
        box.open()

    def _choose_data(self, wanted: DataWanted) -> None:
        dialog = QFileDialog(self._window, self.tr("Data of the run"), os.path.dirname(wanted.path))
        dialog.setObjectName("data_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(
            lambda path: self._request.open_run(path=wanted.path, recipe=wanted.recipe, data=path)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- what a program left that ended unasked

    def _offer(self, left: LeftInfo) -> None:
        """Offer to bring back what another program left; without an answer the next start does."""
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(left.when)), QLocale.FormatType.ShortFormat
        )
        words = self.tr("{title}, at step {step}, {when}.")
        if left.step is None:
            words = self.tr("{title}, {when}.")
        title = formatting.translated(left.title) or self.tr("A run")
        about = words.format(title=title, step=formatting.count(left.step or 0), when=when)
        if left.count > 1:
            others = self.tr("Older runs beside it: {n}.")
            about = f"{about} {others.format(n=formatting.count(left.count - 1))}"
        box = self._question_box(
            "left_question", self.tr("bpviz ended before a run was saved. Bring it back?"), about
        )
        back = box.addButton(self.tr("Bring back"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(QMessageBox.StandardButton.Discard)
        box.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back)

        def answer(button: QAbstractButton) -> None:
            if button is back:
                self._request.open_run(recovered=left.path)
            elif button is discard:
                self._send(DeclineLeft(left.path))

        box.buttonClicked.connect(answer)
        box.open()

    def _question_box(self, name: str, question: str, about: str) -> QMessageBox:
        """Return a question that blocks nothing, without its buttons; answered, it goes."""
        box = QMessageBox(self._window)
        box.setObjectName(name)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("bpviz"))
        box.setText(question)
        box.setInformativeText(about)
        box.finished.connect(box.deleteLater)
        return box

    # ---- saving

    def _save(self) -> None:
        if self._file.path:
            self.save_to(self._file.path)
        else:
            self._ask_where()

    def _ask_where(self, *, copy: bool = False, then_close: bool = False) -> None:
        """Open a dialog for the file; it blocks nothing, and the run goes on behind it."""
        title = self.tr("Save a copy of the run") if copy else self.tr("Save run")
        here = self._file.path or os.path.join(self._usual_folder(), self._usual_name())
        dialog = QFileDialog(self._window, title, os.path.dirname(here))
        dialog.setObjectName("save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Runs of bpviz") + f" (*{SUFFIX})"])
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(os.path.basename(here))
        dialog.fileSelected.connect(
            lambda path: self.save_to(path, copy=copy, then_close=then_close)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _usual_folder(self) -> str:
        """Return the folder where a run was saved last, or that of documents."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return self._folder or QStandardPaths.writableLocation(place)

    def _usual_name(self) -> str:
        source = self._request.data.source
        base = os.path.splitext(os.path.basename(source.rstrip(os.sep)))[0] or "run"
        return f"{base} l{self._request.settings.n_hidden}{SUFFIX}"

    def save_to(self, path: str, *, copy: bool = False, then_close: bool = False) -> None:
        """Have the run written to a file."""
        if then_close:  # else it would have changed again by then
            self._send(Pause())
        self._folder = os.path.dirname(path)
        number = self._send(SaveRun(path, json.dumps(self._view()), copy))
        self._saving = _Saving(number, path, then_close, self._file.saved)

    def _saved(self, saving: _Saving) -> None:
        name = formatting.shortened(os.path.basename(saving.path), 60)
        self.said.emit(self.tr("Saved: {name}").format(name=name))
        if saving.then_close and not self._file.changed:  # another save may have succeeded alone
            self.may_close.emit()

    # ---- before the window goes

    def asks(self) -> bool:
        """Ask whether to save, where something would be lost; return whether it is asked."""
        if not (self._file.changed or self._file.others or self._writing()):
            return False
        if self._question is None:
            self._question = self._asked()
        self._question.activateWindow()
        return True

    def _asked(self) -> QMessageBox:
        buttons = QMessageBox.StandardButton
        question, about = self._what_is_lost()
        box = self._question_box("close_question", question, about)
        box.setStandardButtons(buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Cancel)
        if self._file.changed:
            box.addButton(buttons.Save)
            box.setDefaultButton(buttons.Save)
        box.buttonClicked.connect(lambda button: self._answered(box.standardButton(button)))
        box.finished.connect(self._forget_question)
        box.open()
        return box

    def _what_is_lost(self) -> tuple[str, str]:
        """Return the question before the window goes, and what is lost otherwise."""
        file, about, question = self._file, list[str](), self.tr("Close, and give up the export?")
        if file.others:
            question = self.tr("Close although older runs are not saved?")
        if file.changed:
            question = self.tr("Save the run before the window closes?")
            if self.name:
                question = self.tr("Save “{name}” before the window closes?").format(
                    name=formatting.shortened(self.name, 60)
                )
            words = self.tr("What was trained and changed since it was saved is lost otherwise.")
            about.append(
                words if file.path else self.tr("It was never saved, and is lost otherwise.")
            )
        if file.others:
            words = self.tr("Older runs in the list of branches that are not saved: {n}.")
            about += (
                words.format(n=formatting.count(file.others)),
                self.tr("To keep one, cancel, go to a branch of it, and save it."),
            )
        for path in self._writing():
            words = self.tr("{name} is still being written, and is lost when the window closes.")
            about.append(words.format(name=formatting.shortened(os.path.basename(path), 60)))
        return question, " ".join(about)

    @Slot()
    def _forget_question(self) -> None:
        self._question = None

    def _answered(self, button: QMessageBox.StandardButton) -> None:
        if button == QMessageBox.StandardButton.Discard:
            self.may_close.emit()
        elif button == QMessageBox.StandardButton.Save and self._file.path:
            self.save_to(self._file.path, then_close=True)
        elif button == QMessageBox.StandardButton.Save:
            self._ask_where(then_close=True)

    # ---- as a text

    def _ask_for_recipe(self, do: Callable[[str], None]) -> None:
        self._copying = self._send(CopyRecipe()), do

    def _copy(self, recipe: str) -> None:
        QGuiApplication.clipboard().setText(recipe)
        words = self.tr("The recipe was copied: {n} characters.")
        self.said.emit(words.format(n=formatting.count(len(recipe))))

    def _show_code(self, recipe: str) -> None:
        if len(recipe) > MOST:
            words = self.tr(
                "The recipe has {n} characters, more than the {most} of a QR code. Copy it, or "
                "save the run."
            )
            self.refused.emit(
                words.format(n=formatting.count(len(recipe)), most=formatting.count(MOST))
            )
        else:
            RecipeCode(recipe, self._window).show()

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text().strip()
        if not text:
            self.refused.emit(self.tr("There is no text to paste. Copy a recipe first."))
            return
        # Here and not above: it brings the kernels with it, and the window is there before them.
        from bpviz.training.document.text import recipe_of_text

        try:
            recipe_of_text(text)
        except (ValueError, DatasetError) as error:
            # Not even asked for: that gives up what is under way.
            self.refused.emit(formatting.translated(sentence_of(error)))
        else:
            self._request.open_run(recipe=text)
