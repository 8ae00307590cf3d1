"""The panel "Weights", with everything that only it uses."""
