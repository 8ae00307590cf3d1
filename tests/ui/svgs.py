"""What an SVG says that bpviz wrote, read by the standard library alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

import numpy as np

SVG = "{http://www.w3.org/2000/svg}"


@dataclass
class Svg:
    """The parsed file; `places` are the corners (x, y) of what is drawn outside every clip."""

    root: ET.Element
    size: tuple[float, float]
    texts: list[str] = field(default_factory=list)
    places: list[tuple[float, float]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All that is written."""
        return " ".join(" ".join(self.texts).split())

    def count(self, *tags: str) -> int:
        """How many elements of these kinds there are."""
        return sum(1 for each in self.root.iter() if each.tag.removeprefix(SVG) in tags)

    def outside(self, spare: float = 1.5) -> list[tuple[float, float]]:
        """Places beyond the figure."""
        w, h = self.size
        return [
            (x, y)
            for x, y in self.places
            if not (-spare <= x <= w + spare and -spare <= y <= h + spare)
        ]


def read_svg(data: bytes) -> Svg:
    """Parse a figure."""
    root = ET.fromstring(data)
    assert root.tag == f"{SVG}svg"
    x, y, width, height = (float(part) for part in root.get("viewBox", "").split())
    assert (x, y) == (0, 0)
    assert (float(root.get("width", "")), float(root.get("height", ""))) == (width, height)
    found = Svg(root, (width, height))
    drawn = [child for child in root if child.tag == f"{SVG}g"]
    assert len(drawn) == 1
    _walk(drawn[0], np.eye(3), found)
    found.texts = [
        "".join(each.itertext()) for each in root.iter(f"{SVG}text") if "".join(each.itertext())
    ]
    return found


def _walk(group: ET.Element, matrix: np.ndarray, found: Svg) -> None:
    if group.get("clip-path"):
        name = group.get("clip-path", "")[5:-1]
        assert found.root.find(f".//{SVG}clipPath[@id='{name}']") is not None
        return
    matrix = matrix @ _matrix(group)
    for each in group:
        if each.tag == f"{SVG}g":
            _walk(each, matrix, found)
        else:
            own = matrix @ _matrix(each)
            for point in _points(each):
                found.places.append(tuple((own @ [*point, 1.0])[:2]))


def _matrix(element: ET.Element) -> np.ndarray:
    match = re.fullmatch(r"matrix\((.*)\)", element.get("transform", ""))
    if match is None:
        return np.eye(3)
    a, b, c, d, e, f = (float(part) for part in match[1].split(","))
    return np.array([[a, c, e], [b, d, f], [0, 0, 1]])


def _points(element: ET.Element) -> Iterator[tuple[float, float]]:
    def value(name: str) -> float:
        return float(element.get(name, 0))

    match element.tag.removeprefix(SVG):
        case "rect" | "image":
            for right in (0, value("width")):
                for below in (0, value("height")):
                    yield value("x") + right, value("y") + below
        case "circle":
            yield value("cx"), value("cy")
        case "text":
            yield value("x"), value("y")
        case "polyline" | "polygon":
            for pair in element.get("points", "").split():
                x, _, y = pair.partition(",")
                yield float(x), float(y)
        case "path":
            numbers = [
                float(n) for n in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", element.get("d", ""))
            ]
            yield from zip(numbers[::2], numbers[1::2], strict=False)


def all_points(svg: Svg) -> list[tuple[float, float]]:
    """Places of all that is drawn, also within clips."""
    found: list[tuple[float, float]] = []

    def walk(group: ET.Element, matrix: np.ndarray) -> None:
        matrix = matrix @ _matrix(group)
        for each in group:
            if each.tag == f"{SVG}g":
                walk(each, matrix)
            else:
                own = matrix @ _matrix(each)
                found.extend(tuple((own @ [*point, 1.0])[:2]) for point in _points(each))

    walk(next(child for child in svg.root if child.tag == f"{SVG}g"), np.eye(3))
    return found


def covered(svg: Svg) -> list[str]:
    """What is written and then hidden by a plain ground that is painted over it."""
    written: list[tuple[str, np.ndarray]] = []
    hidden: list[str] = []

    def walk(group: ET.Element, matrix: np.ndarray, ground: bool) -> None:
        if group.get("clip-path"):
            return
        matrix = matrix @ _matrix(group)
        fill, opacity = group.get("fill"), float(group.get("fill-opacity", 1))
        ground = ground if fill is None else fill.startswith("#") and opacity == 1
        for each in group:
            own = matrix @ _matrix(each)
            kind = each.tag.removeprefix(SVG)
            if kind == "g":
                walk(each, matrix, ground)
            elif kind == "text":
                place = own @ [float(each.get("x", 0)) + 2, float(each.get("y", 0)) - 3, 1.0]
                written.append(("".join(each.itertext()).strip(), place[:2]))
            elif kind in ("rect", "path") and ground:
                corners = np.array([(own @ [*point, 1.0])[:2] for point in _points(each)])
                if kind == "path" and len(set(map(tuple, corners.round(3)))) != 4:
                    continue
                low, high = corners.min(axis=0), corners.max(axis=0)
                hidden.extend(
                    w for w, at in written if w and (low < at).all() and (at < high).all()
                )

    walk(next(child for child in svg.root if child.tag == f"{SVG}g"), np.eye(3), False)
    return hidden
