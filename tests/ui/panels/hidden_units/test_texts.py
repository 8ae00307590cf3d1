"""What the panel of the hidden units says of them."""

from __future__ import annotations

from bpviz.datasets.dataset import Part
from bpviz.training.quantities import Need
from bpviz.ui.core.formatting import count, number
from bpviz.ui.kit.controls.placeholder import Placeholder
from bpviz.ui.panels.hidden_units.panel import UnitsPanel
from tests.ui.frames import make_frame, make_images, make_table
from tests.ui.panels.hidden_units.units import frame_of, place, point_at
from tests.ui.unit_scans import make_unit_scan, regression_scan


def test_that_it_needs_the_look_at_the_units(panel: UnitsPanel) -> None:
    assert panel.needs() == {Need.UNITS}
    assert panel.objectName() == "units_panel"


def test_that_while_loading_a_sentence_stands_there(panel: UnitsPanel) -> None:
    panel.show_frame(make_frame(dataset_loaded=False))
    message = panel.findChild(Placeholder, "units_message")
    assert message.isVisible()
    assert message.text() == "Waiting for the data set…"
    panel.show_frame(frame_of())
    assert not message.isVisible()


def test_that_before_the_first_look_it_says_so(panel: UnitsPanel) -> None:
    panel.show_frame(make_frame())
    assert panel.head.verdict.text() == "All units: computing…"
    panel.grab()
    assert "importance –" in point_at(panel, place(panel, 0, "title"))


def test_that_it_says_how_good_the_network_is_and_on_which_set(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of())
    assert panel.head.verdict.text() == "All units: accuracy 94.00 % on the test set"
    panel.show_frame(frame_of(units=make_unit_scan(part=Part.TRAIN)))
    assert panel.head.verdict.text().endswith("on the training set")
    assert not panel.head.all_on.isVisible()


def test_that_with_units_off_it_says_what_they_were_worth(panel: UnitsPanel) -> None:
    scan = make_unit_scan(off=(2, 5), accuracy_off=0.912, loss_off=0.3)
    panel.show_frame(frame_of(units=scan, switched_off=(2, 5)))
    words = "Without 2 units: accuracy 91.20 % instead of 94.00 % on the test set"
    assert panel.head.verdict.text() == words
    assert panel.head.verdict.toolTip().startswith(words)
    assert "goes on with all units" in panel.head.verdict.toolTip()
    assert panel.head.all_on.isVisible()


def test_that_one_unit_is_named(panel: UnitsPanel) -> None:
    scan = make_unit_scan(off=(5,), accuracy_off=0.912)
    panel.show_frame(frame_of(units=scan, switched_off=(5,)))
    assert panel.head.verdict.text().startswith("Without unit 5: accuracy 91.20 %")


def test_that_a_look_with_other_units_off_is_not_taken_for_this_one(panel: UnitsPanel) -> None:
    scan = make_unit_scan(off=(2,), accuracy_off=0.912)
    panel.show_frame(frame_of(units=scan, switched_off=(2, 5)))
    assert panel.head.verdict.text() == "Without 2 units: computing…"
    panel.show_frame(frame_of(units=scan))  # with nothing off the whole network counts
    assert panel.head.verdict.text().startswith("All units: accuracy 94.00 %")


def test_that_a_regression_is_judged_by_its_loss(panel: UnitsPanel) -> None:
    scan = regression_scan(off=(1,), loss_off=0.25)
    frame = make_frame(make_table(), units=scan, switched_off=(1,))
    panel.show_frame(frame)
    words = "Without unit 1: mean loss 0.2500 instead of 0.2000 on the test set"
    assert panel.head.verdict.text() == words
    assert f"importance {number(0.03)} " in point_at(panel, place(panel, 3, "title"))


def test_that_a_narrow_panel_says_the_same_in_fewer_words(panel: UnitsPanel) -> None:
    scan = make_unit_scan(off=(2, 5), accuracy_off=0.912)
    panel.show_frame(frame_of(units=scan, switched_off=(2, 5)))
    heads = [panel.head.verdict.text()]
    for width in range(690, 180, -10):
        panel.resize(width, 450)
        if panel.head.verdict.text() != heads[-1]:
            heads.append(panel.head.verdict.text())
    assert "Without 2 units: 94.00 % → 91.20 %" in heads
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
