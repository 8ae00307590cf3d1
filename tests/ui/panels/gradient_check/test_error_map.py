"""The heatmap of relative errors: no large error is lost, and what is no error is told apart."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from bpviz.network.checked import CheckedMatrix
from bpviz.ui.core.theme import DARK, LIGHT, Theme
from bpviz.ui.panels.gradient_check.error_map import (
    EntryKind,
    ErrorView,
    block_of,
    entries_of,
    entry_colours,
    pooled,
    spread,
)
from tests.ui.themes import use_theme


def make_checked(errors: np.ndarray, kink: object = None, lost: object = None) -> CheckedMatrix:
    """Every entry compared; `kink` and `lost` are masks of the matrix's shape."""
    rows, columns = np.indices(errors.shape)
    flat = errors.ravel().astype(float)
    masks = [
        np.zeros(flat.size, bool) if mask is None else np.asarray(mask).ravel()
        for mask in (kink, lost)
    ]
    flat[masks[0] | masks[1]] = np.nan
    return CheckedMatrix(
        errors.shape, rows.ravel(), columns.ravel(), np.ones(flat.size), np.ones(flat.size),
        flat, *masks,
    )  # fmt: skip


@given(st.integers(0, 2**32 - 1), st.integers(1, 9), st.integers(1, 9))
@settings(max_examples=60)
def test_that_every_block_shows_its_largest_entry(seed: int, rows: int, columns: int) -> None:
    rng = np.random.default_rng(seed)
    values = rng.random((rng.integers(1, 30), rng.integers(1, 30)))
    values[rng.random(values.shape) < 0.3] = np.nan
    found = spread(pooled(values, rows, columns), rows, columns, values.shape)
    assert found.shape == values.shape
    for y in range(0, values.shape[0], rows):
        for x in range(0, values.shape[1], columns):
            block = values[y : y + rows, x : x + columns]
            shown = found[y : y + rows, x : x + columns]
            largest = np.fmax.reduce(block, axis=None)
            np.testing.assert_array_equal(shown, np.full(block.shape, largest))


@pytest.mark.parametrize(
    ("pixels", "entries", "block"),
    [(100, 50, 1), (100, 100, 1), (100, 101.5, 2), (100, 785, 8), (0, 10, 1), (10, np.inf, 1)],
)
def test_that_a_block_is_what_a_pixel_stands_for(pixels: float, entries: float, block: int) -> None:
    assert block_of(pixels, entries) == block


def test_that_one_wrong_weight_among_many_is_seen(qtbot: QtBot) -> None:
    view = ErrorView("errors1", "W1")
    qtbot.addWidget(view)
    view.resize(300, 240)
    with qtbot.waitExposed(view):
        view.show()
    errors = np.full((900, 1100), 1e-11)
    errors[431, 777] = 0.9
    view.set_checked(make_checked(errors), 1e-6)
    QGuiApplication.processEvents()
    picture = view.plot.grab().toImage()
    loud = sum(
        QColor(picture.pixel(x, y)).red() - QColor(picture.pixel(x, y)).blue() > 80
        for y in range(5, 180)
        for x in range(50, 190)
    )
    assert loud > 0


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_entries_without_an_error_have_colours_of_their_own(theme: Theme) -> None:
    scale = {tuple(int(p) for p in rgb[:3]) for rgb in theme.errors.getLookupTable(0, 1, 256)}
    for colour in entry_colours(theme).values():
        rgb = QColor(colour).getRgb()[:3]
        nearest = min(sum(abs(a - b) for a, b in zip(rgb, each, strict=True)) for each in scale)
        assert nearest > 30, (colour, nearest)
    assert len(set(entry_colours(theme).values())) == 3


def test_that_kinks_lost_and_missing_entries_are_told_apart() -> None:
    errors = np.full((2, 2), 1e-9)
    kink, lost = np.zeros((2, 2), bool), np.zeros((2, 2), bool)
    kink[0, 1], lost[1, 0] = True, True
    codes = entries_of(make_checked(errors, kink, lost))
    assert codes.tolist() == [
        [EntryKind.COMPARED, EntryKind.KINK],
        [EntryKind.UNRESOLVED, EntryKind.COMPARED],
    ]
    some = CheckedMatrix(
        (2, 2), np.array([1]), np.array([1]), np.ones(1), np.ones(1), np.zeros(1),
        np.zeros(1, bool), np.zeros(1, bool),
    )  # fmt: skip
    assert entries_of(some).tolist() == [[0, 0], [0, EntryKind.COMPARED]]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("tiles", [None, (3, 4)])
def test_that_every_entry_has_its_colour_whatever_was_drawn_before(
    qtbot: QtBot, tiles: tuple[int, int] | None, theme: Theme
) -> None:
    view = ErrorView("errors1", "W1")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.set_tile_shape(tiles)
    with qtbot.waitExposed(view):
        view.show()
    rng = np.random.default_rng(0)
    for scale in (1e-9, 1e-3):  # the second of the same shape and layout
        errors = scale * rng.random((7, 12))
        kink = rng.random(errors.shape) < 0.1
        use_theme(theme)
        view.set_checked(make_checked(errors, kink), 1e-6)
        view.grab()
        drawn = view._picture._bad_item.qimage
        table = theme.errors.getLookupTable(0.0, 1.0, 256)[:, :3]
        for row, column in np.ndindex(7, 12):
            at = view._picture.point(row, column)
            colour = drawn.pixelColor(int(at.x()), int(at.y())).getRgb()
            place = int(255 * np.clip(np.log10(np.float32(errors[row, column])) / 12 + 1, 0, 1))
            expected = tuple(table[place].tolist())
            if kink[row, column]:
                expected = QColor(entry_colours(theme)[EntryKind.KINK]).getRgb()[:3]
            assert colour == (*expected, 255)
        if tiles is not None:
            gap = [drawn.pixelColor(4, y).alpha() for y in range(drawn.height())]
            assert max(gap) == 0  # beside the first tile


def test_that_millions_of_weights_are_laid_out_once_while_the_panel_settles(qtbot: QtBot) -> None:
    view = ErrorView("errors1", "W1")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.set_tile_shape((3, 4))
    with qtbot.waitExposed(view):
        view.show()
    checked = make_checked(np.full((900, 12), 1e-9))
    view.set_checked(checked, 1e-6)
    before = view._picture._laid
    view._picture.set_block(5, 3)
    use_theme(DARK)
    assert view._picture._laid is before
    view.set_checked(make_checked(np.full((900, 12), 1e-3)), 1e-6)
    assert view._picture._laid is not before
