"""The data: what there is (`catalog`), and how to get it (`load`)."""

from bpviz.datasets import catalog
from bpviz.datasets.catalog import Entry
from bpviz.datasets.dataset import Dataset, Part
from bpviz.datasets.errors import DatasetError, RequestError
from bpviz.datasets.loading import keep, load, looks_like_a_path
from bpviz.datasets.progress import ProgressCallback
from bpviz.datasets.request import DataRequest, Missing, Scaling, TargetKind, TargetScaling

__all__ = [
    "DataRequest",
    "Dataset",
    "DatasetError",
    "Entry",
    "Missing",
    "Part",
    "ProgressCallback",
    "RequestError",
    "Scaling",
    "TargetKind",
    "TargetScaling",
    "catalog",
    "keep",
    "load",
    "looks_like_a_path",
]
