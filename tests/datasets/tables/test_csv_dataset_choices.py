"""What can be chosen about a table."""

from pathlib import Path

import pytest

from bpviz.datasets import DatasetError
from tests.datasets.iris_table import IRIS
from tests.datasets.own_files import load, refusal, write


def test_that_inputs_are_scaled_as_chosen(tmp_path: Path) -> None:
    text = "x,flat,t\n" + "".join(f"{3 * i},0.1,{i % 2}\n" for i in range(20))
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
    assert load(tmp_path / "iris.csv", constant=False).constant is None


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
        assert "dropped because of missing values: 1." in data.description
        assert load(path, inputs="x", test_share=0).n_samples == 12


def test_that_what_was_chosen_is_not_looked_for(tmp_path: Path) -> None:
    text = "a|b;t\n" + "".join(f"{i}|{i},5;{i % 2}\n" for i in range(10))
    path = write(tmp_path / "t.csv", text, "latin-1")
    data = load(path, separator="|", header=False, inputs="1", target="2", kind="classes",
                test_share=0, categories="1")  # fmt: skip
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
    with pytest.raises(DatasetError, match=r"must be|Use|Choose"):
        load(path, **options)


@pytest.mark.parametrize("options", [{"n_samples": 20}, {"noise": 0.1}])
def test_that_options_of_made_up_data_are_refused_for_a_file(
    tmp_path: Path, options: dict[str, object]
) -> None:
    path = write(tmp_path / "iris.csv", IRIS)
    assert f"{next(iter(options))} does not apply to" in refusal(path, **options)
