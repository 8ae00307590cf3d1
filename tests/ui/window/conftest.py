"""A window whose log is at work."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.ui.conftest import Stage


@pytest.fixture
def logging_to(stage: Stage) -> Iterator[Stage]:
    logging.getLogger("bpviz").addHandler(stage.log)
    yield stage
    logging.getLogger("bpviz").removeHandler(stage.log)
