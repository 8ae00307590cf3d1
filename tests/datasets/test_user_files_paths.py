"""Which sources are taken for paths, whatever reads them."""

import sys
import types
from pathlib import Path

import pytest

from bpviz import datasets
from bpviz.datasets import Dataset, DatasetError, ProgressCallback, load
from bpviz.datasets.request import DataRequest


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[DataRequest]:
    """The requests that reach the reader of files."""
    requests: list[DataRequest] = []

    def load_file(request: DataRequest, progress: ProgressCallback | None) -> Dataset:
        requests.append(request)
        return Dataset.from_arrays("own", [[1.0]], [[1.0]])

    module = types.ModuleType("bpviz.datasets.user_files")
    module.load_file = load_file  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "bpviz.datasets.user_files", module)
    monkeypatch.setattr(datasets, "user_files", module, raising=False)
    return requests


@pytest.mark.parametrize("source", ["a.csv", "folder/table", "./xor", "../x", "/tmp", "Ä ö.csv"])
def test_that_a_separator_or_a_dot_makes_a_path(asked: list[DataRequest], source: str) -> None:
    assert load(source).name == "own"
    assert [request.source for request in asked] == [source]


def test_that_what_exists_is_a_path(
    asked: list[DataRequest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pictures").mkdir()
    monkeypatch.chdir(tmp_path)
    assert load("pictures", size=(8, 8)).name == "own"
    assert asked == [DataRequest("pictures", size=(8, 8))]


def test_that_a_name_of_the_catalogue_is_itself_even_where_such_a_file_exists(
    asked: list[DataRequest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xor").touch()
    monkeypatch.chdir(tmp_path)
    assert load("xor").name == "xor"
    assert asked == []
    assert load(Path("xor")).name == "own"
    assert [Path(request.source) for request in asked] == [Path("xor")]


@pytest.mark.parametrize("source", ["", "minst", "XOR", "\0"])
def test_that_anything_else_is_an_unknown_name(asked: list[DataRequest], source: str) -> None:
    with pytest.raises(DatasetError, match="Choose one of mnist"):
        load(source)
    assert asked == []
