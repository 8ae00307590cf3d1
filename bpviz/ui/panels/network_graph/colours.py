"""A theme's colours as the network graph needs them, made once a theme, and how it is drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_image import colour_table
from bpviz.ui.panels.network_graph.model import Layer

STEPS = 256
"""Parts of the signed map; even, so that zero has an entry of its own."""


SOFT = 89
"""Of 255: how much of the accent colour is seen around what is pointed at elsewhere."""


class GraphColours:
    """Colours of values, and of text upon them.

    Attributes
    ----------
    base, text, muted, border, accent, warning : QColor
        Those of the theme.
    scale : (17,) uint32
        The signed colours from one end to the other.
    """

    def __init__(self, theme: Theme) -> None:
        self.base = QColor(theme.base)
        self.text = QColor(theme.text)
        self.muted = QColor(theme.muted)
        self.border = QColor(theme.border)
        self.accent = QColor(theme.accent)
        self.warning = QColor(theme.warning)
        self.scale = colour_table(theme, "signed", 17)
        table = colour_table(theme, "signed", STEPS + 1)
        self._signed = [QColor.fromRgb(colour) for colour in table.tolist()]
        self._dim = [self.dimmed(colour) for colour in self._signed]

    def signed(self, value: float, limit: float, *, dim: bool = False) -> QColor:
        """Return the colour of `value` on a scale from −limit to +limit."""
        if not math.isfinite(value):
            return self.dimmed(self.warning) if dim else self.warning
        share = min(max(value / limit, -1.0), 1.0)
        table = self._dim if dim else self._signed
        return table[round((share + 1.0) / 2.0 * STEPS)]

    def sign(self, value: float) -> QColor:
        """Return the colour that stands for the sign of `value` alone."""
        if not math.isfinite(value):
            return self.warning
        return self._signed[round(0.9 * STEPS) if value > 0 else round(0.1 * STEPS)]

    def dimmed(self, colour: QColor) -> QColor:
        """Return a colour that steps back: opaque, most of it the ground's."""
        return mixed(colour, self.base, 0.72)

    def on(self, ground: QColor) -> QColor:
        """Return the colour in which text is read best on `ground`: the text's or the base."""
        return max(self.text, self.base, key=lambda ink: contrast(ink, ground))


@dataclass(frozen=True, eq=False)
class GraphLook:
    """How a network is drawn, whatever stands in it.

    Attributes
    ----------
    limit : float
        Weights are coloured from −limit to +limit.
    limits : mapping of Layer to float
        The same for the values of the units.
    titles, weight : mapping of Layer to str, str
        What stands above the columns, and before the legend.
    selection, highlight : Selection, Highlight, or None
        What is marked: a weight, and what is pointed at elsewhere.
    """

    colours: GraphColours
    limit: float = 1.0
    limits: Mapping[Layer, float] = field(default_factory=lambda: dict.fromkeys(Layer, 1.0))
    titles: Mapping[Layer, str] = field(default_factory=lambda: dict.fromkeys(Layer, ""))
    weight: str = ""
    selection: Selection | None = None
    highlight: Highlight | None = None


def mixed(a: QColor, b: QColor, share: float) -> QColor:
    """Return the colour `share` (0 … 1) of the way from a to b."""
    return QColor.fromRgbF(
        *(
            x + share * (y - x)
            for x, y in zip(a.getRgbF()[:3], b.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )


def contrast(a: QColor, b: QColor) -> float:
    """Return the contrast of two colours as WCAG defines it, 1 … 21."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
