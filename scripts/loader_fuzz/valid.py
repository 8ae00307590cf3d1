"""Small files of every kind that can be loaded, as what damaged ones are made of."""

from __future__ import annotations

import gzip
import io
import random
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Files = dict[str, bytes]
"""Contents by path below one folder; the first is what is loaded, or the folder it lies in."""

_WORDS = ("a", "b", "yes", "no", "ä", "", "NA", "?", "1,5", "x y", '"', "é", "İ", "0", "\N{BOM}")


def _gzipped(draw: random.Random, contents: bytes, share: float = 0.15) -> tuple[bytes, str]:
    if draw.random() >= share:
        return contents, ""
    return gzip.compress(contents, draw.randint(0, 9), mtime=0), ".gz"


def _number(draw: random.Random) -> str:
    kind = draw.randrange(9)
    if kind < 3:
        return str(draw.randint(-9, 99))
    if kind < 8 or draw.random() < 0.9:
        return f"{draw.gauss(0, 10.0 ** draw.randint(-3, 3)):.{draw.randint(1, 6)}g}"
    return draw.choice(("1e300", "1e-320", "-0", "inf", "nan", "1_0", "0x1", "1.234", "1,234.5"))


def table(draw: random.Random) -> Files:
    """Return a text table in one of the ways in which programs write them."""
    separator, columns = draw.choice(",,;\t| "), draw.choice((1, 2, 3, 4, 8))
    texts = [draw.random() < 0.2 for _ in range(columns)]
    words = _WORDS[: draw.choice((4, 4, 7))]
    counts = draw.random() < 0.3
    quote = draw.choice(('"', '"', "'", ""))
    lines = [[draw.choice(_WORDS) + str(j) * draw.randint(0, 1) for j in range(columns)]]
    if draw.random() < 0.3:
        lines.pop()
    for i in range(draw.randint(1, 40)):
        cells = [draw.choice(words) if text else _number(draw) for text in texts]
        lines.append(([str(i)] if counts else []) + cells)
    if counts and len(lines[0]) == columns:
        lines[0].insert(0, draw.choice(("", "id", "Unnamed: 0")))
    if quote:
        lines = [[quote + cell + quote if separator in cell else cell for cell in row]
                 for row in lines]  # fmt: skip
    text = draw.choice(("\n", "\n", "\r\n", "\r")).join(separator.join(row) for row in lines)
    encoding = draw.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"))
    contents, packed = _gzipped(draw, text.encode(encoding, errors="replace"))
    return {draw.choice(("t.csv", "t.tsv", "t.txt", "t")) + packed: contents}


def _array(draw: random.Random, *, targets: int | None = None) -> NDArray[np.generic]:
    random_numbers = np.random.default_rng(draw.getrandbits(32))
    if targets is not None:
        kind = draw.randrange(4)
        if kind == 0:
            return random_numbers.integers(0, 4, targets).astype(draw.choice("Bbhilf"))
        if kind == 1:
            return random_numbers.normal(size=(targets, draw.randint(1, 3)))
        if kind == 2:
            return np.eye(3)[random_numbers.integers(0, 3, targets)]
        return np.array(["a", "bé", "c"])[random_numbers.integers(0, 3, targets)]
    m = draw.randint(1, 12)
    shape = draw.choice(((m,), (m, 4), (m, 64), (m, 8, 8), (m, 5, 7), (m, 4, 4, 3), (m, 1, 6, 6)))
    if draw.random() < 0.6:
        return random_numbers.integers(0, 256, shape).astype(np.uint8)
    return np.asarray(random_numbers.normal(size=shape), order=draw.choice(("C", "F")))


def _npy(array: NDArray[np.generic]) -> bytes:
    stream = io.BytesIO()
    np.save(stream, array)
    return stream.getvalue()


def _names(draw: random.Random) -> tuple[str, str]:
    return draw.choice((("X", "y"), ("x_train", "y_train"), ("images", "labels")))


def arrays(draw: random.Random) -> Files:
    """Return NPY files that belong together."""
    X, y = _names(draw)
    inputs = _array(draw)
    files = {f"{X}.npy": _npy(inputs), f"{y}.npy": _npy(_array(draw, targets=len(inputs)))}
    if X == "x_train" and draw.random() < 0.5:
        files |= {"x_test.npy": files["x_train.npy"], "y_test.npy": files["y_train.npy"]}
    return files


def archive(draw: random.Random) -> Files:
    """Return an NPZ file."""
    X, y = _names(draw)
    inputs = _array(draw)
    parts = {X: inputs, y: _array(draw, targets=len(inputs))}
    stream = io.BytesIO()
    (np.savez_compressed if draw.random() < 0.5 else np.savez)(stream, **parts)  # type: ignore[arg-type]
    return {"t.npz": stream.getvalue()}


def idx_files(draw: random.Random) -> Files:
    """Return pictures and labels as MNIST has them."""
    m, h, w = draw.randint(1, 9), draw.randint(1, 9), draw.randint(1, 9)
    pixels = bytes(draw.getrandbits(8) for _ in range(m * h * w))
    head = b"\0\0\x08\x03" + b"".join(side.to_bytes(4, "big") for side in (m, h, w))
    labels = b"\0\0\x08\x01" + m.to_bytes(4, "big") + bytes(draw.randrange(4) for _ in range(m))
    images, packed = _gzipped(draw, head + pixels)
    return {
        f"train-images-idx3-ubyte{packed}": images,
        "train-labels-idx1-ubyte": labels,
    }


def pictures(draw: random.Random) -> Files:
    """Return a folder of pictures, a subfolder for each class."""
    files: Files = {}
    for name in ("a", "b", "c")[: draw.randint(2, 3)]:
        for i in range(draw.randint(1, 3)):
            size = draw.randint(1, 20), draw.randint(1, 20)
            mode = draw.choice(("L", "RGB", "RGBA", "P", "1", "LA", "I;16"))
            form = "PNG" if draw.random() < 0.6 else "JPEG"
            if form == "JPEG":
                mode = draw.choice(("L", "RGB", "CMYK"))
            picture = Image.new(mode, size, draw.choice((0, 1)))
            stream = io.BytesIO()
            picture.save(stream, form)
            files[f"folder/{name}/{i}.{form.lower()}"] = stream.getvalue()
    return files


KINDS: tuple[Callable[[random.Random], Files], ...] = (
    table, table, table, table, arrays, archive, idx_files, pictures,
)  # fmt: skip
