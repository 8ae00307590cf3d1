"""The German texts are whole: each is there, says the same values, and is what the window shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGraphicsScene,
    QLabel,
    QMenu,
    QWidget,
)

from bpviz.app import create_window
from bpviz.paths import resources
from bpviz.training.events import State
from bpviz.ui.window.language import speak
from bpviz.ui.window.layouts import LAYOUTS
from bpviz.ui.window.main_window import MainWindow
from scripts import translations

FILE = resources() / "translations" / "bpviz_de.ts"
KNOWN = translations.texts(FILE)


def test_that_every_text_is_translated_with_the_same_values() -> None:
    assert translations.faults(FILE) == []


def test_that_the_texts_are_those_that_the_program_says() -> None:
    assert translations.stale("de", FILE) == []


def test_that_what_the_program_loads_was_made_of_these_texts(qapp: QApplication) -> None:
    before = QLocale()
    try:
        speak(qapp, "de")
        for (context, source), translated in KNOWN.items():
            assert QCoreApplication.translate(context, source) == translated, source
    finally:
        speak(qapp, "en")
        QLocale.setDefault(before)


def test_that_german_ends_a_sentence_where_english_does() -> None:
    sentences = {key: text for key, text in KNOWN.items() if key[1].count(" ") > 2}
    for (_, source), translated in sentences.items():
        for mark in (".", ":", "…"):
            assert source.endswith(mark) == translated.endswith(mark), source


def literal(text: str) -> str:
    """What stands between the fields of a text."""
    return re.sub(r"\{[^{}]*\}", "", text)


def english() -> list[re.Pattern[str]]:
    """What no German window may say: texts that have words and are otherwise in German."""
    german = set(KNOWN.values())
    found = []
    for (_, source), translated in KNOWN.items():
        words = re.findall(r"[A-Za-z]{3,}", literal(source))
        if translated != source and source not in german and len(" ".join(words)) > 5:
            parts = [re.escape(part) for part in re.split(r"\{[^{}]*\}", source)]
            found.append(re.compile(r"[^A-Za-z]*".join(parts).replace("&", "&?")))
    return found


def said(window: MainWindow) -> Iterator[str]:
    """Every text, tooltip and name for screen readers that is anywhere in a window."""
    window.panel_set.make_all()
    for widget in [window, *window.findChildren(QWidget)]:
        yield from (widget.toolTip(), widget.whatsThis(), widget.accessibleName())
        yield widget.windowTitle()
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
        if isinstance(widget, QMenu):
            yield widget.title()
    for action in window.findChildren(QAction):
        if not isinstance(action.parent(), QGraphicsScene):  # pyqtgraph's own, which nobody sees
            yield from (action.text(), action.toolTip())


@pytest.fixture
def german(qtbot: Any) -> Iterator[MainWindow]:
    before = QLocale()
    window = create_window(["--dataset", "moons", "--hidden", "4", "--language", "de"])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(
        lambda: window.frame is not None and window.frame.state is State.PAUSED, timeout=90_000
    )
    yield window
    window.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    speak(app, "en")
    QLocale.setDefault(before)


def test_that_a_german_window_says_nothing_in_english(german: MainWindow, qtbot: Any) -> None:
    patterns = english()
    assert len(patterns) > 1000
    step = german.findChild(QObject, "action_step")
    assert isinstance(step, QAction)
    for arrangement in LAYOUTS:
        german.docks.arrange(arrangement)
        step.trigger()
        QCoreApplication.processEvents()
        for text in set(said(german)) - {""}:
            plain = re.sub(r"<[^>]*>", "", text)
            wrong = [each.pattern for each in patterns if each.fullmatch(plain)]
            assert not wrong, (arrangement, plain)
