"""The rule on trial in large letters: what is said is read whole, and what is drawn is seen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpviz.ui.kit.charts.legend import LegendBar
from bpviz.ui.panels.rule_comparison.model import WAYS
from bpviz.ui.panels.rule_comparison.panel import RulePanel
from tests.ui.frames import make_frame, make_images
from tests.ui.trials import make_cosines, make_trial

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(large_letters: None, qtbot: Any) -> RulePanel:
    panel = RulePanel(lambda command: 0)
    qtbot.addWidget(panel)
    panel.set_presenting(True)
    panel.show()
    return panel


def show(panel: RulePanel, width: int, height: int, view: str, **overrides: Any) -> None:
    panel.show_frame(make_frame(make_images(shape=(6, 6)), step=400, tip=400, **overrides))
    panel.resize(width, height)
    QTest.mouseClick(panel.findChild(object, f"rule_view_{view}"), Left)
    QApplication.processEvents()
    panel.grab()


def is_whole(legend: LegendBar) -> bool:
    """Whether a legend shows all of its entries, none of them cut."""
    widest = max((legend._width(entry) for entry in legend.entries), default=0)
    high = legend.heightForWidth(legend.width()) <= legend.height()
    return high and widest <= legend.width() and not legend._leaves_out()


@pytest.mark.parametrize("width", [540, 620, 900])
def test_that_the_verdict_is_said_down_to_its_cosine(panel: RulePanel, width: int) -> None:
    show(panel, width, 480, "pair")
    for label in (panel.verdict, panel.cause, panel.head.pair):
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
    assert "cosine " in panel.verdict.text()
    assert "printed ∂W₁" in panel.verdict.toolTip()
    assert "reaches hidden unit k" in panel.cause.toolTip()
    for way in WAYS:
        title = panel.pictures.pictures[way].title
        assert title.fontMetrics().horizontalAdvance(title.text()) <= title.width()


def test_that_a_wider_label_says_more_without_another_frame(panel: RulePanel) -> None:
    show(panel, 540, 480, "pair")
    short = panel.verdict.text()
    panel.resize(1500, 480)
    QApplication.processEvents()
    panel.grab()
    assert len(panel.verdict.text()) > len(short)


@pytest.mark.parametrize("with_trial", [False, True])
@pytest.mark.parametrize("size", [(560, 500), (620, 480), (900, 640), (1500, 900)])
def test_that_no_legend_is_cut_and_no_plot_is_empty(
    panel: RulePanel, size: tuple[int, int], with_trial: bool
) -> None:
    show(panel, *size, "run", trial=make_trial() if with_trial else None)
    trial = panel.trial
    line = trial.fontMetrics().height()
    for legend in (trial.cosine_legend, trial.loss_legend):
        assert not legend.isVisible() or is_whole(legend)
    assert not with_trial or is_whole(trial.bar.result)
    assert trial.cosines.isVisible()
    for plot in (trial.cosines, trial.losses):
        assert not plot.isVisible() or min(plot.area().width(), plot.area().height()) >= line
    if not trial.losses.isVisible():  # no room is kept for it
        assert trial.cosines.width() == trial.width()


def test_that_a_branch_that_is_none_of_the_trial_keeps_its_name(panel: RulePanel) -> None:
    curve = make_cosines((0, 0.3), (400, 0.2))
    show(panel, 620, 480, "run", trial=make_trial(), cosines=curve, branch=0)
    legend = panel.trial.cosine_legend
    assert legend.isVisible()
    assert len(legend.entries) == 3
    assert is_whole(legend)


def test_that_a_trial_from_here_is_never_begun_unseen(panel: RulePanel) -> None:
    bar = panel.trial.bar
    show(panel, 620, 480, "run")
    assert not bar.start.isVisible()
    panel.set_presenting(False)
    QTest.mouseClick(bar.start.button("here"), Left)
    panel.set_presenting(True)
    assert bar.start.isVisible()


def test_that_a_presentation_over_shows_everything_again(panel: RulePanel) -> None:
    show(panel, 620, 480, "run", trial=make_trial())
    assert not panel.trial.losses.isVisible()
    assert len(panel.trial.bar.result.entries) == 2
    panel.set_presenting(False)
    assert panel.trial.losses.isVisible()
    assert panel.trial.loss_legend.isVisible()
    assert panel.trial.bar.start.isVisible()
    assert len(panel.trial.bar.result.entries) == 3


def test_that_pictures_and_curves_come_back_with_their_usual_shares(
    panel: RulePanel, qtbot: Any
) -> None:
    panel.set_presenting(False)
    show(panel, 2400, 1600, "both")
    for width, height in ((500, 300), (600, 700), (2400, 1600)):  # both, one, and both again
        panel.resize(width, height)
        QApplication.processEvents()
    high = [panel.upper.height(), panel.trial.height()]
    assert high[0] / sum(high) == pytest.approx(0.6, abs=0.1)
