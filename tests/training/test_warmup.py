"""Everything a run needs is compiled before it is needed, and once."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import (
    Network,
    contributions,
    kernels,
    plane,
    record_kernels,
    scans,
    trace,
    unit_statistics,
    weight_histogram,
)
from bpviz.network.kernel_files import NO_CACHE
from bpviz.training import Breakpoint, Order, Session, Settings, warmup
from bpviz.training.evaluation.unit_statistics import UnitsJob
from bpviz.training.evaluation.weight_histograms import WeightsJob
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.warmup import BREAKPOINTS, COURSE, PARTS, STEPS, share_of, warm_up
from bpviz.training.watches import Watch

SMALL = Settings(n_hidden=5)


def network_with_relu(session: Session) -> Network:
    return Network(session.network.W1, session.network.W2, "relu")


def test_that_every_kernel_is_compiled_once_whatever_a_run_does(
    sparse: Dataset, xor: Dataset
) -> None:
    """A second type of array would hold the trainer up for a second, in the middle of a run."""
    warm_up(lambda *_: None)
    compiled = (
        kernels.run,
        kernels.trace_pair,
        record_kernels.merge,
        record_kernels.bounded,
        record_kernels.sort_keys,
        record_kernels.thin,
        scans.scan,
        unit_statistics.widen_range,
        unit_statistics.look_at_units,
        weight_histogram.widen_bounds,
        weight_histogram.count_weights,
        plane.grid,
        plane.leads,
        contributions.replay,
    )
    before = [len(kernel.signatures) for kernel in compiled]
    assert min(before) > 0
    regression = Dataset.from_arrays("r", sparse.X, np.asfortranarray(sparse.Y))
    for data in (sparse, xor, regression):
        for order in Order:
            session = Session(SMALL.replace(order=order), data)
            session.advance(20_000)
            session.advance(1, np.zeros(1, np.uint8))
            session.seek(4099)
            session.seek(19_999)
            session.back()
            session.set_learning_rate(0.5)
            label = None if data.labels is None else 0
            session.hold(session.train_own(CustomPair(data.x(0), data.Y[0], label, "")))
            session.advance(4096)
            session.history.loss(0, session.tip)
            session.history.view(0, session.tip, 100)
            session.branch_off(session.gradient_rule, "another")
            session.breakpoints.add(Breakpoint.loss_above(-1.0))
            session.advance(1)
            session.back_phase()
            session.advance_phase()
            session.advance_row()
            session.back_to_hit()
            session.watched(["h[0]", "norm W1", "loss of sample 1"], 5, session.tip)
            session.find(Breakpoint.moves(Watch.loss(1), 0.5), limit=3, newest=True)
            for place in (("W1", 0, 0), ("W2", 0), ("W2", None, 0)):
                session.contributions(*place)
                session.steps_of(0, *place)
            session.contributions_of_unit(0)
            session.difference(0)
            _ = session.trace, session.network, session.gradient_magnitudes()
            for network in (session.network_before, network_with_relu(session)):
                WeightsJob(network, 0).advance()
                UnitsJob(network, 0, data, Part.TRAIN).advance()
                UnitsJob(network, 0, data, Part.TRAIN, (1, 2)).advance()
                for net in (network, network.without((0,))):
                    trace(net, data.x(0), data.Y[0])
                    line = np.linspace(-1.0, 1.0, 5)
                    plane.leaders(plane.over_plane(net, data.x(0), (0, 1), line, line[:3]).f)
                    plane.over_plane(net, data.x(0), (1,), line, units=range(5))
    assert [len(kernel.signatures) for kernel in compiled] == before


def test_that_warming_up_tells_how_far_it_is_and_can_be_ended() -> None:
    for parts in (range(STEPS), (BREAKPOINTS,), range(len(PARTS))):
        told: list[tuple[int, int]] = []
        warm_up(lambda *progress, told=told: told.append(progress), parts)
        assert told == [(ready, len(parts)) for ready in range(len(parts) + 1)]

    class GivenUp(Exception):
        pass

    def stop(ready: int, total: int) -> None:
        if ready == 2:
            raise GivenUp

    with pytest.raises(GivenUp):
        warm_up(stop)


def compiled_anew(code: str) -> str:
    """Run `code` where nothing compiled is kept; `count` is what it has compiled so far."""
    counting = (
        "from bpviz.network.compiler import when_compiling\n"
        "from bpviz.training.warmup import BREAKPOINTS, LOOKS, STEPS, warm_up\n"
        "from bpviz.training import Breakpoint, Session, Settings\n"
        "from bpviz.training.evaluation.gradient_rules import RuleJob, probe_pairs\n"
        "from bpviz.training.evaluation.scan import ScanJob\n"
        "from bpviz.training.evaluation.unit_statistics import UnitsJob\n"
        "from bpviz.training.evaluation.weight_histograms import WeightsJob\n"
        "from bpviz.training.watches import Watch\n"
        "from bpviz.datasets import load\n"
        "from bpviz.datasets.dataset import Part\n"
        "count = 0\n"
        "def one_more():\n    global count\n    count += 1\n"
        "with when_compiling(one_more):\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", counting + textwrap.indent(code, "    ")],
        env={**os.environ, NO_CACHE: "1"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_that_nothing_is_compiled_where_its_part_is_there() -> None:
    out = compiled_anew(
        "warm_up(lambda *_: None, range(STEPS))\n"
        "first = count\n"
        "session = Session(Settings(n_hidden=5), load('digits'))\n"
        "session.advance(5000)\n"
        "session.history.view(0, 5000, 100)\n"
        "_ = session.trace, session.opened.trace, session.network\n"
        "print(first, 'for steps, and', count - first)\n"
        "warm_up(lambda *_: None, range(STEPS, max(LOOKS.values())))\n"
        "count = 0\n"
        "data, net = session.dataset, session.network\n"
        "ScanJob(net, 0, data, session.settings.gradient_rule, gradients=True).advance()\n"
        "UnitsJob(net, 0, data, Part.TEST).advance()\n"
        "RuleJob(net, 0, data, probe_pairs(100)).advance()\n"
        "WeightsJob(net, 0).advance()\n"
        "print('for looks', count)\n"
        "warm_up(lambda *_: None, [BREAKPOINTS])\n"
        "count = 0\n"
        "session.breakpoints.add(Breakpoint.loss_above(0.5))\n"
        "session.breakpoints.add(Breakpoint.above(Watch.loss(1), 0.5))\n"
        "session.advance(5000)\n"
        "print('for breakpoints', count, session.step < 10_000)\n"
    )
    assert out.splitlines() == [
        f"{COURSE[-1][0]} for steps, and 0",
        "for looks 0",
        "for breakpoints 0 True",
    ]


def test_that_the_share_that_is_done_rises_from_nothing_to_all_of_it() -> None:
    shares = [share_of(functions) for functions in range(COURSE[-1][0] + 20)]
    assert shares == sorted(shares)
    assert [share_of(functions) for functions, _ in COURSE] == [share for _, share in COURSE]
    assert (shares[0], shares[COURSE[-1][0]], shares[-1]) == (0.0, 1.0, 1.0)
    assert len(set(shares)) == COURSE[-1][0] + 1


def test_that_the_set_up_compiles_once_and_says_what(tmp_path: Path) -> None:
    """The second time nothing is even loaded that could compile."""
    code = (
        "import sys; from bpviz.training import warmup; from bpviz.network import kernel_files;"
        "assert not kernel_files.are_complete();"
        "warmup.warm_up = lambda say: [say(n, 10) for n in range(11)] + [kernel_files.set_complete("
        "kernel_files.prepare(kernel_files.name()))]; warmup.main();"
        "assert kernel_files.are_complete(); print('again'); warmup.main();"
        "sys.exit('numba' in sys.modules)"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), NO_CACHE: ""}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    *lines, last = done.stdout.splitlines()
    start = "Compiling the kernels, once per machine"
    assert lines == [f"{start}: {what} ({n} of 10) ..." for n, what in enumerate(PARTS, 1)]
    assert last == "again"


def test_that_an_interrupted_set_up_says_what_becomes_of_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(warmup, "is_done", lambda: False)
    monkeypatch.setattr(warmup, "warm_up", interrupted)
    assert warmup.main() == 130
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "Interrupted. What is not compiled yet will be when it is needed.\n"
