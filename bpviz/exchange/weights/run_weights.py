"""The weights of a saved run, which need none of its samples."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bpviz.datasets.errors import DatasetError
from bpviz.training.document.archive import read
from bpviz.training.document.errors import DocumentError, damaged
from bpviz.training.document.kept import Document, places_kept, weights_kept
from bpviz.training.message import Message, sentence_of
from bpviz.training.start_weights import KeptPlace, StartWeights


def places_in(path: Path) -> tuple[KeptPlace, ...]:
    """Return where a document keeps weights; at least one place.

    Raises
    ------
    DatasetError
        If it is no document, or has none.
    """
    with _said_of_data():
        return _places(read(path), path)


def read_from_run(path: Path, place: KeptPlace | None) -> StartWeights:
    """Return the weights that a document keeps at a place, or the newest up to where it stands.

    Raises
    ------
    DatasetError
        If it is no document, or has none, or none there.
    """
    with _said_of_data():
        document = read(path)
        places = _places(document, path)
        if place is None:
            place = next(each for each in places if each.usual)
        elif (place.branch, place.step) not in {(each.branch, each.step) for each in places}:
            raise DatasetError(
                "{file} has no weights of step {step} any more. Choose others.",
                file=path,
                step=place.step,
            )
        return StartWeights(str(path), weights_kept(document, place), place=place)


def _places(document: Document, path: Path) -> tuple[KeptPlace, ...]:
    places = places_kept(document)
    if not places:
        raise DatasetError("{file} has no weights. Open it as a run.", file=path)
    return places


@contextmanager
def _said_of_data() -> Iterator[None]:
    try:
        yield
    except ValueError as error:  # a DocumentError is one too
        # Any other is of what is kept, which contradicts itself.
        found = error if isinstance(error, DocumentError) else damaged(str(error))
        words = sentence_of(found)
        if isinstance(words, Message):
            raise DatasetError(words.template, **words.values) from None
        raise DatasetError(words) from None
