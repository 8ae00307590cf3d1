"""Breakpoints as people type them: ``loss > 2``, ``class 7``, ``every 100 steps``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bpviz.parsing import parse_count, parse_number
from bpviz.quoting import spelled
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.message import Message
from bpviz.training.settings import SettingsError
from bpviz.training.watch_text import read_watch
from bpviz.training.watches import Watch

EXAMPLES = (
    "loss > 2", "loss < 0.01", "gradient_W1 > 4", "gradient_W2 > 4", "sample 17", "class 3",
    "misclassified", "saturated >= 0.5", "loss > 3 x mean", "every 100 steps", "not finite",
    "W1[3, 17] > 2", "h[3] < 0.1", "W2[0, 3] changes sign", "W1[3, 17] moves by > 0.01",
)  # fmt: skip
"""One of each condition, in the order of these."""

_NUMBER = r"\s*([^\s×*x%]+)"
_FORMS: tuple[tuple[str, Callable[[str], Breakpoint]], ...] = (
    (rf"loss\s*>{_NUMBER}\s*[×*x]\s*(?:its\s+)?(?:moving\s+)?mean",
     lambda text: Breakpoint.loss_jump(parse_number(text))),
    (rf"loss\s*>{_NUMBER}", lambda text: Breakpoint.loss_above(parse_number(text))),
    (rf"loss\s*<{_NUMBER}", lambda text: Breakpoint.loss_below(parse_number(text))),
    (rf"(?:‖∂W₁‖|gradient[_ ]W1)\s*>{_NUMBER}",
     lambda text: Breakpoint.gradient_above(parse_number(text), "W1")),
    (rf"(?:‖∂W₂‖|gradient[_ ]W2)\s*>{_NUMBER}",
     lambda text: Breakpoint.gradient_above(parse_number(text), "W2")),
    (r"sample\s*=?=?\s*(\S+)", lambda text: Breakpoint.sample(parse_count(text))),
    (r"(misclassified)", lambda text: Breakpoint.misclassified()),
    (rf"saturated(?:\s+hidden\s+units)?\s*(?:≥|>=){_NUMBER}",
     lambda text: Breakpoint.saturated(parse_number(text))),
    (r"every\s+(step)", lambda text: Breakpoint.every(1)),
    (r"every\s+(\S+)\s+steps?", lambda text: Breakpoint.every(parse_count(text))),
    (r"(not\s+finite)", lambda text: Breakpoint.not_finite()),
)  # fmt: skip
_WATCHING: tuple[tuple[str, Callable[[Watch, str], Breakpoint]], ...] = (
    (r"(.*\S)\s+changes\s+(sign)", lambda watch, _: Breakpoint.changes_sign(watch)),
    (
        rf"(.*\S)\s+moves(?:\s+by)?\s*(?:>|more\s+than){_NUMBER}",
        lambda watch, text: Breakpoint.moves(watch, parse_number(text)),
    ),
    (rf"(.*?\S)\s*>{_NUMBER}", lambda watch, text: Breakpoint.above(watch, parse_number(text))),
    (rf"(.*?\S)\s*<{_NUMBER}", lambda watch, text: Breakpoint.below(watch, parse_number(text))),
)
_CLASS = re.compile(r"class\s*=?=?\s*(.+)", re.IGNORECASE)


def breakpoint_of(text: str, class_names: Sequence[str] | None = None) -> Breakpoint:
    """Return the breakpoint that a text describes, as its `words` or more simply.

    Parameters
    ----------
    text : str
        Such as those in `EXAMPLES`; case and spaces do not matter.
    class_names : sequence of str, optional
        By which a class may be called; without, any name is taken for class 0.

    Raises
    ------
    SettingsError
        If it is none; the message lists what there is.
    """
    plain = text.strip()
    named = _CLASS.fullmatch(plain)
    if named is not None:
        return Breakpoint.label(_class(named[1].strip(), class_names))
    for form, make in _FORMS:
        found = re.fullmatch(form, plain, re.IGNORECASE)
        if found is not None:
            try:
                return make(found[1])
            except SettingsError:
                raise
            except ValueError as error:
                raise _wrong(text, error) from None
    for form, make_watching in _WATCHING:
        found = re.fullmatch(form, plain, re.IGNORECASE)
        try:
            watch = None if found is None else read_watch(found[1])
            if found is not None and watch is not None:
                return make_watching(watch, found[2])
        except SettingsError:
            raise
        except ValueError as error:
            raise _wrong(text, error) from None
    raise SettingsError(
        Message.of(
            "The breakpoint is {value}; it must be a condition such as {examples}.",
            value=spelled(text),
            examples=", ".join(EXAMPLES),
        )
    )


def _wrong(text: str, error: ValueError) -> SettingsError:
    return SettingsError(
        Message.of(
            "The breakpoint is {value}: {problem}. Use a form such as {examples}.",
            value=spelled(text),
            problem=str(error),
            examples=", ".join(EXAMPLES),
        )
    )


def _class(text: str, class_names: Sequence[str] | None) -> int:
    if class_names is None:
        return 0
    if text in class_names:
        return class_names.index(text)
    try:
        return parse_count(text)
    except ValueError:
        raise SettingsError(
            Message.of(
                "There is no class {value}. Use one of {known}.",
                value=spelled(text),
                known=", ".join(class_names[:20]) or "0, 1, …",
            )
        ) from None
