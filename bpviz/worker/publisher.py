"""Publisher: when a frame is made and put out, and whether the interface must look at once."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from bpviz.training.events import Frame
from bpviz.worker.mailbox import Mailbox

FRAME_SECONDS = 0.0155
"""Frames are published about this often, unless the state changes; a little less than the
interface's tick, so that each tick finds a new one."""

_CLOSE = 0.002  # seconds; so much too early is better than another chunk too late
_LEAD = 0.0015
"""Seconds by which a frame is made before the interface's tick: it then finds it, and the trainer
needs the interpreter while the interface, having drawn the last one, does not."""

_EARLIER = 0.004  # seconds by which a frame may come before its time to meet a tick
_LOST = 0.1  # seconds without a tick after which the interface is busy with something else
_NEWEST = 0.3  # weight of the newest frame in the mean of what frames cost
_FRAME_SHARE = 16  # making a frame may take at most one part in so many of the time
_LATEST = 0.5  # seconds; but where the network is huge, somebody wants to see that it is learning


class Publisher:
    """Puts frames into the mailbox.

    Parameters
    ----------
    mailbox : Mailbox
    notify : callable
        Called after a frame that must be looked at at once.
    make : callable
        Returns the frame of now, or None if there is nothing to show yet.

    Attributes
    ----------
    fresh : bool
        Something changed since the last frame.
    urgent : bool
        And the interface should look at it at once.
    """

    def __init__(
        self, mailbox: Mailbox, notify: Callable[[], None], make: Callable[[], Frame | None]
    ) -> None:
        self.fresh = False
        self.urgent = False
        self._mailbox = mailbox
        self._notify = notify
        self._make = make
        self._published = 0.0
        self._cost = 0.0

    def due(self) -> float:
        """Return the seconds until the next ordinary frame, 0 if it is time."""
        now = time.perf_counter()
        wanted = self._published + max(FRAME_SECONDS, min(_FRAME_SHARE * self._cost, _LATEST))
        return max(0.0, self._before_a_tick(wanted, now) - now)

    def _before_a_tick(self, wanted: float, now: float) -> float:
        """Return the moment near `wanted` that lies just before the interface looks in."""
        tick, spacing = self._mailbox.tick
        if now - tick > _LOST:
            return wanted
        first = tick + spacing - _LEAD
        return first + max(0, math.ceil((wanted - _EARLIER - first) / spacing)) * spacing

    def publish_if_due(self) -> None:
        """Publish what is urgent, or fresh and due."""
        if self.urgent or (self.fresh and self.due() < _CLOSE):
            self.publish(self.urgent)

    def show_on_the_way(self) -> None:
        """Publish in the middle of something long, at most once a screen frame."""
        if time.perf_counter() - self._published >= FRAME_SECONDS:
            self.publish(urgent=False)

    def publish(self, urgent: bool) -> None:
        """Make a frame and put it out now."""
        published = time.perf_counter()
        begun = time.thread_time()  # waiting for the interpreter is no cost of the frame
        frame = self._make()
        if frame is None:
            return
        self._mailbox.publish(frame)
        self._published = published
        # A frame that brings a new curve costs several times as much as the next ones: their mean
        # is what counts, or every third frame would come late.
        self._cost += _NEWEST * (time.thread_time() - begun - self._cost)
        self.fresh = self.urgent = False
        if urgent:
            self._notify()

    def give_up(self) -> None:
        """Forget what was to be shown, because making the frame fails."""
        self.fresh = self.urgent = False
