"""What inputs and outputs are called, on axes and where a weight is read."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset, load
from bpviz.ui.core import counting
from bpviz.ui.core.unit_names import entry_name, input_names, output_names


def test_that_columns_and_classes_have_their_names() -> None:
    iris = load("iris")
    assert input_names(iris) == ("sepal length", "sepal width", "petal length", "petal width")
    assert output_names(iris) == ("setosa", "versicolor", "virginica")
    assert entry_name(iris, "W1", 7, 2) == "petal length"
    assert entry_name(iris, "W2", 2, 7) == "class virginica"


def test_that_the_constant_input_is_called_so() -> None:
    xor = load("xor")
    assert xor.constant is not None
    assert input_names(xor)[xor.constant] == "1 (constant)"
    assert entry_name(xor, "W1", 0, xor.constant) == "constant"


def test_that_what_nobody_named_has_no_name() -> None:
    digits = load("digits")
    assert input_names(digits) == ()
    plain = Dataset.from_arrays("plain", np.eye(3), np.eye(3))
    assert output_names(plain) == output_names(None) == input_names(None) == ()
    assert entry_name(plain, "W1", 0, 2) == entry_name(plain, "W2", 2, 0) == ""


@pytest.mark.parametrize(
    ("classes", "named"), [(("benign", "malignant"), ("malignant",)), (("0", "1"), ())]
)
def test_that_one_output_for_two_classes_is_called_by_the_second_unless_that_is_a_number(
    classes: tuple[str, str], named: tuple[str, ...]
) -> None:
    data = Dataset.from_arrays("two", np.eye(2), [[0.0], [1.0]], labels=[0, 1], class_names=classes)
    assert output_names(data) == named


def test_that_a_class_is_named_where_its_name_is_not_the_index_that_is_shown() -> None:
    digits = load("digits")
    assert entry_name(digits, "W2", 3, 0) == ""
    counting.count_from(1)
    assert entry_name(digits, "W2", 3, 0) == "class 3"
