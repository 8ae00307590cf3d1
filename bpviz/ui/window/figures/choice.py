"""What a person chose of a figure last: its format, size and theme."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from bpviz.figure_files import ENDINGS, LEAST, MOST, SIZE
from bpviz.ui.core.theme import DARK, LIGHT, Theme, current_theme

PX, CM = "px", "cm"
PX_IN_CM = 96 / 2.54
THEMES = ("light", "dark", "screen")
RESOLUTIONS = (96, 150, 192, 300, 600)
"""Pixels in an inch of a picture; 96 draws the text as it is on the screen."""


@dataclass(frozen=True, slots=True)
class FigureChoice:
    """A format (its ending), a theme, a size in units of 1/96 inch, and how to write that.

    Raises
    ------
    ValueError
        If a value is none of those that can be chosen.
    """

    ending: str = "svg"
    theme: str = "light"
    width: float = float(SIZE[0])
    height: float = float(SIZE[1])
    unit: str = PX
    dpi: int = 96

    def __post_init__(self) -> None:
        good = self.ending in ENDINGS and self.theme in THEMES and self.unit in (PX, CM)
        good = good and all(LEAST <= side <= MOST for side in (self.width, self.height))
        if not good or self.dpi not in RESOLUTIONS:
            raise ValueError(f"{self} cannot be chosen")

    def look(self) -> Theme:
        """Return the theme."""
        return {"light": LIGHT, "dark": DARK}.get(self.theme) or current_theme()

    def kept(self) -> dict[str, Any]:
        """Return it as JSON has it; see `choice_kept`."""
        return asdict(self)


def choice_kept(stored: object) -> FigureChoice:
    """Return what `FigureChoice.kept` returned; the usual one where it means nothing."""
    known = {field.name for field in fields(FigureChoice)}
    try:
        values = {str(k): v for k, v in dict(stored).items() if k in known}  # type: ignore[call-overload]
        return FigureChoice(**values)
    except (TypeError, ValueError):
        return FigureChoice()
