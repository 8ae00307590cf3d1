"""Labels of one line: how they look from the beginning."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from bpviz.ui.core.theme import MUTED
from bpviz.ui.kit.controls.labels import AdaptiveLabel, ElidedLabel


@pytest.mark.parametrize("kind", [ElidedLabel, AdaptiveLabel])
def test_that_a_label_is_plain_or_bold_and_muted(qtbot: QtBot, kind: type[ElidedLabel]) -> None:
    plain, title = kind("words"), kind("words", name="title", bold=True, muted=True)
    for label in (plain, title):
        qtbot.addWidget(label)
    assert (plain.font().bold(), plain.foregroundRole()) == (False, QPalette.ColorRole.WindowText)
    assert (title.font().bold(), title.foregroundRole()) == (True, MUTED)
    assert title.objectName() == "title"
    assert title.fontMetrics().horizontalAdvance("11") == title.fontMetrics().horizontalAdvance(
        "00"
    )
