"""CSV: both matrices in one table, a line for each of their rows.

::

    matrix,row,0,1,2
    W1,0,0.25,-1.5,3.0
    W1,1,1.0,0.5,-0.125
    W2,0,0.75,2.0,

The cells of the narrower matrix end early, and the line is filled up with empty ones.  So a
spreadsheet shows two blocks of numbers below each other, and in pandas ::

    table = pandas.read_csv(file, index_col=["matrix", "row"])
    W1 = table.loc["W1"].dropna(axis="columns")  # (l, n)

Every number has the fewest digits that read back to the same bits (before pandas 3 with
``float_precision="round_trip"``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from bpviz.network.weights import Network

FIRST = ("matrix", "row")
"""How the columns before the numbers are called."""


def write_csv(stream: BinaryIO, network: Network, about: Mapping[str, str]) -> None:
    """Write a network; the format has no place for anything else."""
    columns = max(network.n_inputs, network.n_hidden)
    stream.write((",".join([*FIRST, *map(str, range(columns))]) + "\n").encode())
    for name, matrix in (("W1", network.W1), ("W2", network.W2)):
        rest = "," * (columns - matrix.shape[1]) + "\n"
        for at, row in enumerate(matrix):
            cells = ",".join(map(repr, row.tolist()))
            stream.write(f"{name},{at},{cells}{rest}".encode())
