"""What leaves bpviz and comes into it, in the formats that others use; without a screen."""

from __future__ import annotations

from bpviz.exchange.about import About, about_run
from bpviz.exchange.errors import ExchangeError
from bpviz.exchange.weights.formats import WEIGHT_FORMATS, WeightFormat, export_weights

__all__ = [
    "WEIGHT_FORMATS",
    "About",
    "ExchangeError",
    "WeightFormat",
    "about_run",
    "export_weights",
]
