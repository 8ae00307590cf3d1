"""ShownPair: a pair of the training set, of the test set or of a person's own, and its name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bpviz.datasets.dataset import Dataset, Part
from bpviz.network.types import Floats
from bpviz.training.events import Frame
from bpviz.training.message import Index, Message
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.ui.core.counting import shown
from bpviz.ui.core.formatting import ordinal, translated, translator

_tr = translator("ShownPair")


@dataclass(frozen=True, slots=True, eq=False)
class ShownPair:
    """Which pair a panel shows.

    Attributes
    ----------
    data : Dataset
        The training set, which also says what inputs and outputs mean.
    index : int
        Its index in `part`; of a pair that a person made, m or more.
    part : Part
    own : OwnPair or None
        The pair itself where a person made it.
    """

    data: Dataset
    index: int
    part: Part = Part.TRAIN
    own: CustomPair | None = None

    @classmethod
    def of_step(cls, frame: Frame) -> ShownPair | None:
        """Return the pair of the step at hand; None while there is no data set that has it."""
        if frame.dataset is None:
            return None
        pair = cls(frame.dataset, frame.sample, own=frame.own)
        return pair if pair.exists else None

    @classmethod
    def of(cls, frame: Frame) -> ShownPair | None:
        """Return the pair that a person selected, else that of the step at hand."""
        if frame.dataset is None or frame.selected is None:
            return cls.of_step(frame)
        pair = cls(frame.dataset, frame.selected, frame.selected_part)
        return pair if pair.exists else None

    @property
    def exists(self) -> bool:
        """Whether the data set has it."""
        part = self.data.part(self.part)
        return self.own is not None or (part is not None and 0 <= self.index < part.n_samples)

    @property
    def number(self) -> int | None:
        """What a step that trains on it calls it; None if no step can."""
        return self.index if self.part is Part.TRAIN else None

    @property
    def trains(self) -> bool:
        """Whether it is one of the training set."""
        return self.part is Part.TRAIN and self.own is None

    @property
    def x(self) -> Floats:
        """Inputs, (n,) float64; a copy where the data set has it."""
        return self._pairs().x(self.index) if self.own is None else self.own.x

    @property
    def y(self) -> Floats:
        """Targets, (d,) float64, as the network sees them."""
        if self.own is not None:
            return self.own.y
        y: Floats = self._pairs().Y[self.index]
        return y

    @property
    def label(self) -> int | None:
        """Its class; None for regression."""
        if self.own is not None:
            return self.own.label
        labels = self._pairs().labels
        return None if labels is None else int(labels[self.index])

    @property
    def words(self) -> str:
        """What it is called: "sample 7", "test sample 7" or "own pair: a drawing as 7"."""
        if self.own is not None:
            return _tr("custom pair: {title}").format(title=translated(self.own.title))
        if self.part is Part.TEST:
            return _tr("test sample {index}").format(index=ordinal(self.index))
        return _tr("sample {index}").format(index=ordinal(self.index))

    def as_own(self) -> CustomPair:
        """Return it as a pair that any step can train on; of one of the data set, a copy."""
        if self.own is not None:
            return self.own
        return CustomPair(self.x, self.y, self.label, own_title(self.part, self.index))

    def is_at(self, frame: Frame) -> bool:
        """Whether it is the pair of the step at hand."""
        return self.number == frame.sample

    def _pairs(self) -> Dataset:
        part = self.data.part(self.part)
        if part is None:
            raise ValueError(f"The data set {self.data.name} has no part {self.part}.")
        return part


def own_title(part: Part, index: int) -> Message:
    """Return what a copy of a sample is called, as a pair that any step can train on."""
    if part is Part.TEST:
        return Message.of("test sample {index}", index=Index(index))
    return Message.of("sample {index}", index=Index(index))


def step_words(frame: Frame) -> str:
    """Return what the pair of the step at hand is called, also before the data is there."""
    if frame.own is not None:
        return _tr("custom pair: {title}").format(title=translated(frame.own.title))
    return _tr("sample {index}").format(index=ordinal(frame.sample))


def class_name(names: tuple[str, ...], label: int) -> str:
    """Return the name of class `label` among `names`, its number where it has none."""
    return names[label] if 0 <= label < len(names) else str(shown(label))


def predicted_class(data: Dataset, f: Floats) -> int | None:
    """Return the class that outputs (d,) stand for, None if they are not numbers."""
    return None if np.isnan(f).any() else int(data.predicted(f))
