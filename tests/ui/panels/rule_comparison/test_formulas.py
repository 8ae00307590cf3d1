"""Both formulas side by side, the wrong factor marked, and why one output is another matter."""

from __future__ import annotations

import html
import re
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from bpviz.network import Network
from bpviz.ui.core.theme import DARK, LIGHT, Theme
from bpviz.ui.panels.rule_comparison.formulas import RuleFormulas
from bpviz.ui.panels.rule_comparison.model import Way
from bpviz.ui.panels.rule_comparison.panel import RulePanel
from bpviz.ui.window.layout_barrier import LayoutBarrier
from tests.ui.frames import make_frame, make_images, make_network, make_table
from tests.ui.shown_panels import Sent, shown
from tests.ui.themes import use_theme


def words(label: QLabel) -> str:
    plain = html.unescape(re.sub("<[^>]*>", "", label.text())).replace("\u00a0", " ")
    return " ".join(plain.split())


def colours(label: QLabel) -> set[str]:
    image = label.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.fixture
def formulas(qtbot: Any) -> RuleFormulas:
    formulas = RuleFormulas()
    qtbot.addWidget(formulas)
    formulas.resize(700, 60)
    formulas.show()
    return formulas


def test_that_they_differ_in_the_marked_factors_alone(formulas: RuleFormulas) -> None:
    exact, printed = formulas.formulas.values()
    assert words(exact) == "exact: ∂W₁ₖ = (Σⱼ δ2ⱼ · W₂ⱼₖ ) σ₁′(W₁ₖ x ) xᵀ"
    assert words(printed) == "as printed: ∂W₁ₖ = (Σⱼ δ2ⱼ · 1 ) σ₁′(W₁ₖ h ) xᵀ"
    formulas.set_one_output(True)
    assert words(exact) == "exact: ∂W₁ₖ = δ2 · W₂ₖ · σ₁′(W₁ₖ x ) xᵀ"
    assert words(printed) == "as printed: ∂W₁ₖ = δ2 · 1 · σ₁′(W₁ₖ h ) xᵀ"
    formulas.set_one_output(False)
    assert "Σⱼ" in words(exact)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_that_the_wrong_factor_is_seen_in_the_colour_of_a_warning(
    formulas: RuleFormulas, theme: Theme
) -> None:
    use_theme(theme)
    exact, printed = map(colours, formulas.formulas.values())
    warning = QColor(theme.warning).name()
    assert warning in printed
    assert warning not in exact


def test_that_they_stand_side_by_side_where_that_has_room(formulas: RuleFormulas) -> None:
    exact, printed = formulas.formulas.values()
    formulas.resize(900, 60)
    QApplication.processEvents()
    assert exact.y() == printed.y()
    formulas.resize(400, 60)
    QApplication.processEvents()
    assert printed.y() >= exact.geometry().bottom()


@pytest.mark.parametrize("width", [200, 260, 330, 500])
def test_that_none_is_cut_while_the_formula_alone_has_room(
    formulas: RuleFormulas, width: int
) -> None:
    formulas.resize(width, 60)
    QApplication.processEvents()
    for label in formulas.formulas.values():
        whole = label.sizeHint().width() <= label.width()
        assert whole or not words(label).startswith(("exact", "as printed"))


@pytest.mark.parametrize("way", [Way.EXACT, Way.PRINTED])
def test_that_each_explains_what_is_marked(formulas: RuleFormulas, way: Way) -> None:
    label = formulas.formulas[way]
    column = "column k of W₂"
    assert column in label.toolTip()
    assert ("Wrong" in label.toolTip()) is (way is Way.PRINTED)
    assert label.accessibleDescription() == label.toolTip()


# ---- one output


def one_output(below: int) -> Any:
    data = make_table()
    first = make_network(data.n_inputs, 8, 1)
    W2 = np.abs(first.W2) + 0.1
    W2[0, :below] *= -1
    return make_frame(data, network=Network(first.W1, W2, first.sigma1, first.sigma2), step=4)


@pytest.mark.parametrize("below", [0, 3, 8])
def test_that_one_output_is_said_to_leave_out_only_size_and_sign(qtbot: Any, below: int) -> None:
    panel = shown(qtbot, RulePanel(Sent()), 1000, 800)
    panel.show_frame(one_output(below))
    QApplication.processEvents()
    said = panel.one_output
    assert said.isVisible()
    assert said.text().startswith("One output: ")
    assert f"{below} of 8" in said.text()
    assert "Σⱼ" not in words(panel.formulas.formulas[Way.EXACT])
    assert "XOR" in said.toolTip()


def test_that_it_is_not_said_of_several_outputs(qtbot: Any) -> None:
    panel = shown(qtbot, RulePanel(Sent()), 1000, 800)
    panel.show_frame(one_output(3))
    panel.show_frame(make_frame(make_images(shape=(6, 6))))
    assert not panel.one_output.isVisible()
    assert "Σⱼ" in words(panel.formulas.formulas[Way.EXACT])


@pytest.mark.parametrize("view", ["pair", "run", "both"])
def test_that_reason_and_formulas_stand_above_pair_and_curves_alike(qtbot: Any, view: str) -> None:
    panel = shown(qtbot, RulePanel(Sent()), 640, 560)
    panel.show_frame(one_output(3))
    panel.head.view.button(view).click()
    assert panel.formulas.isVisible()
    assert panel.one_output.isVisible()


def test_that_a_low_panel_leaves_the_room_to_the_pictures(qtbot: Any) -> None:
    panel = RulePanel(Sent())
    dock = LayoutBarrier(panel)  # which makes it as small as it likes
    qtbot.addWidget(dock)
    dock.resize(640, 180)
    dock.show()
    panel.show_frame(one_output(3))
    assert not panel.formulas.isVisible()
    assert not panel.one_output.isVisible()
    assert "divided by" in panel.verdict.toolTip()
    dock.resize(640, 560)
    QApplication.processEvents()
    assert panel.formulas.isVisible()
    assert panel.one_output.isVisible()


def test_that_the_formulas_do_not_make_the_panel_wider(qtbot: Any) -> None:
    panel = shown(qtbot, RulePanel(Sent()), 640, 560)
    panel.show_frame(one_output(3))
    QApplication.processEvents()
    assert panel.formulas.minimumSizeHint().width() <= panel.head.minimumSizeHint().width()
