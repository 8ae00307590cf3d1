"""Typeset formulas: soon there, sharp, in the theme's colours, as large as the text."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage
from pytestqt.qtbot import QtBot

from bpviz.network import Activation
from bpviz.training.step.phases import Phase
from bpviz.ui.core.theme import DARK, LIGHT, Theme
from bpviz.ui.panels.debugger.formula_view import FormulaView
from bpviz.ui.panels.debugger.formulas.templates import Formula, formulas_of
from bpviz.ui.panels.debugger.typesetter import Typesetter
from tests.ui.themes import use_theme

KINDS = Activation.SIGMOID, Activation.SIGMOID


def formulas(phase: Phase) -> tuple[Formula, ...]:
    return formulas_of(phase, *KINDS, as_printed=False, of_W1=True)


@pytest.fixture
def picture(qtbot: QtBot) -> FormulaView:
    picture = FormulaView("formula")
    qtbot.addWidget(picture)
    picture.resize(480, 120)
    with qtbot.waitExposed(picture):
        picture.show()
    return picture


def ink(image: QImage, theme: Theme) -> int:
    """Pixels in about the colour of text."""
    wanted = QColor(theme.text).lightness()
    return sum(
        abs(image.pixelColor(x, y).lightness() - wanted) < 40
        for y in range(image.height())
        for x in range(image.width())
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_formula_is_drawn_in_the_colour_of_text(
    picture: FormulaView, qtbot: QtBot, theme: Theme
) -> None:
    use_theme(theme)
    picture.set_formulas(formulas(Phase.GRAD_W1))
    qtbot.waitUntil(lambda: picture.typeset)
    assert ink(picture.grab().toImage(), theme) > 50


def test_that_its_text_stands_there_until_it_is_typeset(picture: FormulaView) -> None:
    picture.set_formulas((Formula(r"\alpha_{unheard}", "α unheard"),))
    assert not picture.typeset
    assert picture.text() == "α unheard"
    assert picture.accessibleDescription() == "α unheard"
    assert ink(picture.grab().toImage(), LIGHT) > 10


def test_that_what_cannot_be_typeset_stays_text(
    picture: FormulaView, qtbot: QtBot, caplog: Any
) -> None:
    picture.set_formulas((Formula(r"\frac{", "broken"),))
    setter = picture.findChild(Typesetter)
    assert setter is not None
    qtbot.waitUntil(lambda: setter.svg(r"\frac{") is not None)
    assert not picture.typeset
    assert ink(picture.grab().toImage(), LIGHT) > 10


def test_that_it_grows_with_the_windows_text(picture: FormulaView, qtbot: QtBot) -> None:
    picture.set_formulas(formulas(Phase.Z1))
    qtbot.waitUntil(lambda: picture.typeset)
    before = picture.heightForWidth(900)
    large = QFont(picture.font())
    large.setPointSize(24)
    picture.setFont(large)
    assert picture.heightForWidth(900) > 1.8 * before


def test_that_formulas_stand_side_by_side_where_they_fit(
    picture: FormulaView, qtbot: QtBot
) -> None:
    picture.set_formulas(formulas(Phase.GRAD_W2))
    qtbot.waitUntil(lambda: picture.typeset)
    assert picture.heightForWidth(900) < picture.heightForWidth(300) < picture.heightForWidth(120)


def test_that_a_formula_without_room_shrinks(picture: FormulaView, qtbot: QtBot) -> None:
    picture.set_formulas(formulas(Phase.LOSS))
    qtbot.waitUntil(lambda: picture.typeset)
    assert picture.heightForWidth(160) < picture.heightForWidth(480)


def test_that_the_formula_on_the_screen_is_typeset_first(qtbot: QtBot) -> None:
    setter = Typesetter()
    names = [r"\beta_{1}", r"\beta_{2}", r"\beta_{3}"]
    for name in names:
        assert setter.svg(name) is None
    ready: list[list[bool]] = []
    setter.ready.connect(lambda: ready.append([setter.svg(name) is not None for name in names]))
    qtbot.waitUntil(lambda: len(ready) == 3)
    assert ready == [[False, False, True], [False, True, True], [True, True, True]]
    setter.deleteLater()


def test_that_it_is_as_sharp_as_the_screen(picture: FormulaView, qtbot: QtBot) -> None:
    picture.set_formulas(formulas(Phase.Z1))
    qtbot.waitUntil(lambda: picture.typeset)
    picture.devicePixelRatioF = lambda: 2.0  # type: ignore[method-assign]
    target = QImage(picture.width() * 2, picture.height() * 2, QImage.Format.Format_ARGB32)
    target.setDevicePixelRatio(2.0)
    target.fill(QColor(LIGHT.base))
    picture.render(target)
    doubled = picture.grab().toImage()
    assert ink(target, LIGHT) > 2 * ink(doubled, LIGHT)


@pytest.mark.parametrize("last", ["}", "′", "ₖ", "W", "1"])
@pytest.mark.parametrize("length", [1, 7, 28, 33])
def test_that_the_last_letter_of_a_text_has_room_on_its_line(
    picture: FormulaView, length: int, last: str
) -> None:
    words = "(x, y) = (X_i, Y_i), i ∈ {0, …, m − 1"[:length] + last
    formula = Formula(rf"\unheard_{{{length}}}{ord(last)}", words)
    picture.set_formulas((formula,))
    ((_, rect),) = picture._places(picture.width())
    wrap = Qt.TextFlag.TextWrapAnywhere
    needed = picture.fontMetrics().boundingRect(rect.toRect(), wrap, words)
    assert needed.height() <= rect.height()
