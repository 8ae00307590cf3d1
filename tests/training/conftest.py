"""A small world: bounds that a run of a few thousand steps reaches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest

from bpviz.training.record import buckets, record
from bpviz.training.run import recorded_steps, replay


@contextmanager
def small_world(spacing: int = 16) -> Iterator[None]:
    """Keyframes every `spacing` steps; 4 096 steps kept exactly, levels of 256 buckets."""
    with (
        patch.object(replay, "_keyframe_spacing", lambda *_: spacing),
        patch.object(replay, "MAX_SLOTS", 256),
        patch.object(record, "MAX_SLOTS", 256),
        patch.object(recorded_steps, "MAX_SLOTS", 256),
        patch.object(record, "RECENT", 2**12),
        patch.object(buckets, "LEVEL_SIZE", 2**8),
        patch.object(record, "_FOLD", 64),
    ):
        yield


@pytest.fixture
def in_a_small_world() -> Iterator[None]:
    with small_world():
        yield
