"""The panels of W₁ and W₂ inside a step: what is empty, what is framed, what is pointed at."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from bpviz.network import Network
from bpviz.training.step.phases import Phase
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.weights.panel import WeightsPanel
from tests.ui.frames import make_frame, make_network
from tests.ui.themes import use_theme
from tests.ui.updating import mid_update


def refuse(command: Any) -> int:
    raise AssertionError(f"{command} was sent")


def make_panel(qtbot: QtBot, matrix: Any) -> WeightsPanel:
    panel = WeightsPanel(matrix, refuse)
    qtbot.addWidget(panel)
    panel.resize(700, 330)
    panel.view.numbers.set_on(False)  # they would stand where colours are looked at
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def first(qtbot: QtBot) -> WeightsPanel:
    return make_panel(qtbot, "W1")


@pytest.fixture
def second(qtbot: QtBot) -> WeightsPanel:
    return make_panel(qtbot, "W2")


def choose(panel: WeightsPanel, quantity: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.quantity.button(quantity), Qt.MouseButton.LeftButton)


def grab(panel: WeightsPanel) -> QImage:
    QGuiApplication.processEvents()
    return panel.view.plot.grab().toImage()


def colours_near(panel: WeightsPanel, row: int, column: int, reach: int = 5) -> set[str]:
    """The colours around the middle of an entry, so that hatching is among them."""
    image, middle = grab(panel), panel.view.widget_position(row, column)
    span = range(-reach, reach + 1)
    return {
        QColor(image.pixel(middle.x() + right, middle.y() + down)).name()
        for right in span
        for down in span
    }


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_rows_to_come_are_neither_a_value_nor_a_warning(
    second: WeightsPanel, qtbot: QtBot, theme: Any
) -> None:
    use_theme(theme)
    second.show_frame(make_frame(phase=Phase.GRAD_W2, row=3))
    choose(second, "G", qtbot)
    assert np.isnan(second.image_item.image[3:]).all()
    empty = colours_near(second, 6, 4)
    assert theme.base in empty
    assert len(empty) == 2  # the ground and its hatching
    assert theme.warning not in empty
    assert len(colours_near(second, 1, 4)) == 1


@pytest.mark.parametrize("layout", ["tiles", "matrix"])
def test_that_nothing_is_empty_any_more_once_all_is_computed(
    first: WeightsPanel, qtbot: QtBot, layout: str
) -> None:
    frame = make_frame()
    first.show_frame(frame)
    choose(first, "G", qtbot)
    first.layout_choice.button(layout).click()
    whole = grab(first)
    first.show_frame(make_frame(phase=Phase.GRAD_W1, row=2))
    assert grab(first) != whole
    first.show_frame(frame)
    assert grab(first) == whole


def test_that_a_computed_row_that_is_not_finite_still_warns(
    second: WeightsPanel, qtbot: QtBot
) -> None:
    network = make_network(784, 8, 10)
    W2 = network.W2.copy()
    W2[1] = np.nan
    frame = make_frame(network=Network(network.W1, W2), phase=Phase.GRAD_W2, row=3)
    second.show_frame(frame)
    choose(second, "G", qtbot)
    assert colours_near(second, 1, 4) == {LIGHT.warning}
    assert LIGHT.warning not in colours_near(second, 6, 4)


def test_that_title_caption_and_readout_say_what_is_not_there_yet(
    second: WeightsPanel, qtbot: QtBot
) -> None:
    choose(second, "G", qtbot)
    second.select(Selection("W2", 5, 2))
    second.show_frame(make_frame(phase=Phase.F))
    assert second.head.caption.text() == "not yet computed"
    assert "‖" not in second.head.title.text()
    assert "∂W₂[5, 2] not yet computed" in second.view.readout.text()
    second.show_frame(make_frame(phase=Phase.GRAD_W2, row=5))
    assert "rows computed: 5 of 10" in second.head.caption.text()
    assert "not yet computed" in second.view.readout.text()
    second.show_frame(make_frame(phase=Phase.GRAD_W2, row=6))
    assert "not yet computed" not in second.view.readout.text()
    second.show_frame(make_frame(phase=Phase.GRAD_W1))
    assert "‖∂W₂‖ =" in second.head.title.text()


def test_that_the_half_new_matrix_and_its_change_are_shown(
    second: WeightsPanel, qtbot: QtBot
) -> None:
    frame = mid_update(4)
    second.show_frame(frame)
    assert np.array_equal(second.image_item.image, frame.network.W2.astype(np.float32))
    assert "rows updated: 4 of 10" in second.head.caption.text()
    second.select(Selection("W2", 3, 2))
    assert frame.network_before is not None
    before = repr(float(frame.network_before.W2[3, 2])).replace("-", "−")
    assert before in second.view.readout.text()
    choose(second, "dW", qtbot)
    assert np.isfinite(second.image_item.image[:4]).all()
    assert np.isnan(second.image_item.image[4:]).all()
    second.select(Selection("W2", 4, 2))
    assert "ΔW₂[4, 2] not yet computed" in second.view.readout.text()


def test_that_colours_stay_while_the_rows_come(second: WeightsPanel, qtbot: QtBot) -> None:
    choose(second, "G", qtbot)
    levels = set()
    for row in range(10):
        second.show_frame(make_frame(phase=Phase.GRAD_W2, row=row))
        levels.add(tuple(second.image_item.levels))
    assert len(levels) == 1


@pytest.mark.parametrize("layout", ["tiles", "matrix"])
def test_that_brackets_stand_around_the_row_that_is_computed_next(
    first: WeightsPanel, qtbot: QtBot, layout: str
) -> None:
    first.show_frame(make_frame())
    first.layout_choice.button(layout).click()
    plain = grab(first)
    first.show_frame(make_frame(phase=Phase.GRAD_W1, row=5))
    framed = grab(first)
    assert framed != plain
    (rect,) = first.view.marks.brackets.rects
    corner = first.view._picture.point(5, 0)
    assert (rect.left(), rect.top()) == (corner.x() - 0.5, corner.y() - 0.5)
    first.select(Selection("W1", 5, 300))
    assert grab(first) != framed  # the selection can be told from it
    first.select(None)
    first.show_frame(make_frame())
    assert grab(first) == plain


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("layout", ["tiles", "matrix"])
@pytest.mark.parametrize("part", [(2, 300), (2, None), (None, 300), (None, None)])
def test_that_what_is_pointed_at_is_boxed(
    first: WeightsPanel, theme: Any, layout: str, part: Any
) -> None:
    use_theme(theme)
    first.show_frame(make_frame())
    first.layout_choice.button(layout).click()
    plain = grab(first)
    first.highlight(Highlight(W1=part))
    assert grab(first) != plain
    first.highlight(Highlight(W2=part, hidden=2, input=300, output=-1))  # lives elsewhere
    assert grab(first) == plain
    first.highlight(Highlight(W1=part))
    first.highlight(None)
    assert grab(first) == plain


@pytest.mark.parametrize("part", [(99, 0), (0, 9999), (99, None), (None, 9999), (-1, 0)])
def test_that_pointing_at_what_does_not_exist_boxes_nothing(first: WeightsPanel, part: Any) -> None:
    first.show_frame(make_frame())
    plain = grab(first)
    first.highlight(Highlight(W1=part))
    assert grab(first) == plain


def test_that_marks_follow_another_shape_and_a_zoom(first: WeightsPanel) -> None:
    first.show_frame(make_frame(phase=Phase.GRAD_W1, row=7))
    first.highlight(Highlight(W1=(7, 700)))
    first.view.box.scaleBy((0.1, 0.1))
    assert not grab(first).isNull()
    first.show_frame(make_frame(n_hidden=3, phase=Phase.GRAD_W1, row=2))
    assert not first.view.marks.pointer.rects
    assert len(first.view.marks.brackets.rects) == 1
    assert not grab(first).isNull()


@pytest.mark.parametrize(
    ("phase", "row", "said"),
    [
        (Phase.DRAW, 0, ("at step", "at step")),
        (Phase.Z1, 0, ("z1 reads all of it", "at step")),
        (Phase.H, 0, ("at step", "at step")),
        (Phase.Z2, 0, ("at step", "z2 reads all of it")),
        (Phase.GRAD_W2, 4, ("at step", "row 4 of ∂W₂ comes next")),
        (Phase.GRAD_W1, 5, ("row 5 of ∂W₁ comes next", "row 5 of ∂W₁ reads column 5")),
    ],
)
def test_that_the_captions_say_what_the_step_reads_and_computes(
    first: WeightsPanel,
    second: WeightsPanel,
    phase: Phase,
    row: int,
    said: tuple[str, str],
) -> None:
    frame = make_frame(phase=phase, row=row)
    for panel, words in zip((first, second), said, strict=True):
        panel.show_frame(frame)
        assert panel.head.caption.text().startswith(words)


def test_that_brackets_are_lighter_around_what_is_read(
    first: WeightsPanel, second: WeightsPanel
) -> None:
    for panel in (first, second):
        panel.show_frame(make_frame(phase=Phase.GRAD_W1, row=5))
        assert panel.view.marks.brackets.isVisible()
    assert not first.view.marks.brackets.reads
    assert second.view.marks.brackets.reads


def test_that_the_caption_of_a_low_panel_reads_what_is_pointed_at(
    second: WeightsPanel, qtbot: QtBot
) -> None:
    second.show_frame(make_frame())
    assert second.view.readout.isVisible()
    second.resize(700, 180)
    qtbot.waitUntil(lambda: not second.view.readout.isVisible())
    caption = second.head.caption
    said = caption.text()
    viewport = second.view.plot.viewport()
    grab(second)  # lets the plot take the room of the line below
    qtbot.mouseMove(viewport, second.view.widget_position(3, 2))
    qtbot.waitUntil(lambda: caption.text().startswith("W₂[3, 2] = "))
    qtbot.mouseMove(viewport, QPoint(1, 1))
    qtbot.waitUntil(lambda: caption.text() == said)
    second.resize(700, 330)
    qtbot.waitUntil(second.view.readout.isVisible)
