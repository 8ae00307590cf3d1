"""The panel "Network graph", with everything that only it uses."""
