"""The panel "Gradient check", with everything that only it uses."""
