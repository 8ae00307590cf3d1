"""A recipe as a text that fits a chat message."""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Collection
from itertools import accumulate

from bpviz.quoting import short
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.recipe import Plain, Recipe, from_plain, to_plain
from bpviz.training.message import Message

PREFIX = "bpviz1:"
"""What a recipe begins with: the program, and the version of what follows."""

_MOST = 2**20
"""Characters of a recipe."""
_MOST_PLAIN = 2**24
"""Bytes that it unpacks to."""
_BEGINNING = re.compile(r"\s*".join(PREFIX))
_PACKED = re.compile(r"[A-Za-z0-9_-]*")


def recipe_text(recipe: Recipe) -> str:
    """Return a recipe as a text: `PREFIX`, and base64url of what zlib makes of its JSON.

    Raises
    ------
    DocumentError
        If the run cannot be had from a text: its data or its start weights are in no file, or it
        has too many changes.
    """
    if recipe.data is None or recipe.weights:
        raise DocumentError(
            Message.of(
                "The data or the start weights of this run are a person's own arrays, which a "
                "recipe cannot hold. Save the run as a file."
            )
        )
    plain = canonical(to_plain(recipe))
    packed = base64.urlsafe_b64encode(zlib.compress(plain, 9)).decode("ascii").rstrip("=")
    text = PREFIX + packed
    if len(text) > _MOST or len(plain) > _MOST_PLAIN:
        raise _too_long(len(text))
    return text


def canonical(plain: Plain) -> bytes:
    """Return JSON that is the same for the same contents."""
    text = json.dumps(
        plain, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode("utf-8", "surrogatepass")  # as names of files may have them


def recipe_of_text(text: str) -> Recipe:
    """Return the recipe that a text holds; spaces and ends of lines in it do not matter.

    Neither do words before it, nor behind it where a space or the end of a line divides them from
    it: a message has them.

    Raises
    ------
    DocumentError
        If it holds none.
    SettingsError, RequestError
        If there are no such settings or options of data.
    """
    text = text[: 2 * _MOST]
    beginning = _BEGINNING.search(text)
    if beginning is None:
        raise _no_recipe(text)
    words = _words(text[beginning.end() :])
    packed = "".join(words)
    if len(PREFIX) + len(packed) > _MOST:
        raise _too_long(len(PREFIX) + len(packed))
    return from_plain(unpacked(packed, set(accumulate(map(len, words)))))


def _words(text: str) -> list[str]:
    """Return the words at the beginning of a text that may be of a recipe."""
    words = []
    for word in text.split():
        found = _PACKED.match(word)
        assert found is not None
        words.append(found.group())
        if found.end() < len(word):
            break
    return words


def _too_long(count: int) -> DocumentError:
    return DocumentError(
        Message.of(
            "The recipe has {count} characters, more than the {most} that one may have. Save the "
            "run as a file.",
            count=count,
            most=_MOST,
        )
    )


def _no_recipe(text: str) -> DocumentError:
    name, colon, _ = "".join(text.split()).partition(":")
    version = name.removeprefix("bpviz")
    if colon and name.startswith("bpviz") and version.isdecimal() and version.strip("0") != "":
        return DocumentError(
            Message.of(
                "The recipe is of version {version}. Use a newer version of bpviz.", version=version
            )
        )
    return DocumentError(
        Message.of(
            "There is no recipe in “{text}”; one begins with “{prefix}”. Copy the whole of one.",
            text=short(" ".join(text[:100].split())),
            prefix=PREFIX,
        )
    )


def unpacked(packed: str, ends: Collection[int]) -> object:
    """Return what was packed, of at most `_MOST_PLAIN` bytes.

    It says by itself where it ends; what stands behind that is not of it, if one of `ends`, which
    count characters, is there.
    """
    try:
        usable = packed[:-1] if len(packed) % 4 == 1 else packed  # one more is never the last
        contents = base64.b64decode(usable + "=" * (-len(usable) % 4), b"-_", validate=True)
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(contents, _MOST_PLAIN)
        used = len(contents) - len(unpacker.unused_data)
        if not unpacker.eof or -(-4 * used // 3) not in ends:
            raise ValueError
        return json.loads(plain)  # lone surrogates included
    except (ValueError, binascii.Error, zlib.error, RecursionError):
        raise DocumentError(
            Message.of(
                "The recipe is cut or has a wrong character. Copy the whole of it once more, "
                "unchanged."
            )
        ) from None
