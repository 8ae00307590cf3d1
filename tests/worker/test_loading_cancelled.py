"""A loading that a person cancels: what was there stays, and something else can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from bpviz.datasets import DataRequest, Dataset
from bpviz.training import Session, Settings
from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.training.quantities import Need
from bpviz.worker import loading
from bpviz.worker.command_queue import coalesced, ends_loading, makes_void
from tests.training.oracle import bits
from tests.worker.conftest import Shelf
from tests.worker.play import Box, Script, play

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)
NEW = c.NewRun(DataRequest("sparse"), SETTINGS)
OTHER = c.NewRun(DataRequest("digits"), SETTINGS)
QUIET = c.Subscribe(frozenset({Need.HISTORY}), history_buckets=100)
CANCELLED = "Loading was cancelled. Choose a data set."

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


def cancel_meanwhile(shelf: Shelf, box: Box, *first: c.Command) -> None:
    """Let a person cancel while the next data set is on its way."""

    def cancel() -> None:
        shelf.meanwhile = lambda: None
        for command in (*first, c.CancelLoading()):
            box.post(command)

    shelf.meanwhile = cancel


@pytest.mark.parametrize("state", [State.PAUSED, State.RUNNING])
def test_that_a_cancelled_loading_leaves_the_run_as_it_was(shelf: Shelf, state: State) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Run()] if state is State.RUNNING else []
        cancel_meanwhile(shelf, box)
        yield [OTHER]
        assert any(f.state is State.LOADING and f.progress is not None for f in box.frames[-4:])
        yield []
        frame = box.frame
        assert (frame.state, frame.run, frame.dataset_name) == (state, 1, "sparse")
        assert (frame.progress, frame.reason) == (None, "")
        assert frame.data_request == NEW.data

    play(script)
    assert shelf.loaded == ["sparse", "digits"]


def test_that_the_weights_go_on_from_where_the_loading_stopped_them(
    shelf: Shelf, sparse: Dataset
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(5)]
        yield []
        cancel_meanwhile(shelf, box)
        yield [OTHER]
        yield [c.Advance(7)]
        yield []
        assert box.frame.step == 12
        alone = Session(SETTINGS, sparse)
        alone.advance(12)
        assert bits(box.frame.network) == bits(alone.network)

    play(script)


@pytest.mark.parametrize("together", [False, True])
def test_that_the_first_loading_can_be_cancelled_and_another_data_set_chosen(
    shelf: Shelf, together: bool
) -> None:
    def script(box: Box) -> Script:
        if together:  # both lie in the mailbox when the trainer first looks
            yield [QUIET, OTHER, c.CancelLoading()]
        else:
            cancel_meanwhile(shelf, box)
            yield [QUIET, OTHER]
        yield []
        frame = box.frame
        assert (frame.state, frame.reason, frame.progress) == (State.FAILED, CANCELLED, None)
        assert frame.dataset is None
        assert frame.data_request == OTHER.data
        yield [NEW]
        yield []
        assert (box.frame.state, box.frame.reason, box.frame.run) == (State.PAUSED, "", 1)

    play(script)
    assert shelf.loaded == ([] if together else ["digits"]) + ["sparse"]


def test_that_run_pressed_before_the_cancelling_does_not_start_what_is_chosen_next(
    shelf: Shelf,
) -> None:
    def script(box: Box) -> Script:
        cancel_meanwhile(shelf, box, c.Run())
        yield [QUIET, OTHER]
        yield []
        yield [NEW]
        yield []
        assert box.frame.state is State.PAUSED

    play(script)


def test_that_a_new_run_behind_the_cancelling_is_loaded(shelf: Shelf) -> None:
    def script(box: Box) -> Script:
        cancel_meanwhile(shelf, box)
        yield [QUIET, OTHER]
        yield [NEW]
        yield []
        assert (box.frame.state, box.frame.dataset_name) == (State.PAUSED, "sparse")
        yield [c.CancelLoading(), c.NewRun(DataRequest("xor"), SETTINGS)]
        yield []
        assert box.frame.dataset_name == "xor"

    play(script)


def test_that_cancelling_when_nothing_loads_changes_nothing() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(3)]
        yield []
        yield [c.CancelLoading()]
        yield []
        assert (box.frame.state, box.frame.step, box.frame.reason) == (State.PAUSED, 3, "")

    play(script)


def test_that_preparing_the_compiled_code_can_be_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def script(box: Box) -> Script:
        def warm_up(progress: Callable[[int, int], None], parts: Sequence[int]) -> None:
            progress(0, 3)
            box.post(c.CancelLoading())
            progress(1, 3)

        monkeypatch.setattr(loading, "warm_up", warm_up)
        yield [QUIET, NEW]
        monkeypatch.setattr(loading, "warm_up", lambda progress, parts: None)
        yield []
        assert (box.frame.state, box.frame.reason) == (State.FAILED, CANCELLED)
        yield [NEW]
        yield []
        assert box.frame.state is State.PAUSED

    play(script)


def test_that_a_cancelled_loading_is_no_concern_of_a_move() -> None:
    assert ends_loading([c.Pause(), c.CancelLoading()])
    assert not ends_loading([c.Pause(), c.CancelMove()])
    assert makes_void([c.CancelLoading(), c.Seek(3)])
    assert not makes_void([c.CancelLoading()])
    assert coalesced([OTHER, c.CancelLoading()]) == [OTHER, c.CancelLoading()]


def test_that_a_refusal_of_data_can_still_be_translated() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.NewRun(DataRequest("gone"), SETTINGS)]
        yield []
        message = box.told[0].message
        assert message == "gone is missing."
        assert message.template == "{file} is missing."  # type: ignore[attr-defined]

    play(script, problems=1)
