"""The window and everything in it; talks to the trainer through the frame pump alone."""

from bpviz.ui import imports

imports.prepare()
