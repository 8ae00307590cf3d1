"""The panel "Sample", with everything that only it uses."""
