"""What a notebook shows."""

from __future__ import annotations

import base64
import io
import re
from html.parser import HTMLParser

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bpviz import Dataset, Network, Session, Settings, load, notebook

HOSTILE = '<script>alert("1")</script>&'
VOID = {"img"}


class Reader(HTMLParser):
    """Texts and pictures of an HTML fragment, in which every element is closed."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.images: list[dict[str, str | None]] = []
        self.tags: set[str] = set()
        self.feed(shown)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag in VOID:
            self.images.append(dict(attrs))
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(thing: object) -> Reader:
    return Reader(thing._repr_html_())  # type: ignore[attr-defined]


def pixels(image: dict[str, str | None]) -> np.ndarray:
    source = re.fullmatch(r"data:image/png;base64,(.*)", image["src"] or "")
    assert source is not None
    with Image.open(io.BytesIO(base64.b64decode(source[1]))) as opened:
        return np.array(opened)


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 2**31))
def test_that_a_picture_has_the_pixels_that_it_was_made_of(h: int, w: int, seed: int) -> None:
    made = np.random.default_rng(seed).integers(0, 256, (h, w, 3), dtype=np.uint8)
    with Image.open(io.BytesIO(notebook.png(made))) as opened:
        assert np.array(opened).tolist() == made.tolist()


def test_that_signs_are_told_by_colour_and_size_by_depth() -> None:
    blue, white, ochre, pale = notebook.diverging(np.array([[-1.0, 0.0, 1.0, 0.5]]))[0].tolist()
    assert white == [255, 255, 255]
    assert blue[2] > blue[0]
    assert ochre[0] > ochre[2]
    assert all(o <= p <= 255 for o, p in zip(ochre, pale, strict=True))
    assert notebook.diverging(np.zeros((2, 2))).min() == 255
    assert notebook.grey(np.array([[-1.0, 0.5, 2.0]]))[0, :, 0].tolist() == [0, 128, 255]


def test_that_a_data_set_of_pictures_shows_its_first_ones(digits: Dataset) -> None:
    seen = read(digits)
    assert len(seen.images) == 10
    drawn = pixels(seen.images[3])[..., 0]
    assert drawn.tolist() == np.rint(255 * digits.x(3).reshape(8, 8)).astype(int).tolist()
    assert digits.labels is not None
    assert seen.images[3]["alt"] == f"sample 3: {digits.class_names[digits.labels[3]]}"
    assert digits.test is not None
    assert f"{digits.n_samples}, {digits.test.n_samples} more to test" in seen.texts
    count = int((digits.labels == 7).sum())
    assert any(f"7 ({count})" in each for each in seen.texts)


def test_that_a_table_shows_its_first_rows_and_a_regression_its_units() -> None:
    iris = read(load("iris"))
    assert {"sepal length", "setosa", "class"} <= set(iris.texts)
    sine = load("sine")
    assert f"{sine.unscaled(sine.Y[0])[0]:.4g}" in read(sine).texts
    assert "target" in read(sine).texts


def test_that_nothing_that_somebody_named_is_taken_for_markup() -> None:
    data = Dataset.from_arrays(
        "made", [[1.0], [2.0]], [HOSTILE, "b"], title=HOSTILE, input_names=(HOSTILE,)
    )
    run = Session(Settings(n_hidden=2), data)
    run.advance(3)
    run.rename_branch(0, HOSTILE)
    for thing in (data, run, run.evaluate()):
        seen = read(thing)
        assert "script" not in seen.tags
        assert any(HOSTILE in each for each in seen.texts)


def test_that_a_session_says_where_it_stands(digits: Dataset) -> None:
    run = Session(Settings(n_hidden=7, learning_rate=0.25), digits)
    assert "loss" not in read(run).texts
    run.advance(500)
    run.back(100)
    run.advance_phase()
    said = read(run).texts
    assert f"400 of 500, epoch {400 / digits.n_samples:.2f}" in said
    assert {"0.25", "before z1", "l = 7, sigmoid and sigmoid"} <= set(said)
    assert f"{run.loss:.4g}, {run.history.mean_loss(400):.4g} in the mean" in " ".join(said)


def test_that_a_network_shows_both_matrices_where_they_are_not_too_large() -> None:
    rng = np.random.default_rng(0)
    net = Network(rng.normal(size=(5, 3)), rng.normal(size=(2, 5)), "tanh", "identity")
    seen = read(net)
    assert [pixels(image).shape for image in seen.images] == [(5, 3, 3), (2, 5, 3)]
    assert {"n = 3, l = 5, d = 2", "tanh, identity"} <= set(seen.texts)
    large = Network(np.zeros((600, 784)), np.zeros((10, 600)))
    assert len(read(large).images) == 1


@pytest.mark.parametrize("name", ["digits", "sine", "xor"])
def test_that_an_evaluation_shows_its_figures(name: str) -> None:
    run = Session(Settings(n_hidden=3), load(name))
    run.advance(50)
    found = run.evaluate()
    seen = read(found)
    assert f"{found.mean_loss:.4g}" in seen.texts
    if found.confusion is not None:
        assert [int(each) for each in seen.texts if each.isdigit()].count(
            int(found.confusion.max())
        )
        assert f"{found.accuracy:.2%}" in seen.texts
    else:
        assert "R²" in seen.texts
