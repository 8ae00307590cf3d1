"""A recipe as a text that fits a chat message."""

from __future__ import annotations

import base64
import binascii
import json
import zlib

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


def recipe_text(recipe: Recipe) -> str:
    """Return a recipe as a text: `PREFIX`, and base64url of what zlib makes of its JSON.

    Raises
    ------
    DocumentError
        If the run cannot be had from a text: its data or its start weights are in no file that
        comes with the program.
    """
    if recipe.data is None or recipe.weights:
        raise DocumentError(
            Message.of(
                "The data or the start weights of this run are a person's own arrays, which a "
                "recipe cannot hold. Save the run as a file."
            )
        )
    packed = zlib.compress(canonical(to_plain(recipe)), 9)
    return PREFIX + base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def canonical(plain: Plain) -> bytes:
    """Return JSON that is the same for the same contents."""
    text = json.dumps(
        plain, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode()


def recipe_of_text(text: str) -> Recipe:
    """Return the recipe that a text holds; spaces and ends of lines in it do not matter.

    Raises
    ------
    DocumentError
        If it holds none.
    SettingsError, RequestError
        If there are no such settings or options of data.
    """
    joined = "".join(text.split()) if len(text) <= 2 * _MOST else text
    if not joined.startswith(PREFIX):
        raise _no_recipe(joined)
    if len(joined) > _MOST:
        raise DocumentError(
            Message.of(
                "The recipe has {count} characters, more than the {most} that one may have. Use a "
                "saved file.",
                count=len(joined),
                most=_MOST,
            )
        )
    return from_plain(unpacked(joined.removeprefix(PREFIX)))


def _no_recipe(text: str) -> DocumentError:
    name, colon, _ = text.partition(":")
    version = name.removeprefix("bpviz")
    if colon and name.startswith("bpviz") and version.isdecimal():
        return DocumentError(
            Message.of(
                "The recipe is of version {version}. Use a newer version of bpviz.", version=version
            )
        )
    return DocumentError(
        Message.of(
            "The text {text} is no recipe of a run; one begins with {prefix}. Copy the whole of "
            "one.",
            text=short(text) or "“”",
            prefix=PREFIX,
        )
    )


def unpacked(packed: str) -> object:
    """Return what was packed, of at most `_MOST_PLAIN` bytes."""
    try:
        contents = base64.b64decode(packed + "=" * (-len(packed) % 4), b"-_", validate=True)
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(contents, _MOST_PLAIN)
        if not unpacker.eof or unpacker.unused_data:
            raise ValueError
        return json.loads(plain)
    except (ValueError, binascii.Error, zlib.error, RecursionError):
        raise DocumentError(
            Message.of(
                "The recipe is cut or has a wrong character. Copy the whole of it once more, "
                "unchanged."
            )
        ) from None
