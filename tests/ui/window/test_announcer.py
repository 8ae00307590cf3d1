"""What assistive technology is told: how the run goes, its phases, stops, results and messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.training.evaluation.results import Evaluations
from bpviz.training.events import State
from bpviz.training.message import Message
from bpviz.training.step.phases import Phase
from bpviz.ui.core import formatting
from bpviz.ui.kit.controls.labels import Complaint
from bpviz.ui.window.announcer import Announcer
from bpviz.ui.window.message_bar import MessageBar
from tests.ui.frames import make_frame
from tests.ui.panels.gradient_check.checks import make_note, small

Polite = QAccessible.AnnouncementPoliteness


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any]]:
    """What goes out to assistive technology, and how urgently."""
    said: list[tuple[str, Any]] = []

    def update(event: Any) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return said


@pytest.fixture
def follow(qtbot: QtBot, heard: list[tuple[str, Any]]) -> Callable[..., None]:
    """Publish a frame, and wait until all of it is told."""
    window = QWidget()
    qtbot.addWidget(window)
    announcer = Announcer(window)

    def publish(**overrides: Any) -> None:
        announcer.follow(make_frame(**overrides))
        qtbot.waitUntil(lambda: not announcer._later.isActive())

    publish(step=7)
    heard.clear()
    return publish


Said = list[tuple[str, Any]]


def test_that_running_and_standing_are_told_at_once(
    follow: Callable[..., None], heard: Said
) -> None:
    follow(step=7, state=State.RUNNING)
    follow(step=900, state=State.RUNNING)
    follow(step=1200, state=State.PAUSED, loss=0.25)
    assert heard == [
        ("Running.", Polite.Assertive),
        ("Step 1\u202f200, loss 0.2500.", Polite.Assertive),
    ]


def test_that_each_phase_and_its_rows_are_told(follow: Callable[..., None], heard: Said) -> None:
    for phase, row in ((Phase.Z1, 0), (Phase.LOSS, 0), (Phase.GRAD_W2, 3)):
        follow(step=7, phase=phase, row=row)
    assert heard == [
        ("Phase z1, step 7.", Polite.Polite),
        ("Phase loss, step 7.", Polite.Polite),
        ("Phase ∂W₂, row 3 of 10, step 7.", Polite.Polite),
    ]


def test_that_only_the_last_of_many_moves_is_told(
    qtbot: QtBot, heard: Said, follow: Callable[..., None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    announcer = Announcer(window)
    for step in range(50):
        announcer.follow(make_frame(step=step, loss=0.5))
    qtbot.waitUntil(lambda: not announcer._later.isActive())
    assert [words for words, _ in heard][1:] == ["Step 49, loss 0.5000."]


def test_that_a_stop_is_told_with_its_reason(follow: Callable[..., None], heard: Said) -> None:
    follow(step=8, state=State.RUNNING)
    heard.clear()
    reason = Message.of("Breakpoint: {what}.", what="loss above 1")
    follow(step=9, state=State.STOPPED, reason=reason, hit=(1,), loss=2.0)
    assert [words for words, _ in heard] == ["Breakpoint: loss above 1. Step 9, loss 2.000."]


def test_that_nothing_is_told_of_a_frame_that_changes_nothing(
    follow: Callable[..., None], heard: Said
) -> None:
    follow(step=7)
    follow(step=7)
    assert heard == []


def test_that_data_is_told_when_it_is_there(follow: Callable[..., None], heard: Said) -> None:
    follow(step=0, run=2, state=State.LOADING, dataset_loaded=False)
    assert heard == []
    follow(step=0, run=2, n_hidden=6)
    assert "6 hidden units." in heard[0][0]


def test_that_results_are_told_once_they_are_of_where_the_run_stands(
    follow: Callable[..., None], heard: Said
) -> None:
    for steps in ([0], [0, 7], [0, 7]):
        curve = Evaluations(np.array(steps), np.ones(len(steps)), np.full(len(steps), 0.875))
        follow(step=7, test_curve=curve)
    assert heard == [("Test accuracy 87.5 %.", Polite.Polite)]
    heard.clear()
    note = make_note(small(step=7))
    follow(step=7, test_curve=curve, check=note)
    assert note.result is not None
    error = formatting.number(note.result.max_relative_error, 2)
    words = f"Gradient check: largest relative error {error}."
    assert heard == [(words, Polite.Polite)]


def test_that_messages_and_refusals_are_told(qtbot: QtBot, heard: Said) -> None:
    bar, complaint = MessageBar(), Complaint("complaint")
    qtbot.addWidget(bar)
    qtbot.addWidget(complaint)
    bar.show_message("The file is damaged.")
    complaint.show_sentence("12x is no number.")
    assert [words for words, _ in heard] == ["The file is damaged.", "12x is no number."]
