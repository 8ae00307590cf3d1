"""The step at hand as a script for NumPy or PyTorch: one file that runs by itself and is read.

It has the network, the pair and λ in it, takes the step line by line, and compares every quantity
with what bpviz shows.
"""

from __future__ import annotations

import base64
import os
from enum import StrEnum
from pathlib import PurePath

import numpy as np

from bpviz.exchange.about import About
from bpviz.exchange.errors import ExchangeError
from bpviz.exchange.scripts import numpy_text, torch_text
from bpviz.exchange.scripts.tolerances import tolerances
from bpviz.network import reference
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats
from bpviz.network.weights import Network
from bpviz.training.message import Message
from bpviz.training.whole_file import not_written, written_whole

MOST_BYTES = 2**26
"""Bytes that a script may have."""

_LITERAL = 64
"""So many numbers stand in the script as one reads them; more are packed."""

_WIDTH = 96


class ScriptKind(StrEnum):
    """What a script needs to run."""

    NUMPY = "numpy"
    TORCH = "torch"

    @property
    def words(self) -> Message:
        """What it is called."""
        if self is ScriptKind.NUMPY:
            return Message.of("NumPy script")
        return Message.of("PyTorch script")


def step_script(
    network: Network,
    trace: StepTrace,
    learning_rate: float,
    kind: ScriptKind | str = ScriptKind.NUMPY,
    about: About | None = None,
) -> str:
    """Return a script that rebuilds a network, takes a step, and asserts the numbers shown.

    Parameters
    ----------
    network : Network
        Before the step.
    trace : StepTrace
        Every quantity of the step, as `Session.preview` gives it; with its gradient rule.
    learning_rate : float
        λ of the update.
    kind : ScriptKind or str
        "numpy", with every equation written out, or "torch", where the gradients are those of
        automatic differentiation.
    about : About, optional
        Circumstances that the script names.

    Returns
    -------
    str
        Python, of ASCII characters alone; it imports what `kind` says and the standard library.

    Raises
    ------
    ExchangeError
        If the numbers are not finite, or the script would be larger than `MOST_BYTES`.
    """
    kind = ScriptKind(kind)
    size = 4 * (2 * 8 * (network.W1.size + network.W2.size)) // 3
    if size > MOST_BYTES:
        raise ExchangeError(
            Message.of(
                "The network is too large for a script: it would have {size} bytes; the limit is "
                "{limit}. Export its weights instead.",
                size=size,
                limit=MOST_BYTES,
            )
        )
    with np.errstate(all="ignore"):
        after = reference.update(network.W1, network.W2, trace, learning_rate)
        allowed = tolerances(
            network, trace, learning_rate, slope_digits_lost=kind is ScriptKind.TORCH
        )
    numbers = np.array([*allowed.values(), trace.loss])
    if not all(np.isfinite(each).all() for each in (numbers, *after)):
        raise ExchangeError(
            Message.of(
                "The step at hand cannot be written as a script, because its numbers are not "
                "finite. Go back to a step before."
            )
        )
    shown: dict[str, Floats | float] = {
        **{name: getattr(trace, name) for name in ("z1", "h", "z2", "f", "loss")},
        **{name: getattr(trace, name) for name in ("delta2", "delta1")},
        "grad_W2_norm": trace.grad_W2_norm,
        "grad_W1_norm": trace.grad_W1_norm,
        "W2": after[1],
        "W1": after[0],
    }
    of_step = numpy_text.of_step if kind is ScriptKind.NUMPY else torch_text.of_step
    array = "np.array" if kind is ScriptKind.NUMPY else "torch.tensor"
    entries = (About() if about is None else about).entries()
    entries["gradient_rule"] = str(trace.gradient_rule)
    circumstances = "".join(f"\n    {key!a}: {word!a}," for key, word in entries.items())
    given = {"W1": network.W1, "W2": network.W2, "x": trace.x, "y": trace.y}
    lines = [
        f"ABOUT = {{{circumstances}\n}}",
        f"learning_rate = {float(learning_rate)!r}",
        *(f"{name} = {_written(value, array)}" for name, value in given.items()),
        "",
        "# What bpviz shows, and by how much rounding may make another program differ at most.",
        "SHOWN = {",
        *(
            f'    "{name}": ({_written(value, array)}, {allowed[name]:.2g}),'
            for name, value in shown.items()
        ),
        "}",
    ]
    return of_step(network.sigma1, network.sigma2, trace.gradient_rule, "\n".join(lines))


def export_script(
    network: Network,
    trace: StepTrace,
    learning_rate: float,
    path: str | os.PathLike[str],
    kind: ScriptKind | str = ScriptKind.NUMPY,
    about: About | None = None,
) -> None:
    """Write `step_script` to a file, whole or not at all; one that is there is replaced.

    Raises
    ------
    ExchangeError
        As `step_script`, and if it cannot be written, or not under this name.
    """
    if PurePath(path).stem in ("numpy", "torch", "base64"):
        raise ExchangeError(
            Message.of(
                "A script that is called {name} would hide the library that it imports. Choose "
                "another name.",
                name=PurePath(path).name,
            )
        )
    text = step_script(network, trace, learning_rate, kind, about)
    try:
        with written_whole(path) as (stream, _):
            stream.write(text.encode())
    except OSError as error:
        raise ExchangeError(not_written(path, error)) from None


def _written(value: Floats | float, array: str) -> str:
    """Return a number or an array as Python that makes it, to the bit."""
    if isinstance(value, float):
        return repr(value)
    if value.size <= _LITERAL:
        return f"{array}({_wrapped(repr(value.tolist()))})"
    packed = base64.b64encode(np.ascontiguousarray(value, dtype="<f8").tobytes()).decode()
    lines = "\n".join(packed[k : k + _WIDTH] for k in range(0, len(packed), _WIDTH))
    return f'numbers({", ".join(map(str, value.shape))}, text="""\n{lines}\n""")'


def _wrapped(numbers: str) -> str:
    """Break a list where it is longer than a line."""
    lines, line = [], ""
    for word in numbers.split(" "):
        if line and len(line) + len(word) >= _WIDTH - 24:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    return "\n    ".join([*lines, line])
