"""What autosave costs a run that trains.

    python benchmarks/autosave.py [--seconds 60] [--rounds 30] [--every 60] [--quick]

Two trainers on MNIST at l = 32, one of them with autosave, train in turns, and somebody takes their
frames as a window does.  Printed are the steps with autosave as a multiple of those without it, the
median of all rounds; for both the longest time between two frames; and, which does not depend on
what else the machine does, the processor time of the autosave as a share of the time trained, in
the trainer's thread and in its own, and the longest that the trainer was held up by it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from arguments import a_count

from bpviz.datasets import DataRequest
from bpviz.training import Settings
from bpviz.training import commands as c
from bpviz.training.events import Frame, State
from bpviz.training.warmup import warm_up
from bpviz.worker import autosave
from bpviz.worker.autosave import Autosave
from bpviz.worker.mailbox import Mailbox
from bpviz.worker.runs import Runs
from bpviz.worker.trainer import Trainer

_TICK = 0.016


class Timed(Autosave):
    """An autosave that notes what it takes."""

    spent = longest = 0.0

    def note(self, runs: Runs, *, resting: bool) -> None:
        """See `Autosave.note`."""
        begun = time.thread_time()
        super().note(runs, resting=resting)
        spent = time.thread_time() - begun
        self.spent += spent
        self.longest = max(self.longest, spent)

    def own_time(self) -> float:
        """Return the processor time of the autosave's thread."""
        thread = self._thread
        if thread is None or thread.ident is None:
            return 0.0
        return time.clock_gettime(time.pthread_getcpuclockid(thread.ident))


class Desk:
    """A trainer in a thread of its own, and who looks at its frames."""

    def __init__(self, folder: Path | None, data: str) -> None:
        self.mailbox = Mailbox()
        self.autosave = None if folder is None else Timed(folder)
        trainer = Trainer(self.mailbox, lambda: None, autosave=self.autosave)
        threading.Thread(target=trainer.loop, daemon=True).start()
        self.gap = 0.0
        settings = Settings(n_hidden=32, learning_rate=0.01)
        number = self.mailbox.post(c.NewRun(DataRequest(data), settings))
        while not self._stands(number):
            time.sleep(_TICK)

    def _stands(self, number: int) -> bool:
        self.frame: Frame | None = self.mailbox.take()
        frame = self.frame
        return (
            frame is not None
            and frame.acknowledged >= number
            and frame.compiling is None
            and frame.state not in (State.RUNNING, State.LOADING)
        )

    def train(self, seconds: float) -> float:
        """Train for a while; return the steps of a second."""
        self.mailbox.post(c.Run())
        begun = last = time.perf_counter()
        first: int | None = None
        step = 0
        while (now := time.perf_counter()) < begun + seconds:
            self.mailbox.note_tick(_TICK)
            frame = self.mailbox.take()
            if frame is not None:
                first = frame.step if first is None else first
                self.gap, last, step = max(self.gap, now - last), now, frame.step
            time.sleep(_TICK)
        number = self.mailbox.post(c.Pause())
        while not self._stands(number):
            time.sleep(_TICK)
        return (step - (first or 0)) / seconds


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=a_count, default=60, help="of a turn (default: 60)")
    parser.add_argument("--rounds", type=a_count, default=30, help="(default: 30)")
    parser.add_argument(
        "--every", type=a_count, default=60, help="seconds between two snapshots (default: 60)"
    )
    parser.add_argument("--quick", action="store_true", help="once, to see that it works")
    chosen = parser.parse_args()
    seconds, rounds = (0.3, 1) if chosen.quick else (chosen.seconds, chosen.rounds)
    autosave.SNAPSHOT_SECONDS = 0.1 if chosen.quick else chosen.every
    warm_up(lambda ready, total: None)
    with tempfile.TemporaryDirectory(dir=Path.home(), ignore_cleanup_errors=True) as folder:
        data = "xor" if chosen.quick else "mnist"
        without, with_it = Desk(None, data), Desk(Path(folder), data)
        ratios = []
        for number in range(rounds):
            pair = (without, with_it) if number % 2 else (with_it, without)
            speeds = {desk: desk.train(seconds) for desk in pair}
            ratios.append(speeds[with_it] / speeds[without])
        kept = with_it.autosave
        assert kept is not None
        shares = [100 * each / (seconds * rounds) for each in (kept.spent, kept.own_time())]
        for desk in (without, with_it):
            desk.mailbox.close()
    print(f"steps with autosave as a multiple of those without: {median(ratios):.3f}"
          f" ({min(ratios):.3f} … {max(ratios):.3f})")  # fmt: skip
    print(f"longest time between two frames: {1000 * without.gap:.0f} ms without,"
          f" {1000 * with_it.gap:.0f} ms with")  # fmt: skip
    print(f"share of a processor: {shares[0]:.3f} % in the trainer's thread, {shares[1]:.3f} %"
          f" in its own; the trainer was held up for {1000 * kept.longest:.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
