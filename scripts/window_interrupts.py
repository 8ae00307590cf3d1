"""Send Ctrl-C, SIGTERM and SIGHUP to the window at random moments, and see how it ends.

    python scripts/window_interrupts.py                   200 moments, each signal, once and twice
    python scripts/window_interrupts.py --moments 20 --cold
    python scripts/window_interrupts.py --moments 20 --kill

A trial starts ``main.py`` with a configuration of its own, waits until the program answers signals
itself (before that Python does: it has not come to a line of ours), then a random time, and sends
the signal, or two of them a random time apart.  The program must end within a few seconds, with the
right status, without a word, and leave a configuration that the next start reads.  ``--cold``
gives each trial an empty cache, so that most moments fall into compiling.  With DISPLAY every other
trial is drawn there; without, all are drawn offscreen.  ``--kill`` kills it while it compiles into
a cache that all share, and then trains with that cache: to the same digest as without any.  Exits
with 1 if something went wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LIMIT = 6.0
"""Seconds from the last signal to the end; on a quiet machine it takes less than two."""
_START = 60.0
Popen = subprocess.Popen[str]


@dataclass(frozen=True)
class Trial:
    """What is sent when: `after` and `apart` in seconds, `apart` None for one signal alone."""

    number: signal.Signals
    after: float
    apart: float | None
    platform: str
    cold: bool = False

    def status(self) -> int:
        """Return how the program has to end."""
        return 130 if self.number is signal.SIGINT else 0


def answers(process: int, number: int) -> bool:
    """Whether a process has a handler of its own for a signal (Linux)."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return False
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)


def begin(
    arguments: Sequence[str],
    home: Path,
    platform: str,
    *,
    cold: bool = False,
    ignored: Sequence[int] = (),
) -> Popen:
    """Start the program with its configuration in `home`; returns once it answers signals.

    What this process ignores, as what runs in the background does, its children would as well: of
    `SIGNALS` the program is to ignore `ignored` and nothing else.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "XDG_CONFIG_HOME": str(home)}
    if cold:
        environment["XDG_CACHE_HOME"] = str(home / "cache")
    before = [
        signal.signal(number, signal.SIG_IGN if number in ignored else signal.SIG_DFL)
        for number in SIGNALS
    ]
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    for number, handler in zip(SIGNALS, before, strict=True):
        signal.signal(number, handler)
    end = time.monotonic() + _START
    # Not SIGINT: for that Python itself has a handler from its beginning.
    while not answers(process.pid, signal.SIGTERM):
        if process.poll() is not None or time.monotonic() > end:
            break
        time.sleep(0.001)
    return process


def verdict(process: Popen, status: int, limit: float = LIMIT) -> str:
    """Return what is wrong with how a process ends within `limit` s; empty if nothing is."""
    try:
        out, err = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        return f"still there after {limit:g} s; it said {(out + err)[-300:]!r}"
    said = [x for x in (out + err).splitlines() if "propagateSizeHints" not in x]
    if process.returncode != status:
        return f"status {process.returncode}; it said {said[-3:]!r}"
    return f"it said {said[-3:]!r}" if said else ""


def carry_out(trial: Trial) -> tuple[str, float]:
    """Return what was wrong, and the seconds from the first signal to the end."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        process = begin(
            ["--dataset", "digits", "--hidden", "16"], home, trial.platform, cold=trial.cold
        )
        time.sleep(trial.after)
        process.send_signal(trial.number)
        sent = time.monotonic()
        if trial.apart is not None:
            time.sleep(trial.apart)
            process.send_signal(trial.number)
        wrong = verdict(process, trial.status())
        seconds = time.monotonic() - sent
        if not wrong:
            wrong = next_start(home, trial.platform)
    return wrong, seconds


def next_start(home: Path, platform: str) -> str:
    """Return what is wrong with the stored configuration; a temporary file is left by nobody."""
    odd = [path for path in home.rglob("bpviz/*") if path.suffix != ".conf"]
    odd = [path for path in odd if "cache" not in path.parts]
    if odd:
        return f"left behind: {odd}"
    stored = home / "bpviz" / "bpviz.conf"
    if stored.exists() and "run=" not in stored.read_text(encoding="utf-8"):
        return "a half written configuration"
    return ""


def trials(moments: int, span: float, seed: int, *, cold: bool) -> list[Trial]:
    """Return every signal, once and twice, at `moments` random moments of `span` seconds."""
    draw = random.Random(seed)
    platforms = ("offscreen", "xcb") if os.environ.get("DISPLAY") else ("offscreen",)
    return [
        Trial(number, draw.uniform(0, span), draw.uniform(0, 0.5) ** 2 if twice else None,
              platforms[at % len(platforms)], cold)
        for at in range(moments)
        for number in SIGNALS
        for twice in (False, True)
    ]  # fmt: skip


def kill_again_and_again(moments: int, span: float, seed: int) -> str:
    """Return what is wrong with a run whose cache was left by programs that were killed."""
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for _ in range(moments):
            process = begin(["--dataset", "xor"], home, "offscreen", cold=True)
            time.sleep(draw.uniform(0, span))
            process.kill()
            process.communicate()
        with_it = digest({"XDG_CACHE_HOME": str(home / "cache")})
    without = digest({"BPVIZ_NO_KERNEL_CACHE": "1"})
    return "" if with_it == without else f"{with_it!r} with that cache, {without!r} without"


def digest(environment: dict[str, str]) -> str:
    """Return what training prints, or why it does not."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "train", "--dataset", "xor", "--digest", "--json"],
        env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:  # that it compiles is said there as well
        return done.stderr
    return str(json.loads(done.stdout)["digest"])


def main() -> int:
    """Carry out the trials and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--moments", type=int, default=200, help="random moments (200)")
    parser.add_argument("--span", type=float, help="seconds they lie in (4; with --cold 20)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--cold", action="store_true", help="an empty cache each time")
    parser.add_argument("--kill", action="store_true", help="SIGKILL, and what is left behind")
    options = parser.parse_args()
    if options.kill:
        wrong = kill_again_and_again(options.moments, options.span or 20.0, options.seed)
        print(wrong or f"killed {options.moments} times, and the cache harms nobody")
        return 1 if wrong else 0
    span = options.span or (20.0 if options.cold else 4.0)
    ends: Counter[str] = Counter()
    slowest = 0.0
    for trial in trials(options.moments, span, options.seed, cold=options.cold):
        wrong, seconds = carry_out(trial)
        ends["right" if not wrong else "wrong"] += 1
        slowest = max(slowest, seconds)
        if wrong:
            print(f"{trial}: {wrong}", flush=True)
    print(f"{dict(ends)}; the slowest took {slowest:.1f} s from the first signal to its end")
    return 1 if ends["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
