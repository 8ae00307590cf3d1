"""The steps that a search has found on the branch at hand, and the neighbours of a step."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bpviz.training.infos import AskedInfo
from bpviz.training.search_results import FoundSteps
from bpviz.training.watches import Watch
from bpviz.ui.core.found_steps import FoundHere, next_found, previous_found
from tests.ui.frames import changed, make_frame

steps = st.lists(st.integers(0, 40), unique=True).map(sorted)


@given(steps, st.integers(-1, 41))
def test_that_the_neighbours_are_the_nearest_on_either_side(known: list[int], step: int) -> None:
    array = np.array(known, dtype=np.int64)
    assert next_found(array, step) == min((each for each in known if each > step), default=None)
    assert previous_found(array, step) == max((each for each in known if each < step), default=None)


def test_that_only_steps_of_the_branch_at_hand_count_in_rising_order() -> None:
    values = np.zeros(3)
    found = FoundSteps(
        None, Watch.loss(), "value", 0, 0, 9, 9, 3, np.array([7, 2, 5]), values, values
    )  # fmt: skip
    here, frame = FoundHere(), make_frame(asked=AskedInfo(found=found))
    first = here.of(frame)
    assert first.tolist() == [2, 5, 7]
    assert here.of(changed(frame, step=3)) is first
    assert here.of(changed(frame, branch=1)).tolist() == []
    assert here.of(frame) is first
    assert here.of(make_frame()).tolist() == []
