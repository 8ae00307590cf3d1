"""What the command line says, and what it returns, without a screen."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from bpviz import cli, ending
from bpviz.datasets import DataRequest, load
from bpviz.network import Network
from bpviz.network.digest import digest
from bpviz.training import Session


def test_that_too_little_memory_for_keyframes_ends_with_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["train", "--dataset", "mnist", "--hidden", "4096", "--keyframe-memory", "40"]
    assert cli.main([*arguments, "--steps", "1"]) != 0
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.count("\n") == 1
    assert "two keyframes of this network take" in out.err
    assert "smaller hidden size l" in out.err


def test_that_a_picture_inside_a_step_needs_a_row_that_there_is(
    capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    arguments = ["render", "--dataset", "xor", "--steps", "3", "--out", f"{tmp_path}/x.png"]
    assert cli.main([*arguments, "--phase", "grad_W1", "--row", "99"]) != 0
    assert "row 99" in capsys.readouterr().err


@pytest.fixture
def numbered(tmp_path: Path) -> str:
    """A table as pandas writes it, of which one has to be told what becomes of it."""
    rows = [f"{i},{i % 7}.5,{i % 5}.25" for i in range(40)]
    (tmp_path / "numbers.csv").write_text("\n".join([",x,y", *rows]) + "\n")
    return str(tmp_path / "numbers.csv")


def test_that_training_on_a_file_tells_first_what_was_made_of_it(
    numbered: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["train", "--dataset", numbered, "--steps", "9"]) == 0
    told = capsys.readouterr().err
    assert "Left out as row numbers" in told
    assert "A constant input 1 is appended" in told
    assert "through the origin" not in told


def test_that_a_curve_that_is_bound_to_the_origin_is_told_to_people_and_to_machines(
    numbered: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bound = ["train", "--dataset", numbered, "--steps", "9", "--no-constant"]
    bound += ["--sigma1", "tanh", "--sigma2", "identity"]
    assert cli.main(bound) == 0
    assert "goes through the origin" in capsys.readouterr().err
    assert cli.main([*bound, "--json"]) == 0
    found = capsys.readouterr()
    assert "goes through the origin" in json.loads(found.out)["remarks"][-1]
    assert "origin" not in found.err


def test_that_of_a_data_set_of_the_catalogue_nothing_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["train", "--dataset", "xor", "--steps", "9", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["remarks"] == []


def test_that_training_begins_with_the_weights_of_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    xor, path = load("xor"), tmp_path / "w.npz"
    rng = np.random.default_rng(0)
    net = Network(rng.normal(size=(3, xor.n_inputs)), rng.normal(size=(xor.n_outputs, 3)))
    np.savez(path, W1=net.W1, W2=net.W2)
    train = ["train", "--dataset", "xor", "--weights", str(path), "--steps", "7", "--digest"]
    assert cli.main([*train, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["weights"], report["settings"]["n_hidden"]) == (str(path), 3)
    run = Session(cli.base_settings(DataRequest("xor")).replace(n_hidden=3), xor, network=net)
    run.advance(7)
    assert report["digest"] == digest(run.network)
    assert cli.main(train) == 0
    assert f"start weights: {path}" in capsys.readouterr().out
    for more, status, words in (
        (["--hidden", "4"], ending.TYPED, "are for l = 3, the hidden size of the settings is l ="),
        (["--dataset", "iris"], ending.TYPED, "Choose weights and data that fit each other"),
        (["--weights", str(tmp_path / "gone.npz")], ending.TYPED, "gone.npz does not exist"),
        (["--weights", str(tmp_path)], ending.TYPED, "is not a file. Choose a file of weights"),
        (["--weights", __file__], ending.HAPPENED, "is no table of weights"),
    ):
        assert cli.main([*train, *more]) == status
        said = capsys.readouterr()
        assert said.out == ""
        assert words in said.err
        assert said.err.count("\n") == 1
