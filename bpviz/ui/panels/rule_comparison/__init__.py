"""The panel "Gradient-rule comparison", with everything that only it uses."""
