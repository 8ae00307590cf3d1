"""Files without end, damaged and made up, against the loaders; ``python -m scripts.loader_fuzz``."""
