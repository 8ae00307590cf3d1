"""What a person changed along a run, and how that is undone."""
