"""Whatever README, docs and the other pages point at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])
LINK = re.compile(r"!?\[(?:[^\]\[]|\[[^\]]*\])*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:bpviz|tests|scripts|benchmarks|docs|resources)/[\w./-]*)[` ]")


def text_of(page: Path) -> str:
    """The page without its blocks of code, in which brackets mean something else."""
    return re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)


def targets(page: Path) -> list[str]:
    return [target for target in LINK.findall(text_of(page)) if "://" not in target]


def anchors(page: Path) -> set[str]:
    """The names that GitHub gives to the headings of a page."""
    found = set()
    for heading in re.findall(r"^#+ +(.*)$", text_of(page), flags=re.M):
        plain = re.sub(r"[^\w\- ]", "", heading.strip().lower())
        found.add(plain.replace(" ", "-"))
    return found


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_that_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    missing = []
    for target in targets(page):
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            missing.append(target)
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_that_every_file_named_on_a_page_is_there(page: Path) -> None:
    named = PATH.findall(text_of(page))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_that_every_picture_can_be_opened_and_made_anew() -> None:
    makers = "".join(
        path.read_text(encoding="utf-8")
        for kind in ("scripts/*.sh", "scripts/*.py", "benchmarks/*.py")
        for path in sorted(ROOT.glob(kind))
    )
    for picture in sorted((ROOT / "docs" / "images").iterdir()):
        assert picture.name in makers or f"picture {picture.stem} " in makers
        with Image.open(picture) as image:
            image.verify()


def test_that_links_are_found_in_the_forms_that_the_pages_use(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# A title, and `more`\n[a](b.md#c) ![d [e]](f.png) [g](https://h.example)\n"
        "```\nrun[0](1)\n```\n",
        encoding="utf-8",
    )
    assert targets(page) == ["b.md#c", "f.png"]
    assert anchors(page) == {"a-title-and-more"}
