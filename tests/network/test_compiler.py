"""How kernels are compiled and where they are kept; and that nobody loads numba too early."""

from __future__ import annotations

import errno
import gc
import itertools
import os
import pickle
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numba
import numpy as np
import pytest
from numba.core import event
from numba.core.compiler import Flags

from bpviz import cache_files
from bpviz.network import compiler, equations, kernel_files, kernels
from scripts.kernel_cache import WAYS

ROOT = Path(__file__).parents[2]
WHERE = "from bpviz.network import compiler; print(compiler.CACHE_FOLDER)"
SENTENCE = (
    "Compiled code cannot be cached, so every start compiles for ten seconds: {}. Make the "
    "user's cache a folder with 10 MB of free space that nobody else can write to."
)
SMALL = """
from bpviz.network.compiler import strict_jit

@strict_jit
def inner(t):
    return 3 * t

@strict_jit
def middle(t):
    return inner(t) + 1

@strict_jit
def outer(t):
    return middle(t)
"""


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
    environment = {"XDG_CACHE_HOME": str(tmp_path), "BPVIZ_NO_KERNEL_CACHE": ""}
    folder = Path(run(WHERE, **environment))
    assert folder.parent == tmp_path / "bpviz"
    assert folder.name == f"kernels-{kernel_files.fingerprint()}"
    assert folder.is_dir()
    assert run(WHERE, **environment) == str(folder)


def test_that_what_is_compiled_is_kept_there_and_found_again(tmp_path: Path) -> None:
    code = (
        "import numpy as np; from bpviz.network import compiler, classification as c;"
        "c.saturated_share(0, np.ones(3)); hits = c.saturated_share.stats.cache_hits;"
        "print(sum(hits.values()), len(list(compiler.CACHE_FOLDER.iterdir())))"
    )
    environment = {"XDG_CACHE_HOME": str(tmp_path), "BPVIZ_NO_KERNEL_CACHE": ""}
    hits, kept = map(int, run(code, **environment).split())
    assert hits == 0
    assert kept >= 1
    assert run(code, **environment) == f"1 {kept}"
    other_processor = {"NUMBA_CPU_NAME": "generic", "NUMBA_CPU_FEATURES": ""}
    assert run(code, **environment, **other_processor) == f"0 {2 * kept}"


def test_that_nothing_is_kept_where_that_is_not_wanted() -> None:
    assert run(WHERE, BPVIZ_NO_KERNEL_CACHE="1") == "None"


@pytest.mark.parametrize("which", ["XDG_CACHE_HOME", "HOME"])
def test_that_a_start_without_a_folder_says_so_and_goes_on(which: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("a file where the folder should be")
    environment = {"XDG_CACHE_HOME": "", which: str(file), "BPVIZ_NO_KERNEL_CACHE": ""}
    done = subprocess.run(
        [sys.executable, "-c", WHERE],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "None\n"
    folder = f"bpviz/kernels-{kernel_files.fingerprint()}"
    blocked = file / folder if which == "XDG_CACHE_HOME" else file / ".cache" / folder
    assert done.stderr == SENTENCE.format(f"{blocked}: Not a directory") + "\n"


def test_that_nothing_is_kept_by_a_numba_that_is_not_known(
    monkeypatch: pytest.MonkeyPatch, said: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv(kernel_files.NO_CACHE, raising=False)
    monkeypatch.setattr(kernel_files, "NUMBA", "0.69")
    assert compiler._prepare_cache() is None
    assert said.messages == [SENTENCE.format(f"numba {numba.__version__} is not supported")]


def test_that_nothing_is_kept_without_sources_to_name_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv(kernel_files.NO_CACHE, raising=False)
    monkeypatch.setattr(kernel_files.fingerprint, "__defaults__", (tmp_path,))
    assert compiler._prepare_cache() is None
    assert len(said.messages) == 1


class Small:
    """A module of this package with three kernels, imported again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*.kernel"))

    def compiled(self, argument: float = 2.0) -> int:
        """Import it, look whether it computes, and return how many functions were compiled.

        Three for Python and two for those that call them.
        """
        module = ModuleType("bpviz.network.small")
        exec(SMALL, module.__dict__)
        with event.install_recorder("numba:compile") as acknowledged:
            assert module.outer(argument) == module.middle(argument)
            assert module.middle(argument) == module.inner(argument) + 1
        return sum(entry.is_start for _, entry in acknowledged.buffer)

    def not_whole(self) -> list[Path]:
        return [file for file in self.files() if cache_files.read(file) is None]


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    """With a warm cache."""
    monkeypatch.setattr(compiler, "CACHE_FOLDER", tmp_path)
    module = Small(tmp_path)
    assert module.compiled() == 5
    assert module.compiled() == 0
    assert len(module.files()) == 3
    return module


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    compiler._say_why_nothing_is_kept.cache_clear()
    return caplog


@pytest.mark.parametrize("way", WAYS)
def test_that_damaged_code_is_compiled_anew_and_replaced(
    way: Callable[[Path, random.Random], None], small: Small, said: pytest.LogCaptureFixture
) -> None:
    for file in small.files():
        way(file, random.Random(5))
    assert len(small.not_whole()) == 3
    assert small.compiled() == 5
    assert len(small.files()) == 3
    assert not small.not_whole()
    assert small.compiled() == 0
    assert not said.messages


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps((1, 2)), pickle.dumps(None)])
def test_that_what_numba_cannot_load_is_compiled_anew_and_replaced(
    content: bytes, small: Small
) -> None:
    for file in small.files():
        cache_files.write(file, content)
    assert small.compiled() == 5
    assert small.compiled() == 0


def test_that_another_type_of_argument_is_another_file(small: Small) -> None:
    assert small.compiled(np.float32(2.0)) == 5
    assert len(small.files()) == 6
    assert small.compiled() == small.compiled(np.float32(2.0)) == 0


@pytest.mark.parametrize(("name", "value"), [("NUMBA_OPT", "2"), ("NUMBA_BOUNDSCHECK", "1")])
def test_that_what_was_compiled_with_other_settings_of_numba_is_not_used(
    name: str, value: str, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert small.compiled() == 5
    monkeypatch.undo()
    assert len(small.files()) == 6


@pytest.mark.parametrize("clash", [errno.EROFS, errno.ENOSPC, errno.EACCES])
def test_that_where_nothing_can_be_written_the_code_that_is_there_is_used(
    clash: int, small: Small, monkeypatch: pytest.MonkeyPatch, said: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise OSError(clash, os.strerror(clash))

    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr(os, "open", fail)
    assert small.compiled() == 0
    assert not said.messages
    damaged = [file.read_bytes()[1:] for file in small.files()]
    for file, content in zip(small.files(), damaged, strict=True):
        file.write_bytes(content)
    for _ in range(2):
        assert small.compiled() == 5
    assert said.messages == [SENTENCE.format(f"{small.folder}: {os.strerror(clash)}")]
    assert [file.read_bytes() for file in small.files()] == damaged
    monkeypatch.undo()


def test_that_a_folder_that_was_cleared_away_meanwhile_is_made_anew(small: Small) -> None:
    shutil.rmtree(small.folder)
    assert small.compiled() == 5
    assert len(small.files()) == 3


def test_that_functions_that_the_name_of_the_folder_does_not_stand_for_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiler, "CACHE_FOLDER", tmp_path)
    nested: dict[str, Any] = {"__name__": "bpviz.network.nested", "strict_jit": compiler.strict_jit}
    exec("def make(a):\n    return strict_jit(lambda t: t + a)", nested)
    assert nested["make"](1)(1.0) == 2.0
    assert nested["make"](2)(1.0) == 3.0
    elsewhere: dict[str, Any] = {"__name__": "elsewhere.small"}
    exec(SMALL, elsewhere)
    assert elsewhere["outer"](1.0) == 4.0
    assert not list(tmp_path.iterdir())


def test_that_other_programs_keep_their_own_cache_folder() -> None:
    before = numba.config.CACHE_DIR
    compiler.strict_jit(lambda t: t)
    assert before == numba.config.CACHE_DIR


def test_that_what_other_kernels_call_is_compiled_for_them_once_and_for_python_when_it_asks(
    small: Small,
) -> None:
    """Whether arrays are locked, and whether a number is written in the source, is no matter."""
    source = """
from bpviz.network.compiler import strict_jit

@strict_jit
def sum_from(v, first):
    total = 0.0
    for k in range(first, v.size):
        total += v[k]
    return total

@strict_jit
def in_many_ways(locked, open):
    return sum_from(locked, 1) + sum_from(open, 2) + sum_from(open, open.size - 1)
"""
    module = ModuleType("bpviz.network.many")
    exec(source, module.__dict__)
    locked, free = np.arange(4.0), np.arange(4.0)
    locked.flags.writeable = False
    with event.install_recorder("numba:compile") as told:
        assert module.in_many_ways(locked, free) == 6.0 + 5.0 + 3.0
    assert sum(entry.is_start for _, entry in told.buffer) == 2
    assert not module.sum_from.signatures
    assert module.sum_from(free, 1) == 6.0
    assert len(module.sum_from.signatures) == 1


@pytest.mark.parametrize("collects", [True, False])
def test_that_garbage_is_collected_after_compiling_as_before_whatever_came_of_it(
    collects: bool,
) -> None:
    before = gc.isenabled()  # with a window not, see `collector.py`
    try:
        (gc.enable if collects else gc.disable)()
        with pytest.raises(numba.TypingError):
            compiler.strict_jit(lambda t: t.nothing_of_that_name)(1.0)
        assert gc.isenabled() is collects
        assert compiler.strict_jit(lambda t: t + 1.0)(1.0) == 2.0
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()


def test_that_a_part_is_a_function_of_its_own_only_where_that_is_asked_for() -> None:
    def functions(*, inline: bool) -> int:
        part = compiler.strict_jit(inline=inline)(lambda t: 3.0 * t + 1.0)
        kernel = compiler.strict_jit(lambda t: part(t) + part(2.0 * t))
        assert kernel(2.0) == part(2.0) + part(4.0) == 20.0
        (code,) = kernel.inspect_llvm().values()
        return sum(line.startswith("define") for line in code.splitlines())

    assert functions(inline=False) == functions(inline=True) + 1


def test_that_loops_are_unrolled_only_where_that_is_asked_for() -> None:
    def running_sum(v: np.ndarray) -> float:
        total = 0.0
        for x in v:
            total += x
        return total

    def additions(*, unroll: bool) -> int:
        kernel = compiler.strict_jit(unroll=unroll)(lambda v: part(v))
        part = compiler.strict_jit(running_sum)
        assert kernel(np.arange(101.0)) == 5050.0
        (code,) = kernel.inspect_llvm().values()
        return sum("= fadd double" in line for line in code.splitlines())

    assert additions(unroll=True) > additions(unroll=False) == 1


def test_that_options_are_equal_where_numba_says_so() -> None:
    """A function that was compiled with others is compiled again, and only then."""
    flags = [Flags() for _ in range(4)]
    flags[1].nrt = flags[2].forceinline = flags[3].fastmath = True
    own = [compiler._Flags(each) for each in flags]
    for (i, one), (j, other) in itertools.product(enumerate(own), enumerate(own)):
        assert (one == other) is (i == j)
        assert (flags[i] == flags[j]) is (i == j)
        assert (one == flags[j]) is (flags[j] == one) is (i == j)
    assert {hash(each) for each in own} == {hash(flags[0])}


def test_that_the_kernels_compile_with_a_numba_that_is_not_known(tmp_path: Path) -> None:
    code = (
        "from bpviz.network import compiler; compiler._IS_KNOWN = False;"
        "import numpy as np; from bpviz.network import Network, trace;"
        "print(trace(Network(np.eye(2), np.eye(2), 'tanh'), [1.0, 0.0], [0.0, 0.0]).loss)"
    )
    assert run(code, BPVIZ_NO_KERNEL_CACHE="1") == run(code.replace("False", "True"))
