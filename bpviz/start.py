"""The command ``bpviz``, from its first moment on."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from bpviz import ending, interrupts

SUBCOMMANDS = ("train", "render", "recipe", "export")
_PATIENCE = 1.0  # seconds that a closed window waits for its trainer


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run bpviz as this process, and end it.

    Neither a command nor the window takes apart what it made: what Python still does when it ends
    is heard by no handler, and a signal would end it with a status of its own, or in Qt's
    destructors.  All that is to be kept is stored by then.  The compiler may be at work in the
    trainer's thread, and listens to nobody for up to ten seconds.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if is_subcommand(arguments):
        with ending.heard(_name(arguments)):
            action = importlib.import_module("bpviz.cli").main
            os._exit(_status(arguments, lambda: action(arguments)))
    interrupts.leave_at_once()  # before NumPy and Qt are loaded, which takes a while
    run = importlib.import_module("bpviz.app").main
    interrupts.leave(_status(arguments, lambda: run(arguments, patience=_PATIENCE)))


def subcommand(arguments: Sequence[str], action: Callable[[], int]) -> int:
    """Carry out a sub-command in this process, and return the exit status."""
    with ending.heard(_name(arguments)):
        return _status(arguments, action)


def is_subcommand(arguments: Sequence[str]) -> bool:
    """Whether these are the arguments of one, and not the window's."""
    return bool(arguments) and arguments[0] in SUBCOMMANDS


def _name(arguments: Sequence[str]) -> str:
    return f"bpviz {arguments[0]}" if is_subcommand(arguments) else "bpviz"


def _status(arguments: Sequence[str], action: Callable[[], int]) -> int:
    def run() -> int:
        try:
            return action()
        except SystemExit as end:  # of argparse, which has said what there is to say
            return end.code if isinstance(end.code, int) else ending.DONE

    return ending.status_of(_name(arguments), run)
