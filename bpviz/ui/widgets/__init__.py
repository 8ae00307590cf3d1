"""Building blocks of the panels and the toolbar."""
