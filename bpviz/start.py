"""The command ``bpviz``, from its first moment on."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence

from bpviz import ending

SUBCOMMANDS = ("train", "render")


def main(argv: Sequence[str] | None = None) -> int:
    """Run bpviz as this process; return the exit status of the window.

    A sub-command ends the process itself, at once: what Python still does when it ends is heard
    by no handler, and a signal would end it with a status of its own, or in Qt's destructors.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    module = "bpviz.cli" if is_subcommand(arguments) else "bpviz.app"
    with ending.heard(_name(arguments)):
        status = _status(arguments, lambda: importlib.import_module(module).main(arguments))
        if is_subcommand(arguments):
            os._exit(status)
    return status


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
