"""PySide and pyqtgraph are the same as without us, and take less time."""

from __future__ import annotations

import subprocess
import sys

import pyqtgraph as pg
import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from bpviz.ui import imports

MODULES = [QtCore, QtGui, QtWidgets]


def said_by(code: str) -> str:
    """What a new process prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def copy_of(module: object) -> object:
    return getattr(pg.Qt, module.__name__.rpartition(".")[2])  # type: ignore[attr-defined]


@pytest.mark.parametrize("module", MODULES)
def test_that_pyqtgraph_has_every_name_of_qt(module: object) -> None:
    names = [name for name in dir(module) if not name.startswith("__")]
    assert len(names) > 100
    for name in names:
        assert getattr(copy_of(module), name) is getattr(module, name)


@pytest.mark.parametrize("module", MODULES)
def test_that_a_name_that_qt_lacks_is_said_to_be_missing(module: object) -> None:
    with pytest.raises(AttributeError, match=r"PySide6\.Qt.*'QNothing'"):
        copy_of(module).QNothing  # type: ignore[attr-defined]  # noqa: B018


def test_that_no_class_of_qt_is_made_that_nobody_asked_for_and_all_are_listed() -> None:
    assert said_by(
        "from PySide6 import QtCore, QtGui, QtWidgets\n"
        "before = [set(dir(module)) for module in (QtCore, QtGui, QtWidgets)]\n"
        "import bpviz.ui, pyqtgraph\n"
        "print('QCalendarWidget' in vars(QtWidgets))\n"
        "print(pyqtgraph.Qt.QtWidgets.QCalendarWidget is QtWidgets.QCalendarWidget)\n"
        "print([set(dir(module)) for module in (QtCore, QtGui, QtWidgets)] == before)"
    ).split() == ["False", "True", "True"]


def test_that_sources_are_read_only_of_modules_that_may_use_qt() -> None:
    assert said_by(
        "import bpviz.ui, linecache, sys\n"
        "before = set(linecache.cache)\n"
        "import numba, segno\n"
        "print({name.rpartition('site-packages/')[2].partition('/')[0]\n"
        "       for name in set(linecache.cache) - before})\n"
        "known = sys.modules['shibokensupport.feature'].pyside_feature_dict\n"
        "print([known[name] for name in ('numba', 'pyqtgraph.Qt', 'segno')])"
    ).splitlines() == ["{'segno'}", "[-1, 0, -1]"]


def test_that_pyqtgraph_imported_before_is_left_as_it_is() -> None:
    assert said_by(
        "import pyqtgraph\nbefore = vars(pyqtgraph.Qt.QtCore).copy()\nimport bpviz.ui\n"
        "print(vars(pyqtgraph.Qt.QtCore) == before)"
    ).split() == ["True"]


def test_that_preparing_twice_changes_nothing() -> None:
    feature = sys.modules["shibokensupport.feature"]
    before = feature._mod_uses_pyside
    imports.prepare()
    assert feature._mod_uses_pyside is before


def test_that_pyqtgraph_has_all_its_names_and_half_of_them_only_once_one_is_asked_for() -> None:
    listed = "print(*sorted(n for n in dir(pyqtgraph) if not n.startswith('__')))"
    as_it_is = said_by(f"import pyqtgraph\n{listed}").split()
    assert said_by(
        "import sys, bpviz.ui, pyqtgraph\n"
        "print('pyqtgraph.graphicsItems.ROI' in sys.modules)\n"
        "print(pyqtgraph.ROI.__module__, pyqtgraph.GroupBox.__name__)\n"
        "from pyqtgraph import PlotWidget\n"
        "print(pyqtgraph.plot.__name__)\n" + listed
    ).split() == ["False", "pyqtgraph.graphicsItems.ROI", "GroupBox", "plot", *as_it_is]


def test_that_a_name_that_pyqtgraph_lacks_is_said_to_be_missing() -> None:
    assert (
        said_by(
            "import bpviz.ui, pyqtgraph\n"
            "for name in ('nothing', 'nothing', '__nothing__'):\n"
            "    print(hasattr(pyqtgraph, name))\n"
        ).split()
        == ["False"] * 3
    )


def test_that_another_version_of_pyqtgraph_is_imported_as_it_is_where_it_needs_more() -> None:
    assert said_by(
        "import bpviz\nfrom importlib.util import find_spec\n"
        "from pathlib import Path\n"
        "from importlib import util\n"
        "path = Path(find_spec('bpviz').origin).parent / 'ui' / 'imports.py'\n"
        "spec = util.spec_from_file_location('imports', path)\n"
        "imports = util.module_from_spec(spec)\n"
        "spec.loader.exec_module(imports)\n"
        "imports._POSTPONED += ('pyqtgraph.graphicsItems.LabelItem',)\n"
        "imports.prepare()\n"
        "import pyqtgraph\n"
        "print(pyqtgraph.LabelItem.__name__, pyqtgraph.ROI.__name__, 'plot' in vars(pyqtgraph))"
    ).split() == ["LabelItem", "ROI", "True"]
