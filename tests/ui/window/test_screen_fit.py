"""The window lies on its screen, frame included."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from bpviz.ui.window.screen_fit import PREFERRED, ScreenFit, inside

lengths = st.integers(1, 8000)
places = st.integers(-9000, 9000)
rects = st.builds(QRect, places, places, lengths, lengths)
screens = st.builds(QRect, places, places, st.integers(300, 8000), st.integers(200, 8000))
borders = st.builds(QMargins, *(st.integers(0, 60) for _ in range(4)))


@given(rects, borders, screens)
def test_that_frame_and_window_are_within_what_the_screen_has_free(
    geometry: QRect, frame: QMargins, available: QRect
) -> None:
    fitting = inside(geometry, geometry + frame, available)
    assert available.contains(fitting + frame)
    assert fitting.size() == fitting.size().boundedTo(geometry.size())


@given(rects, borders, screens)
def test_that_what_fits_stays_and_what_was_fitted_fits(
    geometry: QRect, frame: QMargins, available: QRect
) -> None:
    fitting = inside(geometry, geometry + frame, available)
    assert inside(fitting, fitting + frame, available) == fitting
    if available.contains(geometry + frame):
        assert fitting == geometry


def test_that_a_window_from_another_screen_comes_back_when_it_is_shown(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ScreenFit(window)
    window.setGeometry(3000, 2000, 1600, 1000)
    window.show()
    available = window.screen().availableGeometry()
    qtbot.waitUntil(lambda: available.contains(window.frameGeometry()))


def test_that_a_small_screen_is_used_whole_at_the_first_start_and_left_again(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fit = ScreenFit(window)
    available = window.screen().availableGeometry()
    assert available.size() != available.size().expandedTo(PREFERRED)
    fit.begin()
    window.show()
    assert window.isMaximized()
    qtbot.waitUntil(lambda: window.frameGeometry() == available)
    window.showNormal()
    qtbot.waitUntil(lambda: window.height() < available.height())
    assert available.contains(window.frameGeometry())


def test_that_a_large_screen_gets_a_window_that_has_room_for_all_panels(
    qtbot: Any, monkeypatch: Any
) -> None:
    class Large:
        def availableSize(self) -> QSize:
            return QSize(3840, 2160)

    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(window, "screen", Large)
    ScreenFit(window).begin()
    assert window.size() == PREFERRED
    assert window.windowState() == Qt.WindowState.WindowNoState


def test_that_a_person_may_push_a_window_off_the_screen_afterwards(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fit = ScreenFit(window)
    window.show()
    qtbot.waitUntil(lambda: not fit._soon.isActive())
    fit._until = 0.0  # as a window manager with a frame leaves it
    aside = window.screen().availableGeometry().bottomRight() - QPoint(20, 20)
    window.move(aside)
    qtbot.wait(20)
    assert window.pos() == aside
