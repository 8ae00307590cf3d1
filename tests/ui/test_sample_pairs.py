"""The sample's panel with other pairs than those of the training set, and with other data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import Activation, Network
from bpviz.training.commands import (
    Command,
    HoldSample,
    SelectSample,
    SkipSample,
    TrainNext,
    TrainOwn,
)
from bpviz.ui.panels.sample import SamplePanel
from bpviz.ui.text import exact, number
from bpviz.ui.theme import LIGHT
from bpviz.ui.widgets.output_values import OutputValues
from bpviz.ui.widgets.selection import Highlight
from tests.ui.frames import (
    make_frame,
    make_images,
    make_network,
    make_own,
    make_regression,
    make_table,
)

TEST = make_images(5)
DATA = make_images(12, test=TEST)


class Sent(list[Command]):
    def __call__(self, command: Command) -> int:
        self.append(command)
        return len(self)


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent) -> SamplePanel:
    panel = SamplePanel(sent)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(620, 330)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def press(panel: SamplePanel, name: str, qtbot: Any) -> None:
    button = panel.findChild(QToolButton, f"sample_{name}")
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def facts(panel: SamplePanel) -> dict[str, str]:
    found = (panel.facts.predicted, panel.facts.label, panel.facts.error, panel.facts.loss)
    return {f.caption.text(): f.value.text() for f in found if f.isVisible()}


# A person's own pairs --------------------------------------------------------------------------


def test_that_an_own_pair_of_the_step_is_shown_by_its_title(panel: SamplePanel) -> None:
    own = make_own(DATA, 3, "a drawing as 3")
    frame = make_frame(DATA, own=own, chosen=True)
    panel.show_frame(frame)
    assert frame.sample == 12
    assert np.array_equal(panel.picture.values, own.x.reshape(28, 28))
    assert np.array_equal(panel.bars.values[1], own.y)
    assert panel.facts.label.value.text() == "3"
    assert frame.preview is not None
    assert panel.facts.loss.value.text() == number(frame.preview.loss)
    assert panel.pins.chosen.isVisible()
    assert panel.pins.chosen.text().startswith("Own pair: a drawing as 3")
    assert panel.chooser.index.text() == "–"
    assert panel.index() == 12


@pytest.mark.parametrize("known", [False, True])
def test_that_an_own_pair_is_there_before_anything_is_computed(
    panel: SamplePanel, known: bool
) -> None:
    own = make_own(DATA)
    overrides: dict[str, Any] = {} if known else {"trace": None}
    panel.show_frame(make_frame(DATA, own=own, **overrides))
    assert np.array_equal(panel.picture.values, own.x.reshape(28, 28))
    assert (panel.bars.values[0] is not None) == known


def test_that_the_run_can_keep_to_an_own_pair(panel: SamplePanel, sent: Sent, qtbot: QtBot) -> None:
    own = make_own(DATA)
    panel.show_frame(make_frame(DATA, own=own, chosen=True))
    press(panel, "train_next", qtbot)
    press(panel, "hold", qtbot)
    press(panel, "skip", qtbot)
    assert sent == [TrainNext(12), HoldSample(12), SkipSample()]
    panel.show_frame(make_frame(DATA, own=own, chosen=True, held=12))
    assert panel.pins.hold.isChecked()
    assert "every step trains on it" in panel.pins.chosen.text()
    press(panel, "break", qtbot)  # stands at samples of the training set only
    panel.toggle_breakpoint()
    assert len(sent) == 3
    assert "training set" in panel.pins.breaks.toolTip()


def test_that_one_goes_on_from_an_own_pair_to_the_samples(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(DATA, sample=7))
    panel.show_frame(make_frame(DATA, own=make_own(DATA)))
    press(panel, "previous", qtbot)
    assert sent == []
    panel.chooser.follow.click()  # off: there is no own pair to stay at, but the one before it
    assert sent == [SelectSample(7)]
    panel.show_frame(make_frame(DATA, own=make_own(DATA), selected=7))
    assert panel.chooser.index.text() == "7"
    assert not panel.pins.skip.isEnabled()
    panel.chooser.follow.click()
    panel.show_frame(make_frame(DATA, own=make_own(DATA)))
    press(panel, "next", qtbot)
    assert sent[1:] == [SelectSample(None), SelectSample(0)]


# Test samples ----------------------------------------------------------------------------------


def test_that_the_part_is_chosen_where_there_is_a_test_set(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(make_images()))
    assert not panel.chooser.part.isVisible()
    panel.show_frame(make_frame(DATA, run=2, sample=7))
    assert panel.chooser.part.isVisible()
    press(panel, "part_test", qtbot)
    assert sent == [SelectSample(0, Part.TEST)]
    panel.show_frame(make_frame(DATA, run=2, sample=7))  # from before the click
    assert panel.chooser.part.value() == "test"
    press(panel, "next", qtbot)
    press(panel, "part_train", qtbot)
    press(panel, "part_test", qtbot)
    assert sent[1:] == [
        SelectSample(1, Part.TEST),
        SelectSample(7),
        SelectSample(1, Part.TEST),
    ]


def test_that_a_frame_of_the_other_part_is_no_answer(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(DATA, selected=0))
    press(panel, "part_test", qtbot)
    for _ in range(2):
        panel.show_frame(make_frame(DATA, selected=0))  # from before the click
        assert panel.chooser.part.value() == "test"
    panel.show_frame(make_frame(DATA, selected=0, selected_part=Part.TEST))
    panel.show_frame(make_frame(DATA, selected=0))  # somebody selects it elsewhere
    assert panel.chooser.part.value() == "train"


def test_that_a_test_sample_is_shown_with_its_own_numbers(panel: SamplePanel) -> None:
    frame = make_frame(DATA, sample=7, selected=4, selected_part=Part.TEST)
    panel.show_frame(frame)
    assert frame.selected_trace is not None
    assert np.array_equal(panel.picture.values, TEST.x(4).reshape(28, 28))
    f, y = panel.bars.values
    assert f is not None
    assert np.array_equal(f, frame.selected_trace.f)
    assert np.array_equal(y, TEST.Y[4])
    assert panel.facts.label.value.text() == "4"
    assert panel.chooser.part.value() == "test"
    assert panel.chooser.index.text() == "4"
    assert panel.picture.accessibleName() == "test sample 4"
    assert not panel.pins.chosen.isVisible()
    assert panel.index() is None  # no step can train on it
    assert [each.at_hand for each in panel.frames] == ["", ""]


def test_that_next_and_previous_stay_in_the_test_set(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(DATA, selected=3, selected_part=Part.TEST))
    press(panel, "next", qtbot)
    press(panel, "next", qtbot)  # there is none behind the fifth
    press(panel, "previous", qtbot)
    assert sent == [SelectSample(4, Part.TEST), SelectSample(3, Part.TEST)]
    assert [label.text() for label in panel.chooser.findChildren(QLabel)] == ["of 5"]
    panel.chooser.follow.click()
    panel.show_frame(make_frame(DATA, sample=7))
    assert sent[-1] == SelectSample(None)
    assert panel.chooser.part.value() == "train"
    assert panel.chooser.index.text() == "7"


@pytest.mark.parametrize("selected", [5, -1])
def test_that_a_test_sample_that_does_not_exist_leaves_what_is_shown(
    panel: SamplePanel, selected: int
) -> None:
    panel.show_frame(make_frame(DATA, sample=7))
    frame = make_frame(DATA, sample=7)
    panel.show_frame(frame)
    panel.show_frame(replace(frame, selected=selected, selected_part=Part.TEST))
    assert panel.chooser.index.text() == "7"


def test_that_one_trains_on_a_copy_of_a_test_sample_and_nothing_else(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(DATA, selected=4, selected_part=Part.TEST))
    press(panel, "train_next", qtbot)
    assert len(sent) == 1
    assert isinstance(sent[0], TrainOwn)
    pair = sent[0].pair
    assert np.array_equal(pair.x, TEST.x(4))
    assert np.array_equal(pair.y, TEST.Y[4])
    assert (pair.label, pair.title) == (4, "test sample 4")
    assert "test sample" in panel.pins.train.toolTip()
    for action in (panel.pins.hold, panel.pins.skip, panel.pins.breaks):
        assert not action.isEnabled()
        assert action.toolTip().startswith("Not possible")
    panel.show_frame(make_frame(DATA, sample=7))
    assert panel.pins.hold.isEnabled()
    assert "Not possible" not in panel.pins.hold.toolTip()


def test_that_training_concerns_the_test_sample_that_was_just_gone_to(
    panel: SamplePanel, sent: Sent, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(DATA, sample=2, held=2))
    press(panel, "part_test", qtbot)
    press(panel, "next", qtbot)
    panel.show_frame(make_frame(DATA, sample=2, held=2))  # from before both clicks
    assert not panel.pins.hold.isChecked()
    press(panel, "train_next", qtbot)
    assert isinstance(sent[-1], TrainOwn)
    assert np.array_equal(sent[-1].pair.x, TEST.x(1))


@pytest.mark.parametrize("width", [240, 300, 420, 700])
def test_that_everything_to_choose_a_sample_has_room(panel: SamplePanel, width: int) -> None:
    panel.resize(width, 330)
    panel.show_frame(make_frame(DATA, sample=7))
    QGuiApplication.processEvents()
    chooser = panel.chooser
    shown = [chooser.part, chooser.previous, chooser.index, chooser.next]
    for widget in shown:
        assert chooser.rect().contains(widget.geometry())
        assert widget.width() >= widget.minimumSizeHint().width()
    assert not any(
        a.geometry().intersects(b.geometry()) for a in shown for b in shown if a is not b
    )


# Own units -------------------------------------------------------------------------------------


def test_that_a_regression_is_shown_in_own_units(panel: SamplePanel) -> None:
    data = make_regression()
    frame = make_frame(data, sample=3)
    panel.show_frame(frame)
    assert frame.preview is not None
    f, y = 100 + 50 * float(frame.preview.f[0]), 100 + 50 * float(data.Y[3, 0])
    assert facts(panel) == {
        "output f": number(f),
        "target y": number(y),
        "error f − y": number(f - y),
        "loss": number(frame.preview.loss),  # as the network sees it
    }
    bars = panel.bars
    assert bars.shown.ends(0) == (100.0, 150.0)
    words = bars.describe(0).split("\n")
    assert words[:4] == [
        "temperature",
        f"f = {exact(f)}",
        f"y = {exact(y)}",
        f"f − y = {exact(f - y)}",
    ]
    assert exact(float(frame.preview.f[0])) in words[4]
    assert exact(float(data.Y[3, 0])) in words[4]
    assert bars.output_at(QPointF(60, 10)) == 0


def test_that_own_units_wait_for_the_outputs(panel: SamplePanel) -> None:
    data = make_regression()
    panel.show_frame(make_frame(data, sample=3, trace=None))
    assert facts(panel)["output f"] == "–"
    assert facts(panel)["error f − y"] == "–"
    assert facts(panel)["target y"] == number(100 + 50 * float(data.Y[3, 0]))
    panel.grab()


def test_that_each_of_several_targets_has_its_own_axis(panel: SamplePanel) -> None:
    data = make_regression(d=2)
    frame = make_frame(data, sample=1)
    panel.show_frame(frame)
    shown = panel.bars.shown
    assert not shown.shares_axis
    assert [shown.ends(0), shown.ends(1)] == [(100.0, 150.0), (-20.0, -12.0)]
    assert shown.own_y(1) == pytest.approx(-20 + 8 * data.Y[1, 1])
    assert set(facts(panel)) == {"loss"}
    columns = [line.split("\t") for line in panel.view.outputs_text().split("\n")]
    assert columns[0][:2] == ["f", "y"]
    assert float(columns[2][1]) == data.Y[1, 1]
    assert float(columns[2][3]) == pytest.approx(-20 + 8 * data.Y[1, 1])
    panel.grab()


def test_that_classes_and_plain_targets_have_no_own_units(panel: SamplePanel) -> None:
    for data in (make_images(), make_table()):
        panel.show_frame(make_frame(data, run=int(data.labels is None)))
        assert panel.bars.shown.scale is None
        assert not panel.facts.error.isVisible()
        assert len(panel.view.outputs_text().split("\n")[0].split("\t")) == 2


@pytest.mark.parametrize("sigma2", list(Activation))
def test_that_the_axis_holds_what_is_drawn_on_it(panel: SamplePanel, sigma2: Activation) -> None:
    data = make_regression()
    base = make_network(3, 4, 1)
    network = Network(base.W1, base.W2, base.sigma1, sigma2)
    panel.show_frame(make_frame(data, network=network, run=7))
    shown = panel.bars.shown
    low, high = shown.ends(0)
    ticks = [tick.value for tick in shown.ticks(4)]
    assert 2 <= len(ticks) <= 6
    assert low <= ticks[0] < ticks[-1] <= high
    assert low <= shown.own_y(0) <= high
    assert low <= shown.origin(0) <= high


def test_that_bars_begin_at_zero_of_their_own_units_or_beside_it() -> None:
    def origin(offset: float, factor: float) -> float:
        scale = np.array([[offset, factor]])
        return OutputValues(None, np.zeros(1), 0.0, 1.0, scale).origin(0)

    assert origin(-1.25, 2.5) == 0.0
    assert origin(100.0, 50.0) == 100.0
    assert origin(-20.0, 8.0) == -12.0
    assert origin(20.0, -8.0) == 12.0


# A constant input ------------------------------------------------------------------------------


def test_that_a_picture_has_its_constant_below_it(panel: SamplePanel) -> None:
    data = make_images(constant=True)
    panel.show_frame(make_frame(data, sample=7))
    assert panel.inputs.currentWidget() is panel.picture
    assert np.array_equal(panel.picture.values, data.x(7)[:784].reshape(28, 28))
    assert panel.picture.more == "and a constant 1"
    rows = [line.split("\t") for line in panel.view.inputs_text().split("\n")]
    assert [len(row) for row in rows] == [28] * 28 + [1]
    assert float(rows[-1][0]) == 1.0
    rect = panel.picture.picture_rect()
    assert rect.bottom() + panel.picture.fontMetrics().height() <= panel.picture.height()
    plain = panel.picture.grab().toImage()
    panel.highlight(Highlight(input=784))
    boxed = panel.picture.grab().toImage()
    changed = [
        y
        for y in range(plain.height())
        for x in range(plain.width())
        if plain.pixel(x, y) != boxed.pixel(x, y)
    ]
    assert changed
    assert min(changed) > rect.bottom()  # the words, not a pixel
    panel.highlight(None)
    panel.show_frame(make_frame(make_images(), run=2))
    assert panel.picture.more == ""


def test_that_what_is_no_constant_makes_no_picture(panel: SamplePanel) -> None:
    X = np.ones((3, 5))
    odd = Dataset.from_arrays("odd", X, [[0.0]] * 3, image_shape=(2, 2), constant=None)
    panel.show_frame(make_frame(odd))
    assert panel.inputs.currentWidget() is panel.table


def test_that_tables_call_the_constant_so(panel: SamplePanel) -> None:
    panel.show_frame(make_frame(make_regression()))
    model = panel.table.model()
    assert [model.index(row, 0).data() for row in range(3)] == ["width", "height", "1 (constant)"]
    assert model.index(2, 1).data() == "1.000"


# Room ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [380, 480, 700])
def test_that_names_of_inputs_have_room(panel: SamplePanel, width: int) -> None:
    names = ("sepal length", "sepal width", "petal length", "petal width")
    data = make_table(n=4, d=3, names=names)
    panel.resize(width, 330)
    panel.show_frame(make_frame(data))
    QGuiApplication.processEvents()
    table, metrics = panel.table, panel.table.fontMetrics()
    model = table.model()
    for row in range(4):
        for column in range(2):
            room = table.columnWidth(column)
            assert metrics.horizontalAdvance(model.index(row, column).data()) + 4 <= room
    panel.show_frame(make_frame(data, sample=1))
    before = table.columnWidth(1)
    panel.show_frame(make_frame(data, sample=2))
    assert table.columnWidth(1) >= before  # nothing jumps back


def test_that_every_control_explains_itself_at_a_test_sample(panel: SamplePanel) -> None:
    panel.show_frame(make_frame(DATA, selected=4, selected_part=Part.TEST))
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            inner = widget.parentWidget() is panel.chooser.index
            assert inner or (widget.objectName() and widget.accessibleName() and widget.toolTip())
