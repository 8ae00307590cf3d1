"""The set-up scripts, run with stand-ins for Python, apt-get and sudo."""

import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]

PYTHON = """#!/bin/sh
echo "$(basename "$0") $*" >>"$LOG"
case "$*" in
*missing_libraries.py*) cat "$LIBRARIES" ;;
-V) echo "Python of $(cksum <"$0")" ;;
*"-m venv"*) for venv; do :; done; mkdir -p "$venv/bin"; cp "$0" "$venv/bin/python" ;;
*"-m pip install"*) exit "${PIP_STATUS:-0}" ;;
esac
"""

OLD_PYTHON = "#!/bin/sh\nexit 1\n"

APT = """#!/bin/sh
echo "apt-get $*" >>"$LOG"
: >"$LIBRARIES"
exit "${APT_STATUS:-0}"
"""

SUDO = '#!/bin/sh\nshift\necho "sudo $*" >>"$LOG"\nexec "$@"\n'


@dataclass
class Machine:
    """A folder of commands, all that the scripts can see, and a checkout with a space."""

    folder: Path

    @property
    def checkout(self) -> Path:
        return self.folder / "check out"

    @property
    def log(self) -> list[str]:
        path = self.folder / "log"
        return path.read_text().splitlines() if path.exists() else []

    def command(self, name: str, text: str) -> None:
        path = self.folder / "bin" / name
        path.unlink(missing_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def user(self, number: int) -> None:
        self.command("id", f"#!/bin/sh\necho {number}\n")

    def run(self, script: str, *arguments: str, **more: str) -> tuple[int, str]:
        environment = {
            "PATH": str(self.folder / "bin"),
            "LOG": str(self.folder / "log"),
            "LIBRARIES": str(self.folder / "libraries"),
        }
        result = subprocess.run(
            ["/bin/sh", f"scripts/{script}", *arguments],
            cwd=self.checkout,
            env=environment | more,
            capture_output=True,
            text=True,
        )
        return result.returncode, result.stderr


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "dirname", "basename", "cat", "cksum", "date", "env", "rm", "mkdir", "cp"):
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    shutil.copytree(CHECKOUT / "scripts", machine.checkout / "scripts")
    (machine.checkout / "pyproject.toml").write_text("one")
    (machine.checkout / "constraints.txt").write_text("two")
    (tmp_path / "libraries").write_text("")
    machine.user(0)
    return machine


def installs(machine: Machine) -> list[str]:
    return [line for line in machine.log if "-m pip install" in line]


def test_that_a_python_too_old_or_only_a_stub_is_passed_over(machine: Machine) -> None:
    machine.command("python3.13", "#!/bin/sh\nexit 127\n")
    machine.command("python3.12", OLD_PYTHON)
    machine.command("python3", PYTHON)
    assert machine.run("setup.sh")[0] == 0
    assert "python3 -m venv --clear .venv" in machine.log


def test_that_the_interpreter_can_be_named(machine: Machine) -> None:
    machine.command("python3.13", PYTHON)
    machine.command("snake", PYTHON)
    assert machine.run("setup.sh", PYTHON="snake")[0] == 0
    assert "snake -m venv --clear .venv" in machine.log


def test_that_another_interpreter_makes_the_environment_anew(machine: Machine) -> None:
    machine.command("python3.13", PYTHON)
    machine.command("snake", PYTHON + "# another one\n")
    for name in ("python3.13", "snake", "snake", ""):
        assert machine.run("setup.sh", PYTHON=name)[0] == 0
    made = [line for line in machine.log if "-m venv" in line]
    assert made == ["python3.13 -m venv --clear .venv", "snake -m venv --clear .venv"]


def test_that_the_newest_versions_are_in_an_environment_of_their_own(machine: Machine) -> None:
    machine.command("python3.11", PYTHON)
    for environment in ({}, {"VENV": ".venv newest", "NEWEST": "yes"}):
        for _ in range(2):
            assert machine.run("setup.sh", **environment)[0] == 0
    assert "python3.11 -m venv --clear .venv newest" in machine.log
    usual, newest = installs(machine)
    assert "--constraint" in usual
    assert "--upgrade --upgrade-strategy eager --editable .[test,check]" in newest
    assert "--constraint" not in newest


def test_that_newer_versions_are_looked_for_the_next_day(machine: Machine) -> None:
    machine.command("python3.11", PYTHON)
    for day in (1, 1, 2):
        machine.command("date", f"#!/bin/sh\necho {day}\n")
        machine.run("setup.sh", NEWEST="yes")
    assert len(installs(machine)) == 2


def test_that_a_named_interpreter_that_will_not_do_is_refused(machine: Machine) -> None:
    machine.command("python3.13", PYTHON)
    status, message = machine.run("setup.sh", PYTHON="nowhere")
    assert status == 1
    assert message == "PYTHON is nowhere, which is not a Python 3.11 or newer.\n"


def test_that_packages_are_installed_again_only_when_their_list_changed(machine: Machine) -> None:
    machine.command("python3.11", PYTHON)
    for _ in range(3):
        assert machine.run("setup.sh")[0] == 0
    assert len(installs(machine)) == 1
    assert "--constraint constraints.txt --editable .[test,check]" in installs(machine)[0]
    for count, name in enumerate(("pyproject.toml", "constraints.txt"), start=2):
        (machine.checkout / name).write_text("changed")
        machine.run("setup.sh")
        machine.run("setup.sh")
        assert len(installs(machine)) == count


def test_that_a_moved_checkout_is_installed_again(machine: Machine) -> None:
    machine.command("python3.11", PYTHON)
    machine.run("setup.sh")
    machine.checkout.rename(machine.folder / "elsewhere")
    (machine.folder / "elsewhere").rename(machine.folder / "moved")
    machine.checkout.symlink_to(machine.folder / "moved")
    machine.run("setup.sh")
    assert len(installs(machine)) == 2


def test_that_an_installation_that_failed_is_tried_again(machine: Machine) -> None:
    machine.command("python3.11", PYTHON)
    status, message = machine.run("setup.sh", PIP_STATUS="1")
    assert status == 1
    assert "could not be installed" in message
    assert machine.run("setup.sh")[0] == 0
    assert len(installs(machine)) == 2


def test_that_an_environment_that_no_longer_runs_is_made_anew(machine: Machine) -> None:
    machine.command("python3.11", PYTHON)
    machine.run("setup.sh")
    (machine.checkout / ".venv" / "bin" / "python").write_text(OLD_PYTHON)
    assert machine.run("setup.sh")[0] == 0
    assert machine.log.count("python3.11 -m venv --clear .venv") == 2


def test_that_a_missing_python_is_installed_or_asked_for(machine: Machine) -> None:
    machine.command("apt-get", APT)
    status, message = machine.run("setup.sh")
    assert machine.log[-1].endswith("install -y -qq --no-install-recommends python3 python3-venv")
    assert status == 1
    assert "No Python 3.11 or newer was found." in message  # the stand-in installs nothing


def test_that_missing_libraries_are_installed_by_root(machine: Machine) -> None:
    machine.command("python3.11", PYTHON)
    machine.command("apt-get", APT)
    (machine.folder / "libraries").write_text("libgl1 libegl1\n")
    assert machine.run("setup.sh", "offscreen")[0] == 0
    assert "python scripts/missing_libraries.py offscreen" in machine.log
    assert [line for line in machine.log if line.startswith("apt-get")] == [
        "apt-get update -qq",
        "apt-get install -y -qq --no-install-recommends libgl1 libegl1",
    ]


def test_that_nothing_is_installed_where_nothing_is_missing(machine: Machine) -> None:
    machine.command("python3.11", PYTHON)
    machine.command("apt-get", APT)
    assert machine.run("setup.sh", "screen")[0] == 0
    assert not [line for line in machine.log if line.startswith("apt-get")]


def test_that_others_than_root_use_sudo_where_it_asks_nothing(machine: Machine) -> None:
    machine.user(1000)
    machine.command("apt-get", APT)
    machine.command("sudo", SUDO)
    machine.command("true", "#!/bin/sh\n")
    assert machine.run("apt_install.sh", "libgl1")[0] == 0
    assert (
        "sudo env DEBIAN_FRONTEND=noninteractive "
        "apt-get install -y -qq --no-install-recommends libgl1" in machine.log
    )


LINE = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 libegl1\n"


@pytest.mark.parametrize("sudo", [None, "#!/bin/sh\nexit 1\n"])
def test_that_without_the_right_to_install_the_line_to_type_is_said(
    machine: Machine, sudo: str | None
) -> None:
    machine.user(1000)
    machine.command("apt-get", APT)
    if sudo:
        machine.command("sudo", sudo)
    status, message = machine.run("apt_install.sh", "libgl1", "libegl1")
    assert status == 1
    assert LINE in message
    assert machine.log == []


def test_that_the_line_to_type_is_said_where_installing_fails(machine: Machine) -> None:
    machine.command("apt-get", APT)
    status, message = machine.run("apt_install.sh", "libgl1", "libegl1", APT_STATUS="100")
    assert status == 1
    assert LINE in message


def test_that_without_apt_the_packages_are_named(machine: Machine) -> None:
    status, message = machine.run("apt_install.sh", "libgl1", "libegl1")
    assert status == 1
    assert "libgl1 libegl1" in message


@pytest.fixture
def libraries() -> ModuleType:
    path = CHECKOUT / "scripts" / "missing_libraries.py"
    spec = importlib.util.spec_from_file_location("missing_libraries", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="Qt needs nothing more elsewhere")
def test_that_only_libraries_that_cannot_be_loaded_are_missing(
    libraries: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert libraries.loads("libc.so.6")
    assert not libraries.loads("libnowhere.so.1")
    monkeypatch.setattr(libraries, "loads", lambda name: name == "libGL.so.1")
    offscreen, screen = libraries.missing("offscreen"), libraries.missing("screen")
    assert "libgl1" not in screen
    assert "libegl1" in offscreen
    assert "libxcb-cursor0" not in offscreen
    assert screen == offscreen + list(libraries.SCREEN.values())
