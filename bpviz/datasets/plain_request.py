"""One way to ask for each data set: what is chosen as it would be anyway is left open."""

from __future__ import annotations

import dataclasses
from typing import Any

from bpviz.datasets import catalog
from bpviz.datasets.request import DataRequest


def plain(request: DataRequest) -> DataRequest:
    """Return the request without choices of what the catalogue would choose itself.

    Requests for the same data then are equal.  Of a file nothing is known before it is read: a
    request for one comes back as it is.
    """
    if request.source not in catalog.NAMES:
        return request
    options = catalog.entry(request.source).options
    usual: dict[str, object] = {
        name: range_.default
        for name in ("n_samples", "noise", "test_share")
        if (range_ := getattr(options, name)) is not None
    }
    usual["constant"] = options.constant
    left_open: dict[str, Any] = {
        name: None for name, value in usual.items() if getattr(request, name) == value
    }
    seed = request.seed if options.seeded else 0
    return dataclasses.replace(request, seed=seed, **left_open)
