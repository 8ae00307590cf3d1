"""What README shows of the library works as it stands there."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import bpviz

README = Path(__file__).parents[2] / "README.md"


class Frame(dict[str, Any]):
    """What the examples need of a data frame of pandas, where that is not installed."""

    def __init__(self, columns: dict[str, Any]) -> None:
        rows = max(np.size(column) for column in columns.values())
        super().__init__(
            {name: np.broadcast_to(np.asarray(column), (rows,)) for name, column in columns.items()}
        )

    @property
    def columns(self) -> list[str]:
        return list(self)

    def to_numpy(self) -> Any:
        return np.column_stack(list(self.values()))


def blocks() -> list[str]:
    """The examples of the section about the library."""
    text = README.read_text(encoding="utf-8")
    section = re.search(r"^## As a library$(.*?)^## ", text, re.M | re.S)
    assert section is not None
    return re.findall(r"^```python\n(.*?)^```", section[1], re.M | re.S)


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the table that the examples open; and pandas, or what stands for it."""
    monkeypatch.chdir(tmp_path)
    rng = np.random.default_rng(0)
    rows = [
        f"{rng.normal(5, 1):.2f},{rng.normal(2, 0.5):.2f},{rng.choice(['red', 'blue'])},"
        f"{rng.choice(['rose', 'iris'])}"
        for _ in range(60)
    ]
    Path("flowers.csv").write_text("\n".join(["length,width,colour,species", *rows]) + "\n")
    if importlib.util.find_spec("pandas") is None:
        monkeypatch.setitem(sys.modules, "pandas", SimpleNamespace(DataFrame=Frame))  # type: ignore[arg-type]


@pytest.mark.usefixtures("there")
def test_that_every_example_runs_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    examples = blocks()
    assert len(examples) >= 8
    for example in examples:
        exec(compile(example, "README.md", "exec"), names)
    assert capsys.readouterr().out.count("epoch ") == 3
    assert names["own"].input_names == ("x", "y", "1")
    assert names["stop"].reason is bpviz.StopReason.BREAKPOINT
    assert [rate.learning_rate for rate in names["training"].epochs] == [0.1] * 3
