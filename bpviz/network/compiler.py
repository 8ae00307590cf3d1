"""The one door to numba: how every kernel is compiled, and where the result is cached.

Strict arithmetic everywhere (no reassociation, no contraction, IEEE division), so that a step
gives the same bits whether it is taken alone, in a chunk of a million, or traced.

A kernel that Python calls is compiled to machine code with all kernels that it calls in it.  Those
are only translated to LLVM's language on their way: numba would optimise, translate and wrap each
of them for Python as well, which nobody asks for and which took most of a first start.
"""

from __future__ import annotations

import functools
import gc
import hashlib
import logging
import os
import pickle
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, overload

from bpviz import cache_files
from bpviz.network import kernel_files

# SVML would replace exp wherever it happens to be installed; numba reads this at its import.
os.environ["NUMBA_DISABLE_INTEL_SVML"] = "1"
# Most of its errors are of templates that it tries in turn, and nobody sees their colours.
os.environ["NUMBA_DISABLE_ERROR_MESSAGE_HIGHLIGHTING"] = "1"

# Nothing here runs in numba's own threads, yet it refuses to load with a number that is none.
if re.fullmatch(r"\s*(-\s*\d+|\+?0+)\s*", os.environ.get("NUMBA_NUM_THREADS", "")):
    del os.environ["NUMBA_NUM_THREADS"]

import numba
from llvmlite.binding import newpassmanagers
from numba.core import config, event, types
from numba.core.caching import NullCache
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import Compiler, CompileResult, Flags
from numba.core.compiler_machinery import register_pass
from numba.core.registry import CPUDispatcher
from numba.core.serialize import dumps
from numba.core.typed_passes import InlineOverloads, NativeLowering, NopythonRewrites
from numba.core.types.misc import unliteral
from numba.core.untyped_passes import (
    InlineClosureLikes,
    InlineInlinables,
    MakeFunctionToJitFunction,
    WithLifting,
)

numba.config.USING_SVML = False
numba.config.DISABLE_JIT = False  # the kernels' loads and stores are none of Python's

F = TypeVar("F", bound=Callable[..., Any])

_IS_KNOWN = numba.__version__.startswith(f"{kernel_files.NUMBA}.")
"""What this module uses of numba is not public, and may be another in another version."""

_SETTINGS = ("OPT", "LOOP_VECTORIZE", "SLP_VECTORIZE", "BOUNDSCHECK", "DEBUGINFO")
"""Environment variables of numba, after NUMBA_, that somebody sets to look for something once."""

_UNROLLED: set[Callable[..., Any]] = set()
"""Functions whose loops are unrolled, see `strict_jit`."""

_log = logging.getLogger(__name__)


def _prepare_cache() -> Path | None:
    """Return the folder for compiled code, or None where there is none."""
    try:
        return kernel_files.folder()
    except (OSError, RuntimeError) as error:
        _say_that_nothing_is_kept(error)
        return None


def _say_that_nothing_is_kept(error: Exception, where: object = None) -> None:
    if isinstance(error, OSError):
        _say_why_nothing_is_kept(f"{where or error.filename}: {error.strerror}")
    else:
        _say_why_nothing_is_kept(str(error))


@functools.cache
def _say_why_nothing_is_kept(reason: str) -> None:
    """Once each: seventy kernels meet the same full disk."""
    _log.warning(
        "Compiled code cannot be cached, so every start compiles for ten seconds: %s. "
        "Make the user's cache a folder with 10 MB of free space that nobody else can write to.",
        reason,
    )


CACHE_FOLDER = _prepare_cache()


class _Cache(NullCache):  # type: ignore[misc]
    """What a dispatcher asks for compiled code, and gives it to.

    numba's own cache looks at the source of the outermost function only, unpickles whatever it
    finds, raises what the disk raises, and passes over a folder that it cannot write to.
    """

    def __init__(self, folder: Path, function: Callable[..., Any]) -> None:
        module = function.__module__.rpartition(".")[2]
        self._start = f"{module}.{function.__qualname__}-{function.__code__.co_firstlineno}"
        self._folder = folder

    @property
    def cache_path(self) -> str:
        """Folder of the files."""
        return str(self._folder)

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """Return what was compiled for `sig` on this processor, or None."""
        target_context.refresh()
        file = self._file(sig, target_context.codegen())
        content = cache_files.read(file)
        if content is None:
            return None
        try:
            return CompileResult._rebuild(target_context, *pickle.loads(content))
        except Exception:
            _log.info("%s is recompiled", file, exc_info=True)
            return None

    def save_overload(self, sig: Any, data: Any) -> None:
        """Keep what was compiled for `sig`, if that can be."""
        if data.library.has_dynamic_globals:  # addresses of this very process
            return
        try:
            cache_files.write(self._file(sig, data.codegen), dumps(data._reduce()))
        except Exception as error:
            _say_that_nothing_is_kept(error, self._folder)

    def _file(self, sig: Any, codegen: Any) -> Path:
        settings = [os.environ.get(f"NUMBA_{name}") for name in _SETTINGS]
        key = repr((sig, codegen.magic_tuple(), settings)).encode()
        return self._folder / f"{self._start}-{hashlib.sha256(key).hexdigest()[:32]}.kernel"


class _Library(JITCodeLibrary):  # type: ignore[misc]
    """The machine code of a kernel and of those that it calls, with one look of the optimiser."""

    unrolls = False

    def _optimize_functions(self, module: Any) -> None:
        """Bring each function into the form that the optimiser starts from, and no further."""
        module.data_layout = self._codegen._data_layout
        builder = self._codegen._pass_builder()
        passes = newpassmanagers.create_new_function_pass_manager()
        passes.add_sroa_pass()
        passes.add_simplify_cfg_pass()
        passes.add_instruction_combine_pass()
        for function in module.functions:
            if not function.is_declaration:
                passes.run(function, builder)

    def _optimize_final_module(self) -> None:
        """Leave out what numba does for the sake of reference counts: there are none."""
        options = newpassmanagers.create_pipeline_tuning_options(config.OPT)
        options.loop_vectorization = bool(config.LOOP_VECTORIZE)
        options.slp_vectorization = bool(config.SLP_VECTORIZE)
        options.loop_unrolling = options.loop_interleaving = self.unrolls
        builder = newpassmanagers.create_pass_builder(self._codegen._tm, options)
        builder.getModulePassManager().run(self._final_module, builder)


class _Part(_Library):
    """A kernel as others hold it: not optimised, and no machine code."""

    apart = False

    def add_llvm_module(self, module: Any) -> None:
        """Take what was translated."""
        if self.apart:
            for function in module.functions:
                if not function.is_declaration:
                    function.add_function_attribute("noinline")
        super().add_llvm_module(module)

    def _optimize_final_module(self) -> None:
        pass

    def _finalize_final_module(self) -> None:
        self._finalize_dynamic_globals()
        self._finalized = True


@register_pass(mutates_CFG=True, analysis_only=False)
class _Lowering(NativeLowering):  # type: ignore[misc]
    """numba's own, into the libraries above."""

    _name = "bpviz_lowering"

    def run_pass(self, state: Any) -> bool:
        """Translate one function, and for Python make machine code of it."""
        where = state.targetctx.codegen(), state.func_id.func_qualname
        if not state.flags.no_cpython_wrapper:
            state.library = _Library(*where)
            state.library.unrolls = state.func_id.func in _UNROLLED
            state.library.enable_object_caching()
            return bool(super().run_pass(state))
        state.library = part = _Part(*where)
        part.apart = not state.flags.forceinline
        state.flags.no_compile = True
        super().run_pass(state)
        part.finalize()
        lowered = state["cr"]
        # What stands for the machine code need only be the part's own, for callers to find it.
        state.targetctx.insert_user_function(part, lowered.fndesc, [part])
        state["cr"] = lowered._replace(cfunc=part)
        return True


_HASH = hash(Flags())  # of the names of the options alone


class _Flags(Flags):  # type: ignore[misc]
    """numba's own; it compares them at every call of a function, and looks for defaults anew."""

    def __init__(self, others: Flags) -> None:
        super().__init__(others)
        self._values = self.values()

    def __hash__(self) -> int:
        return _HASH

    def __eq__(self, other: object) -> bool:
        if isinstance(other, _Flags):
            return bool(self._values == other._values)
        return bool(super().__eq__(other))


_NOTHING_TO_DO = {
    InlineClosureLikes, InlineInlinables, InlineOverloads, MakeFunctionToJitFunction,
    NopythonRewrites, WithLifting,
}  # fmt: skip
"""Passes for closures, expressions of arrays and blocks with `with`: no kernel has any."""


class _Compiler(Compiler):  # type: ignore[misc]
    """numba's own, but for the lowering, and for what it would look for in vain."""

    def __init__(
        self,
        typing: Any,
        target: Any,
        library: Any,
        args: Any,
        returns: Any,
        flags: Any,
        local: Any,
    ) -> None:
        super().__init__(typing, target, library, args, returns, _Flags(flags), local)

    def define_pipelines(self) -> list[Any]:
        """Return the one pipeline there is."""
        (pipeline,) = super().define_pipelines()
        pipeline.passes[:] = [
            (_Lowering if each is NativeLowering else each, what)
            for each, what in pipeline.passes
            if each not in _NOTHING_TO_DO
        ]
        pipeline._finalized = False
        pipeline.finalize()
        return [pipeline]


def _takes(known: Any, asked: Any) -> bool:
    """Whether what was compiled for one type of argument does for another, as it is."""
    return bool(
        known == asked or (isinstance(asked, types.Array) and known == asked.copy(readonly=True))
    )


class _Called(CPUDispatcher):  # type: ignore[misc]
    """A kernel as other kernels call it."""

    def add_overload(self, result: Any) -> None:
        """Keep it for callers in compiled code: Python cannot call it."""
        self.overloads[tuple(result.signature.args)] = result

    def get_call_template(self, args: Any, kws: Any) -> Any:
        """Compile no more than is needed: not for every literal, nor for arrays locked or not."""
        asked = tuple(map(unliteral, args))
        known = (each for each in self.overloads if all(map(_takes, each, asked)))
        return super().get_call_template(next(known, asked), kws)


class _Kernel(CPUDispatcher):  # type: ignore[misc]
    """A kernel as Python calls it; others find `_Called` in its place."""

    def __init__(self, function: Callable[..., Any], options: dict[str, Any]) -> None:
        options = {**options, "no_cfunc_wrapper": True}
        called = {**options, "no_cpython_wrapper": True}
        self.called = _Called(function, {}, called, pipeline_class=_Compiler)
        super().__init__(function, {}, options, pipeline_class=_Compiler)

    _type = property(lambda self: self.called._type, lambda self, _: None)
    _numba_type_ = _type

    def compile(self, sig: Any) -> Any:
        """Compile it, without looking for garbage on the way: there is much, and none is found."""
        collects = gc.isenabled()
        try:
            gc.disable()
            return super().compile(sig)
        finally:
            if collects:
                gc.enable()


@overload
def strict_jit(function: F) -> F: ...
@overload
def strict_jit(*, inline: bool = True, unroll: bool = False) -> Callable[[F], F]: ...
def strict_jit(function: Any = None, *, inline: bool = True, unroll: bool = False) -> Any:
    """Compile `function` on its first call, without the GIL and with strict arithmetic.

    It cannot allocate arrays: room to compute in is an argument.

    Parameters
    ----------
    function : callable
    inline : bool
        Become a part of every kernel that calls it.  What is long and seldom run, or called in
        several places, is compiled faster as one function in each of them.
    unroll : bool
        Where Python calls it: unroll the loops in it and in what it calls.  That makes a run a
        twentieth faster, and a fifth more to compile.
    """
    if function is None:
        return functools.partial(strict_jit, inline=inline, unroll=unroll)
    if unroll:
        _UNROLLED.add(function)
    options: dict[str, Any] = {
        "nogil": True,
        "fastmath": False,
        "error_model": "numpy",
        "boundscheck": False,
        "forceinline": inline,  # a call with twenty arrays as arguments is no small matter
        "_nrt": False,  # nothing is allocated, and counting references to views costs as much
    }
    if _IS_KNOWN:
        compiled = _Kernel(function, {"nopython": True, **options})
    else:
        compiled = numba.njit(**options)(function)
    # The name of the folder stands for functions at the top of the modules of this package alone.
    named = (
        function.__module__.rpartition(".")[0] == __package__ and "<" not in function.__qualname__
    )
    if CACHE_FOLDER is not None and named:
        compiled._cache = _Cache(CACHE_FOLDER, function)
    return compiled


def compile_in_kernels(function: F, compiled: F | None = None) -> F:
    """Let kernels that name a function of plain Python hold its compiled form, and return that.

    Parameters
    ----------
    function : callable
        It stays what it is for Python.
    compiled : callable, optional
        From `strict_jit`; `function` itself by default.  Keep it: numba does not.
    """
    kernel: Any = strict_jit(function) if compiled is None else compiled
    kernel.typingctx.insert_global(function, kernel._type)
    return kernel  # type: ignore[no-any-return]


def all_are_kept() -> None:
    """Note in the cache that every kernel was compiled, unless nothing is kept."""
    if CACHE_FOLDER is not None:
        kernel_files.set_complete(CACHE_FOLDER)


@contextmanager
def when_compiling(tell: Callable[[], object]) -> Iterator[None]:
    """Call `tell` before each function that is compiled in the block, by whatever thread."""

    class Listener(event.Listener):  # type: ignore[misc]
        def on_start(self, _: event.Event) -> None:
            tell()

        def on_end(self, _: event.Event) -> None:
            pass

    with event.install_listener("numba:compile", Listener()):
        yield
