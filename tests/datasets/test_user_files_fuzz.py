"""Damaged and hostile files by the dozen; ``python -m scripts.loader_fuzz`` does a million."""

from __future__ import annotations

import gzip
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import DataRequest, DatasetError, load
from bpviz.datasets.tables.table import Table, unique_names
from bpviz.datasets.user_files import preview
from scripts.loader_fuzz import trying
from scripts.loader_fuzz.trying import LONGEST, allowed, files_of, try_file
from tests.datasets.own_files import refusal, write

FEW = 40
HOSTILE = [number for number in range(1_000) if files_of(number)[0] in ("wide", "one_line")][:3]
HOSTILE.append(170_482)  # 131 071 inputs, each for the only text of a column


def test_that_damaged_files_are_loaded_or_refused_in_a_sentence_and_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Beside other work it may take several times as long: the script alone judges the time.
    monkeypatch.setattr(trying, "LONGEST", 5 * LONGEST)
    tried = [try_file(number, tmp_path) for number in (*range(FEW), *HOSTILE)]
    assert [each for each in tried if each.fault] == []
    assert 0.1 < sum(each.loaded for each in tried) / len(tried) < 0.95
    assert list(tmp_path.iterdir()) == []


def test_that_a_number_stands_for_the_same_file_for_ever() -> None:
    for number in range(40):
        assert files_of(number) == files_of(number)
    assert len({repr(files_of(number)) for number in range(40)}) > 35


@pytest.mark.parametrize(
    "error", [ValueError("odd"), MemoryError(), DatasetError("two\nlines"), RecursionError()]
)
def test_that_whatever_else_a_loader_raises_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken(_: DataRequest) -> None:
        raise error

    monkeypatch.setattr(trying, "load_file", broken)
    assert try_file(0, tmp_path).fault
    monkeypatch.setattr(trying, "load_file", preview)
    monkeypatch.setattr(trying, "LONGEST", 0.0)
    assert "s of processor time" in try_file(0, tmp_path).fault


@pytest.mark.parametrize("number", [9764, 25106])
def test_that_a_damaged_array_says_nothing_on_the_terminal(tmp_path: Path, number: int) -> None:
    assert try_file(number, tmp_path).fault == ""


def test_that_a_warning_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "load_file", lambda _: warnings.warn("odd", stacklevel=1))
    assert "a warning: odd" in try_file(0, tmp_path).fault


def test_that_only_who_lifts_the_limit_waits_for_what_unpacks_to_much() -> None:
    contents = gzip.compress(bytes(10_000_000))
    files = {"t.csv.gz": contents, "t.csv": contents}
    assert allowed(files, {}) == allowed(files, {"max_bytes": 4096}) == LONGEST
    assert LONGEST < allowed(files, {"max_bytes": 2**33}) < LONGEST + 5


def test_that_the_script_lists_the_slowest_and_ends_well() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "scripts.loader_fuzz", "--files", "20"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert "20 files: " in ended.stdout
    assert "0 faults" in ended.stdout
    assert ended.stdout.count(" file ") == 10


@given(
    st.lists(st.sampled_from(["a", "b", "a (2)", "a (2) (2)", "", "column 2", " a "]), max_size=9)
)
def test_that_columns_have_different_names_as_if_each_was_tried_in_turn(header: list[str]) -> None:
    taken: list[str] = []
    for number, cell in enumerate(header, start=1):
        base = cell.strip() or f"column {number}"
        names = (base, *(f"{base} ({copy})" for copy in range(2, 20)))
        taken.append(next(name for name in names if name not in taken))
    assert [column.name for column in unique_names(header)] == taken
    assert [column.named for column in unique_names(header)] == [bool(c.strip()) for c in header]


@given(
    header=st.lists(
        st.sampled_from(["a", "A", "b", " b", "ß", "SS", "2", ""]), min_size=1, max_size=6
    ),
    wanted=st.sampled_from(["a", "A", " a ", "b", "B", "ß", "ss", "1", "2", "9", "0", "", "x"]),
)
def test_that_a_column_is_found_by_its_name_else_as_the_only_one_that_reads_so(
    header: list[str], wanted: str
) -> None:
    columns = unique_names(header)
    names = [column.name for column in columns]
    table = Table(Path("t.csv"), columns, np.zeros((1, len(names))), np.ones(1, np.int64))
    plain = wanted.strip()
    alike = [j for j, name in enumerate(names) if name.casefold() == plain.casefold()]
    if wanted in names or plain in names:
        right = [names.index(wanted if wanted in names else plain)]
    elif len(alike) == 1:
        right = alike
    elif not any(column.named for column in columns) and plain in map(
        str, range(1, len(names) + 1)
    ):
        right = [int(plain) - 1]
    else:
        right = []
    if right:
        assert table.places_of([wanted, wanted]) == (right[0],)
    else:
        with pytest.raises(DatasetError, match="has no column"):
            table.places_of([wanted])


@pytest.mark.parametrize("name", ["a", "1"])
def test_that_as_many_equal_column_names_as_there_may_be_are_no_trouble(
    tmp_path: Path, name: str
) -> None:
    columns = 65_536
    row = ",".join([name] * columns)
    path = write(tmp_path / "t.csv", f"{row}\n{row}\n{row}\nx\n")
    assert "The number of cells in row" in refusal(path, header=True)
    write(path, f"{row}\n{row}\n{row}\n")
    shown = preview(DataRequest(str(path), header=True))
    assert len({column.name for column in shown.columns}) == columns


def test_that_many_columns_can_be_named_at_once(tmp_path: Path) -> None:
    header = ",".join(f"c{j}" for j in range(20_000))
    path = write(tmp_path / "t.csv", f"{header}\n" + (",".join(["1.5"] * 20_000) + "\n") * 3)
    names = tuple(f"c{j}" for j in range(19_999))
    data = load(path, inputs=names, target="c19999", constant=False, test_share=0)
    assert data.input_names == names


def test_that_an_array_of_a_size_that_cannot_be_is_refused(tmp_path: Path) -> None:
    size = "9" * 4_000
    header = f"{{'descr': '<f8', 'fortran_order': False, 'shape': ({size},)}}\n".encode()
    head = b"\x93NUMPY\1\0" + len(header).to_bytes(2, "little")
    (tmp_path / "X.npy").write_bytes(head + header)
    (tmp_path / "y.npy").write_bytes(head + header)
    message = refusal(tmp_path / "X.npy")
    assert "that fit in memory" in message
    assert len(message) < 400
