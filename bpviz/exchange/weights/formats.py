"""The formats of weights in one table, and writing them: which, the ending of the name says."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from bpviz.exchange.about import About
from bpviz.exchange.errors import ExchangeError
from bpviz.exchange.weights.csv_weights import write_csv
from bpviz.exchange.weights.npz_weights import write_npz
from bpviz.exchange.weights.onnx import write_onnx
from bpviz.exchange.weights.safetensors import write_safetensors
from bpviz.network.weights import Network
from bpviz.training.message import Message
from bpviz.training.whole_file import not_written, written_whole


@dataclass(frozen=True, slots=True)
class WeightFormat:
    """A format that weights are written to and read from.

    Attributes
    ----------
    suffix : str
        How names of such files end, with the point.
    title : Message
        What it is called.
    write : callable
        Writes a network and its circumstances to a stream.
    """

    suffix: str
    title: Message
    write: Callable[[BinaryIO, Network, Mapping[str, str]], None]


WEIGHT_FORMATS = (
    WeightFormat(".npz", Message.of("NumPy archive"), write_npz),
    WeightFormat(".safetensors", Message.of("safetensors, as PyTorch loads it"), write_safetensors),
    WeightFormat(".onnx", Message.of("ONNX model"), write_onnx),
    WeightFormat(".csv", Message.of("table of both matrices"), write_csv),
)
"""Every format, the usual one first."""


def export_weights(
    network: Network, path: str | os.PathLike[str], about: About | None = None
) -> None:
    """Write the weights of a network to a file, whole or not at all.

    Parameters
    ----------
    network : Network
        W1 (l, n) and W2 (d, l), written in float64, bit for bit.
    path : path
        Its ending chooses the format, see `WEIGHT_FORMATS`.  A file that is there is replaced.
    about : About, optional
        Circumstances, for the formats that have a place for them: all but CSV.

    Raises
    ------
    ExchangeError
        If there is no such format, or it cannot be written.
    """
    ending = PurePath(path).suffix.lower()
    found = next((each for each in WEIGHT_FORMATS if each.suffix == ending), None)
    if found is None:
        raise ExchangeError(
            Message.of(
                "{file} does not say in which format weights are to be written. Use a name that "
                "ends in {endings}.",
                file=PurePath(path),
                endings=", ".join(each.suffix for each in WEIGHT_FORMATS),
            )
        )
    entries = (About() if about is None else about).entries()
    entries |= {"sigma1": str(network.sigma1), "sigma2": str(network.sigma2)}
    try:
        with written_whole(path) as (stream, _):
            found.write(stream, network, entries)
    except OSError as error:
        raise ExchangeError(not_written(path, error)) from None
