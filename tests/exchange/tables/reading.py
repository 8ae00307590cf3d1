"""Tables as somebody else reads them."""

from __future__ import annotations

import csv
from pathlib import Path


def table(path: Path) -> tuple[list[str], list[list[str]]]:
    """Return titles and rows of a file, by Python's reader; it is UTF-8 with RFC 4180's ends."""
    data = path.read_bytes().decode("utf-8")
    assert data.endswith("\r\n")
    with open(path, encoding="utf-8", newline="") as file:
        titles, *rows = csv.reader(file, strict=True)
    assert all(len(row) == len(titles) for row in rows)
    assert len(set(titles)) == len(titles)
    return titles, rows


def columns(path: Path) -> dict[str, list[str]]:
    """Return the columns of a file by their titles."""
    titles, rows = table(path)
    return {title: [row[at] for row in rows] for at, title in enumerate(titles)}
