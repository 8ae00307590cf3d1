"""What a person may ask of the history, and what is refused."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings, SettingsError
from bpviz.training.quantities import Curves
from bpviz.training.record.record import Record
from bpviz.training.run.history import History
from tests.training.conftest import small_world

SETTINGS = Settings(n_hidden=3)


@pytest.fixture(scope="module")
def session(sparse: Dataset) -> Session:
    session = Session(SETTINGS, sparse)
    session.advance(1000)
    session.back(400)
    return session


def test_that_the_history_reaches_to_the_tip_after_going_back(session: Session) -> None:
    assert session.history.tip == 1000
    assert len(session.history.loss(0, 1000)) == 1000
    assert session.history.loss(5, 5).shape == (0,)


def test_that_what_it_gives_is_a_copy(session: Session) -> None:
    losses = session.history.loss(0, 1000)
    losses[:] = 0
    assert session.history.loss(0, 1000).all()


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (-1, 5, "The first step is -1; it must be a whole number from 0 to 1000"),
        (0, 1001, "The end of the range is 1001; it must be a whole number from 0 to 1000"),
        (6, 5, "The end of the range is 5; it must be a whole number from 6 to 1000"),
        (1.0, 5, "The first step is 1.0"),
        (0, "5", "The end of the range is '5'"),
        (None, 5, "The first step is None"),
    ],
)
def test_that_a_range_outside_the_history_is_refused(
    session: Session, first: int, last: int, words: str
) -> None:
    history = session.history
    for series in (history.loss, history.gradient_W1, history.gradient_W2):
        with pytest.raises(SettingsError, match=words):
            series(first, last)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((0, 0, 5), "The end of the range is 0"),
        ((5, 5, 5), "The first step is 5; it must be a whole number from 0 to 4"),
        ((0, 1001, 5), "The end of the range is 1001"),
        ((0, 10, 0), "The number of buckets is 0"),
        ((0, 10, 2.5), "The number of buckets is 2.5"),
        ((0, 10, 5, "accuracy"), "must be one of loss, gradient_W1, gradient_W2"),
    ],
)
def test_that_an_envelope_of_nothing_is_refused(
    session: Session, arguments: tuple[object, ...], words: str
) -> None:
    with pytest.raises(SettingsError, match=words):
        session.history.envelope(*arguments)  # type: ignore[arg-type]


def test_that_an_empty_history_says_so(sparse: Dataset) -> None:
    history = Session(SETTINGS, sparse).history
    with pytest.raises(SettingsError, match="No step is recorded yet"):
        history.envelope(0, 1, 1)
    assert history.loss(0, 0).shape == (0,)
    assert math.isnan(history.mean_loss(0))


@pytest.mark.parametrize("series", ["loss", "gradient_W1", "gradient_W2"])
def test_that_an_envelope_has_even_parts_that_cover_every_step(
    session: Session, series: str
) -> None:
    values = getattr(session.history, series)(0, 1000)
    low, mean, high = session.history.envelope(100, 903, 10, series)
    edges = [100 + 803 * i // 10 for i in range(11)]
    for i in range(10):
        part = values[edges[i] : edges[i + 1]]
        assert (low[i], high[i]) == (part.min(), part.max())
        assert mean[i] == pytest.approx(part.mean())


def test_that_more_buckets_than_steps_are_one_a_step(session: Session) -> None:
    low, mean, high = session.history.envelope(10, 14, 1000)
    np.testing.assert_array_equal(low, session.history.loss(10, 14))
    np.testing.assert_array_equal(mean, low)
    np.testing.assert_array_equal(high, low)


def test_that_the_moving_average_is_over_the_last_steps_before_a_place(session: Session) -> None:
    losses = session.history.loss(0, 1000)
    assert session.history.mean_loss(600, 100) == pytest.approx(losses[500:600].mean())
    assert session.history.mean_loss(30) == pytest.approx(losses[:30].mean())
    assert session.history.mean_loss(1) == losses[0]


def test_that_a_huge_history_is_summed_up_in_even_parts_without_overflow(
    sparse: Dataset,
) -> None:
    """Edges are computed in whole numbers of any size: 2⁶⁰ steps times 10⁶ buckets."""
    record = Record()
    record.end = 2**60
    seen: list[np.ndarray] = []
    record.envelope = lambda row, edges: seen.append(edges)  # type: ignore[assignment]
    standing = Session(SETTINGS, sparse)._standing
    history = History(
        standing,
        record,
        lambda a, b: np.zeros((3, b - a)),
        lambda a, b: (np.zeros(b - a, np.int64), np.zeros(b - a)),
        Curves,
    )
    history.envelope(0, 2**60, 10**6)
    assert (np.diff(seen[0]) >= 2**60 // 10**6).all()
    assert (seen[0][0], seen[0][-1]) == (0, 2**60)


def test_that_all_of_it_is_given_unless_a_part_is_asked_for(session: Session) -> None:
    history = session.history
    assert history.loss().tolist() == history.loss(0, history.tip).tolist()
    assert history.gradient_W1(990).tolist() == history.gradient_W1(990, history.tip).tolist()
    for first, last in ((-1, 5), (5, 3), (0, history.tip + 1), (0, 2.5)):
        with pytest.raises(SettingsError, match="it must be a whole number from"):
            history.to_dict(first, last)  # type: ignore[arg-type]


def test_that_its_columns_are_what_each_step_was(sparse: Dataset) -> None:
    session = Session(SETTINGS, sparse)
    session.advance(40)
    session.set_learning_rate(0.03)
    session.train_next(5)
    session.advance(1)
    session.hold(7)
    session.advance(20)
    session.seek(50)
    session.skip() if session.held is None else session.hold(None)
    session.advance(30)
    columns = session.history.to_dict()
    assert {len(column) for column in columns.values()} == {80}
    assert columns["step"].tolist() == list(range(80))
    seen = []
    for step in range(80):
        session.seek(step)
        t = session.preview
        sizes = np.linalg.norm(t.delta1) * np.linalg.norm(t.x)
        seen.append((session.sample_index(step), session.learning_rate, t.loss))
        assert columns["gradient_W1"][step] == pytest.approx(sizes)
        assert columns["gradient_W2"][step] == pytest.approx(
            np.linalg.norm(t.delta2) * np.linalg.norm(t.h)
        )
    named = (columns[name].tolist() for name in ("sample", "learning_rate", "loss"))
    assert seen == list(zip(*named, strict=True))
    part = session.history.to_dict(35, 45)
    for name, column in columns.items():
        assert part[name].tolist() == column[35:45].tolist()
        assert part[name].dtype == column.dtype


def test_that_pandas_takes_its_columns(session: Session) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(session.history.to_dict())
    assert frame["loss"].tolist() == session.history.loss().tolist()


def test_that_old_parts_keep_their_extremes_and_about_their_mean(sparse: Dataset) -> None:
    with small_world(256):
        session = Session(SETTINGS, sparse)
        session.advance(20_000)
        losses = session.history.loss(0, 20_000)
        low, mean, high = session.history.envelope(0, 20_000, 7)
        assert low.min() == losses.min()
        assert high.max() == losses.max()
        assert mean.mean() == pytest.approx(losses.mean(), rel=0.05)
        assert session.history.mean_loss(1000) == pytest.approx(losses[:1000].mean(), rel=0.1)


def test_that_no_more_than_2_to_the_31_buckets_can_be_asked_for(session: Session) -> None:
    low, _, high = session.history.envelope(0, 1000, 2**31)
    assert len(low) == len(high) == 1000
    with pytest.raises(SettingsError, match=f"from 1 to {2**31}"):
        session.history.envelope(0, 1000, 2**31 + 1)


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_that_a_young_history_ends_where_it_does(sparse: Dataset, steps: int) -> None:
    session = Session(SETTINGS, sparse)
    session.advance(steps)
    with pytest.raises(SettingsError, match=f"The end of the range is {max(steps, 1) + 1}; "):
        session.history.envelope(0, max(steps, 1) + 1, 1)
    if steps:
        low, mean, high = session.history.envelope(steps - 1, steps, 1)
        assert low == mean == high == session.loss


def test_that_the_mean_loss_is_that_of_the_last_1_000_steps(xor: Dataset) -> None:
    session = Session(Settings(n_hidden=2), xor)
    session.advance(1500)
    losses = session.history.loss(0, 1500)
    assert session.history.mean_loss(1500) == losses[500:].mean()
    assert session.history.mean_loss(1200) == losses[200:1200].mean()
    assert session.history.mean_loss(700) == losses[:700].mean()
    assert session.history.mean_loss(700, 3) == losses[697:700].mean()
