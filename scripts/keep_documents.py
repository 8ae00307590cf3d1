"""Add files and recipes of this version to those that every later version has to open.

    python -m scripts.keep_documents

They lie in ``tests/training/document/kept``: ``<name>.<format>.bpviz``, and in ``digests.txt`` a
line for each with the digests of the weights where it stands and half way; in ``recipes.txt`` the
same with the text itself.  What is there already is never written again: a new kind of run, or a
new format, adds to it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

from bpviz.datasets import Dataset, load
from bpviz.network import Network
from bpviz.network.digest import digest
from bpviz.training import Breakpoint, Session, Settings, Watch
from bpviz.training.document import SUFFIX
from bpviz.training.document.recipe import format_of, to_plain
from bpviz.training.document.text import PREFIX
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.settings import StoppingRule
from bpviz.training.step.phases import Phase

FOLDER = Path(__file__).resolve().parent.parent / "tests/training/document/kept"


def _new(**settings: object) -> Session:
    return Session(Settings(n_hidden=3).replace(**settings), load("xor"))


def _edits() -> Session:
    session = _new(learning_rate=0.3, seed=5)
    session.advance(40)
    session.edit_weight("W1", 2, 1, -0.75)
    session.edit_weight("W2", 0, 0, 1 / 3)
    session.advance(25)
    session.set_learning_rate(0.07)
    session.set_gradient_rule("as_printed")
    session.advance(10)
    session.train_next((session.sample_index(session.step) + 1) % 4)  # not that which is drawn
    session.advance(10)
    session.skip()
    session.hold(2)
    session.advance(15)
    session.hold(None)
    session.advance(5)
    return session


def _branches() -> Session:
    session = _new(order="shuffled")
    session.advance(60)
    session.seek(20)
    session.set_learning_rate(0.5)
    session.advance(70)
    session.rename_branch(1, "schneller – λ½")
    session.seek(50)
    session.edit_weight("W1", 0, 0, 2.0)
    session.advance(30)
    session.switch_branch(1, 45)
    return session


def _gone_parents() -> Session:
    session = _branches()
    session.switch_branch(2, 60)
    session.hold(1)
    session.advance(30)
    session.delete_branch(1)
    session.delete_branch(2)
    session.seek(70)
    return session


def _own_pair() -> Session:
    session = _new(sigma1="tanh", initializer="glorot")
    session.advance(30)
    session.train_own(CustomPair(np.array([0.25, 0.5, 1.0]), np.array([1.0]), 1, "a drawing as 1"))
    session.advance(20)
    return session


def _breakpoints() -> Session:
    session = _new()
    session.breakpoints.add(Breakpoint.every(20), ignore=2)
    session.breakpoints.add(Breakpoint.loss_above(0.2), enabled=False)
    session.breakpoints.add(Breakpoint.sample(1), ignore=10)
    session.breakpoints.add(Breakpoint.misclassified(), ignore=25)
    session.breakpoints.remove(2)
    session.advance(200)
    session.advance(200)
    return session


def _data_breakpoints() -> Session:
    session = _new(learning_rate=0.4)
    session.watches.add("W1[2, 1]")
    session.watches.add("loss of sample 3")
    session.watches.add("norm W2[0, :]")
    session.breakpoints.add(Breakpoint.above(Watch.weight("W1", 2, 1), 0.25), ignore=20)
    session.breakpoints.add(Breakpoint.every(50), ignore=1)
    session.breakpoints.add(Breakpoint.changes_sign(Watch.of_unit("delta2", 0)), ignore=30)
    session.breakpoints.add(Breakpoint.moves(Watch.of_unit("f", 0, 3), 0.01), ignore=10)
    session.advance(300)
    session.advance(300)
    return session


def _inside_a_step() -> Session:
    session = _new(stopping=StoppingRule(100, 0.01, 2), keyframe_budget=2**20)
    session.advance(33)
    session.advance_to(Phase.GRAD_W1, 2)
    return session


def _shipped() -> Session:
    session = Session(
        Settings(n_hidden=5, learning_rate=0.2), load("iris", test_share=0.25, seed=4)
    )
    session.advance(500)
    return session


def _embedded_data() -> Session:
    rng = np.random.default_rng(7)
    X = rng.normal(size=(12, 4)) * (rng.random((12, 4)) < 0.6)
    labels = rng.integers(0, 2, 12)
    Y = np.eye(2)[labels]
    test = Dataset.from_arrays("own", X[:4], Y[:4], labels=labels[:4])
    data = Dataset.from_arrays(
        "own", X, Y, labels=labels, test=test, class_names=("no", "ja"), image_shape=(2, 2)
    )
    session = Session(Settings(n_hidden=3), data)
    session.advance(80)
    return session


def _regression() -> Session:
    x = np.linspace(-1, 1, 15)
    data = Dataset.from_arrays(
        "curve", np.stack([x, np.ones(15)], axis=1), x**2, input_names=("x", "1"), constant=1,
        target_names=("y",), target_scale=np.array([[0.5, 2.0]]),
    )  # fmt: skip
    session = Session(Settings(n_hidden=4, sigma1="softplus", sigma2="identity"), data)  # type: ignore[arg-type]
    session.advance(80)
    return session


def _start_weights() -> Session:
    network = Network(np.arange(6.0).reshape(2, 3) / 7 - 0.3, np.array([[0.5, -1 / 3]]))
    session = Session(Settings(n_hidden=2), load("xor"), network=network)
    session.advance(60)
    return session


KINDS: dict[str, Callable[[], Session]] = {
    "edits": _edits,
    "branches": _branches,
    "gone_parents": _gone_parents,
    "own_pair": _own_pair,
    "breakpoints": _breakpoints,
    "data_breakpoints": _data_breakpoints,
    "inside_a_step": _inside_a_step,
    "shipped": _shipped,
    "embedded_data": _embedded_data,
    "regression": _regression,
    "start_weights": _start_weights,
}


def file_of(name: str, session: Session) -> str:
    """Return the file for a kind of run, called by the format that its contents need."""
    return f"{name}.{format_of(to_plain(session.document(whole=False).recipe))}{SUFFIX}"


def digests(session: Session) -> tuple[str, str]:
    """Return the digest of the weights where a run stands, and half way to its end."""
    here = digest(session.network)
    session.seek(session.tip // 2)
    return here, digest(session.network)


def lines(name: str) -> list[list[str]]:
    """Return the lines of a table, in words."""
    path = FOLDER / name
    if not path.exists():
        return []
    return [line.split(" ") for line in path.read_text().splitlines()]


def _append(table: str, *words: str) -> None:
    with open(FOLDER / table, "a") as stream:
        stream.write(" ".join(words) + "\n")


def main() -> int:
    """Add what is not there; return the exit status."""
    FOLDER.mkdir(exist_ok=True)
    version = PREFIX.rstrip(":")
    for name, make in KINDS.items():
        session = make()
        file = file_of(name, session)
        if not (FOLDER / file).exists():
            session.save(FOLDER / file)
            _append("digests.txt", file, *digests(session))
            print(f"added {file}")
        key = f"{name}.{version}"
        session = make()
        named = session.dataset.request is not None and session.own_network is None
        if named and key not in [row[0] for row in lines("recipes.txt")]:
            text = session.recipe()
            _append("recipes.txt", key, *digests(session), text)
            print(f"added the recipe {key}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
