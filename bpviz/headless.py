"""Training without a screen: a progress bar for people, one JSON object for machines."""

from __future__ import annotations

import dataclasses
import functools
import json
import math
import sys
import time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from bpviz import ending
from bpviz.datasets import DataRequest, Dataset, catalog, load
from bpviz.datasets.remarks import remarks
from bpviz.network.compiler import when_compiling
from bpviz.network.digest import digest
from bpviz.quoting import short
from bpviz.training import outcome
from bpviz.training.evaluation.results import Scan
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.session import Session
from bpviz.training.settings import MAX_SEED, Settings
from bpviz.training.start_weights import StartWeights
from bpviz.training.warmup import PARTS, STEPS, warm_up

DIGEST_STEPS = 10_000
_CHUNK_SECONDS = 0.05
INTERRUPTED = "interrupted"


def train(
    request: DataRequest,
    settings: Settings,
    steps: int | None,
    epochs: int | None,
    *,
    as_json: bool,
    with_digest: bool = False,
    weights: StartWeights | None = None,
) -> int:
    """Train and report; return the exit status, see `bpviz.ending`.

    How a file was read, and what would mislead unsaid, is told before the first step.

    A signal ends the run after the step at hand, and anything else at once.  Two lines then say
    where it stood; as JSON the report follows as well, of that step.

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
    weights : StartWeights, optional
        What it begins with in place of drawn weights.

    Raises
    ------
    DatasetError
        If the data cannot be loaded.
    SettingsError
        If there can be no such run on it.
    OutputError
        If the report cannot be written.
    """
    ending.stand(f"while loading {short(request.source)}; no step was taken")
    data = load(request)
    said = [str(each) for each in remarks(data, settings.sigma1, settings.sigma2)]
    if request.source not in catalog.NAMES:
        said.insert(0, str(data.description))
    if not as_json:
        for words in said:
            ending.complain(f"{words}\n")
    if steps is None and epochs is None and with_digest:
        steps = DIGEST_STEPS
    if steps is None:
        open_end = epochs is None and settings.stopping is not None
        steps = MAX_SEED if open_end else (1 if epochs is None else epochs) * data.n_samples
    session = _session(settings, data, weights)
    attention = np.zeros(1, dtype=np.uint8)
    with ending.held(attention):
        result, seconds = _run(session, steps, attention, quiet=as_json)
        _stand(session, steps, with_digest=with_digest)
    if not as_json:
        ending.end_if_signalled()
    report = _report(request, session, None if ending.came() else result, seconds)
    report["remarks"] = said
    report["weights"] = None if weights is None else weights.source
    if with_digest:
        report["digest"] = digest(session.network)
    ending.say((json.dumps(report) if as_json else _in_words(report)) + "\n")
    if result.reason is not StopReason.NOT_FINITE:
        return ending.DONE
    ending.complain(f"bpviz train: {report['message']}\n")
    return ending.HAPPENED


def _session(settings: Settings, data: Dataset, weights: StartWeights | None) -> Session:
    """Return the run, ready to take its first step."""
    ending.stand("while loading the kernels; no step was taken")

    @functools.cache
    def announce() -> None:
        ending.stand("while compiling the kernels; no step was taken")
        ending.complain(
            f"Compiling the kernels for {PARTS[0]}, once; later runs use the compiled ones.\n"
        )

    with when_compiling(announce):
        network = None if weights is None else weights.network_for(settings)
        session = Session(settings, data, network=network)  # first: it refuses what there cannot be
        warm_up(lambda ready, total: None, STEPS)
    _stand(session, 0)
    return session


def _stand(session: Session, steps: int, *, with_digest: bool = False) -> None:
    """Note at which step the run stands, for a signal that ends it there."""
    at = session.step
    place = f"at step {at}" + (f" of {steps}" if at < steps < MAX_SEED else "")
    if at > 0:
        place += f"; the loss of the last step was {session.loss:.6g}"
    if with_digest:
        place += f", the digest of the weights is {digest(session.network)}"
    ending.stand(place, f"Run the same command with --steps {at} to get the same weights.")


def _run(
    session: Session, steps: int, attention: NDArray[np.uint8], *, quiet: bool
) -> tuple[Outcome, float]:
    """Take the steps, or as many as there are before `attention` is wanted."""
    begun = time.perf_counter()
    result = Outcome(StopReason.COUNT, session.step)
    chunk = 1000
    with tqdm(
        total=steps if steps < MAX_SEED else None,
        unit=" steps",
        unit_scale=True,
        disable=True if quiet or sys.stderr is None else None,  # None: only on a terminal
        file=sys.stderr,
    ) as bar:
        while session.step < steps:
            first, since = session.step, time.perf_counter()
            result = session.advance(min(chunk, steps - first), attention)
            _stand(session, steps)
            bar.update(session.step - first)
            bar.set_postfix_str(f"loss {session.history.mean_loss(session.step):.4g}")
            if result.reason is not StopReason.COUNT:
                break
            rate = chunk / max(time.perf_counter() - since, 1e-9)
            chunk = max(1, min(int(rate * _CHUNK_SECONDS), 2 * chunk))
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
        "message": "" if result is None else outcome.without_a_window(result.message),
    }


def _in_words(report: dict[str, Any]) -> str:
    def number(value: float | None, form: str = ".4g") -> str:
        return "–" if value is None else format(value, form)

    lines = [
        *([] if report["weights"] is None else [f"start weights: {report['weights']}"]),
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
    if report["stopped_because"] == StopReason.STOPPING_RULE.value:
        lines.append(report["message"])
    return "\n".join(lines)
