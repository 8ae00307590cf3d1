"""Interrupt ``bpviz train`` and ``bpviz render`` at random moments, and look at how they end.

What is saved by a run that is interrupted must be of the step that it names, or not be there.

    python -m scripts.interrupts                    300 tries: train, as JSON, saving, render
    python -m scripts.interrupts --cold --tries 20  with kernels that have to be compiled
    python -m scripts.interrupts --seed 7 --tries 1 --only render

Each try starts the command in a process of its own, waits until it hears signals, and sends SIGINT
after a random part of the time that the command takes; a third of them twice, a third SIGTERM.
What has to hold: it ends with 130 (143), says two lines and nothing else on stderr but that it
compiles, writes nothing on stdout or one JSON object, and the step, the loss and the digest that
it names belong to each other, as a run of its own in this process finds them.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bpviz.cli import base_settings
from bpviz.datasets import DataRequest, load
from bpviz.network.digest import digest
from bpviz.training import Session

ROOT = Path(__file__).resolve().parent.parent
TRAIN = ("train", "--dataset", "iris", "--hidden", "16", "--steps", "3000000", "--digest")
RENDER = ("render", "--dataset", "iris", "--hidden", "16", "--steps", "20000", "--size", "640x400")
COMPILES = "Compiling the kernels"
_STATUS = {signal.SIGINT: 130, signal.SIGTERM: 143}
_STANDS = re.compile(r"at step (\d+)(?: of \d+)?; the loss of the last step was (\S+), .* (\w{64})")


@dataclass(frozen=True)
class Ended:
    """How a command ended that was sent `number`, `seconds` before it did."""

    status: int
    out: str
    err: str
    number: signal.Signals
    seconds: float


def start(arguments: tuple[str, ...], **environment: str) -> subprocess.Popen[str]:
    """Start ``python main.py``; return when it hears signals."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while process.poll() is None and not _hears(process.pid):
        time.sleep(0.001)
    return process


def _hears(pid: int) -> bool:
    """Whether it has a handler for SIGTERM, which Python has none for itself."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return True
    caught = re.search(r"SigCgt:\s*(\w+)", status)
    return caught is not None and bool(int(caught[1], 16) >> (signal.SIGTERM - 1) & 1)


def interrupt(
    process: subprocess.Popen[str], number: signal.Signals = signal.SIGINT, times: int = 1
) -> Ended:
    """Send a signal, and wait for the end."""
    sent = time.monotonic()
    for _ in range(times):
        process.send_signal(number)
    try:
        out, err = process.communicate(timeout=120)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        err += "\nIt did not end within two minutes."
    return Ended(process.returncode, out, err, number, time.monotonic() - sent)


def faults(ended: Ended, saved: Path | None = None) -> list[str]:
    """Return what is wrong with an end; nothing where all is well.

    Parameters
    ----------
    ended : Ended
    saved : Path, optional
        Where the run was to be saved, in a folder of its own.
    """
    lines = [line for line in ended.err.splitlines() if not line.startswith(COMPILES)]
    if ended.status == 0 and not lines:
        return []  # it was done before the signal came
    wrong = []
    if ended.status != _STATUS[ended.number]:
        wrong.append(f"status {ended.status}")
    if len(lines) != 2:
        wrong.append(f"{len(lines)} lines on stderr: {ended.err[-500:]}")
    if ended.out:
        wrong += _wrong_report(ended.out)
    stands = _STANDS.search(ended.err)
    if saved is not None:
        wrong += _wrong_file(saved, "saved as" in ended.err, stands)
    if stands is not None:
        step, loss, weights = int(stands[1]), stands[2], stands[3]
        if (loss, weights) != _truth(step):
            wrong.append(f"the loss or the digest is not that of step {step}")
    return wrong


def _wrong_file(path: Path, is_said: bool, stands: re.Match[str] | None) -> list[str]:
    others = [each.name for each in path.parent.iterdir() if each != path]
    if not is_said:
        return [f"{name} was left behind" for name in others]
    if stands is None or not path.exists():
        return ["it names no step of which it was saved"]
    step = Session.load(path).step
    return [] if step == int(stands[1]) else [f"step {step} was saved, not {stands[1]}"]


def _wrong_report(out: str) -> list[str]:
    try:
        report = json.loads(out)
    except ValueError:
        return ["what is on stdout is no JSON"]
    if report["digest"] != _truth(report["steps"])[1]:
        return [f"the digest of the report is not that of step {report['steps']}"]
    return []


@functools.cache
def _run() -> Session:
    return Session(base_settings(DataRequest("iris")).replace(n_hidden=16), load("iris"))


def _truth(step: int) -> tuple[str, str]:
    """Return loss and digest of a step as a run that nobody interrupts has them."""
    run = _run()
    run.seek(step)
    return f"{run.loss:.6g}", digest(run.network)


def main() -> int:
    """Try, and print what was wrong; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tries", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=["train", "json", "save", "render"])
    parser.add_argument("--cold", action="store_true", help="compile in each try")
    options = parser.parse_args()
    environment = {"BPVIZ_NO_KERNEL_CACHE": "1"} if options.cold else {}
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell lets what it starts in the background ignore Ctrl-C, and what that starts as well.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "saved" / "run.bpviz"
        saved.parent.mkdir()
        commands = {
            "train": TRAIN,
            "json": (*TRAIN, "--json"),
            "save": (*TRAIN, "--save", f"{folder}/saved/run.bpviz"),
            "render": (*RENDER, "--out", f"{folder}/picture.png"),
        }
        names = [options.only] if options.only else list(commands)
        takes = {}
        for name in names:
            begun = time.monotonic()
            start(commands[name], **environment).communicate()
            takes[name] = time.monotonic() - begun
        print("undisturbed:", {name: f"{took:.1f} s" for name, took in takes.items()})
        draw = random.Random(options.seed)
        bad, slowest, places = 0, 0.0, dict.fromkeys(names, 0)
        for at in range(options.tries):
            name = names[at % len(names)]
            number = draw.choice([signal.SIGINT, signal.SIGINT, signal.SIGTERM])
            times = draw.choice([1, 1, 2])
            for left in saved.parent.iterdir():
                left.unlink()
            process = start(commands[name], **environment)
            time.sleep(takes[name] * draw.random())
            ended = interrupt(process, number, times)
            slowest = max(slowest, ended.seconds if ended.status else 0.0)
            places[name] += ended.status != 0
            for wrong in faults(ended, saved if name == "save" else None):
                bad += 1
                print(f"try {at}, {name}, {number.name} × {times}: {wrong}", flush=True)
    print(f"{options.tries} tries, {places} of them interrupted, {bad} faults")
    print(f"the slowest took {slowest:.2f} s to end")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
