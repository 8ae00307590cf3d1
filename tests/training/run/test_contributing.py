"""What each pair added to a weight is what a slow oracle in plain NumPy finds, step by step."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import predict
from bpviz.network.contributions import Factors
from bpviz.network.types import Floats
from bpviz.training import Session, Settings, SettingsError, StopReason
from bpviz.training.contributions import Contributions
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.run.replayed import ReplayCancelled
from tests.training.conftest import small_world
from tests.training.oracle import Line, bits, tight
from tests.training.run.test_follower import CHANGES, OWN

HIDDEN = 4
WEIGHTS = (("W1", 1, 2), ("W1", 1, None), ("W2", 0, 3), ("W2", 0, None), ("W2", None, 3))


def walked(data: Dataset, changes: list[tuple[int, Callable[[Session], object]]]) -> Session:
    """A run with changes, perhaps on a branch of a branch, and room for three keyframes."""
    run = Session(tight(Settings(n_hidden=HIDDEN, learning_rate=0.5), data, 3), data)
    for count, change in changes:
        run.advance(count)
        change(run)
    run.advance(60)
    if len(changes) % 2:
        run.back(75)
        run.set_learning_rate(0.2)
        run.advance(50)
    return run


def line_of(run: Session) -> Line:
    """The same run by single steps; its own pairs stand behind those of the data."""
    data = run.dataset
    own = run.own_pairs
    assert data.labels is not None
    joined = Dataset.from_arrays(
        "joined",
        np.vstack([data.rows.dense(), *(pair.x for pair in own)]),
        np.vstack([data.Y, *(pair.y for pair in own)]),
        labels=[*data.labels, *(pair.label for pair in own)],
    )
    return Line(run.settings, joined, list(run.branch.journal), data.n_samples)


def oracle(line: Line, place: tuple[str, int | None, int | None], a: int, b: int) -> list[Floats]:
    """−λδx of each step a … b − 1, by the definition."""
    matrix, row, column = place
    found = []
    for step in range(a, b):
        t, rate = line.reference(step), line.rate(step)
        whole = -rate * (np.outer(t.delta1, t.x) if matrix == "W1" else np.outer(t.delta2, t.h))
        found.append(whole[at(row), at(column)])
    return found


def at(index: int | None) -> int | slice:
    return slice(None) if index is None else index


def allowed(parts: list[Floats], line: Line, a: int, b: int) -> Floats:
    largest = max(np.abs(line.network(step).W1).max() for step in range(a, b + 1))
    largest = max(largest, *(np.abs(line.network(step).W2).max() for step in range(a, b + 1)))
    return 1e-9 * sum(np.abs(part) for part in parts) + (b - a) * math.ulp(largest) + 1e-300


def check(found: Contributions, run: Session, line: Line) -> None:
    a, b, m = found.start, found.stop, run.dataset.n_samples
    place = (found.matrix, found.row, found.column)
    parts = oracle(line, place, a, b)
    within = allowed(parts, line, a, b)
    by_pair = np.zeros((m + len(run.own_pairs), *np.shape(found.change)))
    visits = np.zeros(len(by_pair), int)
    for step, part in zip(range(a, b), parts, strict=True):
        by_pair[line.sample(step)] += part
        visits[line.sample(step)] += 1
    assert found.visits.tolist() == visits[:m].tolist()
    assert np.all(np.abs(found.by_sample - by_pair[:m]) <= within)
    assert np.all(np.abs(found.by_pair - by_pair[m:]) <= within)
    for k, added in enumerate(found.by_class):
        assert np.all(np.abs(added - by_pair[:m][run.dataset.labels == k].sum(axis=0)) <= within)
    # what was set by hand, from one place to the same before anything was set there
    edits = np.zeros(np.shape(found.change))
    for step in range(a + 1, b + 1):
        for net, sign in ((line.network(step), 1), (line.plain[step], -1)):
            matrix = net.W1 if found.matrix == "W1" else net.W2
            edits = edits + sign * matrix[at(found.row), at(found.column)]
    np.testing.assert_allclose(found.edits, edits, rtol=0, atol=1e-12)
    for step, shown in ((a, found.before), (b, found.after)):
        net = run.network_at(run.branch.number, step)
        matrix = net.W1 if found.matrix == "W1" else net.W2
        assert np.array_equal(shown, matrix[at(found.row), at(found.column)])
    assert np.all(np.abs(found.remainder) <= within)
    for parted in (found.by_sample, found.by_class):
        total = parted.sum(axis=0) + found.by_pair.sum(axis=0) + found.edits + found.remainder
        np.testing.assert_allclose(total, found.change, rtol=0, atol=1e-12)


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(CHANGES)), max_size=6),
    st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted),
    st.sampled_from(WEIGHTS),
    st.integers(0, 23),
)
def test_that_every_part_is_that_of_the_oracle_whatever_was_changed(
    sparse: Dataset,
    changes: list[tuple[int, Callable[[Session], object]]],
    part: list[float],
    place: tuple[str, int | None, int | None],
    sample: int,
) -> None:
    with small_world(spacing=8):
        run = walked(sparse, changes)
        before = run.state, bits(run.network)
        line = line_of(run)
        a, b = (int(share * run.tip) for share in part)
        found = run.contributions(*place, start=a, stop=b)
        check(found, run, line)
        for pair in (sample, *range(24, 24 + len(run.own_pairs))):
            steps = run.steps_of(pair, *place, start=a, stop=b)
            assert steps.steps.tolist() == [t for t in range(a, b) if line.sample(t) == pair]
            right = [oracle(line, place, t, t + 1)[0] for t in steps.steps]
            np.testing.assert_allclose(
                steps.contributions, np.reshape(right, steps.contributions.shape), atol=1e-12
            )
            if len(steps.steps) and pair < 24:
                last = found.of_sample(pair)
                np.testing.assert_allclose(steps.cumulative[-1], last, atol=1e-12)
        assert (run.state, bits(run.network)) == before


@pytest.mark.parametrize("i", [-1, 24, 1.5])
def test_that_a_sample_that_there_is_not_is_refused(sparse: Dataset, i: Any) -> None:
    found = walked(sparse, [(30, CHANGES[2])]).contributions("W1", 1)
    with pytest.raises(SettingsError, match=rf"The sample is {i}; .* from 0 to 23\."):
        found.of_sample(i)


def test_that_one_replay_gives_all_weights_of_a_unit(sparse: Dataset) -> None:
    run = walked(sparse, [(30, CHANGES[2]), (10, CHANGES[5])])
    unit = run.contributions_of_unit(1, 5, 70)
    for part, alone in (
        (unit.W1, run.contributions("W1", 1, start=5, stop=70)),
        (unit.W2, run.contributions("W2", None, 1, start=5, stop=70)),
    ):
        for name in ("by_sample", "by_class", "by_pair", "edits", "remainder", "change"):
            assert getattr(part, name).tobytes() == getattr(alone, name).tobytes()


def test_that_shares_along_the_change_add_up_to_its_length(sparse: Dataset) -> None:
    run = walked(sparse, [(30, CHANGES[2]), (10, CHANGES[5])])
    for place in (("W1", 1), ("W2", 0), ("W2", None, 3)):
        found = run.contributions(*place)  # type: ignore[arg-type]
        along = found.direction
        rest = found.by_pair.sum(axis=0) + found.edits + found.remainder
        length = found.along_change.sum() + rest @ along
        assert length == pytest.approx(np.linalg.norm(found.change), abs=1e-12)
        np.testing.assert_allclose(found.along_change, found.by_sample @ along, atol=1e-13)


def test_that_a_saturated_weight_keeps_nothing_of_small_updates_and_says_so() -> None:
    data = Dataset.from_arrays("one", [[1.0]], [[0.5]])
    run = Session(
        Settings(n_hidden=1, sigma1="identity", sigma2="identity", learning_rate=1e-18), data
    )
    run.edit_weight("W1", 0, 0, 40.0)
    run.edit_weight("W2", 0, 0, 1.0)
    run.advance(1000)
    found = run.contributions("W1", 0, 0)
    assert found.change == 0.0
    assert found.edits == 0.0  # set before step 0, where the stretch begins
    assert found.by_sample[0] < 0 < found.remainder <= 1000 * math.ulp(40.0)
    assert found.by_sample[0] + found.remainder == 0.0
    assert found.by_class is None


def test_that_a_run_that_overflowed_is_answered_up_to_where_it_stands() -> None:
    data = Dataset.from_arrays("one", [[1.0], [2.0]], [[0.0], [0.0]])
    run = Session(Settings(n_hidden=1, sigma1="identity", sigma2="identity"), data)
    run.set_learning_rate(3.0)
    assert run.advance(1000).reason is StopReason.NOT_FINITE
    for step in range(run.tip + 1):
        found = run.contributions("W2", 0, 0, stop=step)
        parts = np.abs([*found.by_sample, 1.0]).sum()
        assert abs(found.by_sample.sum() + found.remainder - found.change) <= 1e-15 * parts


def test_that_sums_beyond_a_double_are_refused_in_a_sentence(
    sparse: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Session(Settings(n_hidden=HIDDEN), sparse)
    run.advance(10)
    job = run.contributions_job(run.contributions("W2", 0).target)
    empty = Factors.empty

    def nearly_full(*args: Any) -> Factors:
        factors = empty(*args)
        factors.sums[:], factors.rests[:] = 1.7e308, 1.7e308
        return factors

    monkeypatch.setattr(Factors, "empty", nearly_full)
    job.carry_out(np.zeros(1, np.uint8), lambda: None)
    with pytest.raises(SettingsError, match="step 0 to step 10 is larger than a double"):
        job.result()


def test_that_it_can_be_given_up_at_any_moment(
    sparse: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpviz.training.run.replayed.SLICE", 1e5)
    run = Session(Settings(n_hidden=HIDDEN), sparse)
    with small_world():
        run.advance(3000)
        before = run.state, bits(run.network)
        for last in range(4):
            told: list[tuple[int, int]] = []

            def tick(
                done: int,
                total: int,
                told: list[tuple[int, int]] = told,
                last: int = last,
            ) -> bool:
                told.append((done, total))
                assert run.step == 3000  # which may be read meanwhile
                return len(told) <= last

            with pytest.raises(ReplayCancelled):
                run.contributions("W1", 0, 0, start=10, tick=tick)
            assert len(told) == last + 1
            assert all(0 < done <= total for done, total in told)
        assert (run.state, bits(run.network)) == before
        for ask in (
            lambda tick: run.steps_of(1, "W1", 0, 0, tick=tick),
            lambda tick: run.difference(5, 2000, tick=tick),
            lambda tick: run.contributions_of_unit(0, tick=tick),
        ):
            with pytest.raises(ReplayCancelled):
                ask(lambda *_: False)
            ask(lambda *_: True)


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda run: run.contributions("W3", 0), 'The matrix is .*; it must be "W1" or "W2"'),
        (lambda run: run.contributions("W1", 4), "The row is 4; it must be .* 0 to 3"),
        (lambda run: run.contributions("W1", 0, 7), "The column is 7; it must be .* 0 to 6"),
        (lambda run: run.contributions("W1", None, 2), "The row is missing"),
        (lambda run: run.contributions("W2", 0, start=3, stop=2), "The start of the stretch is 3"),
        (lambda run: run.contributions("W2", 0, stop=11), "The end of the stretch is 11"),
        (lambda run: run.contributions_of_unit(-1), "The row is -1"),
        (lambda run: run.steps_of(24, "W1", 0), "The sample is 24; it must be .* 0 to 23"),
        (lambda run: run.difference(11), "The step is 11; it must be .* 0 to 10"),
        (lambda run: run.difference((1, 0)), "There is no branch number 1"),
        (lambda run: run.difference("a"), "The step is 'a'"),
    ],
)  # fmt: skip
def test_that_what_there_is_not_is_refused_in_a_sentence(
    sparse: Dataset, ask: Callable[[Session], object], words: str
) -> None:
    run = Session(Settings(n_hidden=HIDDEN), sparse)
    run.advance(10)
    with pytest.raises(SettingsError, match=words):
        ask(run)
    assert run.contributions("W1", 0, 0, start=4, stop=4).change == 0.0


def test_that_a_row_of_too_many_samples_is_refused_before_it_takes_memory(
    sparse: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Session(Settings(n_hidden=HIDDEN), sparse)
    run.advance(10)
    monkeypatch.setattr("bpviz.training.run.questions.MOST_BYTES", 1000)
    with pytest.raises(SettingsError, match="Choose a single weight"):
        run.contributions("W2", 0)
    run.contributions("W1", 0)  # which needs no more than a weight does


def test_that_a_trail_ends_where_the_contributions_do(sparse: Dataset) -> None:
    with small_world():
        run = Session(Settings(n_hidden=HIDDEN, learning_rate=0.3), sparse)
        run.advance(700)
        run.train_own(OWN)
        run.advance(2000)
        stop = np.zeros(1, np.uint8)
        for place in (("W1", 1, 2), ("W1", 1), ("W2", 2), ("W2", 0, 3)):
            whole = run.contributions(*place, start=50, stop=2600)  # type: ignore[arg-type]
            for sample, label in ((7, None), (None, 1), (24, None)):
                job = run.trail_job(whole, sample, label)
                job.carry_out(stop, lambda: None)
                trail = job.result()
                if label is not None:
                    right = whole.along_change[sparse.labels == label].sum()
                elif sample == 24:
                    right = np.reshape(whole.by_pair, (1, -1))[0] @ whole.direction
                else:
                    right = whole.along_change[sample]
                assert trail.total[-1] == pytest.approx(right, abs=1e-12)
                assert trail.added.sum() == pytest.approx(right, abs=1e-12)
                assert trail.count == len(trail.steps) > 0
                assert (trail.places[0], trail.places[-1]) == (50, 2600)
                assert len(trail.places) == len(trail.total) <= 512
                middle = len(trail.places) // 2
                until = trail.steps < trail.places[middle]
                assert trail.total[middle] == pytest.approx(trail.added[until].sum(), abs=1e-12)


def test_that_a_trail_lists_no_more_than_its_bound(
    sparse: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpviz.training.run.questions.LISTED", 10)
    with small_world():
        run = Session(Settings(n_hidden=HIDDEN), sparse)
        run.advance(2000)
        job = run.trail_job(run.contributions("W1", 1, 2), sample=7)
        job.carry_out(np.zeros(1, np.uint8), lambda: None)
        trail, right = job.result(), run.steps_of(7, "W1", 1, 2)
        assert trail.steps.tolist() == right.steps[-10:].tolist()
        assert trail.count == len(right.steps) > 10


def test_that_a_difference_is_that_of_the_two_networks_and_of_what_they_say(
    sparse: Dataset,
) -> None:
    run = Session(Settings(n_hidden=HIDDEN, learning_rate=0.8), sparse)
    run.advance(300)
    run.back(200)
    run.set_learning_rate(2.0)
    run.advance(400)
    before = run.state, bits(run.network)
    found = run.difference((0, 300), (1, 480))
    one, other = run.network_at(0, 300), run.network_at(1, 480)
    assert np.array_equal(found.W1, other.W1 - one.W1)
    assert np.array_equal(found.W2, other.W2 - one.W2)
    test = sparse.test
    assert test is not None
    said = [test.predicted(predict(net, test.rows)) for net in (one, other)]
    flips = found.flips
    assert flips is not None
    assert flips.index.tolist() == np.flatnonzero(said[0] != said[1]).tolist()
    assert len(flips) > 0
    assert flips.true.tolist() == test.labels[flips.index].tolist()
    assert flips.before.tolist() == said[0][flips.index].tolist()
    assert flips.after.tolist() == said[1][flips.index].tolist()
    assert flips.right == tuple(int((each == test.labels).sum()) for each in said)
    assert (run.state, bits(run.network)) == before
    here = run.difference(100)
    assert here.first == (1, 100)
    assert here.second == (1, run.step)


def test_that_a_regression_has_no_flips() -> None:
    rng = np.random.default_rng(0)
    data = Dataset.from_arrays("r", rng.normal(size=(9, 2)), rng.normal(size=(9, 1)))
    run = Session(Settings(n_hidden=2), data)
    run.advance(20)
    assert run.difference(0, 20).flips is None
    assert run.contributions("W1", 0).by_class is None


def test_that_answers_stay_what_they_were_while_the_run_goes_on(sparse: Dataset) -> None:
    run = Session(Settings(n_hidden=HIDDEN), sparse)
    run.advance(200)
    job = run.contributions_job(run.contributions("W1", 1, 2).target, 0, 200)
    right = run.contributions("W1", 1, 2)
    run.back(150)
    run.edit_weight("W1", 1, 2, 5.0)
    run.train_own(CustomPair(np.ones(7), np.eye(3)[0], 0, "another"))
    run.advance(300)
    job.carry_out(np.zeros(1, np.uint8), lambda: None)
    assert job.result().by_sample.tobytes() == right.by_sample.tobytes()
    with pytest.raises(SettingsError, match="The run is another one by now"):
        Session(Settings(n_hidden=HIDDEN), sparse).trail_job(right)
