"""Tables that cannot be used are refused with the place; any text is data or one sentence."""

import gzip
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.datasets.own_files import outcome, refusal, write

NAMES = ["t.csv", "t.csv.gz", "t-images-idx3-ubyte", "t.npz", "X.npy", "t"]

TABLES: dict[str, tuple[str, str]] = {
    "one line": ("1,2,3\n", "too few usable rows: 1."),
    "a header alone": ("a,b,c\n", "no data rows"),
    "line ends": ("\n\n\n\n", "no data rows"),
    "separators": (",,,\n,,,\n", "no data rows"),
    "one column": ("a\n1\n2\n3\n", "no column left for the inputs"),
    "one row": ("a,t\n1,2\n", "too few usable rows: 1."),
    "a short row": ("a,b,t\n1,2,0\n1,0\n1,2,1\n", "(line 3) is 2, in the first row it is 3"),
    "a long row": ("a,b,t\n1,2,0\n1,0,1,1\n1,2,1\n", "(line 3) is 4, in the first row it is 3"),
    "a late short row": ("a,b,t\n" + "1,2,0\n" * 50_000 + "1\n", "row 50001 of"),
    "text of many kinds": (
        "name,t\n" + "".join(f"n{i},{i % 2}\n" for i in range(30)),
        "too many distinct values to be an input: name (column 'name' has 30",
    ),
    "a stray word": (
        "a,t\n" + "1,0\n2,1\n" * 20_000 + "".join(f"{i}x,1\n" for i in range(30)),
        "in row 40001 (line 40002), the text '0x'",
    ),
    "an infinite number": ("a,t\n1,0\n2,1\ninf,0\n4,1\n", "the value inf in row 3 (line 4)"),
    "minus infinity": ("a,t\n1,0\n2,1\n-Infinity,0\n", "column 'a'"),
    "not a number": ("a,t\n1,0\nnan,1\n3,0\n4,1\n", "no value in row 2 (line 3) of column 'a'"),
    "no target": ("a,t\n1,0\n2,\n3,0\n4,1\n", "no value in row 2 (line 3) of column 't'"),
    "beyond a double": ("a,t\n1,0\n1e999,1\n3,0\n", "the value inf in row 2"),
    "far too large": ("a,t\n1,0\n1e200,1\n3,0\n", "1e+200 in row 2"),
    "one class": ("a,t\n1,x\n2,x\n3,x\n", "is 1. Use 2 to 1000."),
    "an open quote": ('a,t\n1,0\n"2,1\n3,0\n' + "4,1\n" * 10, "begins in line 3 is malformed"),
    "an open quote for ever": ('a,t\n1,0\n"' + "4,1\n" * 100_000, "begins in line 3"),
    "an odd quote": ('a,t\n1,0\n"2"3,1\n', "begins in line 3 is malformed"),
    "one long line": ("x" * 3_000_000, "line 1 is longer"),
    "a late long line": ("a,t\n1,2\n" + "1" * 3_000_000, "line 3 is longer"),
    "a million columns": (",".join(["0"] * 1_000_000) + "\n", "1000000 columns"),
    "a million names": (",".join(f"column{i}" for i in range(1_000_000)) + "\n", "line 1"),
}


@pytest.mark.parametrize("case", TABLES)
def test_that_a_table_that_cannot_be_used_is_refused_with_the_place(
    tmp_path: Path, case: str
) -> None:
    text, words = TABLES[case]
    assert words in refusal(write(tmp_path / "t.csv", text))


def test_that_a_table_in_the_wrong_encoding_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "a,t\n1,schön\n2,gut\n", "latin-1")
    assert "cannot be decoded" in refusal(path, encoding="utf-8")
    (tmp_path / "u.csv").write_bytes("a,t\n1,x\n2,y\n".encode("utf-16") + b"\0")
    assert "utf-16" in refusal(tmp_path / "u.csv")


def test_that_nothing_is_left_where_all_rows_are_dropped(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "a,b,t\n1,,0\n,2,1\n3,3,\n")
    assert "too few usable rows: 0." in refusal(path, missing="drop")


NO_FIXTURES = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
CELLS = st.one_of(
    st.sampled_from(
        ["1", "2.5", "-3e5", "", "NA", "x", "1,5", "inf", "nan", '"', "'", "0x1", "1_0"]
    ),
    st.text(max_size=5),
)


@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=8), data=st.data())
@NO_FIXTURES
def test_that_any_text_gives_data_or_one_sentence(
    tmp_path: Path, rows: list[list[str]], data: st.DataObject
) -> None:
    separator = data.draw(st.sampled_from([",", ";", "\t", " ", "|"]))
    end = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"]))
    text = end.join(separator.join(row) for row in rows)
    (tmp_path / "t.csv").write_bytes(text.encode(encoding, errors="replace"))
    missing = data.draw(st.sampled_from(["refuse", "drop"]))
    kind = data.draw(st.sampled_from(["auto", "classes", "regression"]))
    found = outcome(tmp_path / "t.csv", missing=missing, kind=kind)
    assert found is None or (np.isfinite(found.X).all() and np.isfinite(found.Y).all())


@given(contents=st.binary(max_size=200), name=st.sampled_from(NAMES))
@NO_FIXTURES
def test_that_any_bytes_give_data_or_one_sentence(
    tmp_path: Path, contents: bytes, name: str
) -> None:
    (tmp_path / name).write_bytes(contents)
    outcome(tmp_path / name)


@given(position=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), packed=st.booleans())
@NO_FIXTURES
def test_that_a_flipped_byte_of_a_good_table_gives_data_or_one_sentence(
    tmp_path: Path, position: float, byte: int, packed: bool
) -> None:
    text = 'a,b,"c d",t\n' + "".join(f'{i},{i / 3},"k{i % 3}",{i % 4}\n' for i in range(40))
    contents = bytearray(gzip.compress(text.encode()) if packed else text.encode())
    contents[int(position * len(contents))] = byte
    (tmp_path / "t.csv").write_bytes(contents)
    found = outcome(tmp_path / "t.csv")
    assert found is None or np.isfinite(found.X).all()
