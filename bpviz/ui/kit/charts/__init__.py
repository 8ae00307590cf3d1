"""Charts, their axes, scales, legends and colour ranges."""
