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
    register_model,
)

from bpviz.network import activations
from bpviz.network.compiler import compile_in_kernels, strict_jit

WIDTH = 4
"""Lanes in one of them: one register of AVX2, two of SSE2 or NEON."""

REST = WIDTH - 1
"""``l & REST`` entries of l are left over: a loop that the compiler knows to be short."""

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
def store(typing: Any, array: Any, k: Any, value: Any) -> Any:
    """Write entries ``k … k + 3`` of a (size,) array."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        place = _vector_at(context, builder, sig.args[0], args[0], [args[1]])
        builder.store(args[2], place, align=8)
        return context.get_dummy_value()

    return types.void(array, types.intp, lanes), generate


def _spread(builder: Any, number: Any) -> Any:
    undefined = ir.Constant(_VECTOR, ir.Undefined)
    first = builder.insert_element(undefined, number, ir.Constant(ir.IntType(32), 0))
    zeros = ir.Constant(ir.VectorType(ir.IntType(32), WIDTH), [0] * WIDTH)
    return builder.shuffle_vector(first, undefined, zeros)


@intrinsic
def spread(typing: Any, number: Any) -> Any:
    """The same number in every lane."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        return _spread(builder, args[0])

    return lanes(types.float64), generate


# One call in place of a statement a row: numba takes its time for each, and not for these.


def _entries(count: int) -> Any:
    @intrinsic
    def entries(typing: Any, array: Any, p: Any) -> Any:
        """Entries ``p … p + count − 1`` of a (size,) array, as a tuple."""

        def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
            data = context.make_array(sig.args[0])(context, builder, args[0]).data
            found = [
                builder.load(builder.gep(data, [builder.add(args[1], args[1].type(k))]))
                for k in range(count)
            ]
            return context.make_tuple(builder, sig.return_type, found)

        return types.UniTuple(array.dtype, count)(array, types.intp), generate

    return entries


def _places(count: int) -> Any:
    @intrinsic
    def places(typing: Any, array: Any, whole: Any, p: Any) -> Any:
        """Entries ``p … p + count − 1``, or with `whole` just these numbers, as a tuple."""

        def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
            data = context.make_array(sig.args[0])(context, builder, args[0]).data
            own = [builder.add(args[2], args[2].type(k)) for k in range(count)]
            before = builder.basic_block
            with builder.if_then(builder.not_(args[1])):
                listed = [
                    context.cast(
                        builder, builder.load(builder.gep(data, [k])), array.dtype, types.intp
                    )
                    for k in own
                ]
                other = builder.basic_block
            found = []
            for mine, theirs in zip(own, listed, strict=True):
                phi = builder.phi(mine.type)
                phi.add_incoming(mine, before)
                phi.add_incoming(theirs, other)
                found.append(phi)
            return context.make_tuple(builder, sig.return_type, found)

        return types.UniTuple(types.intp, count)(array, types.boolean, types.intp), generate

    return places


one_entry, four_entries, eight_entries = map(_entries, (1, 4, 8))
one_place, four_places, eight_places = map(_places, (1, 4, 8))


def _in_rows(
    context: Any, builder: Any, kind: Any, matrix: Any, rows: Any, k: Any, value: Any
) -> Any:
    """Addresses of entry k, or of entries ``k … k + 3`` where `value` is lanes, of some rows."""
    for row in cgutils.unpack_tuple(builder, rows):
        place = _place(context, builder, kind, matrix, [row, k])
        yield builder.bitcast(place, value.type.as_pointer())


def _weights(builder: Any, factors: Any, value: Any) -> Any:
    for factor in cgutils.unpack_tuple(builder, factors):
        yield factor if value.type == _DOUBLE else _spread(builder, factor)


@intrinsic
def plus_rows(typing: Any, value: Any, factors: Any, matrix: Any, rows: Any, k: Any) -> Any:
    """value + factors[0] · matrix[rows[0], k] + …, one after the other; a number or lanes."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        value, factors, matrix, rows, k = args
        places = _in_rows(context, builder, sig.args[2], matrix, rows, k, value)
        for place, weight in zip(places, _weights(builder, factors, value), strict=True):
            value = builder.fadd(value, builder.fmul(weight, builder.load(place, align=8)))
        return value

    return value(value, factors, matrix, rows, types.intp), generate


@intrinsic
def plus_products(typing: Any, sums: Any, matrix: Any, j: Any, row: Any, k: Any) -> Any:
    """sums[p] + matrix[j + p, k] · row[k] for every p, as a tuple."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        sums, matrix, j, row, k = args
        entry = builder.load(_place(context, builder, sig.args[3], row, [k]))
        new = []
        for p, value in enumerate(cgutils.unpack_tuple(builder, sums)):
            place = _place(context, builder, sig.args[1], matrix, [builder.add(j, j.type(p)), k])
            new.append(builder.fadd(value, builder.fmul(builder.load(place), entry)))
        return context.make_tuple(builder, sig.return_type, new)

    return sums(sums, matrix, types.intp, row, types.intp), generate


@intrinsic
def set_entries(typing: Any, array: Any, p: Any, values: Any) -> Any:
    """Write a tuple to the entries from p on of a (size,) array."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        array, p, values = args
        for k, value in enumerate(cgutils.unpack_tuple(builder, values)):
            place = _place(context, builder, sig.args[0], array, [builder.add(p, p.type(k))])
            builder.store(value, place)
        return context.get_dummy_value()

    return types.void(array, types.intp, values), generate


@intrinsic
def minus_rows(typing: Any, matrix: Any, rows: Any, k: Any, factors: Any, value: Any) -> Any:
    """matrix[rows[p], k] −= factors[p] · value for every p; a number or lanes."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        matrix, rows, k, factors, value = args
        places = list(_in_rows(context, builder, sig.args[0], matrix, rows, k, value))
        new = [
            builder.fsub(builder.load(place, align=8), builder.fmul(weight, value))
            for place, weight in zip(places, _weights(builder, factors, value), strict=True)
        ]
        for place, numbers in zip(places, new, strict=True):
            builder.store(numbers, place, align=8)
        return context.get_dummy_value()

    return types.void(matrix, rows, types.intp, factors, value), generate


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
def frozen(typing: Any, array: Any) -> Any:
    """The same array, not to be written to: a kernel is compiled once for those that are not."""

    def generate(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        return args[0]

    return array.copy(readonly=True)(array), generate


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


_COMPILED = (
    compile_in_kernels(activations.halved, strict_jit(lambda times: _halved(times))),
    compile_in_kernels(activations.power_of_minus),
    compile_in_kernels(activations.exp_of_minus),
    compile_in_kernels(activations.log_of_one_and),
)
