"""What is asked beside the run is what the session itself answers, slice by slice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Literal
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.training import Breakpoint, Session, Settings, SettingsError
from bpviz.training.breakpoint_text import breakpoint_of
from bpviz.training.run import asking, past, searches
from bpviz.training.run.past import Past
from bpviz.training.run.searches import CurvesJob, FindJob, LargestJob, search_cost
from bpviz.training.search_results import FoundSteps, WatchCurves
from bpviz.training.watch_text import watch_of
from bpviz.training.watches import Watch
from tests.training.conftest import small_world
from tests.training.oracle import bits
from tests.training.run.test_follower import CHANGES

GOES_ON = np.zeros(1, dtype=np.uint8)

WATCHES = tuple(
    watch_of(text)
    for text in ("W1[1, 2]", "W2[0, 3]", "norm W1", "h[1]", "delta2[0]", "loss", "f[0] of sample 4")
)
CONDITIONS = tuple(
    breakpoint_of(text)
    for text in (
        "loss > 0.4", "loss < 0.2", "sample 5", "class 2", "misclassified", "every 7 steps",
        "saturated >= 0.25", "gradient_W1 > 0.3", "W1[1, 2] > 0.05", "W1[1, 2] changes sign",
        "W2[0, 3] moves by > 0.01", "delta2[0] changes sign", "loss of sample 3 < 0.5",
    )
)  # fmt: skip

Walk = list[tuple[int, Callable[[Session], object]]]
walks = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(CHANGES)), max_size=5)
spans = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted)


@contextmanager
def slices_of(steps: int) -> Iterator[None]:
    """Look at so many steps at a time."""
    with (
        small_world(),
        patch.object(past, "slice_steps", lambda _: steps),
        patch.object(asking, "slice_steps", lambda _: steps),
    ):
        yield


def walked(data: Dataset, changes: Walk) -> Session:
    run = Session(Settings(n_hidden=4, learning_rate=0.5), data)
    for count, change in changes:
        run.advance(count)
        with suppress(SettingsError):  # no step is skipped while a pair is held
            change(run)
    run.advance(60)
    if len(changes) % 2:
        run.back(50)
        run.set_learning_rate(0.2)
        run.advance(30)
    return run


def within(run: Session, span: list[float]) -> tuple[int, int]:
    """A range of the branch, up to the step at hand at its end."""
    start, stop = (round(share * (run.tip + 1)) for share in span)
    return start, stop


def nothing() -> None:
    """Hear that time has passed, and do nothing."""


def find_job(
    run: Session, condition: Breakpoint, start: int, stop: int, limit: int, newest: bool = False
) -> FindJob:
    shown = condition.watch or Watch.loss()
    return FindJob(
        run.past([shown], condition, start, stop), condition, run.branch.number, limit, shown,
        newest=newest,
    )  # fmt: skip


def answer(job: CurvesJob | FindJob | LargestJob) -> object:
    job.carry_out(GOES_ON, nothing)
    assert job.done
    return job.result()


@settings(max_examples=40)
@given(walks, spans, st.sampled_from(CONDITIONS), st.sampled_from([1, 2, 5, 1000]), st.booleans())
def test_that_a_search_beside_the_run_finds_what_the_session_finds(
    sparse: Dataset,
    walk: Walk,
    span: list[float],
    condition: Breakpoint,
    limit: int,
    newest: bool,
) -> None:
    with slices_of(7):
        run = walked(sparse, walk)
        start, stop = within(run, span)
        right = run.find(condition, start, stop, limit, newest=newest)
        whole = run.find(condition, start, stop)
        before = bits(run.network)
        found = answer(find_job(run, condition, start, stop, limit, newest))
        assert isinstance(found, FoundSteps)
        assert found.steps.tolist() == right.tolist()
        assert found.samples.tolist() == [run.sample_index(step) for step in right.tolist()]
        shown = condition.watch or Watch.loss()
        assert found.watch == shown
        assert found.values is not None
        each = [run.watched([shown], step, step)[0, 0] for step in right.tolist()]
        assert found.values.tobytes() == np.array(each).tobytes()
        ended = not newest and len(whole) >= limit
        assert found.searched == (right[-1] + 1 if ended else stop)
        assert found.count == (len(right) if not newest else len(whole))
        assert (found.start, found.stop, found.branch) == (start, stop, run.branch.number)
        assert bits(run.network) == before


@settings(max_examples=30)
@given(
    walks,
    spans,
    st.sampled_from(WATCHES),
    st.sampled_from([1, 3, 1000]),
    st.sampled_from(["value", "size", "move"]),
)
def test_that_the_largest_beside_the_run_are_those_of_the_session(
    sparse: Dataset,
    walk: Walk,
    span: list[float],
    watch: Watch,
    count: int,
    of: Literal["value", "size", "move"],
) -> None:
    with slices_of(7):
        run = walked(sparse, walk)
        start, stop = within(run, span)
        steps, values = run.largest(watch, count, start, stop, of=of)
        reading = run.past([watch], None, start, stop, moves=of == "move")
        found = answer(LargestJob(reading, watch, run.branch.number, count, of))
        assert isinstance(found, FoundSteps)
        assert found.steps.tolist() == steps.tolist()
        assert found.values is not None
        assert found.values.tobytes() == values.tobytes()
        assert found.samples.tolist() == [run.sample_index(step) for step in steps.tolist()]
        assert (found.count, found.searched) == (len(steps), stop)


@settings(max_examples=30)
@given(walks, spans, st.sampled_from([1, 3, 2048]))
def test_that_a_curve_has_the_least_the_largest_and_the_last_of_each_bucket(
    sparse: Dataset, walk: Walk, span: list[float], most: int
) -> None:
    with slices_of(7), patch.object(searches, "MOST_BUCKETS", most):
        run = walked(sparse, walk)
        first, last = (min(each, run.tip) for each in within(run, span))
        right = run.watched(WATCHES, first, last)
        curves = answer(CurvesJob(run.past(WATCHES, None, first, last + 1), WATCHES, 1))
        assert isinstance(curves, WatchCurves)
        assert len(curves.steps) <= most
        assert curves.steps.tolist() == list(range(first, last + 1, curves.width))
        for at, step in enumerate(curves.steps.tolist()):
            part = right[:, step - first : step - first + curves.width]
            assert np.fmin.reduce(part, axis=1).tobytes() == curves.low[:, at].tobytes()
            assert np.fmax.reduce(part, axis=1).tobytes() == curves.high[:, at].tobytes()
            assert part[:, -1].tobytes() == curves.end[:, at].tobytes()


@settings(max_examples=30)
@given(walks)
def test_that_the_past_of_another_branch_is_what_it_is_where_one_stands_on_it(
    sparse: Dataset, walk: Walk
) -> None:
    with slices_of(7):
        run = walked(sparse, walk)
        stood = run.branch.number, run.step
        asked = {
            note.number: answer(
                CurvesJob(
                    run.past(WATCHES, None, note.fork, note.tip, branch=note.number),
                    WATCHES,
                    note.number,
                )
            )
            for note in run.branches
            if note.fork < note.tip
        }
        assert (run.branch.number, run.step) == stood
        for number, curves in asked.items():
            assert isinstance(curves, WatchCurves)
            run.switch_branch(number)
            right = run.watched(WATCHES, curves.first, curves.last)
            assert (curves.branch, curves.width) == (number, 1)
            assert right.tobytes() == curves.end.tobytes()


@pytest.mark.parametrize("newest", [False, True])
def test_that_what_was_found_can_be_read_at_every_moment(sparse: Dataset, newest: bool) -> None:
    with slices_of(5):
        run = walked(sparse, [])
        condition, moments = breakpoint_of("every 3 steps"), []
        job = find_job(run, condition, 10, 61, 6, newest)
        job.carry_out(GOES_ON, lambda: moments.append((job.taken, job.result())))
        assert len(moments) > 3
        for taken, found in moments:
            right = [step for step in range(10, found.searched) if step % 3 == 0 and step]
            kept = right[-6:] if newest else right[:6]
            assert found.steps.tolist() == kept
            assert found.count == (len(right) if newest else len(kept))
            assert 0 < taken <= job.total
        assert not newest or moments[-1][1].searched == 61


def test_that_the_largest_so_far_are_those_of_the_steps_searched(sparse: Dataset) -> None:
    with slices_of(5):
        run = walked(sparse, [])
        watch, moments = Watch.loss(), []
        job = LargestJob(run.past([watch], None, 12, 50), watch, 1, 4, "value")
        job.carry_out(GOES_ON, lambda: moments.append(job.result()))
        for found in moments:
            if found.searched > 12:
                steps, _ = run.largest(watch, 4, 12, found.searched)
                assert found.steps.tolist() == steps.tolist()


def test_that_a_cancelled_search_ends_and_keeps_what_it_has(sparse: Dataset) -> None:
    with slices_of(5):
        run = walked(sparse, [])
        stop = np.zeros(1, dtype=np.uint8)
        job = find_job(run, breakpoint_of("every step"), 0, 61, 1000)

        def cancel_at_20() -> None:
            stop[0] = job.result().searched >= 20

        job.carry_out(stop, cancel_at_20)
        assert not job.done
        found = job.result()
        assert found.searched == 20
        assert found.steps.tolist() == list(range(1, 20))


def test_that_of_many_only_the_newest_or_the_first_are_kept(
    sparse: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searches, "MOST_FOUND", 4)
    with slices_of(5):
        run = walked(sparse, [])
        every = breakpoint_of("every step")
        first = answer(find_job(run, every, 0, 61, 1000))
        last = answer(find_job(run, every, 0, 61, 1000, newest=True))
        assert isinstance(first, FoundSteps)
        assert isinstance(last, FoundSteps)
        assert (first.steps.tolist(), first.count, first.searched) == ([1, 2, 3, 4], 4, 5)
        assert (last.steps.tolist(), last.count) == ([57, 58, 59, 60], 60)
        largest = answer(LargestJob(run.past(["loss"]), Watch.loss(), 1, 1000, "value"))
        assert isinstance(largest, FoundSteps)
        assert len(largest.steps) == 4


def test_that_what_was_found_can_be_cut_at_a_step(sparse: Dataset) -> None:
    run = walked(sparse, [])
    found = answer(find_job(run, breakpoint_of("every 10 steps"), 0, 61, 1000))
    assert isinstance(found, FoundSteps)
    cut = found.before(60)
    assert (cut.steps.tolist(), cut.count) == ([10, 20, 30, 40, 50], 5)
    assert (cut.stop, cut.searched, len(cut.samples)) == (60, 60, 5)
    assert cut.values is not None
    assert len(cut.values) == 5


@pytest.mark.parametrize("limit", [0, -1])
def test_that_a_search_for_nothing_is_refused(sparse: Dataset, limit: int) -> None:
    run = walked(sparse, [])
    with pytest.raises(SettingsError, match="must be"):
        find_job(run, breakpoint_of("every step"), 0, 10, limit)
    with pytest.raises(SettingsError, match="must be"):
        LargestJob(run.past(["loss"]), Watch.loss(), 1, limit, "value")


def test_that_a_search_says_before_how_many_steps_it_computes(sparse: Dataset) -> None:
    with small_world():
        run = walked(sparse, [])
        condition = breakpoint_of("norm W1 > 2")

        def cost(start: int, stop: int, **about: object) -> tuple[int, float]:
            pairs = run.past(["loss"])._engine.pairs
            return search_cost(run.settings, pairs, run.keyframes, start, stop, **about)  # type: ignore[arg-type]

        for start, stop in ((0, 61), (1, 61), (16, 20), (17, 61), (40, 50), (61, 61)):
            reading: Past = run.past((), condition, start, stop)
            assert cost(start, stop)[0] == reading.to_compute
        plain = cost(0, 61)[1]
        assert plain > 0
        assert cost(0, 61, watch=watch_of("W1[0, 0]"))[1] < 1.5 * plain
        assert cost(0, 61, watch=watch_of("f[0] of sample 4"))[1] > 1.5 * plain
        assert cost(0, 61, watch=watch_of("norm W1"), moves=True)[1] > plain
        assert cost(0, 61, condition=condition)[1] > plain


def test_that_the_step_at_hand_at_the_tip_is_looked_at_with_its_own_pair(sparse: Dataset) -> None:
    for walk in ([], [(10, CHANGES[4])]):
        run = walked(sparse, walk)
        found = answer(find_job(run, breakpoint_of("every step"), 0, run.tip + 1, 1000))
        assert isinstance(found, FoundSteps)
        assert found.steps[-1] == run.tip
        right = [run.sample_index(step) for step in range(1, run.tip + 1)]
        assert found.samples.tolist() == right
        assert len(set(right[-2:])) == 2  # so that another step would have another
