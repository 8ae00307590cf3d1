"""Settings as entries of the palette: "λ 0.5", "l 64", "step 12000", "σ₁ tanh"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from bpviz.ui.core.formatting import translator
from bpviz.ui.kit.controls.number_edit import NumberEdit
from bpviz.ui.kit.controls.number_text import InputError, read_real
from bpviz.ui.window.palette.entry import Entry
from bpviz.ui.window.palette.fuzzy import EXACT, distance, plain

_tr = translator("Palette")

_VALUE = re.compile(r"(?P<name>.*?[^\W\d_]\d?\s*)[=:\s]\s*(?P<value>[+−-]?[.,]?\d.*)")
_CLOSE = re.compile(r"(?P<name>.*?[^\W\d_])(?P<value>[.,]?\d.*)")  # "l64"


class Number(NamedTuple):
    """A setting that is a number.

    Attributes
    ----------
    name : str
        objectName of its editor, or another word for it that no other has.
    title : str
        What it is called.
    aliases : tuple of str
        What else people type for it; the first one is typed for them.
    read : callable
        Returns the value that a text means; raises an `InputError` if it means none.
    written : callable
        Writes a value.
    set : callable
        Takes a value over.
    now : str
        The present value, empty if there is none.
    why_not : str
        Why it cannot be set now; empty if it can.
    words : tuple of str
        What can be typed that is no number, such as "unlimited".
    """

    name: str
    title: str
    aliases: tuple[str, ...]
    read: Callable[[str], Any]
    written: Callable[[Any], str]
    set: Callable[[Any], object]
    now: str = ""
    why_not: str = ""
    words: tuple[str, ...] = ()


def of_editor(editor: NumberEdit, *aliases: str, why_not: str = "") -> Number:
    """Return the setting that an editor has."""
    return Number(
        editor.objectName(),
        editor.accessibleName(),
        aliases,
        editor.valueFromText,
        editor.textFromValue,
        editor.setValue,
        editor.textFromValue(editor.value()),
        why_not,
    )


def blank(number: Number) -> Entry:
    """Return the entry of a setting for which no value is typed yet."""
    now = f": {number.now}" if number.now else ""
    return Entry(
        key=f"blank {number.name}",
        text=_tr("Set {name}…").format(name=f"{number.title}{now}"),
        about=_tr("Type a value behind the name."),
        also=number.aliases,
        why_not=number.why_not,
        weight=1,
        fills=f"{number.aliases[0]} ",
    )


def with_value(number: Number, typed: str) -> Entry:
    """Return the entry that sets a number to what was typed; it says why where that is wrong."""
    key = f"set {number.name} {typed.strip()}"
    try:
        value = number.read(typed)
    except InputError as wrong:
        sentence = f"{number.title}: {wrong}"
        return Entry(key, f"{number.title}: {typed.strip()}", why_not=number.why_not or sentence)
    text = f"{number.title}: {number.written(value)}"
    if number.now and number.now != number.written(value):
        text = f"{number.title}: {number.now} → {number.written(value)}"
    return Entry(key, text, partial(number.set, value), why_not=number.why_not, weight=-1)


def answers(typed: str, numbers: Sequence[Number]) -> list[tuple[float, Entry]]:
    """Return the settings that "name value" may mean, each with how far its name is from it.

    A name that is a setting's own, to the letter, leaves no room for others.
    """
    found: list[tuple[float, Entry]] = []
    for name, value in _split(typed, numbers):
        for number in numbers:
            names = [plain(each) for each in (*number.aliases, number.title)]
            near = [each for each in (distance(name, other) for other in names) if each is not None]
            if near:
                found.append((min(near) - 1, with_value(number, value)))
        own = [each for each in found if each[0] == EXACT - 1]
        if own:
            return [each for each in own if not each[1].why_not] or own
    return found


def named_only(typed: str, numbers: Sequence[Number]) -> Entry | None:
    """Return what is wrong where a setting's own name stands before something that is no number."""
    folded = typed.casefold().strip()
    for number in numbers:
        for alias in sorted((*number.aliases, number.title), key=len, reverse=True):
            if folded.startswith(f"{alias.casefold()} "):
                return with_value(number, folded[len(alias) :].strip(" =:"))
    return None


def _split(typed: str, numbers: Sequence[Number]) -> Iterator[tuple[str, str]]:
    """Yield the ways to take what was typed apart into a name and a value."""
    name, _, begun = plain(typed).rpartition(" ")
    for number in numbers:
        for word in number.words:
            if len(begun) > 2 and plain(word).startswith(begun):
                yield name or plain(number.aliases[0]), word
    for pattern in (_VALUE, _CLOSE):
        match = pattern.fullmatch(typed.strip())
        if match:
            yield plain(match["name"]), match["value"]


def of_choice(box: QComboBox, *aliases: str, why_not: str = "") -> list[Entry]:
    """Return an entry for each thing that can be chosen in a box."""
    return [
        _choice(box, box.itemText(row), row == box.currentIndex(), aliases, why_not,
                partial(_choose, box, row))
        for row in range(box.count())
        if box.itemData(row) is not None
    ]  # fmt: skip


def _choose(box: QComboBox, row: int) -> None:
    box.setCurrentIndex(row)


def of_check(box: QCheckBox, *aliases: str, why_not: str = "") -> list[Entry]:
    """Return the two entries of a check box."""
    return [
        _choice(box, words, box.isChecked() is on, aliases, why_not, partial(box.setChecked, on))
        for on, words in ((True, _tr("on")), (False, _tr("off")))
    ]


def _choice(
    editor: QWidget,
    words: str,
    chosen: bool,
    aliases: tuple[str, ...],
    why_not: str,
    do: Callable[[], object],
) -> Entry:
    title = editor.accessibleName()
    if chosen and not why_not:
        why_not = _tr("{name} is {value} already. Choose another value.").format(
            name=title, value=words
        )
    return Entry(
        key=f"choose {editor.objectName()} {words}",
        text=f"{title}: {words}",
        do=do,
        about=editor.toolTip(),
        also=tuple(f"{alias} {words}" for alias in aliases),
        why_not=why_not,
        weight=1,
    )


def speed(slowest: float, fastest: float, unlimited: tuple[str, ...]) -> Callable[[str], object]:
    """Return a reader of steps per second; None for words that mean unlimited."""

    def read(typed: str) -> float | None:
        if plain(typed) in map(plain, unlimited):
            return None
        number = re.sub(r"\s*(/s|steps/s|step/s)$", "", typed.strip())
        return read_real(number.replace(" ", ""), slowest, fastest)

    return read
