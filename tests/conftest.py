"""Data sets that many tests need."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

from bpviz.datasets import Dataset, load
from bpviz.datasets.shipped import decoded
from bpviz.network.kernel_files import NO_CACHE
from bpviz.training import warmup

# A shell lets what it starts in the background ignore Ctrl-C, nohup the end of a terminal, and what
# these start ignores it as well: tests of signals would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

# The same examples in every run, kept nowhere; and a slow machine is no fault.
settings.register_profile(
    "bpviz",
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("bpviz")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile once, and not in every process that tests run in, nor while they do."""
    if os.environ.get(NO_CACHE):
        warmup.warm_up(lambda *ready: None)
    elif not hasattr(session.config, "workerinput"):
        subprocess.run([sys.executable, "-m", warmup.__name__], check=True)


CASES, WINDOWS = 4, 2
"""Cases of one test that are tried unless every one is asked for; where each has a window."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that tries every case."""
    parser.addoption(
        "--every-case", action="store_true", help=f"try every case of a test, not {CASES} of them"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out most of a test's many cases, where nobody chooses among them."""
    chosen = config.getoption("keyword") or any("::" in each for each in config.args)
    if chosen or config.getoption("every_case"):
        return
    cases: dict[object, list[pytest.Item]] = {}
    for item in items:
        cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    left: set[pytest.Item] = set()
    for each in cases.values():
        with_window = {"fresh", "person"} & set(getattr(each[0], "fixturenames", ()))
        most = WINDOWS if with_window else CASES
        if len(each) > most:  # the first, the last, and as many between them
            kept = {round(i * (len(each) - 1) / (most - 1)) for i in range(most)}
            left.update(item for i, item in enumerate(each) if i not in kept)
    config.hook.pytest_deselected(items=[item for item in items if item in left])
    items[:] = [item for item in items if item not in left]


@pytest.fixture(scope="session", autouse=True)
def _data_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Decode what is shipped anew in each session, and leave nothing of it."""
    folder = tmp_path_factory.mktemp("decoded")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoded, "user_cache", lambda: folder)
        yield
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    """Qt's application, with the collector in its thread and a theme as in the program."""
    from bpviz.ui.core.collector import collect_here
    from bpviz.ui.core.theme import LIGHT, apply_theme

    collect_here(qapp)
    apply_theme(qapp, LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def _light() -> Iterator[None]:
    """Put the light theme in force again, where there is one at all."""
    yield
    theme = sys.modules.get("bpviz.ui.core.theme")
    if theme is not None and theme.current_theme() is not theme.LIGHT:
        theme.apply_theme(sys.modules["PySide6.QtWidgets"].QApplication.instance(), theme.LIGHT)


@pytest.fixture(autouse=True)
def _from_zero() -> Iterator[None]:
    """Count from 0 again, where there is a window at all."""
    yield
    counting = sys.modules.get("bpviz.ui.core.counting")
    if counting is not None:
        counting.count_from(0)


@pytest.fixture(autouse=True)
def _no_button_held() -> Iterator[None]:
    """See that a test lets go of the mouse: whatever gets the focus would count as clicked."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None:
        qt = sys.modules["PySide6.QtCore"].Qt
        assert widgets.QApplication.mouseButtons() == qt.MouseButton.NoButton


@pytest.fixture(scope="session")
def xor() -> Dataset:
    return load("xor")


@pytest.fixture(scope="session")
def digits() -> Dataset:
    return load("digits")


@pytest.fixture(scope="session")
def mnist() -> Dataset:
    """Loaded once: it takes a second and 200 MB."""
    return load("mnist")


@pytest.fixture(scope="session")
def sparse() -> Dataset:
    """24 pairs of 7 inputs and 3 targets; row 0 is all zeros, row 1 dense, the others half full."""
    rng = np.random.default_rng(5)
    X = rng.normal(size=(24, 7)) * (rng.random((24, 7)) < 0.5)
    X[0], X[1] = 0.0, rng.normal(size=7)
    labels = rng.integers(0, 3, 24)
    test = Dataset.from_arrays("sparse", X[:9] + 0.1, np.eye(3)[labels[:9]], labels=labels[:9])
    return Dataset.from_arrays("sparse", X, np.eye(3)[labels], labels=labels, test=test)
