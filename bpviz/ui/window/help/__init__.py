"""The list of keys, the welcome page, the log, and what is said of errors."""
