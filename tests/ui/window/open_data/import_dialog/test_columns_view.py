"""The columns of a table in the import dialog, and their roles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bpviz.datasets import DataRequest, load
from bpviz.datasets.preview import Role
from bpviz.datasets.request import Missing, Scaling, TargetKind
from tests.datasets.own_files import write
from tests.ui.window.open_data.import_dialog.desk import FREE_TEXT, Key, menu_action


def test_that_a_role_can_be_chosen_by_button_and_the_others_give_way(
    desk: Any, german: Path
) -> None:
    one = desk(german)
    one.use(0, Role.TARGET)
    assert one.roles() == [Role.TARGET, Role.INPUT, Role.INPUT]
    assert "Target (regression): Größe" in one.words("plan")
    one.use(1, Role.UNUSED)
    request = one.open()
    assert (request.target, request.inputs) == (("Größe",), ("Güte",))
    assert load(request).input_names == ("Güte", "1")


def test_that_several_columns_can_be_targets(desk: Any, german: Path) -> None:
    one = desk(german)
    one.use(1, Role.UNUSED)
    view = one.dialog.columns
    view.select(0)
    view.setFocus()
    QTest.keyClick(view, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected() == [0, 1, 2]
    assert "3" in one.child("import_selected").text()
    one.child("import_role_target").click()
    assert one.roles() == [Role.TARGET] * 3
    assert "No input column selected" in one.words("problem")
    assert not one.dialog.buttons.open.isEnabled()
    one.use(1, Role.INPUT)
    request = one.open()
    assert (request.target, request.inputs) == (("Größe", "Güte"), ("Farbe",))
    assert load(request).n_outputs == 2


def test_that_a_table_without_a_target_waits_for_one(desk: Any, german: Path) -> None:
    one = desk(german)
    one.use(2, Role.INPUT)
    assert "No target column selected" in one.words("problem")
    QTest.keyClick(one.dialog, Key.Key_Return)
    assert one.asked == []
    one.use(2, Role.TARGET)
    assert one.words("problem") == ""
    assert one.open().target == ("Güte",)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_that_a_click_on_a_header_offers_the_roles(desk: Any, german: Path) -> None:
    one = desk(german)
    header = one.child("import_header")
    place = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = one.child("import_role_menu")
    one.qtbot.waitUntil(menu.isVisible)
    assert menu_action(one, Role.INPUT).isChecked()
    assert not menu_action(one, Role.TARGET).isChecked()
    menu_action(one, Role.UNUSED).trigger()
    menu.close()
    assert one.roles()[1] is Role.UNUSED


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_that_space_and_arrows_choose_a_role(desk: Any, german: Path) -> None:
    one = desk(german)
    view, menu = one.dialog.columns, one.child("import_role_menu")
    view.setFocus()
    assert view.selected() == [2]  # the target, to begin with
    QTest.keyClick(view, Key.Key_Left)
    assert view.selected() == [1]
    QTest.keyClick(view, Key.Key_Space)
    one.qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    one.qtbot.waitUntil(lambda: not menu.isVisible())
    assert one.roles()[1] is Role.UNUSED
    assert one.asked == []


def test_that_roles_keep_their_columns_where_only_the_names_become_others(
    desk: Any, tmp_path: Path
) -> None:
    one = desk(write(tmp_path / "t.csv", "1,2,3\n2,3,4\n2,5,1\n4,4,4\n"))
    assert one.roles() == [Role.INPUT, Role.INPUT, Role.TARGET]
    one.use(0, Role.TARGET)
    one.use(2, Role.UNUSED)
    one.box("header").choose(True)
    one.rest()
    assert [c.name for c in one.dialog.columns.table.columns] == ["1", "2", "3"]
    assert one.roles() == [Role.TARGET, Role.INPUT, Role.UNUSED]
    request = one.open()
    assert (request.target, request.inputs, request.header) == (("1",), ("2",), True)


def test_that_choices_that_make_no_sense_any_more_go_and_the_others_stay(
    desk: Any, german: Path
) -> None:
    one = desk(german)
    one.use(0, Role.TARGET)
    one.box("scaling").choose(Scaling.NONE)
    one.box("separator").choose("|")
    one.rest()
    one.box("separator").choose(None)
    one.rest()
    assert one.roles() == [Role.INPUT, Role.INPUT, Role.TARGET]
    assert one.open() == DataRequest(str(german), scaling=Scaling.NONE)


def test_that_free_text_is_refused_and_left_out_by_one_click(desk: Any, tmp_path: Path) -> None:
    one = desk(write(tmp_path / "t.csv", FREE_TEXT))
    assert "too many distinct values to be an input: name" in one.words("problem")
    assert not one.dialog.buttons.open.isEnabled()
    button = one.child("import_leave_columns")
    assert button.isVisible()
    button.click()
    one.rest()
    assert one.roles() == [Role.INPUT, Role.UNUSED, Role.TARGET]
    assert one.words("problem") == ""
    assert not button.isVisible()
    assert load(one.open()).input_names == ("a", "1")


def test_that_missing_values_are_refused_and_left_out_by_one_click(
    desk: Any, tmp_path: Path
) -> None:
    one = desk(write(tmp_path / "t.csv", "a,t\n1,0\n,1\n2,1\n3,0\n4,0\n5,1\n"))
    assert "no value in row 2 (line 3)" in one.words("problem")
    one.child("import_leave_rows").click()
    one.rest()
    assert "dropped because of missing values: 1" in one.words("plan")
    assert one.open().missing is Missing.DROP


def test_that_reset_takes_every_choice_back(desk: Any, german: Path) -> None:
    one = desk(german)
    one.use(0, Role.TARGET)
    one.box("kind").choose(TargetKind.REGRESSION)
    one.box("test_share").setValue(50)
    one.child("import_reset").click()
    one.rest()
    assert one.roles() == [Role.INPUT, Role.INPUT, Role.TARGET]
    assert one.box("test_share").text() == "default (20 %)"
    assert one.open() == DataRequest(str(german))


def test_that_choices_made_before_are_shown_and_can_be_changed(desk: Any, german: Path) -> None:
    before = {"target": "Größe", "inputs": "Güte", "scaling": "unit", "seed": 7, "test_share": 0.4}
    one = desk(german, **before)
    assert one.roles() == [Role.TARGET, Role.UNUSED, Role.INPUT]
    assert one.box("scaling").value() is Scaling.UNIT
    assert (one.box("seed").value(), one.box("test_share").value()) == (7, 40)
    one.box("seed").setValue(8)
    assert one.open() == DataRequest.of(str(german), **(before | {"seed": 8}))


def test_that_a_column_that_has_gone_from_the_file_leaves_nothing_chosen(
    desk: Any, german: Path
) -> None:
    one = desk(german, target="gone")
    one.rest()
    assert one.words("problem") == ""
    assert one.roles() == [Role.INPUT, Role.INPUT, Role.TARGET]


def test_that_thousands_of_columns_are_shown_and_given_a_role(desk: Any, tmp_path: Path) -> None:
    names = ",".join(f"p{j}" for j in range(3000))
    rows = "".join(",".join(str((i * j) % 7) for j in range(3000)) + "\n" for i in range(12))
    one = desk(write(tmp_path / "wide.csv", f"{names}\n{rows}"))
    view = one.dialog.columns
    assert view.selected() == [2999]
    view.selectAll()
    one.child("import_role_unused").click()
    one.use(5, Role.TARGET)
    one.use(7, Role.INPUT)
    request = one.open()
    assert (request.target, request.inputs) == (("p5",), ("p7",))
