"""The languages of the interface."""

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""Code and name of each; its name in itself, so that who needs it can read it."""

SYSTEM = "system"
"""In place of a code: the first of the system's languages that is one of these."""
