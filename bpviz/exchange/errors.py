"""What keeps something from being written or read in a format of others."""

from __future__ import annotations


class ExchangeError(ValueError):
    """A file cannot be written, or not as asked for; the message says why, and what to do."""
