"""Mailbox: commands go in, the newest frame comes out; nothing else crosses between threads."""

from __future__ import annotations

import math
import threading
import time
from collections import deque

import numpy as np
from numpy.typing import NDArray

from bpviz.training.commands import Command
from bpviz.training.events import Frame, Problem

_KEPT_PROBLEMS = 100
_PATIENT = 0.9  # part of a delay of the interface that is taken for an exception


class Mailbox:
    """Thread-safe and bounded: only the newest frame waits, whoever is slow.

    The interface calls `post`, `note_tick`, `take`, `problems` and `close`; the trainer calls
    `drain`, `publish` and `report`; who works for the trainer calls `wake`.
    """

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._commands: deque[Command] = deque()
        self._frame: Frame | None = None
        self._problems: deque[Problem] = deque(maxlen=_KEPT_PROBLEMS)
        self._closed = self._woken = False
        self.unasked = False
        """Whether the program ends, and nobody was asked for what is not saved."""
        self._posted = 0
        self._attention = np.zeros(1, dtype=np.uint8)
        self._tick = -math.inf, 0.0

    @property
    def tick(self) -> tuple[float, float]:
        """When the interface looked in last, had it been at its time (`time.perf_counter`), and
        the seconds between two such looks; (−∞, 0) before the first."""
        return self._tick

    @property
    def attention(self) -> NDArray[np.uint8]:
        """(1,) uint8, not 0 while a command waits or the box is closed.

        The compiled loop looks at it after every step, so that a command acts within one step
        however long the chunk is.
        """
        return self._attention

    @property
    def closed(self) -> bool:
        """Whether the interface has gone."""
        return self._closed

    # ---- the interface's side

    def post(self, command: Command) -> int:
        """Put a command in; returns at once.  After `close` it is dropped.

        Returns
        -------
        int
            Its number, counted from 1: a frame whose `acknowledged` is at least that was made after
            the command was carried out.
        """
        with self._condition:
            if not self._closed:
                self._posted += 1
                self._commands.append(command)
                self._attention[0] = 1
                self._condition.notify()
            return self._posted

    def note_tick(self, spacing: float) -> None:
        """Say that the interface looks in now, and every `spacing` seconds."""
        now = time.perf_counter()
        late = (now - self._tick[0]) % spacing if self._tick[1] == spacing else 0.0
        if late > spacing / 2:
            late = 0.0
        # It comes late when it is busy, and at its time again afterwards.
        self._tick = now - _PATIENT * late, spacing

    def take(self) -> Frame | None:
        """Return the newest frame, once; None if there is no newer one."""
        with self._condition:
            frame, self._frame = self._frame, None
            return frame

    def problems(self) -> list[Problem]:
        """Return what went wrong since the last call, oldest first."""
        with self._condition:
            found = list(self._problems)
            self._problems.clear()
            return found

    def close(self) -> None:
        """Ask the trainer to end; waiting commands are dropped."""
        with self._condition:
            self._closed = True
            self._commands.clear()
            self._attention[0] = 1
            self._condition.notify()

    # ---- the trainer's side

    def drain(self, timeout: float | None = 0.0) -> list[Command]:
        """Return all waiting commands, oldest first.

        Parameters
        ----------
        timeout : float or None
            Seconds to wait for one; 0 does not wait, None waits until there is one, the box is
            closed, or `wake` is called.
        """
        with self._condition:
            if timeout != 0.0 and not (self._commands or self._closed or self._woken):
                self._condition.wait(timeout)
            self._woken = False
            commands = list(self._commands)
            self._commands.clear()
            if not self._closed:
                self._attention[0] = 0
            return commands

    def wake(self) -> None:
        """Let `drain` wait no longer, though no command came; a chunk goes on to its end."""
        with self._condition:
            self._woken = True
            self._condition.notify()

    def waiting(self) -> list[Command]:
        """Return the waiting commands and leave them in the box."""
        with self._condition:
            return list(self._commands)

    def publish(self, frame: Frame) -> None:
        """Offer a frame; it takes the place of one that nobody has taken."""
        with self._condition:
            self._frame = frame

    def report(self, problem: Problem) -> None:
        """Offer a problem; the last hundred wait."""
        with self._condition:
            self._problems.append(problem)
