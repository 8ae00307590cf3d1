"""The panel that compares two positions, with everything that only it uses."""
