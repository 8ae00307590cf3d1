"""The axis of the cosines."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from bpviz.ui.panels.rule_comparison.cosine_plot import CosineScale
from bpviz.ui.window.language import speak


def test_that_halves_have_the_decimal_mark_of_the_language(qapp: QApplication) -> None:
    scale = CosineScale(-1.06, 1.06)
    assert [tick.label for tick in scale.ticks(5)] == ["−1", "−0.5", "0", "0.5", "1"]
    speak(qapp, "de")
    try:
        assert [tick.label for tick in scale.ticks(5)] == ["−1", "−0,5", "0", "0,5", "1"]
    finally:
        speak(qapp, "en")
