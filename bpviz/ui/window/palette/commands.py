"""Everything that the palette finds in the window, and what was chosen last."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from bpviz.datasets import DataRequest, catalog
from bpviz.datasets.user_files import path_of
from bpviz.languages import LANGUAGES
from bpviz.training.events import Frame, State
from bpviz.training.message import Message
from bpviz.ui.core import formatting
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.kit.controls import preferred_numbers
from bpviz.ui.kit.controls.number_edit import NumberEdit
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.kit.controls.number_text import read_whole
from bpviz.ui.window.actions.action_group import keys_of
from bpviz.ui.window.actions.file_actions import FileActions
from bpviz.ui.window.docks import Docks
from bpviz.ui.window.layouts import LAYOUTS
from bpviz.ui.window.own_layouts import OwnLayouts
from bpviz.ui.window.palette import settings
from bpviz.ui.window.palette.dialog import CommandPalette
from bpviz.ui.window.palette.entry import Entry
from bpviz.ui.window.palette.fuzzy import distance, plain
from bpviz.ui.window.palette.settings import Number
from bpviz.ui.window.toolbar import FASTEST, SLOWEST, ControlBar, speed_text

MOST_RECENT = 12

_OTHER_NAME = 0.25  # how much farther a name is that nobody sees
_SHOW = "action_show_"
_OF_PANEL = ("action_panel_float", "action_panel_close")

_NUMBERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("learning_rate_edit", ("λ", "lambda", "learning rate", "lr", "eta")),
    ("hidden_size_edit", ("l", "hidden", "units")),
    ("step_size_edit", ("steps per press", "step size")),
    ("seed_edit", ("seed",)),
    ("sample_index", ("sample",)),
    ("data_samples_edit", ("samples", "m")),
    ("data_noise_edit", ("noise",)),
    ("data_test_share_edit", ("test share",)),
    ("data_seed_edit", ("data seed",)),
    ("stopping_window_edit", ("stopping window",)),
    ("stopping_tolerance_edit", ("tolerance",)),
    ("stopping_patience_edit", ("patience",)),
)
"""Editors of numbers by their objectNames, and what people may type for them."""

_CHOICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("sigma1_edit", ("σ1", "sigma1", "sigma 1")),
    ("sigma2_edit", ("σ2", "sigma2", "sigma 2")),
    ("initializer_edit", ("weights", "init")),
    ("order_edit", ("order",)),
    ("gradient_rule_edit", ("rule", "gradient")),
)
_CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("stopping_edit", ("stop", "stopping rule")),
    ("data_constant_edit", ("constant", "bias")),
    ("sample_follow", ("follow",)),
)


class Commands(QObject):
    """Opens the palette, does what is chosen there, and knows what was chosen last.

    Parameters
    ----------
    window : QWidget
        Its named actions and editors are listed.
    docks, own_layouts, request, files, toolbar
        Where panels, layouts, data sets, recent files and the speed are changed.
    make_all : callable
        Sees that everything is in the window that can be listed.

    Signals
    -------
    used()
        Something was chosen, which `recent` has now.
    """

    used = Signal()

    def __init__(
        self,
        window: QWidget,
        docks: Docks,
        own_layouts: OwnLayouts,
        request: RunRequest,
        files: FileActions,
        toolbar: ControlBar,
        make_all: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._make_all = make_all
        self._window = window
        self._docks, self._own, self._request = docks, own_layouts, request
        self._files, self._toolbar = files, toolbar
        self._frame: Frame | None = None
        self._recent: list[str] = []
        self._entries: list[Entry] = []
        self._numbers: list[Number] = []

    def recent(self) -> list[str]:
        """Return the keys of the entries chosen last, the newest first."""
        return list(self._recent)

    def set_recent(self, keys: Sequence[str]) -> None:
        """Put these first, the newest of them on top."""
        self._recent = list(dict.fromkeys(keys))[:MOST_RECENT]

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Take note of what is possible now."""
        self._frame = frame

    @Slot()
    def open(self) -> None:
        """Open the palette; it blocks nothing."""
        self._make_all()
        self._numbers = list(self._all_numbers())
        self._entries = [
            *self._actions(), *self._panels(), *self._layouts(), *self._data(),
            *self._files_again(), *self._choices(), *map(settings.blank, self._numbers),
        ]  # fmt: skip
        dialog = CommandPalette(self.find, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._do)
        dialog.open()

    def find(self, typed: str) -> list[Entry]:
        """Return what answers to `typed`, the best first; everything if that is empty."""
        wanted = plain(typed)
        if not wanted:
            known = {entry.key: entry for entry in self._entries}
            used = [known.get(key) or self._of_value(key) for key in self._recent]
            word = self.tr("used before")
            last = [replace(each, keys=each.keys or word) for each in used if each is not None]
            rest = [entry for entry in self._entries if entry.key not in self._recent]
            return last + sorted(rest, key=lambda entry: (entry.weight, entry.text.casefold()))
        found = settings.answers(typed, self._numbers)
        for entry in self._entries:
            ways = [distance(wanted, plain(entry.text))]
            # Words may come from all of them: "layout speichern" has one that only a synonym has.
            for other in map(plain, (*entry.also, " ".join((entry.text, *entry.also)))):
                far = distance(wanted, other)
                ways.append(far + _OTHER_NAME if far else far)
            near = [each for each in ways if each is not None]
            if near:
                found.append((min(near), entry))
        if not found:
            wrong = settings.named_only(typed, self._numbers)
            return [] if wrong is None else [wrong]
        places = {key: place for place, key in enumerate(self._recent)}
        found.sort(
            key=lambda each: (
                each[0], places.get(each[1].key, MOST_RECENT), bool(each[1].why_not),
                each[1].weight, each[1].text.casefold(),
            )
        )  # fmt: skip
        return [entry for _, entry in found]

    @Slot(object)
    def _do(self, entry: Entry) -> None:
        self.set_recent([entry.key, *self._recent])
        self.used.emit()
        if entry.do is not None:
            entry.do()

    def _of_value(self, key: str) -> Entry | None:
        """Return the entry that sets a number to the value that it was set to before."""
        kind, _, rest = key.partition(" ")
        name, _, value = rest.partition(" ")
        number = next((each for each in self._numbers if each.name == name), None)
        return settings.with_value(number, value) if kind == "set" and number else None

    def _actions(self) -> Iterator[Entry]:
        for action in self._window.findChildren(QAction):
            name = action.objectName()
            listed = name.startswith("action_") and action.isVisible() and bool(action.text())
            panels = (f"{_SHOW}{panel}" for panel in self._docks.docks)
            elsewhere = (*panels, "action_layout_", "action_own_layout_", *_OF_PANEL)
            listed = listed and (name != "action_panel_whole" or bool(self._docks.whole()))
            if listed and not name.startswith(elsewhere):
                yield self._of_action(action)

    def _of_action(self, action: QAction, text: str = "") -> Entry:
        name = action.objectName()
        also = name.removeprefix("action_").replace("_", " ")
        code = name.removeprefix("action_language_")
        if code in LANGUAGES:  # its text is its own name for itself
            also += f" {QLocale.languageToString(QLocale(code).language())}"
        return Entry(
            key=name,
            text=text or action.text().replace("&&", "\0").replace("&", "").replace("\0", "&"),
            do=action.trigger,
            keys=keys_of(action),
            about=action.toolTip() if action.toolTip() != action.text() else "",
            also=(also,),
            why_not="" if action.isEnabled() else self._obstacle(name),
        )

    def _panels(self) -> Iterator[Entry]:
        docks, at_hand = self._docks, self._docks.current()
        for name, dock in docks.docks.items():
            title = docks.title(name)
            yield Entry(
                f"{_SHOW}{name}",
                self.tr("Panel: {name}").format(name=title),
                partial(docks.show_panel, name),
                also=(name.replace("_", " "),),
            )
            moved = self.tr("Dock again") if dock.isFloating() else self.tr("Float")
            gone = self.tr("{panel} is closed. Open it in View ▸ Panels.").format(panel=title)
            for words, do, key, why_not in (
                (self.tr("Whole window"), docks.make_whole, "action_panel_whole", ""),
                (moved, docks.toggle_floating, "action_panel_float", ""),
                (self.tr("Close"), docks.close_panel, "action_panel_close",
                 gone if dock.isHidden() else ""),
            ):  # fmt: skip
                action = self._window.findChild(QAction, key)
                yield Entry(
                    f"{key} {name}",
                    self.tr("{what}: {panel}").format(what=words, panel=title),
                    partial(do, name),
                    keys_of(action) if action is not None and name == at_hand else "",
                    why_not=why_not,
                    weight=3,
                )

    def _layouts(self) -> Iterator[Entry]:
        said = self.tr("Layout: {name}")
        for name in LAYOUTS:
            action = self._window.findChild(QAction, f"action_layout_{name}")
            if action is not None:
                yield self._of_action(action, said.format(name=action.text()))
        for name, action in self._own.actions.items():
            entry = self._of_action(action, said.format(name=name))
            yield replace(entry, key=f"layout {name}", do=partial(self._own.choose, name))

    def _data(self) -> Iterator[Entry]:
        for entry in catalog.ENTRIES:
            title = formatting.translated(Message.of(entry.title))
            data = DataRequest(entry.name)
            why_not = ""
            if self._request.data == data:
                words = self.tr("{data} is the data set at hand. Choose another one, or Restart.")
                why_not = words.format(data=title)
            yield Entry(
                f"data {entry.name}",
                self.tr("Data set: {name}").format(name=title),
                partial(self._request.choose, data),
                about=formatting.translated(Message.of(entry.description)),
                also=(entry.name,),
                why_not=why_not,
                weight=1,
            )

    def _files_again(self) -> Iterator[Entry]:
        for data in self._files.recent():
            path = path_of(data)
            why_not = ""
            if not os.path.exists(path):
                words = self.tr("{file} no longer exists. Choose Open data… to find another one.")
                why_not = words.format(file=path)
            yield Entry(
                f"recent {data.source}",
                self.tr("Recent data: {name}").format(name=path.name or str(path)),
                partial(self._files.recent_chosen.emit, data),
                about=str(path),
                also=(str(path),),
                why_not=why_not,
                weight=1,
            )

    def _choices(self) -> Iterator[Entry]:
        for name, aliases in _CHOICES:
            box = self._window.findChild(QComboBox, name)
            if box is not None:
                yield from settings.of_choice(box, *aliases)
        for name, aliases in _CHECKS:
            check = self._window.findChild(QCheckBox, name)
            if check is not None:
                why_not = self._not_there(check, check.accessibleName())
                yield from settings.of_check(check, *aliases, why_not=why_not)

    def _all_numbers(self) -> Iterator[Number]:
        for name, aliases in _NUMBERS:
            editor = self._window.findChild(NumberEdit, name)
            if editor is not None:
                why_not = self._not_there(editor, editor.accessibleName())
                yield settings.of_editor(editor, *aliases, why_not=why_not)
        unlimited = (speed_text(None), "unlimited", "max")
        yield Number(
            "speed_edit",
            self.tr("Speed"),
            ("speed", "steps/s"),
            settings.speed(SLOWEST, FASTEST, unlimited),
            _speed_near,
            self._toolbar.choose_speed,
            speed_text(self._toolbar.speed_edit.number()),
            words=unlimited,
        )
        waits = self._obstacle("") if self._is_waiting() else ""
        unit = self._window.findChild(QComboBox, "timeline_run_unit")
        steps, epochs = ("", "") if unit is None else (unit.itemText(1), unit.itemText(0))
        for name, title, aliases, low, words, act in (
            ("go", self.tr("Go to step"), ("step", "go to step", "goto", "seek"), 0, "", self._go),
            ("run_steps", self.tr("Run steps"), ("run", "run steps", "train"), 1, steps,
             partial(self._run, False)),
            ("run_epochs", self.tr("Run epochs"), ("epochs", "run epochs", "run"), 1, epochs,
             partial(self._run, True)),
        ):  # fmt: skip
            read = partial(_with_unit, low, (words, name.removeprefix("run_")))
            yield Number(name, title, aliases, read, formatting.count, act, why_not=waits)

    def _go(self, step: int) -> None:
        self._type("timeline_go_edit", step)

    def _run(self, epochs: bool, n: int) -> None:
        unit = self._window.findChild(QComboBox, "timeline_run_unit")
        if unit is not None:
            unit.setCurrentIndex(unit.findData(epochs))
            self._type("timeline_run_edit", n)

    def _type(self, name: str, number: int) -> None:
        """Do what typing a number into a line of the timeline does."""
        line = self._window.findChild(NumberLine, name)
        if line is not None:
            line.setText(str(number))
            line.enter()

    def _not_there(self, editor: QWidget, title: str) -> str:
        """Say why a setting has no meaning now; empty if it has one."""
        name = editor.objectName()
        if name.startswith("stopping_") and editor.isHidden():
            return self.tr("{name} is for the stopping rule. Switch that on first.").format(
                name=title
            )
        if name.startswith("data_") and (editor.isHidden() or not editor.isEnabled()):
            words = self.tr("{name} is fixed for this data set. Choose another data set for it.")
            return words.format(name=title)
        if not editor.isEnabled():
            return self.tr("{name} cannot be changed at the moment.").format(name=title)
        return ""

    def _is_waiting(self) -> bool:
        frame = self._frame
        return frame is None or frame.state is State.LOADING or frame.dataset is None

    def _obstacle(self, action: str) -> str:
        """Say why an action is impossible."""
        frame = self._frame
        if action == "action_edit_layouts":
            return self.tr("There is no layout of your own. Keep one by Save layout as… first.")
        if action == "action_import_options":
            return self.tr(
                "The data set comes with bpviz and has no import options. Open a file for them."
            )
        if action == "action_cancel":
            return self.tr("Nothing is under way that could be cancelled.")
        if frame is None or frame.state is State.LOADING:
            return self.tr("The data set is still being loaded. Wait until it is there.")
        if frame.dataset is None:
            return self.tr("There is no data. Choose a data set first.")
        beginning = self.tr("The run stands at its beginning. Train a step first.")
        return {
            "action_back": beginning,
            "action_back_epoch": beginning,
            "action_restart": beginning,
            "action_back_phase": beginning,
            "action_back_row": beginning,
            "action_run_back": beginning,
            "action_back_out": self.tr(
                "The run stands at the beginning of its step. Go into it by Next phase first."
            ),
            "action_remove_breakpoints": self.tr("There is no breakpoint. Set one first."),
            "action_skip": self.tr(
                "Every step trains on the sample that is kept. Switch Keep training on this "
                "sample off first."
            ),
            "action_undo": self.tr("There is no change to undo."),
            "action_redo": self.tr("There is no undone change to redo."),
        }.get(action, self.tr("This is not possible at the moment."))


def _speed_near(speed: float | None) -> str:
    """Write the speed that the slider can stand at."""
    if speed is None:
        return speed_text(None)
    return speed_text(preferred_numbers.value_of(preferred_numbers.nearest(speed)))


def _with_unit(low: int, units: tuple[str, ...], typed: str) -> int:
    """Read a whole number that its unit, one or many, may follow."""
    number = typed.strip()
    for unit in filter(None, map(str.casefold, units)):
        for ending in (unit, unit[:-1]):
            if number.casefold().endswith(ending):
                number = number[: -len(ending)].strip()
    return read_whole(number, low)
