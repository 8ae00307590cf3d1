"""Animations as files, read back by another reader."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bpviz.animation import Animation, steps_between


def drawn(frames: int, ending: str, rate: float) -> Any:
    """A ball that moves to the right, opened by Pillow."""
    stream = io.BytesIO()
    with Animation() as animation:
        for i in range(frames):
            frame = Image.new("RGB", (120, 60), "white")
            ImageDraw.Draw(frame).rectangle((3 * i, 20, 3 * i + 10, 40), fill=(200, 40, 40))
            animation.add(frame)
        assert len(animation) == frames
        animation.write(stream, ending, rate)
    stream.seek(0)
    return Image.open(stream)


@pytest.mark.parametrize(("ending", "kind"), [("gif", "GIF"), ("apng", "PNG"), ("png", "PNG")])
@pytest.mark.parametrize("rate", [1, 12, 20, 30])
def test_that_every_frame_is_there_at_its_time(ending: str, kind: str, rate: int) -> None:
    read = drawn(31, ending, rate)
    assert (read.format, read.n_frames, read.size) == (kind, 31, (120, 60))
    assert read.info["loop"] == 0  # for ever
    lasting = 0.0
    for i in range(31):
        read.seek(i)
        frame = read.convert("RGB")
        lasting += read.info["duration"]
        assert frame.getpixel((3 * i + 5, 30)) == (200, 40, 40)
        assert frame.getpixel((3 * i + 15, 30)) == (255, 255, 255)
        if i:
            assert frame.getpixel((3 * i - 2, 30)) == (255, 255, 255)
    assert lasting == pytest.approx(31_000 / rate, abs=11)


def test_that_frames_alike_stay_frames() -> None:
    stream = io.BytesIO()
    with Animation() as animation:
        for _ in range(3):
            animation.add(Image.new("RGB", (20, 10), "navy"))
        animation.write(stream, "gif", 10)
    stream.seek(0)
    read = Image.open(stream)
    lasting = []
    for i in range(getattr(read, "n_frames", 1)):
        read.seek(i)
        lasting.append(read.info["duration"])
    assert sum(lasting) == 300


def test_that_steps_rise_evenly_and_none_comes_twice() -> None:
    assert steps_between(0, 60_000, 4) == [0, 20_000, 40_000, 60_000]
    assert steps_between(7, 9, 100) == [7, 8, 9]
    assert steps_between(5, 5, 10) == [5]
    assert steps_between(0, 2**53, 3) == [0, 2**52, 2**53]
    assert steps_between(0, 100, 1) == [0]


def test_that_the_ground_of_a_gif_keeps_its_colour() -> None:
    stream, noise = io.BytesIO(), np.random.default_rng(0)
    with Animation() as animation:
        for _ in range(3):
            pixels = noise.integers(0, 256, (60, 80, 3), dtype=np.uint8)
            pixels[:30] = 254, 255, 253
            pixels[5:9] = 250, 251, 252
            animation.add(Image.fromarray(pixels))
        animation.write(stream, "gif", 10)
    stream.seek(0)
    read = Image.open(stream)
    for i in range(3):
        read.seek(i)
        assert read.convert("RGB").getpixel((40, 2)) == (254, 255, 253)


def test_that_every_pixel_of_a_gif_has_the_nearest_of_its_colours() -> None:
    rng = np.random.default_rng(3)
    frames = [rng.integers(0, 256, (20, 30, 3), dtype=np.uint8) for _ in range(3)]
    stream = io.BytesIO()
    with Animation() as animation:
        for frame in (*frames, frames[0]):
            animation.add(Image.fromarray(frame))
        animation.write(stream, "gif", 20)
    read: Any = Image.open(stream)
    colours = np.array(read.getpalette()[: 3 * 255], dtype=int).reshape(-1, 3)
    for index, frame in enumerate((*frames, frames[0])):
        read.seek(index)
        shown = np.asarray(read.convert("RGB"), dtype=int)
        least = ((frame[:, :, np.newaxis].astype(int) - colours) ** 2).sum(axis=3).min(axis=2)
        assert (((frame.astype(int) - shown) ** 2).sum(axis=2) == least).all()
