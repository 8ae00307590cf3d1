"""What is made of a table without any choice."""

from pathlib import Path

import numpy as np
import pytest

from tests.datasets.iris_table import IRIS
from tests.datasets.own_files import load, write


def test_that_text_in_the_last_column_is_the_class(tmp_path: Path) -> None:
    data = load(write(tmp_path / "iris.csv", IRIS))
    assert data.class_names == ("setosa", "versicolor", "virginica")
    assert data.input_names == ("sepal", "petal")
    assert data.test is not None
    assert (data.n_samples, data.test.n_samples) == (24, 6)
    np.testing.assert_array_equal(data.Y.argmax(axis=1), data.labels)
    np.testing.assert_allclose(data.X.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(data.X.std(axis=0), 1)
    for words in (
        "sepal, petal",
        "standardised",
        "species",
        "3 classes",
        "24 training samples",
        "seed 0",
    ):
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
    text = f"a,{name},b\n" + "".join(f"{3 * i},{i % 2},{i * i}\n" for i in range(10))
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
    text = "colour,size,t\n" + "".join(
        f"{['red', 'blue'][i % 2]},{3 * i},{i % 3}\n" for i in range(9)
    )
    data = load(write(tmp_path / "t.csv", text), test_share=0)
    assert data.input_names == ("colour = blue", "colour = red", "size")
    assert data.X[:3, :2].tolist() == [[0, 1], [1, 0], [0, 1]]


def test_that_numbers_and_text_in_a_target_are_classes_by_name(tmp_path: Path) -> None:
    text = "x,t\n" + "1,0\n2,1\n" * 100_000 + "3,unknown\n4,unknown\n"
    data = load(write(tmp_path / "t.csv", text))
    assert data.class_names == ("0", "1", "unknown")


def test_that_letters_are_classes_although_they_are_many(tmp_path: Path) -> None:
    text = "x,t\n" + "".join(f"{i},{chr(65 + i % 26)}\n" for i in range(260))
    assert load(write(tmp_path / "t.csv", text)).n_outputs == 26
