"""The options that say which data is wanted."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.data_options import add_data_options, data_of, source_of
from bpviz.datasets import DataRequest, DatasetError, Missing, Scaling, TargetKind, TargetScaling
from bpviz.options import Parser

MNIST = DataRequest("mnist")
TABLE = DataRequest("own.csv")


def parse(*argv: str) -> Any:
    parser = Parser(prog="bpviz")
    add_data_options(parser)
    return parser.parse_args(argv)


def read(base: DataRequest, *argv: str) -> DataRequest:
    return data_of(parse(*argv), base)


def test_that_no_option_changes_nothing() -> None:
    asked = DataRequest.of("moons", noise=0.3, seed=4)
    assert read(asked) == asked
    assert read(MNIST) == MNIST


def test_that_every_option_of_the_catalogue_arrives() -> None:
    asked = read(
        DataRequest("moons"), "--samples", "1 000", "--noise", "0,3", "--test-share", "25 %",
        "--data-seed", str(2**63 - 1), "--no-constant",
    )  # fmt: skip
    assert asked == DataRequest(
        "moons", n_samples=1000, noise=0.3, test_share=0.25, seed=2**63 - 1, constant=False
    )


def test_that_options_replace_what_was_chosen_last_and_leave_the_rest() -> None:
    last = DataRequest.of("moons", noise=0.3, seed=4)
    assert read(last, "--noise", "0.5") == DataRequest.of("moons", noise=0.5, seed=4)
    assert read(last, "--noise", "0.1") == DataRequest.of("moons", seed=4)  # its default


def test_that_every_option_of_a_table_arrives() -> None:
    asked = read(
        TABLE, "--target", "a", "--target", "b", "--inputs", "c", "d", "--inputs", "e f",
        "--targets-are", "regression", "--scaling", "unit",
        "--target-scaling", "none", "--missing", "drop",
        "--separator", ";", "--decimal", ",", "--encoding", "latin-1", "--no-header",
        "--max-bytes", "3G", "--test-share", "0.5", "--data-seed", "2", "--constant",
        "--picture-size", "20x30",
    )  # fmt: skip
    assert asked == DataRequest(
        "own.csv",
        target=("a", "b"),
        inputs=("c", "d", "e f"),
        kind=TargetKind.REGRESSION,
        scaling=Scaling.UNIT,
        target_scaling=TargetScaling.NONE,
        missing=Missing.DROP,
        separator=";",
        decimal=",",
        encoding="latin-1",
        header=False,
        max_bytes=3 * 2**30,
        test_share=0.5,
        seed=2,
        constant=True,
        size=(20, 30),
    )


@pytest.mark.parametrize(
    ("written", "size"),
    [("500M", 500 * 2**20), ("1,5g", 3 * 2**29), ("64 KiB", 2**16), ("2tb", 2**41), ("77", 77)],
)
def test_that_a_size_may_have_a_unit(written: str, size: int) -> None:
    assert read(TABLE, "--max-bytes", written).max_bytes == size


@pytest.mark.parametrize("written", ["tab", r"\t", "\t"])
def test_that_a_tab_can_be_written(written: str) -> None:
    assert read(TABLE, "--separator", written).separator == "\t"


@pytest.mark.parametrize(
    ("argv", "what"),
    [
        (("--samples", "3"), "from 4 to"), (("--samples", "many"), "'many'"),
        (("--samples", "1e3"), "whole number"),
        (("--noise", "-1"), "at least 0"), (("--noise", "nan"), "'nan'"),
        (("--test-share", "1"), "below 1"), (("--test-share", "100%"), "below 1"),
        (("--test-share", "half"), "'half'"), (("--data-seed", "-1"), "from 0"),
        (("--data-seed", str(2**63)), "whole number"),
        (("--separator", "ab"), "a single character"), (("--separator", ""), "a single character"),
        (("--separator", '"'), "a single character"), (("--encoding", "klingon"), "utf-8"),
        (("--decimal", "x"), "--decimal"), (("--scaling", "big"), "standard"),
        (("--target-scaling", "big"), "signed"),
        (("--targets-are", "words"), "regression"), (("--missing", "guess"), "drop"),
        (("--picture-size", "28"), "28x28"), (("--picture-size", "0x9"), "1024"),
        (("--max-bytes", "3Q"), "500M"), (("--max-bytes", "0"), "from 1"),
        (("--max-bytes", "G"), "500M"), (("--target",), "--target"),
    ],
)  # fmt: skip
def test_that_a_bad_value_ends_with_one_sentence_and_code_2(
    argv: tuple[str, ...], what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(*argv)
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith("bpviz: ")
    assert said.endswith(".\n")
    assert what in said


@pytest.mark.parametrize(
    ("base", "argv", "what"),
    [
        (MNIST, ("--samples", "50"), "--samples does not apply to MNIST"),
        (MNIST, ("--data-seed", "5"), "--constant"),
        (DataRequest("xor"), ("--test-share", "0"), "XOR"),
        (DataRequest("moons"), ("--target", "a"), "--target does not apply to Two moons"),
        (DataRequest("moons"), ("--noise", "9"), "from 0.0 to 2.0"),
        (DataRequest("iris"), ("--test-share", "0.95"), "from 0.0 to 0.9"),
        (TABLE, ("--noise", "0.1"), "--noise does not apply to own.csv"),
        (TABLE, ("--samples", "40"), "--target"),
    ],
)
def test_that_what_a_data_set_does_not_have_is_refused(
    base: DataRequest, argv: tuple[str, ...], what: str
) -> None:
    with pytest.raises(DatasetError) as caught:
        read(base, *argv)
    assert what in str(caught.value)
    assert str(caught.value).endswith(".")


def test_that_the_source_is_a_name_a_path_or_the_usual_one() -> None:
    assert source_of(parse(), "mnist") == MNIST
    assert source_of(parse("--dataset", "xor", "--constant"), "mnist") == DataRequest("xor")
    assert source_of(parse("--dataset", "own.csv"), "mnist") == TABLE
    with pytest.raises(DatasetError, match="mnist"):
        source_of(parse("--dataset", "nonsense"), "mnist")
