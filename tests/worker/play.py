"""A trainer played from a script, in the test's own thread: every turn is known, nothing waits."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TypeAlias

from bpviz.training.commands import Command
from bpviz.training.events import Frame, Problem
from bpviz.worker.autosave import Autosave
from bpviz.worker.mailbox import Mailbox
from bpviz.worker.trainer import Trainer
from tests.worker.executors import AtOnce

Script: TypeAlias = Generator[Sequence[Command], None, None]
"""Yields, turn by turn, the commands that are waiting when the trainer looks."""


class Box(Mailbox):
    """A mailbox whose commands come from a script; closed when that ends."""

    def __init__(self, script: Callable[[Box], Script]) -> None:
        super().__init__()
        self.frames: list[Frame] = []
        self.notified = 0
        self.timeouts: list[float | None] = []
        self.told: list[Problem] = []
        self.looks: list[Callable[[], object]] = []
        """Called, one at each `waiting`: things that happen while the trainer is busy."""
        self.error: BaseException | None = None
        self._script = script(self)

    @property
    def frame(self) -> Frame:
        """The newest frame."""
        return self.frames[-1]

    def drain(self, timeout: float | None = 0.0) -> list[Command]:
        self.timeouts.append(timeout)
        try:
            batch = next(self._script)
        except StopIteration:
            self.close()
        except BaseException as error:  # a failed assertion must not end in the trainer
            self.error = error
            self.close()
        else:
            for command in batch:
                self.post(command)
        return super().drain(0.0)

    def waiting(self) -> list[Command]:
        if self.looks:
            self.looks.pop(0)()
        return super().waiting()

    def publish(self, frame: Frame) -> None:
        self.frames.append(frame)
        super().publish(frame)

    def report(self, problem: Problem) -> None:
        self.told.append(problem)
        super().report(problem)

    def notify(self) -> None:
        self.notified += 1


def play(
    script: Callable[[Box], Script], problems: int = 0, autosave: Autosave | None = None
) -> Box:
    """Let a trainer follow `script`; as many problems as said must have been told."""
    box = Box(script)
    Trainer(box, box.notify, AtOnce(), autosave=autosave).loop()
    if box.error is not None:
        raise box.error
    assert len(box.told) == problems, box.told
    return box
