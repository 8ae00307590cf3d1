"""Figures as files: what one shows, how large it is and what its file is called; no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bpviz.quoting import spelled

WINDOW = "window"
"""Stands for the whole window where else a panel is named."""

VECTORS, PIXELS = ("svg", "pdf"), ("png", "jpg")
ENDINGS = (*VECTORS, *PIXELS)
"""Endings of the files that a figure can be written to."""

SIZE = (800, 500)
"""Width and height where nothing else is asked for, in units of 1/96 inch."""

LEAST, MOST = 64, 8192
"""The same of the smallest and the largest figure."""

_LONGEST = 80  # characters of a file's name


class FigureNameError(ValueError):
    """What was typed names no figure; the message says why, and what to type."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is asked for.

    Attributes
    ----------
    panel : str or None
        objectName of the panel; None is the whole window.
    out : Path
        Its file, whose ending says the format, one of `ENDINGS`.
    size : tuple of two int
        Width and height in units of 1/96 inch, which are the pixels of a PNG.
    theme : str
        "light" or "dark".
    """

    panel: str | None
    out: Path
    size: tuple[int, int] = SIZE
    theme: str = "light"


def ending_of(path: Path) -> str:
    """Return the format that the name of a file says, one of `ENDINGS`.

    Raises
    ------
    FigureNameError
        If it says none.
    """
    ending = path.suffix.lower().removeprefix(".").replace("jpeg", "jpg")
    if ending not in ENDINGS:
        raise FigureNameError(
            f"The figure is {spelled(str(path))}; its name must end in .svg, .pdf, .png or .jpg."
        )
    return ending


def figure_named(
    text: str, panels: tuple[str, ...], size: tuple[int, int] = SIZE, theme: str = "light"
) -> Figure:
    """Return the figure that ``loss_panel.svg`` or ``loss_panel=fig 1.pdf`` asks for.

    Parameters
    ----------
    text : str
        The file, called as its panel, or after the panel's name and "=".
    panels : tuple of str
        Those that there are; `WINDOW` is known as well.

    Raises
    ------
    FigureNameError
        If there is no such panel or format.
    """
    name, given, rest = text.partition("=")
    if given and (name == WINDOW or name in panels or name.isidentifier()):
        out = Path(rest)
    else:
        out = Path(text)
        name = out.stem
    ending_of(out)
    if name != WINDOW and name not in panels:
        raise FigureNameError(
            f"There is no panel {spelled(name)}. Name the file as one of {', '.join(panels)}, "
            f"{WINDOW}, or write PANEL=FILE."
        )
    return Figure(None if name == WINDOW else name, out, size, theme)


def safe_name(*words: str) -> str:
    """Return the words as the name of a file, without its ending: such as any system takes."""
    name = " ".join(filter(None, (re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*]+', " ", w) for w in words)))
    name = re.sub(r"\s+", " ", name).strip(" .")[:_LONGEST].strip(" .")
    reserved = re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", name.partition(".")[0])
    return f"{name} figure" if reserved else name or "figure"
