"""The light and the dark theme, and the one in force: palettes, plot colours and colour maps.

A label says by its foreground role (`MUTED`, `WARNING`) what its colour means, and what paints asks
`current_theme` while it does.  Only what is made of colours beforehand listens to `theme_changed`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True)
class Theme:
    """One look.  Colours are ``#rrggbb`` strings; colour maps are pyqtgraph's.

    Attributes
    ----------
    name : str
        "light" or "dark".
    window, base, raised, border : str
        Background of the window, of inputs and plots, of buttons; lines between things.
    text, muted : str
        Ordinary text; axis lines, captions, what is less important.
    accent, accent_text : str
        The one accent colour (selection, the current position), and text upon it.
    warning : str
        Something needs attention.
    series : tuple of str
        Colours for curves, told apart by the colour blind too (Okabe and Ito's hues).
    classes : tuple of str
        Ten colours for classes 0 … 9; class c uses ``classes[c % 10]``.  Any two of them are at
        least 20 apart (ΔE of CIE 2000), also to eyes that lack one kind of cones: so they differ
        in lightness, too.  All stand out from the ground of a plot, by a contrast of 1.8 at least.
    """

    name: str
    window: str
    base: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    accent_text: str
    warning: str
    series: tuple[str, ...]
    classes: tuple[str, ...]

    @property
    def kink(self) -> str:
        """Colour of entries whose differences cross a kink of ReLU, and so say nothing."""
        return self.series[3]

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.name == "dark"

    @cached_property
    def signed(self) -> pg.ColorMap:
        """Map for signed values, zero in the middle: blue below, ochre above.

        The hues of CET-CBD1, from a light centre in light and from a dark one in dark.  Its own
        lightness would spread the same weights less than half as far as that of the dark map does,
        so in light it goes on to darker ends.
        """
        stops = (
            ((120, 178, 255), (58, 144, 254), (24, 26, 30), (168, 144, 8), (240, 196, 92))
            if self.dark
            else ((20, 58, 150), (26, 100, 200), (246, 246, 245), (134, 102, 8), (80, 56, 0))
        )
        table = np.array(stops, dtype=np.ubyte)
        return pg.ColorMap(pos=[0.0, 0.22, 0.5, 0.78, 1.0], color=table)

    @cached_property
    def magnitudes(self) -> pg.ColorMap:
        """Map for values from 0 upwards (cividis)."""
        return pg.colormap.get("cividis")

    @cached_property
    def errors(self) -> pg.ColorMap:
        """Map for relative errors from 1e−12 to 1, whose logarithm is laid along it.

        Quiet blues up to 1e−5, where rounding and truncation are all that is seen, and from there
        warm colours that stand out.
        """
        quiet, loud = (
            (((28, 54, 74), (44, 88, 120), (72, 132, 174)), ((150, 112, 34), (244, 150, 40)))
            if self.dark
            else (
                ((222, 234, 243), (176, 206, 228), (122, 170, 208)),
                ((250, 214, 120), (226, 110, 0)),
            )
        )
        worst = (255, 92, 92) if self.dark else (150, 10, 20)
        stops = np.array([*quiet, *loud, worst], dtype=np.ubyte)
        return pg.ColorMap(pos=[0.0, 4 / 12, 6.99 / 12, 7.01 / 12, 10 / 12, 1.0], color=stops)

    def palette(self) -> QPalette:
        """Return the Qt palette of this look."""
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, colour in (
            (roles.Window, self.window),
            (roles.WindowText, self.text),
            (roles.Base, self.base),
            (roles.AlternateBase, self.window),
            (roles.Text, self.text),
            (roles.PlaceholderText, self.muted),
            (roles.Button, self.raised),
            (roles.ButtonText, self.text),
            (roles.ToolTipBase, self.raised),
            (roles.ToolTipText, self.text),
            (roles.Highlight, self.accent),
            (roles.HighlightedText, self.accent_text),
            (roles.Link, self.accent),
            (roles.Accent, self.accent),
            (roles.BrightText, self.warning),
            (roles.Mid, self.border),
            (roles.Dark, self.border),
        ):
            palette.setColor(role, QColor(colour))
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.muted))
        palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(self.border))
        return palette

    def outlined_palette(self) -> QPalette:
        """Return the palette of boxes whose outline Fusion derives from the window's colour.

        On a dark ground that would be an outline darker than dark.
        """
        palette = self.palette()
        if self.dark:
            # Fusion draws it in QColor.darker(140) of this role, which is seen nowhere else.
            palette.setColor(QPalette.ColorRole.Window, QColor(self.muted))
        return palette


OUTLINED = (
    "QCheckBox",
    "QRadioButton",
    "QLineEdit",
    "QAbstractSpinBox",
    "QComboBox",
    "QPushButton",
)
"""Widgets whose outline says what they are."""

LIGHT = Theme(
    name="light",
    window="#f4f5f7",
    base="#ffffff",
    raised="#fbfbfc",
    border="#c9cdd4",
    text="#1b1e24",
    muted="#5d6673",
    accent="#0b62c4",
    accent_text="#ffffff",
    warning="#b3261e",
    series=("#0b62c4", "#c77700", "#00795c", "#a8437f", "#555b66"),
    classes=(
        "#5e05bb",
        "#79a10f",
        "#8962ff",
        "#28655a",
        "#c2b8ff",
        "#451307",
        "#18d9a2",
        "#968799",
        "#5c6400",
        "#162438",
    ),
)

DARK = Theme(
    name="dark",
    window="#1e2126",
    base="#15171b",
    raised="#2a2e35",
    border="#414852",
    text="#e8eaee",
    muted="#9aa4b2",
    accent="#5aa9ff",
    accent_text="#0d1015",
    warning="#ff8a80",
    series=("#5aa9ff", "#f0b23e", "#3fd0a4", "#e58fc4", "#a6adb8"),
    classes=(
        "#aa99ff",
        "#ee6393",
        "#e6ff3f",
        "#007a5e",
        "#b7ffcf",
        "#8f0eff",
        "#a0a400",
        "#b20b02",
        "#ffddff",
        "#70316b",
    ),
)


MUTED = QPalette.ColorRole.PlaceholderText
"""Foreground role of a label that is less important: `Theme.muted`."""
WARNING = QPalette.ColorRole.BrightText
"""Foreground role of a label that needs attention: `Theme.warning`."""


class _InForce(QObject):
    """The theme in force, which is the application's as its palette is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT


_in_force = _InForce()
theme_changed = _in_force.changed
"""Another theme is in force, and every widget has its palette."""


def current_theme() -> Theme:
    """Return the theme in force; light before any was applied."""
    return _in_force.theme


@contextmanager
def drawn_in(theme: Theme) -> Iterator[Theme]:
    """Have what is made and painted within in another look, which nobody is told of.

    What is made there needs the palette set.  Nothing on the screen is painted meanwhile, so
    everybody else keeps theirs.
    """
    before, _in_force.theme = _in_force.theme, theme
    options = {name: pg.getConfigOption(name) for name in ("background", "foreground")}
    pg.setConfigOptions(background=theme.base, foreground=theme.muted)
    try:
        yield theme
    finally:
        _in_force.theme = before
        pg.setConfigOptions(**options)


def on_paper(theme: Theme) -> Theme:
    """Return a look whose ground is that of its plots: a figure is no window."""
    return dataclasses.replace(theme, window=theme.base)


def faint(colour: QColor | str, alpha: int) -> QColor:
    """Return a colour through which one sees; `alpha` is 0 … 255."""
    found = QColor(colour)
    found.setAlpha(alpha)
    return found


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Put a theme in force in the whole application."""
    if app.style().name() != "fusion":  # setting it again costs 80 ms
        app.setStyle("Fusion")
    another, _in_force.theme = theme is not _in_force.theme, theme
    app.setPalette(theme.palette())
    for name in OUTLINED:
        # The stubs want bytes, which PySide then refuses.
        app.setPalette(theme.outlined_palette(), name)  # type: ignore[arg-type]
    pg.setConfigOptions(background=theme.base, foreground=theme.muted, antialias=False)
    # Qt would hand out the palettes with the next events only.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationPaletteChange.value)
    if another:
        theme_changed.emit()
