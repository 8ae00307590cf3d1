"""What a person asks of the network beside the run: test samples, own pairs, units switched off."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset, Part
from bpviz.network import predict, trace
from bpviz.training import Settings
from bpviz.training import commands as c
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.quantities import Need
from tests.worker.play import Box, Script, play

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)
NEW = c.NewRun(DataRequest("sparse"), SETTINGS)
QUIET = c.Subscribe(frozenset({Need.HISTORY}), history_buckets=100)

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


def test_that_a_sample_of_the_test_set_can_be_looked_at(sparse: Dataset) -> None:
    test = sparse.test
    assert test is not None

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(30), c.SelectSample(8, Part.TEST)]
        yield []
        frame = box.frame
        assert (frame.selected, frame.selected_part) == (8, Part.TEST)
        assert frame.selected_trace is not None
        right = trace(frame.network, test.x(8), test.Y[8])
        np.testing.assert_array_equal(frame.selected_trace.f, right.f)
        assert frame.selected_trace.loss == right.loss
        for wrong in (9, -1):
            yield [c.SelectSample(0), c.SelectSample(wrong, Part.TEST)]
            yield []
            assert box.frame.selected is None
        yield [c.SelectSample(3, Part.TEST), c.SelectSample(3)]
        yield []
        assert box.frame.selected_part is Part.TRAIN

    play(script)


def test_that_data_without_a_test_set_has_no_sample_of_it() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, c.NewRun(DataRequest("xor"), SETTINGS), c.SelectSample(0, Part.TEST)]
        yield []
        assert box.frame.selected is None

    play(script)


def test_that_an_own_pair_goes_into_the_journal_and_is_trained_on() -> None:
    pair = CustomPair(np.arange(7.0), np.eye(3)[2], 2, "a drawing as 2")

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(10), c.TrainOwn(pair)]
        yield []
        frame = box.frame
        assert frame.own is pair
        assert (frame.sample, frame.step) == (24, 10)
        assert [str(note.text) for note in frame.journal] == ["train on a drawing as 2"]
        assert frame.preview is not None
        np.testing.assert_array_equal(frame.preview.x, pair.x)
        before = frame.network
        yield [c.Advance(1)]
        yield []
        change = trace(before, pair.x, pair.y)
        np.testing.assert_array_equal(
            box.frame.network.W2, before.W2 - np.outer(0.5 * change.delta2, change.h)
        )
        assert box.frame.own is None
        yield [c.TrainNext(24)]  # it has a number of its own now
        yield []
        assert box.frame.own is pair

    play(script)


def test_that_an_own_pair_that_does_not_fit_is_refused_in_words() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(10), c.TrainOwn(CustomPair(np.zeros(3), np.eye(3)[2], 2, "x"))]
        yield []
        assert "x of the pair has the shape (3,)" in box.told[0].message
        assert box.frame.journal == ()

    play(script, problems=1)


def test_that_units_are_switched_off_for_looking_only() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(20)]
        yield []
        whole = box.frame
        yield [c.SwitchOff((2, 0, 2, 99, -1))]
        yield []
        frame = box.frame
        assert frame.switched_off == (0, 2)
        assert (frame.network.W2 == whole.network.W2).all()
        assert not frame.seen_network.W2[:, [0, 2]].any()
        assert (frame.seen_network.W2[:, [1, 3]] == whole.network.W2[:, [1, 3]]).all()
        yield [c.NewRun(DataRequest("sparse"), SETTINGS.replace(seed=3))]
        yield []
        assert box.frame.switched_off == ()

    play(script)


def test_that_the_looks_at_test_set_and_units_reach_the_frame(sparse: Dataset) -> None:
    test = sparse.test
    assert test is not None

    def script(box: Box) -> Script:
        yield [
            c.Subscribe(
                frozenset({Need.HISTORY, Need.EVALUATION, Need.TEST_GRADIENTS, Need.UNITS})
            ),
            NEW,
            c.Advance(20),
        ]
        for _ in range(9):
            yield []
        frame = box.frame
        assert frame.scan is None
        assert frame.test_scan is not None
        assert frame.units is not None
        assert frame.test_scan.step == frame.units.step == 20
        f = predict(frame.network, test.rows)
        np.testing.assert_array_equal(frame.test_scan.predicted, f.argmax(axis=1))
        np.testing.assert_array_equal(frame.test_scan.losses, ((f - test.Y) ** 2).sum(axis=1))
        assert frame.test_scan.magnitudes.shape == (9, 2)
        assert frame.units.part is Part.TEST
        yield [c.SwitchOff((1,))]
        for _ in range(9):
            yield []
        assert box.frame.units is not None
        assert box.frame.units.off == (1,)
        yield [c.Subscribe(frozenset({Need.HISTORY, Need.EVALUATION}))]
        for _ in range(9):
            yield []
        assert box.frame.test_scan is not None
        assert box.frame.test_scan.magnitudes.shape == (0, 2)

    play(script)
