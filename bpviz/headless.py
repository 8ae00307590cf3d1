"""Training without a screen: a progress bar for people, one JSON object for machines."""

from __future__ import annotations

import dataclasses
import functools
import json
import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from bpviz import ending
from bpviz.datasets import DataRequest, Dataset, catalog, load
from bpviz.datasets.remarks import remarks
from bpviz.exchange.errors import ExchangeError
from bpviz.exchange.tables import write_steps
from bpviz.network.compiler import when_compiling
from bpviz.network.digest import digest
from bpviz.quoting import short
from bpviz.training import outcome
from bpviz.training.breakpoint_text import breakpoint_of
from bpviz.training.document.archive import write
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.kept import Document
from bpviz.training.document.restoring import data_of
from bpviz.training.evaluation.results import Scan
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.session import Session
from bpviz.training.settings import MAX_SEED, Settings
from bpviz.training.start_weights import StartWeights
from bpviz.training.warmup import BREAKPOINTS, STEPS, warm_up

DIGEST_STEPS = 10_000
_CHUNK_SECONDS = 0.05
INTERRUPTED = "interrupted"


def train(
    origin: DataRequest | Document,
    settings: Settings,
    steps: int | None,
    epochs: int | None,
    *,
    as_json: bool,
    with_digest: bool = False,
    save: Path | None = None,
    weights: StartWeights | None = None,
    stops: Sequence[str] = (),
    history: Path | None = None,
) -> int:
    """Train and report; return the exit status, see `bpviz.ending`.

    How a file was read, and what would mislead unsaid, is told before the first step.

    A signal ends the run after the step at hand, and anything else at once.  Two lines then say
    where it stood, and whether it was saved; as JSON the report follows as well, of that step.

    Parameters
    ----------
    origin : DataRequest or Document
        What a new run trains on, or a saved one, which goes on from where it stood.
    settings : Settings
        Those of the saved one, if it is one.
    steps, epochs : int or None
        How far from there; with neither one epoch, or with a stopping rule until it stops.
    as_json : bool
        One JSON object on stdout instead of sentences.
    with_digest : bool
        Say the digest of the weights as well, by default of those after `DIGEST_STEPS` of a new
        run.
    save : Path, optional
        Where the run is saved.
    weights : StartWeights, optional
        What it begins with in place of drawn weights.
    stops : sequence of str
        Breakpoints, see `breakpoint_of`.
    history : Path, optional
        Where the numbers of every step are written, see `write_steps`.

    Raises
    ------
    DatasetError
        If the data cannot be loaded.
    SettingsError
        If there can be no such run on it.
    DocumentError
        If the saved run is damaged.
    OutputError
        If the report cannot be written.
    """
    saved = isinstance(origin, Document)
    ending.stand(f"while loading {short(_source(origin))}; no step was taken")
    data = data_of(origin) if isinstance(origin, Document) else load(origin)
    said = remarks_on(data, settings, weights)
    if steps is None and epochs is None and with_digest and not saved:
        steps = DIGEST_STEPS
    if steps is None:
        steps = length_of(data, settings, epochs)
    session, more = session_of(origin, settings, data, weights, stops, quiet=as_json)
    said += more
    if not as_json:
        for words in said:
            ending.complain(f"{words}\n")
    start, failure = session.step, ""
    end = min(start + steps, MAX_SEED)
    attention = np.zeros(1, dtype=np.uint8)
    with ending.held(attention):
        result, seconds = advanced(session, end, attention, quiet=as_json)
        if save is not None:
            _stand(session, start, end, with_digest=with_digest, saved="it was not saved")
            failure = _saved(session, origin, save)
        words = "" if save is None else failure or f"saved as {short(save, 200)}"
        unwritten = "" if history is None else _written(session, history)
        failure = f"{failure} {unwritten}".strip()
        _stand(session, start, end, with_digest=with_digest, saved=words.rstrip("."))
    if not as_json:
        ending.end_if_signalled()
    report = _report(origin, session, None if ending.came() else result, seconds, start)
    report["remarks"] = said
    report["saved"] = None if save is None or not words.startswith("saved as") else str(save)
    report["history"] = None if history is None or unwritten else str(history)
    report["weights"] = None if weights is None else weights.source
    if with_digest:
        report["digest"] = digest(session.network)
    ending.say((json.dumps(report) if as_json else _in_words(report)) + "\n")
    if result.reason is StopReason.NOT_FINITE:
        failure = f"{failure} {report['message']}".strip()
    if not failure:
        return ending.DONE
    ending.complain(f"bpviz train: {failure}\n")
    return ending.HAPPENED


def remarks_on(data: Dataset, settings: Settings, weights: StartWeights | None) -> list[str]:
    """Return how data was read, unless it is of the catalogue, and what would mislead unsaid."""
    said = [str(each) for each in remarks(data, settings.sigma1, settings.sigma2)]
    if data.request is None or data.request.source not in catalog.NAMES:
        said.insert(0, str(data.description))
    if weights is not None:
        said += map(str, weights.remarks)
    return [*filter(None, said)]


def length_of(data: Dataset, settings: Settings, epochs: int | None) -> int:
    """Return the steps of so many epochs; of one, or until a stopping rule ends it, with None."""
    if epochs is None and settings.stopping is not None:
        return MAX_SEED
    return (1 if epochs is None else epochs) * data.n_samples


def _source(origin: DataRequest | Document) -> str:
    """Return the name of the data set."""
    request = origin if isinstance(origin, DataRequest) else origin.recipe.data
    if request is None:
        assert isinstance(origin, Document)
        return str((origin.about or {}).get("name", "the run"))
    return request.source


def _saved(session: Session, origin: DataRequest | Document, path: Path) -> str:
    """Save the run; return why that failed, if it did: what was trained is told all the same."""
    extras = origin.extras if isinstance(origin, Document) else None
    try:
        write(session.document(extras), path)
    except DocumentError as error:
        return str(error)
    return ""


def _armed(session: Session, stops: Sequence[str]) -> list[str]:
    """Add breakpoints to a run; return what must be said of those that can never be met."""
    said = []
    for text in stops:
        stop = breakpoint_of(text, session.dataset.class_names)
        number = session.breakpoints.add(stop)
        (note,) = (each for each in session.breakpoints.notes() if each.number == number)
        if note.problem:
            said.append(f"{text}: {note.problem}")
    return said


def _written(session: Session, path: Path) -> str:
    """Write the numbers of every step; return why that failed, if it did."""
    try:
        write_steps(session.recorded_steps(), path)
    except ExchangeError as error:
        return str(error)
    return ""


def session_of(
    origin: DataRequest | Document,
    settings: Settings,
    data: Dataset,
    weights: StartWeights | None,
    stops: Sequence[str] = (),
    *,
    quiet: bool,
) -> tuple[Session, list[str]]:
    """Return the run, ready to take its next step, and what must be said of it."""
    ending.stand("while loading the kernels; no step was taken")

    @functools.cache
    def announce() -> None:
        ending.stand("while compiling the kernels; no step was taken")
        ending.complain(
            "Compiling the kernels, once per machine; later runs use the compiled ones.\n"
        )

    more: Sequence[object] = ()
    with when_compiling(announce):
        if isinstance(origin, DataRequest):
            network = None if weights is None else weights.network_for(settings)
            session = Session(settings, data, network=network)  # it refuses what there cannot be
            warm_up(lambda ready, total: None, range(STEPS))
        else:
            warm_up(lambda ready, total: None, range(STEPS))
            ending.stand("while computing the saved run; no step was taken")
            with progress_bar(quiet, total=1.0, desc="computing the run", leave=False) as bar:

                def tell(share: float) -> None:
                    bar.update(share - bar.n)

                session, more = Session.restored(origin, data, tell)
        said = [*map(str, more), *_armed(session, stops)]
        if session.breakpoints.any_armed:
            warm_up(lambda ready, total: None, (BREAKPOINTS,))
    _stand(session, session.step, session.step)
    return session, said


def progress_bar(quiet: bool, **options: Any) -> tqdm[NoReturn]:
    """Return a progress bar, shown on a terminal alone."""
    disable = True if quiet or sys.stderr is None else None
    return tqdm(disable=disable, file=sys.stderr, **options)


def _stand(
    session: Session, start: int, end: int, *, with_digest: bool = False, saved: str = ""
) -> None:
    """Note at which step the run stands, for a signal that ends it there."""
    at = session.step
    place = f"at step {at}" + (f" of {end}" if at < end < MAX_SEED else "")
    if at > 0:
        place += f"; the loss of the last step was {session.loss:.6g}"
    if with_digest:
        place += f", the digest of the weights is {digest(session.network)}"
    if saved:
        place += f"; {saved}"
    ending.stand(place, f"Run the same command with --steps {at - start} to get the same weights.")


def advanced(
    session: Session, end: int, attention: NDArray[np.uint8], *, quiet: bool
) -> tuple[Outcome, float]:
    """Go to step `end`, or as far as `attention` is not wanted."""
    begun = time.perf_counter()
    result = Outcome(StopReason.COUNT, session.step)
    chunk, start = 1000, session.step
    with progress_bar(
        quiet,
        total=end - start if end < MAX_SEED else None,
        unit=" steps",
        unit_scale=True,
    ) as bar:
        while session.step < end:
            first, since = session.step, time.perf_counter()
            result = session.advance(min(chunk, end - first), attention)
            _stand(session, start, end)
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
    origin: DataRequest | Document,
    session: Session,
    result: Outcome | None,
    seconds: float,
    start: int,
) -> dict[str, Any]:
    train_scan = look(session, session.dataset)
    test, request = session.dataset.test, session.dataset.request
    test_scan = None if test is None else look(session, test)
    return {
        "dataset": _source(origin),
        "data": None if request is None else dataclasses.asdict(request),
        "settings": dataclasses.asdict(session.settings),
        "first_step": start,
        "steps": session.step,
        "seconds": seconds,
        "steps_per_second": (session.step - start) / seconds if seconds > 0 else 0.0,
        "train_loss": _finite(train_scan.mean_loss),
        "train_accuracy": train_scan.accuracy,
        "test_loss": None if test_scan is None else _finite(test_scan.mean_loss),
        "test_accuracy": None if test_scan is None else test_scan.accuracy,
        "stopped_because": INTERRUPTED if result is None else result.reason.value,
        "message": "" if result is None else outcome.without_a_window(result.message),
    }


def _taken(report: dict[str, Any]) -> str:
    """Say how many steps were taken, and how fast; a run that was saved begins behind others."""
    start, end = report["first_step"], report["steps"]
    if end == start > 0:
        return f"at step {end}"
    to = f", to step {end}" if start else ""
    speed = f"({report['steps_per_second']:.0f} steps/s)"
    return f"{end - start} steps in {report['seconds']:.2f} s{to} {speed}"


def _in_words(report: dict[str, Any]) -> str:
    def number(value: float | None, form: str = ".4g") -> str:
        return "–" if value is None else format(value, form)

    lines = [
        *([] if report["weights"] is None else [f"start weights: {report['weights']}"]),
        f"{report['dataset']}: {_taken(report)}",
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
    if report["stopped_because"] in (StopReason.STOPPING_RULE, StopReason.BREAKPOINT):
        lines.append(report["message"])
    if report["saved"]:
        lines.append(f"saved as {report['saved']}")
    if report["history"]:
        lines.append(f"history:  {report['history']}")
    return "\n".join(lines)
