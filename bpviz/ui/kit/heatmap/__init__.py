"""A matrix as a picture: the plot, its cells, marks and read-out."""
