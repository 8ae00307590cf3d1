"""Where things lie: tests beside their namesakes, panels that stand alone, contracts that hold."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TESTS = sorted(path.relative_to(ROOT / "tests") for path in ROOT.glob("tests/**/test_*.py"))
PANELS = sorted(path.parent.name for path in ROOT.glob("bpviz/ui/panels/*/panel.py"))
MIRRORING = [
    test
    for test in TESTS
    if test.parts[0] not in ("e2e", "docs", "benchmarks")
    and test.name not in ("test_packaging.py", "test_structure.py")
]
"""The others are about the program, the repository or its documents as a whole."""

ALONE = """
import sys
from importlib import import_module
from pkgutil import walk_packages

class Refusing:
    def find_spec(self, name, path=None, target=None):
        parts = name.split(".")
        if parts[:3] == ["bpviz", "ui", "panels"] and parts[3:4] not in ([], [panel]):
            raise ImportError(f"{panel} needs {name}")

sys.meta_path.insert(0, Refusing())
for panel in sys.argv[1:]:
    for name in [name for name in sys.modules if name.startswith("bpviz.ui.panels.")]:
        del sys.modules[name]
    package = import_module(f"bpviz.ui.panels.{panel}")
    for found in walk_packages(package.__path__, package.__name__ + "."):
        import_module(found.name)
    print(panel, sum(name.startswith(package.__name__) for name in sys.modules))
"""

BREAKS = {
    "ui/panels/loss/panel.py": "import bpviz.ui.panels.gradients.panel",
    "ui/window/docks.py": "import bpviz.ui.panels.loss.panel",
    "ui/core/theme.py": "import bpviz.ui.kit.charts.chart",
    "ui/kit/charts/chart.py": "import bpviz.ui.kit.heatmap.tiles",
    "ui/kit/heatmap/tiles.py": "import bpviz.training.commands",
    "ui/window/layouts.py": "import bpviz.worker.mailbox",
    "network/types.py": "import bpviz.network.weights",
    "datasets/progress.py": "import bpviz.training.message",
    "training/message.py": "import PySide6",
}
"""In a copy each of these lines goes against a contract; together they break every one."""


def named_after(test: Path) -> list[Path]:
    """What a test file may have its name from: a module, a package, a script or its folder."""
    words = test.stem.removeprefix("test_").split("_")
    names = ["_".join(words[:k]) for k in range(len(words), 0, -1)]
    places = (ROOT / "bpviz" / test.parent, ROOT / "scripts" / test.parent)
    return [place / name for place in places for name in names] + [places[0]]


def has_namesake(test: Path) -> bool:
    *inside, folder = named_after(test)
    files = [folder.with_suffix(".py")]
    files += [name.with_suffix(end) for name in inside for end in ("", ".py", ".sh")]
    return any(file.exists() for file in files)


def test_that_every_test_file_is_named_after_what_it_tests() -> None:
    assert MIRRORING
    assert [str(test) for test in MIRRORING if not has_namesake(test)] == []
    assert not has_namesake(Path("ui/panels/loss/test_plots_of_others.py"))


def test_that_every_panel_can_be_imported_without_the_others() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALONE, *PANELS], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == PANELS


def test_that_each_contract_of_the_imports_fails_where_it_is_broken(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "bpviz", tmp_path / "bpviz", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, line in BREAKS.items():
        with (tmp_path / "bpviz" / name).open("a") as module:
            module.write(f"\n\ndef _deliberate() -> None:\n    {line}\n")
    code = "from importlinter.cli import lint_imports_command as main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=tmp_path, capture_output=True, text=True
    )
    said = done.stdout + done.stderr
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    names = [contract["name"] for contract in contracts["contracts"]]
    lines = [line for line in said.splitlines() if line.endswith((" KEPT", " BROKEN"))]
    assert done.returncode == 1, said
    assert lines == [f"{name} BROKEN" for name in names]
