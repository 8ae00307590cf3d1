"""A text table (CSV, TSV), from the file to the data set."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from bpviz.datasets.assembly import About
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.request import DataRequest
from bpviz.datasets.sentence import Sentence, paragraph
from bpviz.datasets.source import Source
from bpviz.datasets.stages import Stages
from bpviz.datasets.tables.csv_reader import read_table
from bpviz.datasets.tables.plan import make_plan, with_defaults
from bpviz.datasets.tables.table_dataset import build, outcomes_of
from bpviz.datasets.tables.text_encoding import refuse_binary
from bpviz.datasets.tables.texts import format_words, plan_words

HEAD = 2**12
"""Bytes that tell text from what is not."""


def load_csv(path: Path, request: DataRequest, about: About, stages: Stages) -> Dataset:
    """Load a text table, plain or packed by gzip.

    Raises
    ------
    DatasetError
        If it is no table, or not one of which the request can be met.
    """
    request = with_defaults(request)
    source = Source(path, request.max_bytes)
    refuse_binary(source.head(HEAD), path, request.encoding)
    contents = source.read(stages.stage(0.1, source.size))
    table, written = read_table(contents, path, request, stages.stage(0.6, 3 * len(contents)))
    meter = stages.stage(0.99, 5 * table.values.size)
    plan = make_plan(table, request, meter)
    outcomes, held = outcomes_of(table, plan, request)
    words = [
        Sentence.of(
            "A table of {rows} rows and {columns} columns.",
            rows=len(table.values),
            columns=len(table.columns),
        ),
        *format_words(written),
        *plan_words(table, plan, request, outcomes, held),
    ]
    about = dataclasses.replace(about, description=paragraph(words))
    read = dataclasses.replace(request, decimal=written.decimal)
    return build(table, plan, read, about, outcomes, held, meter)
