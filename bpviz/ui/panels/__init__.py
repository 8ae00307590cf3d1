"""The docked panels, one a file; none knows another."""
