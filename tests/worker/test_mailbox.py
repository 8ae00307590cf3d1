"""Commands in, in order; the newest frame out, once."""

from __future__ import annotations

import math
import threading

import pytest

from bpviz.training import commands as c
from bpviz.training.events import Problem
from bpviz.worker import mailbox
from bpviz.worker.mailbox import Mailbox
from tests.ui.frames import make_frame
from tests.worker.clock import Clock


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


def test_that_commands_come_out_in_the_order_in_which_they_went_in(box: Mailbox) -> None:
    posted = [c.Run(), c.Seek(3), c.Pause(), c.Seek(3), c.Run()]
    for command in posted:
        box.post(command)
    assert box.waiting() == posted
    assert box.waiting() == posted
    assert box.drain() == posted
    assert box.drain() == box.waiting() == []


def test_that_attention_is_set_while_something_waits(box: Mailbox) -> None:
    attention = box.attention
    assert attention.tolist() == [0]
    box.post(c.Pause())
    assert attention.tolist() == [1]
    box.waiting()
    assert attention.tolist() == [1]
    box.drain()
    assert attention.tolist() == [0]
    assert box.attention is attention


def test_that_only_the_newest_frame_waits_and_is_taken_once(box: Mailbox) -> None:
    assert box.take() is None
    frames = [make_frame(step=step) for step in range(3)]
    for frame in frames:
        box.publish(frame)
    assert box.take() is frames[2]
    assert box.take() is None
    box.publish(frames[0])
    assert box.take() is frames[0]


def test_that_problems_are_given_once_and_the_last_hundred_wait(box: Mailbox) -> None:
    for number in range(150):
        box.report(Problem(f"{number}"))
    assert [problem.message for problem in box.problems()] == [f"{n}" for n in range(50, 150)]
    assert box.problems() == []


def test_that_a_closed_box_drops_commands_and_calls_for_attention(box: Mailbox) -> None:
    box.post(c.Run())
    box.close()
    box.post(c.Run())
    assert box.closed
    assert box.waiting() == box.drain() == box.drain(None) == []
    assert box.attention.tolist() == [1]
    box.close()


@pytest.mark.parametrize("wake", [lambda box: box.post(c.Run()), lambda box: box.close()])
def test_that_waiting_for_a_command_ends_when_it_comes_or_the_box_is_closed(
    box: Mailbox, wake: object
) -> None:
    found: list[list[c.Command]] = []
    thread = threading.Thread(target=lambda: found.append(box.drain(None)))
    thread.start()
    wake(box)  # type: ignore[operator]
    thread.join(10)
    assert not thread.is_alive()
    assert found in ([[c.Run()]], [[]])


def test_that_waiting_ends_after_the_time_given(box: Mailbox) -> None:
    assert box.drain(0.001) == []


def test_that_nothing_is_lost_between_many_threads(box: Mailbox) -> None:
    def post(first: int) -> None:
        for step in range(first, first + 500):
            box.post(c.Seek(step))

    threads = [threading.Thread(target=post, args=(1000 * i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    got: list[c.Command] = []
    while len(got) < 2000:
        batch = box.drain(5.0)
        assert batch
        got += batch
    for thread in threads:
        thread.join()
    steps = [command.step for command in got if isinstance(command, c.Seek)]
    assert sorted(steps) == sorted(1000 * i + k for i in range(4) for k in range(500))
    for i in range(4):
        own = [step for step in steps if step // 1000 == i]
        assert own == sorted(own)


def test_that_the_interface_is_expected_at_its_time_though_it_comes_late(
    box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(mailbox, "time", clock)
    assert box.tick == (-math.inf, 0.0)
    late = [0.0, 0.0, 0.004, 0.0, 0.007, 0.0, 0.0]
    for number, by in enumerate(late):
        clock.now = 1000.0 + 0.016 * number + by
        box.note_tick(0.016)
        at, spacing = box.tick
        assert spacing == 0.016
        assert at - (1000.0 + 0.016 * number) == pytest.approx(0.1 * by, abs=1e-9)
    for number in range(100):  # its clock moved for good: that is followed
        clock.now = 1005.0 + 0.003 + 0.016 * number
        box.note_tick(0.016)
    assert box.tick[0] == pytest.approx(clock.now, abs=1e-4)
    box.note_tick(0.02)
    assert box.tick == (clock.now, 0.02)


def test_that_waking_ends_one_wait_and_leaves_a_chunk_alone(box: Mailbox) -> None:
    for wakes in (1, 2):
        for _ in range(wakes):
            box.wake()
        assert box.attention.tolist() == [0]
        assert box.drain(None) == []  # at once
    threading.Timer(0.05, box.wake).start()
    assert box.drain(None) == []
    threading.Timer(0.05, box.post, [c.Pause()]).start()
    assert box.drain(None) == [c.Pause()]  # it was waited for
