"""The window and everything in it; talks to the trainer through the frame pump alone."""
