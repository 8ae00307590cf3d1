"""``bpviz export``: a run, or what is known of it, in files of the formats that others use."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from bpviz import ending
from bpviz.datasets import DataRequest, load
from bpviz.exchange.scripts.step_script import ScriptKind
from bpviz.exchange.tables import (
    ExportCancelled,
    Tell,
    evaluated,
    measured,
    write_evaluations,
    write_watches,
)
from bpviz.exchange.writers import Write, writer
from bpviz.figure_files import Figure
from bpviz.headless import advanced, length_of, progress_bar, remarks_on, session_of
from bpviz.network.types import Stop
from bpviz.options import OptionError
from bpviz.quoting import short
from bpviz.training.commands import OpenRun
from bpviz.training.commands.exports import Exported
from bpviz.training.document.kept import Document
from bpviz.training.document.restoring import data_of
from bpviz.training.outcome import StopReason, without_a_window
from bpviz.training.session import Session
from bpviz.training.settings import Settings
from bpviz.training.start_weights import StartWeights
from bpviz.training.watches import Watch

_PLACES = 24
"""Where a run is evaluated that was not evaluated on its way, beside its beginning."""

_AGAIN = "Run the same command to start again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Which files are wanted, and how they are written; None where one is not.

    Attributes
    ----------
    losses, evaluations, journal, samples, pairs, weights, script : Path or None
        By the names of `Exported`.
    watches : Path or None
        Numbers of the run at every step.
    watched : tuple of str
        Which ones, see `watch_of`; those of the run where none is named.
    script_kind : ScriptKind
        What the script is for.
    count_from : {0, 1}
        What the first sample, row, column, unit and class is called.
    figures : tuple of Figure
        Pictures of panels.
    force : bool
        Whether files that are there are replaced.
    """

    losses: Path | None = None
    evaluations: Path | None = None
    journal: Path | None = None
    samples: Path | None = None
    pairs: Path | None = None
    weights: Path | None = None
    script: Path | None = None
    watches: Path | None = None
    watched: tuple[str, ...] = ()
    script_kind: ScriptKind = ScriptKind.NUMPY
    count_from: int = 0
    figures: tuple[Figure, ...] = ()
    force: bool = False

    def wanted(self) -> Iterator[Path]:
        """Give all that are wanted."""
        yield from (path for what in Exported if (path := getattr(self, what)) is not None)
        yield from () if self.watches is None else (self.watches,)
        yield from (figure.out for figure in self.figures)


def check_files(files: Files, sources: Iterable[str | None] = ()) -> None:
    """Refuse what would write nothing, one file twice, or over what is there.

    Parameters
    ----------
    files : Files
    sources : iterable of str or None
        Files that are read, and are never replaced.

    Raises
    ------
    OptionError
        With a sentence that says which.
    """
    wanted = list(files.wanted())
    if not wanted:
        raise OptionError(
            "There is no file to write. Name one, such as --losses losses.csv; --help lists all."
        )
    read = {os.path.realpath(each) for each in sources if each}
    seen: set[str] = set()
    for path in wanted:
        real = os.path.realpath(path)
        if real in seen:
            raise OptionError(
                f"The file {short(path, 200)} is named twice. Give each of them a name of its own."
            )
        seen.add(real)
        if real in read:
            raise OptionError(
                f"The file {short(path, 200)} is read for this, and would be replaced. Choose "
                "another name."
            )
        if os.path.lexists(path) and not files.force:
            raise OptionError(
                f"The file {short(path, 200)} exists. Choose another name, or replace it by "
                "--force."
            )


def export(
    origin: DataRequest | Document,
    settings: Settings,
    files: Files,
    *,
    steps: int | None = None,
    epochs: int | None = None,
    at: int | None = None,
    weights: StartWeights | None = None,
) -> int:
    """Write the files; return the exit status, see `bpviz.ending`.

    A signal ends it at once; of the file at hand nothing is left then, and those before are whole.

    Parameters
    ----------
    origin : DataRequest or Document
        What a new run trains on, or a saved one.
    settings : Settings
        Those of the saved one, if it is one.
    files : Files
        Which `check_files` has let pass.
    steps, epochs : int or None
        How far a new run is trained; one epoch with neither.
    at : int or None
        The step whose weights and samples are wanted; None is where the run stands.
    weights : StartWeights, optional
        What a new run begins with in place of drawn weights.

    Raises
    ------
    DatasetError, SettingsError, DocumentError
        If there can be no such run.
    OptionError
        If it has no step `at`.
    ExchangeError
        If a file cannot be written.
    RenderError
        If a figure cannot be drawn or written.
    OutputError
        If it cannot be told what was.
    """
    ending.stand("before it began; nothing was written", _AGAIN)
    data = data_of(origin) if isinstance(origin, Document) else load(origin)
    session, more = session_of(origin, settings, data, weights, quiet=False)
    for said in (*remarks_on(data, settings, weights), *more):
        ending.complain(f"{said}\n")
    watches = _watched(session, files)
    if isinstance(origin, DataRequest):
        _train(session, length_of(data, settings, epochs) if steps is None else steps)
    ending.stand(f"at step {session.step}; nothing was written", _AGAIN)
    if at is not None:
        _go_to(session, at)
    written: list[str] = []
    for path, write in _writes(session, files, watches):
        _write(path, write, written)
        ending.say(f"{path}\n")
    if files.figures:
        _draw(session, files.figures)
    return ending.DONE


def _draw(session: Session, figures: tuple[Figure, ...]) -> None:
    """Write figures of the run where it stands, which a window of its own opens for that."""
    from bpviz.render import render_figures  # which brings Qt with it

    with tempfile.TemporaryDirectory() as folder:
        saved = os.path.join(folder, "run.bpviz")
        session.save(saved)
        for path in render_figures(OpenRun(saved), figures):
            ending.say(f"{path}\n")


def _train(session: Session, steps: int) -> None:
    """Train a new run; what holds it up is told, and it is exported as far as it came."""
    attention = np.zeros(1, dtype=np.uint8)
    with ending.held(attention):
        result, _ = advanced(session, steps, attention, quiet=False)
        ending.stand(f"at step {session.step}; nothing was written")
    ending.end_if_signalled()
    if result.reason is not StopReason.COUNT:
        ending.complain(f"bpviz export: {without_a_window(result.message)}\n")


def _go_to(session: Session, step: int) -> None:
    if step > session.tip:
        have = "1 step" if session.tip == 1 else f"{session.tip} steps"
        raise OptionError(
            f"--at is {step}, and the run has {have}. Choose a step from 0 to {session.tip}, or "
            "train on with bpviz train."
        )
    ending.stand(f"on the way to step {step}; nothing was written")
    with progress_bar(False, total=1.0, desc="going there", leave=False) as bar:

        def tell(done: int, total: int) -> bool:
            bar.update(done / max(total, 1) - bar.n)
            return True

        session.seek(step, tell)


def _write(path: Path, write: Write, written: list[str]) -> None:
    """Write a file, with a bar; a signal gives it up."""
    stop, name = np.zeros(1, dtype=np.uint8), short(path.name)
    with ending.held(stop):
        with progress_bar(False, total=1.0, desc=name, leave=False) as bar:

            def tell(share: float) -> None:
                bar.update(share - bar.n)

            try:
                write(path, tell, stop)
            except ExportCancelled:
                place = f"while writing {name}, of which nothing is left"
            else:
                written.append(name)
                place = f"after writing {name}"
        if written:
            place += f"; written so far: {', '.join(written)}"
            ending.stand(place, "Run the same command with --force to write all of them.")
        else:
            ending.stand(place)
    ending.end_if_signalled()


def _writes(
    session: Session, files: Files, watches: tuple[Watch, ...]
) -> Iterator[tuple[Path, Write]]:
    """Give each file that is wanted, and what writes it."""
    for what in Exported:
        path = getattr(files, what)
        if path is None:
            continue
        if what is Exported.EVALUATIONS and not any(
            len(curve.steps) for curve in measured(session.branch)
        ):
            yield path, partial(_evaluate, session)
        else:
            yield path, writer(session, what, count_from=files.count_from, script=files.script_kind)
    if files.watches is not None:
        yield files.watches, partial(_write_watches, session, watches)


def _watched(session: Session, files: Files) -> tuple[Watch, ...]:
    """Return the numbers that are wanted at every step: those named, or those of the run."""
    if files.watches is None:
        return ()
    named = tuple(session.watch(text).watch for text in files.watched)
    found = named or tuple(note.watch for note in session.watches if not note.problem)
    if not found:
        raise OptionError(
            'The run watches no number. Name one, such as --watch "loss of sample 41"; --help '
            "lists more."
        )
    return found


def _write_watches(
    session: Session,
    watches: tuple[Watch, ...],
    path: str | os.PathLike[str],
    tell: Tell,
    stop: Stop,
) -> None:
    past = session.past(watches, start=0, stop=session.tip + 1)
    write_watches(past, watches, path, tell=tell, stop=stop)


def _evaluate(session: Session, path: str | os.PathLike[str], tell: Tell, stop: Stop) -> None:
    """Evaluate at some places a run of which nothing was measured on the way, and write that."""
    places = sorted({session.tip * place // _PLACES for place in range(_PLACES + 1)})
    curves = evaluated(session, places, tell=tell, stop=stop)
    write_evaluations(session.dataset, curves, path, stop=stop)
