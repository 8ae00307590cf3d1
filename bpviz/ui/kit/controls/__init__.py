"""Editors, labels and buttons that several panels use."""
