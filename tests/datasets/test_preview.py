"""What the import dialog is told of a file before it is loaded."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bpviz.datasets import Dataset, DatasetError
from bpviz.datasets.preview import Preview, Role, SourceKind
from bpviz.datasets.request import DataRequest, Scaling, TargetKind
from bpviz.datasets.user_files import load_file, preview
from tests.datasets.own_files import idx, write


def seen(path: Path, **options: object) -> Preview:
    return preview(DataRequest.of(str(path), **options))


GERMAN = "Größe;Farbe;Name;Güte\n" + "".join(
    f"{i},5;{['rot', 'blau'][i % 2]};n{i};{i % 3}\n" for i in range(60)
)


def test_that_columns_and_rows_are_shown_as_they_stand(tmp_path: Path) -> None:
    shown = seen(write(tmp_path / "t.csv", GERMAN, "latin-1"), inputs=("Größe", "Farbe"))
    assert shown.kind is SourceKind.TABLE
    assert [column.name for column in shown.columns] == ["Größe", "Farbe", "Name", "Güte"]
    assert [column.is_text for column in shown.columns] == [False, True, True, False]
    assert [column.role for column in shown.columns] == [
        Role.INPUT, Role.INPUT, Role.UNUSED, Role.TARGET
    ]  # fmt: skip
    assert shown.columns[0].examples[:2] == ("0,5", "1,5")
    assert shown.columns[1].examples == ("rot", "blau")
    assert shown.rows[0] == ("0,5", "rot", "n0", "0")
    assert len(shown.rows) == 50
    assert shown.whole
    assert shown.problem is None


def test_that_what_was_found_fills_the_request(tmp_path: Path) -> None:
    request = seen(write(tmp_path / "t.csv", GERMAN, "latin-1"), inputs=("Größe",)).request
    assert (request.separator, request.decimal, request.header) == (";", ",", True)
    assert request.encoding == "cp1252"
    assert (request.target, request.kind) == (("Güte",), TargetKind.CLASSES)
    assert request.scaling is Scaling.STANDARD


def same(one: Dataset, other: Dataset) -> bool:
    return one.X.tolist() == other.X.tolist() and one.description == other.description


def test_that_loading_the_filled_request_does_the_same(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", GERMAN)
    first = DataRequest.of(str(path), inputs=("Größe", "Farbe"))
    assert same(load_file(first), load_file(preview(first).request))


def test_that_the_words_are_those_of_the_data_set(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", GERMAN)
    shown = seen(path, inputs=("Größe", "Farbe"))
    description = load_file(shown.request).description
    for sentence in (*shown.found, *shown.plan):
        assert str(sentence) in description
        assert sentence.template.format(**sentence.values) == sentence


def test_that_a_problem_is_told_beside_what_can_be_seen(tmp_path: Path) -> None:
    shown = seen(write(tmp_path / "t.csv", GERMAN))
    assert isinstance(shown.problem, DatasetError)
    assert "Name" in str(shown.problem)
    assert len(shown.columns) == 4
    assert shown.plan == ()


def test_that_a_table_without_rows_raises(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no data rows"):
        seen(write(tmp_path / "t.csv", "a,b\n"))


def test_that_only_the_beginning_of_a_large_table_is_looked_at(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "a,t\n" + "1.5,0\n2.5,1\n" * 200_000 + "odd\n")
    shown = seen(path)
    assert not shown.whole
    assert shown.problem is None
    assert "first rows" in shown.plan[-1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_that_a_letter_cut_at_the_end_of_what_is_looked_at_is_no_problem(
    tmp_path: Path, encoding: str
) -> None:
    for shift in range(1, 5):
        text = "a,t\n" + "1" * shift + ",ü\n" + "1,ü\n2,ö\n" * 60_000
        assert seen(write(tmp_path / "t.csv", text, encoding)).columns[1].examples[:1] == ("ü",)


def test_that_a_quoted_cell_cut_at_the_end_of_what_is_looked_at_is_no_problem(
    tmp_path: Path,
) -> None:
    text = "a,t\n" + '1,"x\n\ny"\n2,"z"\n' * 60_000
    shown = seen(write(tmp_path / "t.csv", text))
    assert shown.columns[1].examples == ("x��y", "z")
    assert shown.problem is None


def test_that_other_files_tell_what_belongs_to_them(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", X=np.eye(4), y=np.arange(4))
    assert "X (4 × 4), y (4)" in seen(tmp_path / "a.npz").found[0]
    np.save(tmp_path / "X.npy", np.eye(4))
    np.save(tmp_path / "y.npy", np.arange(4))
    assert "X.npy, y.npy" in seen(tmp_path / "X.npy").found[0]
    (tmp_path / "train-images-idx3-ubyte").write_bytes(idx(np.zeros((3, 2, 2), dtype=np.uint8)))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx(np.arange(3, dtype=np.uint8)))
    shown = seen(tmp_path / "train-labels-idx1-ubyte")
    assert shown.kind is SourceKind.IDX
    assert "train-images-idx3-ubyte" in shown.found[0]


def test_that_a_folder_tells_its_classes_and_the_size(tmp_path: Path) -> None:
    for name in ("cat", "dog"):
        (tmp_path / name).mkdir()
        Image.new("L", (5, 7)).save(tmp_path / name / "1.png")
    shown = seen(tmp_path)
    assert shown.kind is SourceKind.PICTURES
    assert shown.request.size == (7, 5)
    assert any("cat" in sentence for sentence in shown.plan)


def test_that_columns_keep_the_roles_they_would_have_where_one_cannot_be_used(
    tmp_path: Path,
) -> None:
    shown = seen(write(tmp_path / "t.csv", GERMAN))
    assert shown.problem is not None
    roles = [column.role for column in shown.columns]
    assert roles == [Role.INPUT, Role.INPUT, Role.INPUT, Role.TARGET]
    assert [column.can_be_input for column in shown.columns] == [True, True, False, True]


def test_that_arrays_of_other_names_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    np.savez(path, features=np.eye(4), kinds=np.arange(4), more=np.zeros(2))
    shown = seen(path)
    assert shown.kind is SourceKind.NPZ
    assert isinstance(shown.problem, DatasetError)
    assert shown.arrays == ("features", "kinds", "more")
    chosen = seen(path, inputs="features", target="kinds")
    assert chosen.problem is None
    assert chosen.arrays == shown.arrays
    assert "features (4 × 4), kinds (4)" in chosen.found[0]


def test_that_very_long_lines_are_looked_at_whole(tmp_path: Path) -> None:
    n = 30_000
    rows = [",".join(f"column number {i}" for i in range(n))]
    rows += [",".join(["0.123456789"] * (n - 1) + [str(row % 2)]) for row in range(40)]
    path = write(tmp_path / "wide.csv", "\n".join(rows) + "\n")
    shown = seen(path)
    assert len(shown.columns) == n
    assert len(shown.rows) >= 2
    assert shown.problem is None
    assert not shown.whole


def test_that_a_line_that_is_too_long_is_called_so(tmp_path: Path) -> None:
    path = write(tmp_path / "long.csv", "1," * 2**21 + "\n")
    with pytest.raises(DatasetError, match="line 1 is longer than"):
        seen(path)


NUMBERS = "a;b;c\n1;2;3.5\n2;3;1\n4;5;2\n"


def _archive(path: Path, classes: int) -> Path:
    rng = np.random.default_rng(0)
    np.savez(path, X=rng.random((30, 3)), y=np.arange(30) % classes)
    return path


def _pictures(path: Path, classes: int) -> Path:
    for i in range(classes):
        (path / f"c{i}").mkdir(parents=True)
        for k in range(4):
            Image.new("L", (5, 4), 60 * i + k).save(path / f"c{i}" / f"{k}.png")
    return path


@pytest.mark.parametrize("constant", [None, True, False])
@pytest.mark.parametrize("classes", [2, 3])
@pytest.mark.parametrize("kind", ["table", "archive", "pictures", "regression"])
def test_that_the_shape_of_the_network_is_that_of_the_loaded_data(
    tmp_path: Path, kind: str, classes: int, constant: bool | None
) -> None:
    options: dict[str, object] = {"constant": constant}
    if kind == "table":
        path = write(tmp_path / "t.csv", GERMAN)
        options["inputs"] = ("Größe", "Farbe")
    elif kind == "regression":
        path, options["target"] = write(tmp_path / "t.csv", NUMBERS), ("a", "b")
    elif kind == "archive":
        path = _archive(tmp_path / "t.npz", classes)
    else:
        path = _pictures(tmp_path / "p", classes)
    shown = seen(path, **options)
    data = load_file(DataRequest.of(str(path), **options))
    assert shown.shape == (data.n_inputs, data.n_outputs)


def test_that_no_shape_is_claimed_of_what_cannot_be_loaded(tmp_path: Path) -> None:
    assert seen(write(tmp_path / "t.csv", "a;t\n1;0\n;1\n2;1\n")).shape is None
