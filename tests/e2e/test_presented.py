"""What the last row has to see of every layout; `scripts/presentation.py` measures it at length."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from scripts.presentation import cases


@pytest.fixture(autouse=True)
def _small_again() -> Iterator[None]:
    font = QApplication.font()
    yield
    QApplication.setFont(font)


@pytest.mark.parametrize("dataset", ["digits"])
def test_that_every_measure_holds_on_the_smallest_screen(qapp: object, dataset: str) -> None:
    layouts = ("overview", "debug", "present", "explore", "check")
    found = list(cases([dataset], ["de"], [(1280, 800)], layouts, steps=200, behind=False))
    assert {each.layout: each.found.failures() for each in found} == {name: [] for name in layouts}
    kinds = {kind for each in found for kind in each.found.measures}
    assert kinds == {"tile", "canvas", "cell", "sample", "ticks", "capital"}
