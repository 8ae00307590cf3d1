"""File → Export: what leaves the window for other programs."""
