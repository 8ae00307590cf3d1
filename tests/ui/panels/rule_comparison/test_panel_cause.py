"""The rule on trial says what the mistake is, and shows the curves when a trial begins."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpviz.network import Network
from bpviz.training.commands import CompareRules
from bpviz.training.infos import BranchInfo
from bpviz.ui.kit.charts.legend import Mark
from bpviz.ui.panels.rule_comparison.panel import RulePanel
from tests.ui.frames import make_frame, make_images, make_table
from tests.ui.trials import make_cosines, make_trial

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> RulePanel:
    panel = RulePanel(lambda command: sent.append(command) or len(sent))
    qtbot.addWidget(panel)
    panel.resize(1000, 800)
    panel.show()
    return panel


def numbers(words: str) -> list[float]:
    return [float(each) for each in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", words.replace("−", "-"))]


def test_that_the_error_is_said_which_reaches_the_hidden_units(panel: RulePanel) -> None:
    frame = make_frame(make_images(shape=(6, 6)), cosines=make_cosines((0, 0.1)))
    panel.show_frame(frame)
    shown = frame.preview
    assert shown is not None
    exact = [sum(shown.delta2 * column) for column in frame.network.W2.T]
    printed = sum(shown.delta2)
    words = panel.cause.text()
    assert "for every k" in words
    np.testing.assert_allclose(
        numbers(words), [min(exact), max(exact), printed], rtol=5e-3, atol=1e-12
    )
    QTest.mouseClick(panel.findChild(object, "rule_matrix_W2"), Left)
    assert panel.cause.text() == ""


def test_that_the_error_is_said_in_as_many_words_as_have_room(panel: RulePanel) -> None:
    panel.show_frame(make_frame(make_images(shape=(6, 6))))
    long = panel.cause.text()
    for width in (700, 500, 300):
        panel.resize(width, 800)
        label = panel.cause
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width() or width == 300
        np.testing.assert_allclose(numbers(label.text()), numbers(long), rtol=0.05)
    assert len(panel.cause.text()) < len(long)


def test_that_an_error_that_is_not_finite_is_not_said(panel: RulePanel) -> None:
    data = make_table(n=3, d=2)
    W2 = np.full((2, 4), np.inf)
    network = Network(np.ones((4, 3)), W2, "identity", "identity")
    panel.show_frame(make_frame(data, network=network))
    assert panel.cause.text() == ""


def test_that_a_single_hidden_unit_has_no_range(panel: RulePanel) -> None:
    network = Network(np.ones((1, 3)), np.ones((2, 1)), "sigmoid", "sigmoid")
    panel.show_frame(make_frame(make_table(n=3, d=2), network=network))
    assert "…" not in panel.cause.text()
    assert len(numbers(panel.cause.text())) == 2


@pytest.mark.parametrize(("height", "width", "view"), [(800, 1000, "both"), (300, 500, "run")])
def test_that_a_trial_that_begins_shows_its_curves(
    panel: RulePanel, sent: list[Any], height: int, width: int, view: str
) -> None:
    panel.resize(width, height)
    panel.show_frame(make_frame(make_images(shape=(6, 6))))
    QTest.mouseClick(panel.findChild(object, "rule_view_pair"), Left)
    assert not panel.trial.isVisible()
    panel.begin_trial()
    assert isinstance(sent[-1], CompareRules)
    assert panel.head.view.value() == view
    assert panel.trial.losses.isVisible()


def test_that_legends_name_the_curves_alone_while_presenting(panel: RulePanel) -> None:
    frame = make_frame(make_images(shape=(6, 6)), trial=make_trial(), step=400, tip=400, branch=2)
    panel.show_frame(frame)
    legends = panel.trial.cosine_legend, panel.trial.loss_legend
    assert all(legend.entries[0].mark is Mark.HEADING for legend in legends)
    panel.set_presenting(True)
    for legend in legends:
        assert [entry.mark for entry in legend.entries].count(Mark.HEADING) == 0
        assert len(legend.entries) == 2
    panel.set_presenting(False)
    assert all(legend.entries[0].mark is Mark.HEADING for legend in legends)


def test_that_a_branch_that_is_renamed_has_its_new_name_in_the_legend(panel: RulePanel) -> None:
    curve = make_cosines((0, 0.3), (400, 0.2))
    for name in ("Branch 1", "another"):
        note = BranchInfo(0, name, None, 0, 400)
        frame = make_frame(
            make_images(shape=(6, 6)), cosines=curve, branch=0, branches=(note,), step=400, tip=400
        )
        panel.show_frame(frame)
        told = [entry.text for entry in panel.trial.cosine_legend.entries]
        assert f"on “{name}”" in told
