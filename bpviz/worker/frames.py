"""FrameBuilder: makes the immutable snapshot that the interface draws."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from bpviz.datasets import catalog
from bpviz.datasets.dataset import Part
from bpviz.datasets.errors import DatasetError
from bpviz.network.weights import Network
from bpviz.training.commands import NewRun, Subscribe
from bpviz.training.evaluation.check_info import CheckInfo
from bpviz.training.evaluation.rule_infos import PairedRunInfo
from bpviz.training.events import (
    Frame,
    HistoryView,
    Progress,
    State,
)
from bpviz.training.infos import (
    NO_DOCUMENT,
    NO_EXPORT,
    NOTHING_ASKED,
    AskedInfo,
    Comparison,
    DocumentInfo,
    ExportInfo,
    JournalInfo,
    LeftInfo,
    WatchInfo,
)
from bpviz.training.journal.journal import Journal
from bpviz.training.quantities import TRAIN_CURVE, Need, Quantity, Results
from bpviz.training.run.timeline import Branch
from bpviz.training.session import Session
from bpviz.worker.branch_infos import BranchInfos
from bpviz.worker.runs import Runs

_HISTORY_SPACING = 0.045  # seconds; a curve need not be gathered at every frame of a running run


@dataclass(frozen=True)
class Situation:
    """What the trainer adds to the session: see the fields of `Frame` of the same names.

    `results` are those of a position; the curves of the branch come to them.
    """

    acknowledged: int
    state: State
    reason: str
    progress: Progress | None
    compiling: Progress | None
    selected: tuple[Part, int] | None
    results: Mapping[Quantity[Any], object]
    switched_off: tuple[int, ...]
    comparison: Comparison | None
    check: CheckInfo | None
    checking: float | None
    steps_per_second: float
    trial: PairedRunInfo | None = None
    document: DocumentInfo = NO_DOCUMENT
    exporting: ExportInfo = NO_EXPORT
    asked: AskedInfo = NOTHING_ASKED
    left: tuple[LeftInfo, ...] = ()


class FrameBuilder:
    """Builds frames, and keeps what did not change since the last one."""

    def __init__(self) -> None:
        self.watch = Subscribe()
        self._history: HistoryView | None = None
        self._history_key: object = None
        self._history_time = 0.0
        self._journal_shown: Journal | None = None
        self._journal: tuple[JournalInfo, ...] = ()
        self._branches = BranchInfos()
        self._watched: tuple[tuple[object, ...], tuple[WatchInfo, ...]] | None = None
        self._placeholder: tuple[NewRun, Network] | None = None

    def frame(self, runs: Runs, now: Situation) -> Frame:
        """Return the frame of the run at hand at its position."""
        assert runs.current is not None
        session = runs.current.session
        step = session.step
        history = session.history
        part, selected = (Part.TRAIN, None) if now.selected is None else now.selected
        loss = session.preview.loss if step == 0 else session.loss
        return Frame(
            run=runs.number,
            acknowledged=now.acknowledged,
            state=now.state,
            reason=now.reason,
            progress=now.progress,
            compiling=now.compiling,
            step=step,
            tip=session.tip,
            jumps=session.jumps,
            phase=session.phase,
            row=session.row,
            settings=session.settings,
            learning_rate=session.learning_rate,
            gradient_rule=session.gradient_rule,
            data_request=runs.current.data_request,
            start_weights=runs.current.weights,
            dataset=session.dataset,
            network=session.network,
            network_before=session.network_before if session.updating else None,
            sample=session.sample_index(step),
            own=session.own_pair,
            chosen=session.chosen,
            held=session.held,
            opened=session.opened,
            selected=selected,
            selected_part=part,
            selected_trace=None if selected is None else session.trace_of(selected, part),
            last_change=session.last_change,
            loss=loss,
            mean_loss=history.mean_loss(step),
            recent_gradients=history.recent_gradients(step),
            history=self._view(session, now.state),
            results=Results(MappingProxyType({**now.results, **session.branch.curves.shown()})),
            switched_off=now.switched_off,
            trial=now.trial,
            keyframes=session.keyframes,
            journal=self._notes(session.branch),
            breakpoints=session.breakpoints.notes(),
            hit=session.hit,
            hits=session.branch.hits.shown,
            branch=session.branch.number,
            branches=self._branches.notes(runs, self.watch),
            comparison=self._branches.compared(runs, now.comparison, self.watch),
            document=now.document,
            exporting=now.exporting,
            asked=now.asked,
            watches=self._watches(session, now.state),
            own_pairs=session.state.own_pairs,
            left=now.left,
            check=now.check,
            checking=now.checking,
            deleted=runs.deleted,
            undo=runs.undo_words,
            redo=session.redo_words,
            steps_per_second=now.steps_per_second,
        )

    def _view(self, session: Session, state: State) -> HistoryView | None:
        if Need.HISTORY not in self.watch.needs:
            return None
        key = (session, session.branch.number, self.watch, session.tip)
        time_now = time.perf_counter()
        fresh = state is State.RUNNING and time_now - self._history_time < _HISTORY_SPACING
        same_run = self._history_key is not None and self._history_key[:3] == key[:3]  # type: ignore[index]
        if self._history_key != key and not (fresh and same_run):
            first, last = self.watch.history_range or (0, session.tip)
            self._history = session.history.view(first, last, self.watch.history_buckets)
            self._history_key = key
            self._history_time = time_now
        return self._history

    def _watches(self, session: Session, state: State) -> tuple[WatchInfo, ...]:
        """Return the watches, with their numbers where a panel shows them."""
        notes = session.watches.notes()
        if Need.WATCHES not in self.watch.needs or all(note.problem for note in notes):
            return notes
        moving = state is State.RUNNING
        before, key = self._watched, (session.state, notes, moving)
        if before is not None and all(a is b for a, b in zip(before[0], key, strict=True)):
            return before[1]
        known = [note.watch for note in notes if not note.problem]
        step, values = session.step, session.watch_values(known)
        changes: list[float | None] = [None] * len(known)
        if not moving and step > 0:
            changes = (values - session.watched(known, step - 1, step - 1)[:, 0]).tolist()
        found = iter(zip(values.tolist(), changes, strict=True))
        told = []
        for note in notes:
            value, change = (None, None) if note.problem else next(found)
            told.append(replace(note, value=value, change=change))
        self._watched = key, tuple(told)
        return self._watched[1]

    def _notes(self, branch: Branch) -> tuple[JournalInfo, ...]:
        old, new = self._journal_shown, branch.journal
        if old is not new:
            # Words take long to make: those of entries that were there before are kept.
            same = 0 if old is None else new.in_common(old)
            notes = self._journal[: max(same - 1, 0)]
            notes += tuple(
                JournalInfo(change.step, change.words(), change) for change in new[max(same, 1) :]
            )
            self._journal_shown, self._journal = new, notes
        return self._journal

    def placeholder(self, request: NewRun, now: Situation) -> Frame:
        """Return the frame of a run whose data is not there yet: its shape, and a bar."""
        settings = request.settings
        return Frame(
            run=0,
            acknowledged=now.acknowledged,
            state=now.state,
            reason=now.reason,
            progress=now.progress,
            compiling=now.compiling,
            document=now.document,
            exporting=now.exporting,
            step=0,
            tip=0,
            settings=settings,
            learning_rate=settings.learning_rate,
            data_request=request.data,
            start_weights=request.weights,
            dataset=None,
            network=self._shape(request),
            sample=0,
            loss=float("nan"),
            mean_loss=float("nan"),
            history=None,
            keyframes=TRAIN_CURVE.nothing.steps,
            left=now.left,
        )

    def _shape(self, request: NewRun) -> Network:
        """Return the start weights, those that are drawn as far as the catalogue tells l and n."""
        if self._placeholder is None or self._placeholder[0] != request:
            try:
                shape = catalog.shape_of(request.data)
            except DatasetError:
                shape = None
            n_inputs, n_outputs = (1, 1) if shape is None else (shape.n_inputs, shape.n_outputs)
            settings = request.settings
            if request.weights is not None:
                network = request.weights.network_for(settings)
            else:
                network = Network.initial(
                    n_inputs=n_inputs,
                    n_hidden=settings.n_hidden,
                    n_outputs=n_outputs,
                    seed=settings.seed,
                    sigma1=settings.sigma1,
                    sigma2=settings.sigma2,
                    initializer=settings.initializer,
                )
            self._placeholder = (request, network)
        return self._placeholder[1]
