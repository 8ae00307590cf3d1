"""Where memory runs out, wherever that is, loading ends in one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bpviz.datasets import DatasetError, load, memory
from tests.datasets.own_files import idx, write

SCARCE = """
import json, resource, sys
from PIL import PngImagePlugin
from bpviz.datasets import DatasetError, load
from bpviz.datasets.user_files import preview
from bpviz.datasets.request import DataRequest

def tried(work, path):
    try:
        work(DataRequest.of(path))
        return "loaded"
    except DatasetError as error:
        return "said" if "ot enough memory" in str(error) else str(error)
    except BaseException as error:
        return repr(error)

found = {}
first, *paths = sys.argv[1:]
for path in paths:
    tried(load, first), tried(preview, first)
unlimited = resource.getrlimit(resource.RLIMIT_AS)
for path in paths:
    for megabytes in (0, 1, 4, 16, 64, 512):
        pages = int(open("/proc/self/statm").read().split()[0])
        limit = pages * resource.getpagesize() + megabytes * 2**20
        for work in (load, preview):
            resource.setrlimit(resource.RLIMIT_AS, (limit, unlimited[1]))
            try:
                result = tried(work, path)
            finally:
                resource.setrlimit(resource.RLIMIT_AS, unlimited)
            found.setdefault(path.rsplit("/")[-1], []).append(result)
print(json.dumps(found))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited otherwise")
def test_that_however_little_memory_there_is_it_is_said_or_loaded(tmp_path: Path) -> None:
    draw = np.random.default_rng(0)
    X, y = draw.normal(size=(20_000, 30)), np.arange(20_000) % 3
    rows = [f"{a:.5f},{b:.5f},{i % 3}" for i, (a, b) in enumerate(X[:, :2])]
    write(tmp_path / "numbers.csv", "\n".join(["a,b,t", *rows]))
    write(tmp_path / "text.csv", "\n".join(["a,b,t", *(f"{row} red" for row in rows)]))
    np.savez_compressed(tmp_path / "arrays.npz", X=X, y=y)
    (tmp_path / "train-images-idx3-ubyte").write_bytes(
        idx(draw.integers(0, 256, (9_000, 28, 28)).astype(np.uint8))
    )
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx(y[:9_000].astype(np.uint8)))
    for name in "ab":
        (tmp_path / "pictures" / name).mkdir(parents=True)
        Image.new("RGBA", (4096, 2048)).save(tmp_path / "pictures" / name / "1.png")
    first = write(tmp_path / "small.csv", "a,t\n1,0\n3,1\n")
    names = ["numbers.csv", "text.csv", "arrays.npz", "train-images-idx3-ubyte", "pictures"]
    found = subprocess.run(
        [sys.executable, "-c", SCARCE, str(first), *(str(tmp_path / name) for name in names)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    results: dict[str, list[str]] = json.loads(found.stdout)
    assert list(results) == names
    for name, each in results.items():
        assert set(each) <= {"loaded", "said"}, name
        assert each[-1] == "loaded", name
    assert "said" in {result for each in results.values() for result in each}


def test_that_more_than_the_machine_has_is_not_even_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory.os, "sysconf", lambda name: 1)
    path = write(tmp_path / "t.csv", "a,t\n" + "1.5,0\n3,1\n" * 9)
    with pytest.raises(DatasetError, match=r"^Not enough memory to load .*t\.csv\. "):
        load(path)


def test_that_a_set_of_the_catalogue_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("bpviz.datasets.dataset.CompressedRows.from_dense", full)
    with pytest.raises(DatasetError, match=r"^Not enough memory to load Iris"):
        load("iris")
