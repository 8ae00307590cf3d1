"""Everything a run needs is compiled before it is needed, and once."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import (
    Network,
    kernels,
    plane,
    record_kernels,
    scans,
    trace,
    unit_statistics,
    weight_histogram,
)
from bpviz.training import Breakpoint, Order, Session, Settings
from bpviz.training.evaluation.unit_statistics import UnitsJob
from bpviz.training.evaluation.weight_histograms import WeightsJob
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.warmup import KERNELS, warm_up

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
        kernels.check_pair,
        kernels.update_pair_rows,
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
    told: list[tuple[int, int]] = []
    warm_up(lambda *progress: told.append(progress))
    assert told == [(ready, KERNELS) for ready in range(KERNELS + 1)]

    class GivenUp(Exception):
        pass

    def stop(ready: int, total: int) -> None:
        if ready == 2:
            raise GivenUp

    with pytest.raises(GivenUp):
        warm_up(stop)
