"""The import dialog for everybody: names, themes, little room."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.theme import DARK, LIGHT
from tests.datasets.own_files import write
from tests.ui.themes import use_theme
from tests.ui.window.open_data.import_dialog.desk import FREE_TEXT


def test_that_every_control_has_a_name_and_an_explanation(desk: Any, german: Path) -> None:
    one = desk(german)
    for widget in one.dialog.findChildren(QWidget):
        own = widget.objectName().startswith("import_")
        if own and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget.objectName()
            assert widget.toolTip(), widget.objectName()


def test_that_the_header_says_to_a_screen_reader_what_a_column_is(desk: Any, german: Path) -> None:
    model = desk(german).child("import_table").model()
    role = Qt.ItemDataRole
    across = Qt.Orientation.Horizontal
    assert model.headerData(2, across, role.AccessibleTextRole) == "Güte, Target"
    tip = model.headerData(1, across, role.ToolTipRole)
    assert "rot, blau" in tip
    assert "categorical text" in tip


def test_that_another_theme_reaches_the_problem_and_the_table(desk: Any, tmp_path: Path) -> None:
    one = desk(write(tmp_path / "t.csv", FREE_TEXT))
    label = one.child("import_problem")
    assert label.palette().color(label.foregroundRole()).name() == LIGHT.warning
    use_theme(DARK)
    assert label.palette().color(label.foregroundRole()).name() == DARK.warning
    assert one.child("import_table").palette().base().color().name() == DARK.base


def test_that_the_problem_and_the_buttons_are_in_sight_however_small_it_is(
    desk: Any, tmp_path: Path
) -> None:
    one = desk(write(tmp_path / "t.csv", FREE_TEXT))
    one.dialog.resize(360, 330)
    one.qtbot.waitUntil(lambda: one.dialog.height() <= 420)
    for name in ("import_problem", "import_open", "import_leave_columns"):
        widget = one.child(name)
        assert not widget.visibleRegion().isEmpty(), name
        bottom = widget.mapTo(one.dialog, widget.rect().bottomLeft()).y()
        assert bottom <= one.dialog.height(), name
