"""The program's own icons: SVG drawings in one colour, in the colours of the theme in force."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from weakref import WeakValueDictionary

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from bpviz.paths import resources
from bpviz.ui.core.theme import current_theme, theme_changed

_SIZES = (16, 24, 32, 48, 96)


def set_icon(target: QAction | QAbstractButton, name: str, checked: str = "") -> None:
    """Give `target` the icon `name`, and for the state "on" the icon `checked` where one is given.

    It follows the theme.  A missing or damaged file gives an empty icon; a button then shows its
    text.
    """
    _IconOf(target, name, checked)


class _IconOf(QObject):
    """Draws the icon of an action or a button, its parent, for each theme."""

    def __init__(self, target: QAction | QAbstractButton, name: str, checked: str) -> None:
        super().__init__(target)
        self._target, self._names = target, (name, checked)
        self._draw()
        theme_changed.connect(self._draw)

    @Slot()
    def _draw(self) -> None:
        self._icon = _icon(*self._names)
        self._target.setIcon(self._icon)


_icons: WeakValueDictionary[tuple[str, str, str], QIcon] = WeakValueDictionary()
"""By names and theme: most icons are wanted in several places."""


def _icon(name: str, checked: str) -> QIcon:
    key = name, checked, current_theme().name
    found = _icons.get(key)
    if found is None:
        found = _icons[key] = _drawn(name, checked)
    return found


def _drawn(name: str, checked: str) -> QIcon:
    result, theme = QIcon(), current_theme()
    drawings = [(name, QIcon.State.Off)]
    if checked:
        drawings.append((checked, QIcon.State.On))
    for drawing, state in drawings:
        for colour, mode in (
            (theme.text, QIcon.Mode.Normal),
            (theme.border, QIcon.Mode.Disabled),
        ):
            for pixmap in _pixmaps(drawing, colour, _SIZES):
                result.addPixmap(pixmap, mode, state)
    return result


def window_icon() -> QIcon:
    """Return the program's icon, in its own colours."""
    result = QIcon()
    for pixmap in _pixmaps("bpviz", "", (16, 32, 64, 128, 256)):
        result.addPixmap(pixmap)
    return result


def _pixmaps(name: str, colour: str, sizes: Sequence[int]) -> list[QPixmap]:
    """Return a drawing in each size; none if its file is missing or damaged."""
    source = _source(name)
    if not source:
        return []
    renderer: QSvgRenderer | None = None
    pixmaps = []
    for size in sizes:
        key = f"icon {name} {colour} {size}"  # in the window after this one as well
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            if renderer is None:
                drawing = source.replace("currentColor", colour).encode()
                renderer = QSvgRenderer(QByteArray(drawing))
            if not renderer.isValid():
                return []
            pixmap = _rendered(renderer, size)
            QPixmapCache.insert(key, pixmap)
        pixmaps.append(pixmap)
    return pixmaps


def _rendered(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap


@cache
def _source(name: str) -> str:
    try:
        return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        logging.getLogger(__name__).warning("The icon %s cannot be read: %s", name, error)
        return ""
