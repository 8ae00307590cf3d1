"""One way to ask for each data set, and for what an output activation can reach."""

from __future__ import annotations

import dataclasses
from typing import Any

from bpviz.datasets import catalog
from bpviz.datasets.request import DataRequest
from bpviz.network.activations import Activation


def fitted(request: DataRequest, sigma2: Activation) -> DataRequest:
    """Return the request for a file's targets in the range of `sigma2`.

    What is in the catalogue comes back as it is: every σ₂ reaches its targets.
    """
    if request.source in catalog.NAMES:
        return request
    wide, narrow = (dataclasses.replace(request, sigma2=each) for each in (None, sigma2))
    return wide if wide.fitting is narrow.fitting else narrow


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
