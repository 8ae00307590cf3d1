"""The docked panels, a folder each; none knows another."""
