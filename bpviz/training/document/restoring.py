"""From a document, or a recipe alone, to the run: what is kept is put back, the rest computed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bpviz.datasets import DataRequest, Dataset, DatasetError, RequestError, catalog, load
from bpviz.network.digest import digest
from bpviz.network.rules import GradientRule
from bpviz.network.weights import Network
from bpviz.training.document.errors import DocumentError, damaged
from bpviz.training.document.kept import (
    Document,
    curves_of,
    dataset_of,
    keyframes_of,
    record_parts,
)
from bpviz.training.document.recipe import CHECKED, BranchRecipe, Recipe
from bpviz.training.infos import HitInfo
from bpviz.training.journal.entries import Hold, Pin, Skip, WeightEdit
from bpviz.training.journal.journal import NEVER, Journal
from bpviz.training.message import Message
from bpviz.training.outcome import StopReason
from bpviz.training.record.hits import Hits
from bpviz.training.record.record import Record
from bpviz.training.run.active_breakpoints import Breakpoints
from bpviz.training.run.context import RunContext
from bpviz.training.run.replay import edit_weights
from bpviz.training.run.run_state import RunState
from bpviz.training.run.timeline import Branch, Lineage, usual_name
from bpviz.training.settings import SettingsError
from bpviz.training.step.phases import rows_in

Tell = Callable[[float], None]
"""Called now and then with the share of the steps that are computed; what it raises gives up."""


def restore(
    run: RunContext, document: Document, tell: Tell = lambda share: None
) -> tuple[Message, ...]:
    """Let a run that has just begun be the one of a document.

    Parameters
    ----------
    run : RunContext
        With the settings, the data and the start weights of the document; its first branch has the
        number of the first one there.
    tell : callable, optional

    Returns
    -------
    tuple of Message
        What must be said of it: that its numbers are not to the last bit those that it had.

    Raises
    ------
    DocumentError
        If the document does not fit the data, or itself.
    """
    recipe = document.recipe
    try:
        _check(recipe, run)
        for pair in recipe.pairs:
            run.replayer.pairs.add(pair)
        _put_keyframes(run, document)
        state = _state(run, document, tell)
        run.stand(state)
        breakpoints = Breakpoints(run.dataset, run.standing, run.replayer.numbers)
        breakpoints.restore(recipe.breakpoints, recipe.next_breakpoint)
        same = _has_its_bits(run, document)
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
        if isinstance(error, (DocumentError, SettingsError)):
            raise
        raise damaged(str(error)) from None
    if same:
        return document.remarks
    other = Message.of(
        "The weights are not everywhere to the last bit those of the run that was saved: another "
        "version of bpviz or of a library, or another processor, computes other last digits."
    )
    return *document.remarks, other


def _has_its_bits(run: RunContext, document: Document) -> bool:
    """Whether the weights are those that were saved: where it stands, at the start, and a piece
    further, from where they are computed and not looked up."""
    check = document.recipe.check
    if check and digest(run.engine.network())[:CHECKED] != check:
        return False
    replayer, start = run.replayer, document.start
    if start is None:
        return True
    first = next(iter(run.state.branches.values()))
    ahead = [step for step in run.replayer.pool.steps(first.number).tolist() if step > 0]
    if digest(start) != digest(replayer.initial()) or not ahead:
        return not ahead
    computed, kept = replayer.new_engine(), replayer.new_engine()
    replayer.bring(computed, first, ahead[0])
    kept.load_keyframe(replayer.pool, first.number, ahead[0])
    edit_weights(kept, first.journal)
    return digest(computed.network()) == digest(kept.network())


def _check(recipe: Recipe, run: RunContext) -> None:
    """Refuse what names samples, weights or rows that there are not."""
    data, hidden = run.dataset, run.settings.n_hidden
    shapes = {"W1": (hidden, data.n_inputs), "W2": (data.n_outputs, hidden)}
    pairs = data.n_samples + len(recipe.pairs)
    for branch in recipe.branches:
        for change in (*branch.changes, *branch.taken):
            if isinstance(change, (Pin, Hold, Skip)) and (change.sample or 0) >= pairs:
                raise damaged(f"there is no sample {change.sample}")
            if isinstance(change, WeightEdit):
                rows, columns = shapes[change.matrix]
                if change.row >= rows or change.column >= columns:
                    raise damaged(f"there is no {change.matrix}[{change.row}, {change.column}]")
    phase, row = recipe.at[2:]
    if row >= rows_in(phase, hidden, data.n_outputs):
        raise damaged(f"there is no row {row}")


def _put_keyframes(run: RunContext, document: Document) -> None:
    tips = {branch.number: branch.tip for branch in document.recipe.branches}
    n, hidden, d = run.dataset.n_inputs, run.settings.n_hidden, run.dataset.n_outputs
    tips.update((number, NEVER) for number, *_ in document.recipe.gone)
    for number, step, W1T, W2, stop in keyframes_of(document.arrays):
        if not 0 <= step <= tips.get(number, -1):
            raise damaged(f"there is no step {step} of branch {number + 1}")
        if W1T.shape != (n, hidden) or W2.shape != (d, hidden) or stop.shape != (5,):
            raise damaged("the keyframes have another shape")
        run.replayer.pool.put(number, step, W1T, W2, stop)


def _state(run: RunContext, document: Document, tell: Tell) -> RunState:
    recipe = document.recipe
    lineages: dict[int, Lineage] = {}
    came_from = [
        *recipe.gone, *((each.number, each.parent, each.fork) for each in recipe.branches)
    ]  # fmt: skip
    for number, parent, fork in sorted(came_from, key=lambda each: each[0]):
        if number in lineages or not (parent is None or parent in lineages):
            raise damaged(f"it is not known what branch {number + 1} left")
        lineages[number] = Lineage(number, None if parent is None else lineages[parent], fork)
    left = sum(each.tip for each in recipe.branches) or 1
    done = 0
    branches: dict[int, Branch] = {}
    for each in recipe.branches:
        branch, computed = _branch(run, document, each, lineages[each.number], branches)
        if computed < each.tip:
            so_far = done

            def told(steps: int, so_far: int = so_far) -> None:
                tell((so_far + steps) / left)

            _compute(run, branch, each.tip, told)
        if each.number != recipe.at[0]:
            branch.record.compact()
        branches[each.number] = branch
        done += each.tip
    number, step, phase, row = recipe.at
    return RunState(
        branches=branches,
        number=number,
        next_branch=recipe.next_branch,
        step=step,
        tip=branches[number].tip,
        phase=phase,
        row=row,
        watches=recipe.watches,
        own_pairs=len(recipe.pairs),
    )


def _branch(
    run: RunContext,
    document: Document,
    each: BranchRecipe,
    lineage: Lineage,
    known: Mapping[int, Branch],
) -> tuple[Branch, int]:
    """Return a branch, and of how many steps it has the record."""
    end = document.ends.get(each.number, each.tip)
    parts = record_parts(document.arrays, each.number, end)
    parent = None if each.parent is None else known.get(each.parent)
    curves = curves_of(document.arrays, each.number, end)
    if each.number in document.ends:  # at its end the weights may have been others
        curves = curves.cut(end - 1)
    if parts is not None:
        record = Record.of_parts(end, parts)
    elif parent is not None:
        start = min(parent.record.exact_from, parent.record.partial_from(each.fork))
        exact = run.replayer.values(parent, start, each.fork)
        record, end = parent.record.cut(each.fork, exact), each.fork
    else:
        record, end = Record(), 0
    journal, taken = _journals(each, parent, run.settings.gradient_rule)
    hits = Hits(tuple(_hits(document, each.number, run.dataset.class_names)))
    name = each.name or usual_name(each.number)
    return Branch(lineage, journal, taken, record, curves, hits, name), end


def _hits(document: Document, number: int, classes: tuple[str, ...]) -> Iterator[HitInfo]:
    """Yield the hits of a branch, in words that can be translated where their breakpoint is left.

    The file has them in English alone.
    """
    known = {each.number: each.breakpoint.words(classes) for each in document.recipe.breakpoints}
    for hit in document.hits.get(number, ()):
        words = known.get(hit.number, hit.text)  # of another condition, if it was edited since
        yield replace(hit, text=words) if words == hit.text else hit


def _journals(
    each: BranchRecipe, parent: Branch | None, rule: GradientRule
) -> tuple[Journal, Journal]:
    """Return the journal of a branch, and what it had taken along; what they share with those of
    the parent is there once, however many branches there are."""
    taken = None if parent is None else parent.journal.until(each.fork)
    if taken is None or taken != each.taken:
        taken = Journal(each.taken, rule)
    if each.changes[: len(each.taken)] != each.taken:
        return Journal(each.changes, rule), taken
    journal = taken
    for change in each.changes[len(each.taken) :]:
        journal = journal.noted(change)
    return journal, taken


def _compute(run: RunContext, branch: Branch, tip: int, tell: Callable[[int], None]) -> None:
    """Take the steps of a branch from the end of its record on."""
    replayer, record = run.replayer, branch.record
    engine = replayer.new_engine()

    def tick(_done: int, _total: int) -> bool:
        tell(engine.step)
        return True

    replayer.start(engine, branch, record.end)
    if engine.step < record.end:
        replayer.run(engine, branch, record.end)

    def passed(*_: object) -> None:
        record.end = max(record.end, engine.step)

    result = replayer.run(engine, branch, tip, tick=tick, passed=passed)
    if result.reason is StopReason.NOT_FINITE:
        raise damaged(f"no step follows upon step {engine.step} of branch {branch.number + 1}")


def data_of(document: Document) -> Dataset:
    """Return the data set of a document: the one in it, else the one that it names.

    Raises
    ------
    DocumentError
        If that is damaged.
    DatasetError
        If it cannot be loaded.
    """
    recipe = document.recipe
    if document.about is None:
        if recipe.data is None:
            raise damaged("its data is missing")
        source = recipe.data.source
        if source not in catalog.NAMES and not os.path.exists(source):
            raise RequestError(
                "The data of the run is missing: {source} does not exist. Put it there or beside "
                "the file of the run, or say where it is (--data).",
                source=source,
            )
        return load(recipe.data)
    try:
        return dataset_of(document.arrays, document.about, recipe.data)
    except (ValueError, TypeError, KeyError, AttributeError, DatasetError) as error:
        raise damaged(str(error)) from None


def with_data_at(document: Document, source: str) -> Document:
    """Return a document whose data is looked for elsewhere, whether it has it in it or not."""
    request = replace(document.recipe.data or DataRequest(source), source=source)
    return replace(document, recipe=replace(document.recipe, data=request), about=None)


def start_of(document: Document) -> Network | None:
    """Return the start weights of a person's own in a document; None where they are drawn.

    Raises
    ------
    DocumentError
        If they are missing, or others.
    """
    if not document.recipe.weights:
        return None
    try:
        start = document.start
    except (ValueError, TypeError, KeyError) as error:
        raise damaged(str(error)) from None
    if start is None or digest(start)[:CHECKED] != document.recipe.weights:
        raise damaged("its start weights are missing, or others")
    return start


def check_fit(document: Document, data: Dataset) -> None:
    """Refuse data that is not what the run was trained on, before memory is taken for weights.

    Raises
    ------
    DocumentError
        If it is other data, or the document has weights that do not fit it.
    """
    recipe, hidden = document.recipe, document.recipe.settings.n_hidden
    if data.digest[:CHECKED] != recipe.data_digest:
        raise DocumentError(
            Message.of(
                "The data {source} is not, or no longer, that which the run was trained on. Choose "
                "that data.",
                source=data.name if data.request is None else data.request.source,
            )
        )
    shapes = {"start/W1T": (data.n_inputs, hidden), "start/W2": (data.n_outputs, hidden)}
    for name, shape in shapes.items():
        if name in document.arrays and document.arrays[name].shape != shape:
            raise damaged("the start weights have another shape")
