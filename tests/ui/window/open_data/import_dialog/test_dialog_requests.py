"""The import dialog: what was found, what is chosen, what is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpviz.datasets import DataRequest, load
from bpviz.datasets.preview import Role
from bpviz.datasets.request import Missing, Scaling, TargetKind
from bpviz.ui.kit.controls.number_edit import IntegerEdit
from bpviz.ui.window.open_data.import_dialog.dataset_form import DatasetForm
from tests.ui.window.open_data.import_dialog.desk import Key


def test_that_a_german_table_is_shown_as_it_was_understood(desk: Any, german: Path) -> None:
    one = desk(german)
    table = one.child("import_table").model()
    assert [table.headerData(j, Qt.Orientation.Horizontal) for j in range(3)] == [
        "Größe", "Farbe", "Güte"
    ]  # fmt: skip
    assert table.index(1, 0).data() == "1,5"
    assert one.roles() == [Role.INPUT, Role.INPUT, Role.TARGET]
    assert "semicolon" in one.box("separator").currentText()
    assert "0,5" in one.box("decimal").currentText()
    assert "1252" in one.box("encoding").currentText()
    assert "names" in one.box("header").currentText()
    assert "classes" in one.box("kind").currentText()
    assert "separator “;”" in one.words("found")
    assert "3 classes" in one.words("plan")
    assert one.words("problem") == ""


def test_that_enter_opens_what_was_found_and_leaves_everything_open(
    desk: Any, german: Path
) -> None:
    one = desk(german)
    assert one.open() == DataRequest(str(german))
    assert not one.dialog.isVisible()


@pytest.mark.parametrize("name", ["import_table", "import_separator_edit", "import_seed_edit",
                                  "import_reset", "import_constant_edit"])  # fmt: skip
def test_that_enter_opens_wherever_the_focus_is(desk: Any, german: Path, name: str) -> None:
    one = desk(german)
    one.child(name).setFocus()
    QTest.keyClick(one.child(name), Key.Key_Return)
    one.qtbot.waitUntil(lambda: len(one.asked) == 1)


def test_that_escape_opens_nothing(desk: Any, german: Path) -> None:
    one = desk(german)
    QTest.keyClick(one.dialog, Key.Key_Escape)
    assert not one.dialog.isVisible()
    assert one.asked == []


@pytest.mark.parametrize(
    ("name", "value", "field", "wanted"),
    [
        ("kind", TargetKind.REGRESSION, "kind", TargetKind.REGRESSION),
        ("scaling", Scaling.UNIT, "scaling", Scaling.UNIT),
        ("missing", Missing.DROP, "missing", Missing.DROP),
        ("encoding", "latin-1", "encoding", "latin-1"),
        ("decimal", ",", "decimal", ","),
        ("separator", ";", "separator", ";"),
        ("header", True, "header", True),
    ],
)
def test_that_a_choice_is_in_the_request_and_can_be_loaded(
    desk: Any, german: Path, name: str, value: object, field: str, wanted: object
) -> None:
    one = desk(german)
    one.box(name).choose(value)
    request = one.open()
    assert request == DataRequest.of(str(german), **{field: wanted})
    assert load(request).n_samples == 24


def test_that_numbers_and_the_constant_are_in_the_request(desk: Any, german: Path) -> None:
    one = desk(german)
    one.box("seed").setValue(2**40)
    one.box("test_share").setValue(30)
    one.rest()
    assert one.box("constant").isChecked()
    assert "constant input 1" in one.words("plan")
    one.box("constant").click()
    one.rest()
    assert "21 training samples and 9 test samples (30 %), drawn with seed" in one.words("plan")
    assert "constant input 1" not in one.words("plan")
    assert one.open() == DataRequest(str(german), seed=2**40, test_share=0.3, constant=False)


def test_that_a_share_goes_by_fives_and_an_empty_one_is_the_usual(qtbot: Any) -> None:
    form = DatasetForm()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    share = form.findChild(IntegerEdit, "import_test_share_edit")
    told: list[float | None] = []
    refusals: list[str] = []
    form.changed.connect(lambda fields: told.append(fields["test_share"]))
    form.refused.connect(refusals.append)
    assert share.text() == "default (20 %)"
    share.stepBy(1)
    share.stepBy(-10)
    assert told == [0.25, 0]
    told.clear()
    for typed, shown in (
        ("", "default (20 %)"), ("40", "40 %"), ("400", "40 %"), ("7 %", "7 %"), ("x", "7 %"),
    ):  # fmt: skip
        share.setFocus()
        qtbot.waitUntil(share.hasFocus)
        share.selectAll()
        QTest.keyClicks(share, typed) if typed else QTest.keyClick(share, Key.Key_Delete)
        QTest.keyClick(share, Key.Key_Return)
        assert share.text() == shown, typed
    assert told == [None, 0.4, 0.07]
    assert refusals == [
        "Test set: “400” is out of range. Type a whole number from 0 % to 95 %.",
        "Test set: “x” is not a whole number. Type one from 0 % to 95 %.",
    ]
    share.setValue(-1)
    share.stepBy(-1)
    assert share.text() == "15 %"


def test_that_every_change_is_looked_at_again(desk: Any, german: Path) -> None:
    one = desk(german)
    one.box("header").choose(False)
    one.rest()
    assert [c.name for c in one.dialog.columns.table.columns] == [
        "column 1", "column 2", "column 3"
    ]  # fmt: skip
    assert one.child("import_table").model().index(0, 0).data() == "Größe"
    one.box("kind").choose(TargetKind.REGRESSION)
    one.rest()
    assert "text" in one.words("problem")
    assert not one.dialog.buttons.open.isEnabled()
    one.box("kind").choose(TargetKind.AUTO)
    one.rest()
    assert one.words("problem") != ""  # a header taken for data makes text of every column


def test_that_a_change_just_made_is_looked_at_before_enter_opens(desk: Any, german: Path) -> None:
    one = desk(german)
    one.box("kind").choose(TargetKind.REGRESSION)
    assert one.dialog.busy
    assert one.open().kind is TargetKind.REGRESSION


def test_that_enter_right_behind_a_choice_that_cannot_be_opens_nothing(
    desk: Any, german: Path
) -> None:
    one = desk(german)
    one.box("separator").choose("|")  # one column is left
    QTest.keyClick(one.dialog, Key.Key_Return)
    one.rest()
    assert one.asked == []
    assert "no column left for the inputs" in one.words("problem")
    assert one.dialog.isVisible()
