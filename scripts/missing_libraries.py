"""Print the Debian packages of the system libraries that Qt needs and that cannot be loaded.

``missing_libraries.py offscreen`` looks at what any use of Qt needs, ``screen`` also at what an X
screen needs.  Prints one line of names, or nothing where nothing is missing.
"""

from __future__ import annotations

import ctypes
import sys

OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    # Called libglib2.0-0t64 since Debian 13; apt finds it by the old name too.
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""The package of each library that importing Qt's widgets loads."""

SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""The package of each library that Qt's plugin for X loads besides."""


def loads(library: str) -> bool:
    """Whether the dynamic linker finds `library` and all that it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(kind: str) -> list[str]:
    """Return the packages to install for `kind`, "offscreen" or "screen"."""
    if not sys.platform.startswith("linux"):
        return []  # Qt's own packages for other systems bring all they need
    needed = OFFSCREEN | (SCREEN if kind == "screen" else {})
    return [package for library, package in needed.items() if not loads(library)]


if __name__ == "__main__":
    if sys.argv[1:] not in (["offscreen"], ["screen"]):
        sys.exit("Usage: missing_libraries.py offscreen|screen")
    print(" ".join(missing(sys.argv[1])))
