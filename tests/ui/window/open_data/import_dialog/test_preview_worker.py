"""How the import dialog looks at a file beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bpviz.datasets import DataRequest
from bpviz.ui.window.open_data.import_dialog import PreviewWorker, preview_worker
from bpviz.ui.window.open_data.import_dialog.preview_worker import look_at


def test_that_what_was_seen_for_an_older_request_is_dropped(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began: list[str] = []

    def look(request: DataRequest) -> preview_worker.ImportPreview:
        began.append(request.source)
        return preview_worker.ImportPreview(request, None)

    monkeypatch.setattr(preview_worker, "look_at", look)
    made = PreviewWorker()
    seen: list[str] = []
    made.seen.connect(lambda each: seen.append(each.request.source))
    for name in ("a", "b", "c", "d"):
        made.look(DataRequest(name))
    assert made.busy
    qtbot.waitUntil(lambda: not made.busy)
    assert seen == ["d"]
    assert began == ["a", "d"]
    made.look(DataRequest("e"))
    made.forget()
    assert not made.busy
    made.look(DataRequest("f"))
    qtbot.waitUntil(lambda: not made.busy)
    assert seen == ["d", "f"]


@pytest.mark.parametrize(
    ("name", "contents", "hopeless"),
    [
        ("gone.csv", None, True),
        ("empty.csv", b"", True),
        ("book.xlsx", b"PK\x03\x04" + bytes(60), True),
        ("binary.csv", bytes(range(256)) * 9, True),
        ("cut.csv.gz", b"\x1f\x8b\x08\x00\x00\x00", True),
        ("one_line.csv", b"1,2,3", False),
        ("header.csv", b"a,b\n", False),
        ("ragged.csv", b"a,b\n1,2\n1\n2,3\n", False),
        ("text.csv", b"a,b\nx,y\nz,w\n", False),
        ("good.csv", b"a,b\n1,2\n3,1\n", False),
    ],
)
def test_that_only_what_no_choice_can_help_is_hopeless(
    tmp_path: Path, name: str, contents: bytes | None, hopeless: bool
) -> None:
    path = tmp_path / name
    if contents is not None:
        path.write_bytes(contents)
    look = look_at(DataRequest(str(path)))
    assert look.hopeless is hopeless, look.problem
    assert hopeless <= (look.problem is not None)


def test_that_a_device_and_a_folder_without_pictures_are_hopeless(tmp_path: Path) -> None:
    for path in ("/dev/zero", str(tmp_path)):
        assert look_at(DataRequest(path)).hopeless
