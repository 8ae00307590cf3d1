"""The box of data sets: groups, explanations, and files by their short names."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpviz.datasets import catalog
from bpviz.ui.kit.controls.dataset_combo import DatasetCombo, short_names


@pytest.fixture
def box(qtbot: Any) -> DatasetCombo:
    made = DatasetCombo()
    qtbot.addWidget(made)
    return made


def groups(box: DatasetCombo) -> list[list[str]]:
    """The sources between two lines."""
    found: list[list[str]] = [[]]
    for index in range(box.count()):
        source = box.itemData(index)
        if source is None:
            found.append([])
        else:
            found[-1].append(source)
    return found


def test_that_it_offers_the_whole_catalogue_in_groups(box: DatasetCombo) -> None:
    measured, tables, drawn = groups(box)
    assert measured == ["mnist", "digits", "iris"]
    assert tables == ["xor", "and", "or", "parity", "autoencoder"]
    assert {*measured, *tables, *drawn} == set(catalog.NAMES)
    assert "moons" in drawn


def test_that_every_item_explains_itself(box: DatasetCombo) -> None:
    for entry in catalog.ENTRIES:
        index = box.findData(entry.name)
        assert box.itemText(index) == entry.title
        tip = box.itemData(index, Qt.ItemDataRole.ToolTipRole)
        assert entry.description[:30].replace("&", "&amp;") in tip


def test_that_a_file_stands_by_its_short_name_with_its_path_as_tooltip(box: DatasetCombo) -> None:
    path = "/home/me/<b>own & more.csv"
    box.show_source(path, ())
    assert box.currentText() == "<b>own & more.csv"
    assert box.currentData() == path
    tip = box.itemData(box.currentIndex(), Qt.ItemDataRole.ToolTipRole)
    assert "/home/me/&lt;b&gt;own &amp; more.csv" in tip
    assert groups(box)[-1] == [path]


def test_that_files_stay_beside_what_is_chosen_and_go_when_they_are_no_longer_there(
    box: DatasetCombo,
) -> None:
    box.show_source("/a/x.csv", ("/a/x.csv", "/a/y.csv"))
    box.show_source("moons", ("/a/x.csv", "/a/y.csv"))
    assert box.currentData() == "moons"
    assert groups(box)[3:] == [["/a/x.csv", "/a/y.csv"]]
    box.show_source("moons", ())
    assert len(groups(box)) == 3


def test_that_showing_a_source_says_nothing(box: DatasetCombo) -> None:
    said: list[int] = []
    box.currentIndexChanged.connect(said.append)
    box.show_source("/a/x.csv", ())
    box.show_source("moons", ("/a/x.csv",))
    assert said == []
    box.setCurrentIndex(box.findData("/a/x.csv"))
    assert len(said) == 1


def test_that_two_files_of_one_name_are_told_apart() -> None:
    assert short_names(["/a/x.csv", "/b/x.csv", "/b/y.csv"]) == ["a/x.csv", "b/x.csv", "y.csv"]
    assert short_names(["/"]) == ["/"]


def test_that_the_arrow_keys_pass_over_the_lines(box: DatasetCombo) -> None:
    box.show_source("iris", ())
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == "xor"
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.currentData() == "iris"


def test_that_a_long_name_can_be_painted_in_little_room(box: DatasetCombo) -> None:
    box.show_source("/a/" + "long_name_" * 20 + ".csv", ())
    box.resize(120, 30)
    assert not box.grab().isNull()
