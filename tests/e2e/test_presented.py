"""What the last row has to see of every layout; `scripts/presentation.py` measures it at length."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from bpviz.ui.window.language import speak
from bpviz.ui.window.layouts import LAYOUTS
from scripts.presentation import cases


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    font, locale = qapp.font(), QLocale()
    yield
    qapp.setFont(font)
    speak(qapp, "en")
    QLocale.setDefault(locale)


def test_that_every_measure_holds_on_the_smallest_screen() -> None:
    found = list(cases(["digits"], ["de"], [(1280, 800)], LAYOUTS, steps=200, behind=False))
    assert {each.layout: each.found.failures() for each in found} == {name: [] for name in LAYOUTS}
    kinds = {kind for each in found for kind in each.found.measures}
    assert kinds == {"tile", "canvas", "cell", "sample", "ticks", "capital"}
