"""MNIST, from its four IDX files to compressed rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.arrays import idx
from bpviz.datasets.classes import one_hot
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.entry import Chosen, Entry
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.pictures.pixels import compress
from bpviz.datasets.progress import Meter, ProgressCallback
from bpviz.datasets.raw_format import RawFormat
from bpviz.datasets.sentence import Sentence
from bpviz.datasets.shipped import decoded
from bpviz.datasets.shipped.files import ShippedFile

_SHAPE = (28, 28)
_WHITE = 255


def load_mnist(entry: Entry, chosen: Chosen, progress: ProgressCallback | None) -> Dataset:
    """Load both parts; inputs are pixel / 255, targets one-hot.

    A constant input is one more pixel that is white everywhere.  What an earlier start has kept of
    these very files is taken as it is.

    Raises
    ------
    DatasetError
        If one of the files is not the one that was shipped.
    """
    files = _files()
    # Each byte is unpacked once, and counted and written once as a pixel.
    more = 2 * (entry.n_samples + entry.n_test) if chosen.constant else 0
    meter = Meter(
        progress,
        Sentence.of("Loading {name}", name=entry.title),
        3 * sum(file.size for file in files) + more,
    )
    n_inputs = entry.n_inputs + chosen.constant
    parts = decoded.kept(_place(files, constant=chosen.constant), n_inputs)
    if parts is None:
        parts = [
            _decoded(entry, chosen, files[0], files[1], entry.n_test, meter),
            _decoded(entry, chosen, files[2], files[3], entry.n_samples, meter),
        ]
    test = _part(entry, chosen, parts[0], None)
    data = _part(entry, chosen, parts[1], test)
    meter.finish()
    return data


def keep(data: Dataset) -> None:
    """Keep what `load_mnist` returned in the user's cache, for the next start.

    Raises
    ------
    DatasetError
        If the list of checksums has been damaged since.
    """
    parts = [
        decoded.Pictures(part.rows, part.labels.astype(np.uint8))
        for part in (data.test, data)
        if part is not None and part.labels is not None
    ]
    decoded.keep(_place(_files(), constant=data.constant is not None), parts)


def _files() -> list[ShippedFile]:
    return [
        ShippedFile.find(f"mnist/{part}-{kind}-ubyte.gz")
        for part in ("t10k", "train")
        for kind in ("images-idx3", "labels-idx1")
    ]


def _place(files: Sequence[ShippedFile], *, constant: bool) -> Path | None:
    return decoded.place("mnist", files, constant=constant)


def _decoded(
    entry: Entry,
    chosen: Chosen,
    images: ShippedFile,
    labels: ShippedFile,
    count: int,
    meter: Meter,
) -> decoded.Pictures:
    pixels = _read(images, (count, *_SHAPE), meter).reshape(count, -1)
    if chosen.constant:
        pixels = np.hstack([pixels, np.full((count, 1), _WHITE, dtype=np.uint8)])
    rows = compress(pixels, _WHITE, meter)
    classes = _read(labels, (count,), meter)
    if classes.max() >= entry.n_outputs:
        raise DatasetError(
            "{file} is damaged: it contains the label {found} instead of 0 to 9. Reinstall bpviz "
            "to restore the file.",
            file=labels.path,
            found=classes.max(),
        )
    return decoded.Pictures(rows, classes)


def _part(
    entry: Entry, chosen: Chosen, pictures: decoded.Pictures, test: Dataset | None
) -> Dataset:
    return Dataset(
        name=entry.name,
        title=entry.title,
        rows=pictures.rows,
        Y=one_hot(pictures.classes, entry.n_outputs),
        labels=pictures.classes.astype(np.int64),
        class_names=tuple("0123456789"),
        image_shape=entry.image_shape,
        test=test,
        description=entry.description,
        constant=entry.n_inputs if chosen.constant else None,
        raw=RawFormat(white=_WHITE),
    )


def _read(file: ShippedFile, shape: tuple[int, ...], meter: Meter) -> NDArray[np.uint8]:
    array = idx.parse(file.read(meter), file.path)
    if array.shape != shape:
        raise DatasetError(
            "{file} is damaged: it contains {found} numbers instead of {right}. Reinstall bpviz "
            "to restore the file.",
            file=file.path,
            found=" × ".join(map(str, array.shape)),
            right=" × ".join(map(str, shape)),
        )
    return array
