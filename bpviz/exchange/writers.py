"""What is to be written of a run, copied at once, and written later, on any thread."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import numpy as np

from bpviz.datasets.dataset import Part
from bpviz.exchange.about import about_run
from bpviz.exchange.scripts.step_script import ScriptKind, export_script
from bpviz.exchange.tables import (
    SampleTable,
    Tell,
    measured,
    write_evaluations,
    write_journal,
    write_pairs,
    write_samples,
    write_steps,
)
from bpviz.exchange.weights.formats import export_weights
from bpviz.network.types import Stop
from bpviz.training.commands.exports import Exported
from bpviz.training.session import Session

Write: TypeAlias = Callable[[str | os.PathLike[str], Tell, Stop], object]
"""Writes a file, tells which part of it is done, and ends with `ExportCancelled` where it is to
stop; raises `ExchangeError` where it cannot be written."""


def writer(
    session: Session,
    what: Exported,
    *,
    count_from: int = 0,
    listed: tuple[Part, tuple[int, ...]] | None = None,
    script: ScriptKind = ScriptKind.NUMPY,
) -> Write:
    """Return what writes a file of a run as it stands now; the copy takes milliseconds.

    Parameters
    ----------
    session : Session
        It may go on while the file is written.
    what : Exported
    count_from : {0, 1}
        What the first sample, row, column, unit and class is called.
    listed : (Part, tuple of int), optional
        Of samples only these of one set, in this order.
    script : ScriptKind
        What a script is for.
    """
    data = session.dataset
    match what:
        case Exported.LOSSES:
            return _telling(write_steps, session.recorded_steps(), count_from=count_from)
        case Exported.EVALUATIONS:
            return _telling(write_evaluations, data, measured(session.branch))
        case Exported.JOURNAL:
            return _telling(write_journal, session.branch.journal, count_from=count_from)
        case Exported.SAMPLES:
            table = SampleTable(data, session.network, session.gradient_rule)
            if listed is not None:
                part, indices = listed
                chosen = np.array(indices, dtype=np.int64)
                table = SampleTable(data, table.network, table.rule, [(part, chosen)])
            return _telling(write_samples, table, count_from=count_from)
        case Exported.PAIRS:
            return _telling(write_pairs, data, session.own_pairs, count_from=count_from)
        case Exported.WEIGHTS:
            network, about = session.network, about_run(session)
            return lambda path, *_: export_weights(network, path, about)
        case Exported.SCRIPT:
            step = session.network_before, session.preview, session.learning_rate
            circumstances = about_run(session)
            return lambda path, *_: export_script(*step, path, script, circumstances)


def _telling(write: Callable[..., object], *arguments: object, **options: object) -> Write:
    call = partial(write, *arguments, **options)
    return lambda path, tell, stop: call(path, tell=tell, stop=stop)
