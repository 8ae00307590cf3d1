"""Copies of the weights along a run, in a preallocated pool that a budget bounds."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import numpy as np

from bpviz.network.keyframe_copies import Copies
from bpviz.network.types import Floats, Ints

STOP_STATE = 5
"""Entries of what belongs to a keyframe beside the weights: the stopping rule's state, and the
moving mean of the loss."""

_MIN_SLOTS, _MAX_SLOTS = 2, 4096
_AHEAD_SHARE, _MAX_AHEAD = 16, 8  # one slot in so many stays free for what comes next
_RECENT_SHARE = 4  # a quarter of the slots stays dense at the end of the active branch


def keyframe_size(n_inputs: int, n_hidden: int, n_outputs: int) -> int:
    """Return the bytes of one keyframe."""
    return 8 * (n_inputs * n_hidden + n_outputs * n_hidden + STOP_STATE)


class _Room:
    """Memory for copies, in slots, and the slot of each keyframe by branch and step."""

    def __init__(self, n_inputs: int, n_hidden: int, n_outputs: int, count: int) -> None:
        # Not touched before it is used: the memory is taken page by page as the run grows.
        self.W1T = np.empty((count, n_inputs, n_hidden))
        self.W2 = np.empty((count, n_outputs, n_hidden))
        self.stop = np.empty((count, STOP_STATE))
        self.slots: dict[tuple[int, int], int] = {}
        self.untouched = count  # slots below this one were never written to
        self.capacity = count - min(count // _AHEAD_SHARE, _MAX_AHEAD)  # the rest is for `ahead`

    def write(self, slot: int, W1T: Floats, W2: Floats, stop: Floats) -> None:
        self.untouched = min(self.untouched, slot)
        self.W1T[slot], self.W2[slot], self.stop[slot] = W1T, W2, stop


class KeyframePool:
    """Keyframes of all branches of one run.

    When the pool is full, the keyframe whose absence leaves the smallest gap makes room; the
    newest of the branch that is growing, and the first of every branch, stay.

    Parameters
    ----------
    n_inputs, n_hidden, n_outputs : int
    budget : int
        Bytes for all copies together; at least two are kept whatever it is.
    """

    def __init__(self, n_inputs: int, n_hidden: int, n_outputs: int, budget: int) -> None:
        size = keyframe_size(n_inputs, n_hidden, n_outputs)
        count = max(_MIN_SLOTS, min(budget // size, _MAX_SLOTS))
        self._shape = n_inputs, n_hidden, n_outputs
        self._full = count
        self._room = _Room(*self._shape, count)
        # Changed ones take their place: an array that somebody looks at, NumPy or a profiler in
        # another thread that lists all objects, cannot be resized.
        self._steps: dict[int, array[int]] = {}
        self._shown: dict[int, Ints] = {}
        self._free = list(range(count))
        self._whole = True

    @property
    def capacity(self) -> int:
        """How many keyframes there is room for."""
        return self._room.capacity

    @property
    def _slots(self) -> dict[tuple[int, int], int]:
        return self._room.slots

    def _mend(self) -> None:
        """Make anew what follows from which slot holds what, if an interrupt left it half done.

        A keyframe is entered in `slots` after it was written, and taken out before its slot is
        used again: so that alone is always true.
        """
        if self._whole:
            return
        self._steps, self._shown = {}, {}
        for branch, step in sorted(self._slots):
            self._steps.setdefault(branch, _no_steps()).append(step)
        used = set(self._slots.values())
        self._free = [slot for slot in range(len(self._room.stop)) if slot not in used]
        self._whole = True

    def resize(self, count: int | None) -> None:
        """Keep at most `count` copies, thinning them; None is as many as the budget allows."""
        self._mend()
        count = self._full if count is None else max(_MIN_SLOTS, count)
        if count == len(self._room.stop):
            return
        self._whole = False
        room, old = _Room(*self._shape, count), self._room
        while len(self._slots) > room.capacity:
            self._drop(-1)
        for new, (key, slot) in zip(range(count - 1, -1, -1), old.slots.items(), strict=False):
            room.write(new, old.W1T[slot], old.W2[slot], old.stop[slot])
            room.slots[key] = new
        self._room = room
        self._mend()

    def _take_slot(self) -> int:
        slot = self._free.pop()
        self._room.untouched = min(self._room.untouched, slot)  # a run writes to it by itself
        return slot

    def steps(self, branch: int) -> Ints:
        """Return the steps of which `branch` itself keeps a copy, rising, (k,) int64, read-only."""
        self._mend()
        shown = self._shown.get(branch)
        if shown is None:
            shown = self._shown[branch] = np.array(self._steps_of(branch), dtype=np.int64)
            shown.flags.writeable = False
        return shown

    def _steps_of(self, branch: int) -> array[int]:
        return self._steps.get(branch) or _no_steps()

    def latest(self, branch: int, step: int) -> int | None:
        """Return the last step ≤ `step` of which `branch` itself keeps a copy."""
        self._mend()
        steps = self._steps_of(branch)
        at = bisect_right(steps, step)
        return steps[at - 1] if at else None

    def put(self, branch: int, step: int, W1T: Floats, W2: Floats, stop: Floats) -> None:
        """Keep a copy for (`branch`, `step`); one already there stays as it is."""
        self._mend()
        if (branch, step) in self._slots:
            return
        self._whole = False
        self._make_room(branch)
        slot = self._take_slot()
        self._room.write(slot, W1T, W2, stop)
        self._enter(branch, step, slot)
        self._whole = True

    def ahead(self, count: int, every: int) -> Copies:
        """Return room for up to `count` copies that a run makes itself, `every` so many steps.

        Where memory is short there may be none: then `put` must be called. What was written to
        has to be `adopt`-ed before anything else is asked of the pool.
        """
        self._mend()
        slots = np.array(self._free[-1 : -1 - count : -1], dtype=np.int64)
        return Copies(self._room.W1T, self._room.W2, self._room.stop, slots, every)

    def adopt(self, branch: int, steps: Sequence[int]) -> None:
        """Keep what a run has put into the first slots from `ahead`, as if by `put`."""
        self._whole = False  # `ahead` has seen to it that it was
        for step, slot in zip(steps, [self._take_slot() for _ in steps], strict=True):
            if (branch, step) in self._slots:
                self._free.append(slot)
            else:
                self._make_room(branch)
                self._enter(branch, step, slot)
        self._whole = True

    def _make_room(self, branch: int) -> None:
        if len(self._slots) >= self.capacity:
            self._drop(branch)

    def _enter(self, branch: int, step: int, slot: int) -> None:
        self._slots[branch, step] = slot
        steps = self._steps_of(branch)
        at = bisect_right(steps, step)
        self._steps[branch] = steps[:at] + array("q", (step,)) + steps[at:]
        self._shown.pop(branch, None)

    def touch(self, slots: int) -> bool:
        """Write to memory that is not used yet, so that the run need not wait for it later.

        The first write to a page may cost thirty times the copy itself.

        Parameters
        ----------
        slots : int
            How many keyframes' worth of memory to write to, at most.

        Returns
        -------
        bool
            Whether there is more.
        """
        room = self._room
        for slot in range(room.untouched - 1, max(room.untouched - slots, 0) - 1, -1):
            room.W1T[slot], room.W2[slot] = 0.0, 0.0
            room.untouched = slot
        return room.untouched > 0

    def get(self, branch: int, step: int, W1T: Floats, W2: Floats, stop: Floats) -> None:
        """Write the copy for (`branch`, `step`) into the given arrays."""
        slot = self._slots[branch, step]
        W1T[:], W2[:], stop[:] = self._room.W1T[slot], self._room.W2[slot], self._room.stop[slot]

    def copies(
        self, keys: Sequence[tuple[int, int]], more: int = 0
    ) -> tuple[Floats, Floats, Floats]:
        """Return the copies for pairs of branch and step, along a first axis of all three.

        Behind them is room for `more`, which nothing is written to.

        Three calls in all, whatever their number: to take each by itself is to hand over the
        interpreter three times for each, and to wait for it beside a busy interface.
        """
        slots = np.array([self._slots[key] for key in keys], dtype=np.int64)
        room = self._room
        W1T, W2, stop = (
            np.empty((len(slots) + more, *each.shape[1:]))
            for each in (room.W1T, room.W2, room.stop)
        )
        for each, made in ((room.W1T, W1T), (room.W2, W2), (room.stop, stop)):
            # Other modes than "raise" are not buffered; all slots are there.
            each.take(slots, 0, out=made[: len(slots)], mode="clip")
        return W1T, W2, stop

    def keep_only(self, needed: Mapping[int, int]) -> None:
        """Forget the keyframes of branches that are not in `needed`, and those after its steps."""
        self._mend()
        self._whole = False
        for branch, step in list(self._slots):
            if step > needed.get(branch, -1):
                self._take_out(branch, step)
        self._whole = True

    def _take_out(self, branch: int, step: int) -> None:
        steps = self._steps[branch]
        at = bisect_left(steps, step)
        if len(steps) > 1:
            self._steps[branch] = steps[:at] + steps[at + 1 :]
        else:
            del self._steps[branch]
        self._shown.pop(branch, None)
        self._free.append(self._slots.pop((branch, step)))

    def _drop(self, growing: int) -> None:
        """Free the slot that will be missed least."""
        best: tuple[int, int, int] | None = None
        for branch, steps in self._steps.items():
            recent = len(self._slots) // _RECENT_SHARE if branch == growing else 0
            if len(steps) >= 3:
                gap, step = _narrowest(steps, max(3, len(steps) - recent))
                if best is None or gap < best[0]:
                    best = gap, branch, step
        if best is None:  # every branch has one or two: give up the last of the longest list
            branch = max(self._steps, key=lambda name: (len(self._steps[name]), name != growing))
            best = (0, branch, self._steps[branch][-1])
        _, branch, step = best
        self._take_out(branch, step)


def _narrowest(steps: array[int], count: int) -> tuple[int, int]:
    """Return the smallest gap that one of the first `count` steps would leave, and that step."""
    # A view, for this is done hundreds of times a second.
    inner = np.frombuffer(steps, dtype=np.int64, count=count)
    gaps = inner[2:] - inner[:-2]
    at = int(gaps.argmin())
    return int(gaps[at]), int(inner[at + 1])


def _no_steps() -> array[int]:
    """Steps as numbers without an object each: they are looked through at every new keyframe."""
    return array("q")
