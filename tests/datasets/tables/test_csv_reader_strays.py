"""A few texts in a column of numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import DataRequest, DatasetError, load
from bpviz.datasets.preview import preview_table
from bpviz.datasets.request import Missing, TargetKind
from tests.datasets.own_files import write


def table(cells: list[str]) -> str:
    return "a;t\n" + "".join(f"{cell};{i % 2}\n" for i, cell in enumerate(cells))


@settings(max_examples=40, deadline=None)
@given(
    numbers=st.lists(st.floats(-99, 99).map(lambda x: f"{x:.1f}"), min_size=8, max_size=60),
    data=st.data(),
)
def test_that_one_text_among_numbers_is_named_with_its_row_wherever_it_stands(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[str], data: st.DataObject
) -> None:
    different = len({float(number) for number in numbers})
    row = data.draw(st.integers(0, len(numbers)))
    cells = [*numbers[:row], "k.A.", *numbers[row:]]
    path = write(tmp_path_factory.mktemp("strays") / "t.csv", table(cells))
    if different < 3:  # as well classes as numbers
        return
    with pytest.raises(DatasetError, match=rf"'a'.*in row {row + 1} \(line {row + 2}\).*'k.A.'"):
        load(path)
    found = load(path, also_missing="k.A.", missing=Missing.DROP, constant=False)
    rest = load(
        write(path.with_name("u.csv"), table(cells).replace(f"k.A.;{row % 2}\n", "")),
        constant=False,
    )
    assert found.X.tolist() == rest.X.tolist()


def test_that_a_column_named_among_the_categories_is_one(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", table([*"123456123456", "x"]))
    assert load(path, categories="a").input_names == (*(f"a = {k}" for k in "123456x"), "1")
    with pytest.raises(DatasetError, match="no column 'b'"):
        load(path, categories="b")


def test_that_texts_of_a_tenth_of_the_rows_are_categories(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", table([*"1234567890", "x", "x"] * 2))
    assert "a = x" in load(path).input_names


def test_that_texts_among_more_numbers_than_an_input_may_have_kinds_are_slips_however_many(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "t.csv", table([*(f"{i / 4}" for i in range(60)), *["n.m.", "??"] * 9]))
    assert preview_table(path, DataRequest(str(path))).columns[0].strays == ("n.m.", "??")
    with pytest.raises(DatasetError, match=r"in row 61 \(line 62\), the text 'n.m.'"):
        load(path)
    assert load(path, also_missing=("n.m.", "??"), missing="drop", test_share=0).n_samples == 60


def test_that_a_text_in_measured_targets_is_named_and_can_be_chosen_as_class(
    tmp_path: Path,
) -> None:
    cells = [f"{i / 4}" for i in range(30)]
    text = "x;y\n" + "".join(f"{i * i};{cell}\n" for i, cell in enumerate([*cells, "none"]))
    path = write(tmp_path / "t.csv", text)
    with pytest.raises(DatasetError, match=r"Target column 'y'.*in row 31 \(line 32\).*'none'"):
        load(path)
    assert "none" in load(path, kind=TargetKind.CLASSES).class_names
    kept = load(path, also_missing=("none",), missing="drop", test_share=0)
    assert (kept.n_samples, kept.class_names) == (30, ())


@pytest.mark.parametrize("mark", ["-999", "-999.0"])
def test_that_a_number_can_stand_for_a_missing_value(tmp_path: Path, mark: str) -> None:
    path = write(tmp_path / "t.csv", table([*(f"{i}" for i in range(9)), mark]).replace(";", ","))
    with pytest.raises(DatasetError, match="no value in row 10"):
        load(path, also_missing=mark)
    assert load(path, also_missing=mark, missing="drop", test_share=0).n_samples == 9
    assert load(path, test_share=0).n_samples == 10


def test_that_what_stands_for_missing_values_has_to_be_text() -> None:
    with pytest.raises(DatasetError, match="also_missing is -999; it must be a text"):
        DataRequest.of("t.csv", also_missing=-999)
    assert DataRequest.of("t.csv", also_missing=[" k.A. ", "", "k.A."]).also_missing == ("k.A.",)


def test_that_a_look_names_the_texts(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", table([*"123456123456", "x"]))
    column = preview_table(path, DataRequest(str(path))).columns[0]
    assert (column.stray, column.strays) == ((13, 14, "x"), ("x",))
