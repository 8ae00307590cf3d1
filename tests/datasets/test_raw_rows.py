"""Rows as they stand in the source, made into inputs as the source's own were."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bpviz import Dataset, DatasetError, Session, Settings, load, predict
from bpviz.datasets.raw_format import RawColumn, RawFormat
from bpviz.datasets.raw_rows import inputs_of
from bpviz.paths import resources

SMALL = Settings(n_hidden=4, learning_rate=0.5)
HEADER = ["id", "size", "colour", "wet", "price"]


class Frame:
    """What pandas and polars have in common, and no more."""

    def __init__(self, **columns: Any) -> None:
        self._columns = columns

    @property
    def columns(self) -> list[str]:
        return list(self._columns)

    def __getitem__(self, name: str) -> Any:
        return np.asarray(self._columns[name])

    def to_numpy(self) -> Any:
        return np.array([self[name].tolist() for name in self.columns], dtype=object).T


def table_rows(m: int = 40) -> list[list[str]]:
    rng = np.random.default_rng(3)
    return [
        [str(i), f"{rng.normal(50, 20):.3f}", str(rng.choice(["red", "green", "blue"])),
         str(rng.choice(["yes", "no"])), f"{rng.normal(900, 80):.2f}"]
        for i in range(m)
    ]  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "flats.csv"
    rows = table_rows()
    rows[7][1] = "?"
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    return path


def dense(data: Dataset, rows: object) -> list[list[float]]:
    return inputs_of(data, rows).dense().tolist()  # type: ignore[no-any-return]


def test_that_rows_of_a_table_become_the_inputs_that_loading_made_of_them(table: Path) -> None:
    data = load(table, missing="drop", target="price")
    with table.open(encoding="utf-8") as stream:
        raw = list(csv.DictReader(stream))
    for part in (data, data.test):
        assert part is not None
        assert part.source_rows is not None
        chosen = [raw[i] for i in part.source_rows]
        assert dense(data, chosen) == part.X.tolist()
        assert [float(row["price"]) for row in chosen] == pytest.approx(
            part.unscaled(part.Y)[:, 0].tolist()
        )
        wanted = ["size", "colour", "wet"]
        assert dense(data, [[row[name] for name in wanted] for row in chosen]) == part.X.tolist()
        columns = {name: [row[name] for row in chosen] for name in reversed(HEADER)}
        assert dense(data, columns) == part.X.tolist()
        numbers = {**columns, "size": [float(each) for each in columns["size"]]}
        assert dense(data, Frame(**numbers)) == part.X.tolist()
    assert data.test is not None
    both = {*data.source_rows.tolist(), *data.test.source_rows.tolist()}  # type: ignore[union-attr]
    assert both == set(range(40)) - {7}


def test_that_a_single_row_counts_as_one(table: Path) -> None:
    data = load(table, missing="drop", target="price")
    row = {"size": 51.25, "colour": "red", "wet": "no"}
    assert dense(data, row) == dense(data, [row]) == dense(data, [51.25, "red", "no"])
    structured = np.array(
        [("red", 51.25, "no")], dtype=[("colour", "U5"), ("size", "f8"), ("wet", "U3")]
    )
    assert dense(data, structured) == dense(data, row)


@given(
    st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(1e-3, 1e3)), min_size=1, max_size=4),
    st.integers(1, 30),
    st.integers(0, 2**31),
)
def test_that_numbers_are_shifted_and_divided(
    scales: list[tuple[float, float]], m: int, seed: int
) -> None:
    raw = RawFormat(tuple(RawColumn(f"c{j}", *each) for j, each in enumerate(scales)))
    values = np.random.default_rng(seed).normal(size=(m, len(scales)))
    data = Dataset.from_arrays("made", values, np.zeros(m), raw=raw)
    for i, row in enumerate(dense(data, values)):
        assert row == [
            (x - shift) / factor for x, (shift, factor) in zip(values[i], scales, strict=True)
        ]


def test_that_numbers_are_read_as_the_table_wrote_them(tmp_path: Path) -> None:
    path = tmp_path / "comma.csv"
    path.write_text(
        "a;b;y\n" + "".join(f"{i},5;k.A.;{i % 2}\n" if i == 3 else f"{i},5;{i};{i % 2}\n"
                            for i in range(12)),
        encoding="utf-8",
    )  # fmt: skip
    data = load(path, also_missing="k.A.", missing="drop")
    assert dense(data, [["4,5", "4"]]) == dense(data, [[4.5, 4]])
    with pytest.raises(DatasetError, match="Row 0 has no value in column 'b'"):
        inputs_of(data, [["4,5", "K.a."]])


@pytest.mark.parametrize("nothing", ["", " NA ", None, float("nan"), "?"])
def test_that_a_missing_value_is_refused_by_row_and_column(table: Path, nothing: object) -> None:
    data = load(table, missing="drop", target="price")
    for name in ("size", "colour"):
        rows = [{"size": 1.0, "colour": "red", "wet": "no"} for _ in range(3)]
        rows[2][name] = nothing  # type: ignore[assignment]
        words = f"Row 2 has no value in column '{name}'. Fill it in, or leave out this row."
        with pytest.raises(DatasetError, match=re.escape(words)):
            inputs_of(data, rows)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ({"size": [1.0], "colour": ["red"]}, "have no column 'wet'. Use rows with the columns "
                                             "size, colour, wet."),
        ({"size": ["big"], "colour": ["red"], "wet": ["no"]},
         "Row 0 has 'big' in column 'size', which contains numbers. Use a number."),
        ({"size": [1.0], "colour": ["pink"], "wet": ["no"]},
         "Row 0 has 'pink' in column 'colour', which has the categories blue, green, red. Use one"),
        ({"size": [1.0, 2.0], "colour": ["red"], "wet": ["no"]},
         "The column 'colour' has the shape (1,). Use one value for each of the 2 rows."),
        ({"size": [1e200], "colour": ["red"], "wet": ["no"]},
         "Row 0 has the value 1e+200 in column 'size'. Use finite numbers of at most 1e+100."),
        ([[1.0, "red"]], "The rows have 2 columns; the data set has 3. Use as many, in the same"),
        ([[1.0, "red", "no"], [1.0]], "The rows are [[1.0, 'red', 'no'], [1.0]]; they must be a"),
        (7, "The rows are 7; they must be a table, (m, 3), or have named columns."),
    ],
)  # fmt: skip
def test_that_rows_that_do_not_fit_are_refused_in_one_sentence(
    table: Path, rows: object, words: str
) -> None:
    with pytest.raises(DatasetError, match=re.escape(words)):
        inputs_of(load(table, missing="drop", target="price"), rows)


def test_that_categories_of_numbers_are_found_however_they_are_given(tmp_path: Path) -> None:
    path = tmp_path / "kinds.csv"
    path.write_text("k,x,y\n" + "".join(f"{('3', 'b')[i % 9 == 0]},{i * i},{i % 2}\n"
                                        for i in range(40)), encoding="utf-8")  # fmt: skip
    data = load(path, categories="k")
    assert dense(data, [[3.0, 1]]) == dense(data, [["3", 1]]) == dense(data, [[3, "1.0"]])


def test_that_pictures_are_scaled_as_those_of_the_data_set(digits: Dataset, mnist: Dataset) -> None:
    for data, white in ((digits, 16), (mnist, 255)):
        assert data.image_shape is not None
        pixels = np.rint(np.array([data.x(i) for i in range(30)]) * white).astype(np.uint8)
        pictures = pixels.reshape(-1, *data.image_shape)
        expected = [data.x(i).tolist() for i in range(30)]
        for given_as in (pixels, pictures, pictures[..., np.newaxis], pictures.astype(float)):
            assert dense(data, given_as) == expected
        assert dense(data, pictures[3]) == dense(data, pixels[3]) == expected[3:4]
        with pytest.raises(DatasetError, match=r"The pictures have the shape \(3, 5, 5\)"):
            inputs_of(data, np.zeros((3, 5, 5)))
        with pytest.raises(DatasetError, match="Picture 1 contains a pixel that is"):
            inputs_of(data, np.where(np.arange(30)[:, None] == 1, np.nan, pixels))


def test_that_the_pictures_of_a_folder_are_known_by_their_place(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    made = rng.integers(0, 256, (2, 6, 9, 9), dtype=np.uint8)
    for k, name in enumerate("ab"):
        (tmp_path / name).mkdir()
        for i in range(6):
            Image.fromarray(made[k, i]).save(tmp_path / name / f"{i}.png")
    data = load(tmp_path, constant=True)
    assert data.source_rows is not None
    pictures = made.reshape(-1, 9, 9)[data.source_rows]
    assert dense(data, pictures) == data.X.tolist()


def test_that_arrays_with_a_part_for_testing_count_the_rows_of_each(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    X, X_test = rng.normal(size=(9, 3)), rng.normal(size=(4, 3))
    X[2, 1] = np.nan
    X_test[0, 0] = np.nan
    path = tmp_path / "both.npz"
    np.savez(path, x_train=X, y_train=np.arange(9) % 2, x_test=X_test, y_test=np.arange(4) % 2)
    data = load(path, missing="drop")
    assert data.test is not None
    for part, source in ((data, X), (data.test, X_test)):
        assert part.source_rows is not None
        assert dense(data, source[part.source_rows]) == part.X.tolist()
    assert data.source_rows.tolist() == [0, 1, 3, 4, 5, 6, 7, 8]  # type: ignore[union-attr]
    assert data.test.source_rows.tolist() == [1, 2, 3]  # type: ignore[union-attr]


def test_that_iris_and_its_rows_are_those_of_its_file() -> None:
    data = load("iris")
    table = np.genfromtxt(
        resources() / "datasets" / "iris" / "iris.csv", delimiter=",", skip_header=1
    )
    assert data.source_rows is not None
    assert dense(data, table[data.source_rows, :4]) == data.X.tolist()
    assert data.labels is not None
    assert table[data.source_rows, 4].tolist() == data.labels.tolist()


def test_that_inputs_that_nobody_scaled_are_taken_as_they_are() -> None:
    data = load("xor")
    assert data.constant == 2
    assert dense(data, [[0, 1], [1, 1]]) == [[0, 1, 1], [1, 1, 1]]
    assert dense(data, [[0, 1, 1]]) == [[0, 1, 1]]
    assert dense(data, [0, 1]) == [[0, 1, 1]]
    named = dict(zip(data.input_names[:2], (1, 0), strict=True))
    assert dense(data, named) == [[1, 0, 1]]
    with pytest.raises(DatasetError, match="The rows have 5 columns; the data set has 2"):
        inputs_of(data, [[0] * 5])
    bare = Dataset.from_arrays("bare", [[1.0, 2.0]], [1.0])
    with pytest.raises(DatasetError, match="The inputs of the data set have no"):
        inputs_of(bare, {"a": [1.0]})


def test_that_a_run_predicts_classes_by_name_and_values_in_their_units(table: Path) -> None:
    with table.open(encoding="utf-8") as stream:
        raw = [row for row in csv.DictReader(stream) if row["size"] != "?"]
    run = Session(SMALL, load(table, missing="drop", target="colour", inputs=["size", "price"]))
    run.advance(500)
    f = predict(run.network, inputs_of(run.dataset, raw))
    said = run.predict_raw(raw)
    assert said.tolist() == [run.dataset.class_names[k] for k in f.argmax(axis=1)]
    assert set(said) <= {"red", "green", "blue"}
    run = Session(SMALL, load(table, missing="drop", target="price"))
    run.advance(500)
    f = predict(run.network, inputs_of(run.dataset, raw))
    assert run.dataset.target_scale is not None
    offset, factor = run.dataset.target_scale[0]
    assert run.predict_raw(raw)[:, 0] == pytest.approx((offset + factor * f[:, 0]).tolist())


def test_that_classes_without_names_are_numbers() -> None:
    data = Dataset.from_arrays("two", [[1.0], [2.0]], [0.0, 1.0], labels=[0, 1])
    run = Session(SMALL, data)
    assert run.predict_raw([[1.0]]).tolist() == [int(predict(run.network, [[1.0]])[0, 0] >= 0.5)]


def test_that_a_saved_run_predicts_the_same(table: Path, tmp_path: Path) -> None:
    run = Session(SMALL, load(table, missing="drop", target="price"))
    run.advance(200)
    run.save(tmp_path / "run.bpviz")
    table.unlink()
    again = Session.load(tmp_path / "run.bpviz")
    rows = [[55.5, "red", "no"]]
    assert again.predict_raw(rows).tolist() == run.predict_raw(rows).tolist()
    assert again.dataset.raw == run.dataset.raw
    for one, other in ((again.dataset, run.dataset), (again.dataset.test, run.dataset.test)):
        assert one is not None
        assert other is not None
        assert one.source_rows is not None
        assert one.source_rows.tolist() == other.source_rows.tolist()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "plain",
    [
        None, {}, {"columns": [], "white": 0, "decimal": ".", "also_missing": []},
        {"columns": [["a", 1.0]], "white": 1, "decimal": ".", "also_missing": []},
        {"columns": [["a", 1.0, 0.0]], "white": 1, "decimal": ".", "also_missing": []},
        {"columns": [["a", [3]]], "white": 1, "decimal": ".", "also_missing": []},
        {"columns": [], "white": 1, "decimal": "x", "also_missing": []},
    ],
)  # fmt: skip
def test_that_a_damaged_format_is_refused(plain: object) -> None:
    with pytest.raises(ValueError, match=r"becomes? inputs"):
        RawFormat.from_plain(plain)


def test_that_a_format_comes_back_as_it_was_written() -> None:
    raw = RawFormat(
        (RawColumn("a", 0.1, 3.0), RawColumn("b", kinds=("x", "y"))), 255.0, ",", ("k.A.",)
    )
    assert RawFormat.from_plain(raw.to_plain()) == raw
