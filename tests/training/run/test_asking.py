"""Questions at the past of a run: what it had, to the last bit, and it does not move."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import kernels
from bpviz.network.digest import digest
from bpviz.training import Breakpoint, Session, Settings, SettingsError, StopReason, Watch
from bpviz.training.breakpoint_text import breakpoint_of
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.watch_text import watch_of
from tests.training.conftest import small_world

B = Breakpoint
WATCHES = (
    "W1[1, 2]", "W2[0, 3]", "norm W1", "norm W2[1, :]", "z1[2]", "h[0]", "delta1[3]", "z2[1]",
    "f[2]", "delta2[0]", "loss", "f[1] of sample 4", "loss of sample 15", "h[2] of sample 4",
)  # fmt: skip
CONDITIONS = (
    "loss > 0.7", "loss < 0.2", "gradient_W1 > 0.4", "gradient_W2 > 0.3", "sample 4", "class 1",
    "misclassified", "saturated >= 0.25", "every 7 steps", "loss > 1.5 x mean", "not finite",
    "W1[1, 2] > 0.1", "h[0] < 0.5", "W2[0, 3] changes sign", "delta2[0] changes sign",
    "W1[1, 2] moves by > 0.01", "loss moves by > 0.5", "f[1] of sample 4 moves by > 0.01",
    "norm W1 moves by > 0.005", "loss of sample 15 > 0.6",
)  # fmt: skip


def data() -> Dataset:
    rng = np.random.default_rng(8)
    X = rng.normal(size=(15, 4)) * (rng.random((15, 4)) < 0.6)
    labels = rng.integers(0, 3, 15)
    return Dataset.from_arrays("fifteen", X, np.eye(3)[labels], labels=labels)


def changed_run(order: str = "random", **settings: Any) -> Session:
    """A run of two branches with every kind of change, and keyframes that were thinned."""
    session = Session(
        Settings(n_hidden=4, learning_rate=0.6, order=order, keyframe_budget=2_000, **settings),  # type: ignore[arg-type]
        data(),
    )
    session.advance(60)
    session.edit_weight("W1", 1, 2, 0.05)
    session.train_own(CustomPair(np.ones(4), np.array([0.0, 1.0, 0.0]), 1, "one"))
    session.advance(30)
    session.skip()
    session.set_gradient_rule("as_printed")
    session.advance(20)
    session.seek(100)
    session.set_learning_rate(0.3)
    session.set_gradient_rule("exact")
    session.train_next(4)
    session.advance(10)
    session.hold(2)
    session.advance(5)
    session.hold(None)
    session.edit_weight("W2", 0, 3, -0.2)
    session.advance(45)
    session.seek(115)
    return session


@pytest.fixture(params=["random", "shuffled"])
def run(request: pytest.FixtureRequest) -> Any:
    with small_world(7):
        yield changed_run(request.param)


def shown(session: Session, watch: Watch) -> float:
    """What a person reads off the run where it stands."""
    net, step = session.network, session.preview
    quantity, row = str(watch.quantity), watch.row
    if watch.sample is not None:
        step = session.trace_of(watch.sample)
    if quantity == "loss":
        return step.loss
    if quantity.startswith("norm"):
        of = net.W1 if quantity.endswith("1") else net.W2
        return float(np.linalg.norm(of if row is None else of[row]))
    if quantity in ("W1", "W2"):
        return float(getattr(net, quantity)[row, watch.column])
    return float(getattr(step, quantity)[row])


def test_that_a_curve_is_what_the_run_shows_at_every_step(run: Session) -> None:
    watches = [watch_of(text) for text in WATCHES]
    values = run.watched(watches)
    assert values.shape == (len(watches), run.tip + 1)
    for step in range(run.tip + 1):
        run.seek(step)
        for watch, value in zip(watches, values[:, step], strict=True):
            if watch.quantity.startswith("norm"):
                assert value == pytest.approx(shown(run, watch), rel=1e-14)
            else:
                assert value == shown(run, watch), (watch, step)
        assert run.watch_values(watches).tolist() == values[:, step].tolist()


def test_that_a_part_of_a_curve_is_cut_from_the_whole(run: Session) -> None:
    whole = run.watched(WATCHES)
    for first, last in ((0, 0), (61, 61), (59, 62), (99, 116), (run.tip, run.tip)):
        assert (run.watched(WATCHES, first, last) == whole[:, first : last + 1]).all()
    number = run.watch("W1", 1, 2)
    assert number.values(3, 9).tolist() == whole[0, 3:10].tolist()
    assert number.value == whole[0, run.step]
    assert run.watch("loss", sample=15).values(2, 2)[0] == whole[12, 2]


@pytest.mark.parametrize("text", CONDITIONS)
def test_that_the_steps_found_are_those_at_which_a_run_stops(text: str) -> None:
    with small_world(7):
        session = changed_run()
        found = session.find(text)
        past = session.watched(WATCHES)
        session.seek(0)
        session.breakpoints.add(breakpoint_of(text, session.dataset.class_names))
        stops = []
        while session.step < session.tip:
            outcome = session.advance(session.tip - session.step)
            if outcome.reason is StopReason.BREAKPOINT:
                stops.append(outcome.step)
        assert found.tolist() == stops
        assert found.dtype == np.int64
        for start, stop in ((30, 100), (61, 62), (50, 50), (115, 160)):
            right = [step for step in stops if start <= step < stop]
            for limit in (None, 0, 1, 2, 1000):
                first = session.find(text, start, stop, limit)
                assert first.tolist() == right[:limit]
                last = session.find(text, start, stop, limit, newest=True)
                assert last.tolist() == (
                    right if limit is None else right[max(0, len(right) - limit) :]
                )
        assert (session.watched(WATCHES) == past).all()


def test_that_what_the_record_has_is_not_computed_again(
    run: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = {text: run.find(text).tolist() for text in CONDITIONS[:6]}
    losses = run.watch("loss").values(0, run.tip - 1)
    kernel = kernels.run

    def look_only(*arguments: Any) -> tuple[int, int]:
        """The step at the tip is in no record."""
        assert arguments[-3] is True
        return kernel(*arguments)

    monkeypatch.setattr(kernels, "run", look_only)
    for text, steps in right.items():
        assert run.find(text).tolist() == steps
        assert run.find(text, newest=True).tolist() == steps
    assert run.watch("loss").values(0, run.tip - 1).tolist() == losses.tolist()
    assert losses.tolist() == run.history.loss(0, run.tip).tolist()


def test_that_what_the_record_has_no_more_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    right = changed_run()
    session = changed_run()
    session.rest()
    record = session.branch.record
    monkeypatch.setattr(type(record), "exact_from", property(lambda self: 90))
    for text in CONDITIONS[:4]:
        for newest in (False, True):
            for limit in (None, 5):
                assert (
                    session.find(text, 20, 150, limit, newest=newest).tolist()
                    == right.find(text, 20, 150, limit, newest=newest).tolist()
                )
    assert (session.watch("loss").values() == right.watch("loss").values()).all()


def test_that_the_largest_values_are_found(run: Session) -> None:
    for text in ("W1[1, 2]", "delta2[0]", "loss"):
        values = run.watched([text])[0][:-1]
        for count, start, stop in ((1, 0, None), (7, 40, 140), (1000, 90, 101)):
            part = values[start:stop]
            order = np.argsort(-part, kind="stable")[:count]
            steps, found = run.largest(text, count, start, stop)
            assert steps.tolist() == (start + order).tolist()
            assert found.tolist() == part[order].tolist()
            steps, found = run.watch(text).largest(count, start, stop, of="size")
            assert found.tolist() == sorted(np.abs(part).tolist(), reverse=True)[:count]
    steps, moves = run.largest("W1[1, 2]", 3, of="move")
    for step, move in zip(steps.tolist(), moves.tolist(), strict=True):
        run.seek(step + 1)
        change = run.last_change
        assert change is not None
        assert move == abs(change.scaled_delta1[1] * change.x[2])


def test_that_what_a_question_takes_is_measured(run: Session) -> None:
    cheap, dear = run.seconds_per_step(["h[0]"]), run.seconds_per_step(["norm W1"], "norm W1 > 9")
    assert min(cheap, dear, run.seconds_per_step()) > 0
    assert max(cheap, dear) < 1
    assert np.isnan(Session(Settings(n_hidden=2), data()).seconds_per_step(["loss"]))


def test_that_asking_moves_nothing(run: Session) -> None:
    run.breakpoints.add(B.every(3), ignore=2)
    before = run.state, digest(run.network), run.keyframes.tolist()
    run.watched(WATCHES)
    run.find("h[0] moves by > 0.1", newest=True)
    run.largest("norm W1", 4)
    for _ in run.past(["h[0]"], "every step").slices():
        pass
    after = run.state, digest(run.network), run.keyframes.tolist()
    assert after[0] is before[0]
    assert after[1:] == before[1:]


def test_that_an_answer_that_is_given_up_has_what_was_found(run: Session) -> None:
    whole, steps = run.watched(["h[0]"]), run.find("h[0] < 0.5").tolist()
    for most in (0, 1, 3):
        calls: list[tuple[int, int]] = []

        def tick(
            done: int, total: int, calls: list[tuple[int, int]] = calls, most: int = most
        ) -> bool:
            calls.append((done, total))
            assert run.watch_values(["h[0]"]).size == 1  # it may look at the run meanwhile
            return len(calls) <= most

        part = run.watched(["h[0]"], tick=tick)
        assert (part == whole[:, : part.shape[1]]).all()
        assert 0 < part.shape[1] < whole.shape[1]
        assert calls == sorted(calls)
        assert len(calls) == most + 1
        calls.clear()
        found = run.find("h[0] < 0.5", tick=tick).tolist()
        assert found == steps[: len(found)]


def test_that_a_past_can_be_read_while_the_run_goes_on(run: Session) -> None:
    tip = run.tip
    right, steps = run.watched(["h[0]"], 20, tip), run.find("loss > 0.7", 20, tip + 1).tolist()
    past = run.past(["h[0]"], "loss > 0.7", 20, tip + 1)
    values, hits = [], []
    for at, block in enumerate(past.slices()):
        values.append(block.values)
        hits += block.hits.tolist()
        if at < 4:
            run.seek(run.tip)
            run.advance(300)
            run.set_learning_rate(0.1 + at / 100)
    assert (np.concatenate(values, axis=1) == right).all()
    assert hits == steps
    assert past.computed == past.to_compute
    with pytest.raises(RuntimeError, match="has been read"):
        next(past.slices())


def test_that_what_a_condition_looks_at_is_not_among_the_values(run: Session) -> None:
    condition, right = "W1[1, 2] moves by > 0.01", run.watched(["h[0]", "loss"], 0, run.tip - 1)
    blocks = list(run.past(["h[0]", "loss"], condition).slices())
    assert (np.concatenate([each.values for each in blocks], axis=1) == right).all()
    assert np.concatenate([each.hits for each in blocks]).tolist() == run.find(condition).tolist()
    alone = list(run.past((), condition).slices())
    assert sum(each.values.shape[1] for each in alone) == run.tip
    assert {each.values.shape[0] for each in alone} == {0}


def test_that_a_search_from_the_end_can_be_given_up_at_any_moment(run: Session) -> None:
    steps = run.find("h[0] < 0.5").tolist()
    for most in range(1, 30, 4):
        left = iter(range(most))
        found = run.find(
            "h[0] < 0.5", newest=True, tick=lambda *_, left=left: next(left, None) is not None
        ).tolist()
        assert found == steps[len(steps) - len(found) :]
    assert found


def test_that_a_past_ends_where_it_is_stopped(run: Session) -> None:
    past, stop = run.past(["h[0]"]), np.zeros(1, np.uint8)
    ends = []
    for block in past.slices(stop):
        ends.append(block.last)
        stop[0] = 1
    assert len(ends) == 1
    assert ends[0] < run.tip


def test_that_the_step_that_overflowed_is_looked_at() -> None:
    session = Session(
        Settings(n_hidden=3, learning_rate=60.0, sigma1="relu", sigma2="identity"),  # type: ignore[arg-type]
        data(),
    )
    assert session.advance(1000).reason is StopReason.NOT_FINITE
    tip = session.tip
    assert session.find("not finite").tolist() == []
    assert session.find("not finite", stop=tip + 1).tolist() == [tip]
    values = session.watched(["W1[0, 0]", "loss", "loss of sample 3", "norm W1"])
    assert values.shape == (4, tip + 1)
    session.seek(tip)
    assert values[0, tip] == session.network.W1[0, 0]
    np.testing.assert_array_equal(values[1, tip], session.preview.loss)
    steps, largest = session.largest("loss", 3, stop=tip + 1)
    assert not np.isnan(largest).any()
    assert steps.size == largest.size > 0


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda s: s.watch("W1", 4, 0), "The row or unit of W1 is 4; it must be a whole number"),
        (lambda s: s.watch("W1"), "it must be a number of the run such as"),
        (lambda s: s.watch(7), "The watch is 7; it must be a Watch"),
        (lambda s: s.watch("loss", sample=16), "The sample for loss is 16; it must be a whole"),
        (lambda s: s.watch("h", 1).values(9, 8), "The last step is 8; it must be a whole number"),
        (lambda s: s.watch("h", 1).values(0, 161), "The last step is 161; it must be a whole"),
        (lambda s: s.watch("h", 1).values(-1), "The first step is -1; it must be a whole number"),
        (lambda s: s.find("h[1] > 0", 9, 8), "The end of the range is 8; it must be a whole"),
        (lambda s: s.find("h[1] > 0", 0, 162), "it must be a whole number from 0 to 161."),
        (lambda s: s.find("h[1] > 0", limit=-1), "The limit is -1; it must be a whole number"),
        (lambda s: s.find("sample 15000"), "The sample of the breakpoint is 15000"),
        (lambda s: s.find("h[4] > 0"), "The row or unit of h is 4; it must be a whole number"),
        (lambda s: s.find(0.4), "The breakpoint is 0.4; it must be a Breakpoint"),
        (lambda s: B.above(Watch.loss(1), float("nan")), "The threshold of the watch is nan"),
        (lambda s: B(11, 0.5), "The watch of the breakpoint is None; it must be a Watch"),  # type: ignore[arg-type]
        (lambda s: s.largest("loss", of="sum"), "of is 'sum'; it must be"),
        (lambda s: s.past("h[3]"), """The watches are 'h[3]'; they must be a list"""),
        (lambda s: s.watched(Watch.loss()), "they must be a list, such as"),
        (lambda s: s.past(["loss"], None, 3, 1000), "The end of the range is 1000"),
        (lambda s: s.past(["loss"], branch=77), "There is no branch number 77."),
    ],
)  # fmt: skip
def test_that_a_wrong_question_is_one_sentence(
    ask: Callable[[Session], object], words: str
) -> None:
    session = changed_run()
    with pytest.raises(SettingsError, match=re.escape(words)) as refused:
        ask(session)
    assert "\n" not in str(refused.value)


def test_that_a_new_run_can_be_asked() -> None:
    session = Session(Settings(n_hidden=2), data())
    assert session.find("loss > 0").tolist() == []
    assert session.find("every step", stop=1).tolist() == []
    assert session.watch("W1", 0, 0).values().tolist() == [session.network.W1[0, 0]]
    assert session.watch("loss").values().tolist() == [session.preview.loss]
    assert [each.tolist() for each in session.largest("loss")] == [[], []]
    assert session.watched([], 0, 0).shape == (0, 1)
