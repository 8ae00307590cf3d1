"""What the package gives whoever uses it in Python."""

from __future__ import annotations

import subprocess
import sys

import pytest

import bpviz
import bpviz.datasets
import bpviz.network
import bpviz.training


def test_that_every_name_at_the_top_is_that_of_its_part() -> None:
    parts = (bpviz.datasets, bpviz.network, bpviz.training)
    for name in set(bpviz.__all__) - {"from_arrays"}:
        (there,) = (getattr(part, name) for part in parts if name in part.__all__)
        assert getattr(bpviz, name) is there
    assert bpviz.from_arrays == bpviz.Dataset.from_arrays


def test_that_every_name_is_listed_and_another_one_is_none() -> None:
    assert set(bpviz.__all__) <= set(dir(bpviz))
    assert "__version__" in dir(bpviz)
    with pytest.raises(AttributeError, match="module 'bpviz' has no attribute 'Sesion'"):
        _ = bpviz.Sesion


def test_that_importing_the_package_brings_nothing_with_it() -> None:
    code = (
        "import sys; before = set(sys.modules); import bpviz; dir(bpviz);"
        "print(sorted({name.split('.')[0] for name in set(sys.modules) - before}))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    brought = set(eval(said.stdout))
    assert "bpviz" in brought
    assert not brought & {"numpy", "numba", "PySide6"}
