"""What is said of documents and recipes that cannot be used."""

from __future__ import annotations


class DocumentError(ValueError):
    """A document or a recipe cannot be read or written; the message says why, and what to do."""


class DocumentWarning(UserWarning):
    """A run was brought back, but its numbers are not to the last bit those that it had."""
