"""Helpers for tests of a person's own files."""

import re
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset, DatasetError
from bpviz.datasets.request import DataRequest
from bpviz.datasets.user_files import load_file


def load(path: Path | str, **options: Any) -> Dataset:
    """Load a file, without the constant input unless it is asked for: None is the usual."""
    return load_file(DataRequest.of(str(path), **({"constant": False} | options)))


REMEDY = re.compile(
    r"\. (Use|Choose|Check|Put|Name|Fill|Save|Leave|Expected are|If you trust it,) "
)


def refusal(path: Path | str, within: Path | None = None, **options: Any) -> str:
    """What loading complains of: one sentence, soon, that names the file; no last resort.

    `within` is what is loaded, where that is the folder that the file lies in.
    """
    start = time.process_time()
    with pytest.raises(DatasetError) as caught:
        load(within or path, **options)
    seconds = time.process_time() - start
    message = str(caught.value)
    assert seconds < 2, f"{message} after {seconds:.1f} s"
    assert "\n" not in message
    assert str(path) in message
    assert REMEDY.search(message), message
    assert message == caught.value.template.format(**caught.value.values)
    assert caught.value.__cause__ is None, message
    return message


def outcome(path: Path, **options: Any) -> Dataset | None:
    """Load a file that may or may not be damaged; the only error is one clear sentence."""
    start = time.process_time()
    complaint: DatasetError | None = None
    data = None
    try:
        data = load(path, **options)
    except DatasetError as error:
        complaint = error
    assert time.process_time() - start < 2
    if complaint is not None:
        assert complaint.__cause__ is None, str(complaint)
        assert "\n" not in str(complaint)
    return data


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def idx(array: np.ndarray) -> bytes:
    kinds = {"u1": 8, "i1": 9, "i2": 11, "i4": 12, "f4": 13, "f8": 14}
    swapped = array.astype(array.dtype.newbyteorder(">"))
    sizes = b"".join(n.to_bytes(4, "big") for n in array.shape)
    return bytes([0, 0, kinds[array.dtype.str[1:]], array.ndim]) + sizes + swapped.tobytes()
