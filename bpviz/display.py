"""Whether a window can be shown here, found out before Qt aborts over it; imports no Qt.

Qt ends the process with a core dump when it finds no display or when a library of its platform
plugin is missing.  What is asked here is what Qt will do in a moment: load the plugin, connect.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

APT_LINE = (
    "apt install libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libgssapi-krb5-2 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0"
)
"""What a bare Debian or Ubuntu lacks for Qt."""

HOW_TO_GO_ON = (
    "Use xvfb-run or QT_QPA_PLATFORM=offscreen, or train without a window with `bpviz train`."
)


def obstacle(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Return the one sentence that says why no window can be shown here; empty if one can.

    Only Linux is looked at; elsewhere a display is always there.
    """
    if not platform.startswith("linux"):
        return ""
    wanted = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if wanted:
        return _plugin_obstacle(wanted) or (_x11_obstacle(environment) if wanted == "xcb" else "")
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return f"There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. {HOW_TO_GO_ON}"
    if _wayland_answers(environment) and not _plugin_obstacle("wayland"):
        return ""
    if not environment.get("DISPLAY"):
        return (
            f"Nothing answers at WAYLAND_DISPLAY={environment['WAYLAND_DISPLAY']}. {HOW_TO_GO_ON}"
        )
    return _plugin_obstacle("xcb") or _x11_obstacle(environment)


def import_obstacle(error: ImportError) -> str:
    """Return the one sentence for a PySide6 that cannot be imported."""
    library = _library_of(str(error))
    if library:
        return (
            f"The system library {library}, which Qt needs, is missing. Install it with "
            f"`{APT_LINE}`, or use `bpviz train`, which works without."
        )
    return f"PySide6, which draws the window, cannot be imported: {error}. Reinstall it."


def _library_of(message: str) -> str:
    """Return "libEGL.so.1" of "libEGL.so.1: cannot open shared object file: …"."""
    name, _, rest = message.partition(":")
    return name.strip() if ".so" in name and "cannot open" in rest else ""


def _plugin_folder() -> Path | None:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "Qt" / "plugins" / "platforms"


def _plugin_obstacle(name: str) -> str:
    """Load Qt's platform plugin as Qt will; a distribution's own Qt is not looked into."""
    folder = _plugin_folder()
    if folder is None or not folder.is_dir():
        return ""
    plugin = folder / f"libq{name}.so"
    if not plugin.is_file():
        known = ", ".join(sorted(path.stem.removeprefix("libq") for path in folder.glob("libq*")))
        return f"QT_QPA_PLATFORM is {name}, which Qt does not know. Use one of {known}."
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        library = _library_of(str(error)) or str(error)
        return (
            f"The system library {library}, which Qt needs, is missing. Install it with "
            f"`{APT_LINE}`. {HOW_TO_GO_ON}"
        )
    return ""


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    address = Path(environment.get("XDG_RUNTIME_DIR", "/run")) / name  # an absolute name wins
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(address))
        except OSError:
            return False
    return True


def _x11_obstacle(environment: Mapping[str, str]) -> str:
    """Connect to the X server through libxcb, as Qt does: permissions count as well."""
    display = environment.get("DISPLAY", "")
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return ""  # the plugin could not have been loaded without it: another Qt, not ours
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode() or None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    where = f"DISPLAY={display}" if display else "an X display, because DISPLAY is not set"
    return f"Nothing answers at {where}. {HOW_TO_GO_ON}" if failed else ""
