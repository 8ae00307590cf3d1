"""A run as a document: a recipe of a few hundred characters, and a file that is open at once."""

from __future__ import annotations

SUFFIX = ".bpviz"
"""Of the files."""
