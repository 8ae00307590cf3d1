"""Questioning a network in the real window: drawing, training on it, switching units off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from bpviz.training.commands import Advance, Seek
from bpviz.training.events import Frame, State
from bpviz.training.journal.entries import Pin
from tests.datasets.drawing.handwriting import handwritten
from tests.e2e.conftest import Person


def weights(frame: Frame) -> tuple[bytes, bytes]:
    return frame.network.W1T.tobytes(), frame.network.W2.tobytes()


def go(person: Person, command: Any, step: int) -> Frame:
    person.find("draw_panel").send(command)
    return person.wait(lambda frame: frame.step == step and frame.state is State.PAUSED)


def draw(canvas: Any, points: np.ndarray) -> None:
    rect, left = canvas.canvas_rect(), Qt.MouseButton.LeftButton
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(points) - 1)]
    kinds.append(QEvent.Type.MouseButtonRelease)
    for kind, (x, y) in zip(kinds, [*points, points[-1]], strict=True):
        at = QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())
        moves, ends = kind is QEvent.Type.MouseMove, kind is QEvent.Type.MouseButtonRelease
        button = Qt.MouseButton.NoButton if moves else left
        held = Qt.MouseButton.NoButton if ends else left
        place = QPointF(canvas.mapToGlobal(at.toPoint()))
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(canvas, QMouseEvent(kind, at, place, button, held, keys))


def test_that_a_drawing_is_trained_on_noted_and_replayed(person: Callable[..., Person]) -> None:
    one = person("--dataset", "digits", "--hidden", "16", "--seed", "1")
    one.wait_for(State.PAUSED)
    one.window.docks.arrange("explore")
    go(one, Advance(2000), 2000)
    panel = one.find("draw_panel")
    one.qtbot.waitUntil(lambda: panel.canvas.canvas_rect().width() > 60)
    seven = next(strokes for label, strokes in handwritten() if label == 7)
    for points in seven:
        draw(panel.canvas, points)
    assert panel.trace is not None
    one.find("draw_class").setCurrentIndex(7)
    one.find("draw_train").click()
    frame = one.wait(lambda frame: frame.own is not None)
    assert frame.own is not None
    assert np.array_equal(frame.own.x, panel.input_values)
    pins = [note.step for note in frame.journal if isinstance(note.change, Pin)]
    assert pins == [2000]
    before = panel.trace.f[7]
    after = weights(go(one, Advance(1), 2001))
    one.qtbot.waitUntil(lambda: panel.trace is not None and panel.trace.f[7] != before)
    assert panel.trace.f[7] > before
    later = weights(go(one, Advance(300), 2301))
    go(one, Seek(1500), 1500)
    assert weights(go(one, Seek(2001), 2001)) == after
    assert weights(go(one, Seek(2301), 2301)) == later


def test_that_a_unit_that_is_off_changes_what_is_shown_and_never_the_run(
    person: Callable[..., Person],
) -> None:
    one = person("--dataset", "moons", "--hidden", "6", "--seed", "1")
    one.wait_for(State.PAUSED)
    one.window.docks.arrange("explore")
    frame = go(one, Advance(5000), 5000)
    start = weights(frame)
    go(one, Advance(1000), 6000)
    undisturbed = weights(one.frame)
    go(one, Seek(5000), 5000)
    boundary, units = one.find("boundary_panel"), one.find("units_panel")
    one.qtbot.waitUntil(lambda: boundary.scene is not None and boundary.isVisible())
    units.cards.toggled.emit(2)
    frame = one.wait(
        lambda frame: (
            frame.switched_off == (2,) and frame.units is not None and frame.units.off == (2,)
        )
    )
    assert weights(frame) == start
    one.qtbot.waitUntil(lambda: boundary.scene.off == (2,))
    assert np.array_equal(boundary.scene.net.W2[:, 2], [0.0])
    look, data = frame.units, frame.dataset
    assert look is not None
    assert data is not None
    part = data.part(look.part)
    assert part is not None
    H = 1 / (1 + np.exp(-part.X @ frame.network.W1.T))
    W2 = frame.network.W2.copy()
    W2[:, 2] = 0.0
    answers = (1 / (1 + np.exp(-H @ W2.T)) >= 0.5).ravel()
    assert look.accuracy_off == np.mean(answers == part.labels)
    assert np.allclose(look.mean_activation, H.mean(axis=0), atol=1e-12)
    assert np.array_equal(look.saturated, ((H < 0.01) | (H > 0.99)).mean(axis=0))
    assert weights(go(one, Seek(6000), 6000)) == undisturbed
    one.find("units_all_on").click()
    frame = one.wait(lambda frame: frame.switched_off == ())
    assert weights(frame) == undisturbed
    one.qtbot.waitUntil(lambda: boundary.scene.off == ())
