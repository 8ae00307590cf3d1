"""Dataset: the pairs (X, Y), what they mean, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats, Ints


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

    def __post_init__(self) -> None:
        m = len(self.rows)
        if self.Y.ndim != 2 or len(self.Y) != m:
            raise ValueError(f"The targets have the shape {self.Y.shape}; it must be ({m}, d).")
        if self.labels is not None and self.labels.shape != (m,):
            raise ValueError(f"The labels have the shape {self.labels.shape}; it must be ({m},).")
        for array in (self.Y, self.labels):
            if array is not None:
                array.flags.writeable = False

    @classmethod
    def from_arrays(
        cls,
        name: str,
        X: ArrayLike,
        Y: ArrayLike,
        *,
        labels: ArrayLike | None = None,
        title: str = "",
        class_names: tuple[str, ...] = (),
        image_shape: tuple[int, int] | None = None,
        input_names: tuple[str, ...] = (),
        test: Dataset | None = None,
        description: str = "",
        constant: int | None = None,
        target_names: tuple[str, ...] = (),
        target_scale: Floats | None = None,
    ) -> Dataset:
        """Make a data set of dense arrays, which are copied.

        Parameters
        ----------
        X : (m, n)
            Inputs.
        Y : (m, d), or (m,) where d = 1
            Targets.
        labels : (m,), optional
            Class index of each sample.
        title, class_names, image_shape, input_names, test, description, constant, target_names, \
        target_scale
            As the attributes.

        Raises
        ------
        ValueError
            If the shapes do not fit each other.
        """
        targets = np.array(Y, dtype=np.float64, order="C")  # the layout that the kernels know
        return cls(
            name=name,
            title=title or name,
            rows=CompressedRows.from_dense(X),
            Y=targets[:, np.newaxis] if targets.ndim == 1 else targets,
            labels=None if labels is None else np.array(labels, dtype=np.int64),
            class_names=class_names,
            image_shape=image_shape,
            input_names=input_names,
            test=test,
            description=description,
            constant=constant,
            target_names=target_names,
            target_scale=target_scale,
        )

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
    def input_norms(self) -> Floats:
        """‖x‖ of every sample, (m,) float64."""
        norms = self.rows.norms()
        norms.flags.writeable = False
        return norms
