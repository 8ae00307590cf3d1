"""What leaves bpviz and comes into it, in the formats that others use; without a screen."""

from __future__ import annotations

from bpviz.exchange.about import About, about_run
from bpviz.exchange.errors import ExchangeError
from bpviz.exchange.scripts.step_script import ScriptKind, export_script, step_script
from bpviz.exchange.weights.formats import WEIGHT_FORMATS, WeightFormat, export_weights
from bpviz.exchange.weights.reading import holds_weights, kept_places, read_weights

__all__ = [
    "WEIGHT_FORMATS",
    "About",
    "ExchangeError",
    "ScriptKind",
    "WeightFormat",
    "about_run",
    "export_script",
    "export_weights",
    "holds_weights",
    "kept_places",
    "read_weights",
    "step_script",
]
