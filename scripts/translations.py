"""Keep the translations of the interface: gather its texts, check them, compile them.

    python scripts/translations.py            gather texts into the .ts files, and compile these
    python scripts/translations.py --check    say what is not translated; exit 1 if there is any

Qt's lupdate finds what the interface translates itself.  Two kinds of texts are handed to it in a
file made for it: sentences of the code without Qt, templates (`Message.of`, `DatasetError` and
their like) that the interface translates in the context "messages"; and what a module translates
through a short function that knows the context, ``_tr = translator("Context")``.

The .ts file is the source; the .qm file that is made of it lies beside it in the repository, so
that neither a checkout nor an installed copy needs Qt's tools to speak another language.
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
    "Message.of", "Sentence.of", "DatasetError", "RequestError", "SettingsError", "check_count",
    "self._sample",
)  # fmt: skip
_FIELD = re.compile(r"\{[^{}]*\}")
_Text = tuple[str, str]  # context and source


def sources() -> list[Path]:
    """Return every module of the program."""
    return sorted((ROOT / "bpviz").rglob("*.py"))


def templates() -> set[_Text]:
    """Return the sentences of the code without Qt, and what the catalogue says of its sets."""
    found = {("messages", text) for path in sources() for text in _templates_of(_parsed(path))}
    sys.path.insert(0, str(ROOT))
    from bpviz.datasets import catalog

    for entry in catalog.ENTRIES:
        found |= {("messages", str(entry.title)), ("messages", str(entry.description))}
    return found


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _templates_of(module: ast.Module) -> Iterator[str]:
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and ast.unparse(call.func) in TEMPLATES:
            yield from _first_of(call)


def _first_of(call: ast.Call) -> Iterator[str]:
    """Yield the first argument of a call if it is a text, or the two of a choice."""
    first = call.args[0] if call.args else None
    for each in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def shortcuts() -> set[_Text]:
    """Return what modules translate in a context of theirs: ``_tr = translator("Context")``."""
    return {found for path in sources() for found in _shortcuts_of(_parsed(path))}


def _shortcuts_of(module: ast.Module) -> Iterator[_Text]:
    contexts = {}
    for each in module.body:
        given = re.fullmatch(r"(\w+) = translator\('(\w+)'\)", ast.unparse(each))
        if given:
            contexts[given[1]] = given[2]
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and ast.unparse(call.func) in contexts:
            yield from ((contexts[ast.unparse(call.func)], text) for text in _first_of(call))


def gather(language: str, target: Path) -> None:
    """Bring a .ts file of a language up to date; translations that are there stay."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "messages.py"
        calls = sorted(templates() | shortcuts())
        lines = [f"QCoreApplication.translate({name!r}, {text!r})" for name, text in calls]
        made.write_text("\n".join(lines), encoding="utf-8")
        _run(
            "pyside6-lupdate", *map(str, sources()), str(made), "-ts", str(target),
            "-locations", "none", "-no-obsolete", "-silent",
            "-source-language", "en", "-target-language", language,
        )  # fmt: skip


def compile_(target: Path) -> None:
    """Write the .qm file that the program loads."""
    _run("pyside6-lrelease", "-silent", str(target), "-qm", str(target.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    path = Path(sysconfig.get_path("scripts")) / tool
    subprocess.run([str(path), *arguments], check=True)


def texts(target: Path) -> dict[_Text, str]:
    """Return every text of a .ts file with its translation, "" where it is not finished."""
    found = {}
    for context in ET.parse(target).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation is not None and translation.get("type") is None
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = (translation.text or "") if translation is not None and finished else ""
    return found


def faults(target: Path) -> list[str]:
    """Return what is wrong with a .ts file, one line each."""
    found = []
    for (context, source), text in texts(target).items():
        if not text:
            found.append(f"{context}: not translated: {source!r}")
        elif sorted(_FIELD.findall(source)) != sorted(_FIELD.findall(text)):
            found.append(f"{context}: other fields: {source!r} → {text!r}")
    return found


def stale(language: str, target: Path) -> list[str]:
    """Return what the program says and the .ts file does not know, and the other way round."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / target.name
        gather(language, fresh)
        said, known = set(texts(fresh)), set(texts(target))
    return [
        *(f"{context}: not gathered: {source!r}" for context, source in sorted(said - known)),
        *(f"{context}: no longer said: {source!r}" for context, source in sorted(known - said)),
    ]


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description="Keep the translations of the interface.")
    parser.add_argument("--check", action="store_true", help="only say what is not translated")
    check = parser.parse_args().check
    wrong = []
    for language in LANGUAGES:
        target = FOLDER / f"bpviz_{language}.ts"
        if check:
            wrong += [f"{target.name}: {fault}" for fault in stale(language, target)]
        else:
            gather(language, target)
            compile_(target)
        wrong += [f"{target.name}: {fault}" for fault in faults(target)]
    print("\n".join(wrong) if wrong else "Everything is translated.")
    return 1 if check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
