"""What Qt writes as SVG, made into what other programs show as it is meant."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from functools import cache
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QFontInfo, QImage, QImageWriter

from bpviz.ui.core.figure_mode import CLIP_MARK, END_MARK

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
FINE = 1200
"""Pixels up to which a small image is enlarged."""

_FAMILY = "font-family"


def finished(written: bytes, size: tuple[float, float], title: str, about: str) -> bytes:
    """Return an SVG of `size` pixels with its clips, title and description.

    Groups that draw nothing are left out, and letters have a family to fall back on where the
    reader does not have theirs.
    """
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(written)
    width, height = (f"{side:g}" for side in size)
    for name, value in (("width", width), ("height", height), ("version", "1.1")):
        root.set(name, value)
    root.set("viewBox", f"0 0 {width} {height}")
    root.attrib.pop("baseProfile", None)
    for name, words in (("title", title), ("desc", about)):
        found = root.find(f"{{{_SVG}}}{name}")
        if found is not None:
            found.text = words
    definitions = root.find(f"{{{_SVG}}}defs")
    drawing = root.find(f"{{{_SVG}}}g")
    assert definitions is not None
    assert drawing is not None
    groups = list(drawing)
    drawing[:] = []
    _lay_out(groups, drawing, definitions)
    for each in root.iter():
        family = each.get(_FAMILY)
        if family is not None:
            each.set(_FAMILY, _families(family))
    for image in root.iter(f"{{{_SVG}}}image"):
        if image.get("image-rendering") == "optimizeSpeed":
            _enlarge(image)
    for each in root.iter(f"{{{_SVG}}}g"):
        each.text = each.tail = "\n"
    text: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + text


@cache
def _families(asked: str) -> str:
    """Return the family that was really drawn with, and what may stand in for it."""
    return f"'{QFontInfo(QFont(asked)).family()}', sans-serif"


def _enlarge(image: ET.Element) -> None:
    """Make squares of the pixels of a small image: many programs would blur them into another."""
    source = image.get(f"{{{_XLINK}}}href", "")
    picture = QImage.fromData(base64.b64decode(source.partition(",")[2]))
    times = FINE // max(picture.width(), picture.height(), 1)
    if times < 2:
        return
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = picture.scaled(picture.size() * times)  # by the nearest pixel
    QImageWriter(buffer, b"png").write(picture)
    data = base64.b64encode(buffer.data().data()).decode("ascii")
    image.set(f"{{{_XLINK}}}href", f"data:image/png;base64,{data}")


def _lay_out(groups: Iterable[ET.Element], drawing: ET.Element, definitions: ET.Element) -> None:
    """Put what is in Qt's flat groups into `drawing`, clipped between the marks."""
    open_: list[ET.Element] = [drawing]
    number = 0
    for group in groups:
        now: ET.Element | None = None
        for element in group:
            words = element.text or ""
            if words.startswith(CLIP_MARK):
                name, number = f"clip{number}", number + 1
                clip = ET.SubElement(definitions, f"{{{_SVG}}}clipPath", id=name)
                sides = zip(("x", "y", "width", "height"), words[1:].split(), strict=True)
                place = ET.SubElement(clip, f"{{{_SVG}}}rect", dict(sides))
                place.set("transform", group.get("transform", "matrix(1,0,0,1,0,0)"))
                inner = ET.SubElement(open_[-1], f"{{{_SVG}}}g")
                inner.set("clip-path", f"url(#{name})")
                open_.append(inner)
                now = None
            elif words.startswith(END_MARK):
                open_.pop()
                now = None
            else:
                if now is None:
                    now = ET.SubElement(open_[-1], f"{{{_SVG}}}g", group.attrib)
                now.append(element)
    for each in list(drawing.iter(f"{{{_SVG}}}g")):
        for inner in [g for g in each if g.get("clip-path") and not len(g)]:
            each.remove(inner)
