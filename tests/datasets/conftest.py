"""A copy of the shipped data that a test may damage."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bpviz import paths
from bpviz.datasets import DatasetError, load
from bpviz.datasets.shipped import decoded


@pytest.fixture(autouse=True)
def data_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache: what is loaded is decoded."""
    monkeypatch.setattr(decoded, "user_cache", lambda: tmp_path / "cache")
    yield tmp_path / "cache" / "bpviz" / "datasets"
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)  # pytest would keep its MNIST


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shutil.copytree(paths.resources() / "datasets", tmp_path / "resources" / "datasets")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")
    yield tmp_path / "resources" / "datasets"
    shutil.rmtree(tmp_path / "resources")  # pytest would keep a hundred copies of MNIST


@pytest.fixture
def complaint() -> Callable[[str], str]:
    """What loading a data set by its name complains of: one sentence with a remedy."""

    def complain(name: str) -> str:
        with pytest.raises(DatasetError) as caught:
            load(name)
        message = str(caught.value)
        assert "\n" not in message
        assert "reinstall bpviz" in message.lower()
        assert message == caught.value.template.format(**caught.value.values)
        return message

    return complain
