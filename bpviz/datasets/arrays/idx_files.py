"""MNIST-like sets: IDX files whose labels and test pair lie beside the pictures."""

from __future__ import annotations

import math
import re
from pathlib import Path

from bpviz.datasets.arrays import idx
from bpviz.datasets.arrays.array_dataset import Array, Pair, from_arrays
from bpviz.datasets.assembly import About
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.request import DataRequest
from bpviz.datasets.sentence import Sentence, listed, short
from bpviz.datasets.siblings import beside
from bpviz.datasets.source import Source
from bpviz.datasets.stages import Stages

_HEAD = 64
_TEST_NAMES = ("t10k", "test")


def is_idx(start: bytes, path: Path) -> bool:
    """Whether a file is IDX by its first bytes, or is called like one."""
    announced = start[:2] == b"\0\0" and len(start) >= 4 and start[2] in idx.TYPES
    return announced or re.search(r"[-.]idx\d|ubyte", path.name.lower()) is not None


def load_idx(path: Path, request: DataRequest, about: About, stages: Stages) -> Dataset:
    """Load pictures and labels, and the test pair where it is there too.

    Raises
    ------
    DatasetError
        If a file is missing or damaged, or the files do not fit each other.
    """
    found = idx_pairs(path)
    files = [Source(each, request.max_bytes) for pair in found for each in pair]
    headers = [idx.read_header(source.head(_HEAD), source.path) for source in files]
    for k in range(0, len(files), 2):
        _check(files[k].path, files[k + 1].path, headers[k], headers[k + 1])
    files[0].check_size(sum(header.size for header in headers))
    meter = stages.stage(0.5, sum(source.size for source in files))
    arrays: list[Array] = [
        header.array(source.read(meter, header.size))
        for source, header in zip(files, headers, strict=True)
    ]
    for k in range(1, len(arrays), 2):
        if arrays[k].ndim == 2:  # the class, and more about each sample
            arrays[k] = arrays[k][:, 0]
    pairs = [
        Pair(arrays[k], arrays[k + 1], short(files[k].path.name), "label")
        for k in range(0, len(arrays), 2)
    ]
    listing = listed([source.path.name for source in files], longest=80)
    words = [Sentence.of("IDX files: {names}.", names=listing)]
    total = 5 * sum(pair.X.size for pair in pairs)
    return from_arrays(found[0][0], pairs, request, about, words, stages.stage(0.99, total))


def _check(images: Path, labels: Path, of_images: idx.Header, of_labels: idx.Header) -> None:
    if len(of_images.shape) < 2 or math.prod(of_images.shape) == 0:
        raise DatasetError(
            "{file} has the shape {shape}, and so contains no pictures. Use a file with one or "
            "more pictures.",
            file=images,
            shape=" × ".join(map(str, of_images.shape)),
        )
    if of_images.shape[0] != of_labels.shape[0]:
        raise DatasetError(
            "The number of labels in {labels} is {found}, the number of pictures in {images} is "
            "{right}. Use one label for each picture.",
            labels=labels,
            found=of_labels.shape[0],
            right=of_images.shape[0],
            images=images,
        )
    if of_labels.dtype.kind == "f" or len(of_labels.shape) > 2:
        raise DatasetError(
            "{file} does not contain labels, but {dtype} numbers of shape {shape}. Use one whole "
            "number for each picture.",
            file=labels,
            shape=" × ".join(map(str, of_labels.shape)),
            dtype=of_labels.dtype,
        )


def idx_pairs(path: Path) -> list[tuple[Path, Path]]:
    """Return the files of pictures and of labels, of the set that `path` belongs to.

    Raises
    ------
    DatasetError
        If the other half of `path` is not beside it.
    """
    there = {_key(each): each for each in beside(path, ("",))}
    there[_key(path)] = path
    key = _key(path)
    images, labels = _as_images(key), _as_labels(key)
    if images == labels or images not in there or labels not in there:
        raise DatasetError(
            "The pictures that belong to {file} were not found. Put both files into one folder, "
            "named like train-images-idx3-ubyte and train-labels-idx1-ubyte, with or without .gz."
            if key == labels and images != labels
            else "The labels that belong to {file} were not found. Put both files into one folder, "
            "named like train-images-idx3-ubyte and train-labels-idx1-ubyte, with or without .gz.",
            file=path,
        )
    pairs = [(there[images], there[labels])]
    for name in _TEST_NAMES if "train" in key else ():
        test = images.replace("train", name), labels.replace("train", name)
        if all(each in there for each in test):
            pairs.append((there[test[0]], there[test[1]]))
            break
    return pairs


def _key(path: Path) -> str:
    """Return a name without what varies between sets: packing, and how the format is noted."""
    name = path.name.lower().removesuffix(".gz")
    return re.sub(
        r"[-._]?idx\d|[-._]?(ubyte|int|byte|idx)$", "", re.sub("[-._](ubyte|int)$", "", name)
    )


def _as_images(key: str) -> str:
    return re.sub(r"labels?", "images", key) if "label" in key else key


def _as_labels(key: str) -> str:
    return re.sub(r"images?", "labels", key) if "image" in key else key
