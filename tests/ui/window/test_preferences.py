"""What is remembered of opened data from one start to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from bpviz.datasets.request import DataRequest, Missing, Scaling, TargetKind
from bpviz.ui.window.preferences import Preferences

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


HOSTILE = [
    "[" * 100_000,
    '{"data":' * 100_000,
    '{"data": {"source": "xor", "size": ' + "[" * 800 + "]" * 800 + '}, "settings": {}}',
    '{"data": {"source": "xor"}, "settings": {"n_hidden": 1e999}}',
    '{"data": {"source": "xor"}, "settings": {"stopping": 5}}',
    "7",
]


@pytest.mark.parametrize("stored", HOSTILE, ids=lambda text: text[:20])
@pytest.mark.parametrize("name", ["run", "recent"])
def test_that_damage_is_passed_over_and_said(tmp_path: Path, name: str, stored: str) -> None:
    store = QSettings(str(tmp_path / "bpviz.ini"), QSettings.Format.IniFormat)
    assert Preferences(store).complaint() is None
    store.setValue(name, stored)
    damaged = Preferences(store)
    assert (damaged.last_run(), damaged.recent()) == (None, [])
    assert str(store.fileName()) in str(damaged.complaint())
    assert "damaged" in str(damaged.complaint())


def test_that_a_file_that_is_no_ini_file_is_said_too(tmp_path: Path) -> None:
    (tmp_path / "bpviz.ini").write_bytes(b"[general\n\xff\xfe=\x00\n[")
    damaged = preferences(tmp_path)
    assert damaged.last_run() is None
    assert "damaged" in str(damaged.complaint())


def test_that_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way of a folder", encoding="utf-8")
    lost = preferences(tmp_path / "file")
    assert "Make that file writable" in str(lost.complaint())
    lost.remember({"theme": "dark"})
    assert lost.save() == lost.complaint()
    kept = preferences(tmp_path)
    kept.remember({"theme": "dark"})
    assert kept.save() is None
