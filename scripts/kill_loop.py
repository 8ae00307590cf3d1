"""Kill a trainer at random moments, and see what its autosave has of the run.

    python -m scripts.kill_loop                  500 kills: about ten minutes
    python -m scripts.kill_loop --kills 4        a few, in seconds

A child trains, edits and saves as a person does through the mailbox, and tells of each change when
it is acknowledged: when the autosave says that the disk has it.  SIGKILL ends it anywhere.  Then a
fresh session makes the same changes, one by one, and must be what is brought back in every number:
with all acknowledged changes, and with the one under way or without it.  The file that was saved
last opens; a run that is declined, and one whose recovery fails or is killed, is not offered again.
"""

from __future__ import annotations

import argparse
import collections
import importlib
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from bpviz.datasets import DataRequest, Dataset, load
from bpviz.training import Breakpoint, Session, Settings, SettingsError
from bpviz.training import commands as c
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.kept import Document
from bpviz.training.events import Frame, State
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.worker import autosave as autosave_module
from bpviz.worker.autosave import Autosave
from bpviz.worker.mailbox import Mailbox
from bpviz.worker.recovery import Recovery
from bpviz.worker.run_file import Mark
from bpviz.worker.trainer import Trainer

# By its name: mypy knows scripts as modules of their own.
everything: Callable[[Session], dict[str, Any]] = importlib.import_module(
    "scripts.session_interrupts"
).everything

REQUEST = DataRequest("iris")
SETTINGS = Settings(n_hidden=4, learning_rate=0.05)
LONGEST = 0.6  # seconds that a child lives, at most

_UNDER_WAY = State.RUNNING, State.LOADING

Op = list[Any]
"""What is done: a name and its values, as JSON has it."""

_OWN = CustomPair(np.array([1.0, 0.2, 0.4, 0.1, 0.9]), np.array([0.0, 1.0, 0.0]), 1, "a drawing")


# ---- what is done --------------------------------------------------------------------------------


def drawn(rng: random.Random, frame: Frame) -> Op:
    """Draw what to do next to a run as a frame shows it."""
    match rng.randrange(16):
        case 0 | 1 | 2:
            return ["advance", rng.choice((1, 7, 500, 20_000))]
        case 3 | 4:
            return ["run", rng.uniform(0.001, 0.08)]
        case 5:
            return ["seek", rng.randint(0, frame.tip)]
        case 6:
            return ["rate", rng.uniform(0.01, 0.1)]
        case 7:
            return ["weight", rng.choice(("W1", "W2")), rng.randrange(3), rng.randrange(4),
                    rng.uniform(-1, 1)]  # fmt: skip
        case 8:
            return ["rule", rng.choice(("exact", "as_printed"))]
        case 9:
            return rng.choice((["hold", rng.choice((None, 3, 40))], ["skip"], ["pin", 17], ["own"]))
        case 10:
            return [rng.choice(("undo", "redo"))]
        case 11:
            return rng.choice((["stop", rng.randint(10, 5_000), rng.randrange(3)], ["unstop"]))
        case 12:
            return ["rename", frame.branch, f"branch {rng.randrange(9)}"]
        case 13:
            return ["switch", rng.choice(frame.branches).number]
        case 14:
            return [rng.choice(("phase", "row"))]
        case _:
            return ["save"]


def command_of(op: Op, path: Path) -> c.Command:
    """Return what a window would post for it."""
    match op:
        case ["advance", steps]:
            return c.Advance(steps)
        case ["run", _]:
            return c.Run()
        case ["seek", step]:
            return c.Seek(step)
        case ["rate", value]:
            return c.SetLearningRate(value)
        case ["weight", matrix, row, column, value]:
            return c.EditWeight(matrix, row, column, value)
        case ["rule", rule]:
            return c.SetGradientRule(rule)
        case ["hold", sample]:
            return c.HoldSample(sample)
        case ["skip"]:
            return c.SkipSample()
        case ["pin", sample]:
            return c.TrainNext(sample)
        case ["own"]:
            return c.TrainOwn(_OWN)
        case ["undo"]:
            return c.Undo()
        case ["redo"]:
            return c.Redo()
        case ["stop", every, ignore]:
            return c.AddBreakpoint(Breakpoint.every(every), ignore)
        case ["unstop"]:
            return c.RemoveBreakpoint(None)
        case ["rename", number, name]:
            return c.RenameBranch(number, name)
        case ["switch", number]:
            return c.SwitchBranch(number)
        case ["phase"]:
            return c.AdvancePhase()
        case ["row"]:
            return c.AdvanceRow()
        case ["save"]:
            return c.SaveRun(str(path))
    raise AssertionError(op)


def do(session: Session, op: Op) -> None:
    """Do it to a session directly; what the session refuses, it refused the child as well."""
    stops = session.breakpoints
    try:
        match op:
            case ["advance", steps]:
                session.advance(steps)
            case ["seek", step]:
                session.seek(step)
            case ["rate", value]:
                session.set_learning_rate(value)
            case ["weight", matrix, row, column, value]:
                session.edit_weight(matrix, row, column, value)
            case ["rule", rule]:
                session.set_gradient_rule(rule)
            case ["hold", sample]:
                session.hold(sample)
            case ["pin", sample]:
                session.train_next(sample)
            case ["own"]:
                session.train_own(_OWN)
            case ["stop", every, ignore]:
                stops.add(Breakpoint.every(every), ignore=ignore)
            case ["unstop"]:
                stops.clear()
            case ["rename", number, name]:
                session.rename_branch(number, name)
            case ["switch", number]:
                session.switch_branch(number)
            case ["phase"]:
                session.advance_phase()
            case ["row"]:
                session.advance_row()
            case [("skip" | "undo" | "redo") as name]:
                getattr(session, name)()
            case ["save" | "run", *_]:
                pass
            case _:
                raise AssertionError(op)
    except SettingsError:
        pass


# ---- the child -----------------------------------------------------------------------------------


def _rests(frame: Frame) -> bool:
    return not frame.document.saving and frame.state not in _UNDER_WAY


class Child:
    """A trainer in a thread of its own, and who sits before it."""

    def __init__(self, folder: Path, pipe: int, data: Dataset) -> None:
        self.path, self.pipe = folder / "run.bpviz", pipe
        autosave_module.SNAPSHOT_SECONDS = 0.1
        autosave_module.POSITION_SECONDS = autosave_module.LOOKING_SECONDS = 0.01
        self.autosave = Autosave(folder / "autosave")
        self.mailbox = Mailbox()
        self.trainer = Trainer(self.mailbox, lambda: None, autosave=self.autosave)
        self.frame: Frame | None = None
        threading.Thread(target=self.trainer.loop, daemon=True).start()

    def tell(self, *words: Any) -> None:
        """Say something to the parent."""
        os.write(self.pipe, json.dumps(words).encode() + b"\n")

    def shown(self, number: int) -> Frame:
        """Wait for a frame that knows of command `number` and stands."""
        while True:
            frame = self.mailbox.take()
            if frame is not None:
                self.frame = frame
            frame = self.frame
            if frame is not None and _rests(frame) and frame.acknowledged >= number:
                return frame
            time.sleep(0.0005)

    def kept(self) -> None:
        """Wait until all of it is on the disk."""
        run = self.trainer._runs.current
        assert run is not None
        while run.changed and not self.autosave.has(run):
            time.sleep(0.0005)

    def live(self, rng: random.Random) -> NoReturn:
        """Do one thing after another until killed."""
        frame = self.shown(self.mailbox.post(c.NewRun(REQUEST, SETTINGS)))
        self.tell("ready")
        while True:
            op = drawn(rng, frame)
            self.tell("doing", op)
            before = frame.step
            number = self.mailbox.post(command_of(op, self.path))
            if op[0] == "run":
                time.sleep(op[1])
                number = self.mailbox.post(c.Pause())
            frame = self.shown(number)
            if op[0] == "run":  # what stands at a breakpoint had begun to look at the next step
                op = ["advance", frame.step - before + (frame.state is State.STOPPED)]
            self.kept()
            self.tell("done", op)


def life(folder: Path, seed: int, data: Dataset) -> tuple[list[Op], Op | None]:
    """Let a child live and kill it; return what it acknowledged, and what was under way."""
    rng = random.Random(seed)
    reading, writing = os.pipe()
    number = os.fork()
    if number == 0:
        try:
            os.close(reading)
            Child(folder, writing, data).live(rng)
        finally:
            os._exit(1)
    os.close(writing)
    told = b""
    end: float | None = None
    while True:
        left = 60.0 if end is None else end - time.monotonic()
        if end is not None and left <= 0:
            break
        if select.select([reading], [], [], left)[0]:
            more = os.read(reading, 2**16)
            if not more:
                break
            told += more
            if end is None and b"ready" in told:
                end = time.monotonic() + rng.uniform(0.0, LONGEST)
        elif end is None:
            raise AssertionError("the child did not begin")
    os.kill(number, signal.SIGKILL)
    while more := os.read(reading, 2**16):
        told += more
    os.close(reading)
    _, status = os.waitpid(number, 0)
    assert os.WIFSIGNALED(status), f"seed {seed}: the child ended by itself, {status}"
    done: list[Op] = []
    under_way: Op | None = None
    for line in told.split(b"\n")[:-1]:
        word, *rest = json.loads(line)
        if word == "done":
            done.append(rest[0])
            under_way = None
        elif word == "doing":
            under_way = rest[0]
    return done, under_way


# ---- the parent ----------------------------------------------------------------------------------


def told_of(session: Session) -> dict[str, Any]:
    """Return what can be asked of a session, but for undo, which no document has.

    Means are taken anew where they are read back, in another order: their last digits may differ.
    Where breakpoints stopped is as old as the last snapshot, and that they did just now is not
    kept.
    """
    found = everything(session)
    del found["undo"]
    found["place"] = found["place"][:-1]
    found["curve"] = [f"{mean:.9g}" for mean in found["curve"]]
    found["branches"] = [each[:-1] for each in found["branches"]]
    return found


def fresh(done: list[Op], data: Dataset) -> Session:
    """Return a new session with all that was done."""
    session = Session(SETTINGS, data)
    for op in done:
        do(session, op)
    return session


def candidates(
    done: list[Op], under_way: Op | None, found: Session, data: Dataset
) -> list[dict[str, Any]]:
    """Return what `found` may be: all acknowledged changes, and perhaps the one under way."""
    session = fresh(done, data)
    possible, steps = [told_of(session)], found.step - session.step
    if under_way is None or under_way[0] not in ("advance", "run"):
        do(session, under_way or ["save"])
        return [*possible, told_of(session)]
    for more in (0, 1):  # to be stopped there, it looks at the next step
        session = fresh(done, data)
        do(session, ["advance", max(steps, 0) + more])
        possible.append(told_of(session))
    return possible


def restored(document: Document, data: Dataset) -> Session:
    """Return the run of a document, of which nothing may have to be said."""
    session, remarks = Session.restored(document, data)
    assert not remarks, remarks
    return session


def check(folder: Path, done: list[Op], under_way: Op | None, data: Dataset, seed: int) -> str:
    """Bring back what a killed child left, and compare; return what kind of end that was.

    Raises
    ------
    AssertionError
        If anything is not as it must be.
    """
    rng = random.Random(-seed)
    file, where = folder / "run.bpviz", f"seed {seed}, {len(done)} done, under way {under_way}"
    saves = [at for at, op in enumerate(done) if op == ["save"]]
    if saves or file.exists():
        saved = told_of(Session.load(file, data))
        ends = saves[-1:] + ([len(done)] if under_way == ["save"] else [])
        assert saved in [told_of(fresh(done[:at], data)) for at in ends], (
            f"{where}: the file is torn, or of another run"
        )
    right = fresh(done, data)
    is_saved = bool(saves) and _is_saved(done, saves[-1], data)
    recovery = Recovery(folder / "autosave")
    recovery.look()
    if not recovery.offered:
        if right.untouched:
            return "nothing to keep"
        assert is_saved or under_way == ["save"], f"{where}: nothing is offered\n{done}"
        _compare(_anywhere(Session.load(file, data)), [_anywhere(right)], f"{where}: the file")
        return "saved"
    assert len(recovery.offered) == 1, recovery.offered
    path = recovery.offered[0].path
    recovery.close()
    kept = folder / "copy"
    shutil.copytree(path, kept)
    recovery.look()
    documents, fault = recovery.documents(path)
    assert (fault, len(documents)) == (None, 1), where
    session = restored(documents[0], data)
    where = f"{where}: brought back is another run\n{done}"
    found, possible = told_of(session), candidates(done, under_way, session, data)
    if is_saved and found not in possible:  # what is left was about to be forgotten
        found, possible = _anywhere(session), [_anywhere(right)]
    _compare(found, possible, where)
    end(recovery, folder / "autosave", path, kept, rng)
    return "brought back"


def _is_saved(done: list[Op], save: int, data: Dataset) -> bool:
    """Whether what was done since a run was saved is no change of it."""
    session = fresh(done[:save], data)
    mark = Mark.of(session)
    for op in done[save:]:
        do(session, op)
    return mark.is_of(session)


def _anywhere(session: Session) -> dict[str, Any]:
    """Return what is so wherever it stands: to look elsewhere is no change.

    Neither is a branch that was begun and taken back, but the next one has another number then.
    """
    session.switch_branch(session.branches[0].number, 0)
    found = told_of(session)
    found["branch"] = found["branch"][:1]
    return found


def _compare(found: dict[str, Any], right: list[dict[str, Any]], where: str) -> None:
    if found not in right:
        keys = [key for key in found if found[key] != right[-1][key]]
        different = "\n".join(f"{key}: {found[key]}\n     {right[-1][key]}" for key in keys)
        raise AssertionError(f"{where}\n{different[:3000]}")


def end(recovery: Recovery, autosaves: Path, path: str, kept: Path, rng: random.Random) -> None:
    """See that a recovery that was answered, failed or was killed is not offered again."""
    recovery.close()  # as if it had ended the program
    again = Recovery(autosaves)
    again.look()
    assert not again.offered, "it was tried twice"
    assert Path(path).exists(), "it was lost"
    again.close()
    shutil.rmtree(path)
    shutil.copytree(kept, path)
    kind = rng.randrange(3)
    if kind == 0:
        again.look()
        again.decline(path)
        assert not Path(path).exists(), "it was declined and is still there"
    elif kind == 1:  # damaged, every file of it
        for each in Path(path).glob("run-*"):
            each.write_bytes(b"PK" + rng.randbytes(each.stat().st_size))
        again.look()
        try:
            again.documents(path)
        except DocumentError:
            pass
        else:
            raise AssertionError("a damaged run was brought back")
    else:
        number = os.fork()
        if number == 0:
            again.look()
            again.documents(path)
            signal.pause()
        time.sleep(rng.uniform(0.0, 0.02))
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
        tried = (Path(path) / "tried").exists()
        again.look()
        assert bool(again.offered) is not tried, "it was tried twice, or never"
        again.decline(path)
    again.close()
    again.look()
    assert not again.offered, "it is offered again"
    again.close()


def main() -> int:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=500, help="how many (default: 500)")
    parser.add_argument("--seed", type=int, default=0, help="of the first (default: 0)")
    chosen = parser.parse_args()
    data = load(REQUEST)
    told_of(Session(SETTINGS, data))  # compiled here, once for all children
    kinds: collections.Counter[str] = collections.Counter()
    changes = failed = 0
    begun = time.monotonic()
    for seed in range(chosen.seed, chosen.seed + chosen.kills):
        folder = Path(tempfile.mkdtemp(prefix="bpviz-kill-"))
        try:
            done, under_way = life(folder, seed, data)
            changes += len(done)
            kinds[check(folder, done, under_way, data, seed)] += 1
        except (AssertionError, DocumentError) as error:
            failed += 1
            print(f"{type(error).__name__}: {error}", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    ends = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    seconds = round(time.monotonic() - begun)
    print(f"{chosen.kills} kills, {changes} acknowledged changes: {ends}; {failed} went wrong"
          f" ({seconds} s)")  # fmt: skip
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
