"""Damaged and hostile files against the loaders; ``python -m scripts.loader_fuzz``."""
