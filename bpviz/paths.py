"""Where the resources folder lies: beside the package in a checkout, inside it once installed.

It is not called ``resources``: the installed package holds a folder of that name.  And where the
user's state lies.
"""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder with data sets, icons, themes and translations.

    The folder is not looked into; where it is missing altogether, the path says where it belongs.
    """
    inside, beside = _PACKAGE / "resources", _PACKAGE.parent / "resources"
    is_checkout = (_PACKAGE.parent / "pyproject.toml").is_file()
    return beside if is_checkout and not inside.is_dir() else inside


def user_state() -> Path:
    """Return the folder for what outlives a program but is no document of the user's.

    Raises
    ------
    RuntimeError
        If the user has no home.
    """
    if sys.platform == "win32":
        named, usual = "LOCALAPPDATA", ("AppData", "Local")
    elif sys.platform == "darwin":
        named, usual = "", ("Library", "Application Support")
    else:
        named, usual = "XDG_STATE_HOME", (".local", "state")
    folder = Path(os.environ.get(named, ""))
    if not folder.is_absolute():  # as the specification of XDG says
        folder = Path.home().joinpath(*usual)
    return folder / "bpviz"
