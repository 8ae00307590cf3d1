"""Numbers of a run as tables: of every step, of evaluations, changes, samples and own pairs."""

from __future__ import annotations

from bpviz.exchange.tables.evaluations import evaluated, measured, write_evaluations
from bpviz.exchange.tables.journal import write_journal
from bpviz.exchange.tables.pairs import write_pairs
from bpviz.exchange.tables.samples import SampleTable, write_samples
from bpviz.exchange.tables.steps import STEP_SUFFIXES, write_steps
from bpviz.exchange.tables.watches import write_watches
from bpviz.exchange.tables.writing import ExportCancelled, Tell

__all__ = [
    "STEP_SUFFIXES",
    "ExportCancelled",
    "SampleTable",
    "Tell",
    "evaluated",
    "measured",
    "write_evaluations",
    "write_journal",
    "write_pairs",
    "write_samples",
    "write_steps",
    "write_watches",
]
