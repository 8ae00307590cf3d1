"""Branch colours: fixed, readable on their ground, and apart for every eye."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from bpviz.ui.core.branch_colours import DARK_CYCLE, LIGHT_CYCLE, branch_colour
from bpviz.ui.core.theme import DARK, LIGHT, Theme

# Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
EYES = {
    "trichromat": np.eye(3),
    "deuteranope": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]
    ),
    "protanope": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]
    ),
}  # fmt: skip
TO_LMS = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)  # fmt: skip
TO_OKLAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip


def linear(name: str) -> np.ndarray:
    rgb = np.array(QColor(name).getRgbF()[:3])
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def luminance(name: str) -> float:
    return float(linear(name) @ [0.2126, 0.7152, 0.0722])


def oklab(name: str, eye: np.ndarray) -> np.ndarray:
    seen = np.clip(eye @ linear(name), 0, 1)
    return 100 * TO_OKLAB @ np.cbrt(TO_LMS @ seen)


@pytest.mark.parametrize(("theme", "cycle"), [(LIGHT, LIGHT_CYCLE), (DARK, DARK_CYCLE)])
def test_that_the_cycle_repeats(theme: Theme, cycle: tuple[str, ...]) -> None:
    names = [branch_colour(number, theme).name() for number in range(2 * len(cycle))]
    assert names == [*cycle, *cycle]
    assert len(set(cycle)) == len(cycle)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(("theme", "cycle"), [(LIGHT, LIGHT_CYCLE), (DARK, DARK_CYCLE)])
def test_that_colours_are_apart_from_one_another_and_from_the_curves_own(
    theme: Theme, cycle: tuple[str, ...], eye: str
) -> None:
    for i, colour in enumerate(cycle):
        for other in (*cycle[:i], *theme.series[:3]):
            distance = np.linalg.norm(oklab(colour, EYES[eye]) - oklab(other, EYES[eye]))
            assert distance > 9, (colour, other)


@pytest.mark.parametrize(("theme", "cycle"), [(LIGHT, LIGHT_CYCLE), (DARK, DARK_CYCLE)])
def test_that_colours_stand_out_from_the_ground(theme: Theme, cycle: tuple[str, ...]) -> None:
    ground = luminance(theme.base)
    for colour in cycle:
        dark, light = sorted((luminance(colour), ground))
        assert (light + 0.05) / (dark + 0.05) >= 3, colour
