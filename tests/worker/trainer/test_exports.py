"""What is written for other programs, beside a run that goes on."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Part
from bpviz.exchange.errors import ExchangeError
from bpviz.training import commands as c
from bpviz.training.commands.exports import Exported
from bpviz.training.events import State
from bpviz.worker import exporter
from tests.exchange.tables.reading import columns
from tests.training.oracle import bits
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


def until_written(box: Box) -> Script:
    yield []
    for _ in range(10**6):
        if not box.frame.exporting.path:
            return
        yield []
    raise AssertionError("it was never written")


def advanced(box: Box, steps: int) -> Script:
    yield [c.Advance(steps)]
    yield from until_paused(box)


def test_that_everything_is_written_and_the_run_stays_where_it_is(tmp_path: Path) -> None:
    names = {what: tmp_path / f"{what}.csv" for what in Exported}
    names[Exported.SCRIPT] = tmp_path / "step.py"

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield from advanced(box, 300)
        yield [c.Seek(100), c.SetLearningRate(0.25)]
        yield from advanced(box, 60)
        yield [c.Seek(130), c.AdvancePhase()]
        yield []
        before = box.frame
        for number, (what, path) in enumerate(names.items(), 1):
            yield [c.Export(what, str(path), count_from=1)]
            yield from until_written(box)
            after = box.frame
            assert (after.exporting.written, after.exporting.last) == (number, str(path))
        assert (after.step, after.tip, after.phase, after.jumps) == (
            before.step, before.tip, before.phase, before.jumps
        )  # fmt: skip
        assert bits(after.network) == bits(before.network)
        assert not after.document.saved

    box = play(script)
    found = columns(names[Exported.LOSSES])
    assert len(found["loss"]) == 160
    assert found["learning_rate"][99:101] == [repr(box.frame.settings.learning_rate), "0.25"]
    assert columns(names[Exported.JOURNAL])["step"] == ["0", "100"]
    assert columns(names[Exported.SAMPLES])["sample_from_1"][0] == "1"
    assert columns(names[Exported.PAIRS])["pair"] == []
    done = subprocess.run([sys.executable, str(names[Exported.SCRIPT])], check=False)
    assert done.returncode == 0  # it has asserted the numbers of the step


def test_that_only_what_is_listed_is_written_where_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Export(Exported.SAMPLES, str(path), 0, (Part.TRAIN, (5, 2, 11)))]
        yield from until_written(box)

    play(script)
    assert columns(path)["sample_from_0"] == ["5", "2", "11"]


def test_that_a_run_goes_on_while_its_steps_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes, path, right = threading.Event(), tmp_path / "l.npz", []
    real = exporter.writer

    def slow(*arguments: Any, **options: Any) -> Any:
        write = real(*arguments, **options)

        def write_later(path: Any, tell: Any, stop: Any) -> None:
            tell(0.25)
            assert goes.wait(60)
            write(path, tell, stop)

        return write_later

    monkeypatch.setattr(exporter, "writer", slow)

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield from advanced(box, 200)
        yield [c.Export(Exported.LOSSES, str(path)), c.Run()]
        for _ in range(10**6):
            yield []
            if box.frame.tip > 1000 and box.frame.exporting.fraction == 0.25:
                break
        assert box.frame.state is State.RUNNING
        assert box.frame.exporting.path == str(path)
        yield [c.Export(Exported.JOURNAL, str(tmp_path / "j.csv"))]
        yield []
        right.append(box.told.pop().message)
        goes.set()
        yield from until_written(box)
        yield [c.Pause()]

    play(script)
    assert right == ["l.npz is still being written. Wait until that is done, or cancel it."]
    with np.load(path) as arrays:
        assert arrays["step"].tolist() == list(range(200))  # as it stood when it was asked for
    assert not (tmp_path / "j.csv").exists()


def test_that_a_cancelled_one_leaves_nothing_and_another_can_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = exporter.writer

    def waiting(*arguments: Any, **options: Any) -> Any:
        write = real(*arguments, **options)

        def write_when_stopped(path: Any, tell: Any, stop: Any) -> None:
            while not stop[0]:
                tell(0.5)
            write(path, tell, stop)

        return write_when_stopped

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield from advanced(box, 50)
        with monkeypatch.context() as patch:
            patch.setattr(exporter, "writer", waiting)
            yield [c.Export(Exported.LOSSES, str(tmp_path / "l.csv"))]
        yield [c.CancelExport()]
        yield from until_written(box)
        assert list(tmp_path.iterdir()) == []
        assert box.frame.exporting.written == 0
        yield [c.Export(Exported.LOSSES, str(tmp_path / "l.csv")), c.CancelExport()]
        yield from until_written(box)

    play(script)
    assert [path.name for path in tmp_path.iterdir()] in ([], ["l.csv"])


def test_that_the_end_of_the_program_gives_up_what_is_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: Any, **__: Any) -> Any:
        def write(path: Any, tell: Any, stop: Any) -> None:
            while not stop[0]:
                tell(0.5)
            raise exporter.ExportCancelled

        return write

    monkeypatch.setattr(exporter, "writer", endless)

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Export(Exported.LOSSES, str(tmp_path / "l.csv"))]

    play(script)  # which returns
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ExchangeError("The disk is full."), "The disk is full."),
        (ZeroDivisionError("x"),
         "Internal error while writing l.csv (ZeroDivisionError: x). The run goes on."),
    ],
)  # fmt: skip
def test_that_what_cannot_be_written_is_said_and_the_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        def write(*_: Any) -> None:
            raise error

        return write

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        with monkeypatch.context() as patch:
            patch.setattr(exporter, "writer", broken)
            yield [c.Export(Exported.LOSSES, str(tmp_path / "l.csv"))]
        yield from until_written(box)
        yield from advanced(box, 30)
        assert box.frame.step == 30

    assert [problem.message for problem in play(script, problems=1).told] == [words]


def test_that_too_little_memory_for_the_copy_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr(exporter, "writer", full)

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Export(Exported.LOSSES, str(tmp_path / "l.csv"))]
        yield []

    (told,) = play(script, problems=1).told
    assert told.message == "Not enough memory to write l.csv. Close other programs."
