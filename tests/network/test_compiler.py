"""How kernels are compiled and where they are kept; and that nobody loads numba too early."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numba
import numpy as np
import pytest

from bpviz.network import compiler, equations, kernels

ROOT = Path(__file__).parents[2]


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("package", ["bpviz.network", "bpviz.datasets", "bpviz.training"])
def test_that_importing_a_package_loads_neither_numba_nor_qt(package: str) -> None:
    code = f"import sys, {package}; print([m for m in ('numba', 'PySide6') if m in sys.modules])"
    assert run(code) == "[]"


def test_that_arithmetic_is_strict_in_every_kernel() -> None:
    for function in (equations.update, equations.hidden_sums, equations.norm, kernels.run):
        options = function.targetoptions
        assert options["fastmath"] is False
        assert options["error_model"] == "numpy"
        assert options["nogil"] is True
    assert numba.config.USING_SVML is False
    assert os.environ["NUMBA_DISABLE_INTEL_SVML"] == "1"


@pytest.mark.parametrize(
    "setting",
    [{"NUMBA_NUM_THREADS": value} for value in ("0", "-2", "many", "3")]
    + [{"NUMBA_DISABLE_JIT": "1"}],
)
def test_that_no_setting_of_numba_keeps_the_kernels_from_running(setting: dict[str, str]) -> None:
    code = (
        "import numpy as np; from bpviz.network import Network, trace;"
        "print(trace(Network(np.eye(2), np.eye(2)), [1.0, 0.0], [0.0, 0.0]).loss)"
    )
    assert run(code, **setting) == run(code)


def test_that_no_multiplication_is_fused_with_an_addition() -> None:
    """a·b + c with a product that a fused operation would not round."""

    @compiler.strict_jit
    def fused(a: np.ndarray, b: np.ndarray, c: np.ndarray, out: np.ndarray) -> None:
        for i in range(a.size):
            out[i] = a[i] * b[i] + c[i]

    a = np.full(16, 1.0 + 2.0**-30)
    out = np.empty(16)
    fused(a, a, np.full(16, -(1.0 + 2.0**-29)), out)
    assert not out.any()  # a fused multiply-add gives 2⁻⁶⁰


def test_that_the_folder_is_the_users_and_named_after_the_sources(tmp_path: Path) -> None:
    code = "from bpviz.network import compiler; print(compiler.CACHE_FOLDER)"
    environment = {"XDG_CACHE_HOME": str(tmp_path), "BPVIZ_NO_KERNEL_CACHE": ""}
    folder = Path(run(code, **environment))
    assert folder.parent == tmp_path / "bpviz"
    assert folder.name == f"kernels-{compiler._fingerprint()}"
    assert folder.is_dir()
    assert run(code, **environment) == str(folder)


def test_that_what_is_compiled_is_kept_there_and_found_again(tmp_path: Path) -> None:
    code = (
        "import numpy as np; from bpviz.network import compiler, classification as c;"
        "c.saturated_share(0, np.ones(3)); hits = c.saturated_share.stats.cache_hits;"
        "print(sum(hits.values()), len(list(compiler.CACHE_FOLDER.rglob('*.nbi'))))"
    )
    environment = {"XDG_CACHE_HOME": str(tmp_path), "BPVIZ_NO_KERNEL_CACHE": ""}
    hits, kept = map(int, run(code, **environment).split())
    assert hits == 0
    assert kept >= 1
    assert run(code, **environment) == f"1 {kept}"


def test_that_an_edited_source_changes_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for source in Path(compiler.__file__).parent.glob("*.py"):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    before = compiler._fingerprint()
    monkeypatch.setattr(compiler, "__file__", str(tmp_path / "compiler.py"))
    assert compiler._fingerprint() == before
    with (tmp_path / "activations.py").open("a") as file:
        file.write("# changed\n")
    assert compiler._fingerprint() != before


@pytest.mark.parametrize("name", ["numba", "llvmlite", "np"])
def test_that_another_version_of_what_compiles_changes_the_name(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = compiler._fingerprint()
    monkeypatch.setattr(getattr(compiler, name), "__version__", "0.0.0")
    assert compiler._fingerprint() != before


def test_that_nothing_is_kept_where_that_is_not_wanted_or_not_possible(tmp_path: Path) -> None:
    code = "from bpviz.network import compiler; print(compiler.CACHE_FOLDER)"
    assert run(code, BPVIZ_NO_KERNEL_CACHE="1") == "None"
    blocked = tmp_path / "file"
    blocked.write_text("a file where the folder should be")
    assert run(code, XDG_CACHE_HOME=str(blocked), BPVIZ_NO_KERNEL_CACHE="") == "None"


def test_that_old_folders_are_cleared_away_and_others_left_alone(tmp_path: Path) -> None:
    old, recent, foreign = (
        tmp_path / "bpviz" / name for name in ("kernels-old", "kernels-recent", "other")
    )
    for folder in (old, recent, foreign):
        folder.mkdir(parents=True)
        (folder / "file").touch()
    for folder in (old, foreign):
        os.utime(folder, (0, 0))
    run("import bpviz.network.compiler", XDG_CACHE_HOME=str(tmp_path), BPVIZ_NO_KERNEL_CACHE="")
    assert not old.exists()
    assert recent.exists()
    assert foreign.exists()


def test_that_other_programs_keep_their_own_cache_folder() -> None:
    before = numba.config.CACHE_DIR
    compiler.strict_jit(lambda t: t)
    assert before == numba.config.CACHE_DIR
