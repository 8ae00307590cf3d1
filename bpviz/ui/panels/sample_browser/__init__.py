"""The panel "Samples", with everything that only it uses."""
