"""The command palette: everything that can be done or shown, found by typing."""
