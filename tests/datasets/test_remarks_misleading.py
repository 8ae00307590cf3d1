"""What would mislead in a table is left out, put in or scaled by default, and it is said."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpviz.datasets import DataRequest, Dataset, DatasetError, TargetScaling
from bpviz.datasets.plain_request import fitted
from bpviz.datasets.preview import Role
from bpviz.datasets.remarks import remarks
from bpviz.datasets.user_files import load_file, preview
from bpviz.network import Activation, predict
from bpviz.training import Session, Settings
from tests.datasets.own_files import load, write

FLOWERS = "size,width,kind\n" + "".join(f"{3 * i % 7},{i % 5}.5,{'ab'[i % 2]}\n" for i in range(20))


def counted(text: str, start: int, header: str, *, last: bool = False) -> str:
    """Return a table with a column beside the others that counts its rows."""
    first, *rows = text.splitlines()
    numbers = [header, *(str(start + i) for i in range(len(rows)))]
    pairs = zip(numbers, [first, *rows], strict=True)
    return "".join(f"{b},{a}\n" if last else f"{a},{b}\n" for a, b in pairs)


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("start", [0, 1])
@pytest.mark.parametrize("header", ["", "Unnamed: 0", "id", "index", "anything"])
def test_that_a_column_that_only_counts_rows_is_left_out_and_named(
    tmp_path: Path, header: str, start: int, last: bool
) -> None:
    bare = load(write(tmp_path / "bare.csv", FLOWERS))
    path = write(tmp_path / "t.csv", counted(FLOWERS, start, header, last=last))
    data = load(path)
    assert data.input_names == ("size", "width")
    np.testing.assert_array_equal(data.X, bare.X)
    name = header or f"column {4 if last else 1}"
    assert f"Left out as row numbers: {name}." in data.description
    shown = preview(DataRequest(str(path)))
    assert [c.role for c in shown.columns if c.name == name] == [Role.UNUSED]
    assert any(f"as row numbers: {name}." in words for words in shown.plan)
    assert load(path, inputs=(name, "width")).input_names == (name, "width")
    assert load(path, target=name, kind="regression").target_names == (name,)


@pytest.mark.parametrize(
    "column",
    [
        range(2, 22),
        range(0, 40, 2),
        range(19, -1, -1),
        [*range(19), 18],
        ["0", "1", *"aabb" * 4, "2", "3"],
    ],
)
def test_that_a_column_that_counts_anything_else_is_an_input(tmp_path: Path, column: Any) -> None:
    first, *rows = FLOWERS.splitlines()
    text = "\n".join([f"n,{first}", *(f"{a},{row}" for a, row in zip(column, rows, strict=True))])
    data = load(write(tmp_path / "t.csv", text))
    assert data.input_names[0].split(" = ")[0] == "n"
    assert "row numbers" not in data.description


def test_that_rows_of_a_counted_table_in_another_order_are_not_counted(tmp_path: Path) -> None:
    first, *rows = counted(FLOWERS, 0, "id").splitlines()
    text = "\n".join([first, *reversed(rows)])
    assert load(write(tmp_path / "t.csv", text)).input_names == ("id", "size", "width")


def test_that_two_rows_are_too_few_to_count(tmp_path: Path) -> None:
    assert load(write(tmp_path / "t.csv", "id,a,t\n0,5,1.5\n1,3,2.5\n")).n_inputs == 2


def test_that_the_only_input_there_is_stays_and_a_named_target_is_one(tmp_path: Path) -> None:
    line = write(tmp_path / "line.csv", "x,y\n" + "".join(f"{i},{i * i}.5\n" for i in range(9)))
    assert load(line).input_names == ("x",)
    named = write(tmp_path / "named.csv", "a,y\n" + "".join(f"{i * i},{i}\n" for i in range(30)))
    assert load(named).target_names == ("y",)


def test_that_tables_get_the_constant_input_and_say_so(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", FLOWERS)
    data = load(path, constant=None)
    assert (data.constant, data.input_names) == (2, ("size", "width", "1"))
    assert "constant input 1" in data.description
    assert "constant input 1" not in load(path, constant=False).description
    np.savez(tmp_path / "n.npz", X=np.random.default_rng(0).normal(size=(9, 3)), y=np.arange(9) % 2)
    np.savez(tmp_path / "p.npz", X=np.ones((9, 3, 3)), y=np.arange(9) % 2)
    for name, constant in (("n.npz", True), ("p.npz", False)):
        loaded = load(tmp_path / name, constant=None)
        shown = preview(DataRequest(str(tmp_path / name)))
        assert bool(shown.request.constant) == (loaded.constant is not None) == constant
        assert any("constant" in words for words in shown.plan) == constant


def test_that_with_it_a_line_that_misses_the_origin_is_learned_as_a_line(tmp_path: Path) -> None:
    text = "a,y\n" + "".join(f"{x},{1000 + 3 * x + (x % 3)}\n" for x in range(40, 100, 2))
    path = write(tmp_path / "t.csv", text)

    def r_squared(constant: bool | None, **options: Any) -> float:
        data = load(path, constant=constant, test_share=0, **options)
        linear = Settings(n_hidden=4, sigma1="identity", sigma2="identity", learning_rate=0.02)
        run = Session(linear, data)
        run.advance(3000)
        f = predict(run.network, data.rows)
        return float(1 - ((f - data.Y) ** 2).sum() / ((data.Y - data.Y.mean()) ** 2).sum())

    assert r_squared(None) > 0.9
    assert r_squared(False, target_scaling="unit") < 0  # a mean that is not 0 cannot be said


@pytest.mark.parametrize("sigma1", Activation)
@pytest.mark.parametrize("sigma2", Activation)
@pytest.mark.parametrize("constant", [True, False])
@pytest.mark.parametrize("classes", [True, False])
def test_that_a_regression_bound_to_the_origin_says_so_and_no_other_does(
    sigma1: Activation, sigma2: Activation, constant: bool, classes: bool
) -> None:
    X = np.column_stack([np.linspace(-1, 1, 8), np.ones(8)])[:, : 1 + constant]
    labels = np.arange(8) % 2
    data = Dataset.from_arrays(
        "d", X, labels, labels=labels if classes else None, constant=1 if constant else None
    )
    said = remarks(data, sigma1, sigma2)
    if not classes and sigma2 is Activation.IDENTITY and not constant:
        run = Session(Settings(n_hidden=3, sigma1=sigma1, sigma2=sigma2), data)
        bound = not predict(run.network, np.zeros((1, 1))).any()
    else:
        bound = False
    assert bool(said) == bound
    assert not bound or "goes through the origin" in said[0]


numbers = st.floats(-1e9, 1e9).map(lambda value: round(value, 3))


@given(values=st.lists(numbers, min_size=2, max_size=30), sigma2=st.sampled_from(Activation))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_that_targets_lie_where_the_output_activation_reaches_them_and_come_back(
    tmp_path: Path, values: list[float], sigma2: Activation
) -> None:
    text = "a,y\n" + "".join(f"{i % 3}.5,{value!r}\n" for i, value in enumerate(values))
    path = write(tmp_path / "t.csv", text)
    request = fitted(DataRequest.of(path, kind="regression", test_share=0), sigma2)
    data = load_file(request)
    assert data.target_scale is not None
    offset, factor = data.target_scale[0]
    close = 1e-9 * max(1.0, *map(abs, values))
    np.testing.assert_allclose(offset + factor * data.Y[:, 0], values, rtol=1e-9, atol=close)
    y, flat = data.Y[:, 0], max(values) == min(values)
    match sigma2:
        case Activation.TANH:
            assert (y.min(), y.max()) == pytest.approx((0, 0) if flat else (-0.8, 0.8), abs=1e-6)
        case Activation.IDENTITY:
            assert abs(math.fsum(y)) < 1e-6 * len(y)
            assert flat or math.fsum(y * y) / len(y) == pytest.approx(1, rel=1e-6)
        case _:
            assert (y.min(), y.max()) == pytest.approx((0.5, 0.5) if flat else (0.1, 0.9), abs=1e-6)


def test_that_a_scaling_that_is_chosen_is_kept_whatever_the_activation_and_said(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "t.csv", "a,y\n" + "".join(f"{i % 3}.5,{i * i}.5\n" for i in range(9)))
    for sigma2 in Activation:
        request = DataRequest.of(path, target_scaling="none", test_share=0)
        data = load_file(fitted(request, sigma2))
        assert data.Y[:, 0].tolist() == [i * i + 0.5 for i in range(9)]
        assert data.target_scale is None
        assert "Target (regression): y, not scaled" in data.description
    for scaling, words in (
        ("unit", "0.1 … 0.9"), ("signed", "-0.8 … 0.8"), ("standard", "mean 0 and variance 1"),
    ):  # fmt: skip
        assert (
            words in load(path, target_scaling=scaling).description.split("Target (regression)")[1]
        )
    assert DataRequest.of(path).fitting is TargetScaling.UNIT
    with pytest.raises(DatasetError, match="none, unit, signed, standard"):
        DataRequest.of(path, target_scaling="big")


def test_that_one_row_of_arrays_is_a_data_set(tmp_path: Path) -> None:
    np.savez(tmp_path / "t.npz", X=[[1.0, 2.0]], y=[3.0])
    data = load(tmp_path / "t.npz")
    assert (data.n_samples, data.test) == (1, None)
    Session(Settings(n_hidden=2), data).advance(10)


cells = st.one_of(
    st.integers(-3, 30).map(str),
    st.floats(-99, 99).map(lambda value: f"{value:.2f}"),
    st.sampled_from(["red", "blue", "NA", ""]),
)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Return a table with columns of every kind, some of which count the rows."""
    rows = draw(st.integers(1, 12))
    kinds = draw(
        st.lists(st.sampled_from(["0", "1", "numbers", "kinds", "any"]), min_size=1, max_size=5)
    )
    columns: list[list[str]] = []
    for j, kind in enumerate(kinds):
        name = draw(st.sampled_from(["", "id", "y", "class", f"c{j}", "x"]))
        one = {
            "numbers": st.integers(-9, 99).map(str),
            "kinds": st.sampled_from(["red", "blue", "green"]),
        }.get(kind, cells)
        below = [str(int(kind) + i) if kind in "01" else draw(one) for i in range(rows)]
        columns.append([name, *below])
    return "".join(",".join(row) + "\n" for row in zip(*columns, strict=True))


options = st.fixed_dictionaries(
    {},
    optional={
        "constant": st.booleans(),
        "missing": st.just("drop"),
        "kind": st.sampled_from(["classes", "regression"]),
        "scaling": st.sampled_from(["unit", "none"]),
        "target_scaling": st.sampled_from(list(TargetScaling)),
        "sigma2": st.sampled_from(Activation),
        "test_share": st.sampled_from([0.0, 0.5]),
        "header": st.booleans(),
    },
)


@given(text=tables(), options=options)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None
)
def test_that_what_the_preview_promises_is_what_loading_gives(
    tmp_path: Path, text: str, options: dict[str, Any]
) -> None:
    request = DataRequest.of(write(tmp_path / "t.csv", text), **options)
    shown, problem = None, None
    try:
        shown = preview(request)
    except DatasetError as error:
        problem = error
    if shown is None or shown.problem is not None:
        with pytest.raises(DatasetError) as caught:
            load_file(request)
        assert str(caught.value) == str(problem if shown is None else shown.problem)
        return
    data = load_file(request)
    assert data.description.endswith(" ".join([*shown.found, *shown.plan]))
    roles = [column.name for column in shown.columns if column.role is Role.INPUT]
    names = data.input_names if data.constant is None else data.input_names[:-1]
    assert list(dict.fromkeys(name.split(" = ")[0] for name in names)) == roles
    assert (data.constant is not None) == shown.request.constant
    again = load_file(shown.request)
    np.testing.assert_array_equal(again.X, data.X)
    np.testing.assert_array_equal(again.Y, data.Y)
