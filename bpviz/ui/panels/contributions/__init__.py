"""The panel of contributions: which samples made a weight, a row or a hidden unit."""
