"""What several panels use: controls, charts, heatmaps, lists of samples, pairs."""
