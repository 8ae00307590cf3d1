"""However a table is written: separators, marks, encodings, quotes."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from tests.datasets.iris_table import IRIS
from tests.datasets.own_files import load, refusal, write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be",
                                      "latin-1", "cp1252"])  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_that_a_german_spreadsheet_opens_right(tmp_path: Path, encoding: str, end: str) -> None:
    rows = ["Größe;Länge;Güte"] + [f"{i},5;{i},25;{['gut', 'übel'][i % 2]}" for i in range(10)]
    data = load(write(tmp_path / "t.csv", end.join(rows) + end, encoding), scaling="none",
                test_share=0)  # fmt: skip
    assert data.input_names == ("Größe", "Länge")
    assert data.class_names == ("gut", "übel")
    np.testing.assert_array_equal(data.X[:, 0], np.arange(10) + 0.5)
    assert "“;”" in data.description


def test_that_a_late_letter_tells_latin_1_from_utf_8(tmp_path: Path) -> None:
    text = "x,t\n" + "1.5,good\n" * 200_000 + "2,schön\n2,schön\n"
    data = load(write(tmp_path / "t.csv", text, "latin-1"))
    assert data.class_names == ("good", "schön")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", " "])
@pytest.mark.parametrize("header", [True, False])
def test_that_the_separator_and_the_header_are_found(
    tmp_path: Path, separator: str, header: bool
) -> None:
    rows = [["a", "b", "c"]] * header + [[str(3 * i), f"{i}.25", str(i % 3)] for i in range(12)]
    text = "".join(separator.join(row) + "\n" for row in rows)
    data = load(write(tmp_path / "t.txt", text), scaling="none", test_share=0)
    assert data.input_names == (("a", "b") if header else ("column 1", "column 2"))
    np.testing.assert_array_equal(data.X[:, 1], np.arange(12) + 0.25)


def test_that_text_alone_has_a_header_where_its_names_do_not_come_again(tmp_path: Path) -> None:
    rows = "".join(f"{['red', 'blue'][i % 2]},{['no', 'yes'][i % 2]}\n" for i in range(8))
    named = load(write(tmp_path / "a.csv", "colour,sweet\n" + rows), test_share=0)
    bare = load(write(tmp_path / "b.csv", rows), test_share=0)
    assert (named.n_samples, bare.n_samples) == (8, 8)
    assert load(tmp_path / "b.csv", header=True, test_share=0).n_samples == 7


@pytest.mark.parametrize("quote", ['"', "'"])
def test_that_quotes_hold_separators_and_ends_of_lines(tmp_path: Path, quote: str) -> None:
    q = quote
    inner = "a,b" if q == "'" else "a,b\nc"
    text = "x,t\n" + f"1,{q}{inner}{q}\n2,{q}other{q}\n" * 5
    data = load(write(tmp_path / "t.csv", text), test_share=0)
    assert data.class_names == (inner, "other")


def test_that_a_quoted_end_of_line_may_fall_between_two_blocks(tmp_path: Path) -> None:
    text = "x,t\n" + '1,"a\nb"\n2,c\n' * 60_000
    data = load(write(tmp_path / "t.csv", text), test_share=0)
    assert data.n_samples == 120_000
    assert data.class_names == ("a\nb", "c")


def test_that_quoted_decimal_commas_are_numbers_in_a_comma_file(tmp_path: Path) -> None:
    text = "x,t\n" + '"1,5",a\n"2,5",b\n' * 4
    data = load(write(tmp_path / "t.csv", text), scaling="none", test_share=0)
    assert data.X[:2, 0].tolist() == [1.5, 2.5]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_that_a_first_line_that_names_the_separator_is_obeyed_and_passed_over(
    tmp_path: Path, encoding: str, end: str
) -> None:
    rows = ["SEP=;", "Größe;Güte"] + [f"{i},5;{['gut, schön', 'übel'][i % 2]}" for i in range(10)]
    path = write(tmp_path / "t.csv", end.join(rows) + end, encoding)
    data = load(path, scaling="none", test_share=0)
    assert data.input_names == ("Größe",)
    assert data.class_names == ("gut, schön", "übel")
    assert data.X[:, 0].tolist() == [i + 0.5 for i in range(10)]
    write(path, end.join([*rows, "1"]) + end, encoding)
    words = refusal(path)
    assert words.startswith("The number of cells in row 11 of ")
    assert "(line 13)" in words


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a;t\n1.234,5;x\n12,25;y\n-1.234.567,5;x\n", [1234.5, 12.25, -1234567.5]),
        ("a;t\n12.345;1,5\n1.200;2,5\n7;30,25\n", [12345, 1200, 7]),
        ('a,t\n"1,234.5",x\n12.25,y\n"-1,234,567",x\n', [1234.5, 12.25, -1234567]),
        ("a;t\n1,234;x\n2,5;y\n3,125;x\n", [1.234, 2.5, 3.125]),
        ("a;t\n1.234;x\n2.5;y\n3.125;x\n", [1.234, 2.5, 3.125]),
        ("a;t\n1,234;x\n2,500;y\n3,125;x\n", [1.234, 2.5, 3.125]),
    ],
)
def test_that_marked_thousands_are_numbers_where_the_decimal_mark_tells_them(
    tmp_path: Path, text: str, values: list[float]
) -> None:
    data = load(write(tmp_path / "t.csv", text), scaling="none", test_share=0)
    assert data.X[:, 0].tolist() == values


@pytest.mark.parametrize("cell", ["1.23,5", "1.2345,5", "0.123,5", "1..234,5", "1.234,5.6", ".234"])
def test_that_oddly_marked_thousands_are_text(tmp_path: Path, cell: str) -> None:
    text = "a;t\n1,5;x\n2,5;y\n" + f"{cell};x\n"
    data = load(write(tmp_path / "t.csv", text), test_share=0)
    assert f"a = {cell}" in data.input_names


def test_that_blank_lines_and_empty_trailing_columns_are_passed_over(tmp_path: Path) -> None:
    text = "x;t;\n\n" + "".join(f"{i};{i % 2};\n\n" for i in range(10)) + ";;\n   \n"
    data = load(write(tmp_path / "t.csv", text), scaling="none", test_share=0)
    assert data.X[:, 0].tolist() == list(range(10))
    assert data.class_names == ("0", "1")


def test_that_numbers_are_read_to_the_last_bit(tmp_path: Path) -> None:
    numbers = np.random.default_rng(0).normal(size=(500, 3)) * 10.0 ** np.arange(-20, 40, 20)
    for extra in ("", ",a"):  # by either reader
        text = "".join(",".join(map(repr, row.tolist())) + extra + "\n" for row in numbers)
        inputs = ("1", "2", "3") if extra else ()
        data = load(write(tmp_path / "t.csv", text), scaling="none", test_share=0,
                    inputs=inputs[:2], target=("3",))  # fmt: skip
        np.testing.assert_array_equal(data.X[:, :2], numbers[:, :2])


def test_that_packed_tables_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "iris.csv.gz"
    path.write_bytes(gzip.compress(IRIS[:100].encode()) + gzip.compress(IRIS[100:].encode()))
    write(tmp_path / "iris.csv", IRIS)
    np.testing.assert_array_equal(load(path).X, load(tmp_path / "iris.csv").X)
