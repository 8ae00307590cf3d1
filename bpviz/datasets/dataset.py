"""Dataset: the pairs (X, Y), what they mean, and where they come from."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from bpviz import notebook
from bpviz.datasets.classes import MOST_CLASSES, class_targets
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.given_arrays import (
    are_texts,
    check_classes,
    inputs_given,
    label_array,
    labels_of_texts,
    targets_given,
)
from bpviz.datasets.raw_format import RawFormat
from bpviz.datasets.request import DataRequest
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats, Ints
from bpviz.quoting import short, spelled


class Part(StrEnum):
    """The two parts of a data set."""

    TRAIN = "train"
    TEST = "test"


@dataclass(frozen=True, eq=False)
class Dataset:
    """Training pairs, immutable; all arrays read-only.

    Attributes
    ----------
    name : str
        Short name, as in the catalogue.
    title : str
        Name for people.
    rows : CompressedRows
        The inputs as the kernels use them.
    Y : (m, d) float64
        Targets.
    labels : (m,) int64 or None
        Class index of each sample; None for regression.
    class_names : tuple of str
        Name of each class; empty for regression.
    image_shape : tuple of two int, or None
        Height and width where the inputs are a picture.
    input_names : tuple of str
        Name of each input; empty where they are pixels.
    test : Dataset or None
        The part held back.
    description : str
        What it is, where it comes from, its licence; how a file was read.
    constant : int or None
        Which input is the constant 1 that takes the place of a bias; None if there is none.
    target_names : tuple of str
        Name of each output of a regression; empty for classes.
    target_scale : (d, 2) float64 or None
        Of a regression: ``value = offset + factor · y`` in the targets' own units, one
        ``(offset, factor)`` an output; None where y is in its own units.
    codes : (low, high)
        Of two classes with a single output: the targets that stand for them, in the training part
        and so in the test part too; 0 and 1 where there are others, or only one.
    raw : RawFormat or None
        How rows as they stand in the source become inputs; None where they are the inputs.
    source_rows : (m,) int64 or None
        Row of each sample in the file, counted from 0 below the header: its place in the array, or
        among the pictures of a folder.  None where sample i is row i, or there is no file.
    request : DataRequest or None
        What `load` was asked for; None of arrays, and of a test part.

    Raises
    ------
    ValueError
        If the shapes do not fit each other.
    DatasetError
        If a label is none of the classes that the outputs can say.
    """

    name: str
    title: str
    rows: CompressedRows
    Y: Floats
    labels: Ints | None = None
    class_names: tuple[str, ...] = ()
    image_shape: tuple[int, int] | None = None
    input_names: tuple[str, ...] = ()
    test: Dataset | None = None
    description: str = ""
    constant: int | None = None
    target_names: tuple[str, ...] = ()
    target_scale: Floats | None = None
    request: DataRequest | None = None
    raw: RawFormat | None = None
    source_rows: Ints | None = None
    codes: tuple[float, float] = field(init=False, default=(0.0, 1.0))

    def __post_init__(self) -> None:
        m = len(self.rows)
        if self.Y.ndim != 2 or len(self.Y) != m:
            raise ValueError(f"The targets have the shape {self.Y.shape}; it must be ({m}, d).")
        if self.labels is not None and self.labels.shape != (m,):
            raise ValueError(f"The labels have the shape {self.labels.shape}; it must be ({m},).")
        if self.source_rows is not None and self.source_rows.shape != (m,):
            raise ValueError(
                f"The source rows have the shape {self.source_rows.shape}; it must be ({m},)."
            )
        for array in (self.Y, self.labels, self.source_rows):
            if array is not None:
                array.flags.writeable = False
        if self.labels is not None:
            self._check_labels(self.labels)
        object.__setattr__(self, "codes", _codes(self.Y, self.labels))
        if self.test is not None:
            object.__setattr__(self, "test", self.test.judged_as(self))

    def _check_labels(self, labels: Ints) -> None:
        wrong = (labels < 0) | (labels >= max(self.n_outputs, 2))
        if wrong.any():
            i = int(np.argmax(wrong))
            raise _no_class(self.name, i, labels[i], self.n_outputs)

    @classmethod
    def from_arrays(
        cls,
        name: str,
        X: Any,
        Y: Any = None,
        *,
        labels: Any = None,
        title: str = "",
        class_names: Sequence[str] = (),
        image_shape: tuple[int, int] | None = None,
        input_names: Sequence[str] = (),
        test: Dataset | None = None,
        description: str = "",
        constant: int | None = None,
        target_names: Sequence[str] = (),
        target_scale: Floats | None = None,
        raw: RawFormat | None = None,
        source_rows: Ints | None = None,
    ) -> Dataset:
        """Make a data set of arrays, data frames or sparse matrices, which are copied.

        Parameters
        ----------
        X : (m, n) array_like, data frame or sparse matrix
            Inputs, as they are: nothing is scaled.  Of a data frame (pandas, polars, or what has
            their ``columns`` and ``to_numpy``) the names of the columns become `input_names`.
        Y : (m, d), or (m,) where d = 1, optional
            Targets, numbers.  Text, (m,), is taken as `labels`.
        labels : (m,), optional
            Class of each sample: its index, or its name.  Without `Y` the targets are one-hot, or
            a single column where there are two classes.
        class_names : sequence of str, optional
            Those among the `labels` in alphabetical order unless given.
        title, image_shape, input_names, test, description, constant, target_names, target_scale, \
        raw, source_rows
            As the attributes.

        Raises
        ------
        ValueError
            If the shapes do not fit each other.
        DatasetError
            If `name` is none, a column of a data frame is not made of numbers, there are neither
            targets nor labels, or a label is none of the classes that the outputs can say:
            0 … d − 1, or 0 and 1 with one output.
        """
        if not isinstance(name, str):
            raise DatasetError(
                "The name of the data set is {value}; it must be text and the first argument. Use "
                'Dataset.from_arrays("name", X, Y).',
                value=spelled(name),
            )
        rows, names = inputs_given(name, X)
        Y, named_targets = targets_given(name, Y)
        if labels is None and Y is not None and are_texts(Y):
            labels, Y = Y, None
        if hasattr(labels, "__len__") and len(labels) != len(rows):
            raise ValueError(
                f"{name} has {len(labels)} labels for {len(rows)} samples. Give one for each."
            )
        if labels is not None and are_texts(labels):
            labels, class_names = labels_of_texts(name, labels, class_names)
        if Y is None:
            labels, targets = _targets_of(name, labels, len(class_names))
        else:
            targets = _real_targets(Y)
        return cls(
            name=name,
            title=title or name,
            rows=rows,
            Y=targets,
            labels=None if labels is None else _whole(name, labels, targets.shape[-1:]),
            class_names=tuple(class_names),
            image_shape=image_shape,
            input_names=tuple(input_names) or names,
            test=test,
            description=description,
            constant=constant,
            target_names=tuple(target_names) or (() if labels is not None else named_targets),
            target_scale=target_scale,
            raw=raw,
            source_rows=source_rows,
        )

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        for array in state.values():
            if isinstance(array, np.ndarray):  # which a pickle lets be written to
                array.flags.writeable = False

    def __deepcopy__(self, memo: object) -> Dataset:
        return self  # nothing of it ever changes

    def __repr__(self) -> str:
        test = "" if self.test is None else f", {self.test.n_samples} to test"
        return (
            f"<Dataset {short(self.name)}: {self.n_samples} samples of {self.n_inputs} inputs and "
            f"{self.n_outputs} outputs{test}>"
        )

    def _repr_html_(self) -> str:
        held = "" if self.test is None else f", {self.test.n_samples} more to test"
        kinds = None
        if self.labels is not None:
            counts = np.bincount(self.labels, minlength=len(self.class_names)).tolist()
            kinds = ", ".join(f"{self._class_name(k)} ({n})" for k, n in enumerate(counts[:20]))
            kinds += ", …" if len(counts) > 20 else ""
        facts = (
            ("samples", f"{self.n_samples}{held}"),
            ("inputs", f"{self.n_inputs}" + ("" if self.constant is None else ", one constant 1")),
            ("outputs", self.n_outputs),
            ("classes", kinds),
            ("targets", ", ".join(map(str, self.target_names)) or None),
        )
        shown = self._pictures() if self.image_shape is not None else self._first_rows()
        return notebook.block(str(self.title), notebook.facts(facts), shown)

    def _class_name(self, label: int) -> str:
        return str(self.class_names[label]) if label < len(self.class_names) else str(label)

    def _said(self, i: int) -> str:
        """Return what sample i is to become, for a notebook."""
        if self.labels is not None:
            return self._class_name(int(self.labels[i]))
        return ", ".join(f"{y:.4g}" for y in self.unscaled(self.Y[i])[:8])

    def _pictures(self, most: int = 10) -> str:
        assert self.image_shape is not None
        size = self.image_shape[0] * self.image_shape[1]
        return "".join(
            notebook.picture(
                notebook.grey(self.x(i)[:size].reshape(self.image_shape)),
                f"sample {i}: {self._said(i)}",
                56,
            )
            for i in range(min(self.n_samples, most))
        )

    def _first_rows(self, most: int = 5, columns: int = 12) -> str:
        n = min(self.n_inputs, columns)
        more = ["…"] if self.n_inputs > n else []
        names = [str(name) for name in self.input_names[:n]] or [f"x[{j}]" for j in range(n)]
        what = "target" if self.labels is None else "class"
        rows = (
            [str(i), *(f"{value:.4g}" for value in self.x(i)[:n]), *more, self._said(i)]
            for i in range(min(self.n_samples, most))
        )
        return notebook.table(["sample", *names, *more, what], rows)

    @property
    def n_samples(self) -> int:
        """m."""
        return len(self.rows)

    @property
    def n_inputs(self) -> int:
        """n."""
        return self.rows.n_inputs

    @property
    def n_outputs(self) -> int:
        """d."""
        return int(self.Y.shape[1])

    @property
    def threshold(self) -> float:
        """From which value on a single output says class 1: the middle of its `codes`."""
        low, high = self.codes
        return low / 2 + high / 2

    def predicted(self, outputs: Floats) -> Ints:
        """Return the class that outputs f stand for, as the kernels' `predicted_class` does.

        It is the largest output; a single one says 1 from `threshold` upwards, else 0.

        Parameters
        ----------
        outputs : (..., d) float64

        Returns
        -------
        (...,) int64
        """
        if self.n_outputs == 1:
            return np.asarray(outputs[..., 0] >= self.threshold, dtype=np.int64)
        return np.asarray(outputs.argmax(axis=-1), dtype=np.int64)

    def unscaled(self, outputs: Floats) -> Floats:
        """Return outputs or targets of a regression in original units, (..., d) float64."""
        if self.target_scale is None:
            return outputs
        offset, factor = self.target_scale.T
        with np.errstate(all="ignore"):
            return np.asarray(offset + factor * outputs, dtype=np.float64)

    def judged_as(self, other: Dataset) -> Dataset:
        """Return it with the `codes` of `other`, on which a network was trained."""
        if self.codes == other.codes:
            return self
        judged = copy.copy(self)
        object.__setattr__(judged, "codes", other.codes)
        return judged

    def part(self, part: Part) -> Dataset | None:
        """Return the pairs to train on (these), or those held back; None if there are none."""
        return self if part is Part.TRAIN else self.test

    @cached_property
    def X(self) -> Floats:
        """The inputs as a dense (m, n) float64 array, built when first asked for and kept.

        The kernels and the window never need it: for MNIST it takes 376 MB.
        """
        dense = self.rows.dense()
        dense.flags.writeable = False
        return dense

    def x(self, i: int) -> Floats:
        """Return the inputs of sample i, dense, (n,) float64, without building `X`."""
        return self.rows.row(i)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of every number of both parts, and of their shapes; 64 hexadecimal digits.

        The bytes are little-endian whatever the machine, so data of the same digest trains the
        same network to the same bits.
        """
        found = hashlib.sha256()
        for part in (self, self.test):
            if part is None:
                continue
            labels = np.zeros(0) if part.labels is None else part.labels
            found.update(
                f"{len(part.rows)} {part.n_inputs} {part.Y.shape} {labels.size}\n".encode()
            )
            rows = part.rows
            for array in (rows.starts, rows.indices, rows.values, part.Y, labels):
                found.update(np.ascontiguousarray(array, array.dtype.newbyteorder("<")).data)
        return found.hexdigest()

    @cached_property
    def input_norms(self) -> Floats:
        """‖x‖ of every sample, (m,) float64."""
        norms = self.rows.norms()
        norms.flags.writeable = False
        return norms


def _codes(Y: Floats, labels: Ints | None) -> tuple[float, float]:
    if labels is None or Y.shape[1] != 1:
        return 0.0, 1.0
    there = Y[np.isfinite(Y)]
    low, high = float(there.min(initial=np.inf)), float(there.max(initial=-np.inf))
    return (low, high) if low < high else (0.0, 1.0)


def _targets_of(name: str, labels: Any, n_names: int) -> tuple[Ints, Floats]:
    """Return labels, checked, and the targets that stand for them."""
    if labels is None:
        raise DatasetError(
            "The data set {name} has neither targets nor labels. Use Y, labels, or both.", name=name
        )
    classes = _whole(name, labels, ())
    n_classes = max(n_names, int(classes.max(initial=-1)) + 1)
    if classes.ndim != 1 or classes.min(initial=0) < 0 or n_classes > MOST_CLASSES:
        raise DatasetError(
            "The labels of {name} have the shape {shape} and are from {low} to {high}. Use (m,) "
            "whole numbers from 0 to at most {most}.",
            name=name,
            shape=classes.shape,
            low=classes.min(initial=0),
            high=classes.max(initial=0),
            most=MOST_CLASSES - 1,
        )
    check_classes(name, n_classes)
    return classes, class_targets(classes, n_classes)


def _real_targets(Y: Any) -> Floats:
    try:
        targets = np.array(Y, dtype=np.float64, order="C")  # the layout that the kernels know
    except (TypeError, ValueError):
        raise ValueError(
            f"The targets are {spelled(Y)}; they must be real numbers, (m, d) or (m,)."
        ) from None
    return targets[:, np.newaxis] if targets.ndim == 1 else targets


def _whole(name: str, labels: ArrayLike, outputs: tuple[int, ...]) -> Ints:
    """Return labels as whole numbers; what is no such number is refused, not rounded."""
    given = label_array(labels)
    if given.dtype.kind not in "biuf":
        raise DatasetError(
            "The labels of {name} have the type {dtype}. Use whole numbers, the classes counted "
            "from 0.",
            name=name,
            dtype=given.dtype,
        )
    with np.errstate(invalid="ignore"):
        whole = given.astype(np.int64)
    wrong = np.flatnonzero(whole != given)
    if len(wrong):
        raise _no_class(name, int(wrong[0]), given.flat[wrong[0]], *outputs)
    return whole


def _no_class(name: str, sample: int, label: object, n_outputs: int = 1) -> DatasetError:
    return DatasetError(
        "The label of sample {sample} of {name} is {label}, which is not a class. Use a whole "
        "number from 0 to {last}.",
        sample=sample,
        name=name,
        label=short(label),
        last=max(n_outputs, 2) - 1,
    )
