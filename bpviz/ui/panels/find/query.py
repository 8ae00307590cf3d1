"""What is to be found, as people type it, and what it costs to find it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, TypeVar

from bpviz.datasets.dataset import Dataset
from bpviz.quoting import short
from bpviz.training.breakpoint_text import breakpoint_of
from bpviz.training.breakpoints import Breakpoint, Condition
from bpviz.training.commands import FindLargest, FindSteps
from bpviz.training.events import Frame
from bpviz.training.message import Message
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.run.searches import search_cost
from bpviz.training.settings import SettingsError
from bpviz.training.watch_text import watch_of
from bpviz.training.watches import Cost, Watch
from bpviz.ui.core import plurals
from bpviz.ui.core.counting import first, meant, shown
from bpviz.ui.core.formatting import translated, translator
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.kit.controls.number_text import InputError, written

_tr = translator("FindQuery")

T = TypeVar("T")


class Kind(StrEnum):
    """Which steps are wanted."""

    FIRST = "first"
    NEWEST = "newest"
    VALUE = "value"
    SIZE = "size"
    MOVE = "move"

    @property
    def by_condition(self) -> bool:
        """Whether it takes a condition; the others take a number of the run."""
        return self in (Kind.FIRST, Kind.NEWEST)


@dataclass(frozen=True, slots=True)
class Query:
    """A search.

    Attributes
    ----------
    kind : Kind
    about : Breakpoint or Watch
        A condition, or the number whose largest are wanted.
    count : int
        So many steps at most.
    start, stop : int
        The steps ``start … stop − 1`` of the branch at hand.
    """

    kind: Kind
    about: Breakpoint | Watch
    count: int
    start: int
    stop: int

    def command(self) -> FindSteps | FindLargest:
        """Return what asks for it."""
        if isinstance(self.about, Breakpoint):
            newest = self.kind is Kind.NEWEST
            return FindSteps(self.about, self.start, self.stop, self.count, newest)
        of: dict[Kind, Literal["value", "size", "move"]] = {
            Kind.SIZE: "size",
            Kind.MOVE: "move",
        }
        compared = of.get(self.kind, "value")
        return FindLargest(self.about, self.count, self.start, self.stop, compared)

    def cost(self, frame: Frame, pairs: Pairs) -> tuple[int, float]:
        """Return how many steps are computed, and about how many seconds that takes."""
        condition, watch = None, self.about
        if isinstance(watch, Breakpoint):
            condition, watch = watch, watch.watch or Watch.loss()
        return search_cost(
            frame.settings, pairs, frame.keyframes, self.start, self.stop, watch, condition,
            moves=self.kind is Kind.MOVE,
        )  # fmt: skip

    @property
    def cost_of_each(self) -> Cost:
        """What it takes to look at each step."""
        watch = self.about.watch if isinstance(self.about, Breakpoint) else self.about
        return Cost.STEP if watch is None else watch.cost


def class_names(data: Dataset) -> tuple[str, ...]:
    """Return the name of every class, as the window counts where it has none."""
    if data.labels is None:
        return ()
    n = max(len(data.class_names), int(data.labels.max(initial=-1)) + 1)
    return tuple(class_name(data.class_names, c) for c in range(n))


def read_condition(typed: str, frame: Frame) -> Breakpoint:
    """Return the condition that a text means in the run of `frame`.

    Indices count as the window does.

    Raises
    ------
    InputError
        If it means none, or the run has no such sample, class or number.
    """
    data = frame.dataset
    assert data is not None
    names = class_names(data)
    examples = ", ".join(condition_examples(frame)[:3])
    condition = _read(typed, lambda: breakpoint_of(typed, names), examples)
    if condition.condition in (Condition.LABEL, Condition.MISCLASSIFIED) and not names:
        raise InputError(
            _tr("{data} has no classes. Type a condition that needs none.").format(
                data=translated(data.title)
            )
        )
    try:
        if condition.watch is not None:
            return replace(condition, watch=_meant(condition.watch, frame))
        if condition.condition is Condition.SAMPLE:
            condition = replace(condition, value=meant(int(condition.value)))
            known = int(condition.value) < data.n_samples
        elif condition.condition is Condition.LABEL:
            if _class_typed(typed) not in names:  # by its number, though it has a name
                condition = replace(condition, value=meant(int(condition.value)))
            known = int(condition.value) < len(names)
        else:
            return condition
    except SettingsError:  # below the first
        known = False
    if not known:
        raise _missing(typed, frame)
    return condition


def read_watch(typed: str, frame: Frame) -> Watch:
    """Return the number of the run that a text means; see `read_condition`.

    Raises
    ------
    InputError
        If it means none, or the run has it not.
    """
    examples = ", ".join(watch_examples(frame)[:3])
    watch = _read(typed, lambda: watch_of(typed), examples)
    try:
        return _meant(watch, frame)
    except SettingsError:
        raise _missing(typed, frame) from None


def _read(typed: str, make: Callable[[], T], examples: str) -> T:
    if not typed.strip():
        raise InputError(
            _tr("What to find is missing. Type it, such as {examples}.").format(examples=examples)
        )
    try:
        return make()
    except SettingsError as error:
        said = error.args[0]
        values = said.values if isinstance(said, Message) else {}
        if "examples" not in values:
            raise InputError(translated(said)) from None
        problem = values.get("problem", "")
        if problem:
            sentence = _tr("“{typed}” is not possible: {problem}. Type something like {examples}.")
        else:
            sentence = _tr("“{typed}” is nothing to be found. Type something like {examples}.")
        raise InputError(
            sentence.format(typed=short(typed.strip(), 24), problem=problem, examples=examples)
        ) from None


def _meant(watch: Watch, frame: Frame) -> Watch:
    """Return the watch whose indices were typed as the window counts.

    Raises
    ------
    SettingsError
        If an index is below the first, or the run has no such number.
    """
    assert frame.dataset is not None
    watch = _recounted(watch, meant)
    watch.check(frame.dataset, frame.network.n_hidden, frame.own_pairs)
    return watch


def _recounted(watch: Watch, index: Callable[[int], int]) -> Watch:
    """Return a watch with other indices."""
    row, column, sample = (
        None if at is None else index(at) for at in (watch.row, watch.column, watch.sample)
    )
    return replace(watch, row=row, column=column, sample=sample)


def _missing(typed: str, frame: Frame) -> InputError:
    data, network = frame.dataset, frame.network
    assert data is not None
    sentence = _tr(
        "“{typed}” is not in this run: it has {inputs}, {hidden}, {outputs} and {samples}, counted "
        "from {first}. Type another one."
    )
    return InputError(
        sentence.format(
            typed=short(typed.strip(), 24),
            inputs=plurals.inputs(network.n_inputs),
            hidden=plurals.hidden_units(network.n_hidden),
            outputs=plurals.outputs(network.n_outputs),
            samples=plurals.samples(data.n_samples),
            first=first(),
        )
    )


def _class_typed(typed: str) -> str:
    return re.sub(r"^\s*class\s*=?=?\s*", "", typed, flags=re.IGNORECASE).strip()


def typed_form(condition: Breakpoint, data: Dataset) -> str:
    """Return a text that `read_condition` takes for `condition`."""
    if condition.condition is Condition.LABEL:
        names = class_names(data)
        number = int(condition.value)
        return f"class {names[number] if number < len(names) else shown(number)}"
    if condition.condition is Condition.SAMPLE:
        return f"sample {shown(int(condition.value))}"
    watch = "" if condition.watch is None else str(_recounted(condition.watch, shown))
    return _FORMS[condition.condition].format(watch=watch, value=written(condition.value))


_FORMS = {
    Condition.LOSS_ABOVE: "loss > {value}",
    Condition.LOSS_BELOW: "loss < {value}",
    Condition.GRADIENT_W1_ABOVE: "gradient_W1 > {value}",
    Condition.GRADIENT_W2_ABOVE: "gradient_W2 > {value}",
    Condition.MISCLASSIFIED: "misclassified",
    Condition.SATURATED: "saturated >= {value}",
    Condition.LOSS_JUMP: "loss > {value} x mean",
    Condition.EVERY: "every {value} steps",
    Condition.NOT_FINITE: "not finite",
    Condition.WATCH_ABOVE: "{watch} > {value}",
    Condition.WATCH_BELOW: "{watch} < {value}",
    Condition.SIGN_CHANGE: "{watch} changes sign",
    Condition.MOVE_ABOVE: "{watch} moves by > {value}",
}
"""How conditions are typed, those apart that are about an index."""


def condition_examples(frame: Frame, selected: Selection | None = None) -> list[str]:
    """Return conditions that suit the run, as they are typed; with the weight that is selected."""
    data, network = frame.dataset, frame.network
    if data is None:
        return []
    weight = _weight(frame, selected)
    hidden = shown(network.n_hidden // 2)
    names = class_names(data)
    loss = f"{2 * frame.loss:.2g}" if 0 < frame.loss < 1e6 else "0.5"
    return [
        f"loss > {written(float(loss))}",
        f"{weight} changes sign",
        f"{weight} > {written(0.5)}",
        f"{weight} moves by > {written(0.01)}",
        f"sample {shown(min(frame.sample, data.n_samples - 1))}",
        *([f"class {names[-1]}", "misclassified"] if names else []),
        f"h[{hidden}] > {written(0.9)}",
        f"norm W1[{hidden}, :] > 1",
        f"loss of sample {shown(0)} < {written(0.1)}",
        "loss > 3 x mean",
        "gradient_W1 > 1",
        f"saturated >= {written(0.5)}",
        f"every {data.n_samples} steps",
        "not finite",
    ]


def watch_examples(frame: Frame, selected: Selection | None = None) -> list[str]:
    """Return numbers of the run, as they are typed."""
    if frame.dataset is None:
        return []
    hidden, one = shown(frame.network.n_hidden // 2), shown(0)
    return [
        "loss",
        _weight(frame, selected),
        f"h[{hidden}]",
        f"delta1[{hidden}]",
        f"f[{one}]",
        "norm W1",
        f"norm W1[{hidden}, :]",
        f"f[{one}] of sample {one}",
        f"loss of sample {one}",
    ]


def _weight(frame: Frame, selected: Selection | None) -> str:
    if selected is None or not selected.exists_in(frame.network):
        row, column = frame.network.n_hidden // 2, frame.network.n_inputs // 2
        return f"W1[{shown(row)}, {shown(column)}]"
    return f"{selected.matrix}[{shown(selected.row)}, {shown(selected.column)}]"
