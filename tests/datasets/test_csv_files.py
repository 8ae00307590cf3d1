"""Text tables: what is found by looking, and what is made of it where nobody chooses."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import DatasetError
from tests.datasets.own_files import load, refusal, write

IRIS = "sepal,petal,species\n" + "".join(
    f"{5 + i / 10},{1 + i % 7 / 5},{['setosa', 'virginica', 'versicolor'][i % 3]}\n"
    for i in range(30)
)


def test_that_text_in_the_last_column_is_the_class(tmp_path: Path) -> None:
    data = load(write(tmp_path / "iris.csv", IRIS))
    assert data.class_names == ("setosa", "versicolor", "virginica")
    assert data.input_names == ("sepal", "petal")
    assert data.test is not None
    assert (data.n_samples, data.test.n_samples) == (24, 6)
    np.testing.assert_array_equal(data.Y.argmax(axis=1), data.labels)
    np.testing.assert_allclose(data.X.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(data.X.std(axis=0), 1)
    for words in ("sepal, petal", "standardised", "species", "3 classes", "24 samples", "seed 0"):
        assert words in data.description


def test_that_rows_keep_their_label_and_the_test_part_is_the_rest(tmp_path: Path) -> None:
    lines = [f"{i},{i % 3}" for i in range(50)]
    data = load(write(tmp_path / "t.csv", "x,label\n" + "\n".join(lines)), scaling="none")
    assert data.test is not None
    everything = np.concatenate([data.X[:, 0], data.test.X[:, 0]])
    assert sorted(everything.tolist()) == list(range(50))
    for part in (data, data.test):
        assert part.labels is not None
        np.testing.assert_array_equal(part.labels, part.X[:, 0] % 3)
    again = load(tmp_path / "t.csv", scaling="none")
    np.testing.assert_array_equal(data.X, again.X)
    other = load(tmp_path / "t.csv", scaling="none", seed=1)
    assert data.X.tolist() != other.X.tolist()
    assert load(tmp_path / "t.csv", test_share=0).test is None


@pytest.mark.parametrize("name", ["target", "label", "class", "y", "Target", " LABEL "])
def test_that_a_usual_name_is_the_target_wherever_it_stands(tmp_path: Path, name: str) -> None:
    text = f"a,{name},b\n" + "".join(f"{i},{i % 2},{i * i}\n" for i in range(10))
    data = load(write(tmp_path / "t.csv", text))
    assert data.input_names == ("a", "b")
    assert data.class_names == ("0", "1")


def test_that_target_comes_before_the_other_usual_names(tmp_path: Path) -> None:
    text = "y,class,target,b\n" + "".join(f"{i},{i},{i % 2},{i}\n" for i in range(10))
    assert load(write(tmp_path / "t.csv", text)).input_names == ("y", "class", "b")


def test_that_two_classes_share_one_output(tmp_path: Path) -> None:
    data = load(write(tmp_path / "t.csv", "x,t\n1,no\n2,yes\n3,no\n4,yes\n"), test_share=0)
    assert data.Y.tolist() == [[0], [1], [0], [1]]
    assert data.class_names == ("no", "yes")


@pytest.mark.parametrize(
    ("values", "classes"),
    [(range(20), 20), (range(21), 0), ([0.5, 1, 2], 0), ([7, 7, 9], 2), ([-1, 1], 2)],
)
def test_that_few_kinds_of_whole_numbers_are_classes(
    tmp_path: Path, values: list[float], classes: int
) -> None:
    text = "x,t\n" + "".join(f"{i},{v}\n" for i, v in enumerate(list(values) * 3))
    data = load(write(tmp_path / "t.csv", text))
    assert len(data.class_names) == classes
    assert (data.labels is None) == (classes == 0)
    assert data.n_outputs == (1 if classes in (0, 2) else classes)


def test_that_a_regression_comes_back_in_its_own_units(tmp_path: Path) -> None:
    prices = [1000.5 + 7 * i for i in range(40)]
    text = "x,price\n" + "".join(f"{i},{p}\n" for i, p in enumerate(prices))
    data = load(write(tmp_path / "t.csv", text), scaling="none")
    assert data.target_names == ("price",)
    assert data.target_scale is not None
    assert data.test is not None
    assert data.test.target_scale is not None
    for part in (data, data.test):
        value = data.target_scale[0, 0] + data.target_scale[0, 1] * part.Y[:, 0]
        np.testing.assert_allclose(value, 1000.5 + 7 * part.X[:, 0])
    assert (data.Y.min(), data.Y.max()) == pytest.approx((0.1, 0.9))


def test_that_a_target_that_never_changes_is_in_the_middle(tmp_path: Path) -> None:
    data = load(write(tmp_path / "t.csv", "x,t\n1,2.5\n2,2.5\n3,2.5\n"))
    assert data.Y.tolist() == [[0.5], [0.5]]
    assert data.target_scale is not None
    offset, factor = data.target_scale[0]
    assert offset + factor * 0.5 == 2.5


def test_that_several_targets_are_several_outputs(tmp_path: Path) -> None:
    text = "a,b,c\n" + "".join(f"{i},{2 * i},{-i}\n" for i in range(10))
    data = load(write(tmp_path / "t.csv", text), target=("c", "a"), test_share=0)
    assert data.target_names == ("c", "a")
    np.testing.assert_allclose(data.Y[:, 0], 1 - data.Y[:, 1])
    assert data.input_names == ("b",)


def test_that_few_kinds_of_text_become_one_input_each(tmp_path: Path) -> None:
    text = "colour,size,t\n" + "".join(f"{['red', 'blue'][i % 2]},{i},{i % 3}\n" for i in range(9))
    data = load(write(tmp_path / "t.csv", text), test_share=0)
    assert data.input_names == ("colour = blue", "colour = red", "size")
    assert data.X[:3, :2].tolist() == [[0, 1], [1, 0], [0, 1]]


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
    rows = [["a", "b", "c"]] * header + [[str(i), f"{i}.25", str(i % 3)] for i in range(12)]
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
    assert "row 11 (line 13)" in refusal(path)


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


def test_that_inputs_are_scaled_as_chosen(tmp_path: Path) -> None:
    text = "x,flat,t\n" + "".join(f"{i},0.1,{i % 2}\n" for i in range(20))
    path = write(tmp_path / "t.csv", text)
    unit = load(path, scaling="unit")
    assert (unit.X[:, 0].min(), unit.X[:, 0].max()) == (0, 1)
    assert not unit.X[:, 1].any()
    assert not load(path, scaling="standard").X[:, 1].any()
    assert load(path, scaling="none").X[0, 1] == 0.1


def test_that_a_constant_input_can_be_appended(tmp_path: Path) -> None:
    data = load(write(tmp_path / "iris.csv", IRIS), constant=True)
    assert data.constant == 2
    assert data.input_names[-1] == "1"
    assert (data.X[:, 2] == 1).all()
    assert load(tmp_path / "iris.csv").constant is None


def test_that_columns_can_be_chosen(tmp_path: Path) -> None:
    path = write(
        tmp_path / "t.csv", "id,a,b,c\n" + "".join(f"n{i},{i},{i},{i / 7}\n" for i in range(30))
    )
    assert "id" in refusal(path)
    data = load(path, inputs=("b", " A "), target="c")
    assert data.input_names == ("b", "a")
    assert "Not used: id." in data.description
    assert load(path, inputs="b", target="a", kind="classes").n_outputs == 30
    assert load(path, inputs="a", target="b", kind="regression").labels is None


def test_that_missing_values_are_refused_or_their_rows_dropped(tmp_path: Path) -> None:
    for word in ("", "NA", "?", "nan", " "):
        text = "x,z,t\n" + "".join(f"{i},2,{i % 2}\n" for i in range(10)) + f"3,{word},1\n4,4,0\n"
        path = write(tmp_path / "t.csv", text)
        message = refusal(path)
        assert "row 11 (line 12)" in message
        assert "'z'" in message
        data = load(path, missing="drop", test_share=0)
        assert data.n_samples == 11
        assert "left out because something is missing: 1." in data.description
        assert load(path, inputs="x", test_share=0).n_samples == 12


def test_that_numbers_and_text_in_a_target_are_classes_by_name(tmp_path: Path) -> None:
    text = "x,t\n" + "1,0\n2,1\n" * 100_000 + "3,unknown\n4,unknown\n"
    data = load(write(tmp_path / "t.csv", text))
    assert data.class_names == ("0", "1", "unknown")


def test_that_letters_are_classes_although_they_are_many(tmp_path: Path) -> None:
    text = "x,t\n" + "".join(f"{i},{chr(65 + i % 26)}\n" for i in range(260))
    assert load(write(tmp_path / "t.csv", text)).n_outputs == 26


def test_that_packed_tables_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "iris.csv.gz"
    path.write_bytes(gzip.compress(IRIS[:100].encode()) + gzip.compress(IRIS[100:].encode()))
    write(tmp_path / "iris.csv", IRIS)
    np.testing.assert_array_equal(load(path).X, load(tmp_path / "iris.csv").X)


def test_that_what_was_chosen_is_not_looked_for(tmp_path: Path) -> None:
    text = "a|b;t\n" + "".join(f"{i}|{i},5;{i % 2}\n" for i in range(10))
    path = write(tmp_path / "t.csv", text, "latin-1")
    data = load(path, separator="|", header=False, inputs="1", target="2", kind="classes",
                test_share=0)  # fmt: skip
    assert data.n_samples == 11


@pytest.mark.parametrize(
    "options",
    [{"separator": ";;"}, {"decimal": "x"}, {"encoding": "klingon"}, {"encoding": "zip"},
     {"encoding": "idna"}, {"separator": '"'}, {"target": "nothing"}, {"inputs": ("a", "zz")},
     {"target": "species", "inputs": ("species", "sepal")}, {"kind": "regression"},
     {"target": ("sepal", "species")}, {"target": ("sepal", "petal"), "kind": "classes"}],
)  # fmt: skip
def test_that_what_cannot_be_chosen_is_refused(tmp_path: Path, options: dict[str, object]) -> None:
    path = write(tmp_path / "iris.csv", IRIS)
    with pytest.raises(DatasetError, match=r"right|known|columns are"):
        load(path, **options)


@pytest.mark.parametrize("options", [{"n_samples": 20}, {"noise": 0.1}])
def test_that_options_of_made_up_data_are_refused_for_a_file(
    tmp_path: Path, options: dict[str, object]
) -> None:
    path = write(tmp_path / "iris.csv", IRIS)
    assert f"{next(iter(options))} cannot be chosen" in refusal(path, **options)
