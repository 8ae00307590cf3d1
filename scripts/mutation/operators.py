"""What a mutation does to one node of the syntax tree."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

Change = tuple[str, ast.AST]
"""Name of the operator, and the node that takes the old one's place."""

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}

_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}

_TWINS = {
    "min": "max",
    "any": "all",
    "floor": "ceil",
    "minimum": "maximum",
    "argmin": "argmax",
    "zeros": "ones",
    "zeros_like": "ones_like",
    "startswith": "endswith",
    "bisect_left": "bisect_right",
}
_TWINS |= {b: a for a, b in _TWINS.items()}

_WRAPPERS = {"abs", "sorted", "reversed"}
"""f(x) becomes x."""


def changes(node: ast.AST) -> Iterator[Change]:
    """Every change that the operators make to `node` itself, not to what it contains."""
    match node:
        case ast.Compare():
            yield from _compare(node)
        case ast.BinOp():
            yield from _binary(node)
        case ast.AugAssign():
            yield from _augmented(node)
        case ast.BoolOp():
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "logic", _with(node, op=other)
        case ast.UnaryOp():
            if not isinstance(node.op, ast.UAdd):
                yield "unary", node.operand
        case ast.Constant():
            yield from _constant(node)
        case ast.Slice():
            for name in ("lower", "upper", "step"):
                part = getattr(node, name)
                if part is not None and not _is_zero(part):
                    yield "slice", _with(node, **{name: None})
        case ast.Call():
            yield from _call(node)
        case ast.If() | ast.While() | ast.IfExp() | ast.comprehension():
            pass  # their conditions: see `negated`
        case ast.Return() | ast.Yield():
            if node.value is not None and not _is_none(node.value):
                yield "value", _with(node, value=ast.Constant(None))
        case ast.Expr() | ast.Assign() | ast.Delete() | ast.Raise() | ast.Assert():
            if _can_go(node):
                yield "removed", ast.Pass()
        case ast.Break() | ast.Continue():
            yield "removed", ast.Pass()


def negated(condition: ast.expr) -> Iterator[Change]:
    """The opposite of a condition that no other operator turns round."""
    if not isinstance(condition, (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Constant)):
        yield "condition", ast.UnaryOp(ast.Not(), condition)


def caught(handler: ast.ExceptHandler) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The types of an except branch, each time without one of them."""
    if isinstance(handler.type, ast.Tuple) and len(handler.type.elts) > 1:
        for k in range(len(handler.type.elts)):
            rest = handler.type.elts[:k] + handler.type.elts[k + 1 :]
            yield handler.type, ast.Tuple(rest, ast.Load())


def _with(node: ast.AST, **fields: object) -> ast.AST:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_zero(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))
    )


def _compare(node: ast.Compare) -> Iterator[Change]:
    for k, op in enumerate(node.ops):
        for other in _COMPARISONS[type(op)]:
            ops = [*node.ops[:k], other(), *node.ops[k + 1 :]]
            yield "comparison", _with(node, ops=ops)


def _names_types(node: ast.AST) -> bool:
    """Whether `node` looks like a type, so that | joins types rather than numbers."""
    match node:
        case ast.Name():
            return node.id[:1].isupper() or node.id in ("int", "float", "str", "bool", "bytes")
        case ast.Attribute():
            return node.attr[:1].isupper()
        case ast.Subscript():
            return _names_types(node.value)
        case ast.BinOp():
            return _names_types(node.left) and _names_types(node.right)
    return _is_none(node)


def _binary(node: ast.BinOp) -> Iterator[Change]:
    if type(node.op) not in _ARITHMETIC or _is_text(node.left) or _is_text(node.right):
        return
    if isinstance(node.op, ast.BitOr) and _names_types(node):
        return
    yield "arithmetic", _with(node, op=_ARITHMETIC[type(node.op)]())


def _augmented(node: ast.AugAssign) -> Iterator[Change]:
    if _is_text(node.value):
        return
    if type(node.op) in _ARITHMETIC:
        yield "arithmetic", _with(node, op=_ARITHMETIC[type(node.op)]())
    yield "assignment", ast.Assign([node.target], node.value, lineno=node.lineno)


def _constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield "constant", ast.Constant(not value)
    elif isinstance(value, int):
        yield "constant", ast.Constant(value + 1)
        yield "constant", ast.Constant(value - 1)
    elif isinstance(value, float):
        near = value == 0.0 or 1e-3 <= abs(value) < 1e6
        yield "constant", ast.Constant(value + 1.0 if near else value * 10.0)


def _call(node: ast.Call) -> Iterator[Change]:
    func = node.func
    name = func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")
    if name in _TWINS:
        field = "id" if isinstance(func, ast.Name) else "attr"
        yield "twin", _with(node, func=_with(func, **{field: _TWINS[name]}))
    if isinstance(func, ast.Name) and name in _WRAPPERS and len(node.args) == 1:
        yield "unwrapped", node.args[0]
    if isinstance(func, ast.Attribute) and name == "copy" and not node.args:
        yield "unwrapped", func.value
    for k, keyword in enumerate(node.keywords):
        if keyword.arg is not None:
            yield "argument", _with(node, keywords=node.keywords[:k] + node.keywords[k + 1 :])


def _can_go(node: ast.stmt) -> bool:
    """Whether a statement may be left out without naming something that does not exist."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, (ast.Call, ast.Yield, ast.YieldFrom))
    if isinstance(node, ast.Assign):
        parts = [p for t in node.targets for p in (t.elts if isinstance(t, ast.Tuple) else [t])]
        return all(isinstance(p, (ast.Attribute, ast.Subscript)) for p in parts)
    return True
