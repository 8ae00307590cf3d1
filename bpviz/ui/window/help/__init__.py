"""The command palette, the list of keys, the log, and what is said of errors."""
