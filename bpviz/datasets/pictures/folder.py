"""A folder of pictures: a subfolder for each class."""

from __future__ import annotations

import dataclasses
import itertools
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bpviz.datasets.assembly import About, Part, assemble, with_constant
from bpviz.datasets.classes import MOST_CLASSES
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.outcomes import class_outcomes
from bpviz.datasets.pictures.picture import ENDINGS, picture_size, read_picture
from bpviz.datasets.pictures.pixels import compress
from bpviz.datasets.progress import Meter
from bpviz.datasets.raw_format import RawFormat
from bpviz.datasets.request import DataRequest
from bpviz.datasets.sentence import Sentence, paragraph
from bpviz.datasets.source import unreadable
from bpviz.datasets.splitting import draw_test_part
from bpviz.datasets.stages import Stages
from bpviz.datasets.tables.texts import class_words, constant_words, split_words

_MOST_PICTURES = 1_000_000
_LOOKED_AT = 100
"""Pictures whose size is looked at, spread over all."""

_LONGEST = 64
"""Pixels along the longer side; twice as many where all pictures have the same size."""

_PARTS = ("train", "test")


@dataclass(frozen=True, slots=True)
class Folder:
    """The pictures found in a folder.

    Attributes
    ----------
    class_names : tuple of str
        Names of the subfolders.
    files : list of Path
    labels : list of int
        Class of each file.
    n_test : int
        How many of them, at the end, lie in a folder of their own for testing.
    size : (height, width)
        To which they are brought.
    """

    class_names: tuple[str, ...]
    files: list[Path]
    labels: list[int]
    n_test: int
    size: tuple[int, int]


def look_into(path: Path, request: DataRequest, meter: Meter) -> Folder:
    """Find the pictures, and the size to bring them to.

    Raises
    ------
    DatasetError
        If there are none, or only one class.
    """
    subfolders = _names(path, folders=True)
    folded = {name.casefold(): name for name in subfolders}
    parted = len(subfolders) == 2 and all(part in folded for part in _PARTS)
    roots = [path / folded[part] for part in _PARTS] if parted else [path]
    listing = [(root, name) for root in roots for name in _names(root, folders=True)]
    names = sorted({name for _, name in listing})
    if len(names) > MOST_CLASSES:
        raise DatasetError(
            "{file} has {found} subfolders. Use 2 to {most}, one for each class.",
            file=path,
            found=len(names),
            most=MOST_CLASSES,
        )
    found = {(root, name): _pictures(root / name, meter) for root, name in listing}
    used = [name for name in names if any(found.get((root, name)) for root in roots)]
    if len(used) < 2:
        raise DatasetError(
            "{file} has too few subfolders with pictures (PNG or JPEG): {found}. Use at least 2, "
            "one for each class.",
            file=path,
            found=len(used),
        )
    counts, files, labels = [], [], []
    for root in roots:
        for label, name in enumerate(used):
            pictures = found.get((root, name), [])
            files += pictures
            labels += [label] * len(pictures)
        counts.append(len(files))
    if len(files) > _MOST_PICTURES or not counts[0]:
        raise DatasetError(
            "The number of training pictures in {file} is {found}. Use 1 to {most}.",
            file=path,
            found=counts[0],
            most=_MOST_PICTURES,
        )
    size = request.size or _common_size(files, meter)
    return Folder(tuple(used), files, labels, len(files) - counts[0], size)


def load_folder(path: Path, request: DataRequest, about: About, stages: Stages) -> Dataset:
    """Load a folder of pictures: grey, brought to one size, 0 for black and 1 for white.

    Raises
    ------
    DatasetError
        If there are no classes of pictures, or a picture cannot be read.
    """
    folder = look_into(path, request, stages.stage(0.1, 1))
    height, width = folder.size
    count = len(folder.files)
    if count * height * width > request.max_bytes:
        raise DatasetError(
            "{file} is too large: {count} pictures of {height} × {width} pixels exceed the limit "
            "of {limit} bytes. Choose a smaller size, or raise the size limit (max_bytes).",
            file=path,
            count=count,
            height=height,
            width=width,
            limit=request.max_bytes,
        )
    meter = stages.stage(0.9, count)
    pixels = np.empty((count, height * width), dtype=np.uint8)
    for i, file in enumerate(folder.files):
        pixels[i] = read_picture(file, folder.size).ravel()
        meter.add(1)
    labels = np.array(folder.labels, dtype=np.int64)
    own = folder.n_test > 0 and request.test_share is None
    if own:
        held = np.arange(count) >= count - folder.n_test
    else:
        count -= folder.n_test
        pixels, labels = pixels[:count], labels[:count]
        held = draw_test_part(count, labels, request.test_share, request.seed)
    outcomes = class_outcomes(labels, folder.class_names)
    meter = stages.stage(0.99, 2 * pixels.size)
    parts: list[Part] = []
    for chosen in (~held, held):
        if chosen.any():
            rows = compress(pixels[chosen], 255, meter)
            rows = with_constant(rows) if request.constant else rows
            parts.append(Part(rows, outcomes.part(chosen), np.flatnonzero(chosen)))
    words = [*folder_words(folder), *constant_words(request)]
    words.append(split_words(int(held.sum()), len(held), request, own=own))
    about = dataclasses.replace(
        about,
        description=paragraph(words),
        image_shape=folder.size,
        constant=height * width if request.constant else None,
        raw=RawFormat(white=255.0),
    )
    return assemble(about, parts[0], parts[1] if len(parts) > 1 else None)


def folder_words(folder: Folder) -> list[Sentence]:
    """Say what was found in a folder, and what is made of it."""
    return [
        Sentence.of(
            "{count} pictures in subfolders, converted to {height} × {width} grey pixels from 0 "
            "(black) to 1 (white).",
            count=len(folder.files),
            height=folder.size[0],
            width=folder.size[1],
        ),
        class_words(Sentence.of("the name of the subfolder"), folder.class_names),
    ]


def _names(folder: Path, *, folders: bool) -> list[str]:
    """Return the sorted names of the subfolders or of the pictures, hidden ones passed over."""
    try:
        with os.scandir(folder) as entries:
            looked_at = itertools.islice(entries, _MOST_PICTURES + 1)
            return sorted(
                entry.name
                for entry in looked_at
                if not entry.name.startswith((".", "__"))
                and (_is_folder(entry) if folders else entry.name.lower().endswith(ENDINGS))
            )
    except (OSError, ValueError) as error:
        raise unreadable(folder, error) from None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle, beside folders that are good
        return False


def _pictures(folder: Path, meter: Meter) -> list[Path]:
    meter.add(0)
    return [folder / name for name in _names(folder, folders=False)]


def _common_size(files: list[Path], meter: Meter) -> tuple[int, int]:
    """Return the size that all have or, where they differ or are large, a small one like theirs."""
    sizes = []
    for file in files[:: max(len(files) // _LOOKED_AT, 1)]:
        sizes.append(picture_size(file))
        meter.add(0)
    height, width = (int(side) for side in np.median(sizes, axis=0))
    if len(set(sizes)) == 1 and max(height, width) <= 2 * _LONGEST:
        return height, width
    shrunk = min(_LONGEST / max(height, width), 1.0)
    return max(round(height * shrunk), 1), max(round(width * shrunk), 1)
