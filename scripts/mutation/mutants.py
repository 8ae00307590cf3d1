"""Find every mutant of a module, as a change of its text."""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from .operators import caught, changes, negated

_UNTOUCHED = (ast.Import, ast.ImportFrom, ast.JoinedStr, ast.pattern, ast.Global, ast.Nonlocal)
_ATOMS = (ast.Constant, ast.Name, ast.Attribute, ast.Subscript, ast.Call)


@dataclass(frozen=True)
class Mutant:
    """One change of one module.

    `start` and `end` are bytes of the module's UTF-8 text, `lines` the lines of the statement that
    a test must run to notice.  `inside` says that it lies in the body of a function, and not in
    what runs at import.
    """

    module: str
    function: str
    lines: tuple[int, int]
    operator: str
    before: str
    after: str
    start: int
    end: int
    text: str
    inside: bool
    number: int = 1

    @property
    def key(self) -> str:
        """A name that stays when lines move."""
        which = "" if self.number == 1 else f" (#{self.number})"
        before, after = _difference(self.before, self.after)
        return f"{self.module}:{self.function or '-'}: {before} → {after}{which}"

    def apply(self, source: str) -> str:
        """Return the module with the change made; no line below it moves."""
        data = source.encode()
        return (data[: self.start] + self.text.encode() + data[self.end :]).decode()


def mutants_of(module: str, source: str) -> list[Mutant]:
    """Return all mutants of a module in the order of its text."""
    finder = _Finder(module, source)
    finder.visit(ast.parse(source))
    counts: Counter[str] = Counter()
    found = []
    for mutant in sorted(finder.found, key=lambda m: (m.start, m.end, m.operator, m.after)):
        counts[mutant.key] += 1
        found.append(replace(mutant, number=counts[mutant.key]))
    return found


def _difference(before: str, after: str) -> tuple[str, str]:
    """Both texts, long ones without what they have in common but for some letters around."""
    if max(len(before), len(after)) <= 60:
        return before, after
    left = 0
    while left < min(len(before), len(after)) and before[left] == after[left]:
        left += 1
    right = 0
    while right < min(len(before), len(after)) - left and before[-1 - right] == after[-1 - right]:
        right += 1
    left, right = max(0, left - 20), max(0, right - 12)
    return tuple(  # type: ignore[return-value]
        ("…" if left else "") + text[left : len(text) - right] + ("…" if right else "")
        for text in (before, after)
    )


class _Finder(ast.NodeVisitor):
    def __init__(self, module: str, source: str) -> None:
        self._module = module
        self._data = source.encode()
        self._starts = [0]
        for line in source.encode().split(b"\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._names: list[str] = []
        self._inside = False
        self._lines = (1, 1)
        self.found: list[Mutant] = []

    # -- which parts are looked at -------------------------------------------------------------

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, _UNTOUCHED) or _is_docstring(node) or _is_for_types(node):
            return
        if isinstance(node, ast.stmt):
            self._lines = (node.lineno, _last_line(node))
        for operator, new in changes(node):
            self._add(node, operator, new)
        super().visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for default in (*node.args.defaults, *node.args.kw_defaults):
            if default is not None:
                self.visit(default)
        outside, self._inside = self._inside, True
        self._enter(node.name, node.body)
        self._inside = outside

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._enter(node.name, node.body)

    def _enter(self, name: str, body: list[ast.stmt]) -> None:
        self._names.append(name)
        for statement in body:
            self.visit(statement)
        self._names.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Raise(self, node: ast.Raise) -> None:
        """What it says is a text."""

    def _visit_condition(self, node: ast.If | ast.While | ast.IfExp | ast.comprehension) -> None:
        for test in node.ifs if isinstance(node, ast.comprehension) else [node.test]:
            for operator, new in negated(test):
                self._add(test, operator, new)
        self.generic_visit(node)

    visit_If = visit_While = visit_IfExp = visit_comprehension = _visit_condition

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        self._lines = (node.lineno, node.lineno)
        for types, new in caught(node):
            self._add(types, "exception", new)
        only_raises = isinstance(node.body[0], ast.Raise) and node.body[0].exc is None
        if not only_raises:
            first, last = node.body[0], node.body[-1]
            self._replace(first, last, "exception", "the except branch", "raise", statement=True)
        for statement in node.body:
            self.visit(statement)

    # -- how a change becomes text -------------------------------------------------------------

    def _add(self, node: ast.AST, operator: str, new: ast.AST) -> None:
        before, after = " ".join(ast.unparse(node).split()), ast.unparse(new)
        if before == " ".join(after.split()):
            return
        statement = isinstance(node, ast.stmt)
        bare = statement or isinstance(new, _ATOMS) or isinstance(node, ast.Slice)
        self._replace(node, node, operator, before, after, statement=statement, bare=bare)

    def _replace(
        self,
        first: Any,
        last: Any,
        operator: str,
        before: str,
        after: str,
        *,
        statement: bool,
        bare: bool = True,
    ) -> None:
        start = self._starts[first.lineno - 1] + first.col_offset
        end = self._starts[last.end_lineno - 1] + last.end_col_offset
        lost = self._data[start:end].count(b"\n")
        if statement:
            text = after + "\n" * lost
        elif bare and not lost:
            text = after
        elif isinstance(first, ast.Slice):
            text = after + "\n" * lost
        else:
            text = f"({after}" + "\n" * lost + ")"
        self.found.append(
            Mutant(
                self._module,
                ".".join(self._names),
                self._lines,
                operator,
                before,
                after,
                start,
                end,
                text,
                self._inside,
            )
        )


def _last_line(node: ast.stmt) -> int:
    """Last line of a statement, or of the head of a compound one."""
    body = getattr(node, "body", None)
    if body:
        return max(node.lineno, int(body[0].lineno) - 1)
    return node.end_lineno or node.lineno


def _is_docstring(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _is_for_types(node: ast.AST) -> bool:
    """`__all__`, blocks that only type checkers see, and type variables."""
    match node:
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar" | "NewType"))):
            return True
    return False
