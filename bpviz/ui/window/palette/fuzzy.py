"""How well what somebody types answers a name: by words, parts, initials, with a slip."""

from __future__ import annotations

import unicodedata

EXACT = 0.0
"""The least distance."""

_WORD, _BEGINNING, _PART, _LETTERS, _SLIP = 0.0, 1.0, 2.0, 3.0, 3.5
_SLACK = 3  # letters left out for each that is typed


def plain(text: str) -> str:
    """Return `text` for comparing: no case, no accents, σ₁ as σ1, single spaces."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(each for each in folded if not unicodedata.combining(each))
    return " ".join("".join(c if c.isalnum() or c in "+-.," else " " for c in letters).split())


def distance(typed: str, name: str) -> float | None:
    """Return how far `name` is from what was typed, 0 for the same; None where it is no answer.

    Every word that is typed has to be found in the name: as a word, as the beginning of one, as a
    part, as letters that follow one another in it and begin where a word does ("brkpt"), or with
    one letter wrong, left out, doubled or swapped.

    Parameters
    ----------
    typed, name : str
        As `plain` returns them.
    """
    if typed == name:
        return EXACT
    words = name.split()
    found = [_of_word(part, name, words) for part in typed.split()]
    if any(each is None for each in found):
        return None
    whole = 0.5 if name.startswith(typed) else 1.0
    return whole + max((each for each in found if each is not None), default=0.0)


def _of_word(part: str, name: str, words: list[str]) -> float | None:
    if part in words:
        return _WORD
    if any(word.startswith(part) for word in words):
        return _BEGINNING
    if part in name:
        return _PART
    if len(part) > 1 and _by_letters(part, name):
        return _LETTERS
    if len(part) > 3 and any(_slipped(part, word) for word in words):
        return _SLIP
    return None


def _by_letters(part: str, name: str) -> bool:
    """Whether the letters stand in the name in this order, not far apart, from a word's first."""
    starts = [i for i, c in enumerate(name) if c == part[0] and (i == 0 or name[i - 1] == " ")]
    for start in starts:
        place = start
        for letter in part[1:]:
            place = name.find(letter, place + 1)
            if place < 0:
                break
        else:
            if place - start < _SLACK * len(part):
                return True
    return False


def _slipped(part: str, word: str) -> bool:
    """Whether `part` is the beginning of a word but for one slip of a finger, in no digit."""
    if part[0] != word[0] or any(letter.isdigit() for letter in part):
        return False
    for at in range(1, len(part)):
        rest = word[at:]
        if part[:at] != word[:at]:
            return False
        tails = (
            part[at + 1 :] == rest[1 : len(part) - at],  # another letter
            part[at + 1 :] == rest[: len(part) - at - 1],  # one too many
            part[at:] == rest[1 : len(part) - at + 1],  # one left out
            part[at + 1 : at + 2] == rest[:1]
            and part[at : at + 1] == rest[1:2]
            and part[at + 2 :] == rest[2 : len(part) - at],  # two swapped
        )
        if rest and any(tails):
            return True
    return False
