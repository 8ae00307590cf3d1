"""What can be chosen about data, and how a wrong choice is answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import DataRequest, DatasetError, Missing, Scaling, TargetKind


def test_that_one_column_may_be_named_without_a_list() -> None:
    request = DataRequest.of("a.csv", target="y", inputs=["a", "b"], missing="drop")
    assert (request.target, request.inputs) == (("y",), ("a", "b"))
    assert request.missing is Missing.DROP
    assert (request.kind, request.scaling) == (TargetKind.AUTO, Scaling.AUTO)


def test_that_options_are_added_to_a_request(tmp_path: Path) -> None:
    request = DataRequest.of(tmp_path / "a.csv", seed=3)
    assert DataRequest.of(request, test_share=0.5) == DataRequest.of(
        str(tmp_path / "a.csv"), seed=3, test_share=0.5
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"nonsense": 1}, "no data option 'nonsense'"),
        ({"n_samples": 3}, "number of samples is 3"),
        ({"n_samples": 10.5}, "number of samples is 10.5"),
        ({"seed": True}, "seed of the data is True"),
        ({"noise": -0.1}, "noise is -0.1"),
        ({"noise": float("nan")}, "noise is nan"),
        ({"test_share": 1.0}, "test share is 1.0"),
        ({"size": 28}, "size of the pictures is 28"),
        ({"size": (28, 28, 3)}, r"size of the pictures is \(28, 28, 3\)"),
        ({"size": (28, 0)}, "size of the pictures is 0"),
        ({"separator": 7}, "separator is 7"),
        ({"decimal": 7}, "decimal mark is 7"),
        ({"encoding": b"x"}, "encoding is b'x'"),
        ({"header": "yes"}, "header is 'yes'"),
        ({"max_bytes": 0}, "size limit is 0"),
        ({"max_bytes": None}, "size limit is None"),
        ({"seed": None}, "seed of the data is None"),
        ({"constant": "yes"}, "constant input is 'yes'"),
        ({"constant": 1}, "constant input is 1"),
        ({"target": 3}, "target is 3; it must be the name of a column"),
        ({"target": b"t"}, "target is b't'"),
        ({"inputs": ["a", None]}, r"inputs is \('a', None\)"),
        ({"noise": "much"}, "noise is 'much'"),
        ({"kind": "guess"}, "kind is 'guess'; it must be one of auto, classes, regression"),
    ],
)
def test_that_a_wrong_choice_is_refused_with_what_would_be_right(
    options: dict[str, Any], words: str
) -> None:
    with pytest.raises(DatasetError, match=words) as caught:
        DataRequest.of("a.csv", **options)
    assert "must be" in str(caught.value) or "The options are: " in str(caught.value)


def test_that_numbers_of_numpy_and_lists_count_as_pythons() -> None:
    request = DataRequest.of(
        "a.csv",
        seed=np.int64(3),
        test_share=np.float32(0.25),
        header=np.bool_(True),
        constant=np.bool_(False),
        size=[28, np.int32(14)],
        target=None,
    )
    assert request == DataRequest(
        "a.csv", seed=3, test_share=0.25, header=True, constant=False, size=(28, 14)
    )
    assert [type(each) for each in (request.seed, request.test_share)] == [int, float]
