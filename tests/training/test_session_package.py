"""What the package itself gives."""

from __future__ import annotations

import pytest

import bpviz.training
from bpviz.training import session


def test_that_every_name_of_the_package_is_there_and_no_other() -> None:
    for name in bpviz.training.__all__:
        assert getattr(bpviz.training, name).__name__ == name
    assert bpviz.training.Session is session.Session
    with pytest.raises(AttributeError, match="has no attribute 'Sesion'"):
        _ = bpviz.training.Sesion
