"""The data: what there is (`catalog`), and how to get it (`load`)."""

from bpviz.datasets import catalog
from bpviz.datasets.catalog import Entry
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.loading import load
from bpviz.datasets.progress import ProgressCallback

__all__ = ["Dataset", "DatasetError", "Entry", "ProgressCallback", "catalog", "load"]
