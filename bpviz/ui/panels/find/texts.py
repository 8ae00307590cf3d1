"""What the panel says of a search: what it costs, how far it is, what it has found."""

from __future__ import annotations

from bpviz.training.run.searches import MOST_FOUND
from bpviz.training.search_results import FoundSteps
from bpviz.training.watches import Cost
from bpviz.ui.core import plurals
from bpviz.ui.core.formatting import count, translated, translator

_tr = translator("FindTexts")


def cost_words(steps: int, seconds: float, each: Cost) -> list[str]:
    """Return what a search will cost, at full length and shorter."""
    whole = _tr("{steps} to compute, {time}").format(
        steps=plurals.steps(steps), time=duration(seconds)
    )
    short = duration(seconds)
    why = {
        Cost.MATRIX: _tr("each reads the weights of the norm"),
        Cost.SAMPLE: _tr("each takes another forward pass"),
    }.get(each)
    return [f"{whole}; {why}", whole, short] if why else [whole, short]


def duration(seconds: float) -> str:
    """Return about how long something takes."""
    if seconds < 1:
        return _tr("less than a second")
    if seconds < 120:
        return _tr("about {n} s").format(n=count(round(seconds)))
    if seconds < 7200:
        return _tr("about {n} min").format(n=count(round(seconds / 60)))
    return _tr("about {n} h").format(n=count(round(seconds / 3600)))


def time_left(seconds: float) -> str:
    """Return how much longer something takes."""
    return _tr("{duration} left").format(duration=duration(seconds))


def what(found: FoundSteps, classes: tuple[str, ...]) -> str:
    """Return what was sought, in words."""
    if found.condition is not None:
        return translated(found.condition.words(classes))
    title = "" if found.watch is None else translated(found.watch.title())
    if found.of == "move":
        return _tr("largest moves of {watch}").format(watch=title)
    if found.of == "size":
        return _tr("largest sizes of {watch}").format(watch=title)
    return _tr("largest values of {watch}").format(watch=title)


def result_words(found: FoundSteps, classes: tuple[str, ...], *, running: bool) -> str:
    """Return what was found, and in which steps it was sought, in a sentence."""
    n, sought = len(found.steps), what(found, classes)
    first, last = count(found.start), count(max(found.searched - 1, found.start))
    if running:
        if found.searched <= found.start:
            return _tr("{what}: on the way to step {first}").format(what=sought, first=first)
        return _tr("{what}: {n} so far, searched up to step {last}").format(
            what=sought, n=plurals.steps(found.count), last=last
        )
    if found.start >= found.stop:
        return _tr("{what}: there is no step to search").format(what=sought)
    if found.searched <= found.start:
        return _tr("{what}: cancelled before step {first}").format(what=sought, first=first)
    if found.searched < found.stop and not _is_full(found):
        return _tr("{what}: {n}; cancelled after steps {first} to {last}").format(
            what=sought, n=plurals.steps(found.count), first=first, last=last
        )
    if not n:
        if found.condition is None:
            return _tr("No step from {first} to {last} has a value of {watch}.").format(
                first=first,
                last=last,
                watch="" if found.watch is None else translated(found.watch.title()),
            )
        return _tr("No step from {first} to {last} meets {what}.").format(
            first=first, last=last, what=sought
        )
    if found.searched < found.stop:
        return _tr("{what}: the first {n}, steps {first} to {last} searched").format(
            what=sought, n=plurals.steps(n), first=first, last=last
        )
    if n < found.count:
        return _tr("{what}: the newest {n} of {all}, steps {first} to {last} searched").format(
            what=sought, n=count(n), all=plurals.steps(found.count), first=first, last=last
        )
    return _tr("{what}: {n}, steps {first} to {last} searched").format(
        what=sought, n=plurals.steps(n), first=first, last=last
    )


def _is_full(found: FoundSteps) -> bool:
    """Whether the search ended with the last step that was wanted."""
    n = len(found.steps)
    ends = found.condition is not None and n > 0 and n == found.count
    return ends and int(found.steps[-1]) + 1 == found.searched and n <= MOST_FOUND
