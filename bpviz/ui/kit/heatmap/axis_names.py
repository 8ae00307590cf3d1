"""How the axes of W₁ and W₂ are named, wherever they are drawn."""

from __future__ import annotations

from functools import partial

from bpviz.datasets.dataset import Dataset
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.formatting import translator
from bpviz.ui.core.unit_names import entry_name, input_names, output_names
from bpviz.ui.kit.heatmap.view import Heatmap

_tr = translator("MatrixAxes")


def name_axes(
    view: Heatmap, matrix: MatrixName, data: Dataset | None, *, units: str = "", tile: str = ""
) -> None:
    """Name the axes of `matrix`, and what they count where that has names.

    Parameters
    ----------
    units, tile : str
        What is said of the hidden units of W₁, and of a tile, where that is not the usual.
    """
    unit = _tr("hidden unit k")
    view.called = partial(entry_name, data, matrix)
    if matrix == "W1":
        tile = tile or _tr("one tile per hidden unit k")
        view.set_titles(units or unit, _tr("input i"), tile)
        view.set_names((), input_names(data))
        return
    classes = data is not None and data.labels is not None
    names = output_names(data)
    view.set_titles(_tr("class of output j") if classes and names else _tr("output j"), unit, "")
    view.set_names(names, ())
