"""What the machine says of this process, for the soak."""

from __future__ import annotations

import math
import sys

import numpy as np
import pytest

from benchmarks.machine import heap, resident_by_kind, resident_mb

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux tells, others do not.")


@pytest.mark.skipif(math.isnan(heap().in_use), reason="This C library does not count.")
def test_that_an_array_is_in_use_until_it_is_given_back() -> None:
    before = heap().in_use
    array = np.ones(2**22)
    assert heap().in_use - before == pytest.approx(array.nbytes / 2**20, abs=2.0)
    del array
    assert heap().in_use == pytest.approx(before, abs=2.0)


def test_that_the_kinds_of_resident_memory_add_up_to_all_of_it() -> None:
    array = np.ones(2**23)
    kinds = resident_by_kind()
    assert kinds["large"] / 1024 > array.nbytes / 2**20
    assert kinds["files"] > 0
    assert kinds["heap"] > 0
    assert kinds.total() / 1024 == pytest.approx(resident_mb(), rel=0.1)
