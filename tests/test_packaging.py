"""The wheel, installed elsewhere, brings the data and finds it."""

import email
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
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
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=CHECKOUT)
    (wheel,) = folder.glob("*.whl")
    return wheel


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


def test_that_the_wheel_holds_every_resource_and_no_python_among_them(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    for path in paths.resources().rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            name = path.relative_to(paths.resources()).as_posix()
            assert f"bpviz/resources/{name}" in packed
    assert not [name for name in packed if re.match(r"bpviz/resources/.*\.py", name)]
    assert not [name for name in packed if not name.startswith("bpviz")]


def test_that_the_wheel_tells_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        fields = email.message_from_bytes(archive.read(metadata))
        licence = archive.read(metadata.replace("METADATA", "licenses/LICENSE")).decode()
    assert fields["License-Expression"] == "MIT"
    assert fields["Version"] == bpviz.__version__
    assert licence == (CHECKOUT / "LICENSE").read_text()


def test_that_the_installed_copy_loads_every_data_set_from_another_folder(
    installed: Path, tmp_path: Path
) -> None:
    assert load_installed(installed, tmp_path, *catalog.NAMES) == [
        f"{entry.name} {entry.n_samples} {entry.n_test}" for entry in catalog.ENTRIES
    ]


def test_that_the_installed_program_starts_by_its_name(installed: Path, tmp_path: Path) -> None:
    command = (sys.executable, str(installed / "bin" / "bpviz"), "--help")
    assert "--dataset" in run(*command, cwd=tmp_path, PYTHONPATH=str(installed))


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
    assert "einstalling bpviz puts" in line


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
