"""A person's own data: from a file or a folder to the pairs (X, Y)."""

from __future__ import annotations

import contextlib
import dataclasses
import math
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bpviz.datasets.arrays import idx, npy, npz
from bpviz.datasets.arrays.array_dataset import Array, n_outputs_of
from bpviz.datasets.arrays.array_pictures import picture_shape
from bpviz.datasets.arrays.idx_files import idx_pairs, is_idx, load_idx
from bpviz.datasets.arrays.numpy_files import load_npy, load_npz, npy_files, npz_pairs
from bpviz.datasets.assembly import About
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.errors import DatasetError, RequestError
from bpviz.datasets.memory import too_large
from bpviz.datasets.pictures.folder import folder_words, load_folder, look_into
from bpviz.datasets.preview import Preview, SourceKind, preview_table
from bpviz.datasets.progress import ProgressCallback
from bpviz.datasets.request import MADE_UP, DataRequest
from bpviz.datasets.sentence import Sentence, listed
from bpviz.datasets.source import Source, unreadable
from bpviz.datasets.stages import Stages
from bpviz.datasets.tables.csv_dataset import load_csv
from bpviz.datasets.tables.plan import with_defaults
from bpviz.datasets.tables.texts import constant_words

_T = TypeVar("_T")

_START = 20
"""Bytes that tell what a file is: as many as the longest header of an IDX file."""

_TARGETS_LOOKED_AT = 2**23
"""Bytes of targets that are read to tell how many outputs they become."""

_BOOKS = (".csv", ".tsv", ".txt", ".xlsx", ".ods")
"""What is called so should be told that it is a workbook, not that it lacks arrays."""


def load_file(request: DataRequest, progress: ProgressCallback | None = None) -> Dataset:
    """Load the file or folder that `request.source` names; safe in any thread.

    Parameters
    ----------
    request : DataRequest
    progress : callable, optional
        Called every few milliseconds of work.  What it raises passes through untouched and
        cancels the loading.

    Raises
    ------
    DatasetError
        Whatever is wrong with the file: the message says where, and what to do.
    """
    path = path_of(request)
    for name in MADE_UP:
        if getattr(request, name) is not None:
            raise RequestError(
                "{name} does not apply to {file}, only to generated data. Leave this option out.",
                name=name,
                file=path,
            )
    stages = Stages(progress, Sentence.of("Loading {name}", name=path.name))

    def load() -> Dataset:
        about = About(request.source, path.name, "")
        loaders = {
            SourceKind.TABLE: load_csv,
            SourceKind.IDX: load_idx,
            SourceKind.NPZ: load_npz,
            SourceKind.NPY: load_npy,
            SourceKind.PICTURES: load_folder,
        }
        data = loaders[kind_of(path, request)](path, request, about, stages)
        stages.finish()
        return data

    return _guarded(path, stages, load)


def preview(request: DataRequest) -> Preview:
    """Look at the beginning of a file, and say what loading it would do.

    Raises
    ------
    DatasetError
        If it is nothing that can be loaded.
    """
    path = path_of(request)
    stages = Stages(None, "")

    def look() -> Preview:
        kind = kind_of(path, request)
        arrays: tuple[str, ...] = ()
        if kind is SourceKind.TABLE:
            return preview_table(path, request)
        if kind is SourceKind.PICTURES:
            folder = look_into(path, request, stages.stage(1.0, 1))
            request_found = dataclasses.replace(request, size=folder.size)
            n = math.prod(folder.size) + bool(request.constant)
            outputs = len(folder.class_names) if len(folder.class_names) > 2 else 1
            words = (*folder_words(folder), *constant_words(request))
            return Preview(kind, plan=words, request=request_found, shape=(n, outputs))
        if kind is SourceKind.NPZ:
            archive = npz.Archive(path, request.max_bytes)
            try:
                pairs = npz_pairs(archive, request)
            except DatasetError as error:  # others can be chosen
                return Preview(kind, request, arrays=archive.names, problem=error)
            arrays = archive.names
            names = [
                f"{name} ({' × '.join(map(str, archive.header(name).shape))})"
                for pair in pairs
                for name in pair
            ]
            inputs: list[npy.Header | idx.Header] = [archive.header(pair[0]) for pair in pairs]
            targets: list[npy.Header | idx.Header] = [archive.header(pair[1]) for pair in pairs]

            def read(k: int) -> Array:
                return archive.read(pairs[k][1], stages.stage(1.0, 1))
        else:
            find = npy_files if kind is SourceKind.NPY else idx_pairs
            files = find(path)
            names = [file.name for pair in files for file in pair]
            inputs = [_header(kind, Source(pair[0], request.max_bytes)) for pair in files]
            targets = [_header(kind, Source(pair[1], request.max_bytes)) for pair in files]

            def read(k: int) -> Array:
                source = Source(files[k][1], request.max_bytes)
                array: Array = targets[k].array(
                    source.read(stages.stage(1.0, source.size), targets[k].size)
                )
                return array[:, 0] if kind is SourceKind.IDX and array.ndim == 2 else array

        belong = Sentence.of("Inputs and targets: {names}.", names=listed(names, longest=80))
        pictures = all(picture_shape(header.shape, header.dtype) for header in inputs)
        resolved = request if pictures else with_defaults(request)
        plan = tuple(constant_words(resolved))
        shape = None
        if sum(header.size for header in targets) <= _TARGETS_LOOKED_AT:
            with contextlib.suppress(DatasetError):  # told when all of it is loaded
                outputs = n_outputs_of(path, [(read(k), "y") for k in range(len(inputs))], resolved)
                shape = math.prod(inputs[0].shape[1:]) + bool(resolved.constant), outputs
        return Preview(
            kind, found=(belong,), plan=plan, request=resolved, arrays=arrays, shape=shape
        )

    return _guarded(path, stages, look)


def _header(kind: SourceKind, source: Source) -> npy.Header | idx.Header:
    read = npy.read_header if kind is SourceKind.NPY else idx.read_header
    return read(source.head(npy.HEAD), source.path)


def path_of(request: DataRequest) -> Path:
    """Return the path that a request names; ~ is the home folder."""
    try:
        return Path(request.source).expanduser()
    except RuntimeError:  # nobody of that name
        return Path(request.source)


def kind_of(path: Path, request: DataRequest) -> SourceKind:
    """Return what a file or folder is, by what it holds.

    Raises
    ------
    DatasetError
        If there is nothing, or nothing that may be read.
    """
    try:
        if path.is_dir():
            return SourceKind.PICTURES
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    start = Source(path, request.max_bytes).head(_START)
    name = path.name.lower().removesuffix(".gz")
    if start.startswith(npy.MAGIC):
        return SourceKind.NPY
    if name.endswith(".npy"):
        npy.read_header(start, path)  # says that it is none, before others are looked for beside it
    if name.endswith(".npz") or (start.startswith(npz.MAGIC) and not name.endswith(_BOOKS)):
        return SourceKind.NPZ
    if is_idx(start, path):
        idx.read_header(start, path)
        return SourceKind.IDX
    return SourceKind.TABLE


def _guarded(path: Path, stages: Stages, work: Callable[[], _T]) -> _T:
    """Do the work; whatever goes wrong with the file is a DatasetError, a cancelling passes."""
    try:
        return work()
    except Exception as error:
        if stages.raised is not None:
            if error is stages.raised:
                raise
            raise stages.raised from None
        if isinstance(error, DatasetError):
            raise
        # A library that is installed and cannot be imported has found no room in memory.
        unmapped = isinstance(error, ImportError) and not isinstance(error, ModuleNotFoundError)
        if isinstance(error, MemoryError) or unmapped:
            raise too_large(path) from None
        # What is known to go wrong is told better elsewhere; no parser is proof against all files.
        raise DatasetError(
            "{file} cannot be used ({reason}). Use an undamaged table, IDX, NPZ or NPY file, or "
            "folder of pictures.",
            file=path,
            reason=f"{type(error).__name__}: {error}".split("\n", 1)[0][:200],
        ) from error
