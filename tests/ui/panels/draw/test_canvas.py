"""Drawing an input by hand, and what the network says to it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset
from bpviz.datasets.drawing.preparation import Preparation, prepare
from bpviz.network import Network
from bpviz.ui.panels.draw.panel import DrawPanel
from tests.datasets.drawing.handwriting import handwritten
from tests.ui.frames import make_frame, make_images, make_network
from tests.ui.panels.draw.drawing import LINE, draw, expected, mouse
from tests.ui.shown_panels import Sent, shown


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
        shown = panel.answer.bars.shown.f
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
    assert panel.hidden.words(2).endswith(", ablated")


def test_that_a_drawing_is_taken_over_where_its_shape_fits(
    qtbot: QtBot, sent: Sent, panel: DrawPanel
) -> None:
    other = shown(qtbot, DrawPanel(sent), 520, 420)
    small, large = make_images(shape=(8, 8)), make_images(shape=(12, 12))
    other.show_frame(make_frame(small, network=make_network(64, 8, 10, 1)))
    draw(other, LINE)
    for data, taken in ((large, False), (small, True)):
        panel.show_frame(make_frame(data, network=make_network(data.n_inputs, 8, 10, 1)))
        panel.canvas.take_over(other.canvas)
        panel.resize(400, 300)
        panel.resize(520, 420)
        assert panel.canvas.drawing.shape == data.image_shape
        assert panel.canvas.drawing.blank is not taken
