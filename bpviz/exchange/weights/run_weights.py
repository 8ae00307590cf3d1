"""The weights of a saved run, which need none of its samples."""

from __future__ import annotations

from pathlib import Path

from bpviz.datasets.errors import DatasetError
from bpviz.training.document.archive import read
from bpviz.training.document.errors import DocumentError, damaged
from bpviz.training.document.kept import weights_kept
from bpviz.training.message import Message, sentence_of
from bpviz.training.start_weights import StartWeights


def read_from_run(path: Path) -> StartWeights:
    """Return the newest weights that a document keeps up to where it stands.

    Raises
    ------
    DatasetError
        If it is no document, or has none.
    """
    try:
        found = weights_kept(read(path))
    except DocumentError as error:
        raise _of_data(error) from None
    except ValueError as error:  # of what is kept, which contradicts itself
        raise _of_data(damaged(str(error))) from None
    if found is None:
        raise DatasetError("{file} has no weights. Open it as a run.", file=path)
    return StartWeights(str(path), found[0])


def _of_data(error: DocumentError) -> DatasetError:
    words = sentence_of(error)
    if isinstance(words, Message):
        return DatasetError(words.template, **words.values)
    return DatasetError(words)
