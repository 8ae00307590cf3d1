"""Data sets that are made up rather than measured."""
