"""What is computed over all samples of a set, on one snapshot of the weights."""
