"""Tooltips that say the whole of a text that is cut; tests/e2e looks at every panel."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bpviz.ui.kit.controls.labels import AdaptiveLabel, ElidedLabel
from bpviz.ui.kit.controls.whole_text import cut_text, joined


def test_that_a_text_is_cut_where_it_has_no_room_and_nowhere_else(qtbot: QtBot) -> None:
    box = QComboBox()
    box.addItem("by class and magnitude")
    note = QLabel("Several words of a sentence that needs a few lines.", wordWrap=True)
    for widget in (QPushButton("Take the sample"), QCheckBox("Follow the run"), box, note):
        qtbot.addWidget(widget)
        widget.resize(600, 60)
        assert cut_text(widget) == ""
        widget.resize(40, 16)
        assert cut_text(widget).split()[-1] in ("sample", "run", "magnitude", "lines.")


def test_that_the_mark_of_a_key_is_not_part_of_a_text(qtbot: QtBot) -> None:
    button = QPushButton("&Run")
    qtbot.addWidget(button)
    button.resize(5, 20)
    assert cut_text(button) == "Run"


def test_that_a_tooltip_does_not_say_the_same_twice() -> None:
    assert joined("whole", "what it does") == "whole\n\nwhat it does"
    assert joined("whole", "the whole of it") == "the whole of it"
    assert joined("whole", "") == "whole"
    assert joined("", "tip") == "tip"


def test_that_an_elided_label_says_its_whole_before_its_own_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("of step 48 211, sample 4 711")
    qtbot.addWidget(label)
    label.setToolTip("Whose numbers these are")
    label.resize(900, 20)
    assert label.words_of_tip() == "Whose numbers these are"
    label.resize(60, 20)
    assert label.words_of_tip() == "of step 48 211, sample 4 711\n\nWhose numbers these are"


def test_that_a_label_with_a_shorter_sentence_says_the_longest(qtbot: QtBot) -> None:
    label = AdaptiveLabel()
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.set_sentences(("a long sentence that says it all", "short"))
    assert label.text() == "short"
    assert label.words_of_tip() == "a long sentence that says it all"
