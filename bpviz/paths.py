"""Where the resources folder lies: beside the package in a checkout, inside it once installed.

It is not called ``resources``: the installed package holds a folder of that name.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder with data sets, icons, themes and translations.

    The folder is not looked into; where it is missing altogether, the path says where it belongs.
    """
    inside, beside = _PACKAGE / "resources", _PACKAGE.parent / "resources"
    is_checkout = (_PACKAGE.parent / "pyproject.toml").is_file()
    return beside if is_checkout and not inside.is_dir() else inside
