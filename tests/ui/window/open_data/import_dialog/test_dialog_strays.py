"""A text among numbers in the import dialog, the shape of the network, and the room for it all."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QScrollArea

from bpviz.datasets import load
from bpviz.datasets.request import Missing, TargetKind, TargetScaling
from bpviz.ui.core import formatting
from tests.datasets.own_files import write

MEASURED = "a,b,t\n" + "".join(f"{i / 4},{i % 5},{i % 3}\n" for i in range(40))


def with_text(column: int, row: int, text: str = "k.A.") -> str:
    """Return the table with a text in the place of a number; `row` is from 1."""
    lines = MEASURED.splitlines()
    cells = lines[row].split(",")
    cells[column] = text
    lines[row] = ",".join(cells)
    return "\n".join(lines) + "\n"


def test_that_a_text_among_numbers_is_treated_as_missing_by_one_click(
    desk: Any, tmp_path: Path
) -> None:
    one = desk(write(tmp_path / "t.csv", with_text(0, 38)))
    assert "'a'" in one.words("problem")
    assert "in row 38 (line 39), the text 'k.A.'" in one.words("problem")
    assert not one.dialog.buttons.open.isEnabled()
    button = one.child("import_as_missing")
    assert button.text() == "Treat “k.A.” as missing"
    button.click()
    one.rest()
    assert one.words("problem") == ""
    assert one.box("also_missing").text() == "k.A."
    request = one.open()
    assert (request.also_missing, request.missing) == (("k.A.",), Missing.DROP)
    assert load(request).input_names == ("a", "b", "1")


def test_that_such_a_column_can_be_categories_or_left_out(desk: Any, tmp_path: Path) -> None:
    one = desk(write(tmp_path / "t.csv", with_text(1, 7)))
    one.child("import_as_categories").click()
    one.rest()
    assert "Categorical inputs" in one.words("plan")
    one.child("import_reset").click()
    one.rest()
    one.child("import_leave_columns").click()
    one.rest()
    assert load(one.open()).input_names == ("a", "1")


def test_that_a_text_that_becomes_a_class_is_pointed_out(desk: Any, tmp_path: Path) -> None:
    one = desk(write(tmp_path / "t.csv", with_text(2, 9)))
    assert "row 9 (line 10), the text “k.A.”, which becomes a class" in one.words("problem")
    assert one.dialog.buttons.open.isEnabled()
    one.child("import_as_missing").click()
    one.rest()
    assert one.words("problem") == ""
    assert load(one.open()).class_names == ("0", "1", "2")


def test_that_what_was_typed_as_missing_is_asked_for(desk: Any, tmp_path: Path) -> None:
    one = desk(write(tmp_path / "t.csv", with_text(0, 5, "-999")))
    one.box("also_missing").setText(" -999; none;; -999")
    one.box("also_missing").editingFinished.emit()
    one.rest()
    assert "row 5 (line 6)" in one.words("problem")
    one.child("import_leave_rows").click()
    one.rest()
    assert one.open().also_missing == ("-999", "none")


def test_that_the_network_is_known_and_follows_the_choices(desk: Any, tmp_path: Path) -> None:
    one = desk(write(tmp_path / "t.csv", MEASURED))
    assert one.words("shape").startswith("Network 3 → 16 → 3: 2 inputs and the constant 1,")
    assert one.box("constant").isChecked()
    one.box("constant").click()
    one.rest()
    assert one.words("shape") == "Network 2 → 16 → 3: 2 inputs, 16 hidden units, 3 outputs."
    one.dialog.columns.select(0)
    one.child("import_role_unused").click()
    one.rest()
    assert one.words("shape") == "Network 1 → 16 → 3: 1 input, 16 hidden units, 3 outputs."


def test_that_targets_can_be_left_unscaled_where_they_are_numbers(
    desk: Any, tmp_path: Path
) -> None:
    one = desk(write(tmp_path / "t.csv", MEASURED))
    assert not one.box("target_scaling").isEnabled()
    one.box("kind").choose(TargetKind.REGRESSION)
    one.rest()
    assert one.box("target_scaling").isEnabled()
    one.box("target_scaling").choose(TargetScaling.NONE)
    one.rest()
    assert "not scaled" in one.words("plan")
    assert one.open().target_scaling is TargetScaling.NONE


@pytest.mark.parametrize("text", [MEASURED, with_text(0, 38)])
def test_that_all_of_it_has_room_on_a_screen_of_1280_by_800(
    desk: Any, tmp_path: Path, text: str
) -> None:
    names = ",".join(f"quantity number {j}" for j in range(12))
    wide = f"{names}\n" + "".join(",".join(map(str, range(i, i + 12))) + "\n" for i in range(60))
    for name, contents in (("t.csv", text), ("wide.csv", wide)):
        one = desk(write(tmp_path / name, contents))
        one.dialog.resize(1140, 736)
        area = one.child("import_area")
        assert isinstance(area, QScrollArea)
        table = one.dialog.columns
        bars = area.verticalScrollBar(), area.horizontalScrollBar(), table.horizontalScrollBar()
        one.qtbot.waitUntil(lambda bars=bars: not any(bar.maximum() for bar in bars))


def test_that_sentences_about_data_name_options_only_in_brackets() -> None:
    """So the dialog can leave them out, and speak of what it shows."""
    for path in Path("bpviz/datasets").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(call, ast.Call) and ast.unparse(call.func) == "DatasetError"):
                continue
            texts = [
                each.value for each in ast.walk(call.args[0]) if isinstance(each, ast.Constant)
            ]
            for text in filter(lambda each: isinstance(each, str), texts):
                said = formatting.without_options(text)
                assert "max_bytes" not in said, text
                assert '="' not in said, text
                assert "also_missing" not in said, text
