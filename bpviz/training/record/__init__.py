"""What is kept of a run: losses, gradient magnitudes, copies of the weights, hits."""
