"""Training without a screen: a progress bar for people, one JSON object for machines."""

from __future__ import annotations

import dataclasses
import json
import math
import sys
import time
from typing import Any

import numpy as np
from tqdm import tqdm

from bpviz.datasets import DataRequest, Dataset, load
from bpviz.network.digest import digest
from bpviz.training.evaluation import ScanJob
from bpviz.training.looks import Scan
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.session import Session
from bpviz.training.settings import MAX_SEED, Settings
from bpviz.training.warmup import warm_up

DIGEST_STEPS = 10_000
_CHUNK_SECONDS = 0.05
INTERRUPTED = "interrupted"
_EXIT_INTERRUPTED = 130


def train(
    request: DataRequest,
    settings: Settings,
    steps: int | None,
    epochs: int | None,
    *,
    as_json: bool,
    with_digest: bool = False,
) -> int:
    """Train and report; return the exit status.

    Parameters
    ----------
    request : DataRequest
    settings : Settings
    steps, epochs : int or None
        How far; with neither one epoch, or with a stopping rule until it stops.
    as_json : bool
        One JSON object on stdout instead of sentences.
    with_digest : bool
        Say the digest of the weights as well, by default of those after `DIGEST_STEPS`.

    Raises
    ------
    DatasetError
        If the data cannot be loaded.
    """
    data = load(request)
    if steps is None and epochs is None and with_digest:
        steps = DIGEST_STEPS
    if steps is None:
        open_end = epochs is None and settings.stopping is not None
        steps = MAX_SEED if open_end else (1 if epochs is None else epochs) * data.n_samples
    warm_up(lambda ready, total: None)
    session = Session(settings, data)
    result, seconds = _run(session, steps, quiet=as_json)
    report = _report(request, session, result, seconds)
    if with_digest:
        report["digest"] = digest(session.network)
    print(json.dumps(report, ensure_ascii=False) if as_json else _in_words(report))
    return _EXIT_INTERRUPTED if report["stopped_because"] == INTERRUPTED else 0


def _run(session: Session, steps: int, *, quiet: bool) -> tuple[Outcome | None, float]:
    """Take the steps; an interrupt ends them, and counts as no outcome."""
    attention = np.zeros(1, dtype=np.uint8)
    begun = time.perf_counter()
    result: Outcome | None = Outcome(StopReason.COUNT, session.step)
    chunk = 1000
    with tqdm(
        total=steps if steps < MAX_SEED else None,
        unit=" steps",
        unit_scale=True,
        disable=None if not quiet else True,  # None: only on a terminal
        file=sys.stderr,
    ) as bar:
        try:
            while session.step < steps:
                first, since = session.step, time.perf_counter()
                result = session.advance(min(chunk, steps - first), attention)
                bar.update(session.step - first)
                bar.set_postfix_str(f"loss {session.history.mean_loss(session.step):.4g}")
                if result.reason is not StopReason.COUNT:
                    break
                rate = chunk / max(time.perf_counter() - since, 1e-9)
                chunk = max(1, min(int(rate * _CHUNK_SECONDS), 2 * chunk))
        except KeyboardInterrupt:
            result = None
    return result, time.perf_counter() - begun


def look(session: Session, data: Dataset) -> Scan:
    """Losses and hits of every sample of `data` at the position of `session`."""
    rule = session.settings.gradient_rule
    job = ScanJob(session.network, session.step, data, rule, gradients=False)
    job.advance()
    return job.result()


def _finite(value: float | None) -> float | None:
    """JSON has no NaN and no infinity: null stands for them."""
    return value if value is not None and math.isfinite(value) else None


def _report(
    request: DataRequest, session: Session, result: Outcome | None, seconds: float
) -> dict[str, Any]:
    train_scan = look(session, session.dataset)
    test = session.dataset.test
    test_scan = None if test is None else look(session, test)
    return {
        "dataset": request.source,
        "data": dataclasses.asdict(request),
        "settings": dataclasses.asdict(session.settings),
        "steps": session.step,
        "seconds": seconds,
        "steps_per_second": session.step / seconds if seconds > 0 else 0.0,
        "train_loss": _finite(train_scan.mean_loss),
        "train_accuracy": train_scan.accuracy,
        "test_loss": None if test_scan is None else _finite(test_scan.mean_loss),
        "test_accuracy": None if test_scan is None else test_scan.accuracy,
        "stopped_because": INTERRUPTED if result is None else result.reason.value,
        "message": "" if result is None else str(result.message),
    }


def _in_words(report: dict[str, Any]) -> str:
    def number(value: float | None, form: str = ".4g") -> str:
        return "–" if value is None else format(value, form)

    lines = [
        f"{report['dataset']}: {report['steps']} steps in {report['seconds']:.2f} s "
        f"({report['steps_per_second']:.0f} steps/s)",
        f"training: mean loss {number(report['train_loss'])}, "
        f"accuracy {number(report['train_accuracy'], '.2%')}",
    ]
    if report["test_loss"] is not None:
        lines.append(
            f"test:     mean loss {number(report['test_loss'])}, "
            f"accuracy {number(report['test_accuracy'], '.2%')}"
        )
    if "digest" in report:
        lines.append(f"digest:   {report['digest']}")
    if report["stopped_because"] == INTERRUPTED:
        lines.append("Interrupted.")
    if report["message"]:
        lines.append(report["message"])
    return "\n".join(lines)
