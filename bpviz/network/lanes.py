"""Four doubles side by side: what the kernels keep in registers.

Every lane is a sum of its own, added up in the order in which the source says it; nothing is
reassociated or contracted, so lanes have the bits of the same sums taken one after the other, on
every processor.  LLVM maps them to whatever vectors there are.
"""

from __future__ import annotations

import operator
from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.typing.templates import ConcreteTemplate, infer_global, signature
from numba.extending import (
    intrinsic,
    lower_builtin,
    models,
    overload,
    register_jitable,
    register_model,
)

from bpviz.network import activations

WIDTH = 4
"""Lanes in one of them: one register of AVX2, two of SSE2 or NEON."""

_DOUBLE = ir.DoubleType()
_VECTOR = ir.VectorType(_DOUBLE, WIDTH)
_BYTE = ir.IntType(8)


class LanesType(types.Type):
    """The compiler's type of `WIDTH` doubles."""

    def __init__(self) -> None:
        super().__init__(name="Lanes")


lanes = LanesType()


@register_model(LanesType)
class _LanesModel(models.PrimitiveModel):
    def __init__(self, manager: Any, kind: Any) -> None:
        super().__init__(manager, kind, _VECTOR)


def _operator(which: Any, instruction: str) -> None:
    @infer_global(which)
    class _Template(ConcreteTemplate):
        cases = (signature(lanes, lanes, lanes),)

    @lower_builtin(which, lanes, lanes)
    def lower(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        return getattr(builder, instruction)(*args)


_operator(operator.add, "fadd")
_operator(operator.sub, "fsub")
_operator(operator.mul, "fmul")


def _place(context: Any, builder: Any, kind: Any, array: Any, place: list[Any]) -> Any:
    """Address of an entry of a C-contiguous array of one or two dimensions."""
    view = context.make_array(kind)(context, builder, array)
    flat = place[0]
    if len(place) == 2:
        columns = cgutils.unpack_tuple(builder, view.shape)[1]
        flat = builder.add(builder.mul(place[0], columns), place[1])
    return builder.gep(view.data, [flat])


def _vector_at(context: Any, builder: Any, kind: Any, array: Any, place: list[Any]) -> Any:
    return builder.bitcast(_place(context, builder, kind, array, place), _VECTOR.as_pointer())


@intrinsic
def load(typing: Any, array: Any, k: Any) -> Any:
    """Entries ``k … k + 3`` of a (size,) array."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        place = _vector_at(context, builder, sig.args[0], args[0], [args[1]])
        return builder.load(place, align=8)

    return lanes(array, types.intp), generate


@intrinsic
def load_of_row(typing: Any, matrix: Any, row: Any, k: Any) -> Any:
    """Entries ``k … k + 3`` of a row of a (rows, columns) array."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        place = _vector_at(context, builder, sig.args[0], args[0], list(args[1:]))
        return builder.load(place, align=8)

    return lanes(matrix, types.intp, types.intp), generate


@intrinsic
def store(typing: Any, array: Any, k: Any, value: Any) -> Any:
    """Write entries ``k … k + 3`` of a (size,) array."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        place = _vector_at(context, builder, sig.args[0], args[0], [args[1]])
        builder.store(args[2], place, align=8)
        return context.get_dummy_value()

    return types.void(array, types.intp, lanes), generate


@intrinsic
def store_in_row(typing: Any, matrix: Any, row: Any, k: Any, value: Any) -> Any:
    """Write entries ``k … k + 3`` of a row of a (rows, columns) array."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        place = _vector_at(context, builder, sig.args[0], args[0], list(args[1:3]))
        builder.store(args[3], place, align=8)
        return context.get_dummy_value()

    return types.void(matrix, types.intp, types.intp, lanes), generate


@intrinsic
def spread(typing: Any, number: Any) -> Any:
    """The same number in every lane."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        first = builder.insert_element(
            ir.Constant(_VECTOR, ir.Undefined), args[0], ir.Constant(ir.IntType(32), 0)
        )
        zeros = ir.Constant(ir.VectorType(ir.IntType(32), WIDTH), [0] * WIDTH)
        return builder.shuffle_vector(first, ir.Constant(_VECTOR, ir.Undefined), zeros)

    return lanes(types.float64), generate


@intrinsic
def total(typing: Any, value: Any) -> Any:
    """Sum of the lanes, (a + b) + (c + d): always the same association."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        parts = [
            builder.extract_element(args[0], ir.Constant(ir.IntType(32), k)) for k in range(WIDTH)
        ]
        while len(parts) > 1:
            parts = [builder.fadd(*parts[k : k + 2]) for k in range(0, len(parts), 2)]
        return parts[0]

    return types.float64(lanes), generate


@intrinsic
def fetch(typing: Any, array: Any, k: Any) -> Any:
    """Ask the memory for entry k of an array (of its row k), without waiting for it.

    A hint: it reads nothing, and k may lie outside.
    """

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        kind = sig.args[0]
        place = [args[1]] + [ir.Constant(ir.IntType(64), 0)] * (kind.ndim - 1)
        address = builder.bitcast(
            _place(context, builder, kind, args[0], place), _BYTE.as_pointer()
        )
        number = ir.IntType(32)
        hint = cgutils.get_or_insert_function(
            builder.module,
            ir.FunctionType(ir.VoidType(), [_BYTE.as_pointer(), number, number, number]),
            "llvm.prefetch.p0",
        )
        builder.call(hint, [address, number(0), number(3), number(1)])  # to read, keep, data
        return context.get_dummy_value()

    return types.void(array, types.intp), generate


@intrinsic
def _halved(typing: Any, times: Any) -> Any:
    """Put 1023 − times into the exponent of a double.

    Added to 1.5 · 2⁵², a whole number stands in the lowest bits.
    """

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        wide = ir.IntType(64)
        bits = builder.bitcast(builder.fadd(args[0], _DOUBLE(6755399441055744.0)), wide)
        return builder.bitcast(builder.shl(builder.sub(wide(1023), bits), wide(52)), _DOUBLE)

    return types.float64(types.float64), generate


@overload(activations.halved)
def _halved_as_compiled(times: Any) -> Any:
    def compiled(times: Any) -> Any:
        return _halved(times)

    return compiled


register_jitable(activations.power_of_minus)
register_jitable(activations.exp_of_minus)
register_jitable(activations.log_of_one_and)
