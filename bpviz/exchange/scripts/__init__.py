"""A step as a script that takes it once more, without bpviz."""
