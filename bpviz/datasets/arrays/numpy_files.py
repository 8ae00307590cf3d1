"""NPZ and NPY files: which of their arrays are inputs and which targets, by the usual names."""

from __future__ import annotations

from pathlib import Path

from bpviz.datasets.arrays import npy
from bpviz.datasets.arrays.array_dataset import Array, Pair, from_arrays
from bpviz.datasets.arrays.npz import Archive
from bpviz.datasets.assembly import About
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.request import DataRequest
from bpviz.datasets.sentence import Sentence, listed, short
from bpviz.datasets.siblings import beside
from bpviz.datasets.source import Source
from bpviz.datasets.stages import Stages

_TRAINING = (
    ("x_train", "y_train"),
    ("train_images", "train_labels"),
    ("x", "y"),
    ("images", "labels"),
    ("data", "target"),
    ("data", "labels"),
)
_TEST = {"x_train": "x_test", "train_images": "test_images"}
_TEST_TARGETS = {"y_train": "y_test", "train_labels": "test_labels"}


def usual_pairs(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the names of inputs and targets of the training pair, and of the test pair if any."""
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(name.casefold(), name)
    for inputs, targets in _TRAINING:
        if inputs in folded and targets in folded:
            pairs = [(folded[inputs], folded[targets])]
            test = (_TEST.get(inputs, ""), _TEST_TARGETS.get(targets, ""))
            if all(name in folded for name in test):
                pairs.append((folded[test[0]], folded[test[1]]))
            return pairs
    return []


def load_npz(path: Path, request: DataRequest, about: About, stages: Stages) -> Dataset:
    """Load the arrays of an NPZ file.

    Raises
    ------
    DatasetError
        If the usual names are not there, or what they name cannot be used.
    """
    archive = Archive(path, request.max_bytes)
    names = npz_pairs(archive, request)
    flat = [name for pair in names for name in pair]
    total = sum(archive.header(name).size for name in flat)
    meter = stages.stage(0.5, total)
    arrays = {name: archive.read(name, meter) for name in dict.fromkeys(flat)}
    pairs = [Pair(arrays[x], arrays[y], short(x), short(y)) for x, y in names]
    words = [Sentence.of("Arrays of an NPZ file: {names}.", names=listed(flat))]
    return from_arrays(path, pairs, request, about, words, stages.stage(0.99, 5 * _numbers(pairs)))


def npz_pairs(archive: Archive, request: DataRequest) -> list[tuple[str, str]]:
    """Return which arrays are inputs and targets, as chosen or by the usual names."""
    if not archive.names:
        raise DatasetError(
            "{file} contains no arrays. Use arrays saved with numpy.savez as X and y, or as "
            "x_train, y_train, x_test and y_test.",
            file=archive.path,
        )
    chosen = (request.inputs, request.target)
    if any(chosen):
        if not all(len(each) == 1 for each in chosen):
            raise DatasetError(
                "{file} needs one array chosen as inputs and one as targets. Choose them among "
                "{names}.",
                file=archive.path,
                names=listed(archive.names),
            )
        pairs = [(request.inputs[0], request.target[0])]
    else:
        pairs = usual_pairs(archive.names)
    if not pairs:
        raise DatasetError(
            "Of the arrays {names} of {file}, it is not clear which are inputs and targets. Name "
            "them X and y, or x_train, y_train, x_test and y_test, or choose one of each.",
            file=archive.path,
            names=listed(archive.names),
        )
    missing = [name for pair in pairs for name in pair if name not in archive.names]
    if missing:
        raise DatasetError(
            "{file} has no array {name}. Choose one of {names}.",
            file=archive.path,
            name=short(repr(missing[0])),
            names=listed(archive.names),
        )
    return pairs


def load_npy(path: Path, request: DataRequest, about: About, stages: Stages) -> Dataset:
    """Load an array of inputs, and those of targets and for testing that lie beside it.

    Raises
    ------
    DatasetError
        If there are no targets beside it, or the arrays cannot be used.
    """
    names = npy_files(path)
    files = {each: Source(each, request.max_bytes) for pair in names for each in pair}
    headers = {each: npy.read_header(files[each].head(npy.HEAD), each) for each in files}
    total = sum(header.size for header in headers.values())
    next(iter(files.values())).check_size(total)
    meter = stages.stage(0.5, sum(source.size for source in files.values()))
    arrays: dict[Path, Array] = {
        each: headers[each].array(source.read(meter, headers[each].size))
        for each, source in files.items()
    }
    pairs = [Pair(arrays[x], arrays[y], short(_stem(x)), short(_stem(y))) for x, y in names]
    listing = listed([each.name for each in files], longest=80)
    words = [Sentence.of("Arrays of NPY files: {names}.", names=listing)]
    return from_arrays(path, pairs, request, about, words, stages.stage(0.99, 5 * _numbers(pairs)))


def npy_files(path: Path) -> list[tuple[Path, Path]]:
    """Return the files of inputs and targets that belong to `path`, by the usual names."""
    there = {_stem(each).casefold(): each for each in beside(path, (".npy", ".npy.gz"))}
    there[_stem(path).casefold()] = path
    opened = _stem(path).casefold()
    for inputs, targets in (*_TRAINING, ("x_test", "y_test"), ("test_images", "test_labels")):
        if opened in (inputs, targets) and inputs in there and targets in there:
            pairs = [(there[inputs], there[targets])]
            test = (_TEST.get(inputs, ""), _TEST_TARGETS.get(targets, ""))
            if all(name in there for name in test):
                pairs.append((there[test[0]], there[test[1]]))
            return pairs
    raise DatasetError(
        "{file} is a single array; the inputs or targets that belong to it were not found. Put "
        "both files into one folder, named X.npy and y.npy, or x_train.npy, y_train.npy, "
        "x_test.npy and y_test.npy.",
        file=path,
    )


def _stem(path: Path) -> str:
    return path.name.removesuffix(".gz").removesuffix(".npy")


def _numbers(pairs: list[Pair]) -> int:
    return sum(pair.X.size for pair in pairs)
