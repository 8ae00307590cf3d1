"""What an expert says of real runs, each made for one sentence, and of those that go well."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bpviz.datasets import Dataset, catalog, load
from bpviz.network.activations import Activation
from bpviz.network.rules import GradientRule
from bpviz.network.weights import Initializer
from bpviz.training import Settings
from bpviz.training.advice import Adviser, Facts, Kind, advise
from bpviz.training.events import Curve, HistoryView
from tests.training.advised_runs import said, watched

RELU = Settings(n_hidden=8, sigma1=Activation.RELU, learning_rate=1e9)


def parabola(*, constant: bool = False) -> Dataset:
    x = np.linspace(-2, 2, 200)
    X = np.column_stack([x, np.ones_like(x)]) if constant else x[:, np.newaxis]
    return Dataset.from_arrays("parabola", X, 0.1 + 0.2 * x**2)


def suited(name: str, seed: int = 0) -> Settings:
    entry = catalog.entry(name)
    return Settings(n_hidden=entry.n_hidden, learning_rate=entry.learning_rate, seed=seed)


def test_that_relu_with_a_monstrous_rate_has_no_gradient_any_more(xor: Dataset) -> None:
    identity = RELU.replace(sigma2=Activation.IDENTITY)
    for settings, words in ((RELU, "σ₂′ = 0"), (identity, "All 8 hidden units are dead")):
        (advice,) = said(xor, settings, 3000)
        assert advice.kind is Kind.DEAD
        assert words in advice.text
        assert "up to step 1250" in advice.text
        assert advice.text.endswith("Restart with a smaller λ.")


@pytest.mark.parametrize(
    ("sigma1", "words"),
    [(Activation.SIGMOID, "All 8 hidden units have the same weights"),
     (Activation.RELU, "All weights are still 0")],
)  # fmt: skip
def test_that_weights_that_all_begin_at_0_stay_alike(
    xor: Dataset, sigma1: Activation, words: str
) -> None:
    settings = suited("xor").replace(initializer=Initializer.ZEROS, sigma1=sigma1)
    (advice,) = said(xor, settings, 3000)
    assert (advice.kind, advice.step) == (Kind.ALIKE, 1000)
    assert advice.text.startswith(words)
    assert advice.text.endswith("Choose initial weights other than zeros.")


@pytest.mark.parametrize("at", [250, 2000])
def test_that_a_rate_raised_a_hundredfold_on_xor_is_what_the_loss_rises_from(
    xor: Dataset, at: int
) -> None:
    (advice,) = said(xor, suited("xor"), at + 3000, rates={at: 100.0})
    assert advice.kind is Kind.RATE
    assert f"from 1 to 100 at step {at}" in advice.text
    assert "Undo the change" in advice.text


def test_that_a_rate_that_is_lowered_or_raised_in_vain_is_not_spoken_of(xor: Dataset) -> None:
    assert said(xor, suited("xor"), 6000, rates={500: 0.5, 1000: 2.0, 3000: 4.0}) == []


def test_that_a_parabola_needs_a_constant_input() -> None:
    settings = Settings(n_hidden=16, learning_rate=0.1)
    (advice,) = said(parabola(), settings, 12_000, every=1000)
    assert advice.kind is Kind.CONSTANT
    assert "10000" in advice.text
    assert advice.text.endswith("Switch on “Constant input 1” in Setup.")
    assert said(parabola(constant=True), settings, 12_000, every=1000) == []


def test_that_inputs_of_thousands_saturate_the_hidden_units(digits: Dataset) -> None:
    large = Dataset.from_arrays("large", 1000 * digits.X, digits.Y, labels=digits.labels)
    (advice,) = said(large, suited("digits"), 3000)
    assert advice.kind is Kind.SATURATED
    assert advice.text.startswith("100 % of the hidden units are saturated at step ")


def test_that_a_run_at_chance_after_an_epoch_is_told(digits: Dataset) -> None:
    assert digits.labels is not None
    order = np.random.default_rng(0).permutation(digits.n_samples)
    mixed = replace(digits, Y=digits.Y[order], labels=digits.labels[order])
    (advice,) = said(mixed, suited("digits"), 12_000, every=500)
    assert advice.kind is Kind.CHANCE
    assert advice.step >= digits.n_samples
    assert advice.text.endswith("Use another λ, or other initial weights.")


def test_that_an_overflow_is_seen_coming() -> None:
    settings = Settings(n_hidden=32, sigma2=Activation.IDENTITY, learning_rate=0.5)
    (advice,) = said(load("iris"), settings, 60, every=1)
    assert advice.kind is Kind.OVERFLOW
    assert "Pause, go back and use a smaller λ." in advice.text


@pytest.mark.parametrize("name", ["digits", "xor", "iris", "sine"])
def test_that_nothing_is_said_of_a_run_that_learns(name: str) -> None:
    assert said(load(name), suited(name), 12_000, every=500) == []


def test_that_nothing_is_said_of_the_printed_rule(xor: Dataset) -> None:
    assert said(xor, RELU.replace(gradient_rule=GradientRule.AS_PRINTED), 3000) == []


def test_that_one_spike_in_the_record_is_named_with_its_step(xor: Dataset) -> None:
    *_, frame = watched(xor, suited("xor"), 500)
    facts, loss = Facts.of(xor), np.full(500, 0.2)
    for spike, told in ((1e3, True), (1.0, False)):
        high = loss.copy()
        high[123] = spike
        curve = Curve(loss, loss, high)
        view = HistoryView(np.arange(500), 1, 500, curve, curve, curve, (loss, loss))
        advice = advise(replace(frame, history=view), (), facts)
        assert (advice is not None and "near step 123" in advice.text) is told


def test_that_each_thing_is_said_once_a_run_and_again_in_the_next(xor: Dataset) -> None:
    frames = list(watched(xor, RELU, 3000))
    adviser = Adviser()
    first = [each for each in map(adviser.look, frames) if each is not None]
    again = [each for each in map(adviser.look, frames) if each is not None]
    other = [each for each in (adviser.look(replace(f, run=f.run + 1)) for f in frames) if each]
    assert [len(first), len(again), len(other)] == [1, 0, 1]
