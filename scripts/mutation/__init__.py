"""Mutation testing of ``bpviz/network`` and ``bpviz/training``; see docs/mutation.md."""
