"""Sentences that can be translated after they were made."""

from __future__ import annotations

import pytest

from bpviz.datasets import DatasetError
from bpviz.training import Breakpoint, SettingsError, outcome
from bpviz.training.message import Message, sentence_of


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


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ValueError("first", "second"), "first"),
        (ValueError(), ""),
        (ValueError(""), ""),
        (KeyError(3), "3"),
    ],
)
def test_that_an_error_says_its_first_sentence(error: Exception, words: str) -> None:
    assert sentence_of(error) == words


def test_that_the_sentence_of_an_error_keeps_its_parts() -> None:
    for error in (
        SettingsError(Message.of("It is {n}.", n=3)),
        DatasetError("It is {n}.", n=3),
    ):
        found = sentence_of(error)
        assert found == "It is 3."
        assert isinstance(found, Message)
        assert found.values == {"n": 3}


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "loss > 0"), (3, "loss > 0; loss > 1; loss > 2"), (4, "loss > 0; loss > 1; loss > 2; …")],
)
def test_that_up_to_three_breakpoints_are_named_where_a_run_stops(count: int, said: str) -> None:
    words = [Breakpoint.loss_above(value).words() for value in range(count)]
    message = outcome.stopped(17, words)
    assert message == f"Stopped before the update of step 17: {said}."
    assert message.template.format(**message.values) == message
