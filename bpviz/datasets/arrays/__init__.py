"""Arrays: NPY, NPZ and IDX files, and arrays in memory."""
