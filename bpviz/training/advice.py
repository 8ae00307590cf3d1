"""What an expert would say of a run, seen on its frames: pure functions, frozen data, no Qt.

A rule looks at the newest frame and at what was noted of those before it on the same way, and
returns one piece of advice or none.  It speaks where something is certainly wrong and the run does
not learn for it: a false alarm is worse than silence.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network.rules import GradientRule
from bpviz.training.events import Frame, State
from bpviz.training.journal.entries import RateChange
from bpviz.training.message import Message

RECENT = 1000
"""Steps that `Frame.mean_loss` and `Frame.recent_gradients` look back on."""

_PATIENCE = 10_000  # steps that make up for an epoch of fewer samples
_LOOKS = 8  # at as many pairs before most units count as saturated
_DENSE = 1_000_000  # inputs in all samples, up to which they are searched for a constant one


class Kind(StrEnum):
    """What the advice is about; of several that hold at once the first one is the cause."""

    OVERFLOW = "overflow"
    """Gradients grow without end."""
    ALIKE = "alike"
    """All hidden units compute the same."""
    RATE = "rate"
    """The loss rises since λ was raised."""
    DEAD = "dead"
    """Every gradient is exactly 0."""
    SATURATED = "saturated"
    """Nearly every hidden unit is saturated, and the loss does not fall."""
    CONSTANT = "constant"
    """A regression has no constant input, and cannot follow its targets."""
    CHANCE = "chance"
    """The accuracy is that of guessing."""
    SPIKE = "spike"
    """One loss makes all others invisible."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence: what is wrong and where, and what to do.

    Attributes
    ----------
    kind : Kind
    step : int
        Where it was noticed, in steps completed.
    text : Message
    """

    kind: Kind
    step: int
    text: Message


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules have to know of a data set.

    Attributes
    ----------
    n_samples : int
    baseline : float
        Mean loss of the best answer that is the same for every sample: the targets' variance,
        summed over the outputs.
    chance : float or None
        Share of the largest class, of the test part where there is one; None for regression.
    n_judged : int
        Samples of that part.
    constant : bool
        Whether some input is the same in every sample, and not 0.
    """

    n_samples: int
    baseline: float
    chance: float | None
    n_judged: int
    constant: bool

    @classmethod
    def of(cls, data: Dataset) -> Facts:
        """Find them out: a pass over targets and labels, and over the inputs of a small set."""
        judged = data if data.test is None else data.test
        chance = None
        if judged.labels is not None:
            chance = float(np.bincount(judged.labels).max() / judged.n_samples)
        constant = data.constant is not None
        if not constant and data.n_samples * data.n_inputs <= _DENSE:
            dense = data.rows.dense()
            constant = bool(((dense == dense[0]).all(axis=0) & (dense[0] != 0)).any())
        with np.errstate(all="ignore"):
            baseline = float(data.Y.var(axis=0).sum())
        return cls(data.n_samples, baseline, chance, judged.n_samples, constant)

    @property
    def patience(self) -> int:
        """Steps after which something should have been learned: an epoch that deserves the name."""
        return max(self.n_samples, _PATIENCE)


@dataclass(frozen=True, slots=True)
class Observation:
    """What is remembered of a frame.

    Attributes
    ----------
    step : int
    mean_loss : float
    gradient : float
        Largest ‖∂W1‖_F or ‖∂W2‖_F of the recent steps; NaN where they are not kept.
    saturated : float
        Share of the hidden units that are saturated on the pair of the step at hand, 0 … 1.
    """

    step: int
    mean_loss: float
    gradient: float
    saturated: float

    @classmethod
    def of(cls, frame: Frame) -> Observation:
        """Note what rules will want to know of `frame` later on."""
        saturated = 0.0
        if frame.opened is not None:
            low, high = frame.settings.sigma1.saturation
            h = frame.opened.trace.h
            saturated = float(((h < low) | (h > high)).mean())
        return cls(frame.step, frame.mean_loss, max(frame.recent_gradients), saturated)


Rule = Callable[[Frame, Sequence[Observation], Facts], Advice | None]


def advise(
    frame: Frame, before: Sequence[Observation], facts: Facts, said: frozenset[Kind] = frozenset()
) -> Advice | None:
    """Return what there is to say of `frame`, None where nothing is.

    Parameters
    ----------
    frame : Frame
    before : sequence of Observation
        Of earlier frames on the same way, by rising step, all before `frame.step`.
    facts : Facts
        Of the data set in `frame`.
    said : set of Kind
        What was said in this run.  It is not said again, and neither is what follows from it.
    """
    if frame.state in (State.LOADING, State.FAILED) or frame.dataset is None:
        return None
    if frame.gradient_rule is not GradientRule.EXACT:
        return None  # whoever trains with the wrong formula wants to see what comes of it
    if Kind.SPIKE not in said:
        spike = _spike(frame, before, facts)
        if spike is not None:
            return spike
    for kind, rule in _RULES.items():
        if kind in said:  # what comes behind follows from it
            return None
        found = rule(frame, before, facts)
        if found is not None:
            return found
    return None


def _overflow(frame: Frame, before: Sequence[Observation], _facts: Facts) -> Advice | None:
    sizes = [*((each.step, each.gradient) for each in before[-2:])]
    sizes.append((frame.step, max(frame.recent_gradients)))
    (first, a), (second, b), (third, c) = sizes if len(sizes) == 3 else [(0, 0.0)] * 3
    if not (first < second < third and 0 < 10 * a < b and 10 * b < c < math.inf and c > 1e6):
        return None
    decade = (third - second) / math.log10(c / b)
    left = (math.log10(math.sqrt(np.finfo(np.float64).max)) - math.log10(c)) * decade
    if left <= 0 or left > 100 * (third - first):
        return None
    return Advice(
        Kind.OVERFLOW,
        frame.step,
        Message.of(
            "The gradients grow without end: {size:.2g} at step {step}, and near step {end} "
            "numbers overflow. Pause, go back and use a smaller λ.",
            size=c,
            step=frame.step,
            end=round(third + left),
        ),
    )


def _alike(frame: Frame, _before: Sequence[Observation], _facts: Facts) -> Advice | None:
    W1, W2 = frame.network.W1, frame.network.W2
    if len(W1) < 2 or frame.step < RECENT:
        return None
    if (W1[0] != W1[-1]).any() or (W1[0] != W1).any() or (W2[:, :1] != W2).any():
        return None
    if not (W1.any() or W2.any()):
        text = Message.of(
            "All weights are still 0 at step {step}, and so is every gradient: nothing can move. "
            "Choose initial weights other than zeros.",
            step=frame.step,
        )
    else:
        text = Message.of(
            "All {l} hidden units have the same weights at step {step}, since they began alike, "
            "and learn as one. Choose initial weights other than zeros.",
            l=len(W1),
            step=frame.step,
        )
    return Advice(Kind.ALIKE, frame.step, text)


def _raised(frame: Frame) -> tuple[int, float, float] | None:
    """Return the last change of λ, where it was raised: the step, and λ before and after.

    What belongs to one gesture is one change.
    """
    changes = [
        note.change
        for note in frame.journal
        if isinstance(note.change, RateChange) and note.step <= frame.step
    ]
    if not changes:
        return None
    last = changes.pop()
    begun = last.step
    while changes and last.gesture and changes[-1].gesture == last.gesture:
        begun = changes.pop().step
    old = changes[-1].learning_rate if changes else frame.settings.learning_rate
    return (begun, old, last.learning_rate) if last.learning_rate > old else None


def _rate(frame: Frame, before: Sequence[Observation], facts: Facts) -> Advice | None:
    raised = _raised(frame)
    if raised is None:
        return None
    step, old, new = raised
    earlier = [each for each in before if 0 < each.step <= step]
    if not earlier:
        return None
    was, now = earlier[-1].mean_loss, frame.mean_loss
    since = [each.mean_loss for each in before if step + RECENT <= each.step <= frame.step - RECENT]
    limit = max(1.5 * was, was + 0.05 * facts.baseline)
    if not since or not (min(since) > limit and now > limit):
        return None
    return Advice(
        Kind.RATE,
        frame.step,
        Message.of(
            "Since λ was raised from {old:.4g} to {new:.4g} at step {step}, the mean loss has "
            "risen from {was:.3g} to {now:.3g}. Undo the change, or use a smaller λ.",
            old=old,
            new=new,
            step=step,
            was=was,
            now=now,
        ),
    )


def _dead(frame: Frame, _before: Sequence[Observation], facts: Facts) -> Advice | None:
    if frame.step < RECENT or any(each != 0 for each in frame.recent_gradients):
        return None
    if not frame.mean_loss > 0.1 * facts.baseline or frame.opened is None:
        return None
    if not frame.opened.trace.h.any():
        text = Message.of(
            "All {l} hidden units are dead: h = 0 and every gradient has been exactly 0 for "
            "{recent} steps up to step {step}. Restart with a smaller λ.",
            l=frame.network.n_hidden,
            recent=RECENT,
            step=frame.step,
        )
    else:
        text = Message.of(
            "Every gradient has been exactly 0 for {recent} steps up to step {step}: the outputs "
            "are so saturated that σ₂′ = 0. Restart with a smaller λ.",
            recent=RECENT,
            step=frame.step,
        )
    return Advice(Kind.DEAD, frame.step, text)


def _saturated(frame: Frame, before: Sequence[Observation], facts: Facts) -> Advice | None:
    now = Observation.of(frame)
    seen = [*before[1 - _LOOKS :], now]
    if len(seen) < _LOOKS or frame.step < RECENT or not frame.settings.sigma1.bounded:
        return None
    share = float(np.mean([each.saturated for each in seen]))
    if share < 0.9 or not frame.mean_loss > 0.8 * facts.baseline:
        return None
    return Advice(
        Kind.SATURATED,
        frame.step,
        Message.of(
            "{share:.0f} % of the hidden units are saturated at step {step}, so σ₁′ is almost 0 "
            "and W₁ hardly learns. Use smaller inputs or initial weights, or a smaller λ.",
            share=math.floor(100 * share),
            step=frame.step,
        ),
    )


def _constant(frame: Frame, _before: Sequence[Observation], facts: Facts) -> Advice | None:
    if facts.chance is not None or facts.constant or frame.step < facts.patience:
        return None
    if not 0.5 * facts.baseline < frame.mean_loss < math.inf:
        return None
    return Advice(
        Kind.CONSTANT,
        frame.step,
        Message.of(
            "This regression has no constant input, so no unit has a bias: at step {step} the "
            "mean loss is still {share:.0f} % of what a fixed answer has. Switch on “Constant "
            "input 1” in Setup.",
            step=frame.step,
            share=100 * frame.mean_loss / facts.baseline,
        ),
    )


def _chance(frame: Frame, before: Sequence[Observation], facts: Facts) -> Advice | None:
    assert frame.dataset is not None
    chance = facts.chance
    if chance is None or chance == 1 or len(before) < _LOOKS:  # by then a cause would be known
        return None
    curve = frame.train_curve if frame.dataset.test is None else frame.test_curve
    done = (curve.steps <= frame.step) & (curve.steps >= frame.step - facts.patience)
    steps, accuracy = curve.steps[done], curve.accuracy[done]
    if len(steps) < 2 or steps[-1] - steps[0] < 0.8 * facts.patience:
        return None
    # By chance as well: three standard deviations of as many guesses, but not the noise of a few.
    noise = min(3 * math.sqrt(chance * (1 - chance) / facts.n_judged), 0.05)
    if not (accuracy <= chance + noise).all():
        return None
    return Advice(
        Kind.CHANCE,
        frame.step,
        Message.of(
            "The accuracy has been that of guessing, {accuracy:.1f} %, from step {first} to step "
            "{step}. Use another λ, or other initial weights.",
            accuracy=100 * float(accuracy[-1]),
            first=int(steps[0]),
            step=int(steps[-1]),
        ),
    )


def _spike(frame: Frame, _before: Sequence[Observation], _facts: Facts) -> Advice | None:
    history = frame.history
    if history is None or len(history.starts) < 100:
        return None
    high = history.loss.high
    at = int(np.argmax(high))
    if at > len(high) - 10:  # it may be the beginning of worse
        return None
    others = np.concatenate([high[: max(at - 1, 0)], high[at + 2 :]])
    largest = float(others.max())
    if not (0 < 1000 * largest < high[at] < math.inf):
        return None
    return Advice(
        Kind.SPIKE,
        frame.step,
        Message.of(
            "One loss, {loss:.2g} near step {step}, is more than a thousand times any other and "
            "flattens the curve. Zoom to the steps beside it, or use the logarithmic axis.",
            loss=float(high[at]),
            step=int(history.starts[at]),
        ),
    )


_RULES: dict[Kind, Rule] = {
    Kind.OVERFLOW: _overflow,
    Kind.ALIKE: _alike,
    Kind.RATE: _rate,
    Kind.DEAD: _dead,
    Kind.SATURATED: _saturated,
    Kind.CONSTANT: _constant,
    Kind.CHANCE: _chance,
}


class Adviser:
    """Keeps what rules need of earlier frames, and what was said; says each thing once a run."""

    def __init__(self) -> None:
        self._run = -1
        self._branch = -1
        self._before: tuple[Observation, ...] = ()
        self._said: frozenset[Kind] = frozenset()
        self._data: Dataset | None = None
        self._facts: Facts | None = None

    def look(self, frame: Frame) -> Advice | None:
        """Return what is to be said now, and has not been said in this run."""
        if frame.dataset is None:
            return None
        if frame.run != self._run:
            self._run, self._said, self._before = frame.run, frozenset(), ()
        if frame.dataset is not self._data or self._facts is None:
            self._data, self._facts = frame.dataset, Facts.of(frame.dataset)
        self._before = self._same_way(frame)
        found = advise(frame, self._before, self._facts, self._said)
        if not self._before or self._before[-1].step < frame.step:
            self._before = (*self._before[-_KEPT:], Observation.of(frame))
        if found is not None:
            self._said |= {found.kind}
        return found

    def _same_way(self, frame: Frame) -> tuple[Observation, ...]:
        """Return what was noted before, without what lies ahead or on another branch."""
        end = frame.step
        if frame.branch != self._branch:
            left, self._branch = self._branch, frame.branch
            forks = {each.number: each.fork for each in frame.branches if each.parent == left}
            end = min(end, forks.get(frame.branch, 0))
        return tuple(each for each in self._before if each.step <= end and each.step < frame.step)


_KEPT = 255  # observations, four a second: a minute in which λ can be raised and judged
