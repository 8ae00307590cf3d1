"""The panel "Gradient magnitudes", with everything that only it uses."""
