"""A typeset formula as outlines of letters for figures, in which Qt draws its SVG too thick."""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree as ET

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

_PART = re.compile(r"([MLQZ])([^MLQZ]*)")


@cache
def formula_path(svg: bytes) -> QPainterPath:
    """Return all that the typesetter's SVG fills, in its own units.

    It has lines and quadratic curves in absolute coordinates, and rectangles.
    """
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for element in ET.fromstring(svg).iter():
        if element.tag.endswith("}path"):
            whole.addPath(_outline(element.get("d", "")))
        elif element.tag.endswith("}rect"):
            sides = (float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
            whole.addRect(QRectF(*sides))
    return whole


def _outline(commands: str) -> QPainterPath:
    path = QPainterPath()
    for command, numbers in _PART.findall(commands):
        places = [float(number) for number in numbers.replace(",", " ").split()]
        points = [QPointF(x, y) for x, y in zip(places[::2], places[1::2], strict=True)]
        if command == "M":
            path.moveTo(points[0])
        elif command == "L":
            for point in points:
                path.lineTo(point)
        elif command == "Q":
            for control, end in zip(points[::2], points[1::2], strict=True):
                path.quadTo(control, end)
        else:
            path.closeSubpath()
    return path
