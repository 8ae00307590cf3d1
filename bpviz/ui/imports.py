"""PySide and pyqtgraph, imported without what they do for nobody here.

It takes a quarter of the processor time until the window is there, and is not asked for:

- PySide makes a class, with its enumerations, when it is first asked for; `pyqtgraph.Qt` asks for
  each of them, to copy every name of three modules.
- pyqtgraph imports all of itself, of which the window uses half.
- PySide reads the source of every module that is imported after it, numba's as well, to see
  whether it is one that ``from __feature__ import snake_case`` may be written in.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

_OF_QT = ("bpviz", "pyqtgraph")
_WITHOUT_QT = frozenset({"llvmlite", "numba", "numpy"}) | sys.stdlib_module_names


# Modules of pyqtgraph that nothing here needs, nor what is needed of it.
_GRAPHICS_ITEMS = (
    "ArrowItem", "BoxplotItem", "ColorBarItem", "DateAxisItem", "ErrorBarItem", "FillBetweenItem",
    "GradientEditorItem", "GradientLegend", "GraphItem", "GridItem", "HistogramLUTItem",
    "IsocurveItem", "LinearRegionItem", "PColorMeshItem", "ROI", "ScaleBar", "VTickGroup",
)  # fmt: skip
_WIDGETS = (
    "BusyCursor", "CheckTable", "ColorButton", "ColorMapMenu", "ColorMapWidget", "ComboBox",
    "DataFilterWidget", "DataTreeWidget", "DiffTreeWidget", "FeedbackButton", "GradientWidget",
    "GroupBox", "HistogramLUTWidget", "JoystickButton", "LayoutWidget", "PathButton", "PlotWidget",
    "ProgressDialog", "RawImageWidget", "RemoteGraphicsView", "ScatterPlotWidget", "SpinBox",
    "TableWidget", "TreeWidget", "ValueLabel", "VerticalLabel",
)  # fmt: skip
_POSTPONED = (
    *(f"pyqtgraph.graphicsItems.{name}" for name in _GRAPHICS_ITEMS),
    "pyqtgraph.imageview",
    *(f"pyqtgraph.widgets.{name}" for name in _WIDGETS),
)
_TAKEN_SINGLY = "ColorMapMenu", "GroupBox", "RemoteGraphicsView"
_MADE_OF_THEM = "plot", "image", "show"


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
        _import_what_is_needed()
    finally:
        for module, listing in zip(copied, listings, strict=True):
            if listing is None:
                del module.__dict__["__dir__"]
            else:
                module.__dict__["__dir__"] = listing


def _import_what_is_needed() -> None:
    """Import pyqtgraph without `_POSTPONED`; asking it for any name of these has all of them."""
    before = set(sys.modules)
    empty = {name: ModuleType(name) for name in _POSTPONED}
    for module in empty.values():
        module.__dict__["__all__"] = []
        module.__dict__.update(dict.fromkeys(_TAKEN_SINGLY))
    sys.modules.update(empty)
    try:
        __import__("pyqtgraph")
    except ImportError:  # another version has something that needs one of them
        for name in set(sys.modules) - before:
            if name.partition(".")[0] == "pyqtgraph":
                del sys.modules[name]
        __import__("pyqtgraph")
        return
    for name in empty:
        del sys.modules[name]
    names = sys.modules["pyqtgraph"].__dict__
    for name in _TAKEN_SINGLY:
        names.pop(name, None)
    aside = {name: names.pop(name) for name in _MADE_OF_THEM if name in names}

    def look_up(name: str) -> Any:
        if "__getattr__" in names and not name.startswith("__"):
            del names["__getattr__"]
            names.update(aside)
            for postponed in map(import_module, _POSTPONED):
                for each in getattr(postponed, "__all__", None) or vars(postponed):
                    if not each.startswith("_"):
                        names.setdefault(each, getattr(postponed, each))
        if name not in names:
            raise AttributeError(f"module 'pyqtgraph' has no attribute {name!r}")
        return names[name]

    names["__getattr__"] = look_up


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
