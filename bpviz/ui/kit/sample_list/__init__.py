"""Samples as tiles or rows: filtered, sorted, with thumbnails."""
