"""PySide and pyqtgraph, imported without what they do for nobody here.

Both take a tenth of the processor time until the window is there, and neither is asked for:

- PySide makes a class, with its enumerations, when it is first asked for; `pyqtgraph.Qt` asks for
  each of them, to copy every name of three modules.
- PySide reads the source of every module that is imported after it, numba's as well, to see
  whether it is one that ``from __feature__ import snake_case`` may be written in.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

_OF_QT = ("bpviz", "pyqtgraph")
_WITHOUT_QT = frozenset({"llvmlite", "numba", "numpy"}) | sys.stdlib_module_names


def prepare() -> None:
    """Import pyqtgraph, unless that was done; from now on imports take less time."""
    _leave_sources_unread()
    if "pyqtgraph" not in sys.modules:
        _import_pyqtgraph()


def _import_pyqtgraph() -> None:
    copied = QtCore, QtGui, QtWidgets
    for module in copied:
        mirror = ModuleType(f"pyqtgraph.Qt.{module.__name__.rpartition('.')[2]}")
        mirror.__dict__["__getattr__"] = _looked_up(module, mirror)
        sys.modules[mirror.__name__] = mirror
    listings = [module.__dict__.get("__dir__") for module in copied]
    try:
        for module in copied:
            module.__dict__["__dir__"] = list  # there is no name to be copied
        __import__("pyqtgraph")
    finally:
        for module, listing in zip(copied, listings, strict=True):
            if listing is None:
                del module.__dict__["__dir__"]
            else:
                module.__dict__["__dir__"] = listing


def _looked_up(module: ModuleType, mirror: ModuleType) -> Callable[[str], Any]:
    """Return what `mirror` does for a name that it lacks: it takes the one of `module` over."""

    def look_up(name: str) -> Any:
        found = getattr(module, name)
        setattr(mirror, name, found)
        return found

    return look_up


def _leave_sources_unread() -> None:
    """Tell PySide of which modules it is known whether they use Qt."""
    feature: Any = sys.modules.get("shibokensupport.feature")
    asked = getattr(feature, "_mod_uses_pyside", None)
    if asked is None or asked.__module__ == __name__:
        return

    def uses_qt(module: ModuleType) -> bool:
        package = module.__name__.partition(".")[0]
        return package in _OF_QT or (package not in _WITHOUT_QT and bool(asked(module)))

    feature._mod_uses_pyside = uses_qt
