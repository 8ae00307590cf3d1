"""A short form of `scripts/document_damage.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from bpviz.training import Session
from scripts import document_damage


@pytest.mark.parametrize(("share", "places"), [(0.02, 0), (1.0, 300)])
def test_that_a_damaged_file_is_the_run_that_it_was_or_one_sentence(
    share: float, places: int, tmp_path: Path
) -> None:
    run = document_damage.a_run(20, 6, 4, 200)
    found = document_damage.attempt(run, tmp_path, share=share, places=places)
    assert found.faults == []
    assert sum(found.refused.values()) > 200
    assert len(found.refused) > 10


def test_that_the_check_would_see_another_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, load = document_damage.a_run(20, 6, 4, 200), Session.load
    path = tmp_path / "run.bpviz"
    run.save(path)
    right = document_damage.truth(load(path))
    assert document_damage.outcome(path, right) == "opened"

    def loaded(_path: object) -> Session:
        found = load(path)
        found.advance(1)
        return found

    monkeypatch.setattr(Session, "load", loaded)
    assert document_damage.outcome(path, right) == "fault: it opened as another run"
