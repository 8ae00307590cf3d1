"""What is remembered of opened data from one start to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from bpviz.datasets.request import DataRequest, Missing, Scaling, TargetKind
from bpviz.ui.preferences import Preferences

CHOSEN = DataRequest(
    "/data/Größe;1.csv",
    seed=2**40,
    test_share=0.25,
    constant=True,
    target=("Güte",),
    inputs=("a", "b"),
    kind=TargetKind.CLASSES,
    scaling=Scaling.UNIT,
    missing=Missing.DROP,
    separator=";",
    decimal=",",
    encoding="cp1252",
    header=False,
    max_bytes=2**40,
)


def preferences(path: Path) -> Preferences:
    return Preferences(QSettings(str(path / "bpviz.ini"), QSettings.Format.IniFormat))


def test_that_recent_data_is_kept_with_every_choice_and_in_order(tmp_path: Path) -> None:
    first = preferences(tmp_path)
    assert first.recent() == []
    wanted = [CHOSEN, DataRequest("/pictures", size=(28, 20)), DataRequest("/x.npz")]
    first.remember_recent(wanted)
    first.save()
    again = preferences(tmp_path).recent()
    assert again == wanted
    assert isinstance(again[0].kind, TargetKind)
    assert isinstance(again[1].size, tuple)


@pytest.mark.parametrize(
    "stored",
    ["", "{", "null", "[3]", "{}", "[{}]", '[{"source": "a", "seed": -1}]',
     '[{"source": "a", "size": 3}]', '[{"source": "a", "kind": "odd"}]'],
)  # fmt: skip
def test_that_unreadable_recent_data_counts_as_none(tmp_path: Path, stored: str) -> None:
    store = QSettings(str(tmp_path / "bpviz.ini"), QSettings.Format.IniFormat)
    store.setValue("recent", stored)
    assert Preferences(store).recent() == []


def test_that_a_field_of_another_version_is_passed_over(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "bpviz.ini"), QSettings.Format.IniFormat)
    store.setValue("recent", '[{"source": "/a.csv", "colour": "red", "seed": 3}]')
    assert Preferences(store).recent() == [DataRequest("/a.csv", seed=3)]
