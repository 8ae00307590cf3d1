"""The one error that loading data can raise."""


class DatasetError(Exception):
    """Data cannot be used; the message says which file, where in it, and what would be right."""
