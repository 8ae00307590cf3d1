"""The import dialog: what it shows of a file, what can be chosen, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from bpviz.datasets import DataRequest, load
from bpviz.datasets.preview import Role
from bpviz.datasets.request import Missing, Scaling, TargetKind
from bpviz.ui.import_dialog import ImportDialog, Looker, looker
from bpviz.ui.import_dialog.looker import look_at
from bpviz.ui.import_dialog.share_edit import ShareEdit
from bpviz.ui.theme import DARK, LIGHT
from tests.datasets.own_files import write

Key = Qt.Key
GERMAN = "Größe;Farbe;Güte\n" + "".join(
    f"{i},5;{['rot', 'blau'][i % 2]};{i % 3}\n" for i in range(30)
)
FREE_TEXT = "a;name;t\n" + "".join(f"{i};n{i};{i % 2}\n" for i in range(30))


class Desk:
    """A dialog on a file, and what it asked for."""

    def __init__(self, qtbot: Any, path: Path, **options: object) -> None:
        self.qtbot = qtbot
        self.asked: list[DataRequest] = []
        self.host = QWidget()
        request = DataRequest.of(str(path), **options)
        self.dialog = ImportDialog(look_at(request), LIGHT, self.host)
        self.dialog.opened.connect(self.asked.append)
        self.dialog.resize(900, 700)
        self.dialog.show()
        qtbot.waitUntil(self.dialog.isVisible)

    def child(self, name: str) -> Any:
        found = self.dialog.findChild(QObject, name)
        assert found is not None, name
        return found

    def box(self, name: str) -> Any:
        return self.child(f"import_{name}_edit")

    def rest(self) -> None:
        """Wait until the newest change was looked at."""
        self.qtbot.waitUntil(lambda: not self.dialog.busy)

    def words(self, name: str) -> str:
        label = self.child(f"import_{name}")
        assert isinstance(label, QLabel)
        return label.text() if label.isVisible() else ""

    def roles(self) -> list[Role]:
        return [column.role for column in self.dialog.columns.table.columns]

    def use(self, column: int, role: Role) -> None:
        """Select a column and press the button of a role."""
        self.dialog.columns.select(column)
        button = self.child(f"import_role_{role}")
        assert isinstance(button, QAbstractButton)
        button.click()
        self.rest()

    def open(self) -> DataRequest:
        """Press Enter, and return what was asked for."""
        QTest.keyClick(self.dialog, Key.Key_Return)
        self.qtbot.waitUntil(lambda: bool(self.asked))
        return self.asked[-1]


@pytest.fixture
def desk(qtbot: Any) -> Iterator[Any]:
    desks: list[Desk] = []

    def make(path: Path, **options: object) -> Desk:
        desks.append(Desk(qtbot, path, **options))
        return desks[-1]

    yield make
    for each in desks:
        each.dialog.close()
        each.host.deleteLater()


@pytest.fixture
def german(tmp_path: Path) -> Path:
    return write(tmp_path / "messung.csv", GERMAN, "latin-1")


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
    assert "separated by “;”" in one.words("found")
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
    one.box("constant").click()
    one.rest()
    assert "21 samples to train; 9 to test (30%), drawn with the seed" in one.words("plan")
    assert "constant input 1" in one.words("plan")
    assert one.open() == DataRequest(str(german), seed=2**40, test_share=0.3, constant=True)


def test_that_a_share_goes_by_fives_and_an_empty_one_is_the_usual(qtbot: Any) -> None:
    share = ShareEdit()
    qtbot.addWidget(share)
    share.show()
    share.activateWindow()
    assert share.share() is None
    share.stepBy(1)
    assert share.share() == 0.25
    share.stepBy(-10)
    assert share.share() == 0
    told: list[float | None] = []
    share.share_changed.connect(told.append)
    for typed, wanted in (("", None), ("40", 0.4), ("400", 0.4), ("7 %", 0.07), ("x", 0.07)):
        share.setFocus()
        qtbot.waitUntil(share.hasFocus)
        share.selectAll()
        QTest.keyClicks(share, typed) if typed else QTest.keyClick(share, Key.Key_Delete)
        QTest.keyClick(share, Key.Key_Return)
        assert share.share() == wanted, typed
    assert told == [None, 0.4, 0.07]


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


# ---- columns


def test_that_a_role_can_be_chosen_by_button_and_the_others_give_way(
    desk: Any, german: Path
) -> None:
    one = desk(german)
    one.use(0, Role.TARGET)
    assert one.roles() == [Role.TARGET, Role.INPUT, Role.INPUT]
    assert "The target is Größe" in one.words("plan")
    one.use(1, Role.UNUSED)
    request = one.open()
    assert (request.target, request.inputs) == (("Größe",), ("Güte",))
    assert load(request).input_names == ("Güte",)


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
    assert "No column is an input" in one.words("problem")
    assert not one.dialog.buttons.open.isEnabled()
    one.use(1, Role.INPUT)
    request = one.open()
    assert (request.target, request.inputs) == (("Größe", "Güte"), ("Farbe",))
    assert load(request).n_outputs == 2


def test_that_a_table_without_a_target_waits_for_one(desk: Any, german: Path) -> None:
    one = desk(german)
    one.use(2, Role.INPUT)
    assert "No column is the target" in one.words("problem")
    QTest.keyClick(one.dialog, Key.Key_Return)
    assert one.asked == []
    one.use(2, Role.TARGET)
    assert one.words("problem") == ""
    assert one.open().target == ("Güte",)


def menu_action(one: Any, role: Role) -> QAction:
    action = one.child(f"import_role_{role}_action")
    assert isinstance(action, QAction)
    return action


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
    one = desk(write(tmp_path / "t.csv", "1,2,3\n2,3,4\n3,5,1\n4,4,4\n"))
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
    assert "too many kinds in name" in one.words("problem")
    assert not one.dialog.buttons.open.isEnabled()
    button = one.child("import_leave_columns")
    assert button.isVisible()
    button.click()
    one.rest()
    assert one.roles() == [Role.INPUT, Role.UNUSED, Role.TARGET]
    assert one.words("problem") == ""
    assert not button.isVisible()
    assert load(one.open()).input_names == ("a",)


def test_that_missing_values_are_refused_and_left_out_by_one_click(
    desk: Any, tmp_path: Path
) -> None:
    one = desk(write(tmp_path / "t.csv", "a,t\n1,0\n,1\n2,1\n3,0\n4,0\n5,1\n"))
    assert "nothing in row 2 (line 3)" in one.words("problem")
    one.child("import_leave_rows").click()
    one.rest()
    assert "left out because something is missing: 1" in one.words("plan")
    assert one.open().missing is Missing.DROP


def test_that_reset_takes_every_choice_back(desk: Any, german: Path) -> None:
    one = desk(german)
    one.use(0, Role.TARGET)
    one.box("kind").choose(TargetKind.REGRESSION)
    one.box("test_share").setValue(50)
    one.child("import_reset").click()
    one.rest()
    assert one.roles() == [Role.INPUT, Role.INPUT, Role.TARGET]
    assert one.box("test_share").share() is None
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


# ---- what is no table, or cannot be read


def test_that_a_table_that_cannot_be_read_can_be_helped_by_its_format(
    desk: Any, tmp_path: Path
) -> None:
    one = desk(write(tmp_path / "t.csv", "a|b;t\n1|2;0\n1|2;1\n1;1\n2|1;0;1\n"))
    assert "The same number in every row" in one.words("problem")
    assert not one.dialog.buttons.open.isEnabled()
    assert not one.child("import_table").isVisible()
    assert one.box("separator").isVisible()
    assert not one.box("seed").isVisible()
    one.box("separator").choose("\t")
    one.rest()
    assert "no column left for the inputs" in one.words("problem")
    assert one.child("import_table").isVisible()


def test_that_the_largest_size_is_offered_where_it_is_the_problem(
    desk: Any, tmp_path: Path
) -> None:
    path = write(tmp_path / "t.csv", "a,t\n1,0\n2,1\n3,0\n")
    one = desk(path, max_bytes=10)
    assert "The limit max_bytes can be raised" in one.words("problem")
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
    assert "holds the arrays features, kinds" in one.words("problem")
    one.box("inputs").choose(("features",))
    one.box("target").choose(("kinds",))
    one.rest()
    assert one.words("problem") == ""
    assert "features (6 × 6), kinds (6)" in one.words("found")
    request = one.open()
    assert (request.inputs, request.target) == (("features",), ("kinds",))
    assert load(request).n_inputs == 6


# ---- looking


def test_that_what_was_seen_for_an_older_request_is_dropped(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began: list[str] = []

    def look(request: DataRequest) -> looker.Look:
        began.append(request.source)
        return looker.Look(request, None)

    monkeypatch.setattr(looker, "look_at", look)
    made = Looker()
    seen: list[str] = []
    made.seen.connect(lambda each: seen.append(each.request.source))
    for name in ("a", "b", "c", "d"):
        made.look(DataRequest(name))
    assert made.busy
    qtbot.waitUntil(lambda: not made.busy)
    assert seen == ["d"]
    assert began == ["a", "d"]
    made.look(DataRequest("e"))
    made.forget()
    assert not made.busy
    made.look(DataRequest("f"))
    qtbot.waitUntil(lambda: not made.busy)
    assert seen == ["d", "f"]


@pytest.mark.parametrize(
    ("name", "contents", "hopeless"),
    [
        ("gone.csv", None, True),
        ("empty.csv", b"", True),
        ("book.xlsx", b"PK\x03\x04" + bytes(60), True),
        ("binary.csv", bytes(range(256)) * 9, True),
        ("cut.csv.gz", b"\x1f\x8b\x08\x00\x00\x00", True),
        ("one_line.csv", b"1,2,3", False),
        ("header.csv", b"a,b\n", False),
        ("ragged.csv", b"a,b\n1,2\n1\n2,3\n", False),
        ("text.csv", b"a,b\nx,y\nz,w\n", False),
        ("good.csv", b"a,b\n1,2\n3,1\n", False),
    ],
)
def test_that_only_what_no_choice_can_help_is_hopeless(
    tmp_path: Path, name: str, contents: bytes | None, hopeless: bool
) -> None:
    path = tmp_path / name
    if contents is not None:
        path.write_bytes(contents)
    look = look_at(DataRequest(str(path)))
    assert look.hopeless is hopeless, look.problem
    assert hopeless <= (look.problem is not None)


def test_that_a_device_and_a_folder_without_pictures_are_hopeless(tmp_path: Path) -> None:
    for path in ("/dev/zero", str(tmp_path)):
        assert look_at(DataRequest(path)).hopeless


# ---- for everybody


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
    assert "text of a few kinds" in tip


def test_that_another_theme_reaches_the_problem_and_the_table(desk: Any, tmp_path: Path) -> None:
    one = desk(write(tmp_path / "t.csv", FREE_TEXT))
    label = one.child("import_problem")
    assert label.palette().windowText().color().name() == LIGHT.warning
    one.dialog.set_theme(DARK)
    assert label.palette().windowText().color().name() == DARK.warning
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
