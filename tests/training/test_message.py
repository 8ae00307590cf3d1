"""Sentences that can be translated after they were made."""

from __future__ import annotations

from bpviz.training import outcome
from bpviz.training.message import Message


def test_that_a_message_reads_as_english_and_remembers_its_parts() -> None:
    message = Message.of("Stopped at step {step}.", step=7)
    assert message == "Stopped at step 7."
    assert isinstance(message, str)
    assert message.template == "Stopped at step {step}."
    assert message.values == {"step": 7}
    assert message.template.format(**message.values) == message


def test_that_braces_in_a_value_are_left_alone() -> None:
    assert Message.of("It says {text}.", text="{step}") == "It says {step}."


def test_that_the_reasons_of_a_run_can_be_made_again_from_their_parts() -> None:
    for message in (
        outcome.levelled_off(30_000, 3, 10_000, 0.123456),
        outcome.not_finite(12, "z1[3]", "∞", 1e9),
    ):
        assert isinstance(message, Message)
        assert message.template.format(**message.values) == message
        assert "\n" not in message
