"""Drawing and setting inputs by hand: what the network says to it, and training on it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpviz.datasets import Dataset, load
from bpviz.datasets.drawing_preparation import Preparation, prepare
from bpviz.network import Activation, Network
from bpviz.training import Session, Settings
from bpviz.training.changes import Pin
from bpviz.training.commands import TrainOwn
from bpviz.training.notes import JournalNote
from bpviz.ui.panels.draw import DrawPanel
from bpviz.ui.theme import DARK, LIGHT
from tests.datasets.handwriting import handwritten
from tests.ui.frames import make_frame, make_images, make_network, make_regression, make_table


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> DrawPanel:
    def send(command: Any) -> int:
        sent.append(command)
        return len(sent)

    panel = DrawPanel(send)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(520, 420)
    panel.show()
    return panel


def mouse(panel: DrawPanel, kind: QEvent.Type, place: tuple[float, float]) -> None:
    """Send an event of the left button at a place of the canvas, 0 … 1."""
    canvas = panel.canvas
    rect = canvas.canvas_rect()
    at = QPointF(rect.left() + place[0] * rect.width(), rect.top() + place[1] * rect.height())
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    moves = kind is QEvent.Type.MouseMove
    held = none if kind is QEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(
        kind,
        at,
        QPointF(canvas.mapToGlobal(at.toPoint())),
        none if moves else left,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)


def draw(panel: DrawPanel, points: Any) -> None:
    """Press, move and lift the mouse along a stroke."""
    places = [(float(x), float(y)) for x, y in points]
    mouse(panel, QEvent.Type.MouseButtonPress, places[0])
    for place in places[1:]:
        mouse(panel, QEvent.Type.MouseMove, place)
    mouse(panel, QEvent.Type.MouseButtonRelease, places[-1])


LINE = [(0.3, 0.2), (0.4, 0.5), (0.5, 0.8)]


def expected(network: Network, x: Any) -> Any:
    return network.predict(np.asarray(x))[0]


def own_pair(sent: list[Any]) -> Any:
    command = sent[-1]
    assert isinstance(command, TrainOwn)
    return command.pair


# ---- drawing


@pytest.fixture(scope="module")
def trained() -> tuple[Dataset, Network]:
    """About 97 per cent right on the test digits 8 × 8; a second of training."""
    digits = load("digits")
    session = Session(Settings(n_hidden=32, learning_rate=0.3, seed=0), digits)
    session.advance(30_000)
    assert digits.test is not None
    answers = session.network.predict(digits.test.X).argmax(axis=1)
    assert np.mean(answers == digits.test.labels) > 0.95
    return digits, session.network


def test_that_digits_drawn_with_the_mouse_are_recognised(
    panel: DrawPanel, trained: tuple[Dataset, Network]
) -> None:
    digits, network = trained
    panel.show_frame(make_frame(digits, network=network))
    right = 0
    for label, strokes in handwritten():
        panel.tools.clear.click()
        for points in strokes:
            draw(panel, points)
        right += panel.answer.verdict.text() == str(label)
    assert right >= 17  # of 20, in pictures of 8 × 8; with MNIST's all of them


def test_that_the_answer_moves_with_every_point(
    panel: DrawPanel, trained: tuple[Dataset, Network]
) -> None:
    digits, network = trained
    panel.show_frame(make_frame(digits, network=network))
    assert panel.trace is None
    assert panel.answer.verdict.text() == "–"
    answers = []
    mouse(panel, QEvent.Type.MouseButtonPress, LINE[0])
    for place in LINE:
        mouse(panel, QEvent.Type.MouseMove, place)
        assert panel.trace is not None
        picture = prepare(panel.canvas.drawing, Preparation.DIGITS)
        assert np.array_equal(panel.trace.f, expected(network, picture.ravel()))
        assert panel.hidden.values is not None
        assert np.array_equal(panel.hidden.values, panel.trace.h)
        shown = panel.answer.bars.values[0]
        assert shown is not None
        assert np.array_equal(shown, panel.trace.f)
        answers.append(panel.trace.f.tolist())
    mouse(panel, QEvent.Type.MouseButtonRelease, LINE[-1])
    assert answers[0] != answers[1] != answers[2]


def test_that_the_answer_follows_the_run(panel: DrawPanel) -> None:
    data = make_images(shape=(8, 8))
    first, second = (make_network(64, 8, 10, seed) for seed in (1, 2))
    panel.show_frame(make_frame(data, network=first))
    draw(panel, LINE)
    x = panel.input_values
    assert x is not None
    for network in (second, first):
        panel.show_frame(make_frame(data, network=network))
        assert panel.trace is not None
        assert np.array_equal(panel.trace.f, expected(network, x))


def test_that_the_eraser_takes_away_and_undo_brings_back(panel: DrawPanel) -> None:
    panel.show_frame(make_frame())
    draw(panel, LINE)
    inked = panel.canvas.drawing.ink.copy()
    panel.tools.pen.button("eraser").click()
    draw(panel, [(0.2, 0.5), (0.7, 0.5)])
    assert panel.canvas.drawing.ink.sum() < inked.sum() - 100
    panel.tools.undo.click()
    assert np.array_equal(panel.canvas.drawing.ink, inked)
    panel.tools.redo.click()
    assert panel.canvas.drawing.ink.sum() < inked.sum() - 100
    panel.tools.clear.click()
    assert panel.trace is None
    assert not panel.train.button.isEnabled()
    panel.tools.undo.click()
    assert panel.train.button.isEnabled()


def test_that_keys_draw_as_well(panel: DrawPanel) -> None:
    panel.show_frame(make_frame())
    panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Space, *[Qt.Key.Key_Right] * 5, *[Qt.Key.Key_Down] * 5):
        QTest.keyClick(panel.canvas, key)
    QTest.keyClick(panel.canvas, Qt.Key.Key_Space)
    assert len(panel.canvas.drawing.strokes) == 1
    assert np.ptp(panel.canvas.drawing.strokes[0].points, axis=0).min() > 0.05
    QTest.keyClick(panel.canvas, Qt.Key.Key_Delete)
    assert panel.canvas.drawing.blank


def test_that_the_sample_at_hand_can_be_pasted_and_is_what_the_network_sees(
    panel: DrawPanel,
) -> None:
    data = make_images()
    frame = make_frame(data, sample=4)
    panel.show_frame(frame)
    panel.tools.paste.click()
    x = panel.input_values
    assert x is not None
    panel.tools.prepare.setChecked(False)
    x = panel.input_values
    assert x is not None
    assert np.abs(x - data.x(4)).max() < 1e-6
    assert panel.train.classes.currentText() == "4"


def test_that_the_constant_input_stays_one(panel: DrawPanel) -> None:
    data = make_images(constant=True)
    panel.show_frame(make_frame(data))
    draw(panel, LINE)
    x = panel.input_values
    assert x is not None
    assert len(x) == 785
    assert x[-1] == 1.0


def test_that_a_drawing_stays_where_other_data_has_the_same_pictures(panel: DrawPanel) -> None:
    panel.show_frame(make_frame(make_images()))
    draw(panel, LINE)
    ink = panel.canvas.drawing.ink.copy()
    panel.show_frame(make_frame(make_images(m=20)))
    assert np.array_equal(panel.canvas.drawing.ink, ink)
    panel.show_frame(make_frame(make_images(shape=(8, 8))))
    assert panel.canvas.drawing.blank


def test_that_switched_off_units_are_left_out_of_the_answer(panel: DrawPanel) -> None:
    data, network = make_images(), make_network(784, 8, 10)
    panel.show_frame(make_frame(data, network=network, switched_off=(2, 5)))
    draw(panel, LINE)
    x = panel.input_values
    assert x is not None
    assert panel.trace is not None
    assert np.array_equal(panel.trace.f, expected(network.without((2, 5)), x))
    assert panel.answer.off.text() == "without units 2, 5"
    assert panel.hidden.words(2).endswith(", switched off")


# ---- training on it


def test_that_a_step_can_train_on_a_drawing_as_a_seven(panel: DrawPanel, sent: list[Any]) -> None:
    data = make_images()
    panel.show_frame(make_frame(data))
    draw(panel, LINE)
    panel.train.classes.setCurrentIndex(7)
    panel.train.button.click()
    pair = own_pair(sent)
    assert np.array_equal(pair.x, panel.input_values)
    assert pair.y.tolist() == np.eye(10)[7].tolist()
    assert (pair.label, pair.title) == (7, "a drawing as 7")


def test_that_it_says_where_it_went(panel: DrawPanel, sent: list[Any]) -> None:
    data = make_images()
    panel.show_frame(make_frame(data))
    draw(panel, LINE)
    panel.train.button.click()
    pair = own_pair(sent)
    assert "Asked to train on" in panel.train.note.text()
    note = JournalNote(41, "", Pin(41, data.n_samples, pair.title))
    panel.show_frame(make_frame(data, heard=0, journal=(note,)))
    assert "Asked to train on" in panel.train.note.text()
    panel.show_frame(make_frame(data, heard=1, journal=(note,)))
    assert panel.train.note.text() == "Goes into the journal at step 41: a drawing as 0."
    panel.train.button.click()
    panel.show_frame(make_frame(data, heard=9))
    assert "did not take it" in panel.train.note.text()


# ---- sliders


def test_that_other_inputs_have_sliders_that_begin_with_the_mean(
    panel: DrawPanel, sent: list[Any]
) -> None:
    data = load("iris")
    network = make_network(4, 8, 3)
    panel.show_frame(make_frame(data, network=network))
    assert not panel.body.drawn
    assert panel.input_values == pytest.approx(data.X.mean(axis=0))
    panel.sliders.sliders[2].setValue(1000)
    x = panel.input_values
    assert x is not None
    assert x[2] == pytest.approx(data.X[:, 2].max())
    assert panel.sliders.editors[2].value() == x[2]
    panel.sliders.editors[0].setValue(0.25)
    x = panel.input_values
    assert x is not None
    assert x[0] == 0.25
    assert panel.trace is not None
    assert np.array_equal(panel.trace.f, expected(network, x))
    winner = data.class_names[int(panel.trace.f.argmax())]
    assert panel.answer.verdict.text() == winner
    panel.train.classes.setCurrentIndex(1)
    panel.train.button.click()
    pair = own_pair(sent)
    assert (pair.label, pair.title) == (1, f"inputs by hand as {data.class_names[1]}")
    assert np.array_equal(pair.x, x)


def test_that_sliders_take_the_sample_at_hand_exactly(panel: DrawPanel) -> None:
    data = load("iris")
    panel.show_frame(make_frame(data, sample=17))
    panel.sliders.take.click()
    assert panel.input_values is not None
    assert np.array_equal(panel.input_values, data.x(17))
    panel.sliders.reset.click()
    assert panel.input_values == pytest.approx(data.X.mean(axis=0))


def test_that_long_names_stand_above_their_sliders_where_beside_them_they_were_cut(
    panel: DrawPanel,
) -> None:
    names = tuple(f"feature number {i}" for i in range(13))
    panel.resize(400, 400)
    panel.show_frame(make_frame(make_table(m=20, n=13, names=names)))
    panel.grab()
    sliders = panel.sliders
    label, slider = sliders._labels[3], sliders.sliders[3]
    assert label.geometry().bottom() < slider.geometry().top() + 2
    assert label.width() >= label.fontMetrics().horizontalAdvance(names[3])


def test_that_a_regression_answers_and_is_trained_in_its_own_units(
    panel: DrawPanel, sent: list[Any]
) -> None:
    data = make_regression()
    network = make_network(3, 4, 1)
    panel.show_frame(make_frame(data, network=network))
    x = panel.input_values
    assert x is not None
    assert x[2] == 1.0
    own = 100 + 50 * float(expected(network, x)[0])
    assert panel.answer.verdict.text() == f"temperature = {own:.0f}"
    panel.train.editors[0].setValue(125.0)
    panel.train.button.click()
    pair = own_pair(sent)
    assert pair.y.tolist() == [0.5]
    assert pair.label is None


def test_that_outputs_without_bounds_are_answered_too(panel: DrawPanel) -> None:
    data = load("autoencoder")
    start = make_network(8, 3, 8)
    network = Network(5 * start.W1, 9 * start.W2, Activation.RELU, Activation.IDENTITY)
    panel.show_frame(make_frame(data, network=network))
    for slider in panel.sliders.sliders.values():
        slider.setValue(1000)
    assert panel.trace is not None
    f = expected(network, np.ones(8))
    assert np.array_equal(panel.trace.f, f)
    low, high = panel.answer.bars.range
    assert low <= f.min()
    assert high >= f.max()


def test_that_very_many_inputs_are_taken_from_a_sample_only(panel: DrawPanel) -> None:
    data = make_table(n=300)
    panel.show_frame(make_frame(data, sample=2))
    assert panel.sliders.note.isVisible()
    assert "300 inputs" in panel.sliders.note.text()
    panel.sliders.take.click()
    assert panel.input_values is not None
    assert np.array_equal(panel.input_values, data.x(2))


# ---- room


def test_that_the_canvas_is_as_large_as_a_narrow_place_allows(panel: DrawPanel, qtbot: Any) -> None:
    panel.show_frame(make_frame())
    panel.resize(410, 380)
    qtbot.waitUntil(lambda: panel.canvas.canvas_rect().width() > 0.55 * panel.width())
    beside = panel.picture.beside
    assert beside.isVisible()
    assert beside.parentWidget() is panel.answer
    assert panel.answer.width() >= 120
    panel.tools.seen.click()
    assert not beside.isVisible()
    panel.tools.seen.click()
    panel.resize(300, 600)
    qtbot.waitUntil(lambda: beside.parentWidget() is panel.picture)
    assert panel.picture.seen.isVisible()


def test_that_it_says_that_data_is_loading_and_draws_in_both_themes(panel: DrawPanel) -> None:
    panel.show_frame(make_frame(dataset_loaded=False))
    assert panel._empty.isVisible()
    panel.show_frame(make_frame())
    draw(panel, LINE)
    pictures = []
    for theme in (LIGHT, DARK):
        panel.set_theme(theme)
        pictures.append(panel.canvas.grab().toImage().pixelColor(5, 5).name())
    assert pictures[0] != pictures[1]
