"""The hidden units panel: what its cards show and say, what a click or key does, histograms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from bpviz.datasets.dataset import Part
from bpviz.network import Network
from bpviz.training.commands import SwitchOff
from bpviz.training.events import State
from bpviz.ui.frame_pump import Needs
from bpviz.ui.panels.units import UnitsPanel
from bpviz.ui.text import count, number
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.selection import Selection
from bpviz.ui.widgets.unit_layout import UnitPart, picture_rect
from bpviz.ui.widgets.unit_state import UnitOrder
from tests.ui.frames import make_frame, make_images, make_network, make_regression, make_table
from tests.ui.records import make_classes
from tests.ui.unit_scans import make_unit_scan, regression_scan


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> UnitsPanel:
    def send(command: Any) -> int:
        sent.append(command)
        return len(sent)

    panel = UnitsPanel(send)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(700, 450)
    panel.show()
    return panel


def frame_of(n_hidden: int = 8, **overrides: Any) -> Any:
    values = {"step": 100, "tip": 100, "units": make_unit_scan(n_hidden)}
    return make_frame(n_hidden=n_hidden, **(values | overrides))


def place(panel: UnitsPanel, unit: int, part: str) -> QPoint:
    """A point of the viewport in the middle of a part of a unit's card."""
    cards = panel.cards
    at = cards.place_of(unit)
    assert at is not None
    return cards.card_rect(at).topLeft() + getattr(cards.cards(), part).center()


def click(panel: UnitsPanel, unit: int, part: str = "title") -> None:
    QTest.mouseClick(
        panel.cards.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, unit, part)
    )


def point_at(panel: UnitsPanel, at: QPoint) -> str:
    panel.cards.pointed.emit(panel.cards.found_at(QPointF(at)))
    return panel.readout.text()


def view_histograms(panel: UnitsPanel) -> None:
    panel.head.views.button("histograms").click()


# ---- what it says


def test_that_it_needs_the_look_at_the_units(panel: UnitsPanel) -> None:
    assert panel.needs() == Needs(units=True)
    assert panel.objectName() == "units_panel"


def test_that_while_loading_a_sentence_stands_there(panel: UnitsPanel) -> None:
    panel.show_frame(make_frame(dataset_loaded=False))
    assert panel._message.isVisible()
    assert "still loading" in panel._message.text()
    panel.show_frame(frame_of())
    assert not panel._message.isVisible()


def test_that_before_the_first_look_it_says_so(panel: UnitsPanel) -> None:
    panel.show_frame(make_frame())
    assert panel.head.verdict.text() == "All units on: being computed…"
    panel.grab()
    assert "matters –" in point_at(panel, place(panel, 0, "title"))


def test_that_it_says_how_good_the_network_is_and_on_which_set(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of())
    assert panel.head.verdict.text() == "All units on: accuracy 94.00 % on the test set"
    panel.show_frame(frame_of(units=make_unit_scan(part=Part.TRAIN)))
    assert panel.head.verdict.text().endswith("on the training set")
    assert not panel.head.all_on.isVisible()


def test_that_with_units_off_it_says_what_they_were_worth(panel: UnitsPanel) -> None:
    scan = make_unit_scan(off=(2, 5), accuracy_off=0.912, loss_off=0.3)
    panel.show_frame(frame_of(units=scan, switched_off=(2, 5)))
    words = "2 units off: accuracy 91.20 % instead of 94.00 % on the test set"
    assert panel.head.verdict.text() == words
    assert panel.head.verdict.toolTip().startswith(words)
    assert "goes on with all units" in panel.head.verdict.toolTip()
    assert panel.head.all_on.isVisible()


def test_that_one_unit_is_named(panel: UnitsPanel) -> None:
    scan = make_unit_scan(off=(5,), accuracy_off=0.912)
    panel.show_frame(frame_of(units=scan, switched_off=(5,)))
    assert panel.head.verdict.text().startswith("Unit 5 off: accuracy 91.20 %")


def test_that_a_look_with_other_units_off_is_not_taken_for_this_one(panel: UnitsPanel) -> None:
    scan = make_unit_scan(off=(2,), accuracy_off=0.912)
    panel.show_frame(frame_of(units=scan, switched_off=(2, 5)))
    assert panel.head.verdict.text() == "2 units off: being computed…"
    panel.show_frame(frame_of(units=scan))  # with nothing off the whole network counts
    assert panel.head.verdict.text().startswith("All units on: accuracy 94.00 %")


def test_that_a_regression_is_judged_by_its_loss(panel: UnitsPanel) -> None:
    scan = regression_scan(off=(1,), loss_off=0.25)
    frame = make_frame(make_table(), units=scan, switched_off=(1,))
    panel.show_frame(frame)
    words = "Unit 1 off: mean loss 0.2500 instead of 0.2000 on the test set"
    assert panel.head.verdict.text() == words
    assert f"matters {number(0.03)} " in point_at(panel, place(panel, 3, "title"))


def test_that_a_narrow_panel_says_the_same_in_fewer_words(panel: UnitsPanel) -> None:
    scan = make_unit_scan(off=(2, 5), accuracy_off=0.912)
    panel.show_frame(frame_of(units=scan, switched_off=(2, 5)))
    heads = [panel.head.verdict.text()]
    for width in range(690, 180, -10):
        panel.resize(width, 450)
        if panel.head.verdict.text() != heads[-1]:
            heads.append(panel.head.verdict.text())
    assert "2 units off: 94.00 % → 91.20 %" in heads
    assert [len(words) for words in heads] == sorted(map(len, heads), reverse=True)


def test_that_it_says_of_which_step_and_of_how_many_samples_it_speaks(panel: UnitsPanel) -> None:
    data = make_images(test=make_images(200))
    panel.show_frame(frame_of(dataset=data))
    assert panel.head.age.text() == "200 samples · at step 100"
    panel.show_frame(frame_of(dataset=data, step=1300, tip=1300))
    assert panel.head.age.text().endswith(f"{count(1200)} steps ago")
    panel.show_frame(frame_of(dataset=data, step=90))
    assert panel.head.age.text().endswith("10 steps ahead")
    panel.show_frame(frame_of(dataset=data, units=make_unit_scan(n_samples=50)))
    assert panel.head.age.text().startswith("50 of 200 samples")


# ---- cards


def test_that_only_the_cards_in_sight_are_painted(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(4096, dataset=make_classes(20)))
    panel.grab()
    seen = panel.cards.visible_places()
    assert 2 <= len(seen) < 40
    assert len(panel.cards._painter._faces._kept) == len(seen)
    bar = panel.cards.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert panel.cards.visible_places().stop == 4096


def test_that_a_face_is_painted_once_for_each_look(panel: UnitsPanel) -> None:
    frame = frame_of()
    panel.show_frame(frame)
    panel.grab()
    faces = dict(panel.cards._painter._faces._kept)
    other = make_network(784, 8, 10, seed=9)
    panel.show_frame(replace(frame, network=other, step=101))
    panel.grab()
    assert panel.cards._painter._faces._kept == faces
    panel.show_frame(replace(frame, units=make_unit_scan()))
    panel.grab()
    assert panel.cards._painter._faces._kept != faces


def test_that_weights_follow_every_frame_in_the_colours_of_their_sign(panel: UnitsPanel) -> None:
    W1 = np.zeros((8, 784))
    W1[0, :392], W1[0, 392:] = -1.0, 1.0
    network = Network(W1, np.zeros((10, 8)))
    panel.show_frame(frame_of(network=network))

    def colours() -> list[int]:
        picture = panel.cards.viewport().grab().toImage()
        rect = picture_rect(panel.cards.cards().picture, (28, 28))
        corner = QPointF(panel.cards.card_rect(0).topLeft()) + rect.center()
        up, down = corner - QPointF(0, 12), corner + QPointF(0, 12)
        return [picture.pixel(at.toPoint()) & 0xFFFFFF for at in (up, down)]

    ends = LIGHT.signed.getLookupTable(0.0, 1.0, 256)[[0, 255]]
    low, high = (int(r) << 16 | int(g) << 8 | int(b) for r, g, b in ends[:, :3])
    assert colours() == [low, high]
    panel.show_frame(frame_of(network=Network(-W1, np.zeros((10, 8)))))
    assert colours() == [high, low]


def test_that_weights_that_are_not_finite_are_drawn_as_a_warning(panel: UnitsPanel) -> None:
    network = make_network(784, 8, 10)
    W1, W2 = network.W1.copy(), network.W2.copy()
    W1[0], W2[:, 0] = np.nan, np.inf
    panel.show_frame(frame_of(network=Network(W1, W2)))
    picture = panel.cards.viewport().grab().toImage()
    assert picture.pixelColor(place(panel, 0, "picture")).name() == LIGHT.warning
    assert picture.pixelColor(place(panel, 0, "outputs") + QPoint(4, 0)).name() == LIGHT.warning


@pytest.mark.parametrize("size", [(700, 450), (300, 250), (120, 90)])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_every_kind_of_network_can_be_painted(
    panel: UnitsPanel, size: tuple[int, int], theme: Any
) -> None:
    panel.set_theme(theme)
    panel.resize(*size)
    for data, scan in (
        (make_images(constant=True), make_unit_scan()),
        (make_classes(9, 3), make_unit_scan()),
        (make_table(n=90, d=40), regression_scan()),
        (make_regression(d=2), regression_scan(1)),
    ):
        n_hidden = len(scan.saturated)
        panel.show_frame(make_frame(data, n_hidden=n_hidden, units=scan, switched_off=(0,)))
        for view in ("histograms", "units"):
            panel.head.views.button(view).click()
            assert not panel.grab().isNull()


def test_that_units_can_be_sorted_and_keep_their_places_until_the_next_look(
    panel: UnitsPanel,
) -> None:
    frame = frame_of(state=State.RUNNING)
    panel.show_frame(frame)
    order = panel.head.order
    order.setCurrentIndex(order.findData(UnitOrder.ACTIVATION))
    assert panel.cards.order.tolist() == list(range(8))[::-1]
    order.setCurrentIndex(order.findData(UnitOrder.NORM))
    by_norm = panel.cards.order.tolist()
    assert by_norm == np.argsort(-np.linalg.norm(frame.network.W1, axis=1)).tolist()
    other = replace(frame, network=make_network(784, 8, 10, seed=5))
    panel.show_frame(other)
    assert panel.cards.order.tolist() == by_norm
    panel.show_frame(replace(other, units=make_unit_scan()))
    assert panel.cards.order.tolist() != by_norm


def test_that_another_hidden_size_gives_other_cards(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(40))
    panel.cards.verticalScrollBar().setValue(10**6)
    panel.select(Selection("W1", 39, 0))
    panel.show_frame(frame_of(2))
    assert panel.cards.order.tolist() == [0, 1]
    panel.grab()
    assert panel.cards.visible_places() == range(2)


# ---- selecting


def test_that_a_click_on_a_card_selects_its_row_everywhere(panel: UnitsPanel) -> None:
    chosen: list[Any] = []
    panel.weight_selected.connect(chosen.append)
    panel.show_frame(frame_of())
    click(panel, 2)
    assert chosen == [Selection("W1", 2, 0)]
    assert panel.cards.selected == 2
    panel.select(Selection("W1", 1, 300))
    click(panel, 3, "picture")
    assert chosen[-1] == Selection("W1", 3, 300)  # the column that was selected


@pytest.mark.parametrize(
    "selection", [Selection("W1", 30, 5), Selection("W2", 3, 30), Selection("W1", 0, 0)]
)
def test_that_the_unit_of_a_selected_weight_is_framed_and_in_sight(
    panel: UnitsPanel, selection: Selection
) -> None:
    panel.show_frame(frame_of(32))
    panel.cards.verticalScrollBar().setValue(400)
    panel.select(selection)
    card = panel.cards.card_rect(selection.hidden_unit)
    assert panel.cards.viewport().rect().contains(card)
    picture = panel.cards.viewport().grab().toImage()
    assert picture.pixelColor(card.topLeft() + QPoint(1, 40)).name() == LIGHT.accent
    panel.select(None)
    assert panel.cards.selected is None


def test_that_a_click_leaves_the_focus_and_so_the_space_key_where_they_are(
    panel: UnitsPanel,
) -> None:
    panel.show_frame(frame_of())
    click(panel, 1)
    assert not panel.cards.hasFocus()
    assert panel.cards.focusPolicy() is Qt.FocusPolicy.TabFocus


# ---- switching off


def test_that_the_box_of_a_card_switches_its_unit(panel: UnitsPanel, sent: list[Any]) -> None:
    panel.show_frame(frame_of())
    click(panel, 3, "toggle")
    click(panel, 1, "toggle")
    assert sent == [SwitchOff((3,)), SwitchOff((1, 3))]
    assert panel.cards.units is not None
    assert panel.cards.units.off == {1, 3}
    click(panel, 3, "toggle")
    assert sent[-1] == SwitchOff((1,))
    panel.head.all_on.click()
    assert sent[-1] == SwitchOff(())
    assert not panel.head.all_on.isVisible()


def test_that_an_old_frame_does_not_switch_a_unit_on_again(
    panel: UnitsPanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_of(heard=0))
    click(panel, 3, "toggle")
    panel.show_frame(frame_of(heard=0))
    assert panel.switched_off == {3}
    panel.show_frame(frame_of(heard=1, switched_off=(3, 4)))
    assert panel.switched_off == {3, 4}


def test_that_another_run_has_its_own_units_off(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(heard=0))
    click(panel, 3, "toggle")
    panel.show_frame(frame_of(heard=0, run=2))
    assert panel.switched_off == frozenset()


def test_that_a_press_that_ends_elsewhere_switches_nothing(
    panel: UnitsPanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_of())
    port, left = panel.cards.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=place(panel, 0, "toggle"))
    QTest.mouseRelease(port, left, pos=place(panel, 0, "picture"))
    QTest.mouseClick(port, left, pos=QPoint(1, 1))
    assert not sent


def test_that_all_can_be_done_by_keys(panel: UnitsPanel, sent: list[Any]) -> None:
    chosen: list[Any] = []
    panel.weight_selected.connect(chosen.append)
    panel.show_frame(frame_of(32))
    cards = panel.cards
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    columns = cards.cards().columns
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(cards, key)
    unit = columns + 1
    assert sent == [SwitchOff((unit,))]
    assert chosen == [Selection("W1", unit, 0)]
    QTest.keyClick(cards, Qt.Key.Key_End)
    assert cards.current == 31
    assert cards.viewport().rect().contains(cards.card_rect(31))
    assert panel.readout.text().startswith("unit 31 · ")
    assert cards.accessibleDescription() == panel.readout.text()
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert panel.readout.text().startswith("unit 31, switched off · ")


# ---- reading


def test_that_weights_bins_and_figures_can_be_read(panel: UnitsPanel) -> None:
    data = make_images(constant=True)
    frame = frame_of(dataset=data)
    panel.show_frame(frame)
    cards = panel.cards.cards()
    corner = panel.cards.card_rect(2).topLeft()
    rect = picture_rect(cards.picture, (28, 28))
    pixel = rect.width() / 28
    at = corner + (rect.topLeft() + QPointF(3.5 * pixel, 1.5 * pixel)).toPoint()
    weight = frame.network.W1[2, 28 + 3]
    assert (
        point_at(panel, at) == f"W₁[2, 31] = {number(weight)}    from the pixel in row 1, column 3"
    )
    bars = cards.outputs
    at = corner + QPoint(bars.left() + bars.width() * 73 // 100, bars.center().y())
    assert point_at(panel, at).startswith(
        f"W₂[7, 2] = {number(frame.network.W2[7, 2])}    to output 7"
    )
    values = cards.values
    at = corner + QPoint(values.left() + values.width() * 60 // 100, values.center().y())
    assert point_at(panel, at) == "h of unit 2 from 0.500 to 0.750: 200 of 200 samples"
    words = point_at(panel, place(panel, 2, "title"))
    norm = number(np.linalg.norm(frame.network.W1[2]))
    assert words == f"unit 2 · matters 2.000 pp · mean h 0.2000 · saturated 80.00 % · ‖W₁ₖ‖ {norm}"
    assert point_at(panel, QPoint(1, 1)).startswith("Point at a card")


def test_that_inputs_with_names_are_named(panel: UnitsPanel) -> None:
    panel.show_frame(make_frame(make_regression(d=2), units=regression_scan()))
    room = panel.cards.cards().picture
    corner = panel.cards.card_rect(1).topLeft()
    assert "from 1 (constant)" in point_at(panel, corner + QPoint(room.right(), room.top() + 2))
    outputs = panel.cards.cards().outputs
    assert "to output 0 (temperature)" in point_at(panel, corner + outputs.topLeft() + QPoint(2, 2))


def test_that_every_part_of_a_card_is_explained(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of())

    def words(part: UnitPart, name: str, down: int = 0) -> str:
        return panel._explain(1, part, place(panel, 1, name) + QPoint(0, down))

    assert "goes on with all units" in words(UnitPart.TOGGLE, "toggle")
    line = panel.cards.cards().line
    found = [words(UnitPart.FIGURE, "figures", int((i - 1.5) * line)) for i in range(4)]
    assert [text.split(":")[0] for text in found] == ["Matters", "Mean h", "Saturated", "‖W₁ₖ‖"]
    assert "percentage points" in found[0]
    assert "Histogram" in words(UnitPart.VALUES, "values")
    index = panel.cards.found_at(QPointF(place(panel, 1, "outputs")))
    assert index is not None
    exact = repr(float(panel._frame.network.W2[index[2], 1])).replace("-", "−")  # type: ignore
    assert exact in words(UnitPart.OUTPUTS, "outputs")


def test_that_the_figures_can_be_copied_as_a_table(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(switched_off=(3,)))
    rows = [line.split("\t") for line in panel.cards.values_text().split("\n")]
    assert len(rows) == 9
    row = dict(zip(rows[0], rows[4], strict=True))
    assert (row["unit"], row["on"], float(row["mean_h"])) == ("3", "0", pytest.approx(0.3))
    panel.show_frame(make_frame())
    assert len(panel.cards.values_text().split("\n")) == 9


# ---- histograms


def test_that_histograms_are_those_of_all_weights_and_of_the_selected_unit(
    panel: UnitsPanel,
) -> None:
    frame = frame_of()
    panel.show_frame(frame)
    view_histograms(panel)
    plots = panel.histograms.plots
    assert all(plot.isVisible() for plot in plots.values())
    for name, matrix in (("W1", frame.network.W1), ("W2", frame.network.W2)):
        plot = plots[name]
        assert plot.every is not None
        assert plot.chosen is None
        assert plot.edges[0] == -plot.edges[-1]
        by_hand = np.histogram(matrix, bins=plot.edges)[0]
        np.testing.assert_array_equal(plot.every.counts, by_hand)
    panel.select(Selection("W2", 4, 3))
    for name, own in (("W1", frame.network.W1[3]), ("W2", frame.network.W2[:, 3])):
        chosen = plots[name].chosen
        assert chosen is not None
        assert chosen.name == "unit 3"
        by_hand = np.histogram(own, bins=plots[name].edges)[0]
        np.testing.assert_array_equal(chosen.counts, by_hand)
        assert chosen.shares().sum() == pytest.approx(100.0)
    values = plots["h"]
    assert values.every is not None
    assert values.chosen is not None
    assert values.every.counts.tolist() == [400, 400, 400, 400]
    assert values.chosen.counts.tolist() == [0, 0, 0, 200]
    for plot in plots.values():
        assert plot.x_title
        assert plot.y_title.startswith("%")
        assert len([tick for tick in plot.x_ticks(2) if tick.label]) >= 2


def test_that_histograms_follow_the_weights_and_the_look(panel: UnitsPanel) -> None:
    frame = frame_of()
    panel.show_frame(frame)
    view_histograms(panel)
    before = panel.histograms.plots["W1"].every
    panel.show_frame(replace(frame, state=State.RUNNING))
    assert panel.histograms.plots["W1"].every is before  # the same weights cost nothing
    network = make_network(784, 8, 10, seed=4)
    panel.show_frame(replace(frame, network=network))
    assert panel.histograms.plots["W1"].every is not before
    panel.show_frame(replace(frame, units=None))
    assert panel.histograms.plots["h"].every is None
    assert "computed" in panel.histograms.plots["h"].message


def test_that_a_bin_can_be_read_and_the_counts_copied(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of())
    view_histograms(panel)
    panel.select(Selection("W1", 2, 0))
    plot = panel.histograms.plots["h"]
    plot.hover = QPointF(plot.px([0.6])[0], plot.area().center().y())
    assert plot.readout() == [
        "0.500 to 0.750",
        f"all: 25.00 % ({count(400)})",
        "unit 2: 100.0 % (200)",
    ]
    rows = plot.values_text().split("\n")
    assert rows[0].split("\t") == ["from", "to", "all", "unit 2"]
    assert rows[3].split("\t") == ["0.5", "0.75", "400", "200"]


def test_that_one_histogram_can_be_chosen_and_a_small_panel_shows_one(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of())
    view_histograms(panel)
    assert not panel.head.order.isVisible()
    panel.histograms.choice.button("h").click()
    assert [name for name, plot in panel.histograms.plots.items() if plot.isVisible()] == ["h"]
    panel.histograms.choice.button("all").click()
    panel.resize(280, 250)
    QApplication.processEvents()
    assert panel.histograms.shown() == ("W1",)
    panel.resize(280, 900)
    QApplication.processEvents()
    assert panel.histograms.shown() == ("W1", "W2", "h")


def test_that_of_a_huge_matrix_a_sample_is_counted_and_it_says_so(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(512, units=None))
    view_histograms(panel)
    every = panel.histograms.plots["W1"].every
    assert every is not None
    assert every.name == "all, counted in a sample"
    assert panel.interval_ms >= 33


def test_that_every_widget_that_takes_the_focus_is_named_and_explained(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(switched_off=(1,)))
    widgets = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QListView)  # what a combo box opens
    ]
    assert len(widgets) >= 4
    for widget in widgets:
        assert widget.objectName(), widget
        assert widget.accessibleName(), widget.objectName()
        assert widget.toolTip(), widget.objectName()
