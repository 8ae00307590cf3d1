"""Changes in a file say all that the journal says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.exchange.tables import write_journal
from bpviz.network import GradientRule
from bpviz.training import Session, Settings
from bpviz.training.pairs.custom_pair import CustomPair
from tests.exchange.tables.reading import table


@pytest.mark.parametrize("start", [0, 1])
def test_that_every_kind_of_change_is_a_row(sparse: Dataset, tmp_path: Path, start: int) -> None:
    run = Session(Settings(n_hidden=4, learning_rate=0.1), sparse)
    run.advance(10)
    run.set_learning_rate(1 / 3)
    run.advance(10)
    run.set_gradient_rule(GradientRule.AS_PRINTED)
    run.edit_weight("W2", 1, 3, -1e-7)
    run.advance(10)
    run.train_next(5)
    run.advance(10)
    skipped = run.sample_index(run.step)
    run.skip()
    run.advance(10)
    run.hold(7)
    run.advance(10)
    run.hold(None)
    run.train_own(CustomPair(np.arange(7.0), np.eye(3)[2], 2, "=a drawing"))
    write_journal(run.branch.journal, tmp_path / "j.csv", count_from=start)
    titles, rows = table(tmp_path / "j.csv")
    assert titles == [
        "step", "change", "value", "matrix", f"row_from_{start}", f"column_from_{start}",
        f"sample_from_{start}", "pair",
    ]  # fmt: skip
    assert rows == [
        ["0", "learning_rate", "0.1", "", "", "", "", ""],
        ["10", "learning_rate", repr(1 / 3), "", "", "", "", ""],
        ["20", "gradient_rule", "as_printed", "", "", "", "", ""],
        ["20", "weight", "-1e-07", "W2", str(1 + start), str(3 + start), "", ""],
        ["30", "train", "", "", "", "", str(5 + start), ""],
        ["40", "skip", "", "", "", "", str(skipped + start), ""],
        ["50", "hold", "", "", "", "", str(7 + start), ""],
        ["60", "hold", "", "", "", "", "", ""],
        ["60", "train", "", "", "", "", str(24 + start), "'=a drawing"],
    ]
