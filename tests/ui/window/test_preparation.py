"""What is being prepared before there is a run, in the middle of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from bpviz.training.events import Progress, State
from bpviz.ui.window.preparation import Preparation
from tests.ui.conftest import Stage
from tests.ui.frames import make_frame

WHAT = "Compiling the kernels, once per machine: training steps (1 of 7)"


def loading(stage: Stage, share: float | None) -> None:
    stage.offer(state=State.LOADING, dataset_loaded=False, progress=Progress(WHAT, share))


def test_that_it_stands_in_the_middle_until_there_is_a_run(stage: Stage) -> None:
    card = stage.child("preparation")
    assert card.isHidden()
    for size in ((1280, 800), (700, 500)):
        stage.window.resize(*size)
        loading(stage, 0.5)
        assert card.isVisible()
        gap = card.geometry().center() - stage.window.rect().center()
        assert gap.manhattanLength() <= 2
        for part in card.findChildren(QWidget):
            assert card.rect().contains(part.geometry()), part.objectName()
        what = card.findChild(QLabel, "preparation_what")
        assert what is not None
        assert what.text() == WHAT
        assert what.height() >= what.heightForWidth(what.width())
    bar = card.findChild(QProgressBar)
    assert bar is not None
    assert bar.value() == 500
    loading(stage, None)
    assert bar.maximum() == 0
    stage.offer(state=State.PAUSED)
    assert card.isHidden()


@pytest.mark.parametrize("size", [(1280, 800), (1600, 1000)])
def test_that_the_ways_of_the_welcome_page_can_be_read_meanwhile(
    fresh: Stage, size: tuple[int, int]
) -> None:
    fresh.window.resize(*size)
    card, page = fresh.child("preparation"), fresh.child("welcome_page")
    loading(fresh, 0.2)
    middle = card.geometry()
    fresh.child("action_welcome").trigger()
    loading(fresh, 0.5)
    words = [*page.buttons, page.title, page.close_button]
    fresh.qtbot.waitUntil(lambda: page.close_button.isVisible() and page.width() == size[0])
    for word in words:
        place = word.rect().translated(word.mapTo(fresh.window, QPoint()))
        assert not card.geometry().intersects(place), word.objectName()
    assert page.geometry().contains(card.geometry())
    assert not card.visibleRegion().isEmpty()
    page.leave()
    loading(fresh, 0.6)
    assert card.geometry().center() == middle.center()


def test_that_what_is_compiled_beside_a_run_stands_in_the_status_bar_alone(stage: Stage) -> None:
    stage.offer(state=State.RUNNING, compiling=Progress(WHAT, 0.3))
    assert stage.child("preparation").isHidden()
    assert stage.child("status_progress").isVisible()
    assert stage.child("status_cancel").isHidden()
    assert not stage.child("timeline_progress").isVisible()


def test_that_the_time_left_is_told_as_soon_as_it_is_known(stage: Stage, qtbot: QtBot) -> None:
    now = [100.0]
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    card = Preparation(window, lambda: now[0])
    frames = []
    for second, share in ((0.0, 0.0), (1.0, 0.1), (2.0, 0.25), (6.0, 0.75), (8.0, 1.0)):
        now[0] = 100.0 + second
        frame = make_frame(
            state=State.LOADING, dataset_loaded=False, progress=Progress(WHAT, share)
        )
        card.follow(frame)
        frames.append(card.left.text())
    assert frames == ["", "", "about 6 s left", "about 2 s left", ""]


@pytest.mark.parametrize("share", [None, 0.5])
def test_that_a_run_that_loads_new_data_is_not_covered(stage: Stage, share: float | None) -> None:
    stage.offer(state=State.LOADING, progress=Progress("Loading MNIST", share))
    assert stage.child("preparation").isHidden()
