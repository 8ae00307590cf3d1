"""Keep the translations of the interface: gather its texts, check them, compile them.

    python scripts/translations.py            gather texts into the .ts files, and compile these
    python scripts/translations.py --check    say what is not translated; exit 1 if there is any

Qt's lupdate finds what the interface translates itself.  Sentences of the code without Qt are
templates (`Message.of`, `DatasetError` and their like) that the interface translates in the context
"messages"; they are handed to lupdate in a file made for it.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de",)
TEMPLATES = (
    "Message.of", "Sentence.of", "DatasetError", "SettingsError", "check_count", "self._sample"
)  # fmt: skip
_FIELD = re.compile(r"\{[^{}]*\}")


def sources() -> list[Path]:
    """Return every module of the program."""
    return sorted((ROOT / "bpviz").rglob("*.py"))


def templates() -> list[str]:
    """Return the sentences of the code without Qt, and what the catalogue says of its sets."""
    found = {text for path in sources() for text in _templates_of(path)}
    sys.path.insert(0, str(ROOT))
    from bpviz.datasets import catalog

    for entry in catalog.ENTRIES:
        found |= {entry.title, entry.description}
    return sorted(found)


def _templates_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in TEMPLATES and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def gather(language: str) -> Path:
    """Bring the .ts file of a language up to date; translations that are there stay."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    target = FOLDER / f"bpviz_{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "messages.py"
        lines = [f'QCoreApplication.translate("messages", {text!r})' for text in templates()]
        made.write_text("\n".join(lines), encoding="utf-8")
        _run(
            "pyside6-lupdate", *map(str, sources()), str(made), "-ts", str(target),
            "-locations", "none", "-no-obsolete", "-silent",
            "-source-language", "en", "-target-language", language,
        )  # fmt: skip
    return target


def compile_(target: Path) -> None:
    """Write the .qm file that the program loads."""
    _run("pyside6-lrelease", "-silent", str(target), "-qm", str(target.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    path = Path(sysconfig.get_path("scripts")) / tool
    subprocess.run([str(path), *arguments], check=True)


def faults(target: Path) -> list[str]:
    """Return what is wrong with a .ts file, one line each."""
    found = []
    for context in ET.parse(target).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source = message.findtext("source", "")
            translation = message.find("translation")
            text = "" if translation is None else translation.text or ""
            if not text or translation is None or translation.get("type") == "unfinished":
                found.append(f"{name}: not translated: {source!r}")
            elif sorted(_FIELD.findall(source)) != sorted(_FIELD.findall(text)):
                found.append(f"{name}: other fields: {source!r} → {text!r}")
    return found


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description="Keep the translations of the interface.")
    parser.add_argument("--check", action="store_true", help="only say what is not translated")
    check = parser.parse_args().check
    wrong = []
    for language in LANGUAGES:
        target = FOLDER / f"bpviz_{language}.ts"
        if not check:
            compile_(gather(language))
        wrong += [f"{target.name}: {fault}" for fault in faults(target)]
    print("\n".join(wrong) if wrong else "Everything is translated.")
    return 1 if check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
