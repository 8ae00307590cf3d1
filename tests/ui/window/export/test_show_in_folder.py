"""A file is shown by the file manager, or its folder is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtDBus import QDBusConnection

from bpviz.ui.window.export import show_in_folder as module


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that are opened."""
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toLocalFile())
        return True

    monkeypatch.setattr(module.QDesktopServices, "openUrl", open_url)
    return found


def test_that_without_a_bus_the_folder_is_opened(
    qapp: Any, opened: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HAS_DBUS", False)
    module.show_in_folder(str(tmp_path / "a λ #1.csv"))
    assert opened == [str(tmp_path)]


def test_that_without_a_file_manager_on_the_bus_the_folder_is_opened(
    qapp: Any, qtbot: Any, opened: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection to nobody answers every call with an error."""
    nobody = QDBusConnection("nobody")
    asked: list[str] = []

    class Bus:
        @staticmethod
        def sessionBus() -> Any:
            return Bus()

        @staticmethod
        def isConnected() -> bool:
            return True

        @staticmethod
        def asyncCall(message: Any) -> Any:
            asked.append(f"{message.service()} {message.member()} {message.arguments()[0][0]}")
            return nobody.asyncCall(message)

    monkeypatch.setattr(module, "QDBusConnection", Bus)
    module.show_in_folder(str(tmp_path / "a λ.csv"))
    qtbot.waitUntil(lambda: opened == [str(tmp_path)])
    assert asked == [f"org.freedesktop.FileManager1 ShowItems file://{tmp_path}/a%20%CE%BB.csv"]
