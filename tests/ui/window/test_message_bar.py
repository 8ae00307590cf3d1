"""Messages, reasons and the log."""

from __future__ import annotations

import threading
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
)

from bpviz.training.events import Problem, State
from bpviz.training.message import Message
from bpviz.ui.window.crash_reporter import CrashReporter
from tests.ui.conftest import Stage
from tests.ui.window.panels import dialog


def test_that_a_problem_is_shown_once_and_can_be_dismissed(stage: Stage) -> None:
    messages = stage.window.messages
    for _ in range(3):
        stage.mailbox.found.append(Problem("The disk is full.", "Traceback …"))
        stage.pump.look()
    assert messages.isVisible()
    assert messages.message() == "The disk is full."
    stage.click(stage.child("message_dismiss"))
    assert messages.message() == ""
    assert not messages.isVisible()


def test_that_what_is_remarked_in_passing_stands_in_the_status_bar(stage: Stage) -> None:
    stage.offer(step=7, tip=9)
    stage.mailbox.found.append(Problem("The curve was given up.", remark=True))
    stage.pump.look()
    assert stage.child("status_state").text() == "The curve was given up."
    assert not stage.window.messages.isVisible()


def test_that_the_message_under_a_dismissed_one_comes_back(stage: Stage) -> None:
    stage.window.report("first")
    stage.window.report("second")
    stage.window.messages.dismiss()
    assert stage.window.messages.message() == "first"


def test_that_a_reason_is_shown_until_the_run_goes_on(stage: Stage) -> None:
    reason = Message.of("The loss has levelled off at step {step}.", step=60)
    stage.offer(step=60, state=State.STOPPED, reason=reason)
    assert stage.window.messages.message() == reason
    stage.offer(step=61, state=State.RUNNING)
    assert stage.window.messages.message() == ""


def test_that_why_a_run_could_not_begin_is_shown_until_another_one_does(stage: Stage) -> None:
    stage.window.report("The disk is full.")
    for missing in ("a.csv is missing.", "b.csv is missing."):
        stage.mailbox.found.append(Problem(missing, of_start=True))
        stage.pump.look()
        assert stage.window.messages.message() == missing
    stage.offer(step=61)  # of the run that was there before
    assert stage.window.messages.message() == "b.csv is missing."
    stage.window.own_data.refused.emit("c.csv is empty.")
    assert stage.window.messages.message() == "c.csv is empty."
    stage.offer(run=2)
    assert stage.window.messages.message() == "The disk is full."


def test_that_a_long_message_does_not_widen_the_window(stage: Stage) -> None:
    stage.window.resize(600, 500)
    stage.window.report("A sentence that goes on and on. " * 12)
    QApplication.processEvents()
    assert stage.window.width() == 600
    assert stage.child("message_frame").height() > 60
    assert isinstance(stage.child("message_frame"), QFrame)


def test_that_the_log_keeps_problems_with_their_details(logging_to: Stage) -> None:
    logging_to.window.report("Something.", "the details")
    logging_to.child("action_log").trigger()
    view = dialog("log_view")
    assert "the details" in view.findChild(QObject, "log_text").toPlainText()
    view.findChild(QObject, "log_copy").click()
    assert "the details" in QGuiApplication.clipboard().text()
    view.close()


def test_that_an_error_of_another_thread_is_shown_once_in_this_one(
    logging_to: Stage, qtbot: Any
) -> None:
    reporter = CrashReporter(logging_to.window)
    error = ValueError("from elsewhere")

    def tell() -> None:
        reporter.report(error)
        reporter.report(error)

    thread = threading.Thread(target=tell)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "ValueError" in logging_to.window.messages.message())
    logging_to.window.messages.dismiss()
    QApplication.processEvents()
    assert logging_to.window.messages.message() == ""
    assert "from elsewhere" in logging_to.log.text()


def test_that_a_message_takes_no_more_room_than_its_lines_once_it_was_narrow(
    stage: Stage, qtbot: Any
) -> None:
    stage.window.resize(600, 500)
    stage.window.report("A sentence that goes on and on. " * 6)
    label = stage.child("message_label")
    line = label.fontMetrics().height()
    qtbot.waitUntil(lambda: label.height() >= 3 * line)
    stage.window.resize(1600, 900)
    qtbot.waitUntil(lambda: label.height() < 3 * line)
