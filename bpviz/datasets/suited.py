"""What to begin with on a data set: the hidden size, the learning rate, and a speed."""

from __future__ import annotations

from typing import NamedTuple

from bpviz.datasets import catalog
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.request import DataRequest


class Suited(NamedTuple):
    """What learns a data set well with sigmoids.

    Attributes
    ----------
    n_hidden : int
        l.
    learning_rate : float
        λ.
    """

    n_hidden: int
    learning_rate: float


TABLE = Suited(16, 0.1)
"""For a table.  Its inputs are standardised, and its targets lie where σ₂ reaches: with 3 to 1000
inputs, classes and regression alike, λ from 0.03 to 0.3 did equally well, and so did l from 8 to
32."""

PICTURES = Suited(32, 0.1)
"""For pictures and arrays: the same as for MNIST, which most of them resemble."""

WATCHED = 400.0
"""Steps per second at which a small set is learned before one's eyes: half of it within the first
seconds (XOR takes 400 to 900 steps for it, iris 1 700 to 2 900)."""

_SMALL = 2000  # samples; more of them take longer to learn than anybody likes to watch


def speed_to_begin(n_samples: int | None) -> float | None:
    """Return the steps per second to begin with on so many samples; None is unlimited.

    Where it is not known how many there are, they may be few.
    """
    return WATCHED if n_samples is None or n_samples <= _SMALL else None


def suited(request: DataRequest) -> Suited | None:
    """Return what suits a data set of the catalogue, or a file by what kind of file it is.

    Reads a few bytes of a file; its shape is not known before all of it is read.  None where it
    cannot be read at all.
    """
    if request.source in catalog.NAMES:
        entry = catalog.entry(request.source)
        return Suited(entry.n_hidden, entry.learning_rate)
    from bpviz.datasets import user_files  # late: it brings the parsers with it
    from bpviz.datasets.preview import SourceKind

    try:
        kind = user_files.kind_of(user_files.path_of(request), request)
    except DatasetError:  # told in its own words when it is loaded
        return None
    return TABLE if kind is SourceKind.TABLE else PICTURES
