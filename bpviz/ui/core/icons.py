"""The program's own icons: SVG drawings in one colour, recoloured for the theme when loaded."""

from __future__ import annotations

import logging
from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from bpviz.paths import resources
from bpviz.ui.core.theme import Theme

_SIZES = (16, 24, 32, 48, 96)


def icon(name: str, theme: Theme, checked: str = "") -> QIcon:
    """Return the icon `name`, and the icon `checked` for the state "on" where one is given.

    A missing or damaged file gives an empty icon; a button then shows its text.
    """
    result = QIcon()
    drawings = [(name, QIcon.State.Off)]
    if checked:
        drawings.append((checked, QIcon.State.On))
    for drawing, state in drawings:
        for colour, mode in (
            (theme.text, QIcon.Mode.Normal),
            (theme.border, QIcon.Mode.Disabled),
        ):
            for size in _SIZES:
                pixmap = _pixmap(drawing, colour, size)
                if pixmap is not None:
                    result.addPixmap(pixmap, mode, state)
    return result


def window_icon() -> QIcon:
    """Return the program's icon, in its own colours."""
    result = QIcon()
    for size in (16, 32, 64, 128, 256):
        pixmap = _pixmap("bpviz", "", size)
        if pixmap is not None:
            result.addPixmap(pixmap)
    return result


def _pixmap(name: str, colour: str, size: int) -> QPixmap | None:
    source = _source(name)
    if not source:
        return None
    key = f"icon {name} {colour} {size}"  # most icons are wanted in several places
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    if not renderer.isValid():
        return None
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


@cache
def _source(name: str) -> str:
    try:
        return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        logging.getLogger(__name__).warning("The icon %s cannot be read: %s", name, error)
        return ""
