"""NetworkClassifier and NetworkRegressor: fit, predict and score, by scikit-learn's conventions.

scikit-learn is not needed, and where it is installed its pipelines, searches and cross-validations
take them.
"""

from __future__ import annotations

import inspect
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.assembly import with_constant
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.given_arrays import frame_given
from bpviz.datasets.outcomes import number_outcomes
from bpviz.datasets.request import DataRequest
from bpviz.network.activations import Activation
from bpviz.network.evaluate import predict
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats
from bpviz.quoting import spelled
from bpviz.training import outcome
from bpviz.training.outcome import StopReason
from bpviz.training.session import Session
from bpviz.training.settings import MAX_SEED, Settings, SettingsError, StoppingRule, check_count


class NotFittedError(ValueError, AttributeError):
    """It was asked before `fit`; scikit-learn's own is raised in its place where that is loaded."""


@dataclass(eq=False, repr=False)
class _NetworkEstimator:
    """What both estimators share.

    Parameters
    ----------
    n_hidden : int
        Hidden size l.
    learning_rate : float
        λ.
    epochs : int
        Each takes m steps.
    random_state : int, numpy.random.RandomState or None
        Seed of the weights and of the order; None is 0, so that equal calls give equal weights.
    order, sigma1, sigma2, initializer, stopping
        As in `Settings`.
    constant : bool
        Whether a constant input 1 is appended, in place of biases.

    Attributes
    ----------
    session_ : Session
        The run, with its whole time: to be looked at, debugged, gone on with, saved.
    n_features_in_ : int
        Columns of X.
    feature_names_in_ : (n,) object
        Their names, where X was a data frame with text for names.
    n_iter_ : int
        Epochs done.
    """

    _kind: ClassVar[str]

    n_hidden: int = 32
    learning_rate: float = 0.1
    epochs: int = 100
    random_state: Any = 0
    order: str = "shuffled"
    sigma1: str = "sigmoid"
    sigma2: str = "sigmoid"
    initializer: str = "normal"
    stopping: StoppingRule | None = None
    constant: bool = True

    # ---- parameters

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """Return the parameters by their names, as they were given."""
        names = inspect.signature(type(self).__init__).parameters
        return {name: getattr(self, name) for name in names if name != "self"}

    def set_params(self, **params: Any) -> Self:
        """Set some parameters, and return itself.

        Raises
        ------
        ValueError
            If there is no such parameter.
        """
        known = self.get_params()
        for name in params:
            if name not in known:
                raise ValueError(
                    f"Invalid parameter {name!r} for {type(self).__name__}. The parameters are: "
                    f"{', '.join(known)}."
                )
        for name, value in params.items():
            setattr(self, name, value)
        return self

    def __repr__(self) -> str:
        usual = inspect.signature(type(self).__init__).parameters
        given = (
            f"{name}={value!r}"
            for name, value in self.get_params().items()
            if value is not usual[name].default and repr(value) != repr(usual[name].default)
        )
        return f"{type(self).__name__}({', '.join(given)})"

    def __sklearn_tags__(self) -> Any:
        """Return what scikit-learn wants to know of it."""
        from sklearn.utils import ClassifierTags, InputTags, RegressorTags, Tags, TargetTags

        classes = self._kind == "classifier"
        return Tags(
            estimator_type=self._kind,
            target_tags=TargetTags(required=True, multi_output=not classes),
            classifier_tags=ClassifierTags() if classes else None,
            regressor_tags=None if classes else RegressorTags(),
            input_tags=InputTags(sparse=True),
        )

    # ---- training and asking

    def _fit(self, data: Dataset) -> Self:
        epochs = check_count("The number of epochs", self.epochs, 1, MAX_SEED // data.n_samples)
        settings = Settings(
            n_hidden=self.n_hidden,
            learning_rate=self.learning_rate,
            seed=_seed(self.random_state),
            order=self.order,  # type: ignore[arg-type]
            sigma1=self.sigma1,  # type: ignore[arg-type]
            sigma2=self.sigma2,  # type: ignore[arg-type]
            initializer=self.initializer,  # type: ignore[arg-type]
            stopping=self.stopping,
        )
        run = Session(settings, data)
        result = run.advance(epochs * data.n_samples)
        if result.reason is StopReason.NOT_FINITE:
            raise SettingsError(outcome.without_a_window(result.message))
        run.rest()  # most of its memory; whoever looks at it gets the same numbers
        self.session_ = run
        self.n_iter_ = -(-run.step // data.n_samples)
        return self

    def _rows_to_fit(self, X: Any) -> CompressedRows:
        rows, names = _rows(X)
        self.n_features_in_ = rows.n_inputs
        self.__dict__.pop("feature_names_in_", None)
        if names is not None:
            self.feature_names_in_ = names
        return with_constant(rows) if self.constant else rows

    def _outputs(self, X: Any) -> Floats:
        """Return f of every row, (m, d) float64."""
        if not hasattr(self, "session_"):
            raise _not_fitted(
                f"This {type(self).__name__} has not learned anything yet. Call fit first."
            )
        rows, names = _rows(X)
        fitted = getattr(self, "feature_names_in_", None)
        if names is not None and fitted is not None and names.tolist() != fitted.tolist():
            raise ValueError(
                "The feature names should match those that were passed during fit.\nThey are "
                f"{', '.join(names[:20])}; use {', '.join(fitted[:20])}, in that order."
            )
        if rows.n_inputs != self.n_features_in_:
            raise ValueError(
                f"X has {rows.n_inputs} features, but {type(self).__name__} is expecting "
                f"{self.n_features_in_} features as input."
            )
        # What it was fitted with decides, and not what was set since.
        appended = self.session_.dataset.constant is not None
        return predict(self.session_.network, with_constant(rows) if appended else rows)


@dataclass(eq=False, repr=False)
class NetworkClassifier(_NetworkEstimator):
    """A network with one hidden layer that tells classes apart.

    With two classes a single output says which one, else there is an output for each; the classes
    of y, sorted, are in ``classes_``, (c,).
    """

    _kind = "classifier"

    def fit(self, X: Any, y: Any) -> NetworkClassifier:
        """Train a new network.

        Parameters
        ----------
        X : (m, n) array_like, data frame or sparse matrix
            Finite numbers; nothing is scaled, but for a constant input that is appended.
        y : (m,) array_like
            The class of each sample: numbers, text, or anything else that can be sorted.

        Raises
        ------
        ValueError
            If they are not such, do not fit each other, or have fewer than two classes.
        SettingsError
            If a parameter is out of its range, or the numbers overflow with this λ.
        """
        rows = self._rows_to_fit(X)
        labels = _targets(self, y, len(rows))
        if labels.ndim == 2 and labels.shape[1] == 1:
            _warn_of_column()
            labels = labels[:, 0]
        if labels.ndim != 1:
            raise ValueError(f"y has the shape {labels.shape}; y should be a 1d array, (m,).")
        if labels.dtype.kind == "f" and (labels != np.floor(labels)).any():
            raise ValueError(
                "Unknown label type: y is continuous, numbers that are no classes. Use a "
                "NetworkRegressor, or classes."
            )
        classes, indices = np.unique(labels, return_inverse=True)
        if len(classes) < 2:
            raise ValueError("y has 1 class. Use samples of at least 2 classes.")
        self.classes_ = classes
        data = Dataset.from_arrays(
            type(self).__name__,
            rows,
            labels=indices,
            class_names=[str(each) for each in classes.tolist()],
            input_names=_input_names(self),
            constant=rows.n_inputs - 1 if self.constant else None,
        )
        self._fit(data)
        return self

    def predict(self, X: Any) -> NDArray[Any]:
        """Return the class of each row, (m,), as among `classes_`."""
        f = self._outputs(X)
        found: NDArray[Any] = self.classes_[self.session_.dataset.predicted(f)]
        return found

    def decision_function(self, X: Any) -> Floats:
        """Return f of each row, (m, c); of two classes f − ½, (m,), above 0 for the second."""
        f = self._outputs(X)
        return f[:, 0] - self.session_.dataset.threshold if f.shape[1] == 1 else f

    @property
    def predict_proba(self) -> Callable[[Any], Floats]:
        """Return 1 − f and f of each row, (m, 2).

        There is such a method only where there are two classes and σ₂ is the sigmoid: several
        outputs do not sum up to 1, and are no probabilities.
        """
        if str(self.sigma2) != Activation.SIGMOID or len(getattr(self, "classes_", (0, 1))) != 2:
            raise AttributeError(
                "The outputs do not sum up to 1, and are no probabilities. Use decision_function."
            )
        return self._probabilities

    def _probabilities(self, X: Any) -> Floats:
        f = self._outputs(X)
        return np.hstack([1.0 - f, f])

    def score(self, X: Any, y: Any, sample_weight: Any = None) -> float:
        """Return the share of the rows that are classified rightly, 0 … 1."""
        right = self.predict(X) == np.asarray(y).reshape(-1)
        return float(np.average(right, weights=sample_weight))


@dataclass(eq=False, repr=False)
class NetworkRegressor(_NetworkEstimator):
    """A network with one hidden layer that predicts numbers.

    The targets are scaled to what σ₂ reaches, and predictions are in original units again.
    """

    _kind = "regressor"

    learning_rate: float = 0.01
    sigma1: str = "tanh"
    sigma2: str = "identity"

    def fit(self, X: Any, y: Any) -> NetworkRegressor:
        """Train a new network.

        Parameters
        ----------
        X : (m, n) array_like, data frame or sparse matrix
            Finite numbers; nothing is scaled, but for a constant input that is appended.
        y : (m,) or (m, d) array_like
            Finite numbers.

        Raises
        ------
        ValueError
            If they are not such, or do not fit each other.
        SettingsError
            If a parameter is out of its range, or the numbers overflow with this λ.
        """
        rows = self._rows_to_fit(X)
        given = _targets(self, y, len(rows))
        if given.dtype.kind not in "biuf" or given.ndim not in (1, 2):
            raise ValueError(f"y is {spelled(y)}; it must be real numbers, (m,) or (m, d).")
        values = given.astype(np.float64)
        self._flat = values.ndim == 1
        values = values.reshape(len(values), -1)
        scaling = DataRequest.of("", sigma2=self.sigma2).fitting
        everything = np.ones(len(values), dtype=np.bool_)
        names = tuple(f"y[{j}]" for j in range(values.shape[1]))
        outcomes = number_outcomes(values, names, everything, scaling)
        data = Dataset.from_arrays(
            type(self).__name__,
            rows,
            outcomes.Y,
            input_names=_input_names(self),
            constant=rows.n_inputs - 1 if self.constant else None,
            target_names=outcomes.target_names,
            target_scale=outcomes.target_scale,
        )
        self._fit(data)
        return self

    def predict(self, X: Any) -> Floats:
        """Return the targets of each row in original units, (m,) or (m, d) as y was."""
        f = self._outputs(X)
        values = self.session_.dataset.unscaled(f)
        return values[:, 0] if self._flat else values

    def score(self, X: Any, y: Any, sample_weight: Any = None) -> float:
        """Return R² = 1 − Σ(predicted − true)² / Σ(true − mean)², the mean over the outputs."""
        said = self.predict(X)
        true = np.asarray(y, dtype=np.float64).reshape(said.shape)
        mean = np.average(true, axis=0, weights=sample_weight)
        off = np.average((said - true) ** 2, axis=0, weights=sample_weight)
        spread = np.average((true - mean) ** 2, axis=0, weights=sample_weight)
        with np.errstate(all="ignore"):
            return float(np.mean(1.0 - off / spread))


def _documented(kind: type[_NetworkEstimator]) -> None:
    """Tell the parameters, which are those of both, in the docstring of `kind` as well."""
    both = inspect.cleandoc(_NetworkEstimator.__doc__ or "").partition("\n\n")[2]
    kind.__doc__ = inspect.cleandoc(kind.__doc__ or "") + "\n\n" + both + "\n"


_documented(NetworkClassifier)
_documented(NetworkRegressor)


def _seed(state: Any) -> int:
    if state is None:
        return 0
    draw = getattr(state, "randint", None)
    return check_count("The random_state", state if draw is None else draw(2**31), 0, MAX_SEED)


def _input_names(estimator: _NetworkEstimator) -> tuple[str, ...]:
    names = getattr(estimator, "feature_names_in_", None)
    if names is None:
        return ()
    return (*names.tolist(), "1") if estimator.constant else tuple(names.tolist())


def _rows(X: Any) -> tuple[CompressedRows, NDArray[Any] | None]:
    """Return the rows of X, and the names of its columns where it has text for names."""
    if X is None:
        raise ValueError("X is None; it must be numbers, (m, n).")
    names = None
    if hasattr(X, "tocsr"):
        if np.dtype(X.dtype).kind == "c":
            raise ValueError("Complex data not supported: X has complex numbers.")
        rows = CompressedRows.from_sparse(X)
    else:
        if hasattr(X, "to_numpy") and hasattr(X, "columns"):
            given = list(X.columns)
            dense, _ = frame_given("X", X)
            if given and all(isinstance(each, str) for each in given):
                names = np.array(given, dtype=object)
        else:
            dense = np.asarray(X)
            if dense.dtype.kind == "c":
                raise ValueError("Complex data not supported: X has complex numbers.")
            dense = np.asarray(X, dtype=np.float64)
        if dense.ndim != 2:
            raise ValueError(
                f"Expected 2D array, got {dense.ndim}D array instead. Reshape your data: "
                "X.reshape(-1, 1) is one feature, X.reshape(1, -1) one sample."
            )
        rows = CompressedRows.from_dense(dense)
    for count, what in ((len(rows), "sample"), (rows.n_inputs, "feature")):
        if count < 1:
            raise ValueError(
                f"Found array with 0 {what}(s) (shape={(len(rows), rows.n_inputs)}) while a "
                "minimum of 1 is required."
            )
    if not np.isfinite(rows.values).all():
        kind = "NaN" if np.isnan(rows.values).any() else "infinity"
        raise ValueError(f"Input X contains {kind}. Use finite numbers.")
    return rows, names


def _targets(estimator: _NetworkEstimator, y: Any, n_samples: int) -> NDArray[Any]:
    if y is None:
        raise ValueError(
            f"{type(estimator).__name__} requires y to be passed, but the target y is None."
        )
    targets = np.asarray(y)
    if targets.dtype.kind == "c":
        raise ValueError("Complex data not supported: y has complex numbers.")
    if targets.ndim < 1 or len(targets) != n_samples:
        raise ValueError(
            f"X and y have inconsistent numbers of samples: {n_samples} and "
            f"{len(targets) if targets.ndim else 'none'}. Use one target for each row."
        )
    if targets.dtype.kind == "O" and estimator._kind == "regressor":
        targets = targets.astype(np.float64)
    if targets.dtype.kind == "f" and not np.isfinite(targets).all():
        kind = "NaN" if np.isnan(targets).any() else "infinity"
        raise ValueError(f"Input y contains {kind}. Use finite numbers.")
    return targets


def _not_fitted(message: str) -> Exception:
    known = sys.modules.get("sklearn.exceptions")
    error: Exception = (NotFittedError if known is None else known.NotFittedError)(message)
    return error


def _warn_of_column() -> None:
    known = sys.modules.get("sklearn.exceptions")
    warnings.warn(
        "A column-vector y was passed when a 1d array was expected. Use y.ravel().",
        UserWarning if known is None else known.DataConversionWarning,
        stacklevel=3,
    )
