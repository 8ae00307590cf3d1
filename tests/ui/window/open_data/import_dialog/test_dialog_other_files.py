"""The import dialog on what is no table or cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from PySide6.QtWidgets import QScrollArea, QWidget

from bpviz.datasets import DataRequest, load
from bpviz.ui.window.open_data.import_dialog import ImportDialog
from bpviz.ui.window.open_data.import_dialog.preview_worker import look_at
from tests.datasets.own_files import write


def test_that_a_table_that_cannot_be_read_can_be_helped_by_its_format(
    desk: Any, tmp_path: Path
) -> None:
    one = desk(write(tmp_path / "t.csv", "a|b;t\n1|2;0\n1|2;1\n1;1\n2|1;0;1\n"))
    assert "Use the same number in every row" in one.words("problem")
    assert not one.dialog.buttons.open.isEnabled()
    assert not one.child("import_table").isVisible()
    assert one.box("separator").isVisible()
    assert not one.box("seed").isVisible()
    one.box("separator").choose("\t")
    one.rest()
    assert "no column left for the inputs" in one.words("problem")
    assert one.child("import_table").isVisible()


def test_that_what_is_asked_of_a_table_without_rows_has_room(qtbot: Any, tmp_path: Path) -> None:
    host, path = QWidget(), write(tmp_path / "t.csv", "a,b,c\n")
    qtbot.addWidget(host)
    dialog = ImportDialog(look_at(DataRequest(str(path))), host, 16)
    dialog.show()
    area = dialog.findChild(QScrollArea, "import_area")
    qtbot.waitUntil(dialog.isVisible)
    assert area.verticalScrollBar().maximum() == 0


def test_that_the_largest_size_is_offered_where_it_is_the_problem(
    desk: Any, tmp_path: Path
) -> None:
    path = write(tmp_path / "t.csv", "a,t\n1,0\n2,1\n3,0\n")
    one = desk(path, max_bytes=10)
    assert "raise the size limit." in one.words("problem")
    assert one.box("max_bytes").isVisible()
    assert not one.box("separator").isVisible()
    one.box("max_bytes").setValue(3)
    one.rest()
    assert one.words("problem") == ""
    assert one.box("max_bytes").isVisible()
    assert one.open() == DataRequest(str(path), max_bytes=3 * 2**30)


def test_that_an_ordinary_file_is_not_asked_about_its_size(desk: Any, german: Path) -> None:
    one = desk(german)
    assert not one.box("max_bytes").isVisible()
    assert not one.box("size").isVisible()
    assert not one.box("inputs").isVisible()


def test_that_pictures_are_asked_about_their_size(desk: Any, tmp_path: Path) -> None:
    for name in ("cat", "dog"):
        (tmp_path / "pets" / name).mkdir(parents=True)
        for i in range(4):
            Image.new("L", (9, 7)).save(tmp_path / "pets" / name / f"{i}.png")
    one = desk(tmp_path / "pets")
    assert (one.child("import_height_edit").value(), one.child("import_width_edit").value()) == (
        7, 9
    )  # fmt: skip
    assert "8 pictures in subfolders" in one.words("plan")
    assert not one.box("separator").isVisible()
    assert not one.box("scaling").isVisible()
    one.child("import_width_edit").setValue(5)
    one.rest()
    assert "7 × 5 grey pixels" in one.words("plan")
    assert load(one.open()).image_shape == (7, 5)


def test_that_arrays_tell_what_belongs_together_and_others_can_be_chosen(
    desk: Any, tmp_path: Path
) -> None:
    np.savez(tmp_path / "a.npz", features=np.eye(6), kinds=np.arange(6) % 2)
    one = desk(tmp_path / "a.npz")
    assert "the arrays features, kinds of" in one.words("problem")
    one.box("inputs").choose(("features",))
    one.box("target").choose(("kinds",))
    one.rest()
    assert one.words("problem") == ""
    assert "features (6 × 6), kinds (6)" in one.words("found")
    request = one.open()
    assert (request.inputs, request.target) == (("features",), ("kinds",))
    assert load(request).n_inputs == 6 + 1  # the constant
