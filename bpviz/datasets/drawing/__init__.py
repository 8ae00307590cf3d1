"""Drawing: strokes, their ink, and the inputs that it becomes."""
