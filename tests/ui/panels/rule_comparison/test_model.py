"""The gradient of one pair by both rules, the angle between them, and when it is computed anew."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, Network, trace
from bpviz.ui.panels.rule_comparison import texts
from bpviz.ui.panels.rule_comparison.model import ShownRules, Way, cosine
from tests.ui.frames import KnownStep, changed, make_frame, make_images, make_table
from tests.ui.trials import differences_of


def shown_of(*args: object, **more: object) -> ShownRules:
    rules = ShownRules.of(make_frame(*args, **more))  # type: ignore[arg-type]
    assert rules is not None
    return rules


def test_that_both_rules_are_the_kernels_own() -> None:
    frame = make_frame(make_images(shape=(5, 5)))
    rules = ShownRules.of(frame)
    assert rules is not None
    data = frame.dataset
    assert data is not None
    right = trace(frame.network, data.x(0), data.Y[0], GradientRule.AS_PRINTED)
    np.testing.assert_array_equal(rules.gradient("W1", Way.PRINTED), right.grad_W1)
    np.testing.assert_array_equal(rules.gradient("W2", Way.PRINTED), right.grad_W2)
    exact = frame.preview
    assert exact is not None
    np.testing.assert_array_equal(rules.gradient("W1", Way.EXACT), exact.grad_W1)
    gap = rules.gradient("W1", Way.GAP)
    np.testing.assert_allclose(gap, right.grad_W1 - exact.grad_W1, atol=1e-15)
    assert rules.gradient("W1", Way.DIFFERENCES) is None
    assert rules.known("W1", Way.DIFFERENCES) == 0


def test_that_the_angle_and_the_ratio_are_those_of_the_matrices() -> None:
    rules = shown_of(make_images(shape=(5, 5)))
    exact, printed = (rules.gradient("W1", way) for way in (Way.EXACT, Way.PRINTED))
    assert exact is not None
    assert printed is not None
    lengths = np.linalg.norm(exact), np.linalg.norm(printed)
    assert rules.cosine == pytest.approx((exact * printed).sum() / lengths[0] / lengths[1])
    assert rules.ratio == pytest.approx(lengths[1] / lengths[0])
    assert rules.peak("W1") == pytest.approx(max(abs(exact).max(), abs(printed).max()))


def test_that_a_run_by_the_printed_rule_shows_the_same() -> None:
    frame = make_frame(make_images(shape=(5, 5)))
    shown = frame.preview
    assert shown is not None
    printed = trace(frame.network, shown.x, shown.y, GradientRule.AS_PRINTED)
    other = ShownRules.of(replace(frame, opened=KnownStep(printed)))
    rules = ShownRules.of(frame)
    assert rules is not None
    assert other is not None
    assert other.cosine == pytest.approx(rules.cosine)


def test_that_the_selected_pair_goes_before_that_of_the_step() -> None:
    frame = make_frame(make_images(shape=(5, 5)), sample=0, selected=3)
    rules = ShownRules.of(frame)
    assert rules is not None
    assert frame.dataset is not None
    np.testing.assert_array_equal(rules.exact.x, frame.dataset.x(3))


def test_that_differences_count_only_for_their_own_pair_and_weights() -> None:
    frame = make_frame(make_images(shape=(5, 5)))
    own = differences_of(frame)
    for found, right in (
        (own, own),
        (replace(own, x=own.x + 1), None),
        (replace(own, network=make_frame(frame.dataset).network), None),
    ):
        rules = ShownRules.of(changed(frame, differences=found))
        assert rules is not None
        assert rules.differences is right


def test_that_the_angles_to_the_differences_wait_until_these_are_complete() -> None:
    frame = make_frame(make_images(shape=(5, 5)))
    part = ShownRules.of(changed(frame, differences=differences_of(frame, rows=3)))
    assert part is not None
    assert part.known("W1", Way.DIFFERENCES) == 3
    assert math.isnan(part.to_differences["W1", Way.EXACT])
    whole = ShownRules.of(changed(frame, differences=differences_of(frame)), part)
    assert whole is not None
    assert whole.exact is part.exact  # nothing but the differences is new
    assert whole.to_differences["W1", Way.EXACT] == pytest.approx(1.0)
    assert whole.to_differences["W1", Way.PRINTED] == pytest.approx(whole.cosine)
    assert whole.to_differences["W2", Way.PRINTED] == pytest.approx(1.0)


def test_that_the_same_frame_costs_nothing_twice() -> None:
    frame = make_frame(make_images(shape=(5, 5)))
    rules = ShownRules.of(frame)
    assert ShownRules.of(replace(frame, step=frame.step), rules) is rules
    other = make_frame(make_images(shape=(5, 5)), network=frame.network, sample=1)
    assert ShownRules.of(other, rules) is not rules


def test_that_nothing_is_shown_before_there_is_data() -> None:
    assert ShownRules.of(make_frame(dataset_loaded=False)) is None


def test_that_a_cosine_leaves_out_what_one_of_them_does_not_have() -> None:
    a, b = np.array([1.0, 2.0, np.nan, 4.0]), np.array([1.0, np.nan, 3.0, 4.0])
    assert cosine(a, b) == pytest.approx(1.0)
    assert math.isnan(cosine(a, np.zeros(4)))
    assert math.isnan(cosine(np.array([math.inf, 1.0]), np.ones(2)))
    assert cosine(1e200 * np.ones(2), np.array([1e-200, -1e-200])) == pytest.approx(0.0)


# ---- what is said


def of_weights(W2: list[list[float]], x: list[float], y: list[float]) -> ShownRules:
    net = Network(np.full((len(W2[0]), len(x)), 0.3), np.array(W2))
    data = Dataset.from_arrays("one", np.array([x]), np.array([y]))
    return shown_of(data, network=net)


def test_that_the_verdict_says_which_way_it_leads() -> None:
    alike = of_weights([[1.0, 1.0]], [1.0, 2.0], [0.0])
    assert "the same direction" in texts.verdict(alike, "W1")[0]
    uphill = of_weights([[-1.0, -1.0]], [1.0, 2.0], [0.0])
    assert "leads uphill, 180°" in texts.verdict(uphill, "W1")[0]
    turned = of_weights([[1.0, 0.0]], [1.0, 2.0], [0.0])
    assert "turned by 45°" in texts.verdict(turned, "W1")[0]
    assert "cosine 0.71" in texts.verdict(turned, "W1")[0]
    across = of_weights([[1.0, -1.0]], [1.0, 2.0], [0.0])
    assert "turned by 90°" in texts.verdict(across, "W1")[0]
    for rules in (alike, uphill, turned, across):
        lengths = [len(words) for words in texts.verdict(rules, "W1")]
        assert lengths == sorted(lengths, reverse=True)
        assert "same by both rules" in texts.verdict(rules, "W2")[0]


def test_that_a_gradient_that_is_zero_or_not_finite_has_no_direction() -> None:
    assert "Both ∂W₁ are 0" in texts.verdict(of_weights([[1.0]], [0.0], [0.0]), "W1")[0]
    no_way_out = of_weights([[0.0, 0.0]], [1.0, 1.0], [0.0])
    assert "The exact ∂W₁ is 0" in texts.verdict(no_way_out, "W1")[0]
    lost = of_weights([[1.0, 1.0]], [1.0, math.nan], [0.0])
    assert "not finite" in texts.verdict(lost, "W1")[0]


def test_that_a_cosine_is_not_rounded_to_one_where_it_is_not_one() -> None:
    assert texts.cosine_text(0.9999) == "0.99"
    assert texts.cosine_text(-0.9999, 6) == "−0.999900"
    assert texts.cosine_text(1.0) == "1.00"
    assert texts.cosine_text(1 - 1e-13, 6) == "1.000000"
    assert texts.cosine_text(math.nan) == "–"


def test_that_one_weight_is_read_in_all_three_ways() -> None:
    frame = make_frame(make_table(), n_hidden=4)
    rules = ShownRules.of(changed(frame, differences=differences_of(frame, rows=2)))
    assert rules is not None
    known = texts.reading(rules, "W1", 1, 2)
    assert known.startswith("∂W₁[1, 2]   exact ")
    assert "finite differences –" not in known
    assert texts.reading(rules, "W1", 2, 0).endswith("finite differences –")
    kinked = np.array(rules.differences.W1) if rules.differences is not None else np.zeros(0)
    kinked[0, 0] = np.nan
    at_kink = replace(rules, differences=replace(rules.differences, W1=kinked))
    assert "kink" in texts.reading(at_kink, "W1", 0, 0)


def test_that_differences_below_rounding_are_told_from_a_contradiction() -> None:
    frame = make_frame(make_images(shape=(5, 5)))
    found = differences_of(frame)
    lost = replace(found, W1=np.zeros_like(found.W1))
    rules = ShownRules.of(changed(frame, differences=lost))
    assert rules is not None
    assert "less than rounding" in texts.measures(rules, "W1", standing=True)
    assert "less than rounding" not in texts.measures(rules, "W2", standing=True)
