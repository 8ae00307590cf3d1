"""One picture: what its pixels become, and how much memory that takes."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from bpviz.datasets.pictures import picture
from bpviz.datasets.pictures.picture import read_picture

MODES = ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"]


def made(mode: str, size: tuple[int, int], seed: int, *, transparent: bool, turn: int) -> bytes:
    draw = np.random.default_rng(seed)
    width, height = size
    bands = len(Image.new(mode, (1, 1)).getbands())
    if mode == "I;16":
        deep = draw.integers(0, draw.choice([200, 2**16]), (height, width), np.uint16)
        image = Image.fromarray(deep)
    elif mode in ("1", "P"):
        image = Image.fromarray(draw.integers(0, 256, (height, width), np.uint8)).convert(mode)
    else:
        shape = (height, width, bands) if bands > 1 else (height, width)
        image = Image.fromarray(draw.integers(0, 256, shape, np.uint8), mode)
    exif = image.getexif()
    exif[0x0112] = turn
    stream = io.BytesIO()
    extra = {"transparency": 7} if transparent and mode in ("P", "L") else {}
    image.save(stream, "PNG", exif=exif, **extra)
    return stream.getvalue()


def at_once(contents: bytes, size: tuple[int, int]) -> np.ndarray:
    """The same, of the whole picture in one go."""
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(contents)))
    if image.mode.startswith("I"):
        wide = np.asarray(image, dtype=np.float64)
        white = 65535.0 if wide.max() > 255 else 255.0
        image = Image.fromarray(np.clip(wide * (255.0 / white), 0, 255).astype(np.uint8))
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    image = image.convert("L")
    height, width = size
    if image.size != (width, height):
        image = image.resize((width, height), Image.Resampling.BOX, reducing_gap=3.0)
    return np.asarray(image)


sides = st.tuples(st.integers(1, 40), st.integers(1, 40))


@pytest.mark.filterwarnings("ignore:'mode' parameter:DeprecationWarning")
@given(
    mode=st.sampled_from(MODES),
    size=sides,
    wanted=st.one_of(st.none(), sides),
    seed=st.integers(0, 99),
    transparent=st.booleans(),
    turn=st.integers(0, 9),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None
)
def test_that_tiles_give_what_the_whole_picture_gives(
    tmp_path: Path,
    mode: str,
    size: tuple[int, int],
    wanted: tuple[int, int] | None,
    seed: int,
    transparent: bool,
    turn: int,
) -> None:
    contents = made(mode, size, seed, transparent=transparent, turn=turn)
    path = tmp_path / "p.png"
    path.write_bytes(contents)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(picture, "_TILE", 16)
        goal = wanted or (size[1], size[0])
        np.testing.assert_array_equal(read_picture(path, goal), at_once(contents, goal))


MEASURE = """
import resource, sys
from pathlib import Path
from bpviz.datasets.pictures.picture import read_picture

def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

small, large = map(Path, sys.argv[1:])
read_picture(small, (28, 28))
before = most()
read_picture(large, (28, 28))
print((most() - before) / (4 * 4096**2))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted otherwise")
@pytest.mark.parametrize("mode", ["LA", "P", "RGB", "RGBA", "I;16"])
def test_that_a_large_picture_takes_little_more_than_its_own_pixels(
    tmp_path: Path, mode: str
) -> None:
    """Four bytes a pixel: that is what Pillow unpacks a coloured one to."""
    for name, side in (("small", 8), ("large", 4096)):
        extra = {"transparency": 0} if mode == "P" else {}
        Image.new(mode, (side, side)).save(tmp_path / f"{name}.png", **extra)
    paths = [str(tmp_path / f"{name}.png") for name in ("small", "large")]
    found = subprocess.run(
        [sys.executable, "-c", MEASURE, *paths], check=True, capture_output=True, text=True
    )
    assert float(found.stdout) < 1.7


def test_that_too_little_memory_is_not_called_a_damaged_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "p.png")

    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(picture, "_grey", full)
    with pytest.raises(MemoryError):
        read_picture(tmp_path / "p.png", (3, 3))
