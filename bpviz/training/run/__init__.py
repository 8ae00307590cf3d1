"""A run at one moment, the ways to move and to change it, and its branches."""
