"""The wheel, installed elsewhere, brings the data and finds it; the sdist brings its tests.

`scripts/try_packages.sh` tries both at length, in new environments of several Pythons.
"""

import email
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from pathlib import Path

import pytest

import bpviz
from bpviz import paths
from bpviz.datasets import catalog

CHECKOUT = Path(__file__).resolve().parents[1]

LOAD = """
import sys
import bpviz.datasets
for name in sys.argv[1:]:
    try:
        data = bpviz.datasets.load(name)
        print(name, data.n_samples, data.test.n_samples if data.test else 0)
    except bpviz.datasets.DatasetError as error:
        print(error)
print(*{module.__file__ for name, module in sys.modules.items() if name.startswith("bpviz")})
"""


def run(*command: str, cwd: Path, **environment: str) -> str:
    result = subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder), cwd=CHECKOUT)
    (packed,) = folder.glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = (path for path in folder.iterdir() if path.is_dir())
    return unpacked


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the sdist, as installers do."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=sdist)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        return email.message_from_bytes(archive.read(name))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("some where")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    options = ("--no-index", "--no-deps", "--no-compile", "--target", str(folder))
    run(*pip, *options, str(wheel), cwd=folder)
    return folder


def load_installed(installed: Path, elsewhere: Path, *names: str) -> list[str]:
    """What loading from the installed copy prints; nothing of it may come from the checkout."""
    *lines, files = run(
        sys.executable, "-c", LOAD, *names, cwd=elsewhere, PYTHONPATH=str(installed)
    ).splitlines()
    assert str(CHECKOUT) not in files
    assert str(installed) in files
    return lines


def test_that_the_wheel_holds_every_resource_and_nothing_that_is_not_used(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        f"bpviz/resources/{path.relative_to(paths.resources()).as_posix()}"
        for path in paths.resources().rglob("*")
        if path.is_file() and path.suffix != ".ts" and not path.name.startswith(".")
    }
    assert {name for name in packed if name.startswith("bpviz/resources/")} == expected
    assert not [name for name in packed if not name.startswith("bpviz")]
    assert "bpviz/py.typed" in packed
    desktop = {name.partition(".data/data/")[2] for name in packed if ".data/data/" in name}
    assert desktop == {
        "share/applications/bpviz.desktop",
        "share/mime/packages/bpviz.xml",
        "share/icons/hicolor/scalable/apps/bpviz.svg",
    }


def test_that_the_wheel_tells_the_licences_of_the_program_and_of_its_data(
    wheel: Path, metadata: Message
) -> None:
    assert metadata["License-Expression"] == "MIT AND CC-BY-4.0 AND CC-BY-SA-3.0"
    assert metadata["Version"] == bpviz.__version__
    sources = {"LICENSE"} | {
        path.relative_to(CHECKOUT).as_posix()
        for path in (CHECKOUT / "resources" / "datasets").glob("*/README.md")
    }
    assert set(metadata.get_all("License-File", [])) == sources
    with zipfile.ZipFile(wheel) as archive:
        for source in sources:
            name = f"bpviz-{bpviz.__version__}.dist-info/licenses/{source}"
            assert archive.read(name) == (CHECKOUT / source).read_bytes()


def test_that_the_description_leads_to_nothing_that_only_the_repository_has(
    metadata: Message,
) -> None:
    text = metadata.get_payload(decode=True)
    assert isinstance(text, bytes)
    description = text.decode()
    readme = (CHECKOUT / "README.md").read_text()
    link = re.compile(r"\]\((?!https?://)")
    assert link.search(readme)
    assert not link.search(description)
    kept = [line for line in readme.splitlines() if line and not link.search(line)]
    assert kept == [line for line in kept if line in description]
    assert metadata["Description-Content-Type"] == "text/markdown"


def test_that_the_tests_run_in_the_unpacked_sdist(sdist: Path) -> None:
    for needed in ("Makefile", "constraints.txt", "CONTRIBUTING.md", "scripts/setup.sh"):
        assert (sdist / needed).read_bytes() == (CHECKOUT / needed).read_bytes()
    tests = {path.relative_to(CHECKOUT) for path in (CHECKOUT / "tests").rglob("*.py")}
    assert tests == {path.relative_to(sdist) for path in (sdist / "tests").rglob("*.py")}
    some = ("tests/docs/test_links.py", "tests/test_setup.py", "tests/test_parsing.py")
    said = run(sys.executable, "-m", "pytest", "-n", "0", "-q", *some, cwd=sdist)
    assert " passed" in said
    assert "failed" not in said


def test_that_the_installed_copy_loads_every_data_set_from_another_folder(
    installed: Path, tmp_path: Path
) -> None:
    assert load_installed(installed, tmp_path, *catalog.NAMES) == [
        f"{entry.name} {entry.n_samples} {entry.n_test}" for entry in catalog.ENTRIES
    ]


@pytest.mark.parametrize("start", [("bin/bpviz",), ("-m", "bpviz")])
def test_that_the_installed_program_starts_as_a_command_and_as_a_module(
    installed: Path, tmp_path: Path, start: tuple[str, ...]
) -> None:
    command = (str(installed / start[0]) if len(start) == 1 else start[0], *start[1:])
    said = run(sys.executable, *command, "--help", cwd=tmp_path, PYTHONPATH=str(installed))
    assert said.startswith("usage: bpviz ")
    assert "--dataset" in said


@pytest.mark.parametrize("damage", ["missing", "truncated", "no resources at all"])
def test_that_a_damaged_installed_copy_says_so_in_one_sentence(
    installed: Path, tmp_path: Path, damage: str
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(installed / "bpviz", copy / "bpviz")
    folder = copy / "bpviz" / "resources"
    digits = folder / "datasets" / "digits" / "digits.csv.gz"
    if damage == "missing":
        digits.unlink()
    elif damage == "truncated":
        digits.write_bytes(digits.read_bytes()[:1000])
    else:
        shutil.rmtree(folder)
    (line,) = load_installed(copy, tmp_path, "digits")
    assert line.startswith(str(folder))
    assert "einstall bpviz" in line


def test_that_the_version_is_the_same_wherever_it_stands() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    citation = (CHECKOUT / "CITATION.cff").read_text()
    assert project["version"] == bpviz.__version__
    assert f"\nversion: {bpviz.__version__}\n" in citation


def test_that_the_constraints_are_plain_versions_of_all_that_is_needed() -> None:
    lines = (CHECKOUT / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.]+", pin) for pin in pins)
    pinned = {re.sub(r"[-_.]+", "-", pin.split("==")[0]).lower() for pin in pins}
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    for requirement in (*project["dependencies"], *extras["test"], *extras["check"]):
        name = re.split(r"[^A-Za-z0-9_.-]", requirement)[0]
        assert re.sub(r"[-_.]+", "-", name).lower() in pinned
