"""A table is written whole or not at all, and nothing in it is a formula."""

from __future__ import annotations

import errno
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bpviz.exchange.errors import ExchangeError
from bpviz.exchange.tables.writing import ExportCancelled, cell_text, text_cell, write_rows
from bpviz.training import whole_file
from tests.exchange.tables.reading import table


@example('=HYPERLINK("http://evil")')
@example("+cmd|' /C calc'!A0")
@example("@SUM(A1)\r\n=1")
@example("-2+3")
@example("\t=1")
@given(st.text("=+-@\t\r\n\0a1.e' ä"))
def test_that_no_text_is_a_formula_and_every_text_is_told_from_others(text: str) -> None:
    cell = text_cell(text)
    try:
        float(cell)
    except ValueError:
        assert cell[:1] not in tuple("=+-@\t\r")
    plain = text.replace("\0", "�")
    assert cell in (plain, f"'{plain}")


def test_that_a_class_that_is_a_number_stays_one() -> None:
    assert [text_cell(each) for each in ("-1", "+1.5e-3", "-1-1", "-inf")] == [
        "-1", "+1.5e-3", "'-1-1", "'-inf"
    ]  # fmt: skip


def test_that_numbers_have_all_their_digits_and_nothing_is_empty() -> None:
    cells = [1 / 3, np.float64(-0.0), float("nan"), 7, np.int64(-8), True, None, ""]
    assert [cell_text(each) for each in cells] == [
        repr(1 / 3), "-0.0", "nan", "7", "-8", "1", "", ""
    ]  # fmt: skip


HOSTILE = ['a,"b"', "line\r\nbreak", "\n", "ä ∂W₁ 漢字 🙂", "=1", "\udcff", "\0", " blank "]


def test_that_hostile_names_are_read_back_from_their_own_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_rows(path, ["=title", *HOSTILE[:2]], [[name, 1, 2.5] for name in HOSTILE], len(HOSTILE))
    titles, rows = table(path)
    assert titles == ["'=title", *HOSTILE[:2]]
    assert [row[1:] for row in rows] == [["1", "2.5"]] * len(HOSTILE)
    expected = [*HOSTILE[:4], "'=1", "\\udcff", "�", " blank "]
    assert [row[0] for row in rows] == expected


def test_that_a_cancelled_table_leaves_nothing(tmp_path: Path) -> None:
    stop = np.zeros(1, dtype=np.uint8)

    def rows() -> object:
        for number in range(5000):
            stop[0] = number > 2500
            yield [number]

    with pytest.raises(ExportCancelled):
        write_rows(tmp_path / "a.csv", ["n"], rows(), 5000, stop=stop)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
def test_that_a_full_disk_leaves_the_file_before_and_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("older")

    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(whole_file.os, call, fails)
    with pytest.raises(ExchangeError, match=r"a\.csv cannot be saved: the disk is full\. Free"):
        write_rows(path, ["n"], [[1]], 1)
    monkeypatch.undo()
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_text() == "older"


def test_that_a_folder_that_there_is_not_and_too_little_memory_are_said(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="there is no such folder"):
        write_rows(tmp_path / "no" / "a.csv", ["n"], [], 0)

    def rows() -> object:
        yield [1]
        raise MemoryError

    with pytest.raises(ExchangeError, match=r"not enough memory to write a\.csv\. Close"):
        write_rows(tmp_path / "a.csv", ["n"], rows(), 2)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_that_an_error_of_whoever_gives_the_rows_leaves_nothing(tmp_path: Path) -> None:
    def rows() -> object:
        yield [1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_rows(tmp_path / "a.csv", ["n"], rows(), 2)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_that_there_is_one_row_of_titles_and_rfc_4180_has_its_ends(tmp_path: Path) -> None:
    write_rows(tmp_path / "a.csv", ["a", "b"], [[1, None], ["x", 0.5]], 2)
    assert (tmp_path / "a.csv").read_bytes() == b"a,b\r\n1,\r\nx,0.5\r\n"
