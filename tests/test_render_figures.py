"""``bpviz render`` and `render_figures`: figures, vectors and animations."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bpviz.datasets import load
from bpviz.figure_files import Figure, FigureNameError, figure_named, safe_name
from bpviz.training.document.archive import write
from bpviz.training.session import Session
from bpviz.training.settings import Settings
from bpviz.ui.window.layouts import PANELS
from tests.test_render import bpviz
from tests.ui.svgs import read_svg

RUN = ("render", "--dataset", "xor", "--steps", "50")


def test_that_a_panel_is_a_figure_where_that_is_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "loss.svg"
    asked = ("--panel", "loss_panel", "--size", "500x300", "--language", "de")
    done = bpviz(*RUN, *asked, "--figure", "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    svg = read_svg(out.read_bytes())
    assert svg.size == (500, 300)
    assert svg.words.startswith("Verlust")
    assert "Schritt 50" in svg.words
    assert svg.count("polyline", "path") > 5


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that was trained for 300 steps."""
    session = Session(Settings(n_hidden=4), load("xor"))
    session.advance(300)
    session.watches.add("norm W1")
    file = tmp_path_factory.mktemp("saved") / "run.bpviz"
    write(session.document(), file)
    return file


def test_that_a_run_is_an_animation_along_its_steps(saved: Path, tmp_path: Path) -> None:
    out = tmp_path / "run.apng"
    stretch = ("--from", "100", "--to", "400", "--frames", "4", "--fps", "10", "--tell")
    asked = ("--panel", "weights1_panel", "--figure", "--size", "300x200")
    done = bpviz("render", str(saved), *stretch, *asked, "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n") == ["1 4", "2 4", "3 4", "4 4", ""]
    with Image.open(out) as read:
        assert (read.size, read.info["duration"]) == ((300, 200), 100)
        assert getattr(read, "n_frames", 1) == 4
        frames = set()
        for i in range(4):
            read.seek(i)
            frames.add(read.convert("RGB").tobytes())
    assert len(frames) == 4
    assert list(tmp_path.iterdir()) == [out]


def test_that_an_animation_of_a_saved_run_ends_where_it_stands(saved: Path, tmp_path: Path) -> None:
    out = tmp_path / "run.gif"
    asked = ("--panel", "weights1_panel", "--figure", "--size", "200x120", "--tell")
    done = bpviz("render", str(saved), "--from", "299", *asked, "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n") == ["1 2", "2 2", ""]  # steps 299 and 300


def test_that_a_window_hears_in_its_language_why_an_animation_was_not_written(
    saved: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.gif"
    out.symlink_to(tmp_path / "gone" / "a.gif")
    asked = ("--panel", "weights1_panel", "--figure", "--size", "200x120", "--language", "de")
    done = bpviz("render", str(saved), "--from", "300", *asked, "--tell", "--out", str(out))
    assert done.returncode == 1
    assert "lässt sich nicht speichern" in done.stderr


def test_that_a_picture_says_how_weights_were_read(tmp_path: Path) -> None:
    file = tmp_path / "half.npz"
    np.savez(file, W1=np.ones((2, 3), np.float32), W2=np.ones((1, 2), np.float32))
    out = tmp_path / "w.png"
    done = bpviz(
        "render", "--dataset", "xor", "--weights", str(file), "--panel", "weights1_panel",
        "--out", str(out),
    )  # fmt: skip
    assert done.returncode == 0
    assert "half.npz are float32" in done.stderr
    assert out.exists()


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (("--to", "10", "--out", "a.svg"), "cannot move"),
        (("--from", "20", "--to", "10", "--out", "a.gif"), "after the last one"),
        (("--out", "a.gif"), "Give it by --to"),
        (("--to", "10", "--frames", "0", "--out", "a.gif"), "number of frames"),
        (("--out", "a.bmp"), "must be a file name that ends in"),
        (("--figure", "--out", "a.svg"), "Name it by --panel"),
    ],
)
def test_that_what_is_no_picture_or_animation_is_said(
    how: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = bpviz("render", "--dataset", "xor", *how)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_that_a_figure_is_named_as_its_panel_or_beside_it() -> None:
    assert figure_named("loss_panel.svg", PANELS) == Figure("loss_panel", Path("loss_panel.svg"))
    other = figure_named("loss_panel=a=b/fig 1.pdf", PANELS, (300, 200), "dark")
    assert other == Figure("loss_panel", Path("a=b/fig 1.pdf"), (300, 200), "dark")
    assert figure_named("x/window.png", PANELS).panel is None
    assert figure_named("window=a.png", PANELS).panel is None
    for wrong in ("loss.svg", "loss_panel.bmp", "loss_panel", "", "other=loss.svg", "\0.svg"):
        with pytest.raises(FigureNameError, match=r"\.$"):
            figure_named(wrong, PANELS)
    with pytest.raises(FigureNameError, match="no panel 'samples_panel'"):
        figure_named("samples_panel=a/b.pdf", PANELS)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("loss", "mnist", "l32", "λ0.1"), "loss mnist l32 λ0.1"),
        (("w₁", 'a/b\\c:d*e?f"g<h>i|j\n', ""), "w₁ a b c d e f g h i j"),
        (("..",), "figure"),
        (("con",), "con figure"),
        (("x" * 300,), "x" * 80),
    ],
)
def test_that_any_system_takes_the_name_of_a_figure(words: tuple[str, ...], name: str) -> None:
    assert safe_name(*words) == name


FIGURES = """
import sys
from pathlib import Path
from bpviz.datasets import load
from bpviz.figure_files import figure_named
from bpviz.render import RenderError, render_figures
from bpviz.training.commands import OpenRun
from bpviz.training.document.archive import write
from bpviz.training.session import Session
from bpviz.training.settings import Settings
from bpviz.ui.window.layouts import PANELS
try:
    figures = [figure_named(name, PANELS) for name in sys.argv[2:]]
    for out in render_figures(OpenRun(sys.argv[1]), figures, at=40):
        print(out)
except RenderError as error:
    print(error)
"""


def test_that_figures_of_a_saved_run_are_written_at_the_step_asked_for(
    saved: Path, tmp_path: Path
) -> None:
    names = ["units_panel.svg", "window.png", "watches_panel.svg", "gone/loss_panel.svg"]
    done = subprocess.run(
        [sys.executable, "-c", FIGURES, str(saved), *names],
        capture_output=True, text=True, check=False, timeout=60, cwd=tmp_path,
    )  # fmt: skip
    assert done.stderr == ""
    assert "gone/loss_panel.svg" in done.stdout  # the folder is not there
    svg = read_svg((tmp_path / "units_panel.svg").read_bytes())
    assert "step 40" in svg.words
    assert "computing" not in svg.words.casefold()
    svg = read_svg((tmp_path / "watches_panel.svg").read_bytes())
    assert "every step" in svg.words  # its curve was computed
    assert {each.name for each in tmp_path.iterdir()} == set(names[:3])
