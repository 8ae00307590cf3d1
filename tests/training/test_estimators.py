"""The estimators, with and without scikit-learn."""

from __future__ import annotations

import copy
import pickle
import re
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from bpviz import NetworkClassifier, NetworkRegressor, Session, Settings, SettingsError, load
from bpviz.network.digest import digest
from tests.datasets.test_raw_rows import Frame

MOONS = load("moons", n_samples=200, noise=0.1)
X, LABELS = MOONS.X[:, :2], MOONS.labels
NAMES = np.array(["low", "high"], dtype=object)[LABELS]
FEW = {"n_hidden": 6, "epochs": 20, "learning_rate": 0.5}


def test_that_it_learns_and_keeps_the_run_that_it_was() -> None:
    model = NetworkClassifier(n_hidden=8, epochs=150, learning_rate=1.0).fit(X, NAMES)
    assert model.score(X, NAMES) > 0.95
    assert model.classes_.tolist() == ["high", "low"]
    assert (model.predict(X) == NAMES).mean() == model.score(X, NAMES)
    assert (model.n_features_in_, model.n_iter_) == (2, 150)
    run = model.session_
    assert run.step == 150 * len(X)
    settings = Settings(n_hidden=8, learning_rate=1.0, order="shuffled")  # type: ignore[arg-type]
    by_hand = Session(settings, run.dataset)
    by_hand.advance(150 * len(X))
    assert digest(by_hand.network) == digest(run.network)
    run.wake()
    run.seek(100)
    assert run.predict_raw(X[:3]).shape == (3,)


def test_that_equal_calls_give_equal_bits_and_another_seed_others() -> None:
    digests = {
        seed: {digest(NetworkClassifier(**FEW, random_state=seed).fit(X, NAMES).session_.network)
               for _ in range(2)}
        for seed in (None, 0, 1)
    }  # fmt: skip
    assert [len(each) for each in digests.values()] == [1, 1, 1]
    assert digests[None] == digests[0] != digests[1]
    drawn = NetworkClassifier(**FEW, random_state=np.random.RandomState(3)).fit(X, NAMES)
    seed = int(np.random.RandomState(3).randint(2**31))
    assert drawn.session_.settings.seed == seed


def test_that_probabilities_are_there_where_outputs_sum_up() -> None:
    model = NetworkClassifier(**FEW).fit(X, NAMES)
    shares = model.predict_proba(X)
    assert shares.sum(axis=1) == pytest.approx(1.0)
    assert (model.classes_[shares.argmax(axis=1)] == model.predict(X)).all()
    assert model.decision_function(X) == pytest.approx(shares[:, 1] - 0.5)
    three = NetworkClassifier(**FEW).fit(X, np.arange(len(X)) % 3)
    assert three.decision_function(X).shape == (len(X), 3)
    for other in (three, NetworkClassifier(sigma2="tanh")):
        assert not hasattr(other, "predict_proba")
    with pytest.raises(AttributeError, match="The outputs do not sum up to 1"):
        _ = three.predict_proba


@pytest.mark.parametrize("sigma2", ["identity", "sigmoid", "tanh"])
def test_that_a_regression_is_in_the_units_of_its_targets(sigma2: str) -> None:
    x = np.linspace(-1, 1, 60)[:, np.newaxis]
    y = 500 + 80 * np.sin(3 * x[:, 0])
    model = NetworkRegressor(epochs=800, learning_rate=0.1, n_hidden=12, sigma2=sigma2).fit(x, y)
    said = model.predict(x)
    assert said.shape == (60,)
    assert np.abs(said - y).mean() < 15
    r2 = 1 - ((said - y) ** 2).sum() / ((y - y.mean()) ** 2).sum()
    assert model.score(x, y) == pytest.approx(r2)
    both = NetworkRegressor(epochs=5).fit(x, np.column_stack([y, -y]))
    assert both.predict(x).shape == (60, 2)
    weights = np.r_[np.zeros(30), np.ones(30)]
    late = both.score(x[30:], np.column_stack([y, -y])[30:])
    assert both.score(x, np.column_stack([y, -y]), weights) == pytest.approx(late)


def test_that_parameters_are_kept_as_given_and_set_by_name() -> None:
    model = NetworkClassifier(n_hidden=5)
    assert model.get_params()["n_hidden"] == 5
    assert model.set_params(epochs=3, sigma1="tanh") is model
    assert repr(model) == "NetworkClassifier(n_hidden=5, epochs=3, sigma1='tanh')"
    again = NetworkClassifier(**model.get_params())
    assert again.get_params() == model.get_params()
    with pytest.raises(ValueError, match="Invalid parameter 'epoch' for NetworkClassifier"):
        model.set_params(epoch=3)
    for documented in (NetworkClassifier, NetworkRegressor):
        assert "n_hidden : int" in (documented.__doc__ or "")


def test_that_names_of_columns_are_kept_and_compared() -> None:
    frame = Frame(a=X[:, 0], b=X[:, 1])
    model = NetworkClassifier(**FEW).fit(frame, NAMES)
    assert model.feature_names_in_.tolist() == ["a", "b"]
    assert model.session_.dataset.input_names == ("a", "b", "1")
    assert (model.predict(frame) == model.predict(X)).all()
    with pytest.raises(ValueError, match="The feature names should match those"):
        model.predict(Frame(b=X[:, 1], a=X[:, 0]))


def test_that_a_fitted_one_can_be_copied_and_pickled_with_equal_bits() -> None:
    model = NetworkClassifier(**FEW).fit(X, NAMES)
    for again in (copy.deepcopy(model), pickle.loads(pickle.dumps(model))):
        assert again.decision_function(X).tolist() == model.decision_function(X).tolist()
        assert (again.predict(X) == model.predict(X)).all()


@pytest.mark.parametrize(
    ("bad", "y", "words"),
    [
        ([1.0, 2.0], [0, 1], "Expected 2D array, got 1D array instead. Reshape your data"),
        (np.zeros((0, 2)), [], "Found array with 0 sample(s) (shape=(0, 2)) while a minimum of 1"),
        ([[1.0], [np.nan]], [0, 1], "Input X contains NaN. Use finite numbers."),
        ([[1.0], [2.0]], [0, 1, 1], "X and y have inconsistent numbers of samples: 2 and 3."),
        ([[1.0], [2.0]], [0, 0], "y has 1 class. Use samples of at least 2 classes."),
        ([[1.0], [2.0]], [0.5, 1], "Unknown label type: y is continuous"),
        ([[1.0], [2.0]], None, "requires y to be passed, but the target y is None."),
        ([[1j], [2.0]], [0, 1], "Complex data not supported: X has complex numbers."),
    ],
)  # fmt: skip
def test_that_what_cannot_be_learned_is_refused(bad: Any, y: Any, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        NetworkClassifier(**FEW).fit(bad, y)


def test_that_other_rows_and_overflow_and_an_early_question_are_refused() -> None:
    model = NetworkRegressor(epochs=2)
    with pytest.raises(ValueError, match="This NetworkRegressor has not learned anything yet"):
        model.predict(X)
    model.fit(X, X[:, 0])
    with pytest.raises(ValueError, match="X has 1 features, but NetworkRegressor is expecting 2"):
        model.predict(X[:, :1])
    with pytest.raises(SettingsError, match="no longer a finite number"):
        NetworkRegressor(sigma1="identity", learning_rate=9.0).fit(X * 100, X[:, 0])
    with pytest.raises(SettingsError, match="The number of epochs is 0"):
        NetworkRegressor(epochs=0).fit(X, X[:, 0])


def test_that_scikit_learn_is_not_loaded() -> None:
    code = (
        "import sys, numpy; from bpviz import NetworkClassifier as N;"
        "N(n_hidden=2, epochs=1).fit(numpy.eye(2), [0, 1]).predict(numpy.eye(2));"
        "assert not {'sklearn', 'pandas'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", [NetworkClassifier, NetworkRegressor])
def test_that_scikit_learn_finds_nothing_wrong(kind: type[Any]) -> None:
    checks = pytest.importorskip("sklearn.utils.estimator_checks")
    found = checks.check_estimator(kind(), on_fail=None, on_skip=None)
    failed = [each["check_name"] for each in found if each["status"] == "failed"]
    assert failed == []
    assert sum(each["status"] == "passed" for each in found) > 45


@pytest.mark.filterwarnings("ignore")
def test_that_pipelines_and_searches_take_it() -> None:
    pytest.importorskip("sklearn")
    from sklearn.base import clone
    from sklearn.model_selection import GridSearchCV, cross_val_score
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = NetworkClassifier(**FEW)
    assert clone(model).get_params() == model.get_params()
    whole = make_pipeline(StandardScaler(), model)
    assert cross_val_score(whole, X, NAMES, cv=3).mean() > 0.8
    search = GridSearchCV(model, {"n_hidden": [2, 6]}, cv=2).fit(X, NAMES)
    assert search.best_params_["n_hidden"] in (2, 6)
